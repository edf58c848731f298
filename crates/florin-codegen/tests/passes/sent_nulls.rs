// Made by florin-codegen from sent_nulls.yaml; not to be edited.

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
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `comment`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub comment: ::std::option::Option<::std::string::String>,
        /// Format: `date`.
        #[serde(rename = "end-date")]
        pub end_date: ::std::option::Option<::std::string::String>,
        /// The `id`.
        pub id: ::std::string::String,
        /// The `note`.
        pub note: ::std::option::Option<::std::string::String>,
        /// The `owner`; see [`Owner`].
        pub owner: ::std::option::Option<Owner>,
        /// The `state`; see [`LoanState`].
        pub state: ::std::option::Option<LoanState>,
        /// The `tags`.
        #[serde(default)]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
        /// The `terms`; see [`LoanTerms`].
        pub terms: ::std::option::Option<LoanTerms>,
        /// The `unit`; see [`LoanUnit`].
        pub unit: ::std::option::Option<LoanUnit>,
    }
    /// The values of `LoanState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanState {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanState { "open" => Open, "closed" => Closed } else Unknown
    }
    /// The `LoanTerms` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanTerms {
        /// The `days`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub days: ::std::option::Option<i64>,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum LoanUnit {
        /// `String`.
        String(::std::string::String),
        /// See [`Ticket`].
        Ticket(Ticket),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for LoanUnit {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Ticket(field_0) => f.debug_tuple("Ticket").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for LoanUnit {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::object("", "number"),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Ticket),
                _ => None,
            }
        }
        fn unknown(json: ::florin_core::Json) -> Self {
            Self::Unknown(json)
        }
        fn is_unknown(&self) -> bool {
            matches!(self, Self::Unknown(_))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for LoanUnit {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for LoanUnit {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Ticket(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for LoanUnit {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<Ticket> for LoanUnit {
        fn from(value: Ticket) -> Self {
            Self::Ticket(value)
        }
    }
    /// The `Owner` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Owner {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    /// What `replace_loan` is answered with.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum ReplaceLoanSuccess {
        /// `200`: Done.
        Ok(Loan),
        /// `202`: Later.
        Accepted(Ticket),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl ReplaceLoanSuccess {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Ok(_) => ::florin_core::http::StatusCode::OK,
                Self::Accepted(_) => ::florin_core::http::StatusCode::ACCEPTED,
                Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for ReplaceLoanSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for ReplaceLoanSuccess {
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                200 => answer.json().map(Self::Ok),
                202 => answer.json().map(Self::Accepted),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// The `Ticket` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Ticket {
        /// The `number`.
        pub number: ::std::option::Option<::std::string::String>,
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
            Loan {
                optional comment: ::std::string::String,
                optional end_date: ::std::string::String,
                required id: ::std::string::String,
                optional note: ::std::string::String,
                optional owner: super::Owner,
                optional state: super::LoanState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
                optional terms: super::LoanTerms,
                optional unit: super::LoanUnit,
            }
        }
        ::florin_core::builder! {
            LoanTerms {
                optional days: i64,
            }
        }
        ::florin_core::builder! {
            Owner {
                optional name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Ticket {
                optional number: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `replace_loan`.
    ///
    /// Sends `PUT /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    /// - `202`: Later.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn replace_loan(&self) -> builder::ReplaceLoan<'_> {
        builder::ReplaceLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /loans`: replace_loan
    pub static REPLACE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "replace_loan",
            ::florin_core::http::Method::PUT,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&REPLACE_LOAN];
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
    /// A request of [`Client::replace_loan`](super::Client::replace_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ReplaceLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Loan, String>,
    }
    impl ::std::fmt::Debug for ReplaceLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ReplaceLoan").finish_non_exhaustive()
        }
    }
    impl<'a> ReplaceLoan<'a> {
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
        /// Sends the request: `PUT /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::ReplaceLoanSuccess>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::REPLACE_LOAN;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
