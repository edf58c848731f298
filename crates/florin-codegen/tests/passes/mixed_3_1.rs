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
    impl CreatePaymentSettledPayload {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreatePaymentSettledPayload {
            Default::default()
        }
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
        Unknown(::serde_json::Value),
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
        fn unknown(json: ::serde_json::Value) -> Self {
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
    impl NewPayment {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::NewPayment {
            Default::default()
        }
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
    impl Payee {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Payee {
            Default::default()
        }
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
    impl Payment {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Payment {
            Default::default()
        }
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
        Unknown(::serde_json::Value),
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
        fn unknown(json: ::serde_json::Value) -> Self {
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
        Unknown(::serde_json::Value),
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
        fn unknown(json: ::serde_json::Value) -> Self {
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
    impl PaymentPage {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::PaymentPage {
            Default::default()
        }
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
    impl PaymentPart {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::PaymentPart {
            Default::default()
        }
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
    impl PaymentReturnedPayload {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::PaymentReturnedPayload {
            Default::default()
        }
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
        Unknown(::serde_json::Value),
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
        fn unknown(json: ::serde_json::Value) -> Self {
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
    impl Problem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Problem {
            Default::default()
        }
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
    impl PutReceiptBody {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::PutReceiptBody {
            Default::default()
        }
    }
    /// The `PutReceiptBodyAbout` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PutReceiptBodyAbout {
        /// The `pages`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pages: ::std::option::Option<i64>,
    }
    impl PutReceiptBodyAbout {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::PutReceiptBodyAbout {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`CreatePaymentSettledPayload`](super::CreatePaymentSettledPayload), field by field.
        #[derive(Clone)]
        pub struct CreatePaymentSettledPayload {
            id: ::std::result::Result<
                super::CreatePaymentSettledPayloadId,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreatePaymentSettledPayload {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreatePaymentSettledPayload").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreatePaymentSettledPayload {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                }
            }
        }
        impl CreatePaymentSettledPayload {
            /// Sets [`id`](super::CreatePaymentSettledPayload::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreatePaymentSettledPayloadId>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
        }
        impl ::std::convert::TryFrom<CreatePaymentSettledPayload>
        for super::CreatePaymentSettledPayload {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreatePaymentSettledPayload,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::CreatePaymentSettledPayload>
        for CreatePaymentSettledPayload {
            fn from(value: super::CreatePaymentSettledPayload) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        /// Builds a [`NewPayment`](super::NewPayment), field by field.
        #[derive(Clone)]
        pub struct NewPayment {
            amount: ::std::result::Result<
                ::florin_core::decimal_string::DecimalString,
                ::std::string::String,
            >,
            currency: ::std::result::Result<
                super::NewPaymentCurrency,
                ::std::string::String,
            >,
            kind: ::std::result::Result<
                ::std::option::Option<super::NewPaymentKind>,
                ::std::string::String,
            >,
            payee: ::std::result::Result<super::Payee, ::std::string::String>,
        }
        impl ::std::fmt::Debug for NewPayment {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("NewPayment").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for NewPayment {
            fn default() -> Self {
                Self {
                    amount: Err("no value supplied for amount".to_string()),
                    currency: Err("no value supplied for currency".to_string()),
                    kind: Ok(Default::default()),
                    payee: Err("no value supplied for payee".to_string()),
                }
            }
        }
        impl NewPayment {
            /// Sets [`amount`](super::NewPayment::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::decimal_string::DecimalString>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`currency`](super::NewPayment::currency).
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NewPaymentCurrency>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = ::florin_core::set::required(value, "currency");
                self
            }
            /// Sets [`kind`](super::NewPayment::kind).
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NewPaymentKind>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = ::florin_core::set::optional(value, "kind");
                self
            }
            /// Sets [`payee`](super::NewPayment::payee).
            pub fn payee<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Payee>,
                T::Error: ::std::fmt::Display,
            {
                self.payee = ::florin_core::set::required(value, "payee");
                self
            }
        }
        impl ::std::convert::TryFrom<NewPayment> for super::NewPayment {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewPayment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    currency: value.currency?,
                    kind: value.kind?,
                    payee: value.payee?,
                })
            }
        }
        impl ::std::convert::From<super::NewPayment> for NewPayment {
            fn from(value: super::NewPayment) -> Self {
                Self {
                    amount: Ok(value.amount),
                    currency: Ok(value.currency),
                    kind: Ok(value.kind),
                    payee: Ok(value.payee),
                }
            }
        }
        /// Builds a [`Payee`](super::Payee), field by field.
        #[derive(Clone)]
        pub struct Payee {
            agent: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Payee>>,
                ::std::string::String,
            >,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            extra: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Payee {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Payee").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Payee {
            fn default() -> Self {
                Self {
                    agent: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl Payee {
            /// Sets [`agent`](super::Payee::agent).
            pub fn agent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Payee>>,
                T::Error: ::std::fmt::Display,
            {
                self.agent = ::florin_core::set::optional(value, "agent");
                self
            }
            /// Sets [`name`](super::Payee::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::required(value, "name");
                self
            }
            /// Sets [`extra`](super::Payee::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
                self
            }
        }
        impl ::std::convert::TryFrom<Payee> for super::Payee {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Payee,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent: value.agent?,
                    name: value.name?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Payee> for Payee {
            fn from(value: super::Payee) -> Self {
                Self {
                    agent: Ok(value.agent),
                    name: Ok(value.name),
                    extra: Ok(value.extra),
                }
            }
        }
        /// Builds a [`Payment`](super::Payment), field by field.
        #[derive(Clone)]
        pub struct Payment {
            amount: ::std::result::Result<super::PaymentAmount, ::std::string::String>,
            balances: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::florin_core::Decimal,
                >,
                ::std::string::String,
            >,
            currency: ::std::result::Result<
                super::NewPaymentCurrency,
                ::std::string::String,
            >,
            fee: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            id: ::std::result::Result<super::PaymentId, ::std::string::String>,
            labels: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            legacy: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            metadata: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            parts: ::std::result::Result<
                ::std::vec::Vec<super::PaymentPart>,
                ::std::string::String,
            >,
            payee: ::std::result::Result<super::Payee, ::std::string::String>,
            payer: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Payee>>,
                ::std::string::String,
            >,
            return_code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            route: ::std::result::Result<
                ::std::vec::Vec<super::PaymentRouteItem>,
                ::std::string::String,
            >,
            settled_at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            stamp: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            state: ::std::result::Result<super::PaymentState, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Payment {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Payment").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Payment {
            fn default() -> Self {
                Self {
                    amount: Err("no value supplied for amount".to_string()),
                    balances: Ok(Default::default()),
                    currency: Err("no value supplied for currency".to_string()),
                    fee: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    labels: Ok(Default::default()),
                    legacy: Ok(Default::default()),
                    metadata: Ok(Default::default()),
                    parts: Ok(Default::default()),
                    payee: Err("no value supplied for payee".to_string()),
                    payer: Ok(Default::default()),
                    return_code: Ok(Default::default()),
                    route: Ok(Default::default()),
                    settled_at: Ok(Default::default()),
                    stamp: Ok(Default::default()),
                    state: Err("no value supplied for state".to_string()),
                }
            }
        }
        impl Payment {
            /// Sets [`amount`](super::Payment::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PaymentAmount>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`balances`](super::Payment::balances).
            pub fn balances<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::florin_core::Decimal,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.balances = ::florin_core::set::required(value, "balances");
                self
            }
            /// Sets [`currency`](super::Payment::currency).
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NewPaymentCurrency>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = ::florin_core::set::required(value, "currency");
                self
            }
            /// Sets [`fee`](super::Payment::fee).
            pub fn fee<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.fee = ::florin_core::set::optional(value, "fee");
                self
            }
            /// Sets [`id`](super::Payment::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PaymentId>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
            /// Sets [`labels`](super::Payment::labels).
            pub fn labels<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.labels = ::florin_core::set::required(value, "labels");
                self
            }
            /// Sets [`legacy`](super::Payment::legacy).
            pub fn legacy<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.legacy = ::florin_core::set::optional(value, "legacy");
                self
            }
            /// Sets [`metadata`](super::Payment::metadata).
            pub fn metadata<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.metadata = ::florin_core::set::optional(value, "metadata");
                self
            }
            /// Sets [`parts`](super::Payment::parts).
            pub fn parts<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PaymentPart>>,
                T::Error: ::std::fmt::Display,
            {
                self.parts = ::florin_core::set::required(value, "parts");
                self
            }
            /// Sets [`payee`](super::Payment::payee).
            pub fn payee<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Payee>,
                T::Error: ::std::fmt::Display,
            {
                self.payee = ::florin_core::set::required(value, "payee");
                self
            }
            /// Sets [`payer`](super::Payment::payer).
            pub fn payer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Payee>>,
                T::Error: ::std::fmt::Display,
            {
                self.payer = ::florin_core::set::optional(value, "payer");
                self
            }
            /// Sets [`return_code`](super::Payment::return_code).
            pub fn return_code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.return_code = ::florin_core::set::optional(value, "return_code");
                self
            }
            /// Sets [`route`](super::Payment::route).
            pub fn route<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PaymentRouteItem>>,
                T::Error: ::std::fmt::Display,
            {
                self.route = ::florin_core::set::required(value, "route");
                self
            }
            /// Sets [`settled_at`](super::Payment::settled_at).
            pub fn settled_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.settled_at = ::florin_core::set::optional(value, "settled_at");
                self
            }
            /// Sets [`stamp`](super::Payment::stamp).
            pub fn stamp<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.stamp = ::florin_core::set::optional(value, "stamp");
                self
            }
            /// Sets [`state`](super::Payment::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PaymentState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::required(value, "state");
                self
            }
        }
        impl ::std::convert::TryFrom<Payment> for super::Payment {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Payment,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    balances: value.balances?,
                    currency: value.currency?,
                    fee: value.fee?,
                    id: value.id?,
                    labels: value.labels?,
                    legacy: value.legacy?,
                    metadata: value.metadata?,
                    parts: value.parts?,
                    payee: value.payee?,
                    payer: value.payer?,
                    return_code: value.return_code?,
                    route: value.route?,
                    settled_at: value.settled_at?,
                    stamp: value.stamp?,
                    state: value.state?,
                })
            }
        }
        impl ::std::convert::From<super::Payment> for Payment {
            fn from(value: super::Payment) -> Self {
                Self {
                    amount: Ok(value.amount),
                    balances: Ok(value.balances),
                    currency: Ok(value.currency),
                    fee: Ok(value.fee),
                    id: Ok(value.id),
                    labels: Ok(value.labels),
                    legacy: Ok(value.legacy),
                    metadata: Ok(value.metadata),
                    parts: Ok(value.parts),
                    payee: Ok(value.payee),
                    payer: Ok(value.payer),
                    return_code: Ok(value.return_code),
                    route: Ok(value.route),
                    settled_at: Ok(value.settled_at),
                    stamp: Ok(value.stamp),
                    state: Ok(value.state),
                }
            }
        }
        /// Builds a [`PaymentPage`](super::PaymentPage), field by field.
        #[derive(Clone)]
        pub struct PaymentPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Payment>,
                ::std::string::String,
            >,
            next: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for PaymentPage {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("PaymentPage").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for PaymentPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next: Ok(Default::default()),
                }
            }
        }
        impl PaymentPage {
            /// Sets [`items`](super::PaymentPage::items).
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Payment>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = ::florin_core::set::required(value, "items");
                self
            }
            /// Sets [`next`](super::PaymentPage::next).
            pub fn next<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.next = ::florin_core::set::optional(value, "next");
                self
            }
        }
        impl ::std::convert::TryFrom<PaymentPage> for super::PaymentPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PaymentPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next: value.next?,
                })
            }
        }
        impl ::std::convert::From<super::PaymentPage> for PaymentPage {
            fn from(value: super::PaymentPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next: Ok(value.next),
                }
            }
        }
        /// Builds a [`PaymentPart`](super::PaymentPart), field by field.
        #[derive(Clone)]
        pub struct PaymentPart {
            of: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::PaymentPart>>,
                ::std::string::String,
            >,
            share: ::std::result::Result<::florin_core::Decimal, ::std::string::String>,
        }
        impl ::std::fmt::Debug for PaymentPart {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("PaymentPart").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for PaymentPart {
            fn default() -> Self {
                Self {
                    of: Ok(Default::default()),
                    share: Err("no value supplied for share".to_string()),
                }
            }
        }
        impl PaymentPart {
            /// Sets [`of`](super::PaymentPart::of).
            pub fn of<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::PaymentPart>>,
                T::Error: ::std::fmt::Display,
            {
                self.of = ::florin_core::set::optional(value, "of");
                self
            }
            /// Sets [`share`](super::PaymentPart::share).
            pub fn share<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.share = ::florin_core::set::required(value, "share");
                self
            }
        }
        impl ::std::convert::TryFrom<PaymentPart> for super::PaymentPart {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PaymentPart,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    of: value.of?,
                    share: value.share?,
                })
            }
        }
        impl ::std::convert::From<super::PaymentPart> for PaymentPart {
            fn from(value: super::PaymentPart) -> Self {
                Self {
                    of: Ok(value.of),
                    share: Ok(value.share),
                }
            }
        }
        /// Builds a [`PaymentReturnedPayload`](super::PaymentReturnedPayload), field by field.
        #[derive(Clone)]
        pub struct PaymentReturnedPayload {
            payment: ::std::result::Result<super::Payment, ::std::string::String>,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for PaymentReturnedPayload {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("PaymentReturnedPayload").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for PaymentReturnedPayload {
            fn default() -> Self {
                Self {
                    payment: Err("no value supplied for payment".to_string()),
                    reason: Ok(Default::default()),
                }
            }
        }
        impl PaymentReturnedPayload {
            /// Sets [`payment`](super::PaymentReturnedPayload::payment).
            pub fn payment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Payment>,
                T::Error: ::std::fmt::Display,
            {
                self.payment = ::florin_core::set::required(value, "payment");
                self
            }
            /// Sets [`reason`](super::PaymentReturnedPayload::reason).
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = ::florin_core::set::optional(value, "reason");
                self
            }
        }
        impl ::std::convert::TryFrom<PaymentReturnedPayload>
        for super::PaymentReturnedPayload {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PaymentReturnedPayload,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    payment: value.payment?,
                    reason: value.reason?,
                })
            }
        }
        impl ::std::convert::From<super::PaymentReturnedPayload>
        for PaymentReturnedPayload {
            fn from(value: super::PaymentReturnedPayload) -> Self {
                Self {
                    payment: Ok(value.payment),
                    reason: Ok(value.reason),
                }
            }
        }
        /// Builds a [`Problem`](super::Problem), field by field.
        #[derive(Clone)]
        pub struct Problem {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Problem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Problem").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Ok(Default::default()),
                }
            }
        }
        impl Problem {
            /// Sets [`code`](super::Problem::code).
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = ::florin_core::set::required(value, "code");
                self
            }
            /// Sets [`detail`](super::Problem::detail).
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = ::florin_core::set::optional(value, "detail");
                self
            }
        }
        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                })
            }
        }
        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                }
            }
        }
        /// Builds a [`PutReceiptBody`](super::PutReceiptBody), field by field.
        #[derive(Clone)]
        pub struct PutReceiptBody {
            about: ::std::result::Result<
                ::std::option::Option<super::PutReceiptBodyAbout>,
                ::std::string::String,
            >,
            file: ::std::result::Result<::florin_core::FilePart, ::std::string::String>,
        }
        impl ::std::fmt::Debug for PutReceiptBody {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("PutReceiptBody").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for PutReceiptBody {
            fn default() -> Self {
                Self {
                    about: Ok(Default::default()),
                    file: Err("no value supplied for file".to_string()),
                }
            }
        }
        impl PutReceiptBody {
            /// Sets [`about`](super::PutReceiptBody::about).
            pub fn about<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::PutReceiptBodyAbout>,
                T::Error: ::std::fmt::Display,
            {
                self.about = ::florin_core::set::optional(value, "about");
                self
            }
            /// Sets [`file`](super::PutReceiptBody::file).
            pub fn file<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::FilePart>,
                T::Error: ::std::fmt::Display,
            {
                self.file = ::florin_core::set::required(value, "file");
                self
            }
        }
        impl ::std::convert::TryFrom<PutReceiptBody> for super::PutReceiptBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PutReceiptBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    about: value.about?,
                    file: value.file?,
                })
            }
        }
        impl ::std::convert::From<super::PutReceiptBody> for PutReceiptBody {
            fn from(value: super::PutReceiptBody) -> Self {
                Self {
                    about: Ok(value.about),
                    file: Ok(value.file),
                }
            }
        }
        /// Builds a [`PutReceiptBodyAbout`](super::PutReceiptBodyAbout), field by field.
        #[derive(Clone)]
        pub struct PutReceiptBodyAbout {
            pages: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for PutReceiptBodyAbout {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("PutReceiptBodyAbout").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for PutReceiptBodyAbout {
            fn default() -> Self {
                Self {
                    pages: Ok(Default::default()),
                }
            }
        }
        impl PutReceiptBodyAbout {
            /// Sets [`pages`](super::PutReceiptBodyAbout::pages).
            pub fn pages<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.pages = ::florin_core::set::optional(value, "pages");
                self
            }
        }
        impl ::std::convert::TryFrom<PutReceiptBodyAbout>
        for super::PutReceiptBodyAbout {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PutReceiptBodyAbout,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { pages: value.pages? })
            }
        }
        impl ::std::convert::From<super::PutReceiptBodyAbout> for PutReceiptBodyAbout {
            fn from(value: super::PutReceiptBodyAbout) -> Self {
                Self { pages: Ok(value.pages) }
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
    /// - `id` (path, required)
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
