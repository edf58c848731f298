// Made by florin-codegen from operations.yaml; not to be edited.

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
    /// The `CreateTokenBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateTokenBody {
        /// `a/b` on the wire; see [`CreateTokenBodyAbItem`].
        #[serde(
            rename = "a/b",
            default,
            skip_serializing_if = "::std::vec::Vec::is_empty"
        )]
        pub a_b: ::std::vec::Vec<CreateTokenBodyAbItem>,
        /// The `map`; see [`Leaf`].
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        pub map: ::std::collections::BTreeMap<::std::string::String, Leaf>,
        /// The `tree`; see [`Tree`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub tree: ::std::option::Option<::std::boxed::Box<Tree>>,
    }
    /// The `CreateTokenBodyAbItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct CreateTokenBodyAbItem {
        /// The `secret`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub secret: ::std::option::Option<::florin_core::Secret>,
    }
    impl ::std::fmt::Debug for CreateTokenBodyAbItem {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateTokenBodyAbItem")
                .field("secret", &::florin_core::Redacted)
                .finish()
        }
    }
    /// The `ExternalId` of the API.
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
    pub struct ExternalId(pub ::std::string::String);
    impl ::std::ops::Deref for ExternalId {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ExternalId> for ::std::string::String {
        fn from(value: ExternalId) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for ExternalId {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for ExternalId {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for ExternalId {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Leaf` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct Leaf {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for Leaf {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Leaf").field("name", &::florin_core::Redacted).finish()
        }
    }
    /// The `Order` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Order {
        /// `externalId` on the wire; see [`ExternalId`].
        #[serde(
            rename = "externalId",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub external_id: ::std::option::Option<ExternalId>,
    }
    /// The `PutOrderBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct PutOrderBody {
        /// The `order`; see [`Order`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub order: ::std::option::Option<Order>,
    }
    /// The `Tree` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Tree {
        /// The `leaf`; see [`Leaf`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub leaf: ::std::option::Option<Leaf>,
        /// The `left`; see [`Tree`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub left: ::std::option::Option<::std::boxed::Box<Tree>>,
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
            CreateTokenBody {
                defaulted a_b: ::std::vec::Vec<super::CreateTokenBodyAbItem>,
                defaulted map: ::std::collections::BTreeMap<::std::string::String, super::Leaf>,
                optional tree: ::std::boxed::Box<super::Tree>,
            }
        }
        ::florin_core::builder! {
            CreateTokenBodyAbItem {
                optional_unseen secret: ::florin_core::Secret,
            }
        }
        ::florin_core::builder! {
            Leaf {
                optional_unseen name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Order {
                optional external_id: super::ExternalId,
            }
        }
        ::florin_core::builder! {
            PutOrderBody {
                optional order: super::Order,
            }
        }
        ::florin_core::builder! {
            Tree {
                optional leaf: super::Leaf,
                optional left: ::std::boxed::Box<super::Tree>,
            }
        }
    }
}
impl Client {
    /// The operation `put_order`.
    ///
    /// Sends `PUT /orders`. A failed call is repeated where the body has a `order.externalId`, by which the provider knows a repeat.
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
    pub fn put_order(&self) -> builder::PutOrder<'_> {
        builder::PutOrder::new(self)
    }
    /// The operation `create_order`.
    ///
    /// Sends `POST /orders`. A failed call is repeated where the body has a `externalId`, by which the provider knows a repeat.
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
    pub fn create_order(&self) -> builder::CreateOrder<'_> {
        builder::CreateOrder::new(self)
    }
    /// The operation `put_plain`.
    ///
    /// Sends `PUT /plain`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn put_plain(&self) -> builder::PutPlain<'_> {
        builder::PutPlain::new(self)
    }
    /// The operation `all`.
    ///
    /// Sends `DELETE /plain`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn all(&self) -> builder::All<'_> {
        builder::All::new(self)
    }
    /// The operation `create_token`.
    ///
    /// Sends `POST /tokens/{key}`, on the host `auth`, without a token. A failed call is repeated with the same idempotency key, but not after a 500.
    ///
    /// # Parameters
    ///
    /// - `key` (path, required)
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// Path documented, request inferred, response undocumented.
    pub fn create_token(&self) -> builder::CreateToken<'_> {
        builder::CreateToken::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /orders`: put_order
    pub static PUT_ORDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "put_order",
            ::florin_core::http::Method::PUT,
            "/orders",
        )
        .retry(::florin_core::Retry::Keyed)
        .key_field("order.externalId");
    /// `POST /orders`: create_order
    pub static CREATE_ORDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_order",
            ::florin_core::http::Method::POST,
            "/orders",
        )
        .retry(::florin_core::Retry::Keyed)
        .key_field("externalId");
    /// `PUT /plain`: put_plain
    pub static PUT_PLAIN: ::florin_core::Operation = ::florin_core::Operation::new(
            "put_plain",
            ::florin_core::http::Method::PUT,
            "/plain",
        )
        .retry(::florin_core::Retry::Never)
        .may_be_empty();
    /// `DELETE /plain`: all
    pub static ALL_: ::florin_core::Operation = ::florin_core::Operation::new(
            "all",
            ::florin_core::http::Method::DELETE,
            "/plain",
        )
        .retry(::florin_core::Retry::Never);
    /// `POST /tokens/{key}`: create_token
    pub static CREATE_TOKEN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_token",
            ::florin_core::http::Method::POST,
            "/tokens/{key}",
        )
        .retry(::florin_core::Retry::Keyed)
        .replays()
        .provenance(::florin_core::Provenance {
            path: ::florin_core::Certainty::Documented,
            request: Some(::florin_core::Certainty::Inferred),
            response: ::florin_core::Certainty::Undocumented,
        })
        .server("auth")
        .public()
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Path,
                    path: "key",
                    kind: ::florin_core::Sensitivity::Secret,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/a~1b/*/secret",
                    kind: ::florin_core::Sensitivity::Secret,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/map/*/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/tree/leaf/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/tree/left",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &PUT_ORDER,
        &CREATE_ORDER,
        &PUT_PLAIN,
        &ALL_,
        &CREATE_TOKEN,
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
    /// A request of [`Client::put_order`](super::Client::put_order); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PutOrder<'a> {
        client: &'a super::Client,
        body: Result<types::builder::PutOrderBody, String>,
    }
    impl ::std::fmt::Debug for PutOrder<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PutOrder").finish_non_exhaustive()
        }
    }
    impl<'a> PutOrder<'a> {
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
            V: std::convert::TryInto<types::PutOrderBody>,
            <V as std::convert::TryInto<types::PutOrderBody>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `PutOrderBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::PutOrderBody,
            ) -> types::builder::PutOrderBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `PUT /orders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::PUT_ORDER;
            let body = body
                .and_then(|v| {
                    types::PutOrderBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::create_order`](super::Client::create_order); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateOrder<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Order, String>,
    }
    impl ::std::fmt::Debug for CreateOrder<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateOrder").finish_non_exhaustive()
        }
    }
    impl<'a> CreateOrder<'a> {
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
            V: std::convert::TryInto<types::Order>,
            <V as std::convert::TryInto<types::Order>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Order` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Order) -> types::builder::Order,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /orders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_ORDER;
            let body = body
                .and_then(|v| types::Order::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
    /// A request of [`Client::put_plain`](super::Client::put_plain); does nothing until it is sent.
    #[derive(Clone)]
    pub struct PutPlain<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for PutPlain<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("PutPlain").finish_non_exhaustive()
        }
    }
    impl<'a> PutPlain<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `PUT /plain`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Leaf>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::PUT_PLAIN;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::all`](super::Client::all); does nothing until it is sent.
    #[derive(Clone)]
    pub struct All<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for All<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("All").finish_non_exhaustive()
        }
    }
    impl<'a> All<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `DELETE /plain`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::ALL_;
            let request = client.session().request(operation);
            request.send_empty().await
        }
    }
    /// A request of [`Client::create_token`](super::Client::create_token); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateToken<'a> {
        client: &'a super::Client,
        key: Result<::std::string::String, String>,
        body: Result<types::builder::CreateTokenBody, String>,
    }
    impl ::std::fmt::Debug for CreateToken<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateToken").finish_non_exhaustive()
        }
    }
    impl<'a> CreateToken<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                key: Err("the argument key is missing".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `key` (path, required).
        pub fn key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.key = value
                .try_into()
                .map_err(|_| "conversion to `String` for key failed".to_string());
            self
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateTokenBody>,
            <V as std::convert::TryInto<
                types::CreateTokenBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `CreateTokenBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateTokenBody,
            ) -> types::builder::CreateTokenBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /tokens/{key}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, key, body } = self;
            let operation = &super::operations::CREATE_TOKEN;
            let key = key.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| {
                    types::CreateTokenBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("key", &key);
            request.json(&body);
            request.send_empty().await
        }
    }
}
