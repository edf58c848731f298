// Made by florin-codegen from open_maps.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/A/properties/limits`: `propertyNames` is a check on the names of fields; it isn't made
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
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct A {
        /// The `balances`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub balances: ::std::collections::BTreeMap<
            ::std::string::String,
            ::florin_core::Decimal,
        >,
        /// The `limits`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub limits: ::std::collections::BTreeMap<::std::string::String, i64>,
        /// The `party`; see [`AParty`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub party: ::std::option::Option<AParty>,
    }
    impl A {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::A {
            Default::default()
        }
    }
    /// The `AParty` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct AParty {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl AParty {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::AParty {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`A`](super::A), field by field.
        #[derive(Clone)]
        pub struct A {
            balances: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::florin_core::Decimal,
                >,
                ::std::string::String,
            >,
            limits: ::std::result::Result<
                ::std::collections::BTreeMap<::std::string::String, i64>,
                ::std::string::String,
            >,
            party: ::std::result::Result<
                ::std::option::Option<super::AParty>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for A {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("A").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for A {
            fn default() -> Self {
                Self {
                    balances: Ok(Default::default()),
                    limits: Ok(Default::default()),
                    party: Ok(Default::default()),
                }
            }
        }
        impl A {
            /// Sets [`balances`](super::A::balances).
            pub fn balances<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::florin_core::Decimal,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.balances = ::florin_core::set::required(value, "balances");
                self
            }
            /// Sets [`limits`](super::A::limits).
            pub fn limits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<::std::string::String, i64>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.limits = ::florin_core::set::required(value, "limits");
                self
            }
            /// Sets [`party`](super::A::party).
            pub fn party<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AParty>,
                T::Error: ::std::fmt::Display,
            {
                self.party = ::florin_core::set::optional(value, "party");
                self
            }
        }
        impl ::std::convert::TryFrom<A> for super::A {
            type Error = super::error::ConversionError;
            fn try_from(
                value: A,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    balances: value.balances?,
                    limits: value.limits?,
                    party: value.party?,
                })
            }
        }
        impl ::std::convert::From<super::A> for A {
            fn from(value: super::A) -> Self {
                Self {
                    balances: Ok(value.balances),
                    limits: Ok(value.limits),
                    party: Ok(value.party),
                }
            }
        }
        /// Builds a [`AParty`](super::AParty), field by field.
        #[derive(Clone)]
        pub struct AParty {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for AParty {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("AParty").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for AParty {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl AParty {
            /// Sets [`name`](super::AParty::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
            /// Sets [`extra`](super::AParty::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
                self
            }
        }
        impl ::std::convert::TryFrom<AParty> for super::AParty {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AParty,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::AParty> for AParty {
            fn from(value: super::AParty) -> Self {
                Self {
                    name: Ok(value.name),
                    extra: Ok(value.extra),
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
