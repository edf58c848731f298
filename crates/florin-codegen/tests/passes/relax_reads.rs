// Made by florin-codegen from relax_reads.yaml; not to be edited.

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
    /// The `Both` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Both {
        /// At most 5 characters.
        pub name: ::std::string::String,
        /// The `note`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub note: ::std::option::Option<::std::string::String>,
    }
    impl Both {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Both {
            Default::default()
        }
    }
    /// The `Held` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Held(pub ::serde_json::Value);
    impl ::std::ops::Deref for Held {
        type Target = ::serde_json::Value;
        fn deref(&self) -> &::serde_json::Value {
            &self.0
        }
    }
    impl ::std::convert::From<Held> for ::serde_json::Value {
        fn from(value: Held) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::serde_json::Value> for Held {
        fn from(value: ::serde_json::Value) -> Self {
            Self(value)
        }
    }
    /// The `Inside` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Inside {
        /// At most 5 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl Inside {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Inside {
            Default::default()
        }
    }
    /// The `Notification` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Notification {
        /// At most 5 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// The `status`; see [`NotificationStatus`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub status: ::std::option::Option<NotificationStatus>,
    }
    impl Notification {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Notification {
            Default::default()
        }
    }
    /// The values of `NotificationStatus`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum NotificationStatus {
        /// `NEW`
        New,
        /// `OLD`
        Old,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        NotificationStatus { "NEW" => New, "OLD" => Old } else Unknown
    }
    /// The `Read` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Read {
        /// The `both`; see [`Both`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub both: ::std::option::Option<Both>,
        /// At least 1.
        pub count: i64,
        /// At least 1 character. Pattern: `^a`.
        pub name: ::std::string::String,
    }
    impl Read {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Read {
            Default::default()
        }
    }
    /// The `Sent` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(deny_unknown_fields)]
    pub struct Sent {
        /// The `both`; see [`Both`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub both: ::std::option::Option<Both>,
        /// At most 5 characters.
        pub name: SentName,
    }
    impl Sent {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Sent {
            Default::default()
        }
    }
    /// At most 5 characters.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct SentName(::std::string::String);
    ::florin_core::limited_text! {
        SentName(..= 5) else error::ConversionError
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Both`](super::Both), field by field.
        #[derive(Clone)]
        pub struct Both {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            note: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Both {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Both").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Both {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    note: Ok(Default::default()),
                }
            }
        }
        impl Both {
            /// Sets [`name`](super::Both::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::required(value, "name");
                self
            }
            /// Sets [`note`](super::Both::note).
            pub fn note<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.note = ::florin_core::set::optional(value, "note");
                self
            }
        }
        impl ::std::convert::TryFrom<Both> for super::Both {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Both,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    note: value.note?,
                })
            }
        }
        impl ::std::convert::From<super::Both> for Both {
            fn from(value: super::Both) -> Self {
                Self {
                    name: Ok(value.name),
                    note: Ok(value.note),
                }
            }
        }
        /// Builds a [`Inside`](super::Inside), field by field.
        #[derive(Clone)]
        pub struct Inside {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Inside {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Inside").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Inside {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Inside {
            /// Sets [`name`](super::Inside::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<Inside> for super::Inside {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Inside,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Inside> for Inside {
            fn from(value: super::Inside) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        /// Builds a [`Notification`](super::Notification), field by field.
        #[derive(Clone)]
        pub struct Notification {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            status: ::std::result::Result<
                ::std::option::Option<super::NotificationStatus>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Notification {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Notification").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Notification {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                    status: Ok(Default::default()),
                }
            }
        }
        impl Notification {
            /// Sets [`name`](super::Notification::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
            /// Sets [`status`](super::Notification::status).
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NotificationStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.status = ::florin_core::set::optional(value, "status");
                self
            }
        }
        impl ::std::convert::TryFrom<Notification> for super::Notification {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Notification,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::Notification> for Notification {
            fn from(value: super::Notification) -> Self {
                Self {
                    name: Ok(value.name),
                    status: Ok(value.status),
                }
            }
        }
        /// Builds a [`Read`](super::Read), field by field.
        #[derive(Clone)]
        pub struct Read {
            both: ::std::result::Result<
                ::std::option::Option<super::Both>,
                ::std::string::String,
            >,
            count: ::std::result::Result<i64, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Read {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Read").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Read {
            fn default() -> Self {
                Self {
                    both: Ok(Default::default()),
                    count: Err("no value supplied for count".to_string()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl Read {
            /// Sets [`both`](super::Read::both).
            pub fn both<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Both>,
                T::Error: ::std::fmt::Display,
            {
                self.both = ::florin_core::set::optional(value, "both");
                self
            }
            /// Sets [`count`](super::Read::count).
            pub fn count<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.count = ::florin_core::set::required(value, "count");
                self
            }
            /// Sets [`name`](super::Read::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::required(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<Read> for super::Read {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Read,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    both: value.both?,
                    count: value.count?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::Read> for Read {
            fn from(value: super::Read) -> Self {
                Self {
                    both: Ok(value.both),
                    count: Ok(value.count),
                    name: Ok(value.name),
                }
            }
        }
        /// Builds a [`Sent`](super::Sent), field by field.
        #[derive(Clone)]
        pub struct Sent {
            both: ::std::result::Result<
                ::std::option::Option<super::Both>,
                ::std::string::String,
            >,
            name: ::std::result::Result<super::SentName, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Sent {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Sent").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Sent {
            fn default() -> Self {
                Self {
                    both: Ok(Default::default()),
                    name: Err("no value supplied for name".to_string()),
                }
            }
        }
        impl Sent {
            /// Sets [`both`](super::Sent::both).
            pub fn both<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Both>,
                T::Error: ::std::fmt::Display,
            {
                self.both = ::florin_core::set::optional(value, "both");
                self
            }
            /// Sets [`name`](super::Sent::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SentName>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::required(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<Sent> for super::Sent {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Sent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    both: value.both?,
                    name: value.name?,
                })
            }
        }
        impl ::std::convert::From<super::Sent> for Sent {
            fn from(value: super::Sent) -> Self {
                Self {
                    both: Ok(value.both),
                    name: Ok(value.name),
                }
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
    /// The operation `create_thing`.
    ///
    /// Sends `POST /things`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Sent`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_thing(&self) -> builder::CreateThing<'_> {
        builder::CreateThing::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /things`: create_thing
    pub static CREATE_THING: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_thing",
            ::florin_core::http::Method::POST,
            "/things",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_THING];
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
    /// A request of [`Client::create_thing`](super::Client::create_thing); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateThing<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Sent, String>,
    }
    impl ::std::fmt::Debug for CreateThing<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateThing").finish_non_exhaustive()
        }
    }
    impl<'a> CreateThing<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Sent`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Sent>,
            <V as std::convert::TryInto<types::Sent>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Sent` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Sent) -> types::builder::Sent,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /things`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Read>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_THING;
            let body = body
                .and_then(|v| types::Sent::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
