// Made by florin-codegen from client_default.yaml; not to be edited.

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
    /// The operation `get_orders`.
    ///
    /// Sends `GET /orders`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `requestor_id` (header, optional; the client may have it for all requests)
    /// - `x_tenant` (header, required)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_orders(&self) -> builder::GetOrders<'_> {
        builder::GetOrders::new(self)
    }
    /// The operation `create_order`.
    ///
    /// Sends `POST /orders`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `requestor_id` (header, required, unless the client has it for all requests): For whom it is. Format: `uuid`.
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
    /// The operation `plain`.
    ///
    /// Sends `GET /plain`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `requestor_id` (header, required)
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
    /// `GET /orders`: get_orders
    pub static GET_ORDERS: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_orders",
            ::florin_core::http::Method::GET,
            "/orders",
        )
        .retry(::florin_core::Retry::Safe)
        .default_header("Requestor-ID");
    /// `POST /orders`: create_order
    pub static CREATE_ORDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_order",
            ::florin_core::http::Method::POST,
            "/orders",
        )
        .retry(::florin_core::Retry::Never)
        .required_header("Requestor-ID");
    /// `GET /plain`: plain
    pub static PLAIN: ::florin_core::Operation = ::florin_core::Operation::new(
            "plain",
            ::florin_core::http::Method::GET,
            "/plain",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_ORDERS, &CREATE_ORDER, &PLAIN];
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
    /// A request of [`Client::get_orders`](super::Client::get_orders); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetOrders<'a> {
        client: &'a super::Client,
        requestor_id: Result<Option<::std::string::String>, String>,
        x_tenant: Result<::std::string::String, String>,
    }
    impl ::std::fmt::Debug for GetOrders<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetOrders").finish_non_exhaustive()
        }
    }
    impl<'a> GetOrders<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                requestor_id: Ok(None),
                x_tenant: Err("the argument x_tenant is missing".to_string()),
            }
        }
        /// Sets `requestor_id` (header, optional; the client may have it for all requests).
        pub fn requestor_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.requestor_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for requestor_id failed".to_string()
                });
            self
        }
        /// Sets `x_tenant` (header, required).
        pub fn x_tenant<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.x_tenant = value
                .try_into()
                .map_err(|_| "conversion to `String` for x_tenant failed".to_string());
            self
        }
        /// Sends the request: `GET /orders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, requestor_id, x_tenant } = self;
            let operation = &super::operations::GET_ORDERS;
            let requestor_id = requestor_id
                .map_err(|message| Error::invalid_request(operation, message))?;
            let x_tenant = x_tenant
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &requestor_id {
                request.header("Requestor-ID", value);
            }
            request.header("X-Tenant", &x_tenant);
            request.send_empty().await
        }
    }
    /// A request of [`Client::create_order`](super::Client::create_order); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateOrder<'a> {
        client: &'a super::Client,
        requestor_id: Result<Option<::std::string::String>, String>,
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
                requestor_id: Ok(None),
            }
        }
        /// Sets `requestor_id` (header, required, unless the client has it for all requests).
        ///
        /// For whom it is. Format: `uuid`.
        pub fn requestor_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.requestor_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for requestor_id failed".to_string()
                });
            self
        }
        /// Sends the request: `POST /orders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, requestor_id } = self;
            let operation = &super::operations::CREATE_ORDER;
            let requestor_id = requestor_id
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            if let Some(value) = &requestor_id {
                request.header("Requestor-ID", value);
            }
            request.send_empty().await
        }
    }
    /// A request of [`Client::plain`](super::Client::plain); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Plain<'a> {
        client: &'a super::Client,
        requestor_id: Result<::std::string::String, String>,
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
                requestor_id: Err("the argument requestor_id is missing".to_string()),
            }
        }
        /// Sets `requestor_id` (header, required).
        pub fn requestor_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.requestor_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for requestor_id failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /plain`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, requestor_id } = self;
            let operation = &super::operations::PLAIN;
            let requestor_id = requestor_id
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.header("Requestor-ID", &requestor_id);
            request.send_empty().await
        }
    }
}
