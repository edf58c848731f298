// Made by florin-codegen from null_types.yaml; not to be edited.

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
    /// The `A` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct A {
        /// No longer sent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub gone: ::std::option::Option<::serde_json::Value>,
        /// The `lender`; see [`Party`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub lender: ::std::option::Option<Party>,
        /// At most 70 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// Who owes it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub party: ::std::option::Option<Party>,
        /// The `state`; see [`AState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<AState>,
    }
    impl A {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::A {
            Default::default()
        }
    }
    /// The values of `AState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum AState {
        /// `open`
        Open,
        /// `paid`
        Paid,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        AState { "open" => Open, "paid" => Paid } else Unknown
    }
    /// The `Party` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Party {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Party {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Party {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`A`](super::A), field by field.
        #[derive(Clone)]
        pub struct A {
            gone: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            lender: ::std::result::Result<
                ::std::option::Option<super::Party>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            party: ::std::result::Result<
                ::std::option::Option<super::Party>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::AState>,
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
                    gone: Ok(Default::default()),
                    lender: Ok(Default::default()),
                    name: Ok(Default::default()),
                    party: Ok(Default::default()),
                    state: Ok(Default::default()),
                }
            }
        }
        impl A {
            /// Sets [`gone`](super::A::gone).
            pub fn gone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.gone = ::florin_core::set::optional(value, "gone");
                self
            }
            /// Sets [`lender`](super::A::lender).
            pub fn lender<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Party>,
                T::Error: ::std::fmt::Display,
            {
                self.lender = ::florin_core::set::optional(value, "lender");
                self
            }
            /// Sets [`name`](super::A::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
            /// Sets [`party`](super::A::party).
            pub fn party<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Party>,
                T::Error: ::std::fmt::Display,
            {
                self.party = ::florin_core::set::optional(value, "party");
                self
            }
            /// Sets [`state`](super::A::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
        }
        impl ::std::convert::TryFrom<A> for super::A {
            type Error = super::error::ConversionError;
            fn try_from(
                value: A,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    gone: value.gone?,
                    lender: value.lender?,
                    name: value.name?,
                    party: value.party?,
                    state: value.state?,
                })
            }
        }
        impl ::std::convert::From<super::A> for A {
            fn from(value: super::A) -> Self {
                Self {
                    gone: Ok(value.gone),
                    lender: Ok(value.lender),
                    name: Ok(value.name),
                    party: Ok(value.party),
                    state: Ok(value.state),
                }
            }
        }
        /// Builds a [`Party`](super::Party), field by field.
        #[derive(Clone)]
        pub struct Party {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Party {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Party").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Party {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Party {
            /// Sets [`name`](super::Party::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<Party> for super::Party {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Party,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Party> for Party {
            fn from(value: super::Party) -> Self {
                Self { name: Ok(value.name) }
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
