// Made by florin-codegen from redact_debug.yaml; not to be edited.

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
    /// The `Card` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Card {
        /// The `label`.
        pub label: ::std::string::String,
        /// At most 19 characters.
        pub number: CardNumber,
    }
    impl ::std::fmt::Debug for Card {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Card")
                .field("label", &self.label)
                .field("number", &::florin_core::Redacted)
                .finish()
        }
    }
    /// At most 19 characters.
    #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct CardNumber(::std::string::String);
    impl ::std::fmt::Debug for CardNumber {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("CardNumber").field(&::florin_core::Redacted).finish()
        }
    }
    ::florin_core::limited_text! {
        CardNumber(..= 19) else error::ConversionError
    }
    /// The `Iban` of the API.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Iban(pub ::std::string::String);
    impl ::std::fmt::Debug for Iban {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Iban").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for Iban {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Iban> for ::std::string::String {
        fn from(value: Iban) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Iban {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Iban {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Iban {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Payer {
        /// See [`PayerCard`].
        Card(PayerCard),
        /// See [`PayerCash`].
        Cash(PayerCash),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Payer {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Card(field_0) => f.debug_tuple("Card").field(field_0).finish(),
                Self::Cash(field_0) => f.debug_tuple("Cash").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Payer {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::object("by,number", "by,number")
                    .fixed(&[("by", &["card"])]),
                ::florin_core::union::Alternative::object("by", "by")
                    .fixed(&[("by", &["cash"])]),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Card),
                1usize => json.read().map(Self::Cash),
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
    impl<'de> ::serde::Deserialize<'de> for Payer {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Payer {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Card(value) => value.serialize(serializer),
                Self::Cash(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<PayerCard> for Payer {
        fn from(value: PayerCard) -> Self {
            Self::Card(value)
        }
    }
    impl ::std::convert::From<PayerCash> for Payer {
        fn from(value: PayerCash) -> Self {
            Self::Cash(value)
        }
    }
    /// The `PayerCard` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct PayerCard {
        /// The `by`; see [`PayerCardBy`].
        pub by: PayerCardBy,
        /// The `number`.
        pub number: ::std::string::String,
    }
    impl ::std::fmt::Debug for PayerCard {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PayerCard")
                .field("by", &self.by)
                .field("number", &::florin_core::Redacted)
                .finish()
        }
    }
    /// The values of `PayerCardBy`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum PayerCardBy {
        /// `card`
        Card,
    }
    ::florin_core::closed_list! {
        PayerCardBy { "card" => Card } else error::ConversionError
    }
    /// The `PayerCash` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PayerCash {
        /// The `by`; see [`PayerCashBy`].
        pub by: PayerCashBy,
    }
    /// The values of `PayerCashBy`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum PayerCashBy {
        /// `cash`
        Cash,
    }
    ::florin_core::closed_list! {
        PayerCashBy { "cash" => Cash } else error::ConversionError
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
            Card {
                required label: ::std::string::String,
                required_unseen number: super::CardNumber,
            }
        }
        ::florin_core::builder! {
            PayerCard {
                required by: super::PayerCardBy,
                required_unseen number: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            PayerCash {
                required by: super::PayerCashBy,
            }
        }
    }
}
impl Client {
    /// The operation `send_payer`.
    ///
    /// Sends `PUT /sent`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Payer`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_payer(&self) -> builder::SendPayer<'_> {
        builder::SendPayer::new(self)
    }
    /// The operation `send_card`.
    ///
    /// Sends `POST /sent`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Card`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_card(&self) -> builder::SendCard<'_> {
        builder::SendCard::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /sent`: send_payer
    pub static SEND_PAYER: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_payer",
            ::florin_core::http::Method::PUT,
            "/sent",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/number",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// `POST /sent`: send_card
    pub static SEND_CARD: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_card",
            ::florin_core::http::Method::POST,
            "/sent",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/number",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&SEND_PAYER, &SEND_CARD];
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
    /// A request of [`Client::send_payer`](super::Client::send_payer); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendPayer<'a> {
        client: &'a super::Client,
        body: Result<types::Payer, String>,
    }
    impl ::std::fmt::Debug for SendPayer<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendPayer").finish_non_exhaustive()
        }
    }
    impl<'a> SendPayer<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Err("body was not initialized".to_string()),
            }
        }
        /// Sets the body: [`types::Payer`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Payer>,
            <V as std::convert::TryInto<types::Payer>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map_err(|why| format!("conversion for body failed: {why}"));
            self
        }
        /// Sends the request: `PUT /sent`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_PAYER;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_card`](super::Client::send_card); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendCard<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Card, String>,
    }
    impl ::std::fmt::Debug for SendCard<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendCard").finish_non_exhaustive()
        }
    }
    impl<'a> SendCard<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Card`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Card>,
            <V as std::convert::TryInto<types::Card>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Card` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Card) -> types::builder::Card,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /sent`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_CARD;
            let body = body
                .and_then(|v| types::Card::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
}
