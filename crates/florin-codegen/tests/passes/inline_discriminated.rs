// Made by florin-codegen from inline_discriminated.yaml; not to be edited.

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
    /// The `Bank` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Bank {
        /// The `iban`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iban: ::std::option::Option<::std::string::String>,
        /// The `id`.
        pub id: ::std::string::String,
        /// `type` on the wire.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl Bank {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Bank {
            Default::default()
        }
    }
    /// The `Base` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Base {
        /// The `id`.
        pub id: ::std::string::String,
        /// `type` on the wire.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl Base {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Base {
            Default::default()
        }
    }
    /// The `Card` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Card {
        /// The `id`.
        pub id: ::std::string::String,
        /// The `last4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub last4: ::std::option::Option<::std::string::String>,
        /// `type` on the wire.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl ::std::fmt::Debug for Card {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Card")
                .field("id", &self.id)
                .field("last4", &::florin_core::Redacted)
                .field("type_", &self.type_)
                .finish()
        }
    }
    impl Card {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Card {
            Default::default()
        }
    }
    /// The values of `Payment`.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    #[serde(tag = "type")]
    pub enum Payment {
        /// `card`
        #[serde(rename = "card")]
        Card {
            /// The `id`.
            id: ::std::string::String,
            /// The `last4`.
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            last4: ::std::option::Option<::std::string::String>,
        },
        /// `prepaid`
        #[serde(rename = "prepaid")]
        Prepaid {
            /// The `id`.
            id: ::std::string::String,
            /// The `last4`.
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            last4: ::std::option::Option<::std::string::String>,
        },
        /// `Bank`
        Bank {
            /// The `iban`.
            #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            iban: ::std::option::Option<::std::string::String>,
            /// The `id`.
            id: ::std::string::String,
        },
    }
    impl ::std::fmt::Debug for Payment {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Card { id, last4: _ } => {
                    f.debug_struct("Card")
                        .field("id", id)
                        .field("last4", &::florin_core::Redacted)
                        .finish()
                }
                Self::Prepaid { id, last4: _ } => {
                    f.debug_struct("Prepaid")
                        .field("id", id)
                        .field("last4", &::florin_core::Redacted)
                        .finish()
                }
                Self::Bank { iban, id } => {
                    f.debug_struct("Bank").field("iban", iban).field("id", id).finish()
                }
            }
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Bank`](super::Bank), field by field.
        #[derive(Clone)]
        pub struct Bank {
            iban: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Bank {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Bank").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Bank {
            fn default() -> Self {
                Self {
                    iban: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl Bank {
            /// Sets [`iban`](super::Bank::iban).
            pub fn iban<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.iban = ::florin_core::set::optional(value, "iban");
                self
            }
            /// Sets [`id`](super::Bank::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
            /// Sets [`type_`](super::Bank::type_).
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = ::florin_core::set::required(value, "type_");
                self
            }
        }
        impl ::std::convert::TryFrom<Bank> for super::Bank {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Bank,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    iban: value.iban?,
                    id: value.id?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::Bank> for Bank {
            fn from(value: super::Bank) -> Self {
                Self {
                    iban: Ok(value.iban),
                    id: Ok(value.id),
                    type_: Ok(value.type_),
                }
            }
        }
        /// Builds a [`Base`](super::Base), field by field.
        #[derive(Clone)]
        pub struct Base {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Base {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Base").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Base {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl Base {
            /// Sets [`id`](super::Base::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
            /// Sets [`type_`](super::Base::type_).
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = ::florin_core::set::required(value, "type_");
                self
            }
        }
        impl ::std::convert::TryFrom<Base> for super::Base {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Base,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::Base> for Base {
            fn from(value: super::Base) -> Self {
                Self {
                    id: Ok(value.id),
                    type_: Ok(value.type_),
                }
            }
        }
        /// Builds a [`Card`](super::Card), field by field.
        #[derive(Clone)]
        pub struct Card {
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            last4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Card {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Card").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Card {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    last4: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl Card {
            /// Sets [`id`](super::Card::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
            /// Sets [`last4`](super::Card::last4).
            pub fn last4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.last4 = ::florin_core::set::optional_unseen(value, "last4");
                self
            }
            /// Sets [`type_`](super::Card::type_).
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = ::florin_core::set::required(value, "type_");
                self
            }
        }
        impl ::std::convert::TryFrom<Card> for super::Card {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Card,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    last4: value.last4?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::Card> for Card {
            fn from(value: super::Card) -> Self {
                Self {
                    id: Ok(value.id),
                    last4: Ok(value.last4),
                    type_: Ok(value.type_),
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
    /// `GET /payments`: list_payments
    pub static LIST_PAYMENTS: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_payments",
            ::florin_core::http::Method::GET,
            "/payments",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_PAYMENTS];
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
        ) -> Result<Response<types::Payment>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::LIST_PAYMENTS;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
