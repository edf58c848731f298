// Made by florin-codegen from arguments.yaml; not to be edited.

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
    /// The `Change` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Change {
        /// The `amount`.
        pub amount: i64,
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
            Change {
                required amount: i64,
            }
        }
    }
}
impl Client {
    /// The operation `get_it`.
    ///
    /// Sends `GET /loans/{id}/{body}/{new}/{pageSize}/{page-size}`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body_in_path` (path, required)
    /// - `new_in_path` (path, required)
    /// - `page_size_in_path` (path, required)
    /// - `page_size` (path, required)
    /// - `body_map` (query, optional)
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_it(&self) -> builder::GetIt<'_> {
        builder::GetIt::new(self)
    }
    /// The operation `change`.
    ///
    /// Sends `POST /loans/{id}/{body}/{new}/{pageSize}/{page-size}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `id` (path, required)
    /// - `body_in_path` (path, required)
    /// - `new_in_path` (path, required)
    /// - `page_size_in_path` (path, required)
    /// - `page_size` (path, required)
    /// - `id_in_query` (query, optional)
    /// - `id_in_query_2` (query, required)
    /// - `id_in_header` (header, optional)
    /// - `id_in_cookie` (cookie, required)
    /// - `send_in_query` (query, optional)
    /// - `body_map_in_query` (query, optional)
    /// - `client` (query, optional)
    /// - `value` (header, optional)
    /// - `body` (required): [`types::Change`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn change(&self) -> builder::Change<'_> {
        builder::Change::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /loans/{id}/{body}/{new}/{pageSize}/{page-size}`: get_it
    pub static GET_IT: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_it",
            ::florin_core::http::Method::GET,
            "/loans/{id}/{body}/{new}/{pageSize}/{page-size}",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /loans/{id}/{body}/{new}/{pageSize}/{page-size}`: change
    pub static CHANGE: ::florin_core::Operation = ::florin_core::Operation::new(
            "change",
            ::florin_core::http::Method::POST,
            "/loans/{id}/{body}/{new}/{pageSize}/{page-size}",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_IT, &CHANGE];
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
    /// A request of [`Client::get_it`](super::Client::get_it); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetIt<'a> {
        client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body_in_path: Result<::std::string::String, String>,
        new_in_path: Result<::std::string::String, String>,
        page_size_in_path: Result<::std::string::String, String>,
        page_size: Result<::std::string::String, String>,
        body_map: Result<Option<::std::string::String>, String>,
    }
    impl ::std::fmt::Debug for GetIt<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetIt").finish_non_exhaustive()
        }
    }
    impl<'a> GetIt<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                id: Err("the argument id is missing".to_string()),
                body_in_path: Err("the argument body_in_path is missing".to_string()),
                new_in_path: Err("the argument new_in_path is missing".to_string()),
                page_size_in_path: Err(
                    "the argument page_size_in_path is missing".to_string(),
                ),
                page_size: Err("the argument page_size is missing".to_string()),
                body_map: Ok(None),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets `body_in_path` (path, required).
        pub fn body_in_path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.body_in_path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for body_in_path failed".to_string()
                });
            self
        }
        /// Sets `new_in_path` (path, required).
        pub fn new_in_path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.new_in_path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for new_in_path failed".to_string()
                });
            self
        }
        /// Sets `page_size_in_path` (path, required).
        pub fn page_size_in_path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_size_in_path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for page_size_in_path failed".to_string()
                });
            self
        }
        /// Sets `page_size` (path, required).
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_size = value
                .try_into()
                .map_err(|_| "conversion to `String` for page_size failed".to_string());
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.body_map = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for body_map failed".to_string());
            self
        }
        /// Sends the request: `GET /loans/{id}/{body}/{new}/{pageSize}/{page-size}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self {
                client,
                id,
                body_in_path,
                new_in_path,
                page_size_in_path,
                page_size,
                body_map,
            } = self;
            let operation = &super::operations::GET_IT;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body_in_path = body_in_path
                .map_err(|message| Error::invalid_request(operation, message))?;
            let new_in_path = new_in_path
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page_size_in_path = page_size_in_path
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page_size = page_size
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body_map = body_map
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("id", &id);
            request.path("body", &body_in_path);
            request.path("new", &new_in_path);
            request.path("pageSize", &page_size_in_path);
            request.path("page-size", &page_size);
            request.query("body_map", &body_map);
            request.send_empty().await
        }
    }
    /// A request of [`Client::change`](super::Client::change); does nothing until it is sent.
    #[derive(Clone)]
    pub struct Change<'a> {
        _client: &'a super::Client,
        id: Result<::std::string::String, String>,
        body_in_path: Result<::std::string::String, String>,
        new_in_path: Result<::std::string::String, String>,
        page_size_in_path: Result<::std::string::String, String>,
        page_size: Result<::std::string::String, String>,
        body_map_in_query: Result<Option<::std::string::String>, String>,
        client: Result<Option<::std::string::String>, String>,
        id_in_query: Result<Option<i64>, String>,
        id_in_query_2: Result<::std::string::String, String>,
        send_in_query: Result<Option<bool>, String>,
        id_in_cookie: Result<::std::string::String, String>,
        id_in_header: Result<Option<::std::string::String>, String>,
        value: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::Change, String>,
    }
    impl ::std::fmt::Debug for Change<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Change").finish_non_exhaustive()
        }
    }
    impl<'a> Change<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                _client: client,
                id: Err("the argument id is missing".to_string()),
                body_in_path: Err("the argument body_in_path is missing".to_string()),
                new_in_path: Err("the argument new_in_path is missing".to_string()),
                page_size_in_path: Err(
                    "the argument page_size_in_path is missing".to_string(),
                ),
                page_size: Err("the argument page_size is missing".to_string()),
                body_map_in_query: Ok(None),
                client: Ok(None),
                id_in_query: Ok(None),
                id_in_query_2: Err("the argument id_in_query_2 is missing".to_string()),
                send_in_query: Ok(None),
                id_in_cookie: Err("the argument id_in_cookie is missing".to_string()),
                id_in_header: Ok(None),
                value: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `id` (path, required).
        pub fn id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id = value
                .try_into()
                .map_err(|_| "conversion to `String` for id failed".to_string());
            self
        }
        /// Sets `body_in_path` (path, required).
        pub fn body_in_path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.body_in_path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for body_in_path failed".to_string()
                });
            self
        }
        /// Sets `new_in_path` (path, required).
        pub fn new_in_path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.new_in_path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for new_in_path failed".to_string()
                });
            self
        }
        /// Sets `page_size_in_path` (path, required).
        pub fn page_size_in_path<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_size_in_path = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for page_size_in_path failed".to_string()
                });
            self
        }
        /// Sets `page_size` (path, required).
        pub fn page_size<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_size = value
                .try_into()
                .map_err(|_| "conversion to `String` for page_size failed".to_string());
            self
        }
        /// Sets `body_map_in_query` (query, optional).
        pub fn body_map_in_query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.body_map_in_query = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for body_map_in_query failed".to_string()
                });
            self
        }
        /// Sets `client` (query, optional).
        pub fn client<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.client = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for client failed".to_string());
            self
        }
        /// Sets `id_in_query` (query, optional).
        pub fn id_in_query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.id_in_query = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for id_in_query failed".to_string());
            self
        }
        /// Sets `id_in_query_2` (query, required).
        pub fn id_in_query_2<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id_in_query_2 = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for id_in_query_2 failed".to_string()
                });
            self
        }
        /// Sets `send_in_query` (query, optional).
        pub fn send_in_query<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<bool>,
        {
            self.send_in_query = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `bool` for send_in_query failed".to_string()
                });
            self
        }
        /// Sets `id_in_cookie` (cookie, required).
        pub fn id_in_cookie<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id_in_cookie = value
                .try_into()
                .map_err(|_| {
                    "conversion to `String` for id_in_cookie failed".to_string()
                });
            self
        }
        /// Sets `id_in_header` (header, optional).
        pub fn id_in_header<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.id_in_header = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `String` for id_in_header failed".to_string()
                });
            self
        }
        /// Sets `value` (header, optional).
        pub fn value<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.value = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for value failed".to_string());
            self
        }
        /// Sets the body: [`types::Change`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Change>,
            <V as std::convert::TryInto<types::Change>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Change` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Change) -> types::builder::Change,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans/{id}/{body}/{new}/{pageSize}/{page-size}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self {
                _client,
                id,
                body_in_path,
                new_in_path,
                page_size_in_path,
                page_size,
                body_map_in_query,
                client,
                id_in_query,
                id_in_query_2,
                send_in_query,
                id_in_cookie,
                id_in_header,
                value,
                body,
            } = self;
            let operation = &super::operations::CHANGE;
            let id = id.map_err(|message| Error::invalid_request(operation, message))?;
            let body_in_path = body_in_path
                .map_err(|message| Error::invalid_request(operation, message))?;
            let new_in_path = new_in_path
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page_size_in_path = page_size_in_path
                .map_err(|message| Error::invalid_request(operation, message))?;
            let page_size = page_size
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body_map_in_query = body_map_in_query
                .map_err(|message| Error::invalid_request(operation, message))?;
            let client = client
                .map_err(|message| Error::invalid_request(operation, message))?;
            let id_in_query = id_in_query
                .map_err(|message| Error::invalid_request(operation, message))?;
            let id_in_query_2 = id_in_query_2
                .map_err(|message| Error::invalid_request(operation, message))?;
            let send_in_query = send_in_query
                .map_err(|message| Error::invalid_request(operation, message))?;
            let id_in_cookie = id_in_cookie
                .map_err(|message| Error::invalid_request(operation, message))?;
            let id_in_header = id_in_header
                .map_err(|message| Error::invalid_request(operation, message))?;
            let value = value
                .map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::Change::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = _client.session().request(operation);
            request.path("id", &id);
            request.path("body", &body_in_path);
            request.path("new", &new_in_path);
            request.path("pageSize", &page_size_in_path);
            request.path("page-size", &page_size);
            request.query("body_map", &body_map_in_query);
            request.query("client", &client);
            request.query("id", &id_in_query);
            request.query("Id", &id_in_query_2);
            request.query("send", &send_in_query);
            request.cookie("ID", &id_in_cookie);
            if let Some(value) = &id_in_header {
                request.header("id", value);
            }
            if let Some(value) = &value {
                request.header("value", value);
            }
            request.json(&body);
            request.send_empty().await
        }
    }
}
