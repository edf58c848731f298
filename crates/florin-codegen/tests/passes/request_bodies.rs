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
    /// The `Form` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Form {
        /// The `amount`.
        pub amount: ::florin_core::Decimal,
        /// The `ids`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub ids: ::std::vec::Vec<::std::string::String>,
        /// The `items`; see [`Item`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub items: ::std::vec::Vec<Item>,
        /// The `json`; see [`Note`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub json: ::std::option::Option<Note>,
        /// The `metadata`.
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub metadata: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
        /// The `nested`; see [`Item`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub nested: ::std::vec::Vec<Item>,
        /// The `note`; see [`Note`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<Note>,
        /// The `piped`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub piped: ::std::vec::Vec<::std::string::String>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
    }
    impl ::std::fmt::Debug for Form {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Form")
                .field("amount", &::florin_core::Redacted)
                .field("ids", &self.ids)
                .field("items", &self.items)
                .field("json", &self.json)
                .field("metadata", &self.metadata)
                .field("nested", &self.nested)
                .field("note", &self.note)
                .field("piped", &self.piped)
                .field("tags", &self.tags)
                .finish()
        }
    }
    /// The `Item` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Item {
        /// The `price`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub price: ::std::option::Option<::std::string::String>,
        /// The `taxes`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub taxes: ::std::vec::Vec<::std::string::String>,
    }
    /// The `Note` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Note {
        /// The `text`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
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
            Form {
                required_unseen amount: ::florin_core::Decimal,
                defaulted ids: ::std::vec::Vec<::std::string::String>,
                defaulted items: ::std::vec::Vec<super::Item>,
                optional json: super::Note,
                defaulted metadata: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
                defaulted nested: ::std::vec::Vec<super::Item>,
                optional note: super::Note,
                defaulted piped: ::std::vec::Vec<::std::string::String>,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            Item {
                optional price: ::std::string::String,
                defaulted taxes: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            Note {
                optional text: ::std::string::String,
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
    /// The operation `send_form`.
    ///
    /// Sends `POST /form`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Form`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_form(&self) -> builder::SendForm<'_> {
        builder::SendForm::new(self)
    }
    /// The operation `send_picture`.
    ///
    /// Sends `PUT /picture`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): `image/png`, as it is sent.
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
    /// The operation `send_plain_form`.
    ///
    /// Sends `POST /plain-form`. A failed call is not repeated unless nothing of it was sent.
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
    pub fn send_plain_form(&self) -> builder::SendPlainForm<'_> {
        builder::SendPlainForm::new(self)
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
    /// The operation `send_token`.
    ///
    /// Sends `POST /token`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): `application/jwt`, as it is sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_token(&self) -> builder::SendToken<'_> {
        builder::SendToken::new(self)
    }
    /// The operation `send_untold`.
    ///
    /// Sends `DELETE /untold`. A failed call is not repeated unless nothing of it was sent.
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
    pub fn send_untold(&self) -> builder::SendUntold<'_> {
        builder::SendUntold::new(self)
    }
    /// The operation `send_vendor`.
    ///
    /// Sends `PATCH /vendor`. A failed call is not repeated unless nothing of it was sent.
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
    /// The operation `send_xml`.
    ///
    /// Sends `POST /xml`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): `application/xml; charset=utf-8`, as it is sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn send_xml(&self) -> builder::SendXml<'_> {
        builder::SendXml::new(self)
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
    /// `POST /form`: send_form
    pub static SEND_FORM: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_form",
            ::florin_core::http::Method::POST,
            "/form",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/amount",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// `PUT /picture`: send_picture
    pub static SEND_PICTURE: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_picture",
            ::florin_core::http::Method::PUT,
            "/picture",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /plain-form`: send_plain_form
    pub static SEND_PLAIN_FORM: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_plain_form",
            ::florin_core::http::Method::POST,
            "/plain-form",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /text`: send_text
    pub static SEND_TEXT: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_text",
            ::florin_core::http::Method::POST,
            "/text",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /token`: send_token
    pub static SEND_TOKEN: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_token",
            ::florin_core::http::Method::POST,
            "/token",
        )
        .retry(::florin_core::Retry::Never);
    /// `DELETE /untold`: send_untold
    pub static SEND_UNTOLD: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_untold",
            ::florin_core::http::Method::DELETE,
            "/untold",
        )
        .retry(::florin_core::Retry::Never);
    /// `PATCH /vendor`: send_vendor
    pub static SEND_VENDOR: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_vendor",
            ::florin_core::http::Method::PATCH,
            "/vendor",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /xml`: send_xml
    pub static SEND_XML: ::florin_core::Operation = ::florin_core::Operation::new(
            "send_xml",
            ::florin_core::http::Method::POST,
            "/xml",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &SEND_BYTES,
        &SEND_FORM,
        &SEND_PICTURE,
        &SEND_PLAIN_FORM,
        &SEND_TEXT,
        &SEND_TOKEN,
        &SEND_UNTOLD,
        &SEND_VENDOR,
        &SEND_XML,
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
    /// A request of [`Client::send_form`](super::Client::send_form); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendForm<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Form, String>,
    }
    impl ::std::fmt::Debug for SendForm<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendForm").finish_non_exhaustive()
        }
    }
    impl<'a> SendForm<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Form`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Form>,
            <V as std::convert::TryInto<types::Form>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Form` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Form) -> types::builder::Form,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /form`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_FORM;
            let body = body
                .and_then(|v| types::Form::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request
                .form_styled(
                    &[
                        ("ids", ::florin_core::PairStyle::Comma),
                        ("items", ::florin_core::PairStyle::DeepObject),
                        ("json", ::florin_core::PairStyle::Json),
                        ("metadata", ::florin_core::PairStyle::DeepObject),
                        ("piped", ::florin_core::PairStyle::Pipe),
                    ],
                    &body,
                );
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_picture`](super::Client::send_picture); does nothing until it is sent.
    pub struct SendPicture<'a> {
        client: &'a super::Client,
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
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets the body. `image/png`, as it is sent.
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
            let Self { client, body } = self;
            let operation = &super::operations::SEND_PICTURE;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.bytes_as("image/png", body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_plain_form`](super::Client::send_plain_form); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendPlainForm<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Note, String>,
    }
    impl ::std::fmt::Debug for SendPlainForm<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendPlainForm").finish_non_exhaustive()
        }
    }
    impl<'a> SendPlainForm<'a> {
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
        /// Sends the request: `POST /plain-form`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_PLAIN_FORM;
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
    /// A request of [`Client::send_token`](super::Client::send_token); does nothing until it is sent.
    pub struct SendToken<'a> {
        client: &'a super::Client,
        body: Result<::florin_core::Bytes, String>,
    }
    impl ::std::fmt::Debug for SendToken<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendToken").finish_non_exhaustive()
        }
    }
    impl<'a> SendToken<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets the body. `application/jwt`, as it is sent.
        pub fn body<B>(mut self, value: B) -> Self
        where
            B: std::convert::TryInto<::florin_core::Bytes>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to bytes for body failed".to_string());
            self
        }
        /// Sends the request: `POST /token`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_TOKEN;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.bytes_as("application/jwt", body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_untold`](super::Client::send_untold); does nothing until it is sent.
    #[derive(Clone)]
    pub struct SendUntold<'a> {
        client: &'a super::Client,
        body: Result<::serde_json::Value, String>,
    }
    impl ::std::fmt::Debug for SendUntold<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendUntold").finish_non_exhaustive()
        }
    }
    impl<'a> SendUntold<'a> {
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
            V: std::convert::TryInto<::serde_json::Value>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `::serde_json::Value` for body failed".to_string()
                });
            self
        }
        /// Sends the request: `DELETE /untold`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_UNTOLD;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
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
        /// Sends the request: `PATCH /vendor`.
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
            request.json_as("application/merge-patch+json; charset=utf-8", &body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::send_xml`](super::Client::send_xml); does nothing until it is sent.
    pub struct SendXml<'a> {
        client: &'a super::Client,
        body: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for SendXml<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("SendXml").finish_non_exhaustive()
        }
    }
    impl<'a> SendXml<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Err("the argument body is missing".to_string()),
            }
        }
        /// Sets the body. `application/xml; charset=utf-8`, as it is sent.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<String>,
        {
            self.body = value
                .try_into()
                .map_err(|_| "conversion to `String` for body failed".to_string());
            self
        }
        /// Sends the request: `POST /xml`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::SEND_XML;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.text("application/xml; charset=utf-8", body);
            request.send_empty().await
        }
    }
}
