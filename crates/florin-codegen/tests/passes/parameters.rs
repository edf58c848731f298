// Made by florin-codegen from parameters.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/paths/~1quotes~1{pair}~1{code}{label}{matrix}/get/parameters`: the query's `nested` is nested, and has no `style` that could say it; it goes in brackets, as in `deepObject`
/// - `#/paths/~1quotes~1{pair}~1{code}{label}{matrix}/get/parameters/25`: the cookie is a list or an object; it is a text that the caller writes
/// - `#/paths/~1quotes~1{pair}~1{code}{label}{matrix}/get/parameters/22`: the parameter is one of several types, here and in 2 other places; it is any JSON, or any text where all of them are texts
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
    /// One of several types.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Either {
        /// `Boolean`.
        Boolean(bool),
        /// See [`State`].
        State(State),
        /// What the spec does not describe, as it was sent.
        Unknown(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Either {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Boolean(field_0) => {
                    f.debug_tuple("Boolean").field(field_0).finish()
                }
                Self::State(field_0) => f.debug_tuple("State").field(field_0).finish(),
                Self::Unknown(_) => {
                    f.debug_tuple("Unknown").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Either {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::boolean(),
                ::florin_core::union::Alternative::text(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Boolean),
                1usize => json.read().map(Self::State),
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
    impl<'de> ::serde::Deserialize<'de> for Either {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Either {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Boolean(value) => value.serialize(serializer),
                Self::State(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<bool> for Either {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl ::std::convert::From<State> for Either {
        fn from(value: State) -> Self {
            Self::State(value)
        }
    }
    /// The `Filter` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Filter {
        /// The `any`; see [`Range`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub any: ::std::vec::Vec<Range>,
        /// The `names`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub names: ::std::vec::Vec<::std::string::String>,
        /// The `range`; see [`Range`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub range: ::std::option::Option<Range>,
    }
    /// The values of `Kind`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Kind {
        /// `spot`
        Spot,
        /// `forward`
        Forward,
    }
    ::florin_core::closed_list! {
        Kind { "spot" => Spot, "forward" => Forward } else error::ConversionError
    }
    /// The `Range` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Range {
        /// The `from`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from: ::std::option::Option<i64>,
        /// The `to`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub to: ::std::option::Option<i64>,
    }
    /// The values of `State`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum State {
        /// `open`
        Open,
        /// `closed`
        Closed,
    }
    ::florin_core::closed_list! {
        State { "open" => Open, "closed" => Closed } else error::ConversionError
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
            Filter {
                defaulted any: ::std::vec::Vec<super::Range>,
                defaulted names: ::std::vec::Vec<::std::string::String>,
                optional range: super::Range,
            }
        }
        ::florin_core::builder! {
            Range {
                optional from: i64,
                optional to: i64,
            }
        }
    }
}
impl Client {
    /// The operation `get_quote`.
    ///
    /// Sends `GET /quotes/{pair}/{code}{label}{matrix}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `pair` (path, required)
    /// - `code` (path, required): 2 to 3 characters. Pattern: `^[A-Z]*$`.
    /// - `label` (path, required)
    /// - `matrix` (path, required)
    /// - `x_kind` (header, optional)
    /// - `x_ids` (header, required)
    /// - `x_range` (header, optional)
    /// - `x_meta` (header, optional)
    /// - `filter` (query, optional)
    /// - `text` (query, optional)
    /// - `bare` (query, optional)
    /// - `size` (query, required): At least 1. Taken as `20` when absent.
    /// - `deep` (query, optional)
    /// - `expand` (query, optional)
    /// - `comma` (query, optional)
    /// - `pipe` (query, optional)
    /// - `space` (query, optional)
    /// - `repeated` (query, optional)
    /// - `range` (query, optional)
    /// - `nested` (query, optional)
    /// - `single` (query, optional)
    /// - `map` (query, optional)
    /// - `either` (query, optional): A name or a number. Of one of several types; any JSON is taken.
    /// - `several` (query, optional): Of one of several types; any JSON is taken.
    /// - `texts` (query, optional): One of several kinds of text; any text is taken.
    /// - `list` (cookie, optional): The text of the cookie, as it is sent.
    /// - `plain` (cookie, optional)
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
    /// `GET /quotes/{pair}/{code}{label}{matrix}`: get_quote
    pub static GET_QUOTE: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_quote",
            ::florin_core::http::Method::GET,
            "/quotes/{pair}/{code}{label}{matrix}",
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
        pair: Result<::std::vec::Vec<::std::string::String>, String>,
        code: Result<::std::string::String, String>,
        label: Result<::std::vec::Vec<i64>, String>,
        matrix: Result<types::Range, String>,
        bare: Result<Option<::std::string::String>, String>,
        comma: Result<Option<::std::vec::Vec<types::State>>, String>,
        deep: Result<Option<types::Filter>, String>,
        either: Result<Option<::serde_json::Value>, String>,
        expand: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        filter: Result<Option<types::Filter>, String>,
        map: Result<
            Option<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
            >,
            String,
        >,
        nested: Result<Option<types::Filter>, String>,
        pipe: Result<Option<::std::vec::Vec<::std::string::String>>, String>,
        range: Result<Option<types::Range>, String>,
        repeated: Result<Option<::std::vec::Vec<types::State>>, String>,
        several: Result<Option<::std::vec::Vec<::serde_json::Value>>, String>,
        single: Result<Option<::std::string::String>, String>,
        size: Result<u64, String>,
        space: Result<Option<::std::vec::Vec<i64>>, String>,
        text: Result<Option<::std::string::String>, String>,
        texts: Result<Option<::std::string::String>, String>,
        x_ids: Result<::std::vec::Vec<::std::string::String>, String>,
        x_kind: Result<Option<types::Kind>, String>,
        x_meta: Result<Option<types::Range>, String>,
        x_range: Result<Option<types::Range>, String>,
        list: Result<Option<::std::string::String>, String>,
        plain: Result<Option<::std::string::String>, String>,
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
                code: Err("the argument code is missing".to_string()),
                label: Err("the argument label is missing".to_string()),
                matrix: Err("the argument matrix is missing".to_string()),
                bare: Ok(None),
                comma: Ok(None),
                deep: Ok(None),
                either: Ok(None),
                expand: Ok(None),
                filter: Ok(None),
                map: Ok(None),
                nested: Ok(None),
                pipe: Ok(None),
                range: Ok(None),
                repeated: Ok(None),
                several: Ok(None),
                single: Ok(None),
                size: Err("the argument size is missing".to_string()),
                space: Ok(None),
                text: Ok(None),
                texts: Ok(None),
                x_ids: Err("the argument x_ids is missing".to_string()),
                x_kind: Ok(None),
                x_meta: Ok(None),
                x_range: Ok(None),
                list: Ok(None),
                plain: Ok(None),
            }
        }
        /// Sets `pair` (path, required).
        pub fn pair<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.pair = value
                .try_into()
                .map_err(|_| "conversion to `Vec <String>` for pair failed".to_string());
            self
        }
        /// Sets `code` (path, required).
        ///
        /// 2 to 3 characters. Pattern: `^[A-Z]*$`.
        pub fn code<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code = value
                .try_into()
                .map_err(|_| "conversion to `String` for code failed".to_string());
            self
        }
        /// Sets `label` (path, required).
        pub fn label<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<i64>>,
        {
            self.label = value
                .try_into()
                .map_err(|_| "conversion to `Vec<i64>` for label failed".to_string());
            self
        }
        /// Sets `matrix` (path, required).
        pub fn matrix<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Range>,
        {
            self.matrix = value
                .try_into()
                .map_err(|_| "conversion to `Range` for matrix failed".to_string());
            self
        }
        /// Sets `bare` (query, optional).
        pub fn bare<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.bare = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for bare failed".to_string());
            self
        }
        /// Sets `comma` (query, optional).
        pub fn comma<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<types::State>>,
        {
            self.comma = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Vec<State>` for comma failed".to_string());
            self
        }
        /// Sets `deep` (query, optional).
        pub fn deep<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Filter>,
        {
            self.deep = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Filter` for deep failed".to_string());
            self
        }
        /// Sets `either` (query, optional).
        ///
        /// A name or a number. Of one of several types; any JSON is taken.
        pub fn either<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::serde_json::Value>,
        {
            self.either = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `::serde_json::Value` for either failed".to_string()
                });
            self
        }
        /// Sets `expand` (query, optional).
        pub fn expand<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.expand = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `Vec <String>` for expand failed".to_string()
                });
            self
        }
        /// Sets `filter` (query, optional).
        pub fn filter<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Filter>,
        {
            self.filter = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Filter` for filter failed".to_string());
            self
        }
        /// Sets `map` (query, optional).
        pub fn map<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
            >,
        {
            self.map = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `::std::collections::BTreeMap <String ,String>` for map failed"
                        .to_string()
                });
            self
        }
        /// Sets `nested` (query, optional).
        pub fn nested<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Filter>,
        {
            self.nested = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Filter` for nested failed".to_string());
            self
        }
        /// Sets `pipe` (query, optional).
        pub fn pipe<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.pipe = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Vec <String>` for pipe failed".to_string());
            self
        }
        /// Sets `range` (query, optional).
        pub fn range<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Range>,
        {
            self.range = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Range` for range failed".to_string());
            self
        }
        /// Sets `repeated` (query, optional).
        pub fn repeated<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<types::State>>,
        {
            self.repeated = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `Vec<State>` for repeated failed".to_string()
                });
            self
        }
        /// Sets `several` (query, optional).
        ///
        /// Of one of several types; any JSON is taken.
        pub fn several<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::serde_json::Value>>,
        {
            self.several = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `Vec <::serde_json::Value>` for several failed"
                        .to_string()
                });
            self
        }
        /// Sets `single` (query, optional).
        pub fn single<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.single = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for single failed".to_string());
            self
        }
        /// Sets `size` (query, required).
        ///
        /// At least 1. Taken as `20` when absent.
        pub fn size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<u64>,
        {
            self.size = value
                .try_into()
                .map_err(|_| "conversion to `u64` for size failed".to_string());
            self
        }
        /// Sets `space` (query, optional).
        pub fn space<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<i64>>,
        {
            self.space = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Vec<i64>` for space failed".to_string());
            self
        }
        /// Sets `text` (query, optional).
        pub fn text<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.text = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for text failed".to_string());
            self
        }
        /// Sets `texts` (query, optional).
        ///
        /// One of several kinds of text; any text is taken.
        pub fn texts<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.texts = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for texts failed".to_string());
            self
        }
        /// Sets `x_ids` (header, required).
        pub fn x_ids<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
        {
            self.x_ids = value
                .try_into()
                .map_err(|_| {
                    "conversion to `Vec <String>` for x_ids failed".to_string()
                });
            self
        }
        /// Sets `x_kind` (header, optional).
        pub fn x_kind<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Kind>,
        {
            self.x_kind = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Kind` for x_kind failed".to_string());
            self
        }
        /// Sets `x_meta` (header, optional).
        pub fn x_meta<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Range>,
        {
            self.x_meta = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Range` for x_meta failed".to_string());
            self
        }
        /// Sets `x_range` (header, optional).
        pub fn x_range<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Range>,
        {
            self.x_range = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `Range` for x_range failed".to_string());
            self
        }
        /// Sets `list` (cookie, optional).
        ///
        /// The text of the cookie, as it is sent.
        pub fn list<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.list = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for list failed".to_string());
            self
        }
        /// Sets `plain` (cookie, optional).
        pub fn plain<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.plain = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for plain failed".to_string());
            self
        }
        /// Sends the request: `GET /quotes/{pair}/{code}{label}{matrix}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self {
                client,
                pair,
                code,
                label,
                matrix,
                bare,
                comma,
                deep,
                either,
                expand,
                filter,
                map,
                nested,
                pipe,
                range,
                repeated,
                several,
                single,
                size,
                space,
                text,
                texts,
                x_ids,
                x_kind,
                x_meta,
                x_range,
                list,
                plain,
            } = self;
            let operation = &super::operations::GET_QUOTE;
            let pair = pair
                .map_err(|message| Error::invalid_request(operation, message))?;
            let code = code
                .map_err(|message| Error::invalid_request(operation, message))?;
            let label = label
                .map_err(|message| Error::invalid_request(operation, message))?;
            let matrix = matrix
                .map_err(|message| Error::invalid_request(operation, message))?;
            let bare = bare
                .map_err(|message| Error::invalid_request(operation, message))?;
            let comma = comma
                .map_err(|message| Error::invalid_request(operation, message))?;
            let deep = deep
                .map_err(|message| Error::invalid_request(operation, message))?;
            let either = either
                .map_err(|message| Error::invalid_request(operation, message))?;
            let expand = expand
                .map_err(|message| Error::invalid_request(operation, message))?;
            let filter = filter
                .map_err(|message| Error::invalid_request(operation, message))?;
            let map = map.map_err(|message| Error::invalid_request(operation, message))?;
            let nested = nested
                .map_err(|message| Error::invalid_request(operation, message))?;
            let pipe = pipe
                .map_err(|message| Error::invalid_request(operation, message))?;
            let range = range
                .map_err(|message| Error::invalid_request(operation, message))?;
            let repeated = repeated
                .map_err(|message| Error::invalid_request(operation, message))?;
            let several = several
                .map_err(|message| Error::invalid_request(operation, message))?;
            let single = single
                .map_err(|message| Error::invalid_request(operation, message))?;
            let size = size
                .map_err(|message| Error::invalid_request(operation, message))?;
            let space = space
                .map_err(|message| Error::invalid_request(operation, message))?;
            let text = text
                .map_err(|message| Error::invalid_request(operation, message))?;
            let texts = texts
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_ids = x_ids
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_kind = x_kind
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_meta = x_meta
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_range = x_range
                .map_err(|message| Error::invalid_request(operation, message))?;
            let list = list
                .map_err(|message| Error::invalid_request(operation, message))?;
            let plain = plain
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path_styled("pair", ::florin_core::TextStyle::Simple, &pair);
            request.path("code", &code);
            request
                .path_styled("label", ::florin_core::TextStyle::LabelExploded, &label);
            request.path_styled("matrix", ::florin_core::TextStyle::Matrix, &matrix);
            request.query("bare", &bare);
            request.query_styled("comma", ::florin_core::PairStyle::Comma, &comma);
            request.query_styled("deep", ::florin_core::PairStyle::DeepObject, &deep);
            request.query("either", &either);
            request
                .query_styled("expand", ::florin_core::PairStyle::DeepObject, &expand);
            request.query_styled("filter", ::florin_core::PairStyle::Json, &filter);
            request.query_styled("map", ::florin_core::PairStyle::DeepObject, &map);
            request
                .query_styled("nested", ::florin_core::PairStyle::DeepObject, &nested);
            request.query_styled("pipe", ::florin_core::PairStyle::Pipe, &pipe);
            request.query("range", &range);
            request.query("repeated", &repeated);
            request.query("several", &several);
            request.query("single", &single);
            request.query("size", &size);
            request.query_styled("space", ::florin_core::PairStyle::Space, &space);
            request.query("text", &text);
            request.query("texts", &texts);
            request.header_styled("X-Ids", ::florin_core::TextStyle::Simple, &x_ids);
            if let Some(value) = &x_kind {
                request.header("X-Kind", value);
            }
            request.header_styled("X-Meta", ::florin_core::TextStyle::Json, &x_meta);
            request
                .header_styled(
                    "X-Range",
                    ::florin_core::TextStyle::SimpleExploded,
                    &x_range,
                );
            if let Some(value) = &list {
                request.cookie("list", value);
            }
            if let Some(value) = &plain {
                request.cookie("plain", value);
            }
            request.send_empty().await
        }
    }
}
