// Made by florin-codegen from references.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Payout/properties/spelt`: `$ref: #/components/schemas/Bank%20Account` leads nowhere; it is taken for the component `Bank%20Account`
/// - `#/components/schemas/Payout/properties/near/items`: `$ref: #/definitions/Payout` leads nowhere; it is taken for the component `Payout`
/// - `#/components/schemas/Payout/properties/bare`: `$ref: Loan` leads to another file; it needs the files beside it: use `generate_file`; it is taken for the component `Loan`
/// - `#/paths/~1loans~1{id}/get/parameters/1`: `$ref: #/components/parameters/Page` leads nowhere; it is left out
/// - `#/components/schemas/Payout/properties/gone`: `$ref: #/components/schemas/Gone` leads nowhere; it is any JSON
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
    /// The `Bank20account` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Bank20account {
        /// The `iban`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iban: ::std::option::Option<::std::string::String>,
    }
    /// The `GetLoanId` of the API.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct GetLoanId(pub ::std::string::String);
    impl ::std::ops::Deref for GetLoanId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<GetLoanId> for ::std::string::String {
        fn from(value: GetLoanId) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for GetLoanId {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for GetLoanId {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for GetLoanId {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Loan {
        /// The `address`; see [`LoanAddress`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub address: ::std::option::Option<LoanAddress>,
        /// The `notes`; see [`LoanNotesItem`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub notes: ::std::vec::Vec<LoanNotesItem>,
        /// The `state`; see [`State`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<State>,
    }
    /// The `LoanAddress` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanAddress {
        /// The `city`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub city: ::std::option::Option<::std::string::String>,
        /// `$ref` on the wire.
        #[serde(rename = "$ref", skip_serializing_if = "::std::option::Option::is_none")]
        pub ref_: ::std::option::Option<::std::string::String>,
    }
    /// The `LoanNotesItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanNotesItem {
        /// The `text`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    /// The `Payout` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Payout {
        /// The `also`; see [`LoanAddress`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub also: ::std::option::Option<LoanAddress>,
        /// The `bare`; see [`Loan`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub bare: ::std::option::Option<Loan>,
        /// The `gone`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gone: ::std::option::Option<::serde_json::Value>,
        /// The `near`; see [`Payout`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub near: ::std::vec::Vec<Payout>,
        /// The `note`; see [`LoanNotesItem`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<LoanNotesItem>,
        /// The `spelt`; see [`Bank20account`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub spelt: ::std::option::Option<Bank20account>,
        /// The `to`; see [`LoanAddress`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to: ::std::option::Option<LoanAddress>,
    }
    /// The values of `State`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum State {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        State { "open" => Open, "closed" => Closed } else Unknown
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
            Bank20account {
                optional iban: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Loan {
                optional address: super::LoanAddress,
                defaulted notes: ::std::vec::Vec<super::LoanNotesItem>,
                optional state: super::State,
            }
        }
        ::florin_core::builder! {
            LoanAddress {
                optional city: ::std::string::String,
                optional ref_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            LoanNotesItem {
                optional text: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Payout {
                optional also: super::LoanAddress,
                optional bare: super::Loan,
                optional gone: ::serde_json::Value,
                defaulted near: ::std::vec::Vec<super::Payout>,
                optional note: super::LoanNotesItem,
                optional spelt: super::Bank20account,
                optional to: super::LoanAddress,
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
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_loan(&self) -> builder::GetLoan<'_> {
        builder::GetLoan::new(self)
    }
    /// The operation `put_payout`.
    ///
    /// Sends `PUT /payouts`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (query, optional)
    /// - `body` (required): [`types::Payout`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn put_payout(&self) -> builder::PutPayout<'_> {
        builder::PutPayout::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /loans/{id}`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loans/{id}",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /payouts`: put_payout
    pub static PUT_PAYOUT: ::florin_core::Operation = ::florin_core::Operation::new(
            "put_payout",
            ::florin_core::http::Method::PUT,
            "/payouts",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_LOAN, &PUT_PAYOUT];
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
        id: Result<types::GetLoanId, String>,
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
            V: std::convert::TryInto<types::GetLoanId>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `GetLoanId` for id failed".to_string());
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
    /// A request of [`Client::put_payout`](super::Client::put_payout); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PutPayout<'a> {
        client: &'a super::Client,
        id: Result<Option<types::GetLoanId>, String>,
        body: Result<types::builder::Payout, String>,
    }
    impl ::std::fmt::Debug for PutPayout<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PutPayout").finish_non_exhaustive()
        }
    }
    impl<'a> PutPayout<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `id` (query, optional).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GetLoanId>,
        {
            self.id = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `GetLoanId` for id failed".to_string());
            self
        }
        /// Sets the body: [`types::Payout`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Payout>,
            <V as std::convert::TryInto<types::Payout>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Payout` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Payout) -> types::builder::Payout,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `PUT /payouts`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::PUT_PAYOUT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Payout::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("id", &id);
            request.json(&body);
            request.send_empty().await
        }
    }
}
