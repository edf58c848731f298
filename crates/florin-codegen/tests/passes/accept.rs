// Made by florin-codegen from accept.yaml; not to be edited.

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
    /// The `Plan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Plan {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    /// What `plan` is answered with.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum PlanSuccess {
        /// `200`: The plan.
        Ok(Plan),
        /// `200` as `application/pdf`, `text/csv`: The plan.
        OkFile(::florin_core::FileContent),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl PlanSuccess {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Ok(_) | Self::OkFile(_) => ::florin_core::http::StatusCode::OK,
                Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for PlanSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for PlanSuccess {
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                200 if answer.is(&["application/pdf", "text/csv"]) => {
                    Some(Self::OkFile(answer.file()))
                }
                200 => answer.json().map(Self::Ok),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// What `statement` is answered with.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum StatementSuccess {
        /// `200`: The statement.
        Ok(Plan),
        /// `200` as `application/pdf`: The statement.
        OkPdf(::florin_core::FileContent),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl StatementSuccess {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Ok(_) | Self::OkPdf(_) => ::florin_core::http::StatusCode::OK,
                Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for StatementSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for StatementSuccess {
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                200 if answer.is(&["application/pdf"]) => {
                    Some(Self::OkPdf(answer.file()))
                }
                200 => answer.json().map(Self::Ok),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
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
            Plan {
                optional id: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `plan`.
    ///
    /// Sends `GET /loans/{id}/plan`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `accept` (header, optional): The media type that it is answered in. Taken as `application/json, application/pdf;q=0.9, text/csv;q=0.9` when absent.
    ///
    /// # Answers
    ///
    /// - `200`: The plan.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn plan(&self) -> builder::Plan<'_> {
        builder::Plan::new(self)
    }
    /// The operation `statement`.
    ///
    /// Sends `GET /statement`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `accept` (header, optional)
    ///
    /// # Answers
    ///
    /// - `200`: The statement.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn statement(&self) -> builder::Statement<'_> {
        builder::Statement::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /loans/{id}/plan`: plan
    pub static PLAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "plan",
            ::florin_core::http::Method::GET,
            "/loans/{id}/plan",
        )
        .retry(::florin_core::Retry::Safe)
        .accepts("application/json, application/pdf;q=0.9, text/csv;q=0.9");
    /// `GET /statement`: statement
    pub static STATEMENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "statement",
            ::florin_core::http::Method::GET,
            "/statement",
        )
        .retry(::florin_core::Retry::Safe)
        .accepts("application/json, application/pdf;q=0.9");
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&PLAN, &STATEMENT];
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
    /// A request of [`Client::plan`](super::Client::plan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Plan<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        accept: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for Plan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Plan").finish_non_exhaustive()
        }
    }
    impl<'a> Plan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                accept: Ok(None),
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
        /// Sets `accept` (header, optional).
        ///
        /// The media type that it is answered in. Taken as `application/json, application/pdf;q=0.9, text/csv;q=0.9` when absent.
        pub fn accept<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.accept = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for accept failed".to_string());
            self
        }
        /// Sends the request: `GET /loans/{id}/plan`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::PlanSuccess>, Error<::serde_json::Value>> {
            let Self { client, id, accept } = self;
            let operation = &super::operations::PLAN;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let accept = accept
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            if let Some(value) = &accept {
                request.header("Accept", value);
            }
            request.send_json().await
        }
    }
    /// A request of [`Client::statement`](super::Client::statement); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Statement<'a> {
        client: &'a super::Client,
        accept: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for Statement<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Statement").finish_non_exhaustive()
        }
    }
    impl<'a> Statement<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, accept: Ok(None) }
        }
        /// Sets `accept` (header, optional).
        pub fn accept<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.accept = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for accept failed".to_string());
            self
        }
        /// Sends the request: `GET /statement`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::StatementSuccess>, Error<::serde_json::Value>> {
            let Self { client, accept } = self;
            let operation = &super::operations::STATEMENT;
            let accept = accept
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &accept {
                request.header("accept", value);
            }
            request.send_json().await
        }
    }
}
