// Made by florin-codegen from kinds.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Loan/properties/guarantors`: this is `type: array` and has `properties`, here and in another place; it is a list of such objects
/// - `#/components/schemas/Loan/properties/tags`: this is `type: array` and has `properties`; it is the list that its `items` say
/// - `#/components/schemas/Loan/properties/fees`: this is `type: object` and has `items`; it is taken as a list
/// - `#/components/schemas/Loan/properties/contact`: this is `type: string` and has `properties`; it is taken as an object
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
        /// Whatever there is.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub anything: ::std::option::Option<::serde_json::Value>,
        /// The `contact`; see [`LoanContact`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub contact: ::std::option::Option<LoanContact>,
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub due: ::std::option::Option<::std::string::String>,
        /// The `fees`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub fees: ::std::vec::Vec<::std::string::String>,
        /// The `guarantors`; see [`LoanGuarantorsItem`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub guarantors: ::std::vec::Vec<LoanGuarantorsItem>,
        /// The `months`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub months: ::std::option::Option<i64>,
        /// The `notes`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub notes: ::std::vec::Vec<::serde_json::Value>,
        /// The `parties`; see [`LoanPartiesItem`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub parties: ::std::vec::Vec<LoanPartiesItem>,
        /// The `payments`; see [`Payment`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub payments: ::std::vec::Vec<Payment>,
        /// The `purpose`; see [`LoanPurpose`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub purpose: ::std::option::Option<LoanPurpose>,
        /// At least 0.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rate: ::std::option::Option<::florin_core::Decimal>,
        /// The `state`; see [`LoanState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<LoanState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
        /// The `term`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub term: ::std::option::Option<i64>,
    }
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
    }
    /// The `LoanContact` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanContact {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl LoanContact {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanContact {
            Default::default()
        }
    }
    /// The `LoanGuarantorsItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanGuarantorsItem {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl LoanGuarantorsItem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanGuarantorsItem {
            Default::default()
        }
    }
    /// The `LoanPartiesItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanPartiesItem {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl LoanPartiesItem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanPartiesItem {
            Default::default()
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum LoanPurpose {
        /// `Array`.
        Array(::std::vec::Vec<::std::string::String>),
        /// `String`.
        String(::std::string::String),
        /// What the spec does not describe, as it was sent.
        Unknown(::serde_json::Value),
    }
    impl ::std::fmt::Debug for LoanPurpose {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Array(field_0) => f.debug_tuple("Array").field(field_0).finish(),
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for LoanPurpose {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::list(),
                ::florin_core::union::Alternative::text(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Array),
                1usize => json.read().map(Self::String),
                _ => None,
            }
        }
        fn unknown(json: ::serde_json::Value) -> Self {
            Self::Unknown(json)
        }
        fn is_unknown(&self) -> bool {
            matches!(self, Self::Unknown(_))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for LoanPurpose {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for LoanPurpose {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Array(value) => value.serialize(serializer),
                Self::String(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::vec::Vec<::std::string::String>> for LoanPurpose {
        fn from(value: ::std::vec::Vec<::std::string::String>) -> Self {
            Self::Array(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for LoanPurpose {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
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
    /// The `Payment` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Payment(
        pub ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    );
    impl ::std::ops::Deref for Payment {
        type Target = ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >;
        fn deref(
            &self,
        ) -> &::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        > {
            &self.0
        }
    }
    impl ::std::convert::From<Payment>
    for ::std::collections::BTreeMap<::std::string::String, ::std::string::String> {
        fn from(value: Payment) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
    > for Payment {
        fn from(
            value: ::std::collections::BTreeMap<
                ::std::string::String,
                ::std::string::String,
            >,
        ) -> Self {
            Self(value)
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            anything: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            contact: ::std::result::Result<
                ::std::option::Option<super::LoanContact>,
                ::std::string::String,
            >,
            due: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            fees: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            guarantors: ::std::result::Result<
                ::std::vec::Vec<super::LoanGuarantorsItem>,
                ::std::string::String,
            >,
            months: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            notes: ::std::result::Result<
                ::std::vec::Vec<::serde_json::Value>,
                ::std::string::String,
            >,
            parties: ::std::result::Result<
                ::std::vec::Vec<super::LoanPartiesItem>,
                ::std::string::String,
            >,
            payments: ::std::result::Result<
                ::std::vec::Vec<super::Payment>,
                ::std::string::String,
            >,
            purpose: ::std::result::Result<
                ::std::option::Option<super::LoanPurpose>,
                ::std::string::String,
            >,
            rate: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::LoanState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            term: ::std::result::Result<
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
                    anything: Ok(Default::default()),
                    contact: Ok(Default::default()),
                    due: Ok(Default::default()),
                    fees: Ok(Default::default()),
                    guarantors: Ok(Default::default()),
                    months: Ok(Default::default()),
                    notes: Ok(Default::default()),
                    parties: Ok(Default::default()),
                    payments: Ok(Default::default()),
                    purpose: Ok(Default::default()),
                    rate: Ok(Default::default()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
                    term: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`anything`](super::Loan::anything).
            pub fn anything<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.anything = ::florin_core::set::optional(value, "anything");
                self
            }
            /// Sets [`contact`](super::Loan::contact).
            pub fn contact<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanContact>,
                T::Error: ::std::fmt::Display,
            {
                self.contact = ::florin_core::set::optional(value, "contact");
                self
            }
            /// Sets [`due`](super::Loan::due).
            pub fn due<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.due = ::florin_core::set::optional(value, "due");
                self
            }
            /// Sets [`fees`](super::Loan::fees).
            pub fn fees<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.fees = ::florin_core::set::required(value, "fees");
                self
            }
            /// Sets [`guarantors`](super::Loan::guarantors).
            pub fn guarantors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::LoanGuarantorsItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.guarantors = ::florin_core::set::required(value, "guarantors");
                self
            }
            /// Sets [`months`](super::Loan::months).
            pub fn months<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.months = ::florin_core::set::optional(value, "months");
                self
            }
            /// Sets [`notes`](super::Loan::notes).
            pub fn notes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.notes = ::florin_core::set::required(value, "notes");
                self
            }
            /// Sets [`parties`](super::Loan::parties).
            pub fn parties<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::LoanPartiesItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.parties = ::florin_core::set::required(value, "parties");
                self
            }
            /// Sets [`payments`](super::Loan::payments).
            pub fn payments<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Payment>>,
                T::Error: ::std::fmt::Display,
            {
                self.payments = ::florin_core::set::required(value, "payments");
                self
            }
            /// Sets [`purpose`](super::Loan::purpose).
            pub fn purpose<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanPurpose>,
                T::Error: ::std::fmt::Display,
            {
                self.purpose = ::florin_core::set::optional(value, "purpose");
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
            /// Sets [`state`](super::Loan::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::Loan::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
                self
            }
            /// Sets [`term`](super::Loan::term).
            pub fn term<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.term = ::florin_core::set::optional(value, "term");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    anything: value.anything?,
                    contact: value.contact?,
                    due: value.due?,
                    fees: value.fees?,
                    guarantors: value.guarantors?,
                    months: value.months?,
                    notes: value.notes?,
                    parties: value.parties?,
                    payments: value.payments?,
                    purpose: value.purpose?,
                    rate: value.rate?,
                    state: value.state?,
                    tags: value.tags?,
                    term: value.term?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    anything: Ok(value.anything),
                    contact: Ok(value.contact),
                    due: Ok(value.due),
                    fees: Ok(value.fees),
                    guarantors: Ok(value.guarantors),
                    months: Ok(value.months),
                    notes: Ok(value.notes),
                    parties: Ok(value.parties),
                    payments: Ok(value.payments),
                    purpose: Ok(value.purpose),
                    rate: Ok(value.rate),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                    term: Ok(value.term),
                }
            }
        }
        /// Builds a [`LoanContact`](super::LoanContact), field by field.
        #[derive(Clone)]
        pub struct LoanContact {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanContact {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanContact").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanContact {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl LoanContact {
            /// Sets [`name`](super::LoanContact::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanContact> for super::LoanContact {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanContact,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::LoanContact> for LoanContact {
            fn from(value: super::LoanContact) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        /// Builds a [`LoanGuarantorsItem`](super::LoanGuarantorsItem), field by field.
        #[derive(Clone)]
        pub struct LoanGuarantorsItem {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanGuarantorsItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanGuarantorsItem").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanGuarantorsItem {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl LoanGuarantorsItem {
            /// Sets [`name`](super::LoanGuarantorsItem::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanGuarantorsItem> for super::LoanGuarantorsItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanGuarantorsItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::LoanGuarantorsItem> for LoanGuarantorsItem {
            fn from(value: super::LoanGuarantorsItem) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        /// Builds a [`LoanPartiesItem`](super::LoanPartiesItem), field by field.
        #[derive(Clone)]
        pub struct LoanPartiesItem {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanPartiesItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanPartiesItem").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanPartiesItem {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl LoanPartiesItem {
            /// Sets [`name`](super::LoanPartiesItem::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanPartiesItem> for super::LoanPartiesItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanPartiesItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::LoanPartiesItem> for LoanPartiesItem {
            fn from(value: super::LoanPartiesItem) -> Self {
                Self { name: Ok(value.name) }
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
    /// Sends `GET /loan`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: The loan.
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
    /// `GET /loan`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loan",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_LOAN];
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
    }
    impl ::std::fmt::Debug for GetLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetLoan").finish_non_exhaustive()
        }
    }
    impl<'a> GetLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /loan`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_LOAN;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
