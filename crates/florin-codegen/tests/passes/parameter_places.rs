// Made by florin-codegen from parameter_places.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/paths/~1login/post`: it has parameters in `formData`; they are sent as a form
/// - `#/paths/~1loans/post`: the parameter `loan` is in `body`; it is sent as a JSON body
/// - `#/paths/~1loans/get`: the parameter `size` is given twice; the last one is taken
/// - `#/paths/~1loans/get`: the parameter `trailer` is in `trailer`, which no request has; it is left out
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
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Loan {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<i64>,
    }
    /// The `LogInBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LogInBody {
        /// The `pin`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pin: ::std::option::Option<::std::string::String>,
        /// The `user`.
        pub user: ::std::string::String,
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
            Loan {
                optional amount: i64,
            }
        }
        ::florin_core::builder! {
            LogInBody {
                optional pin: ::std::string::String,
                required user: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `list_loans`.
    ///
    /// Sends `GET /loans`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `sid` (cookie, required): From the login.
    /// - `page` (cookie, optional)
    /// - `size` (query, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_loans(&self) -> builder::ListLoans<'_> {
        builder::ListLoans::new(self)
    }
    /// The operation `add_loan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Loan`]. The loan.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn add_loan(&self) -> builder::AddLoan<'_> {
        builder::AddLoan::new(self)
    }
    /// The operation `log_in`.
    ///
    /// Sends `POST /login`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
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
    /// `GET /loans`: list_loans
    pub static LIST_LOANS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_loans",
            ::florin_core::http::Method::GET,
            "/loans",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /loans`: add_loan
    pub static ADD_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "add_loan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /login`: log_in
    pub static LOG_IN: ::florin_core::Operation = ::florin_core::Operation::new(
            "log_in",
            ::florin_core::http::Method::POST,
            "/login",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_LOANS, &ADD_LOAN, &LOG_IN];
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
    /// A request of [`Client::list_loans`](super::Client::list_loans); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListLoans<'a> {
        client: &'a super::Client,
        size: Result<i64, String>,
        page: Result<Option<i64>, String>,
        sid: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for ListLoans<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListLoans").finish_non_exhaustive()
        }
    }
    impl<'a> ListLoans<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                size: Err("the argument size is missing".to_string()),
                page: Ok(None),
                sid: Err("the argument sid is missing".to_string()),
            }
        }
        /// Sets `size` (query, required).
        pub fn size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.size = value
                .try_into()
                .map_err(|_| "conversion to `i64` for size failed".to_string());
            self
        }
        /// Sets `page` (cookie, optional).
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
        /// Sets `sid` (cookie, required).
        ///
        /// From the login.
        pub fn sid<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.sid = value
                .try_into()
                .map_err(|_| "conversion to `String` for sid failed".to_string());
            self
        }
        /// Sends the request: `GET /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, size, page, sid } = self;
            let operation = &super::operations::LIST_LOANS;
            let size = size
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page = page
                .map_err(|message| Error::invalid_request(operation, message))?;
            let sid = sid.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("size", &size);
            if let Some(value) = &page {
                request.cookie("page", value);
            }
            request.cookie("sid", &sid);
            request.send_empty().await
        }
    }
    /// A request of [`Client::add_loan`](super::Client::add_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct AddLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Loan, String>,
    }
    impl ::std::fmt::Debug for AddLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("AddLoan").finish_non_exhaustive()
        }
    }
    impl<'a> AddLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Loan`]. The loan.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Loan>,
            <V as std::convert::TryInto<types::Loan>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Loan` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Loan) -> types::builder::Loan,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::ADD_LOAN;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::log_in`](super::Client::log_in); does nothing until it is sent.
    #[derive(Clone)]
    pub struct LogIn<'a> {
        client: &'a super::Client,
        body: Result<types::builder::LogInBody, String>,
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
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::LogInBody>,
            <V as std::convert::TryInto<types::LogInBody>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `LogInBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::LogInBody) -> types::builder::LogInBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /login`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::LOG_IN;
            let body = body
                .and_then(|v| types::LogInBody::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.form(&body);
            request.send_empty().await
        }
    }
}
