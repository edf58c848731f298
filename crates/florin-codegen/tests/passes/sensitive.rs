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
    impl Address {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Address {
            Default::default()
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
    impl AddressGeo {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::AddressGeo {
            Default::default()
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
    impl Customer {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Customer {
            Default::default()
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
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Address`](super::Address), field by field.
        #[derive(Clone)]
        pub struct Address {
            geo: ::std::result::Result<
                ::std::option::Option<super::AddressGeo>,
                ::std::string::String,
            >,
            street: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Address {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Address").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Address {
            fn default() -> Self {
                Self {
                    geo: Ok(Default::default()),
                    street: Ok(Default::default()),
                }
            }
        }
        impl Address {
            /// Sets [`geo`](super::Address::geo).
            pub fn geo<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AddressGeo>,
                T::Error: ::std::fmt::Display,
            {
                self.geo = ::florin_core::set::optional(value, "geo");
                self
            }
            /// Sets [`street`](super::Address::street).
            pub fn street<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.street = ::florin_core::set::optional_unseen(value, "street");
                self
            }
        }
        impl ::std::convert::TryFrom<Address> for super::Address {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Address,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    geo: value.geo?,
                    street: value.street?,
                })
            }
        }
        impl ::std::convert::From<super::Address> for Address {
            fn from(value: super::Address) -> Self {
                Self {
                    geo: Ok(value.geo),
                    street: Ok(value.street),
                }
            }
        }
        /// Builds a [`AddressGeo`](super::AddressGeo), field by field.
        #[derive(Clone)]
        pub struct AddressGeo {
            lat: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for AddressGeo {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("AddressGeo").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for AddressGeo {
            fn default() -> Self {
                Self {
                    lat: Ok(Default::default()),
                }
            }
        }
        impl AddressGeo {
            /// Sets [`lat`](super::AddressGeo::lat).
            pub fn lat<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.lat = ::florin_core::set::optional_unseen(value, "lat");
                self
            }
        }
        impl ::std::convert::TryFrom<AddressGeo> for super::AddressGeo {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddressGeo,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { lat: value.lat? })
            }
        }
        impl ::std::convert::From<super::AddressGeo> for AddressGeo {
            fn from(value: super::AddressGeo) -> Self {
                Self { lat: Ok(value.lat) }
            }
        }
        /// Builds a [`Customer`](super::Customer), field by field.
        #[derive(Clone)]
        pub struct Customer {
            home: ::std::result::Result<
                ::std::option::Option<super::Address>,
                ::std::string::String,
            >,
            ibans: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            notes: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
            referrer: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Customer>>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Customer {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Customer").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Customer {
            fn default() -> Self {
                Self {
                    home: Ok(Default::default()),
                    ibans: Ok(Default::default()),
                    kind: Ok(Default::default()),
                    name: Ok(Default::default()),
                    notes: Ok(Default::default()),
                    referrer: Ok(Default::default()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl Customer {
            /// Sets [`home`](super::Customer::home).
            pub fn home<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Address>,
                T::Error: ::std::fmt::Display,
            {
                self.home = ::florin_core::set::optional_unseen(value, "home");
                self
            }
            /// Sets [`ibans`](super::Customer::ibans).
            pub fn ibans<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.ibans = ::florin_core::set::required_unseen(value, "ibans");
                self
            }
            /// Sets [`kind`](super::Customer::kind).
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = ::florin_core::set::optional(value, "kind");
                self
            }
            /// Sets [`name`](super::Customer::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional_unseen(value, "name");
                self
            }
            /// Sets [`notes`](super::Customer::notes).
            pub fn notes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.notes = ::florin_core::set::required_unseen(value, "notes");
                self
            }
            /// Sets [`referrer`](super::Customer::referrer).
            pub fn referrer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Customer>>,
                T::Error: ::std::fmt::Display,
            {
                self.referrer = ::florin_core::set::optional(value, "referrer");
                self
            }
            /// Sets [`extra`](super::Customer::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
                self
            }
        }
        impl ::std::convert::TryFrom<Customer> for super::Customer {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Customer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    home: value.home?,
                    ibans: value.ibans?,
                    kind: value.kind?,
                    name: value.name?,
                    notes: value.notes?,
                    referrer: value.referrer?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Customer> for Customer {
            fn from(value: super::Customer) -> Self {
                Self {
                    home: Ok(value.home),
                    ibans: Ok(value.ibans),
                    kind: Ok(value.kind),
                    name: Ok(value.name),
                    notes: Ok(value.notes),
                    referrer: Ok(value.referrer),
                    extra: Ok(value.extra),
                }
            }
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
