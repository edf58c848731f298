// Made by florin-codegen from secrets.yaml; not to be edited.

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
    /// The `Key` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    #[serde(transparent)]
    pub struct Key(pub ::florin_core::Secret);
    impl ::std::fmt::Debug for Key {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Key").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for Key {
        type Target = ::florin_core::Secret;
        fn deref(&self) -> &::florin_core::Secret {
            &self.0
        }
    }
    impl ::std::convert::From<Key> for ::florin_core::Secret {
        fn from(value: Key) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::Secret> for Key {
        fn from(value: ::florin_core::Secret) -> Self {
            Self(value)
        }
    }
    impl ::std::str::FromStr for Key {
        type Err = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for Key {
        type Error = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for Key {
        type Error = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// The `Login` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Login {
        /// The `key`; see [`Key`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub key: ::std::option::Option<Key>,
        /// Never shown.
        pub password: ::florin_core::Secret,
    }
    impl ::std::fmt::Debug for Login {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Login")
                .field("key", &::florin_core::Redacted)
                .field("password", &::florin_core::Redacted)
                .finish()
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
            Login {
                optional_unseen key: super::Key,
                required_unseen password: ::florin_core::Secret,
            }
        }
    }
}
impl Client {
    /// The operation `log_in`.
    ///
    /// Sends `POST /login`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `x_api_key` (header, required)
    /// - `body` (required): [`types::Login`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn log_in(&self) -> builder::LogIn<'_> {
        builder::LogIn::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /login`: log_in
    pub static LOG_IN: ::florin_core::Operation = ::florin_core::Operation::new(
            "log_in",
            ::florin_core::http::Method::POST,
            "/login",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Header,
                    path: "X-Api-Key",
                    kind: ::florin_core::Sensitivity::Secret,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/key",
                    kind: ::florin_core::Sensitivity::Secret,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/password",
                    kind: ::florin_core::Sensitivity::Secret,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LOG_IN];
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
    /// A request of [`Client::log_in`](super::Client::log_in); does nothing until it is sent.
    #[derive(Clone)]
    pub struct LogIn<'a> {
        client: &'a super::Client,
        x_api_key: Result<::std::string::String, String>,
        body: Result<types::builder::Login, String>,
    }
    impl ::std::fmt::Debug for LogIn<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("LogIn").finish_non_exhaustive()
        }
    }
    impl<'a> LogIn<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                x_api_key: Err("the argument x_api_key is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `x_api_key` (header, required).
        pub fn x_api_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_api_key = value
                .try_into()
                .map_err(|_| "conversion to `String` for x_api_key failed".to_string());
            self
        }
        /// Sets the body: [`types::Login`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Login>,
            <V as std::convert::TryInto<types::Login>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Login` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Login) -> types::builder::Login,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /login`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, x_api_key, body } = self;
            let operation = &super::operations::LOG_IN;
            let x_api_key = x_api_key
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Login::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.header("X-Api-Key", &x_api_key);
            request.json(&body);
            request.send_empty().await
        }
    }
}
