// Made by florin-codegen from idempotency_key.yaml; not to be edited.

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
    /// At least 8 characters.
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
    pub struct Key(pub ::std::string::String);
    impl ::std::ops::Deref for Key {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Key> for ::std::string::String {
        fn from(value: Key) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Key {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Key {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Key {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Payment` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Payment {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<i64>,
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
            Payment {
                optional id: i64,
            }
        }
    }
}
impl Client {
    /// The operation `create_payment`.
    ///
    /// Sends `POST /payments`. A failed call is repeated with the same idempotency key, but not after a 500. While the first request under that key is in progress (409), it is asked for again. Without a key of yours, each call gets a new one.
    ///
    /// # Parameters
    ///
    /// - `idempotency_key` (header, optional): Names the request. At most 255 characters.
    /// - `x_tenant` (header, optional)
    /// - `body` (required): [`types::Payment`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_payment(&self) -> builder::CreatePayment<'_> {
        builder::CreatePayment::new(self)
    }
    /// The operation `update_payment`.
    ///
    /// Sends `PUT /payments/{id}`. A failed call is repeated with the same idempotency key. Without a key of yours, each call gets a new one.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `request_id` (header, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn update_payment(&self) -> builder::UpdatePayment<'_> {
        builder::UpdatePayment::new(self)
    }
    /// The operation `plain`.
    ///
    /// Sends `POST /plain`. A failed call is repeated with the same idempotency key.
    ///
    /// # Parameters
    ///
    /// - `idempotency_key` (header, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn plain(&self) -> builder::Plain<'_> {
        builder::Plain::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /payments`: create_payment
    pub static CREATE_PAYMENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_payment",
            ::florin_core::http::Method::POST,
            "/payments",
        )
        .retry(::florin_core::Retry::Keyed)
        .replays()
        .key_header("Idempotency-Key")
        .in_progress(409);
    /// `PUT /payments/{id}`: update_payment
    pub static UPDATE_PAYMENT: ::florin_core::Operation = ::florin_core::Operation::new(
            "update_payment",
            ::florin_core::http::Method::PUT,
            "/payments/{id}",
        )
        .retry(::florin_core::Retry::Keyed)
        .key_header("Request-Id");
    /// `POST /plain`: plain
    pub static PLAIN: ::florin_core::Operation = ::florin_core::Operation::new(
            "plain",
            ::florin_core::http::Method::POST,
            "/plain",
        )
        .retry(::florin_core::Retry::Keyed);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &CREATE_PAYMENT,
        &UPDATE_PAYMENT,
        &PLAIN,
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
    /// A request of [`Client::create_payment`](super::Client::create_payment); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreatePayment<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::florin_core::IdempotencyKey>, String>,
        x_tenant: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Payment, String>,
    }
    impl ::std::fmt::Debug for CreatePayment<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreatePayment").finish_non_exhaustive()
        }
    }
    impl<'a> CreatePayment<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                idempotency_key: Ok(None),
                x_tenant: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `idempotency_key` (header, optional).
        ///
        /// Names the request. At most 255 characters.
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::florin_core::IdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "idempotency_key can't be an idempotency key; give 1 to 255 visible ASCII characters without blanks"
                        .to_string()
                });
            self
        }
        /// Sets `x_tenant` (header, optional).
        pub fn x_tenant<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_tenant = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for x_tenant failed".to_string());
            self
        }
        /// Sets the body: [`types::Payment`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Payment>,
            <V as std::convert::TryInto<types::Payment>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Payment` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Payment) -> types::builder::Payment,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /payments`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Payment>, Error<::serde_json::Value>> {
            let Self { client, idempotency_key, x_tenant, body } = self;
            let operation = &super::operations::CREATE_PAYMENT;
            let idempotency_key = idempotency_key
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_tenant = x_tenant
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Payment::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(key) = &idempotency_key {
                request.idempotency_key(key);
            }
            if let Some(value) = &x_tenant {
                request.header("X-Tenant", value);
            }
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::update_payment`](super::Client::update_payment); does nothing until it is sent.
    #[derive(Clone)]
    pub struct UpdatePayment<'a> {
        client: &'a super::Client,
        id: Result<i64, String>,
        request_id: Result<Option<::florin_core::IdempotencyKey>, String>,
    }
    impl ::std::fmt::Debug for UpdatePayment<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("UpdatePayment").finish_non_exhaustive()
        }
    }
    impl<'a> UpdatePayment<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                request_id: Ok(None),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `i64` for id failed".to_string());
            self
        }
        /// Sets `request_id` (header, optional).
        pub fn request_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::florin_core::IdempotencyKey>,
        {
            self.request_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "request_id can't be an idempotency key; give 1 to 255 visible ASCII characters without blanks"
                        .to_string()
                });
            self
        }
        /// Sends the request: `PUT /payments/{id}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, id, request_id } = self;
            let operation = &super::operations::UPDATE_PAYMENT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let request_id = request_id
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            if let Some(key) = &request_id {
                request.idempotency_key(key);
            }
            request.send_empty().await
        }
    }
    /// A request of [`Client::plain`](super::Client::plain); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Plain<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for Plain<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Plain").finish_non_exhaustive()
        }
    }
    impl<'a> Plain<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                idempotency_key: Ok(None),
            }
        }
        /// Sets `idempotency_key` (header, optional).
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for idempotency_key failed".to_string()
                });
            self
        }
        /// Sends the request: `POST /plain`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, idempotency_key } = self;
            let operation = &super::operations::PLAIN;
            let idempotency_key = idempotency_key
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &idempotency_key {
                request.header("Idempotency-Key", value);
            }
            request.send_empty().await
        }
    }
}
