// Made by florin-codegen from sensitive.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
#[derive(Clone, Debug)]
pub struct Client {
    session: ::florin_core::Session,
}
impl Client {
    /// A client whose requests go through this session: its base URL, its token, its retries and limits.
    #[must_use]
    pub const fn new(session: ::florin_core::Session) -> Self {
        Self { session }
    }
    /// The session, for what the client has no method for.
    #[must_use]
    pub const fn session(&self) -> &::florin_core::Session {
        &self.session
    }
}
/// What the operations take and answer.
#[allow(
    clippy::derivable_impls,
    clippy::doc_markdown,
    clippy::enum_variant_names,
    clippy::infallible_try_from,
    clippy::large_enum_variant,
    clippy::result_large_err,
    clippy::struct_excessive_bools,
    non_camel_case_types,
    reason = "the shape is the spec's"
)]
pub mod types {
    /// The `Address` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct Address {
        /// The `geo`; see [`AddressGeo`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub geo: ::std::option::Option<AddressGeo>,
        /// The `street`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub street: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for Address {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Address").field(&::florin_core::Redacted).finish()
        }
    }
    /// The `AddressGeo` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct AddressGeo {
        /// The `lat`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub lat: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for AddressGeo {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("AddressGeo").field(&::florin_core::Redacted).finish()
        }
    }
    /// The `Customer` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct Customer {
        /// The `home`; see [`Address`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub home: ::std::option::Option<Address>,
        /// The `ibans`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub ibans: ::std::vec::Vec<::std::string::String>,
        /// The `kind`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// The `notes`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub notes: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        /// The `referrer`; see [`Customer`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub referrer: ::std::option::Option<::std::boxed::Box<Customer>>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ::std::fmt::Debug for Customer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Customer")
                .field("home", &::florin_core::Redacted)
                .field("ibans", &::florin_core::Redacted)
                .field("kind", &self.kind)
                .field("name", &::florin_core::Redacted)
                .field("notes", &::florin_core::Redacted)
                .field("referrer", &self.referrer)
                .field("extra", &::florin_core::Redacted)
                .finish()
        }
    }
    /// The `Ibans` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    #[serde(transparent)]
    pub struct Ibans(pub ::std::vec::Vec<::std::string::String>);
    impl ::std::fmt::Debug for Ibans {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Ibans").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for Ibans {
        type Target = ::std::vec::Vec<::std::string::String>;
        fn deref(&self) -> &::std::vec::Vec<::std::string::String> {
            &self.0
        }
    }
    impl ::std::convert::From<Ibans> for ::std::vec::Vec<::std::string::String> {
        fn from(value: Ibans) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::vec::Vec<::std::string::String>> for Ibans {
        fn from(value: ::std::vec::Vec<::std::string::String>) -> Self {
            Self(value)
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            Address {
                optional geo: super::AddressGeo,
                optional_unseen street: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            AddressGeo {
                optional_unseen lat: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Customer {
                optional_unseen home: super::Address,
                defaulted_unseen ibans: ::std::vec::Vec<::std::string::String>,
                optional kind: ::std::string::String,
                optional_unseen name: ::std::string::String,
                defaulted_unseen notes: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
                optional referrer: ::std::boxed::Box<super::Customer>,
                defaulted extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            }
        }
    }
}
impl Client {
    /// The operation `create_customer`.
    ///
    /// Sends `POST /customers/{email}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `email` (path, required)
    /// - `body` (required): [`types::Customer`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_customer(&self) -> builder::CreateCustomer<'_> {
        builder::CreateCustomer::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /customers/{email}`: create_customer
    pub static CREATE_CUSTOMER: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_customer",
            ::florin_core::http::Method::POST,
            "/customers/{email}",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Path,
                    path: "email",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/home",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/ibans",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/notes",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/referrer",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/!home!ibans!kind!name!notes!referrer",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_CUSTOMER];
}
/// The requests, argument by argument.
#[allow(
    clippy::derivable_impls,
    clippy::doc_markdown,
    clippy::enum_variant_names,
    clippy::infallible_try_from,
    clippy::large_enum_variant,
    clippy::result_large_err,
    clippy::struct_excessive_bools,
    non_camel_case_types,
    reason = "the shape is the spec's"
)]
pub mod builder {
    #[allow(
        unused_imports,
        reason = "a client need not have an operation with types of its own"
    )]
    use super::types;
    use super::{Error, Response};
    /// A request of [`Client::create_customer`](super::Client::create_customer); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateCustomer<'a> {
        client: &'a super::Client,
        email: Result<::std::string::String, String>,
        body: Result<types::builder::Customer, String>,
    }
    impl ::std::fmt::Debug for CreateCustomer<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateCustomer").finish_non_exhaustive()
        }
    }
    impl<'a> CreateCustomer<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                email: Err("the argument email is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `email` (path, required).
        pub fn email<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.email = value
                .try_into()
                .map_err(|_| "conversion to `String` for email failed".to_string());
            self
        }
        /// Sets the body: [`types::Customer`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Customer>,
            <V as std::convert::TryInto<types::Customer>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Customer` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Customer) -> types::builder::Customer,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /customers/{email}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, email, body } = self;
            let operation = &super::operations::CREATE_CUSTOMER;
            let email = email
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Customer::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("email", &email);
            request.json(&body);
            request.send_empty().await
        }
    }
}
