// Made by florin-codegen from server_names.yaml; not to be edited.

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
    /// The operation `beta`.
    ///
    /// Sends `GET /beta`, on the host `beta`, without a token. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn beta(&self) -> builder::Beta<'_> {
        builder::Beta::new(self)
    }
    /// The operation `list_files`.
    ///
    /// Sends `GET /files`, on the host `files_example_com_v2`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_files(&self) -> builder::ListFiles<'_> {
        builder::ListFiles::new(self)
    }
    /// The operation `add_file`.
    ///
    /// Sends `POST /files`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn add_file(&self) -> builder::AddFile<'_> {
        builder::AddFile::new(self)
    }
    /// The operation `regions`.
    ///
    /// Sends `GET /regions`, on the host `region_example_com`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn regions(&self) -> builder::Regions<'_> {
        builder::Regions::new(self)
    }
    /// The operation `token`.
    ///
    /// Sends `POST /token`, on the host `auth`, without a token. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn token(&self) -> builder::Token<'_> {
        builder::Token::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /beta`: beta
    pub static BETA: ::florin_core::Operation = ::florin_core::Operation::new(
            "beta",
            ::florin_core::http::Method::GET,
            "/beta",
        )
        .retry(::florin_core::Retry::Safe)
        .server("beta")
        .public();
    /// `GET /files`: list_files
    pub static LIST_FILES: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_files",
            ::florin_core::http::Method::GET,
            "/files",
        )
        .retry(::florin_core::Retry::Safe)
        .server("files_example_com_v2");
    /// `POST /files`: add_file
    pub static ADD_FILE: ::florin_core::Operation = ::florin_core::Operation::new(
            "add_file",
            ::florin_core::http::Method::POST,
            "/files",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /regions`: regions
    pub static REGIONS: ::florin_core::Operation = ::florin_core::Operation::new(
            "regions",
            ::florin_core::http::Method::GET,
            "/regions",
        )
        .retry(::florin_core::Retry::Safe)
        .server("region_example_com");
    /// `POST /token`: token
    pub static TOKEN: ::florin_core::Operation = ::florin_core::Operation::new(
            "token",
            ::florin_core::http::Method::POST,
            "/token",
        )
        .retry(::florin_core::Retry::Never)
        .server("auth")
        .public();
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &BETA,
        &LIST_FILES,
        &ADD_FILE,
        &REGIONS,
        &TOKEN,
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
    /// A request of [`Client::beta`](super::Client::beta); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Beta<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Beta<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Beta").finish_non_exhaustive()
        }
    }
    impl<'a> Beta<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /beta`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::BETA;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::list_files`](super::Client::list_files); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListFiles<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for ListFiles<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListFiles").finish_non_exhaustive()
        }
    }
    impl<'a> ListFiles<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /files`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::LIST_FILES;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::add_file`](super::Client::add_file); does nothing until it is sent.
    #[derive(Clone)]
    pub struct AddFile<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for AddFile<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("AddFile").finish_non_exhaustive()
        }
    }
    impl<'a> AddFile<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /files`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::ADD_FILE;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::regions`](super::Client::regions); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Regions<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Regions<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Regions").finish_non_exhaustive()
        }
    }
    impl<'a> Regions<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /regions`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::REGIONS;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::token`](super::Client::token); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Token<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for Token<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Token").finish_non_exhaustive()
        }
    }
    impl<'a> Token<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `POST /token`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::TOKEN;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
}
