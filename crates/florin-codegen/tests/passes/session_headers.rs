// Made by florin-codegen from session_headers.yaml; not to be edited.

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
    /// The `CreateLoanBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBody {
        /// The `note`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
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
            CreateLoanBody {
                optional note: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `upload_file`.
    ///
    /// Sends `POST /files`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `content_type` (header, optional)
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn upload_file(&self) -> builder::UploadFile<'_> {
        builder::UploadFile::new(self)
    }
    /// The operation `create_loan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `accept` (header, optional)
    /// - `x_channel` (header, required)
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan(&self) -> builder::CreateLoan<'_> {
        builder::CreateLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /files`: upload_file
    pub static UPLOAD_FILE: ::florin_core::Operation = ::florin_core::Operation::new(
            "upload_file",
            ::florin_core::http::Method::POST,
            "/files",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /loans`: create_loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_loan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&UPLOAD_FILE, &CREATE_LOAN];
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
    /// A request of [`Client::upload_file`](super::Client::upload_file); does nothing until it is sent.
    pub struct UploadFile<'a> {
        client: &'a super::Client,
        content_type: Result<Option<::std::string::String>, String>,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for UploadFile<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadFile").finish_non_exhaustive()
        }
    }
    impl<'a> UploadFile<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                content_type: Ok(None),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `content_type` (header, optional).
        pub fn content_type<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.content_type = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for content_type failed".to_string()
                });
            self
        }
        /// Sets the body.
        pub fn body<B>(mut self, value: B) -> Self
        where
            B: std::convert::TryInto<::florin_core::Bytes>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to bytes for body failed".to_string());
            self
        }
        /// Sends the request: `POST /files`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, content_type, body } = self;
            let operation = &super::operations::UPLOAD_FILE;
            let content_type = content_type
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &content_type {
                request.header("Content-Type", value);
            }
            request.bytes(body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        accept: Result<Option<::std::string::String>, String>,
        x_channel: Result<::std::string::String, String>,
        body: Result<types::builder::CreateLoanBody, String>,
    }
    impl ::std::fmt::Debug for CreateLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoan").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                accept: Ok(None),
                x_channel: Err("the argument x_channel is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `accept` (header, optional).
        pub fn accept<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.accept = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for accept failed".to_string());
            self
        }
        /// Sets `x_channel` (header, required).
        pub fn x_channel<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_channel = value
                .try_into()
                .map_err(|_| "conversion to `String` for x_channel failed".to_string());
            self
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateLoanBody>,
            <V as std::convert::TryInto<
                types::CreateLoanBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `CreateLoanBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateLoanBody,
            ) -> types::builder::CreateLoanBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, accept, x_channel, body } = self;
            let operation = &super::operations::CREATE_LOAN;
            let accept = accept
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_channel = x_channel
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| {
                    types::CreateLoanBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &accept {
                request.header("Accept", value);
            }
            request.header("X-Channel", &x_channel);
            request.json(&body);
            request.send_empty().await
        }
    }
}
