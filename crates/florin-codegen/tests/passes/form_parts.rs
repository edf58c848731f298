// Made by florin-codegen from form_parts.yaml; not to be edited.

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
    impl DocumentData {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::DocumentData {
            Default::default()
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
    impl DocumentUpload {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::DocumentUpload {
            Default::default()
        }
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
    }
    impl ::std::fmt::Debug for UploadPicturesBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UploadPicturesBody")
                .field("back", &::florin_core::Redacted)
                .field("front", &self.front)
                .field("type_", &self.type_)
                .finish()
        }
    }
    impl UploadPicturesBody {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::UploadPicturesBody {
            Default::default()
        }
    }
    /// The `UploadPicturesBodyType` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct UploadPicturesBodyType {
        /// The `note`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
    }
    impl UploadPicturesBodyType {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::UploadPicturesBodyType {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`DocumentData`](super::DocumentData), field by field.
        #[derive(Clone)]
        pub struct DocumentData {
            external_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for DocumentData {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("DocumentData").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for DocumentData {
            fn default() -> Self {
                Self {
                    external_id: Ok(Default::default()),
                    name: Ok(Default::default()),
                }
            }
        }
        impl DocumentData {
            /// Sets [`external_id`](super::DocumentData::external_id).
            pub fn external_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.external_id = ::florin_core::set::optional(value, "external_id");
                self
            }
            /// Sets [`name`](super::DocumentData::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional_unseen(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<DocumentData> for super::DocumentData {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DocumentData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    external_id: value.external_id?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::DocumentData> for DocumentData {
            fn from(value: super::DocumentData) -> Self {
                Self {
                    external_id: Ok(value.external_id),
                    name: Ok(value.name),
                }
            }
        }
        /// Builds a [`DocumentUpload`](super::DocumentUpload), field by field.
        #[derive(Clone)]
        pub struct DocumentUpload {
            document: ::std::result::Result<super::DocumentData, ::std::string::String>,
            file: ::std::result::Result<::florin_core::FilePart, ::std::string::String>,
        }
        impl ::std::fmt::Debug for DocumentUpload {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("DocumentUpload").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for DocumentUpload {
            fn default() -> Self {
                Self {
                    document: Err("no value supplied for document".to_string()),
                    file: Err("no value supplied for file".to_string()),
                }
            }
        }
        impl DocumentUpload {
            /// Sets [`document`](super::DocumentUpload::document).
            pub fn document<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DocumentData>,
                T::Error: ::std::fmt::Display,
            {
                self.document = ::florin_core::set::required(value, "document");
                self
            }
            /// Sets [`file`](super::DocumentUpload::file).
            pub fn file<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::FilePart>,
                T::Error: ::std::fmt::Display,
            {
                self.file = ::florin_core::set::required_unseen(value, "file");
                self
            }
        }
        impl ::std::convert::TryFrom<DocumentUpload> for super::DocumentUpload {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DocumentUpload,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    document: value.document?,
                    file: value.file?,
                })
            }
        }
        impl ::std::convert::From<super::DocumentUpload> for DocumentUpload {
            fn from(value: super::DocumentUpload) -> Self {
                Self {
                    document: Ok(value.document),
                    file: Ok(value.file),
                }
            }
        }
        /// Builds a [`UploadPicturesBody`](super::UploadPicturesBody), field by field.
        #[derive(Clone)]
        pub struct UploadPicturesBody {
            back: ::std::result::Result<
                ::std::option::Option<::florin_core::FilePart>,
                ::std::string::String,
            >,
            front: ::std::result::Result<::florin_core::FilePart, ::std::string::String>,
            type_: ::std::result::Result<
                ::std::option::Option<super::UploadPicturesBodyType>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for UploadPicturesBody {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("UploadPicturesBody").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for UploadPicturesBody {
            fn default() -> Self {
                Self {
                    back: Ok(Default::default()),
                    front: Err("no value supplied for front".to_string()),
                    type_: Ok(Default::default()),
                }
            }
        }
        impl UploadPicturesBody {
            /// Sets [`back`](super::UploadPicturesBody::back).
            pub fn back<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::FilePart>,
                T::Error: ::std::fmt::Display,
            {
                self.back = ::florin_core::set::optional_unseen(value, "back");
                self
            }
            /// Sets [`front`](super::UploadPicturesBody::front).
            pub fn front<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::FilePart>,
                T::Error: ::std::fmt::Display,
            {
                self.front = ::florin_core::set::required(value, "front");
                self
            }
            /// Sets [`type_`](super::UploadPicturesBody::type_).
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UploadPicturesBodyType>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = ::florin_core::set::optional(value, "type_");
                self
            }
        }
        impl ::std::convert::TryFrom<UploadPicturesBody> for super::UploadPicturesBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UploadPicturesBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    back: value.back?,
                    front: value.front?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::UploadPicturesBody> for UploadPicturesBody {
            fn from(value: super::UploadPicturesBody) -> Self {
                Self {
                    back: Ok(value.back),
                    front: Ok(value.front),
                    type_: Ok(value.type_),
                }
            }
        }
        /// Builds a [`UploadPicturesBodyType`](super::UploadPicturesBodyType), field by field.
        #[derive(Clone)]
        pub struct UploadPicturesBodyType {
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for UploadPicturesBodyType {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("UploadPicturesBodyType").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for UploadPicturesBodyType {
            fn default() -> Self {
                Self {
                    note: Ok(Default::default()),
                }
            }
        }
        impl UploadPicturesBodyType {
            /// Sets [`note`](super::UploadPicturesBodyType::note).
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.note = ::florin_core::set::optional(value, "note");
                self
            }
        }
        impl ::std::convert::TryFrom<UploadPicturesBodyType>
        for super::UploadPicturesBodyType {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UploadPicturesBodyType,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { note: value.note? })
            }
        }
        impl ::std::convert::From<super::UploadPicturesBodyType>
        for UploadPicturesBodyType {
            fn from(value: super::UploadPicturesBodyType) -> Self {
                Self { note: Ok(value.note) }
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
    pub static ALL: &[&::florin_core::Operation] = &[&UPLOAD_DOCUMENT, &UPLOAD_PICTURES];
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
            {
                let mut form = ::florin_core::Multipart::new();
                form.json("document", &body.document);
                form.file("file", body.file);
                request.multipart(form);
            }
            request.send_empty().await
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
            {
                let mut form = ::florin_core::Multipart::new();
                form.file("back", body.back);
                form.file("front", body.front);
                form.json("type", &body.type_);
                request.multipart(form);
            }
            request.send_empty().await
        }
    }
}
