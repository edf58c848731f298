// Made by florin-codegen from form_parts.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/paths/~1everything/post/requestBody/content/multipart~1form-data/encoding/note`: the part of a form has headers of its own; it is sent without them
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
    /// The `Content` of the API.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    #[serde(transparent)]
    pub struct Content(pub ::std::string::String);
    impl ::std::ops::Deref for Content {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Content> for ::std::string::String {
        fn from(value: Content) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Content {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Content {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Content {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `DocumentData` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct DocumentData {
        /// `externalId` on the wire.
        #[serde(
            rename = "externalId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub external_id: ::std::option::Option<::std::string::String>,
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for DocumentData {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DocumentData")
                .field("external_id", &self.external_id)
                .field("name", &::florin_core::Redacted)
                .finish()
        }
    }
    /// The `DocumentUpload` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct DocumentUpload {
        /// The `document`; see [`DocumentData`].
        pub document: DocumentData,
        /// The PDF.
        pub file: ::florin_core::FilePart,
    }
    impl ::std::fmt::Debug for DocumentUpload {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("DocumentUpload")
                .field("document", &self.document)
                .field("file", &::florin_core::Redacted)
                .finish()
        }
    }
    /// The `Everything` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Everything {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub day: ::std::option::Option<::std::string::String>,
        /// The `documents`; see [`DocumentData`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub documents: ::std::vec::Vec<DocumentData>,
        /// Format: `byte`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub encoded: ::std::option::Option<::std::string::String>,
        /// The `files`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub files: ::std::vec::Vec<::std::string::String>,
        /// The `note`; see [`DocumentData`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<DocumentData>,
        /// The `picture`; see [`Content`].
        pub picture: Content,
        /// The `rows`; see [`DocumentData`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub rows: ::std::vec::Vec<DocumentData>,
        /// The `state`; see [`EverythingState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<EverythingState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
        /// The `title`.
        pub title: ::std::string::String,
        /// The `urgent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub urgent: ::std::option::Option<bool>,
    }
    /// The values of `EverythingState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum EverythingState {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        EverythingState { "open" => Open, "closed" => Closed } else Unknown
    }
    /// The `Titled` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Titled {
        /// The `title`.
        pub title: ::std::string::String,
    }
    /// The `UploadEverythingBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct UploadEverythingBody {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub day: ::std::option::Option<::std::string::String>,
        /// The `documents`; see [`DocumentData`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub documents: ::std::vec::Vec<DocumentData>,
        /// Format: `byte`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub encoded: ::std::option::Option<::std::string::String>,
        /// The `files`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub files: ::std::vec::Vec<::florin_core::FilePart>,
        /// The `note`; see [`DocumentData`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<DocumentData>,
        /// The `picture`.
        pub picture: ::florin_core::FilePart,
        /// The `rows`; see [`DocumentData`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub rows: ::std::vec::Vec<DocumentData>,
        /// The `state`; see [`UploadEverythingBodyState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<UploadEverythingBodyState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
        /// The `title`.
        pub title: ::std::string::String,
        /// The `urgent`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub urgent: ::std::option::Option<bool>,
    }
    /// The values of `UploadEverythingBodyState`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum UploadEverythingBodyState {
        /// `open`
        Open,
        /// `closed`
        Closed,
    }
    ::florin_core::closed_list! {
        UploadEverythingBodyState { "open" => Open, "closed" => Closed } else
        error::ConversionError
    }
    /// The `UploadPicturesBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct UploadPicturesBody {
        /// The `back`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub back: ::std::option::Option<::florin_core::FilePart>,
        /// The `front`.
        pub front: ::florin_core::FilePart,
        /// `type` on the wire; see [`UploadPicturesBodyType`].
        #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
        pub type_: ::std::option::Option<UploadPicturesBodyType>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    }
    impl ::std::fmt::Debug for UploadPicturesBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadPicturesBody")
                .field("back", &::florin_core::Redacted)
                .field("front", &self.front)
                .field("type_", &self.type_)
                .field("extra", &self.extra)
                .finish()
        }
    }
    /// The `UploadPicturesBodyType` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct UploadPicturesBodyType {
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
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            DocumentData {
                optional external_id: ::std::string::String,
                optional_unseen name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            DocumentUpload {
                required document: super::DocumentData,
                required_unseen file: ::florin_core::FilePart,
            }
        }
        ::florin_core::builder! {
            Everything {
                optional amount: ::florin_core::Decimal,
                optional day: ::std::string::String,
                defaulted documents: ::std::vec::Vec<super::DocumentData>,
                optional encoded: ::std::string::String,
                defaulted files: ::std::vec::Vec<::std::string::String>,
                optional note: super::DocumentData,
                required picture: super::Content,
                defaulted rows: ::std::vec::Vec<super::DocumentData>,
                optional state: super::EverythingState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
                required title: ::std::string::String,
                optional urgent: bool,
            }
        }
        ::florin_core::builder! {
            Titled {
                required title: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            UploadEverythingBody {
                optional amount: ::florin_core::Decimal,
                optional day: ::std::string::String,
                defaulted documents: ::std::vec::Vec<super::DocumentData>,
                optional encoded: ::std::string::String,
                defaulted files: ::std::vec::Vec<::florin_core::FilePart>,
                optional note: super::DocumentData,
                required picture: ::florin_core::FilePart,
                defaulted rows: ::std::vec::Vec<super::DocumentData>,
                optional state: super::UploadEverythingBodyState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
                required title: ::std::string::String,
                optional urgent: bool,
            }
        }
        ::florin_core::builder! {
            UploadPicturesBody {
                optional_unseen back: ::florin_core::FilePart,
                required front: ::florin_core::FilePart,
                optional type_: super::UploadPicturesBodyType,
                defaulted extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            }
        }
        ::florin_core::builder! {
            UploadPicturesBodyType {
                optional note: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `upload_anything`.
    ///
    /// Sends `POST /anything`. A failed call is not repeated unless nothing of it was sent.
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
    pub fn upload_anything(&self) -> builder::UploadAnything<'_> {
        builder::UploadAnything::new(self)
    }
    /// The operation `upload_document`.
    ///
    /// Sends `POST /documents`. A failed call is repeated where the body has a `document.externalId`, by which the provider knows a repeat.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::DocumentUpload`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn upload_document(&self) -> builder::UploadDocument<'_> {
        builder::UploadDocument::new(self)
    }
    /// The operation `upload_everything`.
    ///
    /// Sends `POST /everything`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn upload_everything(&self) -> builder::UploadEverything<'_> {
        builder::UploadEverything::new(self)
    }
    /// The operation `upload_pictures`.
    ///
    /// Sends `POST /pictures`. A failed call is not repeated unless nothing of it was sent.
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
    pub fn upload_pictures(&self) -> builder::UploadPictures<'_> {
        builder::UploadPictures::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /anything`: upload_anything
    pub static UPLOAD_ANYTHING: ::florin_core::Operation = ::florin_core::Operation::new(
            "upload_anything",
            ::florin_core::http::Method::POST,
            "/anything",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /documents`: upload_document
    pub static UPLOAD_DOCUMENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "upload_document",
            ::florin_core::http::Method::POST,
            "/documents",
        )
        .retry(::florin_core::Retry::Keyed)
        .key_field("document.externalId")
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/document/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/file",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// `POST /everything`: upload_everything
    pub static UPLOAD_EVERYTHING: ::florin_core::Operation = ::florin_core::Operation::new(
            "upload_everything",
            ::florin_core::http::Method::POST,
            "/everything",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/documents/*/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/note/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/rows/*/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// `POST /pictures`: upload_pictures
    pub static UPLOAD_PICTURES: ::florin_core::Operation = ::florin_core::Operation::new(
            "upload_pictures",
            ::florin_core::http::Method::POST,
            "/pictures",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/back",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &UPLOAD_ANYTHING,
        &UPLOAD_DOCUMENT,
        &UPLOAD_EVERYTHING,
        &UPLOAD_PICTURES,
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
    /// A request of [`Client::upload_anything`](super::Client::upload_anything); does nothing until it is sent.
    #[derive(Clone)]
    pub struct UploadAnything<'a> {
        client: &'a super::Client,
        body: Result<::florin_core::Multipart, String>,
    }
    impl ::std::fmt::Debug for UploadAnything<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadAnything").finish_non_exhaustive()
        }
    }
    impl<'a> UploadAnything<'a> {
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
            V: std::convert::TryInto<::florin_core::Multipart>,
        {
            self.body = value
                .try_into()
                .map_err(|_| {
                    "conversion to `::florin_core::Multipart` for body failed"
                        .to_string()
                });
            self
        }
        /// Sends the request: `POST /anything`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::UPLOAD_ANYTHING;
            let body = body
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.multipart(body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::upload_document`](super::Client::upload_document); does nothing until it is sent.
    #[derive(Clone)]
    pub struct UploadDocument<'a> {
        client: &'a super::Client,
        body: Result<types::builder::DocumentUpload, String>,
    }
    impl ::std::fmt::Debug for UploadDocument<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadDocument").finish_non_exhaustive()
        }
    }
    impl<'a> UploadDocument<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::DocumentUpload`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::DocumentUpload>,
            <V as std::convert::TryInto<
                types::DocumentUpload,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `DocumentUpload` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::DocumentUpload,
            ) -> types::builder::DocumentUpload,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /documents`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::UPLOAD_DOCUMENT;
            let body = body
                .and_then(|v| {
                    types::DocumentUpload::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.multipart_of(&[], &body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::upload_everything`](super::Client::upload_everything); does nothing until it is sent.
    #[derive(Clone)]
    pub struct UploadEverything<'a> {
        client: &'a super::Client,
        body: Result<types::builder::UploadEverythingBody, String>,
    }
    impl ::std::fmt::Debug for UploadEverything<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadEverything").finish_non_exhaustive()
        }
    }
    impl<'a> UploadEverything<'a> {
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
            V: std::convert::TryInto<types::UploadEverythingBody>,
            <V as std::convert::TryInto<
                types::UploadEverythingBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `UploadEverythingBody` for body failed: {}", s
                    )
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UploadEverythingBody,
            ) -> types::builder::UploadEverythingBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /everything`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Everything>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::UPLOAD_EVERYTHING;
            let body = body
                .and_then(|v| {
                    types::UploadEverythingBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request
                .multipart_of(
                    &[("rows", "application/json"), ("title", "text/markdown")],
                    &body,
                );
            request.send_json().await
        }
    }
    /// A request of [`Client::upload_pictures`](super::Client::upload_pictures); does nothing until it is sent.
    #[derive(Clone)]
    pub struct UploadPictures<'a> {
        client: &'a super::Client,
        body: Result<types::builder::UploadPicturesBody, String>,
    }
    impl ::std::fmt::Debug for UploadPictures<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadPictures").finish_non_exhaustive()
        }
    }
    impl<'a> UploadPictures<'a> {
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
            V: std::convert::TryInto<types::UploadPicturesBody>,
            <V as std::convert::TryInto<
                types::UploadPicturesBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `UploadPicturesBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UploadPicturesBody,
            ) -> types::builder::UploadPicturesBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /pictures`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::UPLOAD_PICTURES;
            let body = body
                .and_then(|v| {
                    types::UploadPicturesBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.multipart_of(&[], &body);
            request.send_empty().await
        }
    }
}
