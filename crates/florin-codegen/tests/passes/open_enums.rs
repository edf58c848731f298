// Made by florin-codegen from open_enums.yaml; not to be edited.

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
    /// The `Flags` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Flags(pub ::std::vec::Vec<FlagsItem>);
    impl ::std::ops::Deref for Flags {
        type Target = ::std::vec::Vec<FlagsItem>;
        fn deref(&self) -> &::std::vec::Vec<FlagsItem> {
            &self.0
        }
    }
    impl ::std::convert::From<Flags> for ::std::vec::Vec<FlagsItem> {
        fn from(value: Flags) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::vec::Vec<FlagsItem>> for Flags {
        fn from(value: ::std::vec::Vec<FlagsItem>) -> Self {
            Self(value)
        }
    }
    /// The values of `FlagsItem`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum FlagsItem {
        /// `urgent`
        Urgent,
        /// `held`
        Held,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        FlagsItem { "urgent" => Urgent, "held" => Held } else Unknown
    }
    /// The `New` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct New {
        /// The `side`; see [`NewSide`].
        pub side: NewSide,
        /// The `validity`; see [`NewValidity`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub validity: ::std::option::Option<NewValidity>,
        /// The `venue`; see [`Venue`].
        pub venue: Venue,
    }
    /// The values of `NewSide`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NewSide {
        /// `BUY`
        Buy,
        /// `SELL`
        Sell,
    }
    ::florin_core::closed_list! {
        NewSide { "BUY" => Buy, "SELL" => Sell } else error::ConversionError
    }
    /// The values of `NewValidity`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NewValidity {
        /// `DAY`
        Day,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        NewValidity { "DAY" => Day } else Unknown
    }
    /// The `Order` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Order {
        /// The `flags`; see [`Flags`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub flags: ::std::option::Option<Flags>,
        /// The `health`; see [`OrderHealth`].
        pub health: OrderHealth,
        /// The `status`; see [`Status`].
        pub status: Status,
    }
    /// The values of `OrderHealth`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum OrderHealth {
        /// `ok`
        Ok,
        /// `unknown`
        Unknown,
        /// A value that the spec does not list, as it was sent.
        Unlisted(::std::string::String),
    }
    ::florin_core::open_list! {
        OrderHealth { "ok" => Ok, "unknown" => Unknown } else Unlisted
    }
    /// The values of `Status`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Status {
        /// `OPEN`
        Open,
        /// `part-filled`
        PartFilled,
        /// `DONE`
        Done,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        Status { "OPEN" => Open, "part-filled" => PartFilled, "DONE" => Done } else
        Unknown
    }
    /// The values of `Venue`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Venue {
        /// `XFRA`
        Xfra,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        Venue { "XFRA" => Xfra } else Unknown
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
            New {
                required side: super::NewSide,
                optional validity: super::NewValidity,
                required venue: super::Venue,
            }
        }
        ::florin_core::builder! {
            Order {
                optional flags: super::Flags,
                required health: super::OrderHealth,
                required status: super::Status,
            }
        }
    }
}
impl Client {
    /// The operation `create_order`.
    ///
    /// Sends `POST /orders`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::New`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_order(&self) -> builder::CreateOrder<'_> {
        builder::CreateOrder::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /orders`: create_order
    pub static CREATE_ORDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_order",
            ::florin_core::http::Method::POST,
            "/orders",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_ORDER];
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
    /// A request of [`Client::create_order`](super::Client::create_order); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateOrder<'a> {
        client: &'a super::Client,
        body: Result<types::builder::New, String>,
    }
    impl ::std::fmt::Debug for CreateOrder<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateOrder").finish_non_exhaustive()
        }
    }
    impl<'a> CreateOrder<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::New`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::New>,
            <V as std::convert::TryInto<types::New>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `New` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::New) -> types::builder::New,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /orders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Order>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_ORDER;
            let body = body
                .and_then(|v| types::New::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
