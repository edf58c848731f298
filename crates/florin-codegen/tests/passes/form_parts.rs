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
    impl Everything {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Everything {
            Default::default()
        }
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
    impl Titled {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Titled {
            Default::default()
        }
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
    impl UploadEverythingBody {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::UploadEverythingBody {
            Default::default()
        }
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
        /// Builds a [`Everything`](super::Everything), field by field.
        #[derive(Clone)]
        pub struct Everything {
            amount: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            day: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            documents: ::std::result::Result<
                ::std::vec::Vec<super::DocumentData>,
                ::std::string::String,
            >,
            encoded: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<super::DocumentData>,
                ::std::string::String,
            >,
            picture: ::std::result::Result<super::Content, ::std::string::String>,
            rows: ::std::result::Result<
                ::std::vec::Vec<super::DocumentData>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::EverythingState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            urgent: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Everything {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Everything").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Everything {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    day: Ok(Default::default()),
                    documents: Ok(Default::default()),
                    encoded: Ok(Default::default()),
                    files: Ok(Default::default()),
                    note: Ok(Default::default()),
                    picture: Err("no value supplied for picture".to_string()),
                    rows: Ok(Default::default()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
                    title: Err("no value supplied for title".to_string()),
                    urgent: Ok(Default::default()),
                }
            }
        }
        impl Everything {
            /// Sets [`amount`](super::Everything::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::optional(value, "amount");
                self
            }
            /// Sets [`day`](super::Everything::day).
            pub fn day<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.day = ::florin_core::set::optional(value, "day");
                self
            }
            /// Sets [`documents`](super::Everything::documents).
            pub fn documents<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DocumentData>>,
                T::Error: ::std::fmt::Display,
            {
                self.documents = ::florin_core::set::required(value, "documents");
                self
            }
            /// Sets [`encoded`](super::Everything::encoded).
            pub fn encoded<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.encoded = ::florin_core::set::optional(value, "encoded");
                self
            }
            /// Sets [`files`](super::Everything::files).
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = ::florin_core::set::required(value, "files");
                self
            }
            /// Sets [`note`](super::Everything::note).
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DocumentData>,
                T::Error: ::std::fmt::Display,
            {
                self.note = ::florin_core::set::optional(value, "note");
                self
            }
            /// Sets [`picture`](super::Everything::picture).
            pub fn picture<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Content>,
                T::Error: ::std::fmt::Display,
            {
                self.picture = ::florin_core::set::required(value, "picture");
                self
            }
            /// Sets [`rows`](super::Everything::rows).
            pub fn rows<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DocumentData>>,
                T::Error: ::std::fmt::Display,
            {
                self.rows = ::florin_core::set::required(value, "rows");
                self
            }
            /// Sets [`state`](super::Everything::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::EverythingState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::Everything::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
                self
            }
            /// Sets [`title`](super::Everything::title).
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = ::florin_core::set::required(value, "title");
                self
            }
            /// Sets [`urgent`](super::Everything::urgent).
            pub fn urgent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.urgent = ::florin_core::set::optional(value, "urgent");
                self
            }
        }
        impl ::std::convert::TryFrom<Everything> for super::Everything {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Everything,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    day: value.day?,
                    documents: value.documents?,
                    encoded: value.encoded?,
                    files: value.files?,
                    note: value.note?,
                    picture: value.picture?,
                    rows: value.rows?,
                    state: value.state?,
                    tags: value.tags?,
                    title: value.title?,
                    urgent: value.urgent?,
                })
            }
        }
        impl ::std::convert::From<super::Everything> for Everything {
            fn from(value: super::Everything) -> Self {
                Self {
                    amount: Ok(value.amount),
                    day: Ok(value.day),
                    documents: Ok(value.documents),
                    encoded: Ok(value.encoded),
                    files: Ok(value.files),
                    note: Ok(value.note),
                    picture: Ok(value.picture),
                    rows: Ok(value.rows),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                    title: Ok(value.title),
                    urgent: Ok(value.urgent),
                }
            }
        }
        /// Builds a [`Titled`](super::Titled), field by field.
        #[derive(Clone)]
        pub struct Titled {
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Titled {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Titled").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Titled {
            fn default() -> Self {
                Self {
                    title: Err("no value supplied for title".to_string()),
                }
            }
        }
        impl Titled {
            /// Sets [`title`](super::Titled::title).
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = ::florin_core::set::required(value, "title");
                self
            }
        }
        impl ::std::convert::TryFrom<Titled> for super::Titled {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Titled,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { title: value.title? })
            }
        }
        impl ::std::convert::From<super::Titled> for Titled {
            fn from(value: super::Titled) -> Self {
                Self { title: Ok(value.title) }
            }
        }
        /// Builds a [`UploadEverythingBody`](super::UploadEverythingBody), field by field.
        #[derive(Clone)]
        pub struct UploadEverythingBody {
            amount: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            day: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            documents: ::std::result::Result<
                ::std::vec::Vec<super::DocumentData>,
                ::std::string::String,
            >,
            encoded: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            files: ::std::result::Result<
                ::std::vec::Vec<::florin_core::FilePart>,
                ::std::string::String,
            >,
            note: ::std::result::Result<
                ::std::option::Option<super::DocumentData>,
                ::std::string::String,
            >,
            picture: ::std::result::Result<
                ::florin_core::FilePart,
                ::std::string::String,
            >,
            rows: ::std::result::Result<
                ::std::vec::Vec<super::DocumentData>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::UploadEverythingBodyState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            urgent: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for UploadEverythingBody {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("UploadEverythingBody").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for UploadEverythingBody {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    day: Ok(Default::default()),
                    documents: Ok(Default::default()),
                    encoded: Ok(Default::default()),
                    files: Ok(Default::default()),
                    note: Ok(Default::default()),
                    picture: Err("no value supplied for picture".to_string()),
                    rows: Ok(Default::default()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
                    title: Err("no value supplied for title".to_string()),
                    urgent: Ok(Default::default()),
                }
            }
        }
        impl UploadEverythingBody {
            /// Sets [`amount`](super::UploadEverythingBody::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::optional(value, "amount");
                self
            }
            /// Sets [`day`](super::UploadEverythingBody::day).
            pub fn day<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.day = ::florin_core::set::optional(value, "day");
                self
            }
            /// Sets [`documents`](super::UploadEverythingBody::documents).
            pub fn documents<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DocumentData>>,
                T::Error: ::std::fmt::Display,
            {
                self.documents = ::florin_core::set::required(value, "documents");
                self
            }
            /// Sets [`encoded`](super::UploadEverythingBody::encoded).
            pub fn encoded<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.encoded = ::florin_core::set::optional(value, "encoded");
                self
            }
            /// Sets [`files`](super::UploadEverythingBody::files).
            pub fn files<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::florin_core::FilePart>>,
                T::Error: ::std::fmt::Display,
            {
                self.files = ::florin_core::set::required(value, "files");
                self
            }
            /// Sets [`note`](super::UploadEverythingBody::note).
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DocumentData>,
                T::Error: ::std::fmt::Display,
            {
                self.note = ::florin_core::set::optional(value, "note");
                self
            }
            /// Sets [`picture`](super::UploadEverythingBody::picture).
            pub fn picture<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::FilePart>,
                T::Error: ::std::fmt::Display,
            {
                self.picture = ::florin_core::set::required(value, "picture");
                self
            }
            /// Sets [`rows`](super::UploadEverythingBody::rows).
            pub fn rows<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::DocumentData>>,
                T::Error: ::std::fmt::Display,
            {
                self.rows = ::florin_core::set::required(value, "rows");
                self
            }
            /// Sets [`state`](super::UploadEverythingBody::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::UploadEverythingBodyState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::UploadEverythingBody::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
                self
            }
            /// Sets [`title`](super::UploadEverythingBody::title).
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = ::florin_core::set::required(value, "title");
                self
            }
            /// Sets [`urgent`](super::UploadEverythingBody::urgent).
            pub fn urgent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.urgent = ::florin_core::set::optional(value, "urgent");
                self
            }
        }
        impl ::std::convert::TryFrom<UploadEverythingBody>
        for super::UploadEverythingBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UploadEverythingBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    day: value.day?,
                    documents: value.documents?,
                    encoded: value.encoded?,
                    files: value.files?,
                    note: value.note?,
                    picture: value.picture?,
                    rows: value.rows?,
                    state: value.state?,
                    tags: value.tags?,
                    title: value.title?,
                    urgent: value.urgent?,
                })
            }
        }
        impl ::std::convert::From<super::UploadEverythingBody> for UploadEverythingBody {
            fn from(value: super::UploadEverythingBody) -> Self {
                Self {
                    amount: Ok(value.amount),
                    day: Ok(value.day),
                    documents: Ok(value.documents),
                    encoded: Ok(value.encoded),
                    files: Ok(value.files),
                    note: Ok(value.note),
                    picture: Ok(value.picture),
                    rows: Ok(value.rows),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                    title: Ok(value.title),
                    urgent: Ok(value.urgent),
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
            extra: ::std::result::Result<
                ::serde_json::Map<::std::string::String, ::serde_json::Value>,
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
                    extra: Ok(Default::default()),
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
            /// Sets [`extra`](super::UploadPicturesBody::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::serde_json::Map<::std::string::String, ::serde_json::Value>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
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
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::UploadPicturesBody> for UploadPicturesBody {
            fn from(value: super::UploadPicturesBody) -> Self {
                Self {
                    back: Ok(value.back),
                    front: Ok(value.front),
                    type_: Ok(value.type_),
                    extra: Ok(value.extra),
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
                    &[
                        ("picture", "image/png"),
                        ("rows", "application/json"),
                        ("title", "text/markdown"),
                    ],
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
