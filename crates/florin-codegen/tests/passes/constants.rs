// Made by florin-codegen from constants.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/A/properties/origin`: the `const` is an object; what is in it isn't checked
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
    /// The `A` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct A {
        /// The `kind`; see [`AKind`].
        pub kind: AKind,
        /// The `live`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub live: ::std::option::Option<bool>,
        /// The `origin`.
        #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub origin: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        /// The `version`.
        pub version: i64,
    }
    impl A {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::A {
            Default::default()
        }
    }
    /// The values of `AKind`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum AKind {
        /// `loan`
        Loan,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        AKind { "loan" => Loan } else Unknown
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`A`](super::A), field by field.
        #[derive(Clone)]
        pub struct A {
            kind: ::std::result::Result<super::AKind, ::std::string::String>,
            live: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            origin: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::fmt::Debug for A {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("A").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for A {
            fn default() -> Self {
                Self {
                    kind: Err("no value supplied for kind".to_string()),
                    live: Ok(Default::default()),
                    origin: Ok(Default::default()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl A {
            /// Sets [`kind`](super::A::kind).
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AKind>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = ::florin_core::set::required(value, "kind");
                self
            }
            /// Sets [`live`](super::A::live).
            pub fn live<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.live = ::florin_core::set::optional(value, "live");
                self
            }
            /// Sets [`origin`](super::A::origin).
            pub fn origin<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.origin = ::florin_core::set::required(value, "origin");
                self
            }
            /// Sets [`version`](super::A::version).
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.version = ::florin_core::set::required(value, "version");
                self
            }
        }
        impl ::std::convert::TryFrom<A> for super::A {
            type Error = super::error::ConversionError;
            fn try_from(
                value: A,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    kind: value.kind?,
                    live: value.live?,
                    origin: value.origin?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::A> for A {
            fn from(value: super::A) -> Self {
                Self {
                    kind: Ok(value.kind),
                    live: Ok(value.live),
                    origin: Ok(value.origin),
                    version: Ok(value.version),
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
    /// The operation `get_a`.
    ///
    /// Sends `GET /a`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_a(&self) -> builder::GetA<'_> {
        builder::GetA::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /a`: get_a
    pub static GET_A: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_a",
            ::florin_core::http::Method::GET,
            "/a",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_A];
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
    /// A request of [`Client::get_a`](super::Client::get_a); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetA<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetA<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetA").finish_non_exhaustive()
        }
    }
    impl<'a> GetA<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /a`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::A>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_A;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
