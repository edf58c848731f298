// Made by florin-codegen from passwords.yaml; not to be edited.

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
    /// Format: `password`.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    #[serde(transparent)]
    pub struct Code(pub ::florin_core::Secret);
    impl ::std::fmt::Debug for Code {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("Code").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for Code {
        type Target = ::florin_core::Secret;
        fn deref(&self) -> &::florin_core::Secret {
            &self.0
        }
    }
    impl ::std::convert::From<Code> for ::florin_core::Secret {
        fn from(value: Code) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::Secret> for Code {
        fn from(value: ::florin_core::Secret) -> Self {
            Self(value)
        }
    }
    impl ::std::str::FromStr for Code {
        type Err = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for Code {
        type Error = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for Code {
        type Error = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// Format: `password`.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    #[serde(transparent)]
    pub struct GetTokenResponse(pub ::florin_core::Secret);
    impl ::std::fmt::Debug for GetTokenResponse {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("GetTokenResponse").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for GetTokenResponse {
        type Target = ::florin_core::Secret;
        fn deref(&self) -> &::florin_core::Secret {
            &self.0
        }
    }
    impl ::std::convert::From<GetTokenResponse> for ::florin_core::Secret {
        fn from(value: GetTokenResponse) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::Secret> for GetTokenResponse {
        fn from(value: ::florin_core::Secret) -> Self {
            Self(value)
        }
    }
    impl ::std::str::FromStr for GetTokenResponse {
        type Err = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.parse()?))
        }
    }
    impl ::std::convert::TryFrom<&str> for GetTokenResponse {
        type Error = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<String> for GetTokenResponse {
        type Error = <::florin_core::Secret as ::std::str::FromStr>::Err;
        fn try_from(value: String) -> ::std::result::Result<Self, Self::Error> {
            value.parse()
        }
    }
    /// The `ListCodesResponse` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    #[serde(transparent)]
    pub struct ListCodesResponse(pub ::std::vec::Vec<::florin_core::Secret>);
    impl ::std::fmt::Debug for ListCodesResponse {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_tuple("ListCodesResponse").field(&::florin_core::Redacted).finish()
        }
    }
    impl ::std::ops::Deref for ListCodesResponse {
        type Target = ::std::vec::Vec<::florin_core::Secret>;
        fn deref(&self) -> &::std::vec::Vec<::florin_core::Secret> {
            &self.0
        }
    }
    impl ::std::convert::From<ListCodesResponse>
    for ::std::vec::Vec<::florin_core::Secret> {
        fn from(value: ListCodesResponse) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::vec::Vec<::florin_core::Secret>>
    for ListCodesResponse {
        fn from(value: ::std::vec::Vec<::florin_core::Secret>) -> Self {
            Self(value)
        }
    }
    /// The `LogInBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct LogInBody {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// At least 8 characters. Format: `password`.
        pub password: ::florin_core::Secret,
    }
    impl ::std::fmt::Debug for LogInBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("LogInBody")
                .field("name", &self.name)
                .field("password", &::florin_core::Redacted)
                .finish()
        }
    }
    /// The `Session` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Session {
        /// The `codes`; see [`Code`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub codes: ::std::vec::Vec<Code>,
        /// Format: `password`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub old: ::std::option::Option<::florin_core::Secret>,
        /// Format: `password`.
        pub shown: ::std::string::String,
        /// The `token`; see [`Code`].
        pub token: Code,
    }
    impl ::std::fmt::Debug for Session {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Session")
                .field("codes", &::florin_core::Redacted)
                .field("old", &::florin_core::Redacted)
                .field("shown", &::florin_core::Redacted)
                .field("token", &::florin_core::Redacted)
                .finish()
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
    /// Builders of the types, field by field.
    pub mod builder {
        ::florin_core::builder! {
            LogInBody {
                optional name: ::std::string::String,
                required_unseen password: ::florin_core::Secret,
            }
        }
        ::florin_core::builder! {
            Session {
                defaulted_unseen codes: ::std::vec::Vec<super::Code>,
                optional_unseen old: ::florin_core::Secret,
                required_unseen shown: ::std::string::String,
                required_unseen token: super::Code,
            }
        }
    }
}
impl Client {
    /// The operation `list_codes`.
    ///
    /// Sends `GET /codes`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_codes(&self) -> builder::ListCodes<'_> {
        builder::ListCodes::new(self)
    }
    /// The operation `log_in`.
    ///
    /// Sends `POST /logins/{code}`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `code` (path, required)
    /// - `pin` (query, optional): Format: `password`.
    /// - `body` (required)
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn log_in(&self) -> builder::LogIn<'_> {
        builder::LogIn::new(self)
    }
    /// The operation `get_token`.
    ///
    /// Sends `GET /token`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_token(&self) -> builder::GetToken<'_> {
        builder::GetToken::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /codes`: list_codes
    pub static LIST_CODES: ::florin_core::Operation = ::florin_core::Operation::new(
            "list_codes",
            ::florin_core::http::Method::GET,
            "/codes",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /logins/{code}`: log_in
    pub static LOG_IN: ::florin_core::Operation = ::florin_core::Operation::new(
            "log_in",
            ::florin_core::http::Method::POST,
            "/logins/{code}",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Path,
                    path: "code",
                    kind: ::florin_core::Sensitivity::Secret,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Query,
                    path: "pin",
                    kind: ::florin_core::Sensitivity::Secret,
                },
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/password",
                    kind: ::florin_core::Sensitivity::Secret,
                },
            ],
        );
    /// `GET /token`: get_token
    pub static GET_TOKEN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_token",
            ::florin_core::http::Method::GET,
            "/token",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_CODES, &LOG_IN, &GET_TOKEN];
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
    /// A request of [`Client::list_codes`](super::Client::list_codes); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListCodes<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for ListCodes<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListCodes").finish_non_exhaustive()
        }
    }
    impl<'a> ListCodes<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /codes`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::ListCodesResponse>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::LIST_CODES;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::log_in`](super::Client::log_in); does nothing until it is sent.
    #[derive(Clone)]
    pub struct LogIn<'a> {
        client: &'a super::Client,
        code: Result<::std::string::String, String>,
        pin: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::LogInBody, String>,
    }
    impl ::std::fmt::Debug for LogIn<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("LogIn").finish_non_exhaustive()
        }
    }
    impl<'a> LogIn<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                code: Err("the argument code is missing".to_string()),
                pin: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets `code` (path, required).
        pub fn code<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.code = value
                .try_into()
                .map_err(|_| "conversion to `String` for code failed".to_string());
            self
        }
        /// Sets `pin` (query, optional).
        ///
        /// Format: `password`.
        pub fn pin<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.pin = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `String` for pin failed".to_string());
            self
        }
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::LogInBody>,
            <V as std::convert::TryInto<types::LogInBody>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `LogInBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::LogInBody) -> types::builder::LogInBody,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /logins/{code}`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Session>, Error<::serde_json::Value>> {
            let Self { client, code, pin, body } = self;
            let operation = &super::operations::LOG_IN;
            let code = code
                .map_err(|message| Error::invalid_request(operation, message))?;
            let pin = pin.map_err(|message| Error::invalid_request(operation, message))?;
            let body = body
                .and_then(|v| types::LogInBody::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.path("code", &code);
            request.query("pin", &pin);
            request.form(&body);
            request.send_json().await
        }
    }
    /// A request of [`Client::get_token`](super::Client::get_token); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetToken<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetToken<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetToken").finish_non_exhaustive()
        }
    }
    impl<'a> GetToken<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /token`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::GetTokenResponse>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_TOKEN;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
