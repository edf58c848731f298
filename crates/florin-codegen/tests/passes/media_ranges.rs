// Made by florin-codegen from media_ranges.yaml; not to be edited.

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
    /// The `SendSeveralBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SendSeveralBody {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
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
            SendSeveralBody {
                optional a: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `send_file`.
    ///
    /// Sends `PUT /file`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `content_type` (header, optional): Its own words.
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_file(&self) -> builder::SendFile<'_> {
        builder::SendFile::new(self)
    }
    /// The operation `send_picture`.
    ///
    /// Sends `PUT /picture`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `content_type` (query, optional)
    /// - `content_type_in_header` (header, optional): What the body is, one of `image/*`. Without it, `application/octet-stream` is said.
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_picture(&self) -> builder::SendPicture<'_> {
        builder::SendPicture::new(self)
    }
    /// The operation `send_several`.
    ///
    /// Sends `PUT /several`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_several(&self) -> builder::SendSeveral<'_> {
        builder::SendSeveral::new(self)
    }
    /// The operation `send_several_as_bytes`.
    ///
    /// As `send_several`, with a body of `application/octet-stream`.
    ///
    /// Sends `PUT /several`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `content_type` (header, optional): What the body is, one of `image/*`. Without it, `application/octet-stream` is said.
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_several_as_bytes(&self) -> builder::SendSeveralAsBytes<'_> {
        builder::SendSeveralAsBytes::new(self)
    }
    /// The operation `send_text`.
    ///
    /// Sends `PUT /text`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `content_type` (header, optional): What the body is, one of `text/*`. Without it, `text/plain` is said.
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_text(&self) -> builder::SendText<'_> {
        builder::SendText::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /file`: send_file
    pub static SEND_FILE: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_file",
            ::florin_core::http::Method::PUT,
            "/file",
        )
        .retry(::florin_core::Retry::Never);
    /// `PUT /picture`: send_picture
    pub static SEND_PICTURE: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_picture",
            ::florin_core::http::Method::PUT,
            "/picture",
        )
        .retry(::florin_core::Retry::Never);
    /// `PUT /several`: send_several
    pub static SEND_SEVERAL: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_several",
            ::florin_core::http::Method::PUT,
            "/several",
        )
        .retry(::florin_core::Retry::Never);
    /// `PUT /several`: send_several_as_bytes
    pub static SEND_SEVERAL_AS_BYTES: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_several_as_bytes",
            ::florin_core::http::Method::PUT,
            "/several",
        )
        .retry(::florin_core::Retry::Never);
    /// `PUT /text`: send_text
    pub static SEND_TEXT: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_text",
            ::florin_core::http::Method::PUT,
            "/text",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &SEND_FILE,
        &SEND_PICTURE,
        &SEND_SEVERAL,
        &SEND_SEVERAL_AS_BYTES,
        &SEND_TEXT,
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
    /// A request of [`Client::send_file`](super::Client::send_file); does nothing until it is sent.
    pub struct SendFile<'a> {
        client: &'a super::Client,
        content_type: Result<Option<::std::string::String>, String>,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for SendFile<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendFile").finish_non_exhaustive()
        }
    }
    impl<'a> SendFile<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                content_type: Ok(None),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `content_type` (header, optional).
        ///
        /// Its own words.
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
        /// Sends the request: `PUT /file`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, content_type, body } = self;
            let operation = &super::operations::SEND_FILE;
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
    /// A request of [`Client::send_picture`](super::Client::send_picture); does nothing until it is sent.
    pub struct SendPicture<'a> {
        client: &'a super::Client,
        content_type: Result<Option<::std::string::String>, String>,
        content_type_in_header: Result<Option<::std::string::String>, String>,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for SendPicture<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendPicture").finish_non_exhaustive()
        }
    }
    impl<'a> SendPicture<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                content_type: Ok(None),
                content_type_in_header: Ok(None),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `content_type` (query, optional).
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
        /// Sets `content_type_in_header` (header, optional).
        ///
        /// What the body is, one of `image/*`. Without it, `application/octet-stream` is said.
        pub fn content_type_in_header<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.content_type_in_header = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for content_type_in_header failed"
                        .to_string()
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
        /// Sends the request: `PUT /picture`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, content_type, content_type_in_header, body } = self;
            let operation = &super::operations::SEND_PICTURE;
            let content_type = content_type
                .map_err(|message| Error::invalid_request(operation, message))?;
            let content_type_in_header = content_type_in_header
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("content_type", &content_type);
            if let Some(value) = &content_type_in_header {
                request.header("Content-Type", value);
            }
            request.bytes(body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_several`](super::Client::send_several); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendSeveral<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SendSeveralBody, String>,
    }
    impl ::std::fmt::Debug for SendSeveral<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendSeveral").finish_non_exhaustive()
        }
    }
    impl<'a> SendSeveral<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SendSeveralBody>,
            <V as std::convert::TryInto<
                types::SendSeveralBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SendSeveralBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SendSeveralBody,
            ) -> types::builder::SendSeveralBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `PUT /several`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_SEVERAL;
            let body = body
                .and_then(|v| {
                    types::SendSeveralBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_several_as_bytes`](super::Client::send_several_as_bytes); does nothing until it is sent.
    pub struct SendSeveralAsBytes<'a> {
        client: &'a super::Client,
        content_type: Result<Option<::std::string::String>, String>,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for SendSeveralAsBytes<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendSeveralAsBytes").finish_non_exhaustive()
        }
    }
    impl<'a> SendSeveralAsBytes<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                content_type: Ok(None),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `content_type` (header, optional).
        ///
        /// What the body is, one of `image/*`. Without it, `application/octet-stream` is said.
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
        /// Sends the request: `PUT /several`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, content_type, body } = self;
            let operation = &super::operations::SEND_SEVERAL_AS_BYTES;
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
    /// A request of [`Client::send_text`](super::Client::send_text); does nothing until it is sent.
    pub struct SendText<'a> {
        client: &'a super::Client,
        content_type: Result<Option<::std::string::String>, String>,
        body: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for SendText<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendText").finish_non_exhaustive()
        }
    }
    impl<'a> SendText<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                content_type: Ok(None),
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets `content_type` (header, optional).
        ///
        /// What the body is, one of `text/*`. Without it, `text/plain` is said.
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
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to `String` for body failed".to_string());
            self
        }
        /// Sends the request: `PUT /text`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, content_type, body } = self;
            let operation = &super::operations::SEND_TEXT;
            let content_type = content_type
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &content_type {
                request.header("Content-Type", value);
            }
            request.text("text/plain", body);
            request.send_empty().await
        }
    }
}
