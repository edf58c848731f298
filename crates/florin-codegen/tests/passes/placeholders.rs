// Made by florin-codegen from placeholders.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not supported
///
/// Known of, and left out:
///
/// - `GET /broken/{id (broken)`: the path has a brace without another, or one without a name
///
/// Send such a request through the session, with its token, limits and errors: `client.session().request(&Operation::custom(Method::GET, "/path"))`; see
/// [`Operation::custom`](::florin_core::Operation::custom).
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/paths/~1pay#confirm/post`: a `#` in the path begins what no request has; what is behind it is not sent
/// - `#/paths/~1loans({id})/get`: the path has `{id}`, and its parameter is `key`; the two are taken for the same
/// - `#/paths/~1loans~1{loanId}~1terms~1{term}.json/get`: the path has `{loanId}`, and its parameter is `loan_id`; the two are taken for the same
/// - `#/paths/~1loans~1{loanId}~1terms~1{term}.json/get`: the path has `{term}`, and its parameter is `gone`; the two are taken for the same
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
    /// The operation `list_open`.
    ///
    /// Sends `GET /loans?status=open&by={key}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `by` (query, required)
    /// - `page` (query, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_open(&self) -> builder::ListOpen<'_> {
        builder::ListOpen::new(self)
    }
    /// The operation `get_loan`.
    ///
    /// Sends `GET /loans({id})`. A failed call is repeated.
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
    pub fn get_loan(&self) -> builder::GetLoan<'_> {
        builder::GetLoan::new(self)
    }
    /// The operation `get_term`.
    ///
    /// Sends `GET /loans/{loanId}/terms/{term}.json`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `loan_id` (path, required)
    /// - `term` (path, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_term(&self) -> builder::GetTerm<'_> {
        builder::GetTerm::new(self)
    }
    /// The operation `get_pair`.
    ///
    /// Sends `GET /pairs/{id}/{id:[0-9]{4}}`. A failed call is repeated.
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
    pub fn get_pair(&self) -> builder::GetPair<'_> {
        builder::GetPair::new(self)
    }
    /// The operation `pay`.
    ///
    /// Sends `POST /pay`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn pay(&self) -> builder::Pay<'_> {
        builder::Pay::new(self)
    }
    /// The operation `confirm`.
    ///
    /// Sends `POST /pay#confirm`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn confirm(&self) -> builder::Confirm<'_> {
        builder::Confirm::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /loans({id})`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loans({id})",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /loans/{loanId}/terms/{term}.json`: get_term
    pub static GET_TERM: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_term",
            ::florin_core::http::Method::GET,
            "/loans/{loanId}/terms/{term}.json",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /loans?status=open&by={key}`: list_open
    pub static LIST_OPEN: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_open",
            ::florin_core::http::Method::GET,
            "/loans",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /pairs/{id}/{id:[0-9]{4}}`: get_pair
    pub static GET_PAIR: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_pair",
            ::florin_core::http::Method::GET,
            "/pairs/{id}/{id}",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /pay`: pay
    pub static PAY: ::florin_core::Operation = ::florin_core::Operation::new(
            "pay",
            ::florin_core::http::Method::POST,
            "/pay",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /pay#confirm`: confirm
    pub static CONFIRM: ::florin_core::Operation = ::florin_core::Operation::new(
            "confirm",
            ::florin_core::http::Method::POST,
            "/pay",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &GET_LOAN,
        &GET_TERM,
        &LIST_OPEN,
        &GET_PAIR,
        &PAY,
        &CONFIRM,
    ];
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
    /// A request of [`Client::list_open`](super::Client::list_open); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListOpen<'a> {
        client: &'a super::Client,
        by: Result<::std::string::String, String>,
        page: Result<Option<i64>, String>,
    }
    impl ::std::fmt::Debug for ListOpen<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListOpen").finish_non_exhaustive()
        }
    }
    impl<'a> ListOpen<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                by: Err("the argument by is missing".to_string()),
                page: Ok(None),
            }
        }
        /// Sets `by` (query, required).
        pub fn by<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.by = value
                .try_into()
                .map_err(|_| "conversion to `String` for by failed".to_string());
            self
        }
        /// Sets `page` (query, optional).
        pub fn page<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.page = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for page failed".to_string());
            self
        }
        /// Sends the request: `GET /loans?status=open&by={key}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, by, page } = self;
            let operation = &super::operations::LIST_OPEN;
            let by = by.map_err(|message| Error::invalid_request(operation, message))?;
            let page = page
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("status", "open");
            request.query("by", &by);
            request.query("page", &page);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_loan`](super::Client::get_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetLoan<'a> {
        client: &'a super::Client,
        id: Result<i64, String>,
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
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for id failed".to_string());
            self
        }
        /// Sends the request: `GET /loans({id})`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::GET_LOAN;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_term`](super::Client::get_term); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetTerm<'a> {
        client: &'a super::Client,
        loan_id: Result<::std::string::String, String>,
        term: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for GetTerm<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetTerm").finish_non_exhaustive()
        }
    }
    impl<'a> GetTerm<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                loan_id: Err("the argument loan_id is missing".to_string()),
                term: Err("the argument term is missing".to_string()),
            }
        }
        /// Sets `loan_id` (path, required).
        pub fn loan_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.loan_id = value
                .try_into()
                .map_err(|_| "conversion to `String` for loan_id failed".to_string());
            self
        }
        /// Sets `term` (path, required).
        pub fn term<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.term = value
                .try_into()
                .map_err(|_| "conversion to `String` for term failed".to_string());
            self
        }
        /// Sends the request: `GET /loans/{loanId}/terms/{term}.json`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, loan_id, term } = self;
            let operation = &super::operations::GET_TERM;
            let loan_id = loan_id
                .map_err(|message| Error::invalid_request(operation, message))?;
            let term = term
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("loanId", &loan_id);
            request.path("term", &term);
            request.send_empty().await
        }
    }
    /// A request of [`Client::get_pair`](super::Client::get_pair); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetPair<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for GetPair<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetPair").finish_non_exhaustive()
        }
    }
    impl<'a> GetPair<'a> {
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
        /// Sends the request: `GET /pairs/{id}/{id:[0-9]{4}}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::GET_PAIR;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.path("id", &id);
            request.send_empty().await
        }
    }
    /// A request of [`Client::pay`](super::Client::pay); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Pay<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Pay<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Pay").finish_non_exhaustive()
        }
    }
    impl<'a> Pay<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /pay`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::PAY;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::confirm`](super::Client::confirm); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Confirm<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Confirm<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Confirm").finish_non_exhaustive()
        }
    }
    impl<'a> Confirm<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /pay#confirm`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::CONFIRM;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
}
