// Made by florin-codegen from one_way.yaml; not to be edited.

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
    /// The `Account` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Account {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// The `owner`.
        pub owner: ::std::string::String,
        /// The `pin`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub pin: ::std::option::Option<::std::string::String>,
    }
    /// The `Holder` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Holder {
        /// The `id`.
        pub id: ::std::string::String,
    }
    /// The `Known` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Known {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
    }
    /// The `NewHolder` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NewHolder {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// The `name`.
        pub name: ::std::string::String,
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
            Account {
                optional id: ::std::string::String,
                required owner: ::std::string::String,
                optional pin: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Holder {
                required id: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Known {
                optional id: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            NewHolder {
                optional id: ::std::string::String,
                required name: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `open_account`.
    ///
    /// Sends `POST /accounts`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Account`].
    ///
    /// # Answers
    ///
    /// - `200`: The account.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn open_account(&self) -> builder::OpenAccount<'_> {
        builder::OpenAccount::new(self)
    }
    /// The operation `get_holder`.
    ///
    /// Sends `GET /holders`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: The holder.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_holder(&self) -> builder::GetHolder<'_> {
        builder::GetHolder::new(self)
    }
    /// The operation `add_holder`.
    ///
    /// Sends `POST /holders`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::NewHolder`].
    ///
    /// # Answers
    ///
    /// - `204`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn add_holder(&self) -> builder::AddHolder<'_> {
        builder::AddHolder::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `POST /accounts`: open_account
    pub static OPEN_ACCOUNT: ::florin_core::Operation = ::florin_core::Operation::new(
            "open_account",
            ::florin_core::http::Method::POST,
            "/accounts",
        )
        .retry(::florin_core::Retry::Never);
    /// `GET /holders`: get_holder
    pub static GET_HOLDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_holder",
            ::florin_core::http::Method::GET,
            "/holders",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /holders`: add_holder
    pub static ADD_HOLDER: ::florin_core::Operation = ::florin_core::Operation::new(
            "add_holder",
            ::florin_core::http::Method::POST,
            "/holders",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[
        &OPEN_ACCOUNT,
        &GET_HOLDER,
        &ADD_HOLDER,
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
    /// A request of [`Client::open_account`](super::Client::open_account); does nothing until it is sent.
    #[derive(Clone)]
    pub struct OpenAccount<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Account, String>,
    }
    impl ::std::fmt::Debug for OpenAccount<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("OpenAccount").finish_non_exhaustive()
        }
    }
    impl<'a> OpenAccount<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Account`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Account>,
            <V as std::convert::TryInto<types::Account>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Account` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Account) -> types::builder::Account,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /accounts`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Account>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::OPEN_ACCOUNT;
            let body = body
                .and_then(|v| types::Account::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::get_holder`](super::Client::get_holder); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetHolder<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetHolder<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetHolder").finish_non_exhaustive()
        }
    }
    impl<'a> GetHolder<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /holders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Holder>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_HOLDER;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::add_holder`](super::Client::add_holder); does nothing until it is sent.
    #[derive(Clone)]
    pub struct AddHolder<'a> {
        client: &'a super::Client,
        body: Result<types::builder::NewHolder, String>,
    }
    impl ::std::fmt::Debug for AddHolder<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("AddHolder").finish_non_exhaustive()
        }
    }
    impl<'a> AddHolder<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::NewHolder`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewHolder>,
            <V as std::convert::TryInto<types::NewHolder>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `NewHolder` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewHolder) -> types::builder::NewHolder,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /holders`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(self) -> Result<Response<()>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::ADD_HOLDER;
            let body = body
                .and_then(|v| types::NewHolder::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_empty().await
        }
    }
}
