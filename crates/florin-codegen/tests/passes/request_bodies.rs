// Made by florin-codegen from request_bodies.yaml; not to be edited.

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
    /// The `Note` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Note {
        /// The `text`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
    }
    impl Note {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Note {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Note`](super::Note), field by field.
        #[derive(Clone)]
        pub struct Note {
            text: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Note {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Note").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Note {
            fn default() -> Self {
                Self {
                    text: Ok(Default::default()),
                }
            }
        }
        impl Note {
            /// Sets [`text`](super::Note::text).
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.text = ::florin_core::set::optional(value, "text");
                self
            }
        }
        impl ::std::convert::TryFrom<Note> for super::Note {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Note,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { text: value.text? })
            }
        }
        impl ::std::convert::From<super::Note> for Note {
            fn from(value: super::Note) -> Self {
                Self { text: Ok(value.text) }
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
    /// The operation `send_bytes`.
    ///
    /// Sends `POST /bytes`. A failed call is not repeated unless nothing of it was sent.
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
    pub fn send_bytes(&self) -> builder::SendBytes<'_> {
        builder::SendBytes::new(self)
    }
    /// The operation `send_several`.
    ///
    /// Sends `POST /several`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Note`].
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
    /// The operation `send_text`.
    ///
    /// Sends `POST /text`. A failed call is not repeated unless nothing of it was sent.
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
    pub fn send_text(&self) -> builder::SendText<'_> {
        builder::SendText::new(self)
    }
    /// The operation `send_vendor`.
    ///
    /// Sends `POST /vendor`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Note`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_vendor(&self) -> builder::SendVendor<'_> {
        builder::SendVendor::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /bytes`: send_bytes
    pub static SEND_BYTES: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_bytes",
            ::florin_core::http::Method::POST,
            "/bytes",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /several`: send_several
    pub static SEND_SEVERAL: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_several",
            ::florin_core::http::Method::POST,
            "/several",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /text`: send_text
    pub static SEND_TEXT: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_text",
            ::florin_core::http::Method::POST,
            "/text",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /vendor`: send_vendor
    pub static SEND_VENDOR: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_vendor",
            ::florin_core::http::Method::POST,
            "/vendor",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &SEND_BYTES,
        &SEND_SEVERAL,
        &SEND_TEXT,
        &SEND_VENDOR,
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
    /// A request of [`Client::send_bytes`](super::Client::send_bytes); does nothing until it is sent.
    pub struct SendBytes<'a> {
        client: &'a super::Client,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for SendBytes<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendBytes").finish_non_exhaustive()
        }
    }
    impl<'a> SendBytes<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Err("the argument body is missing".to_string()),
            }
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
        /// Sends the request: `POST /bytes`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_BYTES;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.bytes(body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_several`](super::Client::send_several); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendSeveral<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Note, String>,
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
        /// Sets the body: [`types::Note`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Note>,
            <V as std::convert::TryInto<types::Note>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Note` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Note) -> types::builder::Note,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /several`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_SEVERAL;
            let body = body
                .and_then(|v| types::Note::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.form(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_text`](super::Client::send_text); does nothing until it is sent.
    pub struct SendText<'a> {
        client: &'a super::Client,
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
                body: Err("the argument body is missing".to_string()),
            }
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
        /// Sends the request: `POST /text`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_TEXT;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.text("text/plain", body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_vendor`](super::Client::send_vendor); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendVendor<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Note, String>,
    }
    impl ::std::fmt::Debug for SendVendor<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendVendor").finish_non_exhaustive()
        }
    }
    impl<'a> SendVendor<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Note`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Note>,
            <V as std::convert::TryInto<types::Note>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Note` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Note) -> types::builder::Note,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /vendor`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_VENDOR;
            let body = body
                .and_then(|v| types::Note::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
}
