// Made by florin-codegen from webhooks.yaml; not to be edited.

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
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl A {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::A {
            Default::default()
        }
    }
    /// The `CreateADecidedPayload` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateADecidedPayload {
        /// The `accepted`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub accepted: ::std::option::Option<bool>,
    }
    impl CreateADecidedPayload {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateADecidedPayload {
            Default::default()
        }
    }
    /// The `LoanPaidPayload` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanPaidPayload {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
    }
    impl LoanPaidPayload {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanPaidPayload {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`A`](super::A), field by field.
        #[derive(Clone)]
        pub struct A {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
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
                Self { id: Ok(Default::default()) }
            }
        }
        impl A {
            /// Sets [`id`](super::A::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::optional(value, "id");
                self
            }
        }
        impl ::std::convert::TryFrom<A> for super::A {
            type Error = super::error::ConversionError;
            fn try_from(
                value: A,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::A> for A {
            fn from(value: super::A) -> Self {
                Self { id: Ok(value.id) }
            }
        }
        /// Builds a [`CreateADecidedPayload`](super::CreateADecidedPayload), field by field.
        #[derive(Clone)]
        pub struct CreateADecidedPayload {
            accepted: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateADecidedPayload {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateADecidedPayload").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateADecidedPayload {
            fn default() -> Self {
                Self {
                    accepted: Ok(Default::default()),
                }
            }
        }
        impl CreateADecidedPayload {
            /// Sets [`accepted`](super::CreateADecidedPayload::accepted).
            pub fn accepted<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.accepted = ::florin_core::set::optional(value, "accepted");
                self
            }
        }
        impl ::std::convert::TryFrom<CreateADecidedPayload>
        for super::CreateADecidedPayload {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateADecidedPayload,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { accepted: value.accepted? })
            }
        }
        impl ::std::convert::From<super::CreateADecidedPayload>
        for CreateADecidedPayload {
            fn from(value: super::CreateADecidedPayload) -> Self {
                Self {
                    accepted: Ok(value.accepted),
                }
            }
        }
        /// Builds a [`LoanPaidPayload`](super::LoanPaidPayload), field by field.
        #[derive(Clone)]
        pub struct LoanPaidPayload {
            amount: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanPaidPayload {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanPaidPayload").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanPaidPayload {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                }
            }
        }
        impl LoanPaidPayload {
            /// Sets [`amount`](super::LoanPaidPayload::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::optional(value, "amount");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanPaidPayload> for super::LoanPaidPayload {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanPaidPayload,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { amount: value.amount? })
            }
        }
        impl ::std::convert::From<super::LoanPaidPayload> for LoanPaidPayload {
            fn from(value: super::LoanPaidPayload) -> Self {
                Self { amount: Ok(value.amount) }
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
    /// The operation `create_a`.
    ///
    /// Sends `POST /a`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `201`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_a(&self) -> builder::CreateA<'_> {
        builder::CreateA::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /a`: create_a
    pub static CREATE_A: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_a",
            ::florin_core::http::Method::POST,
            "/a",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_A];
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
    /// A request of [`Client::create_a`](super::Client::create_a); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateA<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for CreateA<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateA").finish_non_exhaustive()
        }
    }
    impl<'a> CreateA<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /a`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::A>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::CREATE_A;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
