// Made by florin-codegen from relax_reads.yaml; not to be edited.

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
    /// The `Both` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Both {
        /// At most 5 characters.
        pub name: ::std::string::String,
        /// The `note`.
        pub note: ::std::option::Option<::std::string::String>,
    }
    /// The `Held` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Held(pub ::serde_json::Value);
    impl ::std::ops::Deref for Held {
        type Target = ::serde_json::Value;
        fn deref(&self) -> &::serde_json::Value {
            &self.0
        }
    }
    impl ::std::convert::From<Held> for ::serde_json::Value {
        fn from(value: Held) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::serde_json::Value> for Held {
        fn from(value: ::serde_json::Value) -> Self {
            Self(value)
        }
    }
    /// The `Inside` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Inside {
        /// At most 5 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    /// The `Notification` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Notification {
        /// At most 5 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// The `status`; see [`NotificationStatus`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<NotificationStatus>,
    }
    /// The values of `NotificationStatus`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NotificationStatus {
        /// `NEW`
        New,
        /// `OLD`
        Old,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        NotificationStatus { "NEW" => New, "OLD" => Old } else Unknown
    }
    /// The `Read` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Read {
        /// The `both`; see [`Both`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub both: ::std::option::Option<Both>,
        /// At least 1.
        pub count: i64,
        /// At least 1 character. Pattern: `^a`.
        pub name: ::std::string::String,
    }
    /// The `Sent` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct Sent {
        /// The `both`; see [`Both`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub both: ::std::option::Option<Both>,
        /// At most 5 characters.
        pub name: SentName,
    }
    /// At most 5 characters.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct SentName(::std::string::String);
    ::florin_core::limited_text! {
        SentName(..= 5) else error::ConversionError
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
            Both {
                required name: ::std::string::String,
                optional note: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Inside {
                optional name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Notification {
                optional name: ::std::string::String,
                optional status: super::NotificationStatus,
            }
        }
        ::florin_core::builder! {
            Read {
                optional both: super::Both,
                required count: i64,
                required name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Sent {
                optional both: super::Both,
                required name: super::SentName,
            }
        }
    }
}
impl Client {
    /// The operation `create_thing`.
    ///
    /// Sends `POST /things`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Sent`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_thing(&self) -> builder::CreateThing<'_> {
        builder::CreateThing::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /things`: create_thing
    pub static CREATE_THING: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_thing",
            ::florin_core::http::Method::POST,
            "/things",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_THING];
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
    /// A request of [`Client::create_thing`](super::Client::create_thing); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateThing<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Sent, String>,
    }
    impl ::std::fmt::Debug for CreateThing<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateThing").finish_non_exhaustive()
        }
    }
    impl<'a> CreateThing<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Sent`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Sent>,
            <V as std::convert::TryInto<types::Sent>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Sent` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Sent) -> types::builder::Sent,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /things`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Read>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_THING;
            let body = body
                .and_then(|v| types::Sent::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
