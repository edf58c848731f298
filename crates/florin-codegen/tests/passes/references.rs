// Made by florin-codegen from references.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Payout/properties/spelt`: `$ref: #/components/schemas/Bank%20Account` leads nowhere; it is taken for `#/components/schemas/Bank%20Account`
/// - `#/components/schemas/Payout/properties/near/items`: `$ref: #/definitions/Payout` leads nowhere; it is taken for `#/components/schemas/Payout`
/// - `#/components/schemas/Payout/properties/bare`: `$ref: Loan` leads to another file; it needs the files beside it: use `generate_file`; it is taken for `#/components/schemas/Loan`
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
    impl Bank20account {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Bank20account {
            Default::default()
        }
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
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
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
    impl LoanAddress {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanAddress {
            Default::default()
        }
    }
    /// The `LoanNotesItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanNotesItem {
        /// The `text`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    impl LoanNotesItem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanNotesItem {
            Default::default()
        }
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
    impl Payout {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Payout {
            Default::default()
        }
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
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Bank20account`](super::Bank20account), field by field.
        #[derive(Clone)]
        pub struct Bank20account {
            iban: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Bank20account {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Bank20account").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Bank20account {
            fn default() -> Self {
                Self {
                    iban: Ok(Default::default()),
                }
            }
        }
        impl Bank20account {
            /// Sets [`iban`](super::Bank20account::iban).
            pub fn iban<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.iban = ::florin_core::set::optional(value, "iban");
                self
            }
        }
        impl ::std::convert::TryFrom<Bank20account> for super::Bank20account {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Bank20account,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { iban: value.iban? })
            }
        }
        impl ::std::convert::From<super::Bank20account> for Bank20account {
            fn from(value: super::Bank20account) -> Self {
                Self { iban: Ok(value.iban) }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            address: ::std::result::Result<
                ::std::option::Option<super::LoanAddress>,
                ::std::string::String,
            >,
            notes: ::std::result::Result<
                ::std::vec::Vec<super::LoanNotesItem>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::State>,
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
                    address: Ok(Default::default()),
                    notes: Ok(Default::default()),
                    state: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`address`](super::Loan::address).
            pub fn address<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanAddress>,
                T::Error: ::std::fmt::Display,
            {
                self.address = ::florin_core::set::optional(value, "address");
                self
            }
            /// Sets [`notes`](super::Loan::notes).
            pub fn notes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::LoanNotesItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.notes = ::florin_core::set::required(value, "notes");
                self
            }
            /// Sets [`state`](super::Loan::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::State>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    address: value.address?,
                    notes: value.notes?,
                    state: value.state?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    address: Ok(value.address),
                    notes: Ok(value.notes),
                    state: Ok(value.state),
                }
            }
        }
        /// Builds a [`LoanAddress`](super::LoanAddress), field by field.
        #[derive(Clone)]
        pub struct LoanAddress {
            city: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            ref_: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanAddress {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanAddress").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanAddress {
            fn default() -> Self {
                Self {
                    city: Ok(Default::default()),
                    ref_: Ok(Default::default()),
                }
            }
        }
        impl LoanAddress {
            /// Sets [`city`](super::LoanAddress::city).
            pub fn city<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.city = ::florin_core::set::optional(value, "city");
                self
            }
            /// Sets [`ref_`](super::LoanAddress::ref_).
            pub fn ref_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.ref_ = ::florin_core::set::optional(value, "ref_");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanAddress> for super::LoanAddress {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanAddress,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    city: value.city?,
                    ref_: value.ref_?,
                })
            }
        }
        impl ::std::convert::From<super::LoanAddress> for LoanAddress {
            fn from(value: super::LoanAddress) -> Self {
                Self {
                    city: Ok(value.city),
                    ref_: Ok(value.ref_),
                }
            }
        }
        /// Builds a [`LoanNotesItem`](super::LoanNotesItem), field by field.
        #[derive(Clone)]
        pub struct LoanNotesItem {
            text: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanNotesItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanNotesItem").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanNotesItem {
            fn default() -> Self {
                Self {
                    text: Ok(Default::default()),
                }
            }
        }
        impl LoanNotesItem {
            /// Sets [`text`](super::LoanNotesItem::text).
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.text = ::florin_core::set::optional(value, "text");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanNotesItem> for super::LoanNotesItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanNotesItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { text: value.text? })
            }
        }
        impl ::std::convert::From<super::LoanNotesItem> for LoanNotesItem {
            fn from(value: super::LoanNotesItem) -> Self {
                Self { text: Ok(value.text) }
            }
        }
        /// Builds a [`Payout`](super::Payout), field by field.
        #[derive(Clone)]
        pub struct Payout {
            also: ::std::result::Result<
                ::std::option::Option<super::LoanAddress>,
                ::std::string::String,
            >,
            bare: ::std::result::Result<
                ::std::option::Option<super::Loan>,
                ::std::string::String,
            >,
            gone: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            near: ::std::result::Result<
                ::std::vec::Vec<super::Payout>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<super::LoanNotesItem>,
                ::std::string::String,
            >,
            spelt: ::std::result::Result<
                ::std::option::Option<super::Bank20account>,
                ::std::string::String,
            >,
            to: ::std::result::Result<
                ::std::option::Option<super::LoanAddress>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Payout {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Payout").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Payout {
            fn default() -> Self {
                Self {
                    also: Ok(Default::default()),
                    bare: Ok(Default::default()),
                    gone: Ok(Default::default()),
                    near: Ok(Default::default()),
                    note: Ok(Default::default()),
                    spelt: Ok(Default::default()),
                    to: Ok(Default::default()),
                }
            }
        }
        impl Payout {
            /// Sets [`also`](super::Payout::also).
            pub fn also<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanAddress>,
                T::Error: ::std::fmt::Display,
            {
                self.also = ::florin_core::set::optional(value, "also");
                self
            }
            /// Sets [`bare`](super::Payout::bare).
            pub fn bare<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Loan>,
                T::Error: ::std::fmt::Display,
            {
                self.bare = ::florin_core::set::optional(value, "bare");
                self
            }
            /// Sets [`gone`](super::Payout::gone).
            pub fn gone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.gone = ::florin_core::set::optional(value, "gone");
                self
            }
            /// Sets [`near`](super::Payout::near).
            pub fn near<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Payout>>,
                T::Error: ::std::fmt::Display,
            {
                self.near = ::florin_core::set::required(value, "near");
                self
            }
            /// Sets [`note`](super::Payout::note).
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanNotesItem>,
                T::Error: ::std::fmt::Display,
            {
                self.note = ::florin_core::set::optional(value, "note");
                self
            }
            /// Sets [`spelt`](super::Payout::spelt).
            pub fn spelt<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Bank20account>,
                T::Error: ::std::fmt::Display,
            {
                self.spelt = ::florin_core::set::optional(value, "spelt");
                self
            }
            /// Sets [`to`](super::Payout::to).
            pub fn to<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanAddress>,
                T::Error: ::std::fmt::Display,
            {
                self.to = ::florin_core::set::optional(value, "to");
                self
            }
        }
        impl ::std::convert::TryFrom<Payout> for super::Payout {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Payout,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    also: value.also?,
                    bare: value.bare?,
                    gone: value.gone?,
                    near: value.near?,
                    note: value.note?,
                    spelt: value.spelt?,
                    to: value.to?,
                })
            }
        }
        impl ::std::convert::From<super::Payout> for Payout {
            fn from(value: super::Payout) -> Self {
                Self {
                    also: Ok(value.also),
                    bare: Ok(value.bare),
                    gone: Ok(value.gone),
                    near: Ok(value.near),
                    note: Ok(value.note),
                    spelt: Ok(value.spelt),
                    to: Ok(value.to),
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
