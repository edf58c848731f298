// Made by florin-codegen from mixed_3_1.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Payments 2026-05.
///
/// Payments, payees and their files.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/NewPayment`: `dependentRequired` is a condition, which a type can't have; it isn't checked, and what only it names may be absent
/// - `#/components/schemas/Payment`: `if` is a condition, which a type can't have; it isn't checked, and what only it names may be absent
/// - `#/paths/~1payments~1{id}/get/parameters/0`: the parameter is one of several types; it is any JSON, or any text where all of them are texts
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
    /// The `CreatePaymentSettledPayload` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreatePaymentSettledPayload {
        /// The `id`; see [`CreatePaymentSettledPayloadId`].
        pub id: CreatePaymentSettledPayloadId,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum CreatePaymentSettledPayloadId {
        /// `String`.
        String(::std::string::String),
        /// `Int64`.
        Int64(i64),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for CreatePaymentSettledPayloadId {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Int64(field_0) => f.debug_tuple("Int64").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for CreatePaymentSettledPayloadId {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::number(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Int64),
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
    impl<'de> ::serde::Deserialize<'de> for CreatePaymentSettledPayloadId {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for CreatePaymentSettledPayloadId {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Int64(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for CreatePaymentSettledPayloadId {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<i64> for CreatePaymentSettledPayloadId {
        fn from(value: i64) -> Self {
            Self::Int64(value)
        }
    }
    /// The values of `Currency`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Currency {
        /// `EUR`
        Eur,
        /// `USD`
        Usd,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        Currency { "EUR" => Eur, "USD" => Usd } else Unknown
    }
    /// The values of `ListPaymentsState`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum ListPaymentsState {
        /// `open`
        Open,
        /// `settled`
        Settled,
    }
    ::florin_core::closed_list! {
        ListPaymentsState { "open" => Open, "settled" => Settled } else
        error::ConversionError
    }
    /// The `NewPayment` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NewPayment {
        /// Format: `decimal`.
        pub amount: ::florin_core::decimal_string::DecimalString,
        /// The `currency`; see [`NewPaymentCurrency`].
        pub currency: NewPaymentCurrency,
        /// The `kind`; see [`NewPaymentKind`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<NewPaymentKind>,
        /// The `payee`; see [`Payee`].
        pub payee: Payee,
    }
    /// Of the amount.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct NewPaymentCurrency(pub Currency);
    impl ::std::ops::Deref for NewPaymentCurrency {
        type Target = Currency;
        fn deref(&self) -> &Currency {
            &self.0
        }
    }
    impl ::std::convert::From<NewPaymentCurrency> for Currency {
        fn from(value: NewPaymentCurrency) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Currency> for NewPaymentCurrency {
        fn from(value: Currency) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for NewPaymentCurrency {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for NewPaymentCurrency {
        type Err = <Currency as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for NewPaymentCurrency {
        type Error = <Currency as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for NewPaymentCurrency {
        type Error = <Currency as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// The values of `NewPaymentKind`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NewPaymentKind {
        /// `transfer`
        Transfer,
    }
    ::florin_core::closed_list! {
        NewPaymentKind { "transfer" => Transfer } else error::ConversionError
    }
    /// The `Payee` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Payee {
        /// The `agent`; see [`Payee`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub agent: ::std::option::Option<::std::boxed::Box<Payee>>,
        /// At most 70 characters.
        pub name: ::std::string::String,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    /// The `Payment` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Payment {
        /// The `amount`; see [`PaymentAmount`].
        pub amount: PaymentAmount,
        /// The `balances`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub balances: ::std::collections::BTreeMap<
            ::std::string::String,
            ::florin_core::Decimal,
        >,
        /// The `currency`; see [`NewPaymentCurrency`].
        pub currency: NewPaymentCurrency,
        /// The `fee`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fee: ::std::option::Option<::florin_core::Decimal>,
        /// The `id`; see [`PaymentId`].
        pub id: PaymentId,
        /// The `labels`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub labels: ::std::vec::Vec<::std::string::String>,
        /// The `legacy`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub legacy: ::std::option::Option<::serde_json::Value>,
        /// The `metadata`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub metadata: ::std::option::Option<::serde_json::Value>,
        /// The `parts`; see [`PaymentPart`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub parts: ::std::vec::Vec<PaymentPart>,
        /// Who is paid.
        pub payee: Payee,
        /// The `payer`; see [`Payee`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub payer: ::std::option::Option<::std::boxed::Box<Payee>>,
        /// The `return_code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub return_code: ::std::option::Option<::std::string::String>,
        /// The `route`; see [`PaymentRouteItem`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub route: ::std::vec::Vec<PaymentRouteItem>,
        /// Format: `date-time`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub settled_at: ::std::option::Option<::std::string::String>,
        /// Format: `byte`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub stamp: ::std::option::Option<::std::string::String>,
        /// The `state`; see [`PaymentState`].
        pub state: PaymentState,
    }
    /// As the bank sends it.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum PaymentAmount {
        /// `String`.
        String(::std::string::String),
        /// `Number`.
        Number(::florin_core::Decimal),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for PaymentAmount {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Number(field_0) => f.debug_tuple("Number").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for PaymentAmount {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::number(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Number),
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
    impl<'de> ::serde::Deserialize<'de> for PaymentAmount {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for PaymentAmount {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Number(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for PaymentAmount {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<::florin_core::Decimal> for PaymentAmount {
        fn from(value: ::florin_core::Decimal) -> Self {
            Self::Number(value)
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum PaymentId {
        /// `String`.
        String(::std::string::String),
        /// `Int64`.
        Int64(i64),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for PaymentId {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Int64(field_0) => f.debug_tuple("Int64").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for PaymentId {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::number(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Int64),
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
    impl<'de> ::serde::Deserialize<'de> for PaymentId {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for PaymentId {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Int64(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for PaymentId {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<i64> for PaymentId {
        fn from(value: i64) -> Self {
            Self::Int64(value)
        }
    }
    /// The `PaymentPage` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PaymentPage {
        /// The `items`; see [`Payment`].
        #[serde(deserialize_with = "null_as_empty")]
        pub items: ::std::vec::Vec<Payment>,
        /// The `next`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<::std::string::String>,
    }
    /// The `PaymentPart` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PaymentPart {
        /// The `of`; see [`PaymentPart`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub of: ::std::option::Option<::std::boxed::Box<PaymentPart>>,
        /// At least 0.
        pub share: ::florin_core::Decimal,
    }
    /// The `PaymentReturnedPayload` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PaymentReturnedPayload {
        /// The `payment`; see [`Payment`].
        pub payment: Payment,
        /// The `reason`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum PaymentRouteItem {
        /// `String`.
        String(::std::string::String),
        /// `Int64`.
        Int64(i64),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for PaymentRouteItem {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Int64(field_0) => f.debug_tuple("Int64").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for PaymentRouteItem {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::number(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Int64),
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
    impl<'de> ::serde::Deserialize<'de> for PaymentRouteItem {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for PaymentRouteItem {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Int64(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for PaymentRouteItem {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<i64> for PaymentRouteItem {
        fn from(value: i64) -> Self {
            Self::Int64(value)
        }
    }
    /// The values of `PaymentState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum PaymentState {
        /// `open`
        Open,
        /// `settled`
        Settled,
        /// `returned`
        Returned,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        PaymentState { "open" => Open, "settled" => Settled, "returned" => Returned }
        else Unknown
    }
    /// The `Problem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Problem {
        /// The `code`.
        pub code: ::std::string::String,
        /// The `detail`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub detail: ::std::option::Option<::std::string::String>,
    }
    /// The `PutReceiptBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PutReceiptBody {
        /// The `about`; see [`PutReceiptBodyAbout`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub about: ::std::option::Option<PutReceiptBodyAbout>,
        /// The `file`.
        pub file: ::florin_core::FilePart,
    }
    /// The `PutReceiptBodyAbout` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PutReceiptBodyAbout {
        /// The `pages`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pages: ::std::option::Option<i64>,
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
            CreatePaymentSettledPayload {
                required id: super::CreatePaymentSettledPayloadId,
            }
        }
        ::florin_core::builder! {
            NewPayment {
                required amount: ::florin_core::decimal_string::DecimalString,
                required currency: super::NewPaymentCurrency,
                optional kind: super::NewPaymentKind,
                required payee: super::Payee,
            }
        }
        ::florin_core::builder! {
            Payee {
                optional agent: ::std::boxed::Box<super::Payee>,
                required name: ::std::string::String,
                defaulted extra: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
            }
        }
        ::florin_core::builder! {
            Payment {
                required amount: super::PaymentAmount,
                defaulted balances: ::std::collections::BTreeMap<::std::string::String, ::florin_core::Decimal>,
                required currency: super::NewPaymentCurrency,
                optional fee: ::florin_core::Decimal,
                required id: super::PaymentId,
                defaulted labels: ::std::vec::Vec<::std::string::String>,
                optional legacy: ::serde_json::Value,
                optional metadata: ::serde_json::Value,
                defaulted parts: ::std::vec::Vec<super::PaymentPart>,
                required payee: super::Payee,
                optional payer: ::std::boxed::Box<super::Payee>,
                optional return_code: ::std::string::String,
                defaulted route: ::std::vec::Vec<super::PaymentRouteItem>,
                optional settled_at: ::std::string::String,
                optional stamp: ::std::string::String,
                required state: super::PaymentState,
            }
        }
        ::florin_core::builder! {
            PaymentPage {
                required items: ::std::vec::Vec<super::Payment>,
                optional next: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            PaymentPart {
                optional of: ::std::boxed::Box<super::PaymentPart>,
                required share: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            PaymentReturnedPayload {
                required payment: super::Payment,
                optional reason: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Problem {
                required code: ::std::string::String,
                optional detail: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            PutReceiptBody {
                optional about: super::PutReceiptBodyAbout,
                required file: ::florin_core::FilePart,
            }
        }
        ::florin_core::builder! {
            PutReceiptBodyAbout {
                optional pages: i64,
            }
        }
    }
}
impl Client {
    /// The operation `list_payments`.
    ///
    /// Sends `GET /payments`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `state` (query, optional)
    /// - `limit` (query, optional): 0 to 100.
    /// - `cursor` (query, optional): Where the last page ended.
    ///
    /// # Answers
    ///
    /// - `200`: A page.
    /// - `429`: Too many at once.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_payments(&self) -> builder::ListPayments<'_> {
        builder::ListPayments::new(self)
    }
    /// The operation `create_payment`.
    ///
    /// Sends `POST /payments`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::NewPayment`].
    ///
    /// # Answers
    ///
    /// - `201`: Made.
    /// - `422`: Refused.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_payment(&self) -> builder::CreatePayment<'_> {
        builder::CreatePayment::new(self)
    }
    /// The operation `get_payment`.
    ///
    /// Sends `GET /payments/{id}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required): Of one of several types; any JSON is taken.
    ///
    /// # Answers
    ///
    /// - `200`: The payment.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_payment(&self) -> builder::GetPayment<'_> {
        builder::GetPayment::new(self)
    }
    /// The operation `get_receipt`.
    ///
    /// Sends `GET /payments/{id}/receipt`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    ///
    /// # Answers
    ///
    /// - `200`: The file.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_receipt(&self) -> builder::GetReceipt<'_> {
        builder::GetReceipt::new(self)
    }
    /// The operation `put_receipt`.
    ///
    /// Sends `PUT /payments/{id}/receipt`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Kept.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn put_receipt(&self) -> builder::PutReceipt<'_> {
        builder::PutReceipt::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /payments`: list_payments
    pub static LIST_PAYMENTS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_payments",
            ::florin_core::http::Method::GET,
            "/payments",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /payments`: create_payment
    pub static CREATE_PAYMENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_payment",
            ::florin_core::http::Method::POST,
            "/payments",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /payments/{id}`: get_payment
    pub static GET_PAYMENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_payment",
            ::florin_core::http::Method::GET,
            "/payments/{id}",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /payments/{id}/receipt`: get_receipt
    pub static GET_RECEIPT: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_receipt",
            ::florin_core::http::Method::GET,
            "/payments/{id}/receipt",
        )
        .retry(::florin_core::Retry::Safe);
    /// `PUT /payments/{id}/receipt`: put_receipt
    pub static PUT_RECEIPT: ::florin_core::Operation = ::florin_core::Operation::new(
            "put_receipt",
            ::florin_core::http::Method::PUT,
            "/payments/{id}/receipt",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &LIST_PAYMENTS,
        &CREATE_PAYMENT,
        &GET_PAYMENT,
        &GET_RECEIPT,
        &PUT_RECEIPT,
    ];
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
    /// A request of [`Client::list_payments`](super::Client::list_payments); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListPayments<'a> {
        client: &'a super::Client,
        cursor: Result<Option<::std::string::String>, String>,
        limit: Result<Option<u64>, String>,
        state: Result<Option<types::ListPaymentsState>, String>,
    }
    impl ::std::fmt::Debug for ListPayments<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListPayments").finish_non_exhaustive()
        }
    }
    impl<'a> ListPayments<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                cursor: Ok(None),
                limit: Ok(None),
                state: Ok(None),
            }
        }
        /// Sets `cursor` (query, optional).
        ///
        /// Where the last page ended.
        pub fn cursor<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.cursor = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for cursor failed".to_string());
            self
        }
        /// Sets `limit` (query, optional).
        ///
        /// 0 to 100.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u64>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `u64` for limit failed".to_string());
            self
        }
        /// Sets `state` (query, optional).
        pub fn state<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListPaymentsState>,
        {
            self.state = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `ListPaymentsState` for state failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::PaymentPage>, Error<types::Problem>> {
            let Self { client, cursor, limit, state } = self;
            let operation = &super::operations::LIST_PAYMENTS;
            let cursor = cursor
                .map_err(|message| Error::invalid_request(operation, message))?;
            let limit = limit
                .map_err(|message| Error::invalid_request(operation, message))?;
            let state = state
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("cursor", &cursor);
            request.query("limit", &limit);
            request.query("state", &state);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_payment`](super::Client::create_payment); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreatePayment<'a> {
        client: &'a super::Client,
        body: Result<types::builder::NewPayment, String>,
    }
    impl ::std::fmt::Debug for CreatePayment<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreatePayment").finish_non_exhaustive()
        }
    }
    impl<'a> CreatePayment<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::NewPayment`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewPayment>,
            <V as std::convert::TryInto<types::NewPayment>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NewPayment` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::NewPayment,
            ) -> types::builder::NewPayment,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Payment>, Error<types::Problem>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_PAYMENT;
            let body = body
                .and_then(|v| types::NewPayment::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::get_payment`](super::Client::get_payment); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetPayment<'a> {
        client: &'a super::Client,
        id: Result<::serde_json::Value, String>,
    }
    impl ::std::fmt::Debug for GetPayment<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetPayment").finish_non_exhaustive()
        }
    }
    impl<'a> GetPayment<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
            }
        }
        /// Sets `id` (path, required).
        ///
        /// Of one of several types; any JSON is taken.
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::serde_json::Value>,
        {
            self.id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `::serde_json::Value` for id failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /payments/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Payment>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::GET_PAYMENT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path_styled("id", ::florin_core::TextStyle::Simple, &id);
            request.send_json().await
        }
    }
    /// A request of [`Client::get_receipt`](super::Client::get_receipt); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetReceipt<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for GetReceipt<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetReceipt").finish_non_exhaustive()
        }
    }
    impl<'a> GetReceipt<'a> {
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
        /// Sends the request: `GET /payments/{id}/receipt`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::florin_core::FileContent>, Error<::serde_json::Value>> {
            let Self { client, id } = self;
            let operation = &super::operations::GET_RECEIPT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.send_file().await
        }
    }
    /// A request of [`Client::put_receipt`](super::Client::put_receipt); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PutReceipt<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body: Result<types::builder::PutReceiptBody, String>,
    }
    impl ::std::fmt::Debug for PutReceipt<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PutReceipt").finish_non_exhaustive()
        }
    }
    impl<'a> PutReceipt<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body: Ok(::std::default::Default::default()),
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
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::PutReceiptBody>,
            <V as std::convert::TryInto<
                types::PutReceiptBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PutReceiptBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PutReceiptBody,
            ) -> types::builder::PutReceiptBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `PUT /payments/{id}/receipt`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id, body } = self;
            let operation = &super::operations::PUT_RECEIPT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| {
                    types::PutReceiptBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.multipart_of(&[], &body);
            request.send_empty().await
        }
    }
}
