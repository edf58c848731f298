// Made by florin-codegen from enum_values.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Loans 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Loan/properties/mixed`: its `enum` lists values that no Rust type has in common; any value is taken for one of them
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
    /// The values of `ListLoansSort`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum ListLoansSort {
        /// `amount`
        Amount,
        /// `-amount`
        AmountMinus,
    }
    ::florin_core::closed_list! {
        ListLoansSort { "amount" => Amount, "-amount" => AmountMinus } else
        error::ConversionError
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Loan {
        /// The `active`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub active: ::std::option::Option<bool>,
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub day: ::std::option::Option<LoanDay>,
        /// The `kind`; see [`LoanKind`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<LoanKind>,
        /// The `mixed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mixed: ::std::option::Option<::serde_json::Value>,
        /// The `months`; see [`LoanMonths`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub months: ::std::option::Option<LoanMonths>,
        /// The `nothing`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub nothing: ::std::option::Option<::serde_json::Value>,
        /// The `parts`; see [`LoanParts`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parts: ::std::option::Option<LoanParts>,
        /// The `rate`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rate: ::std::option::Option<::florin_core::Decimal>,
        /// The `rule`; see [`LoanRule`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rule: ::std::option::Option<LoanRule>,
        /// The `state`; see [`LoanState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<LoanState>,
        /// The `years`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub years: ::std::option::Option<i64>,
    }
    /// Format: `date`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanDay {
        /// `2024-01-31`
        X20240131,
        /// `2024-02-29`
        X20240229,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanDay { "2024-01-31" => X20240131, "2024-02-29" => X20240229 } else Unknown
    }
    /// The values of `LoanKind`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanKind {
        /// `loan`
        Loan,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanKind { "loan" => Loan } else Unknown
    }
    /// The values of `LoanMonths`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanMonths {
        /// `6`
        X6,
        /// `12`
        X12,
        /// `12 `
        X12Space,
        /// `true`
        True,
        /// `24`
        X24,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanMonths { "6" => X6, "12" => X12, "12 " => X12Space, "true" => True, "24" =>
        X24 } else Unknown
    }
    /// The `LoanParts` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanParts {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The values of `LoanRule`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanRule {
        /// `<`
        Less,
        /// `<=`
        LessOrEqual,
        /// `>`
        Greater,
        /// `>=`
        GreaterOrEqual,
        /// `=`
        Equal,
        /// `+`
        PlusValue,
        /// `-`
        Minus,
        /// `%`
        Percent,
        /// `Plus`
        Plus,
        /// `🏦`
        U1f3e6,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanRule { "<" => Less, "<=" => LessOrEqual, ">" => Greater, ">=" =>
        GreaterOrEqual, "=" => Equal, "+" => PlusValue, "-" => Minus, "%" => Percent,
        "Plus" => Plus, "🏦" => U1f3e6 } else Unknown
    }
    /// The values of `LoanState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanState {
        /// `ok`
        OkLower,
        /// `OK`
        OkUpper,
        /// `Ok`
        Ok,
        /// `paid-off`
        PaidOffDash,
        /// `paid_off`
        PaidOff,
        /// `Unknown`
        Unknown,
        /// `Unlisted`
        Unlisted,
        /// ``
        Empty,
        /// `open`
        Open,
        /// A value that the spec does not list, as it was sent.
        UnlistedValue(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanState { "ok" => OkLower, "OK" => OkUpper, "Ok" => Ok, "paid-off" =>
        PaidOffDash, "paid_off" => PaidOff, "Unknown" => Unknown, "Unlisted" => Unlisted,
        "" => Empty, "open" => Open } else UnlistedValue
    }
    /// The `Terms` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Terms {
        /// The `error`; see [`TermsError`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error: ::std::option::Option<TermsError>,
        /// At least 3 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rate: ::std::option::Option<TermsRate>,
    }
    /// The values of `TermsError`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum TermsError {
        /// `Err`
        Err,
        /// `err`
        ErrLower,
        /// `Error`
        Error,
        /// `ERROR`
        ErrorUpper,
    }
    ::florin_core::closed_list! {
        TermsError { "Err" => Err, "err" => ErrLower, "Error" => Error, "ERROR" =>
        ErrorUpper } else error::ConversionError
    }
    /// At least 3 characters.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum TermsRate {
        /// `fix`
        FixLower,
        /// `FIX`
        Fix,
        /// `a`
        A,
    }
    ::florin_core::closed_list! {
        TermsRate { "fix" => FixLower, "FIX" => Fix, "a" => A } else
        error::ConversionError
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
                optional active: bool,
                optional day: super::LoanDay,
                optional kind: super::LoanKind,
                optional mixed: ::serde_json::Value,
                optional months: super::LoanMonths,
                optional nothing: ::serde_json::Value,
                optional parts: super::LoanParts,
                optional rate: ::florin_core::Decimal,
                optional rule: super::LoanRule,
                optional state: super::LoanState,
                optional years: i64,
            }
        }
        ::florin_core::builder! {
            LoanParts {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Terms {
                optional error: super::TermsError,
                optional rate: super::TermsRate,
            }
        }
    }
}
impl Client {
    /// The operation `listLoans`.
    ///
    /// Sends `GET /loans`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `sort` (query, optional)
    ///
    /// # Answers
    ///
    /// - `200`: All loans.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_loans(&self) -> builder::ListLoans<'_> {
        builder::ListLoans::new(self)
    }
    /// The operation `createLoan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Terms`].
    ///
    /// # Answers
    ///
    /// - `204`: Taken.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan(&self) -> builder::CreateLoan<'_> {
        builder::CreateLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /loans`: listLoans
    pub static LIST_LOANS: ::florin_core::Operation = ::florin_core::Operation::new(
            "listLoans",
            ::florin_core::http::Method::GET,
            "/loans",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /loans`: createLoan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_LOANS, &CREATE_LOAN];
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
        sort: Result<Option<types::ListLoansSort>, String>,
    }
    impl ::std::fmt::Debug for ListLoans<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListLoans").finish_non_exhaustive()
        }
    }
    impl<'a> ListLoans<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, sort: Ok(None) }
        }
        /// Sets `sort` (query, optional).
        pub fn sort<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListLoansSort>,
        {
            self.sort = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `ListLoansSort` for sort failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::std::vec::Vec<types::Loan>>, Error<::serde_json::Value>> {
            let Self { client, sort } = self;
            let operation = &super::operations::LIST_LOANS;
            let sort = sort
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("sort", &sort);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Terms, String>,
    }
    impl ::std::fmt::Debug for CreateLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoan").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Terms`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Terms>,
            <V as std::convert::TryInto<types::Terms>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Terms` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Terms) -> types::builder::Terms,
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
            let operation = &super::operations::CREATE_LOAN;
            let body = body
                .and_then(|v| types::Terms::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
}
