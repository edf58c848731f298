// Made by florin-codegen from parameters.yaml; not to be edited.

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
    /// The values of `GetQuoteXKind`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum GetQuoteXKind {
        /// `spot`
        Spot,
        /// `forward`
        Forward,
    }
    impl GetQuoteXKind {
        /// The value as it is on the wire.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Spot => "spot",
                Self::Forward => "forward",
            }
        }
    }
    impl ::std::fmt::Display for GetQuoteXKind {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.pad(self.as_str())
        }
    }
    impl ::serde::Serialize for GetQuoteXKind {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl ::std::str::FromStr for GetQuoteXKind {
        type Err = self::error::ConversionError;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            match value {
                "spot" => Ok(Self::Spot),
                "forward" => Ok(Self::Forward),
                _ => {
                    Err(
                        "not one of the values of GetQuoteXKind that the spec lists"
                            .into(),
                    )
                }
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for GetQuoteXKind {
        type Error = self::error::ConversionError;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for GetQuoteXKind {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for GetQuoteXKind {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            let value = <::std::string::String as ::serde::Deserialize>::deserialize(
                deserializer,
            )?;
            value.parse().map_err(<D::Error as ::serde::de::Error>::custom)
        }
    }
    /// The `Kind` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Kind(pub ::std::option::Option<KindInner>);
    impl ::std::ops::Deref for Kind {
        type Target = ::std::option::Option<KindInner>;
        fn deref(&self) -> &::std::option::Option<KindInner> {
            &self.0
        }
    }
    impl ::std::convert::From<Kind> for ::std::option::Option<KindInner> {
        fn from(value: Kind) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::option::Option<KindInner>> for Kind {
        fn from(value: ::std::option::Option<KindInner>) -> Self {
            Self(value)
        }
    }
    /// The values of `KindInner`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum KindInner {
        /// `spot`
        Spot,
        /// `forward`
        Forward,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    impl KindInner {
        /// The value as it is on the wire.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match self {
                Self::Spot => "spot",
                Self::Forward => "forward",
                Self::Unknown(value) => value,
            }
        }
    }
    impl ::std::fmt::Display for KindInner {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.pad(self.as_str())
        }
    }
    impl ::serde::Serialize for KindInner {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }
    impl ::std::convert::From<&str> for KindInner {
        fn from(value: &str) -> Self {
            match value {
                "spot" => Self::Spot,
                "forward" => Self::Forward,
                _ => Self::Unknown(value.to_owned()),
            }
        }
    }
    impl ::std::convert::From<::std::string::String> for KindInner {
        fn from(value: ::std::string::String) -> Self {
            Self::from(value.as_str())
        }
    }
    impl ::std::str::FromStr for KindInner {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self::from(value))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for KindInner {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::open_text(deserializer).map(Self::from)
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
    /// The operation `get_quote`.
    ///
    /// Sends `GET /quotes/{pair}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `pair` (path, required)
    /// - `x_kind` (header, optional)
    /// - `x_side` (header, optional)
    /// - `filter` (query, optional)
    /// - `size` (query, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_quote(&self) -> builder::GetQuote<'_> {
        builder::GetQuote::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /quotes/{pair}`: get_quote
    pub static GET_QUOTE: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_quote",
            ::florin_core::http::Method::GET,
            "/quotes/{pair}",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_QUOTE];
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
    /// A request of [`Client::get_quote`](super::Client::get_quote); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetQuote<'a> {
        client: &'a super::Client,
        pair: Result<::std::string::String, String>,
        filter: Result<Option<::std::string::String>, String>,
        size: Result<i64, String>,
        x_kind: Result<Option<types::GetQuoteXKind>, String>,
        x_side: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for GetQuote<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetQuote").finish_non_exhaustive()
        }
    }
    impl<'a> GetQuote<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                pair: Err("the argument pair is missing".to_string()),
                filter: Ok(None),
                size: Err("the argument size is missing".to_string()),
                x_kind: Ok(None),
                x_side: Ok(None),
            }
        }
        /// Sets `pair` (path, required).
        pub fn pair<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pair = value
                .try_into()
                .map_err(|_| "conversion to `String` for pair failed".to_string());
            self
        }
        /// Sets `filter` (query, optional).
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for filter failed".to_string());
            self
        }
        /// Sets `size` (query, required).
        pub fn size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.size = value
                .try_into()
                .map_err(|_| "conversion to `i64` for size failed".to_string());
            self
        }
        /// Sets `x_kind` (header, optional).
        pub fn x_kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::GetQuoteXKind>,
        {
            self.x_kind = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `GetQuoteXKind` for x_kind failed".to_string()
                });
            self
        }
        /// Sets `x_side` (header, optional).
        pub fn x_side<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_side = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for x_side failed".to_string());
            self
        }
        /// Sends the request: `GET /quotes/{pair}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, pair, filter, size, x_kind, x_side } = self;
            let operation = &super::operations::GET_QUOTE;
            let pair = pair
                .map_err(|message| Error::invalid_request(operation, message))?;
            let filter = filter
                .map_err(|message| Error::invalid_request(operation, message))?;
            let size = size
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_kind = x_kind
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_side = x_side
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("pair", &pair);
            request.query("filter", &filter);
            request.query("size", &size);
            if let Some(value) = &x_kind {
                request.header("X-Kind", value);
            }
            if let Some(value) = &x_side {
                request.header("X-Side", value);
            }
            request.send_empty().await
        }
    }
}
