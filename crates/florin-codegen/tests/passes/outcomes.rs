// Made by florin-codegen from outcomes.yaml; not to be edited.

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
    /// A name that an outcome would have had.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ContractError {
        /// The `text`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    /// How the provider refuses `contract`.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum ContractErrorOutcome {
        /// `401`: Who?
        Unauthorized(Person),
        /// `4XX`: Refused.
        ClientError(::florin_core::http::StatusCode, Problem),
        /// `5XX`: Down.
        ServerError(::florin_core::http::StatusCode),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl ContractErrorOutcome {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Unauthorized(_) => ::florin_core::http::StatusCode::UNAUTHORIZED,
                Self::ClientError(status, _)
                | Self::ServerError(status)
                | Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for ContractErrorOutcome {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for ContractErrorOutcome {
        #[allow(clippy::match_overlapping_arm, reason = "the narrower comes first")]
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                401 => answer.json().map(Self::Unauthorized),
                400..=499 => answer.json().map(|body| Self::ClientError(status, body)),
                500..=599 => Some(Self::ServerError(status)),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// What `contract` is answered with.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum ContractSuccess {
        /// `200`: The contract.
        Ok(Loan),
        /// `200` as `application/pdf`: The contract.
        OkPdf(::florin_core::FileContent),
        /// `202`: Not yet.
        Accepted,
        /// `2XX` as `text/csv`: An export.
        Success(::florin_core::http::StatusCode, ::florin_core::FileContent),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl ContractSuccess {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Ok(_) | Self::OkPdf(_) => ::florin_core::http::StatusCode::OK,
                Self::Accepted => ::florin_core::http::StatusCode::ACCEPTED,
                Self::Success(status, _) | Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for ContractSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for ContractSuccess {
        #[allow(clippy::match_overlapping_arm, reason = "the narrower comes first")]
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                200 if answer.is(&["application/pdf"]) => {
                    Some(Self::OkPdf(answer.file()))
                }
                200 => answer.json().map(Self::Ok),
                202 => Some(Self::Accepted),
                200..=299 if answer.is(&["text/csv", "application/octet-stream"]) => {
                    Some(Self::Success(status, answer.file()))
                }
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// How the provider refuses `create_loan`.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum CreateLoanError {
        /// `400`: Refused.
        BadRequest(Faults),
        /// `400`: Refused.
        BadRequestProblemJson(Problem),
        /// `404`: No such customer.
        NotFound(Problem),
        /// `409`: There is one.
        Conflict,
        /// `422`: Not possible.
        UnprocessableEntity(CreateLoanErrorUnprocessableEntity),
        /// `460`: Odd.
        Status460(::serde_json::Value),
        /// `4XX`: Any other refusal.
        ClientError(::florin_core::http::StatusCode, Problem),
        /// `502` as `text/html`: No answer.
        BadGateway(::florin_core::FileContent),
        /// What the spec lists no other status for: Anything else.
        Default(::florin_core::http::StatusCode, Faults),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl ::std::fmt::Debug for CreateLoanError {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::BadRequest(body) => {
                    f.debug_tuple("BadRequest").field(body).finish()
                }
                Self::BadRequestProblemJson(body) => {
                    f.debug_tuple("BadRequestProblemJson").field(body).finish()
                }
                Self::NotFound(body) => f.debug_tuple("NotFound").field(body).finish(),
                Self::Conflict => f.write_str("Conflict"),
                Self::UnprocessableEntity(body) => {
                    f.debug_tuple("UnprocessableEntity").field(body).finish()
                }
                Self::Status460(_) => {
                    f.debug_tuple("Status460").field(&::florin_core::Redacted).finish()
                }
                Self::ClientError(status, body) => {
                    f.debug_tuple("ClientError").field(status).field(body).finish()
                }
                Self::BadGateway(body) => {
                    f.debug_tuple("BadGateway").field(body).finish()
                }
                Self::Default(status, body) => {
                    f.debug_tuple("Default").field(status).field(body).finish()
                }
                Self::Other(status, body) => {
                    f.debug_tuple("Other").field(status).field(body).finish()
                }
            }
        }
    }
    impl CreateLoanError {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::BadRequest(_) | Self::BadRequestProblemJson(_) => {
                    ::florin_core::http::StatusCode::BAD_REQUEST
                }
                Self::NotFound(_) => ::florin_core::http::StatusCode::NOT_FOUND,
                Self::Conflict => ::florin_core::http::StatusCode::CONFLICT,
                Self::UnprocessableEntity(_) => {
                    ::florin_core::http::StatusCode::UNPROCESSABLE_ENTITY
                }
                Self::Status460(_) => {
                    ::florin_core::http::StatusCode::from_u16(460).unwrap_or_default()
                }
                Self::BadGateway(_) => ::florin_core::http::StatusCode::BAD_GATEWAY,
                Self::ClientError(status, _)
                | Self::Default(status, _)
                | Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for CreateLoanError {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for CreateLoanError {
        #[allow(clippy::match_overlapping_arm, reason = "the narrower comes first")]
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                400 if answer.is(&["application/problem+json"]) => {
                    answer.json().map(Self::BadRequestProblemJson)
                }
                400 => answer.json().map(Self::BadRequest),
                404 => answer.json().map(Self::NotFound),
                409 => Some(Self::Conflict),
                422 => answer.json().map(Self::UnprocessableEntity),
                460 => answer.json().map(Self::Status460),
                502 if answer.is(&["text/html", "application/octet-stream"]) => {
                    Some(Self::BadGateway(answer.file()))
                }
                502 => None,
                400..=499 => answer.json().map(|body| Self::ClientError(status, body)),
                _ => answer.json().map(|body| Self::Default(status, body)),
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// The `CreateLoanErrorUnprocessableEntity` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateLoanErrorUnprocessableEntity {
        /// The `rule`.
        pub rule: ::std::string::String,
    }
    /// What `create_loan` is answered with.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum CreateLoanSuccess {
        /// `200`: It was there already, \[unchanged\].
        Ok(Loan),
        /// `201`: Created.
        Created(Loan),
        /// `202`: Somebody looks at it.
        Accepted(Ticket),
        /// `204`: Nothing to do.
        NoContent,
        /// `206`: Many.
        PartialContent(::std::vec::Vec<Loan>),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl CreateLoanSuccess {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Ok(_) => ::florin_core::http::StatusCode::OK,
                Self::Created(_) => ::florin_core::http::StatusCode::CREATED,
                Self::Accepted(_) => ::florin_core::http::StatusCode::ACCEPTED,
                Self::NoContent => ::florin_core::http::StatusCode::NO_CONTENT,
                Self::PartialContent(_) => {
                    ::florin_core::http::StatusCode::PARTIAL_CONTENT
                }
                Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for CreateLoanSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for CreateLoanSuccess {
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                200 => answer.json().map(Self::Ok),
                201 => answer.json().map(Self::Created),
                202 => answer.json().map(Self::Accepted),
                204 => Some(Self::NoContent),
                206 => answer.json().map(Self::PartialContent),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// The `Faults` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Faults {
        /// The `faults`.
        #[serde(deserialize_with = "null_as_empty")]
        pub faults: ::std::vec::Vec<::std::string::String>,
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Loan {
        /// The `iban`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iban: ::std::option::Option<::std::string::String>,
        /// The `id`.
        pub id: ::std::string::String,
    }
    impl ::std::fmt::Debug for Loan {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Loan")
                .field("iban", &::florin_core::Redacted)
                .field("id", &self.id)
                .finish()
        }
    }
    /// The `Person` of the API.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Person(pub ::std::string::String);
    impl ::std::fmt::Debug for Person {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Person").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for Person {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Person> for ::std::string::String {
        fn from(value: Person) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Person {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Person {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Person {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Problem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Problem {
        /// The `title`.
        pub title: ::std::string::String,
    }
    /// The `Ticket` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Ticket {
        /// The `ticket`.
        pub ticket: ::std::string::String,
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
    fn null_as_empty<'de, D, T>(deserializer: D) -> ::std::result::Result<T, D::Error>
    where
        D: ::serde::Deserializer<'de>,
        T: ::std::default::Default + ::serde::Deserialize<'de>,
    {
        let value = <::std::option::Option<
            T,
        > as ::serde::Deserialize>::deserialize(deserializer)?;
        Ok(value.unwrap_or_default())
    }
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            ContractError {
                optional text: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CreateLoanErrorUnprocessableEntity {
                required rule: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Faults {
                required faults: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            Loan {
                optional_unseen iban: ::std::string::String,
                required id: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Problem {
                required title: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Ticket {
                required ticket: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `create_loan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `200`: It was there already, \[unchanged\].
    /// - `201`: Created.
    /// - `202`: Somebody looks at it.
    /// - `204`: Nothing to do.
    /// - `206`: Many.
    /// - `400`: Refused.
    /// - `404`: No such customer.
    /// - `409`: There is one.
    /// - `422`: Not possible.
    /// - `460`: Odd.
    /// - `4XX`: Any other refusal.
    /// - `502`: No answer.
    /// - `default`: Anything else.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan(&self) -> builder::CreateLoan<'_> {
        builder::CreateLoan::new(self)
    }
    /// The operation `contract`.
    ///
    /// Sends `GET /loans/{id}/contract`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `accept` (header, optional): The media type that it is answered in. Taken as `application/json, application/pdf;q=0.9, text/csv;q=0.9` when absent.
    ///
    /// # Answers
    ///
    /// - `200`: The contract.
    /// - `202`: Not yet.
    /// - `2XX`: An export.
    /// - `401`: Who?
    /// - `4XX`: Refused.
    /// - `5XX`: Down.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn contract(&self) -> builder::Contract<'_> {
        builder::Contract::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /loans`: create_loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_loan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /loans/{id}/contract`: contract
    pub static CONTRACT: ::florin_core::Operation = ::florin_core::Operation::new(
            "contract",
            ::florin_core::http::Method::GET,
            "/loans/{id}/contract",
        )
        .retry(::florin_core::Retry::Safe)
        .accepts("application/json, application/pdf;q=0.9, text/csv;q=0.9");
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_LOAN, &CONTRACT];
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
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for CreateLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoan").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::CreateLoanSuccess>, Error<types::CreateLoanError>> {
            let Self { client } = self;
            let operation = &super::operations::CREATE_LOAN;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::contract`](super::Client::contract); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Contract<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        accept: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for Contract<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Contract").finish_non_exhaustive()
        }
    }
    impl<'a> Contract<'a> {
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
        /// Sends the request: `GET /loans/{id}/contract`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<
            Response<types::ContractSuccess>,
            Error<types::ContractErrorOutcome>,
        > {
            let Self { client, id, accept } = self;
            let operation = &super::operations::CONTRACT;
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
}
