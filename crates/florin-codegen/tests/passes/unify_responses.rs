// Made by florin-codegen from unify_responses.yaml; not to be edited.

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
    /// The `Problem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Problem {
        /// The `title`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub title: ::std::option::Option<::std::string::String>,
    }
    impl Problem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Problem {
            Default::default()
        }
    }
    /// The `Thing` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Thing {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    impl Thing {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Thing {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Problem`](super::Problem), field by field.
        #[derive(Clone)]
        pub struct Problem {
            title: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Problem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Problem").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    title: Ok(Default::default()),
                }
            }
        }
        impl Problem {
            /// Sets [`title`](super::Problem::title).
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = ::florin_core::set::optional(value, "title");
                self
            }
        }
        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { title: value.title? })
            }
        }
        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self { title: Ok(value.title) }
            }
        }
        /// Builds a [`Thing`](super::Thing), field by field.
        #[derive(Clone)]
        pub struct Thing {
            id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Thing {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Thing").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Thing {
            fn default() -> Self {
                Self { id: Ok(Default::default()) }
            }
        }
        impl Thing {
            /// Sets [`id`](super::Thing::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::optional(value, "id");
                self
            }
        }
        impl ::std::convert::TryFrom<Thing> for super::Thing {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Thing,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { id: value.id? })
            }
        }
        impl ::std::convert::From<super::Thing> for Thing {
            fn from(value: super::Thing) -> Self {
                Self { id: Ok(value.id) }
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
    /// The operation `default_beside_success`.
    ///
    /// Sends `GET /default`. A failed call is repeated.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn default_beside_success(&self) -> builder::DefaultBesideSuccess<'_> {
        builder::DefaultBesideSuccess::new(self)
    }
    /// The operation `with_and_without_body`.
    ///
    /// Sends `GET /empty`. A failed call is repeated.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn with_and_without_body(&self) -> builder::WithAndWithoutBody<'_> {
        builder::WithAndWithoutBody::new(self)
    }
    /// The operation `bytes`.
    ///
    /// Sends `GET /file`. A failed call is repeated.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn bytes(&self) -> builder::Bytes<'_> {
        builder::Bytes::new(self)
    }
    /// The operation `default_alone`.
    ///
    /// Sends `GET /only-default`. A failed call is repeated.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn default_alone(&self) -> builder::DefaultAlone<'_> {
        builder::DefaultAlone::new(self)
    }
    /// The operation `several_types`.
    ///
    /// Sends `GET /several`. A failed call is repeated.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn several_types(&self) -> builder::SeveralTypes<'_> {
        builder::SeveralTypes::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /default`: default_beside_success
    pub static DEFAULT_BESIDE_SUCCESS: ::florin_core::Operation = ::florin_core::Operation::new(
            "default_beside_success",
            ::florin_core::http::Method::GET,
            "/default",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /empty`: with_and_without_body
    pub static WITH_AND_WITHOUT_BODY: ::florin_core::Operation = ::florin_core::Operation::new(
            "with_and_without_body",
            ::florin_core::http::Method::GET,
            "/empty",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /file`: bytes
    pub static BYTES: ::florin_core::Operation = ::florin_core::Operation::new(
            "bytes",
            ::florin_core::http::Method::GET,
            "/file",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /only-default`: default_alone
    pub static DEFAULT_ALONE: ::florin_core::Operation = ::florin_core::Operation::new(
            "default_alone",
            ::florin_core::http::Method::GET,
            "/only-default",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /several`: several_types
    pub static SEVERAL_TYPES: ::florin_core::Operation = ::florin_core::Operation::new(
            "several_types",
            ::florin_core::http::Method::GET,
            "/several",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &DEFAULT_BESIDE_SUCCESS,
        &WITH_AND_WITHOUT_BODY,
        &BYTES,
        &DEFAULT_ALONE,
        &SEVERAL_TYPES,
    ];
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
    /// A request of [`Client::default_beside_success`](super::Client::default_beside_success); does nothing until it is sent.
    #[derive(Clone)]
    pub struct DefaultBesideSuccess<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for DefaultBesideSuccess<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DefaultBesideSuccess").finish_non_exhaustive()
        }
    }
    impl<'a> DefaultBesideSuccess<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /default`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Thing>, Error<types::Problem>> {
            let Self { client } = self;
            let operation = &super::operations::DEFAULT_BESIDE_SUCCESS;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::with_and_without_body`](super::Client::with_and_without_body); does nothing until it is sent.
    #[derive(Clone)]
    pub struct WithAndWithoutBody<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for WithAndWithoutBody<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("WithAndWithoutBody").finish_non_exhaustive()
        }
    }
    impl<'a> WithAndWithoutBody<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /empty`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<
            Response<::std::option::Option<types::Thing>>,
            Error<types::Problem>,
        > {
            let Self { client } = self;
            let operation = &super::operations::WITH_AND_WITHOUT_BODY;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::bytes`](super::Client::bytes); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Bytes<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Bytes<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Bytes").finish_non_exhaustive()
        }
    }
    impl<'a> Bytes<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /file`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::florin_core::FileContent>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::BYTES;
            let request = client.session().request(operation);
            request.send_file().await
        }
    }
    /// A request of [`Client::default_alone`](super::Client::default_alone); does nothing until it is sent.
    #[derive(Clone)]
    pub struct DefaultAlone<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for DefaultAlone<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DefaultAlone").finish_non_exhaustive()
        }
    }
    impl<'a> DefaultAlone<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /only-default`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<types::Thing>, Error<types::Thing>> {
            let Self { client } = self;
            let operation = &super::operations::DEFAULT_ALONE;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::several_types`](super::Client::several_types); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SeveralTypes<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for SeveralTypes<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SeveralTypes").finish_non_exhaustive()
        }
    }
    impl<'a> SeveralTypes<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /several`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::serde_json::Value>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::SEVERAL_TYPES;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
