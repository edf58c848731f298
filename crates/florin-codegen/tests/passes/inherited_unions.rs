// Made by florin-codegen from inherited_unions.yaml; not to be edited.

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
    /// The `CardFee` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CardFee {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// `type` on the wire.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    /// The `CardPayment` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CardPayment {
        /// The `id`.
        pub id: ::std::string::String,
        /// The `kind`.
        pub kind: ::std::string::String,
        /// The `last4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last4: ::std::option::Option<::std::string::String>,
    }
    /// The `CashPayment` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CashPayment {
        /// The `id`.
        pub id: ::std::string::String,
        /// The `kind`.
        pub kind: ::std::string::String,
        /// The `till`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub till: ::std::option::Option<::std::string::String>,
    }
    /// The `Fee` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Fee {
        /// `type` on the wire.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    /// A payment of any kind.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Payment {
        /// See [`CardPayment`].
        CardPayment(CardPayment),
        /// See [`CashPayment`].
        CashPayment(CashPayment),
        /// See [`PaymentFields`].
        Fields(PaymentFields),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Payment {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::CardPayment(field_0) => {
                    f.debug_tuple("CardPayment").field(field_0).finish()
                }
                Self::CashPayment(field_0) => {
                    f.debug_tuple("CashPayment").field(field_0).finish()
                }
                Self::Fields(field_0) => f.debug_tuple("Fields").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Payment {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::tagged(
            "kind",
            &[
                ::florin_core::union::Alternative::object("id,kind", "id,kind,last4")
                    .tags(&["card"]),
                ::florin_core::union::Alternative::object("id,kind", "id,kind,till")
                    .tags(&["CashPayment"]),
                ::florin_core::union::Alternative::object("id,kind", "id,kind")
                    .tags(&["other"]),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::CardPayment),
                1usize => json.read().map(Self::CashPayment),
                2usize => json.read().map(Self::Fields),
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
                Self::CardPayment(value) => value.serialize(serializer),
                Self::CashPayment(value) => value.serialize(serializer),
                Self::Fields(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<CardPayment> for Payment {
        fn from(value: CardPayment) -> Self {
            Self::CardPayment(value)
        }
    }
    impl ::std::convert::From<CashPayment> for Payment {
        fn from(value: CashPayment) -> Self {
            Self::CashPayment(value)
        }
    }
    impl ::std::convert::From<PaymentFields> for Payment {
        fn from(value: PaymentFields) -> Self {
            Self::Fields(value)
        }
    }
    /// A payment of any kind.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PaymentFields {
        /// The `id`.
        pub id: ::std::string::String,
        /// The `kind`.
        pub kind: ::std::string::String,
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
            CardFee {
                optional amount: ::florin_core::Decimal,
                required type_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CardPayment {
                required id: ::std::string::String,
                required kind: ::std::string::String,
                optional last4: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CashPayment {
                required id: ::std::string::String,
                required kind: ::std::string::String,
                optional till: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Fee {
                required type_: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            PaymentFields {
                required id: ::std::string::String,
                required kind: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `get_fee`.
    ///
    /// Sends `GET /fees`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_fee(&self) -> builder::GetFee<'_> {
        builder::GetFee::new(self)
    }
    /// The operation `list_payments`.
    ///
    /// Sends `GET /payments`. A failed call is repeated.
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
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /fees`: get_fee
    pub static GET_FEE: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_fee",
            ::florin_core::http::Method::GET,
            "/fees",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /payments`: list_payments
    pub static LIST_PAYMENTS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_payments",
            ::florin_core::http::Method::GET,
            "/payments",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_FEE, &LIST_PAYMENTS];
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
    /// A request of [`Client::get_fee`](super::Client::get_fee); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetFee<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetFee<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetFee").finish_non_exhaustive()
        }
    }
    impl<'a> GetFee<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /fees`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::CardFee>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_FEE;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::list_payments`](super::Client::list_payments); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListPayments<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for ListPayments<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListPayments").finish_non_exhaustive()
        }
    }
    impl<'a> ListPayments<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<
            Response<::std::vec::Vec<types::Payment>>,
            Error<::serde_json::Value>,
        > {
            let Self { client } = self;
            let operation = &super::operations::LIST_PAYMENTS;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
