// Made by florin-codegen from choices.yaml; not to be edited.

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
    /// What it costs.
    #[derive(Clone)]
    #[non_exhaustive]
    pub enum Fee {
        /// See [`FeeFlat`].
        Flat(FeeFlat),
        /// See [`Unknown`].
        Unknown(Unknown),
        /// `Number`.
        Number(::florin_core::Decimal),
        /// As somebody has put it.
        String(::std::string::String),
        /// `Boolean`.
        Boolean(bool),
        /// `Array`.
        Array(::std::vec::Vec<Fee>),
        /// What the spec does not describe, as it was sent.
        Unlisted(::florin_core::Json),
    }
    impl ::std::fmt::Debug for Fee {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match self {
                Self::Flat(field_0) => f.debug_tuple("Flat").field(field_0).finish(),
                Self::Unknown(field_0) => {
                    f.debug_tuple("Unknown").field(field_0).finish()
                }
                Self::Number(field_0) => f.debug_tuple("Number").field(field_0).finish(),
                Self::String(_) => {
                    f.debug_tuple("String").field(&::florin_core::Redacted).finish()
                }
                Self::Boolean(field_0) => {
                    f.debug_tuple("Boolean").field(field_0).finish()
                }
                Self::Array(field_0) => f.debug_tuple("Array").field(field_0).finish(),
                Self::Unlisted(_) => {
                    f.debug_tuple("Unlisted").field(&::florin_core::Redacted).finish()
                }
            }
        }
    }
    impl ::florin_core::union::Union for Fee {
        const ALTERNATIVES: ::florin_core::union::Alternatives = ::florin_core::union::Alternatives::one_of(
            &[
                ::florin_core::union::Alternative::object("flat", "and,flat"),
                ::florin_core::union::Alternative::object("reason", "reason"),
                ::florin_core::union::Alternative::number(),
                ::florin_core::union::Alternative::text(),
                ::florin_core::union::Alternative::boolean(),
                ::florin_core::union::Alternative::list(),
            ],
        );
        fn read_as(
            place: usize,
            json: &::florin_core::union::Json<'_>,
        ) -> ::std::option::Option<Self> {
            match place {
                0usize => json.read().map(Self::Flat),
                1usize => json.read().map(Self::Unknown),
                2usize => json.read().map(Self::Number),
                3usize => json.read().map(Self::String),
                4usize => json.read().map(Self::Boolean),
                5usize => json.read().map(Self::Array),
                _ => None,
            }
        }
        fn unknown(json: ::florin_core::Json) -> Self {
            Self::Unlisted(json)
        }
        fn is_unknown(&self) -> bool {
            matches!(self, Self::Unlisted(_))
        }
    }
    impl<'de> ::serde::Deserialize<'de> for Fee {
        fn deserialize<D: ::serde::Deserializer<'de>>(
            deserializer: D,
        ) -> ::std::result::Result<Self, D::Error> {
            ::florin_core::union::read(deserializer)
        }
    }
    impl ::serde::Serialize for Fee {
        fn serialize<S: ::serde::Serializer>(
            &self,
            serializer: S,
        ) -> ::std::result::Result<S::Ok, S::Error> {
            match self {
                Self::Flat(value) => value.serialize(serializer),
                Self::Unknown(value) => value.serialize(serializer),
                Self::Number(value) => value.serialize(serializer),
                Self::String(value) => value.serialize(serializer),
                Self::Boolean(value) => value.serialize(serializer),
                Self::Array(value) => value.serialize(serializer),
                Self::Unlisted(value) => value.serialize(serializer),
            }
        }
    }
    impl ::std::convert::From<FeeFlat> for Fee {
        fn from(value: FeeFlat) -> Self {
            Self::Flat(value)
        }
    }
    impl ::std::convert::From<Unknown> for Fee {
        fn from(value: Unknown) -> Self {
            Self::Unknown(value)
        }
    }
    impl ::std::convert::From<::florin_core::Decimal> for Fee {
        fn from(value: ::florin_core::Decimal) -> Self {
            Self::Number(value)
        }
    }
    impl ::std::convert::From<::std::string::String> for Fee {
        fn from(value: ::std::string::String) -> Self {
            Self::String(value)
        }
    }
    impl ::std::convert::From<bool> for Fee {
        fn from(value: bool) -> Self {
            Self::Boolean(value)
        }
    }
    impl ::std::convert::From<::std::vec::Vec<Fee>> for Fee {
        fn from(value: ::std::vec::Vec<Fee>) -> Self {
            Self::Array(value)
        }
    }
    /// The `FeeFlat` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FeeFlat {
        /// The `and`; see [`Fee`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub and: ::std::option::Option<::std::boxed::Box<Fee>>,
        /// The `flat`.
        pub flat: ::florin_core::Decimal,
    }
    /// The `Unknown` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Unknown {
        /// The `reason`.
        pub reason: ::std::string::String,
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
            FeeFlat {
                optional and: ::std::boxed::Box<super::Fee>,
                required flat: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            Unknown {
                required reason: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `put_fee`.
    ///
    /// Sends `PUT /fees`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Fee`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn put_fee(&self) -> builder::PutFee<'_> {
        builder::PutFee::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /fees`: put_fee
    pub static PUT_FEE: ::florin_core::Operation = ::florin_core::Operation::new(
            "put_fee",
            ::florin_core::http::Method::PUT,
            "/fees",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/and",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/*",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&PUT_FEE];
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
    /// A request of [`Client::put_fee`](super::Client::put_fee); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PutFee<'a> {
        client: &'a super::Client,
        body: Result<types::Fee, String>,
    }
    impl ::std::fmt::Debug for PutFee<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PutFee").finish_non_exhaustive()
        }
    }
    impl<'a> PutFee<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Err("body was not initialized".to_string()),
            }
        }
        /// Sets the body: [`types::Fee`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Fee>,
            <V as std::convert::TryInto<types::Fee>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map_err(|why| format!("conversion for body failed: {why}"));
            self
        }
        /// Sends the request: `PUT /fees`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Fee>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::PUT_FEE;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
