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
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
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
    impl LoanParts {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanParts {
            Default::default()
        }
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
    impl Terms {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Terms {
            Default::default()
        }
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
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            active: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            day: ::std::result::Result<
                ::std::option::Option<super::LoanDay>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<
                ::std::option::Option<super::LoanKind>,
                ::std::string::String,
            >,
            mixed: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            months: ::std::result::Result<
                ::std::option::Option<super::LoanMonths>,
                ::std::string::String,
            >,
            nothing: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            parts: ::std::result::Result<
                ::std::option::Option<super::LoanParts>,
                ::std::string::String,
            >,
            rate: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            rule: ::std::result::Result<
                ::std::option::Option<super::LoanRule>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::LoanState>,
                ::std::string::String,
            >,
            years: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Loan {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Loan").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Loan {
            fn default() -> Self {
                Self {
                    active: Ok(Default::default()),
                    day: Ok(Default::default()),
                    kind: Ok(Default::default()),
                    mixed: Ok(Default::default()),
                    months: Ok(Default::default()),
                    nothing: Ok(Default::default()),
                    parts: Ok(Default::default()),
                    rate: Ok(Default::default()),
                    rule: Ok(Default::default()),
                    state: Ok(Default::default()),
                    years: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`active`](super::Loan::active).
            pub fn active<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.active = ::florin_core::set::optional(value, "active");
                self
            }
            /// Sets [`day`](super::Loan::day).
            pub fn day<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanDay>,
                T::Error: ::std::fmt::Display,
            {
                self.day = ::florin_core::set::optional(value, "day");
                self
            }
            /// Sets [`kind`](super::Loan::kind).
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanKind>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = ::florin_core::set::optional(value, "kind");
                self
            }
            /// Sets [`mixed`](super::Loan::mixed).
            pub fn mixed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.mixed = ::florin_core::set::optional(value, "mixed");
                self
            }
            /// Sets [`months`](super::Loan::months).
            pub fn months<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanMonths>,
                T::Error: ::std::fmt::Display,
            {
                self.months = ::florin_core::set::optional(value, "months");
                self
            }
            /// Sets [`nothing`](super::Loan::nothing).
            pub fn nothing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.nothing = ::florin_core::set::optional(value, "nothing");
                self
            }
            /// Sets [`parts`](super::Loan::parts).
            pub fn parts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanParts>,
                T::Error: ::std::fmt::Display,
            {
                self.parts = ::florin_core::set::optional(value, "parts");
                self
            }
            /// Sets [`rate`](super::Loan::rate).
            pub fn rate<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.rate = ::florin_core::set::optional(value, "rate");
                self
            }
            /// Sets [`rule`](super::Loan::rule).
            pub fn rule<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanRule>,
                T::Error: ::std::fmt::Display,
            {
                self.rule = ::florin_core::set::optional(value, "rule");
                self
            }
            /// Sets [`state`](super::Loan::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`years`](super::Loan::years).
            pub fn years<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.years = ::florin_core::set::optional(value, "years");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    active: value.active?,
                    day: value.day?,
                    kind: value.kind?,
                    mixed: value.mixed?,
                    months: value.months?,
                    nothing: value.nothing?,
                    parts: value.parts?,
                    rate: value.rate?,
                    rule: value.rule?,
                    state: value.state?,
                    years: value.years?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    active: Ok(value.active),
                    day: Ok(value.day),
                    kind: Ok(value.kind),
                    mixed: Ok(value.mixed),
                    months: Ok(value.months),
                    nothing: Ok(value.nothing),
                    parts: Ok(value.parts),
                    rate: Ok(value.rate),
                    rule: Ok(value.rule),
                    state: Ok(value.state),
                    years: Ok(value.years),
                }
            }
        }
        /// Builds a [`LoanParts`](super::LoanParts), field by field.
        #[derive(Clone)]
        pub struct LoanParts {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanParts {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanParts").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanParts {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl LoanParts {
            /// Sets [`a`](super::LoanParts::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanParts> for super::LoanParts {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanParts,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::LoanParts> for LoanParts {
            fn from(value: super::LoanParts) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Terms`](super::Terms), field by field.
        #[derive(Clone)]
        pub struct Terms {
            error: ::std::result::Result<
                ::std::option::Option<super::TermsError>,
                ::std::string::String,
            >,
            rate: ::std::result::Result<
                ::std::option::Option<super::TermsRate>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Terms {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Terms").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Terms {
            fn default() -> Self {
                Self {
                    error: Ok(Default::default()),
                    rate: Ok(Default::default()),
                }
            }
        }
        impl Terms {
            /// Sets [`error`](super::Terms::error).
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::TermsError>,
                T::Error: ::std::fmt::Display,
            {
                self.error = ::florin_core::set::optional(value, "error");
                self
            }
            /// Sets [`rate`](super::Terms::rate).
            pub fn rate<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::TermsRate>,
                T::Error: ::std::fmt::Display,
            {
                self.rate = ::florin_core::set::optional(value, "rate");
                self
            }
        }
        impl ::std::convert::TryFrom<Terms> for super::Terms {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Terms,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    error: value.error?,
                    rate: value.rate?,
                })
            }
        }
        impl ::std::convert::From<super::Terms> for Terms {
            fn from(value: super::Terms) -> Self {
                Self {
                    error: Ok(value.error),
                    rate: Ok(value.rate),
                }
            }
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
