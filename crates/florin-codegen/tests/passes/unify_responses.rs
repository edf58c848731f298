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
    /// How the provider refuses `several_types`.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum SeveralTypesError {
        /// `400`: Refused.
        BadRequest(Problem),
        /// `500`: Failed.
        InternalServerError(Thing),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl SeveralTypesError {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::BadRequest(_) => ::florin_core::http::StatusCode::BAD_REQUEST,
                Self::InternalServerError(_) => {
                    ::florin_core::http::StatusCode::INTERNAL_SERVER_ERROR
                }
                Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for SeveralTypesError {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for SeveralTypesError {
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                400 => answer.json().map(Self::BadRequest),
                500 => answer.json().map(Self::InternalServerError),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// What `several_types` is answered with.
    #[derive(Clone, Debug)]
    #[non_exhaustive]
    pub enum SeveralTypesSuccess {
        /// `200`: Done.
        Ok(Thing),
        /// `202`: Later.
        Accepted(Problem),
        /// What the spec doesn't list, or lists in another form, as it came.
        Other(::florin_core::http::StatusCode, ::florin_core::Raw),
    }
    impl SeveralTypesSuccess {
        /// The status that it came with.
        #[must_use]
        pub fn status(&self) -> ::florin_core::http::StatusCode {
            match self {
                Self::Ok(_) => ::florin_core::http::StatusCode::OK,
                Self::Accepted(_) => ::florin_core::http::StatusCode::ACCEPTED,
                Self::Other(status, _) => *status,
            }
        }
    }
    /// Shows the status and nothing else.
    impl ::std::fmt::Display for SeveralTypesSuccess {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            ::std::fmt::Display::fmt(&self.status(), f)
        }
    }
    impl ::florin_core::FromAnswer for SeveralTypesSuccess {
        fn from_answer(
            answer: &::florin_core::Answered<'_>,
        ) -> ::std::result::Result<Self, ::florin_core::Unreadable> {
            let status = answer.status();
            let listed = match status.as_u16() {
                200 => answer.json().map(Self::Ok),
                202 => answer.json().map(Self::Accepted),
                _ => None,
            };
            Ok(listed.unwrap_or_else(|| Self::Other(status, answer.raw())))
        }
    }
    /// A.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct TheSameTwiceResponse {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `Thing` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Thing {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
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
            Problem {
                optional title: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            TheSameTwiceResponse {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Thing {
                optional id: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `any_json`.
    ///
    /// Sends `GET /any`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    /// - `204`: Nothing.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn any_json(&self) -> builder::AnyJson<'_> {
        builder::AnyJson::new(self)
    }
    /// The operation `any_media`.
    ///
    /// Sends `GET /anything`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn any_media(&self) -> builder::AnyMedia<'_> {
        builder::AnyMedia::new(self)
    }
    /// The operation `default_beside_success`.
    ///
    /// Sends `GET /default`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    /// - `default`: Failed.
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
    /// # Answers
    ///
    /// - `200`: Done.
    /// - `204`: Nothing.
    /// - `400`: Refused.
    /// - `404`: Not there.
    /// - `500`: Failed.
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
    /// # Answers
    ///
    /// - `2XX`: A file.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn bytes(&self) -> builder::Bytes<'_> {
        builder::Bytes::new(self)
    }
    /// The operation `redirect`.
    ///
    /// Sends `GET /login`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `302`: To the login page.
    /// - `default`: Failed.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn redirect(&self) -> builder::Redirect<'_> {
        builder::Redirect::new(self)
    }
    /// The operation `default_alone`.
    ///
    /// Sends `GET /only-default`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `default`: Something.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn default_alone(&self) -> builder::DefaultAlone<'_> {
        builder::DefaultAlone::new(self)
    }
    /// The operation `only_errors`.
    ///
    /// Sends `POST /only-errors`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `400`: Refused.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn only_errors(&self) -> builder::OnlyErrors<'_> {
        builder::OnlyErrors::new(self)
    }
    /// The operation `bytes_called_json`.
    ///
    /// Sends `GET /picture`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: A file.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn bytes_called_json(&self) -> builder::BytesCalledJson<'_> {
        builder::BytesCalledJson::new(self)
    }
    /// The operation `the_same_twice`.
    ///
    /// Sends `GET /same`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    /// - `201`: Made.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn the_same_twice(&self) -> builder::TheSameTwice<'_> {
        builder::TheSameTwice::new(self)
    }
    /// The operation `several_types`.
    ///
    /// Sends `GET /several`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    /// - `202`: Later.
    /// - `400`: Refused.
    /// - `500`: Failed.
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
    /// `GET /any`: any_json
    pub static ANY_JSON: ::florin_core::Operation = ::florin_core::Operation::new(
            "any_json",
            ::florin_core::http::Method::GET,
            "/any",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /anything`: any_media
    pub static ANY_MEDIA: ::florin_core::Operation = ::florin_core::Operation::new(
            "any_media",
            ::florin_core::http::Method::GET,
            "/anything",
        )
        .retry(::florin_core::Retry::Safe);
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
    /// `GET /login`: redirect
    pub static REDIRECT: ::florin_core::Operation = ::florin_core::Operation::new(
            "redirect",
            ::florin_core::http::Method::GET,
            "/login",
        )
        .retry(::florin_core::Retry::Safe)
        .redirects();
    /// `GET /only-default`: default_alone
    pub static DEFAULT_ALONE: ::florin_core::Operation = ::florin_core::Operation::new(
            "default_alone",
            ::florin_core::http::Method::GET,
            "/only-default",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /only-errors`: only_errors
    pub static ONLY_ERRORS: ::florin_core::Operation = ::florin_core::Operation::new(
            "only_errors",
            ::florin_core::http::Method::POST,
            "/only-errors",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /picture`: bytes_called_json
    pub static BYTES_CALLED_JSON: ::florin_core::Operation = ::florin_core::Operation::new(
            "bytes_called_json",
            ::florin_core::http::Method::GET,
            "/picture",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /same`: the_same_twice
    pub static THE_SAME_TWICE: ::florin_core::Operation = ::florin_core::Operation::new(
            "the_same_twice",
            ::florin_core::http::Method::GET,
            "/same",
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
        &ANY_JSON,
        &ANY_MEDIA,
        &DEFAULT_BESIDE_SUCCESS,
        &WITH_AND_WITHOUT_BODY,
        &BYTES,
        &REDIRECT,
        &DEFAULT_ALONE,
        &ONLY_ERRORS,
        &BYTES_CALLED_JSON,
        &THE_SAME_TWICE,
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
    /// A request of [`Client::any_json`](super::Client::any_json); does nothing until it is sent.
    #[derive(Clone)]
    pub struct AnyJson<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for AnyJson<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("AnyJson").finish_non_exhaustive()
        }
    }
    impl<'a> AnyJson<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /any`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::serde_json::Value>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::ANY_JSON;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::any_media`](super::Client::any_media); does nothing until it is sent.
    #[derive(Clone)]
    pub struct AnyMedia<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for AnyMedia<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("AnyMedia").finish_non_exhaustive()
        }
    }
    impl<'a> AnyMedia<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /anything`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Thing>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::ANY_MEDIA;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
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
    /// A request of [`Client::redirect`](super::Client::redirect); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Redirect<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Redirect<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Redirect").finish_non_exhaustive()
        }
    }
    impl<'a> Redirect<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /login`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<types::Problem>> {
            let Self { client } = self;
            let operation = &super::operations::REDIRECT;
            let request = client.session().request(operation);
            request.send_empty().await
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
    /// A request of [`Client::only_errors`](super::Client::only_errors); does nothing until it is sent.
    #[derive(Clone)]
    pub struct OnlyErrors<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for OnlyErrors<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("OnlyErrors").finish_non_exhaustive()
        }
    }
    impl<'a> OnlyErrors<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /only-errors`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<types::Problem>> {
            let Self { client } = self;
            let operation = &super::operations::ONLY_ERRORS;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::bytes_called_json`](super::Client::bytes_called_json); does nothing until it is sent.
    #[derive(Clone)]
    pub struct BytesCalledJson<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for BytesCalledJson<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("BytesCalledJson").finish_non_exhaustive()
        }
    }
    impl<'a> BytesCalledJson<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /picture`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::florin_core::FileContent>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::BYTES_CALLED_JSON;
            let request = client.session().request(operation);
            request.send_file().await
        }
    }
    /// A request of [`Client::the_same_twice`](super::Client::the_same_twice); does nothing until it is sent.
    #[derive(Clone)]
    pub struct TheSameTwice<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for TheSameTwice<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("TheSameTwice").finish_non_exhaustive()
        }
    }
    impl<'a> TheSameTwice<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /same`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::TheSameTwiceResponse>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::THE_SAME_TWICE;
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
        ) -> Result<
            Response<types::SeveralTypesSuccess>,
            Error<types::SeveralTypesError>,
        > {
            let Self { client } = self;
            let operation = &super::operations::SEVERAL_TYPES;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
