// Made by florin-codegen from sent_names.yaml; not to be edited.

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
    /// The values of `GetLoanIdInQuery`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum GetLoanIdInQuery {
        /// `short`
        Short,
        /// `long`
        Long,
    }
    ::florin_core::closed_list! {
        GetLoanIdInQuery { "short" => Short, "long" => Long } else error::ConversionError
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
    /// The operation `get_loan`.
    ///
    /// Sends `GET /loans/{id}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `id_in_query` (query, optional)
    /// - `page_size` (query, optional)
    /// - `page_size_in_header` (header, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_loan(&self) -> builder::GetLoan<'_> {
        builder::GetLoan::new(self)
    }
    /// The operation `put_loan`.
    ///
    /// Sends `PUT /loans/{id:[0-9]+}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn put_loan(&self) -> builder::PutLoan<'_> {
        builder::PutLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /loans/{id:[0-9]+}`: put_loan
    pub static PUT_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "put_loan",
            ::florin_core::http::Method::PUT,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /loans/{id}`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&PUT_LOAN, &GET_LOAN];
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
    /// A request of [`Client::get_loan`](super::Client::get_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetLoan<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        page_size: Result<Option<i64>, String>,
        id_in_query: Result<Option<types::GetLoanIdInQuery>, String>,
        page_size_in_header: Result<Option<i64>, String>,
    }
    impl ::std::fmt::Debug for GetLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetLoan").finish_non_exhaustive()
        }
    }
    impl<'a> GetLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                page_size: Ok(None),
                id_in_query: Ok(None),
                page_size_in_header: Ok(None),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets `page_size` (query, optional).
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page_size = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page_size failed".to_string());
            self
        }
        /// Sets `id_in_query` (query, optional).
        pub fn id_in_query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GetLoanIdInQuery>,
        {
            self.id_in_query = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `GetLoanIdInQuery` for id_in_query failed".to_string()
                });
            self
        }
        /// Sets `page_size_in_header` (header, optional).
        pub fn page_size_in_header<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page_size_in_header = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `i64` for page_size_in_header failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id, page_size, id_in_query, page_size_in_header } = self;
            let operation = &super::operations::GET_LOAN;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let page_size = page_size
                .map_err(|message| Error::invalid_request(operation, message))?;
            let id_in_query = id_in_query
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page_size_in_header = page_size_in_header
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.query("Page-Size", &page_size);
            request.query("id", &id_in_query);
            if let Some(value) = &page_size_in_header {
                request.header("page_size", value);
            }
            request.send_empty().await
        }
    }
    /// A request of [`Client::put_loan`](super::Client::put_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PutLoan<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for PutLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PutLoan").finish_non_exhaustive()
        }
    }
    impl<'a> PutLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sends the request: `PUT /loans/{id:[0-9]+}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::PUT_LOAN;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.send_empty().await
        }
    }
}
