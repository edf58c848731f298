// Made by florin-codegen from exact_decimals.yaml; not to be edited.

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
    /// The `Order` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Order {
        /// At most 20 characters. Format: `decimal`. Pattern: `^[0-9]+$`.
        pub amount: ::florin_core::decimal_string::DecimalString,
        /// The `limit`; see [`Text`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub limit: ::std::option::Option<Text>,
        /// The `named`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub named: ::std::collections::BTreeMap<
            ::std::string::String,
            ::florin_core::decimal_string::DecimalString,
        >,
        /// The `parts`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub parts: ::std::vec::Vec<::florin_core::decimal_string::DecimalString>,
    }
    /// At most 100.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Percent(pub ::florin_core::Decimal);
    impl ::std::ops::Deref for Percent {
        type Target = ::florin_core::Decimal;
        fn deref(&self) -> &::florin_core::Decimal {
            &self.0
        }
    }
    impl ::std::convert::From<Percent> for ::florin_core::Decimal {
        fn from(value: Percent) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::Decimal> for Percent {
        fn from(value: ::florin_core::Decimal) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Percent {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Percent {
        type Err = <::florin_core::Decimal as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for Percent {
        type Error = <::florin_core::Decimal as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for Percent {
        type Error = <::florin_core::Decimal as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// The `Rate` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Rate {
        /// The `by_currency`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub by_currency: ::std::collections::BTreeMap<
            ::std::string::String,
            ::florin_core::Decimal,
        >,
        /// The `history`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub history: ::std::vec::Vec<::florin_core::Decimal>,
        /// The `margin`; see [`Percent`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub margin: ::std::option::Option<Percent>,
        /// Taken as `0.5` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub spread: ::std::option::Option<::florin_core::Decimal>,
        /// The `value`.
        pub value: ::florin_core::Decimal,
    }
    /// Format: `decimal`.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Text(pub ::florin_core::decimal_string::DecimalString);
    impl ::std::ops::Deref for Text {
        type Target = ::florin_core::decimal_string::DecimalString;
        fn deref(&self) -> &::florin_core::decimal_string::DecimalString {
            &self.0
        }
    }
    impl ::std::convert::From<Text> for ::florin_core::decimal_string::DecimalString {
        fn from(value: Text) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::decimal_string::DecimalString> for Text {
        fn from(value: ::florin_core::decimal_string::DecimalString) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Text {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Text {
        type Err = <::florin_core::decimal_string::DecimalString as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for Text {
        type Error = <::florin_core::decimal_string::DecimalString as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for Text {
        type Error = <::florin_core::decimal_string::DecimalString as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
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
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            Order {
                required amount: ::florin_core::decimal_string::DecimalString,
                optional limit: super::Text,
                defaulted named: ::std::collections::BTreeMap<::std::string::String, ::florin_core::decimal_string::DecimalString>,
                defaulted parts: ::std::vec::Vec<::florin_core::decimal_string::DecimalString>,
            }
        }
        ::florin_core::builder! {
            Rate {
                defaulted by_currency: ::std::collections::BTreeMap<::std::string::String, ::florin_core::Decimal>,
                defaulted history: ::std::vec::Vec<::florin_core::Decimal>,
                optional margin: super::Percent,
                optional spread: ::florin_core::Decimal,
                required value: ::florin_core::Decimal,
            }
        }
    }
}
impl Client {
    /// The operation `list_rates`.
    ///
    /// Sends `GET /rates`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `above` (query, optional)
    /// - `below` (query, optional): Format: `decimal`. Pattern: `^[0-9.]+$`.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_rates(&self) -> builder::ListRates<'_> {
        builder::ListRates::new(self)
    }
    /// The operation `order`.
    ///
    /// Sends `POST /rates`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Order`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn order(&self) -> builder::Order<'_> {
        builder::Order::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /rates`: list_rates
    pub static LIST_RATES: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_rates",
            ::florin_core::http::Method::GET,
            "/rates",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /rates`: order
    pub static ORDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "order",
            ::florin_core::http::Method::POST,
            "/rates",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_RATES, &ORDER];
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
    /// A request of [`Client::list_rates`](super::Client::list_rates); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListRates<'a> {
        client: &'a super::Client,
        above: Result<Option<::florin_core::Decimal>, String>,
        below: Result<Option<::florin_core::decimal_string::DecimalString>, String>,
    }
    impl ::std::fmt::Debug for ListRates<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListRates").finish_non_exhaustive()
        }
    }
    impl<'a> ListRates<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                above: Ok(None),
                below: Ok(None),
            }
        }
        /// Sets `above` (query, optional).
        pub fn above<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::florin_core::Decimal>,
        {
            self.above = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `::florin_core::Decimal` for above failed".to_string()
                });
            self
        }
        /// Sets `below` (query, optional).
        ///
        /// Format: `decimal`. Pattern: `^[0-9.]+$`.
        pub fn below<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::florin_core::decimal_string::DecimalString>,
        {
            self.below = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `::florin_core::decimal_string::DecimalString` for below failed"
                        .to_string()
                });
            self
        }
        /// Sends the request: `GET /rates`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Rate>, Error<::serde_json::Value>> {
            let Self { client, above, below } = self;
            let operation = &super::operations::LIST_RATES;
            let above = above
                .map_err(|message| Error::invalid_request(operation, message))?;
            let below = below
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("above", &above);
            request.query("below", &below);
            request.send_json().await
        }
    }
    /// A request of [`Client::order`](super::Client::order); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Order<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Order, String>,
    }
    impl ::std::fmt::Debug for Order<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Order").finish_non_exhaustive()
        }
    }
    impl<'a> Order<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Order`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Order>,
            <V as std::convert::TryInto<types::Order>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Order` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Order) -> types::builder::Order,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /rates`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::ORDER;
            let body = body
                .and_then(|v| types::Order::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
}
