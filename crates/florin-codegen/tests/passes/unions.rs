// Made by florin-codegen from unions.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/paths/~1payments/get/parameters/0`: the parameter is one of several types; it is any JSON, or any text where all of them are texts
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
    /// The `Bank` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Bank {
        /// The `iban`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iban: ::std::option::Option<::std::string::String>,
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// `type` on the wire.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
    }
    /// The `Base` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Base {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// `type` on the wire.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
    }
    /// The `Company` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Company {
        /// The `name`.
        pub name: ::std::string::String,
        /// The `register`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub register: ::std::option::Option<::std::string::String>,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Event {
        /// See [`EventOpened`].
        Opened(EventOpened),
        /// See [`EventClosed`].
        Closed(EventClosed),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Event {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Opened(field_0) => f.debug_tuple("Opened").field(field_0).finish(),
                Self::Closed(field_0) => f.debug_tuple("Closed").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Event {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::object("", "at,by,event")
                    .fixed(&[("event", &["opened"])]),
                ::florin_core::union::Alternative::object("", "at,by,event")
                    .fixed(&[("event", &["closed"])]),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Opened),
                1usize => json.read().map(Self::Closed),
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
    impl<'de> ::serde::Deserialize<'de> for Event {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Event {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Opened(value) => value.serialize(serializer),
                Self::Closed(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<EventOpened> for Event {
        fn from(value: EventOpened) -> Self {
            Self::Opened(value)
        }
    }
    impl ::std::convert::From<EventClosed> for Event {
        fn from(value: EventClosed) -> Self {
            Self::Closed(value)
        }
    }
    /// The `EventClosed` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct EventClosed {
        /// The `at`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
        /// The `by`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub by: ::std::option::Option<::std::string::String>,
        /// The `event`; see [`EventClosedEvent`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub event: ::std::option::Option<EventClosedEvent>,
    }
    /// The values of `EventClosedEvent`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum EventClosedEvent {
        /// `closed`
        Closed,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        EventClosedEvent { "closed" => Closed } else Unknown
    }
    /// The `EventOpened` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct EventOpened {
        /// The `at`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
        /// The `by`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub by: ::std::option::Option<::std::string::String>,
        /// The `event`; see [`EventOpenedEvent`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub event: ::std::option::Option<EventOpenedEvent>,
    }
    /// The values of `EventOpenedEvent`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum EventOpenedEvent {
        /// `opened`
        Opened,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        EventOpenedEvent { "opened" => Opened } else Unknown
    }
    /// The `Limit` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Limit {
        /// The `but`; see [`Rule`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub but: ::std::option::Option<Rule>,
        /// The `limit`.
        pub limit: ::florin_core::Decimal,
    }
    /// The `Mail` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Mail {
        /// The `kind`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
        /// The `to`.
        pub to: ::std::string::String,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Mixed {
        /// See [`MixedWithA`].
        WithA(MixedWithA),
        /// See [`MixedWithB`].
        WithB(MixedWithB),
        /// Several at once, none of which knows all that came.
        Several(::std::vec::Vec<Self>),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Mixed {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::WithA(field_0) => f.debug_tuple("WithA").field(field_0).finish(),
                Self::WithB(field_0) => f.debug_tuple("WithB").field(field_0).finish(),
                Self::Several(field_0) => {
                    f.debug_tuple("Several").field(field_0).finish()
                }
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Mixed {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::any_of(
            &[
                ::florin_core::union::Alternative::object("a", "a,n"),
                ::florin_core::union::Alternative::object("b", "b"),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::WithA),
                1usize => json.read().map(Self::WithB),
                _ => None,
            }
        }
        fn unknown(json: ::florin_core::Json) -> Self {
            Self::Unknown(json)
        }
        fn is_unknown(&self) -> bool {
            matches!(self, Self::Unknown(_))
        }
        fn several(parts: ::std::vec::Vec<Self>) -> ::std::option::Option<Self> {
            Some(Self::Several(parts))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for Mixed {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Mixed {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::WithA(value) => value.serialize(serializer),
                Self::WithB(value) => value.serialize(serializer),
                Self::Several(parts) => {
                    ::florin_core::union::write_several(parts, serializer)
                }
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<MixedWithA> for Mixed {
        fn from(value: MixedWithA) -> Self {
            Self::WithA(value)
        }
    }
    impl ::std::convert::From<MixedWithB> for Mixed {
        fn from(value: MixedWithB) -> Self {
            Self::WithB(value)
        }
    }
    /// The `MixedWithA` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MixedWithA {
        /// The `a`.
        pub a: ::std::string::String,
        /// The `n`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub n: ::std::option::Option<i64>,
    }
    /// The `MixedWithB` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MixedWithB {
        /// The `b`.
        pub b: ::std::string::String,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Notice {
        /// See [`Mail`].
        Mail(Mail),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Notice {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Mail(field_0) => f.debug_tuple("Mail").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Notice {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::tagged(
            "kind",
            &[::florin_core::union::Alternative::object("to", "kind,to").tags(&["mail"])],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Mail),
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
    impl<'de> ::serde::Deserialize<'de> for Notice {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Notice {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Mail(value) => {
                    ::florin_core::union::write_tagged(
                        value,
                        "kind",
                        "\"mail\"",
                        serializer,
                    )
                }
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<Mail> for Notice {
        fn from(value: Mail) -> Self {
            Self::Mail(value)
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Payment {
        /// See [`PaymentCard`].
        Card(PaymentCard),
        /// See [`Bank`].
        Bank(Bank),
        /// See [`Sepa`].
        Sepa(Sepa),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Payment {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Card(field_0) => f.debug_tuple("Card").field(field_0).finish(),
                Self::Bank(field_0) => f.debug_tuple("Bank").field(field_0).finish(),
                Self::Sepa(field_0) => f.debug_tuple("Sepa").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Payment {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::tagged(
            "type",
            &[
                ::florin_core::union::Alternative::object(
                        "amount",
                        "amount,id,last4,type",
                    )
                    .tags(&["card", "prepaid"]),
                ::florin_core::union::Alternative::object("", "iban,id,type")
                    .tags(&["Bank"]),
                ::florin_core::union::Alternative::object("type", "mandate,type")
                    .tags(&["sepa"]),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Card),
                1usize => json.read().map(Self::Bank),
                2usize => json.read().map(Self::Sepa),
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
    impl<'de> ::serde::Deserialize<'de> for Payment {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Payment {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Card(value) => {
                    ::florin_core::union::write_tagged(
                        value,
                        "type",
                        "\"card\"",
                        serializer,
                    )
                }
                Self::Bank(value) => {
                    ::florin_core::union::write_tagged(
                        value,
                        "type",
                        "\"Bank\"",
                        serializer,
                    )
                }
                Self::Sepa(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<PaymentCard> for Payment {
        fn from(value: PaymentCard) -> Self {
            Self::Card(value)
        }
    }
    impl ::std::convert::From<Bank> for Payment {
        fn from(value: Bank) -> Self {
            Self::Bank(value)
        }
    }
    impl ::std::convert::From<Sepa> for Payment {
        fn from(value: Sepa) -> Self {
            Self::Sepa(value)
        }
    }
    /// The `PaymentCard` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct PaymentCard {
        /// The `amount`.
        pub amount: ::florin_core::Decimal,
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// The `last4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last4: ::std::option::Option<::std::string::String>,
        /// `type` on the wire.
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for PaymentCard {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PaymentCard")
                .field("amount", &self.amount)
                .field("id", &self.id)
                .field("last4", &::florin_core::Redacted)
                .field("type_", &self.type_)
                .finish()
        }
    }
    /// The `Payments` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Payments {
        /// The `by_name`; see [`Event`].
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub by_name: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::option::Option<Event>,
        >,
        /// The `items`; see [`Payment`].
        #[serde(deserialize_with = "null_as_empty")]
        pub items: ::std::vec::Vec<Payment>,
        /// The `last`; see [`Event`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last: ::std::option::Option<Event>,
        /// The `note`; see [`PaymentsNote`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<PaymentsNote>,
        /// The `payer`; see [`PaymentsPayer`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub payer: ::std::option::Option<PaymentsPayer>,
        /// The `total`; see [`PaymentsTotal`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub total: ::std::option::Option<PaymentsTotal>,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum PaymentsNote {
        /// `String`.
        String(::std::string::String),
        /// `Array`.
        Array(::std::vec::Vec<::std::string::String>),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for PaymentsNote {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(_) => {
                    f.debug_tuple("String").field(&::florin_core::Redacted).finish()
                }
                Self::Array(field_0) => f.debug_tuple("Array").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for PaymentsNote {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::list(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Array),
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
    impl<'de> ::serde::Deserialize<'de> for PaymentsNote {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for PaymentsNote {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Array(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for PaymentsNote {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<::std::string::String>> for PaymentsNote {
        fn from(value: ::std::vec::Vec<::std::string::String>) -> Self {
            Self::Array(value)
        }
    }
    /// Its identifier, or all of it.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum PaymentsPayer {
        /// `String`.
        String(::std::string::String),
        /// See [`Person`].
        Person(Person),
        /// See [`Company`].
        Company(Company),
        /// Several at once, none of which knows all that came.
        Several(::std::vec::Vec<Self>),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for PaymentsPayer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Person(field_0) => f.debug_tuple("Person").field(field_0).finish(),
                Self::Company(field_0) => {
                    f.debug_tuple("Company").field(field_0).finish()
                }
                Self::Several(field_0) => {
                    f.debug_tuple("Several").field(field_0).finish()
                }
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for PaymentsPayer {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::any_of(
            &[
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::object("name", "born,name"),
                ::florin_core::union::Alternative::object("name", "name,register"),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::String),
                1usize => json.read().map(Self::Person),
                2usize => json.read().map(Self::Company),
                _ => None,
            }
        }
        fn unknown(json: ::florin_core::Json) -> Self {
            Self::Unknown(json)
        }
        fn is_unknown(&self) -> bool {
            matches!(self, Self::Unknown(_))
        }
        fn several(parts: ::std::vec::Vec<Self>) -> ::std::option::Option<Self> {
            Some(Self::Several(parts))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for PaymentsPayer {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for PaymentsPayer {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::String(value) => value.serialize(serializer),
                Self::Person(value) => value.serialize(serializer),
                Self::Company(value) => value.serialize(serializer),
                Self::Several(parts) => {
                    ::florin_core::union::write_several(parts, serializer)
                }
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for PaymentsPayer {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<Person> for PaymentsPayer {
        fn from(value: Person) -> Self {
            Self::Person(value)
        }
    }
    impl ::std::convert::From<Company> for PaymentsPayer {
        fn from(value: Company) -> Self {
            Self::Company(value)
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum PaymentsTotal {
        /// `Number`.
        Number(::florin_core::Decimal),
        /// `String`.
        String(::std::string::String),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for PaymentsTotal {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Number(field_0) => f.debug_tuple("Number").field(field_0).finish(),
                Self::String(field_0) => f.debug_tuple("String").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for PaymentsTotal {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::number(),
                ::florin_core::union::Alternative::text(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Number),
                1usize => json.read().map(Self::String),
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
    impl<'de> ::serde::Deserialize<'de> for PaymentsTotal {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for PaymentsTotal {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Number(value) => value.serialize(serializer),
                Self::String(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<::florin_core::Decimal> for PaymentsTotal {
        fn from(value: ::florin_core::Decimal) -> Self {
            Self::Number(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for PaymentsTotal {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    /// The `Person` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Person {
        /// The `born`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub born: ::std::option::Option<::std::string::String>,
        /// The `name`.
        pub name: ::std::string::String,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Rule {
        /// See [`RuleAll`].
        All(RuleAll),
        /// See [`Limit`].
        Limit(::std::boxed::Box<Limit>),
        /// `Array`.
        Array(::std::vec::Vec<Rule>),
        /// See [`RuleWithNot`].
        WithNot(RuleWithNot),
        /// `Boolean`.
        Boolean(bool),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Rule {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::All(field_0) => f.debug_tuple("All").field(field_0).finish(),
                Self::Limit(field_0) => f.debug_tuple("Limit").field(field_0).finish(),
                Self::Array(field_0) => f.debug_tuple("Array").field(field_0).finish(),
                Self::WithNot(field_0) => {
                    f.debug_tuple("WithNot").field(field_0).finish()
                }
                Self::Boolean(field_0) => {
                    f.debug_tuple("Boolean").field(field_0).finish()
                }
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Rule {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::object("all", "all,except"),
                ::florin_core::union::Alternative::object("limit", "but,limit"),
                ::florin_core::union::Alternative::list(),
                ::florin_core::union::Alternative::object("not", "not"),
                ::florin_core::union::Alternative::boolean(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::All),
                1usize => json.read().map(Self::Limit),
                2usize => json.read().map(Self::Array),
                3usize => json.read().map(Self::WithNot),
                4usize => json.read().map(Self::Boolean),
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
    impl<'de> ::serde::Deserialize<'de> for Rule {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Rule {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::All(value) => value.serialize(serializer),
                Self::Limit(value) => value.serialize(serializer),
                Self::Array(value) => value.serialize(serializer),
                Self::WithNot(value) => value.serialize(serializer),
                Self::Boolean(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<RuleAll> for Rule {
        fn from(value: RuleAll) -> Self {
            Self::All(value)
        }
    }
    impl ::std::convert::From<Limit> for Rule {
        fn from(value: Limit) -> Self {
            Self::Limit(::std::boxed::Box::new(value))
        }
    }
    impl ::std::convert::From<::std::vec::Vec<Rule>> for Rule {
        fn from(value: ::std::vec::Vec<Rule>) -> Self {
            Self::Array(value)
        }
    }
    impl ::std::convert::From<RuleWithNot> for Rule {
        fn from(value: RuleWithNot) -> Self {
            Self::WithNot(value)
        }
    }
    impl ::std::convert::From<bool> for Rule {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    /// The `RuleAll` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RuleAll {
        /// The `all`; see [`Rule`].
        #[serde(deserialize_with = "null_as_empty")]
        pub all: ::std::vec::Vec<Rule>,
        /// The `except`; see [`Rule`].
        #[serde(default)]
        pub except: ::std::boxed::Box<::std::option::Option<Rule>>,
    }
    /// The `RuleWithNot` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RuleWithNot {
        /// The `not`; see [`Rule`].
        pub not: ::std::boxed::Box<Rule>,
    }
    /// The `Sepa` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Sepa {
        /// The `mandate`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mandate: ::std::option::Option<::std::string::String>,
        /// `type` on the wire.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Slot {
        /// See [`SlotV1`].
        V1(SlotV1),
        /// See [`SlotV2`].
        V2(SlotV2),
        /// See [`SlotVTrue`].
        VTrue(SlotVTrue),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Slot {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::V1(field_0) => f.debug_tuple("V1").field(field_0).finish(),
                Self::V2(field_0) => f.debug_tuple("V2").field(field_0).finish(),
                Self::VTrue(field_0) => f.debug_tuple("VTrue").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Slot {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::object("v", "v,x")
                    .fixed(&[("v", &["1"])]),
                ::florin_core::union::Alternative::object("v", "v,x")
                    .fixed(&[("v", &["2"])]),
                ::florin_core::union::Alternative::object("v", "v,x")
                    .fixed(&[("v", &["true"])]),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::V1),
                1usize => json.read().map(Self::V2),
                2usize => json.read().map(Self::VTrue),
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
    impl<'de> ::serde::Deserialize<'de> for Slot {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Slot {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::V1(value) => value.serialize(serializer),
                Self::V2(value) => value.serialize(serializer),
                Self::VTrue(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<SlotV1> for Slot {
        fn from(value: SlotV1) -> Self {
            Self::V1(value)
        }
    }
    impl ::std::convert::From<SlotV2> for Slot {
        fn from(value: SlotV2) -> Self {
            Self::V2(value)
        }
    }
    impl ::std::convert::From<SlotVTrue> for Slot {
        fn from(value: SlotVTrue) -> Self {
            Self::VTrue(value)
        }
    }
    /// The `SlotV1` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SlotV1 {
        /// The `v`.
        pub v: i64,
        /// The `x`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
    }
    /// The `SlotV2` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SlotV2 {
        /// The `v`.
        pub v: ::florin_core::Decimal,
        /// The `x`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
    }
    /// The `SlotVTrue` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SlotVTrue {
        /// The `v`.
        pub v: bool,
        /// The `x`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
    }
    /// The `Sole` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Sole(pub Mail);
    impl ::std::ops::Deref for Sole {
        type Target = Mail;
        fn deref(&self) -> &Mail {
            &self.0
        }
    }
    impl ::std::convert::From<Sole> for Mail {
        fn from(value: Sole) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Mail> for Sole {
        fn from(value: Mail) -> Self {
            Self(value)
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Step {
        /// See [`StepStep1`].
        Step1(StepStep1),
        /// See [`StepStep2`].
        Step2(StepStep2),
        /// See [`StepStep25`].
        Step25(StepStep25),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Step {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Step1(field_0) => f.debug_tuple("Step1").field(field_0).finish(),
                Self::Step2(field_0) => f.debug_tuple("Step2").field(field_0).finish(),
                Self::Step25(field_0) => f.debug_tuple("Step25").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Step {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::tagged(
            "step",
            &[
                ::florin_core::union::Alternative::object("", "step,x")
                    .tags(&["1"])
                    .fixed(&[("step", &["1"])]),
                ::florin_core::union::Alternative::object("", "step,x")
                    .tags(&["2"])
                    .fixed(&[("step", &["2"])]),
                ::florin_core::union::Alternative::object("", "step,x")
                    .tags(&["2.5"])
                    .fixed(&[("step", &["2.5"])]),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Step1),
                1usize => json.read().map(Self::Step2),
                2usize => json.read().map(Self::Step25),
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
    impl<'de> ::serde::Deserialize<'de> for Step {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Step {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Step1(value) => {
                    ::florin_core::union::write_tagged(value, "step", "1", serializer)
                }
                Self::Step2(value) => {
                    ::florin_core::union::write_tagged(value, "step", "2", serializer)
                }
                Self::Step25(value) => {
                    ::florin_core::union::write_tagged(value, "step", "2.5", serializer)
                }
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<StepStep1> for Step {
        fn from(value: StepStep1) -> Self {
            Self::Step1(value)
        }
    }
    impl ::std::convert::From<StepStep2> for Step {
        fn from(value: StepStep2) -> Self {
            Self::Step2(value)
        }
    }
    impl ::std::convert::From<StepStep25> for Step {
        fn from(value: StepStep25) -> Self {
            Self::Step25(value)
        }
    }
    /// The `StepStep1` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct StepStep1 {
        /// The `step`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub step: ::std::option::Option<i64>,
        /// The `x`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
    }
    /// The `StepStep2` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct StepStep2 {
        /// The `step`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub step: ::std::option::Option<i64>,
        /// The `x`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
    }
    /// The `StepStep25` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct StepStep25 {
        /// The `step`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub step: ::std::option::Option<::florin_core::Decimal>,
        /// The `x`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
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
            Bank {
                optional iban: ::std::string::String,
                optional id: ::std::string::String,
                optional type_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Base {
                optional id: ::std::string::String,
                optional type_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Company {
                required name: ::std::string::String,
                optional register: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            EventClosed {
                optional at: ::std::string::String,
                optional by: ::std::string::String,
                optional event: super::EventClosedEvent,
            }
        }
        ::florin_core::builder! {
            EventOpened {
                optional at: ::std::string::String,
                optional by: ::std::string::String,
                optional event: super::EventOpenedEvent,
            }
        }
        ::florin_core::builder! {
            Limit {
                optional but: super::Rule,
                required limit: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            Mail {
                optional kind: ::std::string::String,
                required to: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            MixedWithA {
                required a: ::std::string::String,
                optional n: i64,
            }
        }
        ::florin_core::builder! {
            MixedWithB {
                required b: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            PaymentCard {
                required amount: ::florin_core::Decimal,
                optional id: ::std::string::String,
                optional_unseen last4: ::std::string::String,
                optional type_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Payments {
                defaulted by_name: ::std::collections::BTreeMap<::std::string::String, ::std::option::Option<super::Event>>,
                required items: ::std::vec::Vec<super::Payment>,
                optional last: super::Event,
                optional note: super::PaymentsNote,
                optional payer: super::PaymentsPayer,
                optional total: super::PaymentsTotal,
            }
        }
        ::florin_core::builder! {
            Person {
                optional born: ::std::string::String,
                required name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            RuleAll {
                required all: ::std::vec::Vec<super::Rule>,
                defaulted except: ::std::boxed::Box<::std::option::Option<super::Rule>>,
            }
        }
        ::florin_core::builder! {
            RuleWithNot {
                required not: ::std::boxed::Box<super::Rule>,
            }
        }
        ::florin_core::builder! {
            Sepa {
                optional mandate: ::std::string::String,
                required type_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            SlotV1 {
                required v: i64,
                optional x: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            SlotV2 {
                required v: ::florin_core::Decimal,
                optional x: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            SlotVTrue {
                required v: bool,
                optional x: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            StepStep1 {
                optional step: i64,
                optional x: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            StepStep2 {
                optional step: i64,
                optional x: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            StepStep25 {
                optional step: ::florin_core::Decimal,
                optional x: ::std::string::String,
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
    /// - `limit` (query, optional): Of one of several types; any JSON is taken.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
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
    /// - `body` (required): [`types::Payment`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_payment(&self) -> builder::CreatePayment<'_> {
        builder::CreatePayment::new(self)
    }
    /// The operation `get_rule`.
    ///
    /// Sends `GET /rules`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_rule(&self) -> builder::GetRule<'_> {
        builder::GetRule::new(self)
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
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/last4",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// `GET /rules`: get_rule
    pub static GET_RULE: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_rule",
            ::florin_core::http::Method::GET,
            "/rules",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &LIST_PAYMENTS,
        &CREATE_PAYMENT,
        &GET_RULE,
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
        limit: Result<Option<::serde_json::Value>, String>,
    }
    impl ::std::fmt::Debug for ListPayments<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListPayments").finish_non_exhaustive()
        }
    }
    impl<'a> ListPayments<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client, limit: Ok(None) }
        }
        /// Sets `limit` (query, optional).
        ///
        /// Of one of several types; any JSON is taken.
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::serde_json::Value>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `::serde_json::Value` for limit failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Payments>, Error<::serde_json::Value>> {
            let Self { client, limit } = self;
            let operation = &super::operations::LIST_PAYMENTS;
            let limit = limit
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("limit", &limit);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_payment`](super::Client::create_payment); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreatePayment<'a> {
        client: &'a super::Client,
        body: Result<types::Payment, String>,
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
                body: Err("body was not initialized".to_string()),
            }
        }
        /// Sets the body: [`types::Payment`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Payment>,
            <V as std::convert::TryInto<types::Payment>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map_err(|why| format!("conversion for body failed: {why}"));
            self
        }
        /// Sends the request: `POST /payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Payment>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_PAYMENT;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::get_rule`](super::Client::get_rule); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetRule<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetRule<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetRule").finish_non_exhaustive()
        }
    }
    impl<'a> GetRule<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /rules`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Rule>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_RULE;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
