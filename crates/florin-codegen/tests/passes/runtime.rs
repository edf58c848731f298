// Made by florin-codegen from runtime.yaml; not to be edited.

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
    /// The operation `get_it`.
    ///
    /// Sends `GET /a/{account-id}/b/{client}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `account_id` (path, required)
    /// - `client` (path, required)
    /// - `request` (query, required)
    /// - `operation` (query, optional)
    /// - `x_must` (header, required)
    /// - `x_may` (header, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_it(&self) -> builder::GetIt<'_> {
        builder::GetIt::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /a/{account-id}/b/{client}`: get_it
    pub static GET_IT: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_it",
            ::florin_core::http::Method::GET,
            "/a/{account-id}/b/{client}",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_IT];
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
    /// A request of [`Client::get_it`](super::Client::get_it); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetIt<'a> {
        _client: &'a super::Client,
        account_id: Result<::std::string::String, String>,
        client: Result<i64, String>,
        operation: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        request: Result<::std::string::String, String>,
        x_may: Result<Option<i64>, String>,
        x_must: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for GetIt<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetIt").finish_non_exhaustive()
        }
    }
    impl<'a> GetIt<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                _client: client,
                account_id: Err("the argument account_id is missing".to_string()),
                client: Err("the argument client is missing".to_string()),
                operation: Ok(None),
                request: Err("the argument request is missing".to_string()),
                x_may: Ok(None),
                x_must: Err("the argument x_must is missing".to_string()),
            }
        }
        /// Sets `account_id` (path, required).
        pub fn account_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.account_id = value
                .try_into()
                .map_err(|_| "conversion to `String` for account_id failed".to_string());
            self
        }
        /// Sets `client` (path, required).
        pub fn client<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.client = value
                .try_into()
                .map_err(|_| "conversion to `i64` for client failed".to_string());
            self
        }
        /// Sets `operation` (query, optional).
        pub fn operation<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.operation = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `Vec <String>` for operation failed".to_string()
                });
            self
        }
        /// Sets `request` (query, required).
        pub fn request<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.request = value
                .try_into()
                .map_err(|_| "conversion to `String` for request failed".to_string());
            self
        }
        /// Sets `x_may` (header, optional).
        pub fn x_may<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.x_may = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for x_may failed".to_string());
            self
        }
        /// Sets `x_must` (header, required).
        pub fn x_must<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_must = value
                .try_into()
                .map_err(|_| "conversion to `String` for x_must failed".to_string());
            self
        }
        /// Sends the request: `GET /a/{account-id}/b/{client}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self {
                _client,
                account_id,
                client,
                operation,
                request,
                x_may,
                x_must,
            } = self;
            let _operation = &super::operations::GET_IT;
            let account_id = account_id
                .map_err(|message| Error::invalid_request(_operation, message))?;
            let client = client
                .map_err(|message| Error::invalid_request(_operation, message))?;
            let operation = operation
                .map_err(|message| Error::invalid_request(_operation, message))?;
            let request = request
                .map_err(|message| Error::invalid_request(_operation, message))?;
            let x_may = x_may
                .map_err(|message| Error::invalid_request(_operation, message))?;
            let x_must = x_must
                .map_err(|message| Error::invalid_request(_operation, message))?;
            let mut _request = _client.session().request(_operation);
            _request.path("account-id", &account_id);
            _request.path("client", &client);
            _request.query("operation", &operation);
            _request.query("request", &request);
            if let Some(value) = &x_may {
                _request.header("X-May", value);
            }
            _request.header("X-Must", &x_must);
            _request.send_empty().await
        }
    }
}
