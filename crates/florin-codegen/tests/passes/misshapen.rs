// Made by florin-codegen from misshapen.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for API 1.
///
/// # Not supported
///
/// Known of, and left out:
///
/// - `PUT /loans/{id}`: the operation is a single value, and has to be an object
///
/// Send such a request through the session, with its token, limits and errors: `client.session().request(&Operation::custom(Method::GET, "/path"))`; see
/// [`Operation::custom`](::florin_core::Operation::custom).
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Loan/properties/id`: `maxLength` is a single value, and has to be a whole number; it is passed over
/// - `#/paths/~1loans/get/responses`: `none` is no status; the answer is passed over
/// - `#/components/schemas/Loan/properties/amount`: `required` stands in the schema of the property itself; it is passed over: the property is optional
/// - `#/components/schemas/Loan/properties/amount`: `type: decimal` is no type of JSON; it is taken for `number`
/// - `#/components/schemas/Loan/properties/term`: `type: int` is no type of JSON; it is taken for `integer`
/// - `#/components/schemas/Loan/properties/id`: `type: str` is no type of JSON; it is taken for `string`
/// - `#/paths/~1loans/get/parameters/3`: no query parameter has the style `csv`; it is sent as `form`
/// - `#/paths/~1loans/post/responses`: the answers are a list, and have to be an object; none is read
/// - `#/paths/~1loans/get/parameters/0`: the parameter is a single value, and has to be an object; it is left out
/// - `#/paths/~1loans/get/parameters/1`: the parameter says no place (`in`); it is left out
/// - `#/paths/~1loans/get/responses/200`: the schema stands outside of `content`, here and in another place; it is taken for that of `application/json`
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
    /// The `Empty` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Empty(pub ::serde_json::Value);
    impl ::std::ops::Deref for Empty {
        type Target = ::serde_json::Value;
        fn deref(&self) -> &::serde_json::Value {
            &self.0
        }
    }
    impl ::std::convert::From<Empty> for ::serde_json::Value {
        fn from(value: Empty) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::serde_json::Value> for Empty {
        fn from(value: ::serde_json::Value) -> Self {
            Self(value)
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// At least 0.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// The `anything`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub anything: ::std::option::Option<::serde_json::Value>,
        /// At least 1 character.
        pub id: ::std::string::String,
        /// The `kind`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
        /// The `note`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::serde_json::Value>,
        /// The `term`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub term: ::std::option::Option<i64>,
        /// `7` on the wire.
        #[serde(rename = "7")]
        pub x7: ::std::string::String,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
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
                optional amount: ::florin_core::Decimal,
                optional anything: ::serde_json::Value,
                required id: ::std::string::String,
                optional kind: ::std::string::String,
                optional note: ::serde_json::Value,
                optional term: i64,
                required x7: ::std::string::String,
                defaulted extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
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
    /// - `_7` (query, required): 12
    /// - `kinds` (query, optional)
    ///
    /// # Answers
    ///
    /// - `200`
    /// - `404`: Not there.
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
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn add_loan(&self) -> builder::AddLoan<'_> {
        builder::AddLoan::new(self)
    }
    /// The operation `get_loan`.
    ///
    /// Sends `GET /loans/{id}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    ///
    /// # Answers
    ///
    /// - `200`
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_loan(&self) -> builder::GetLoan<'_> {
        builder::GetLoan::new(self)
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
    /// `GET /loans/{id}`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_LOANS, &ADD_LOAN, &GET_LOAN];
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
        _7: Result<i64, String>,
        kinds: Result<Option<::std::string::String>, String>,
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
                _7: Err("the argument _7 is missing".to_string()),
                kinds: Ok(None),
            }
        }
        /// Sets `_7` (query, required).
        ///
        /// 12
        pub fn _7<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self._7 = value
                .try_into()
                .map_err(|_| "conversion to `i64` for _7 failed".to_string());
            self
        }
        /// Sets `kinds` (query, optional).
        pub fn kinds<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.kinds = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for kinds failed".to_string());
            self
        }
        /// Sends the request: `GET /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::std::vec::Vec<types::Loan>>, Error<::serde_json::Value>> {
            let Self { client, _7, kinds } = self;
            let operation = &super::operations::LIST_LOANS;
            let _7 = _7.map_err(|message| Error::invalid_request(operation, message))?;
            let kinds = kinds
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("7", &_7);
            request.query("kinds", &kinds);
            request.send_json().await
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
        /// Sets the body: [`types::Loan`].
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
    /// A request of [`Client::get_loan`](super::Client::get_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetLoan<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
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
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sends the request: `GET /loans/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::GET_LOAN;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.send_json().await
        }
    }
}
