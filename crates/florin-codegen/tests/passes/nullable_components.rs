// Made by florin-codegen from nullable_components.yaml; not to be edited.

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
    /// The `Backer` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Backer(pub Guarantor);
    impl ::std::ops::Deref for Backer {
        type Target = Guarantor;
        fn deref(&self) -> &Guarantor {
            &self.0
        }
    }
    impl ::std::convert::From<Backer> for Guarantor {
        fn from(value: Backer) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Guarantor> for Backer {
        fn from(value: Guarantor) -> Self {
            Self(value)
        }
    }
    /// The values of `Grade`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum Grade {
        /// `a`
        A,
        /// `b`
        B,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        Grade { "a" => A, "b" => B } else Unknown
    }
    /// Guarantor
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Guarantor {
        /// The `name`.
        pub name: ::std::string::String,
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `backer`; see [`Backer`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub backer: ::std::option::Option<Backer>,
        /// The `grades`; see [`Grade`].
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub grades: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::option::Option<Grade>,
        >,
        /// The `guarantor`; see [`Guarantor`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub guarantor: ::std::option::Option<Guarantor>,
        /// The `guarantors`; see [`Guarantor`].
        #[serde(deserialize_with = "null_as_empty")]
        pub guarantors: ::std::vec::Vec<::std::option::Option<Guarantor>>,
    }
    /// The `NewLoan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NewLoan {
        /// The `grade`; see [`Grade`].
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub grade: ::std::option::Option<Grade>,
        /// The `guarantor`; see [`Guarantor`].
        #[serde(deserialize_with = "::std::option::Option::deserialize")]
        pub guarantor: ::std::option::Option<Guarantor>,
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
            Guarantor {
                required name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Loan {
                optional backer: super::Backer,
                defaulted grades: ::std::collections::BTreeMap<::std::string::String, ::std::option::Option<super::Grade>>,
                optional guarantor: super::Guarantor,
                required guarantors: ::std::vec::Vec<::std::option::Option<super::Guarantor>>,
            }
        }
        ::florin_core::builder! {
            NewLoan {
                nullable grade: super::Grade,
                nullable guarantor: super::Guarantor,
            }
        }
    }
}
impl Client {
    /// The operation `get_guarantor`.
    ///
    /// Sends `GET /guarantor`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: The guarantor.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_guarantor(&self) -> builder::GetGuarantor<'_> {
        builder::GetGuarantor::new(self)
    }
    /// The operation `create_loan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::NewLoan`].
    ///
    /// # Answers
    ///
    /// - `200`: The loan.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn create_loan(&self) -> builder::CreateLoan<'_> {
        builder::CreateLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /guarantor`: get_guarantor
    pub static GET_GUARANTOR: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_guarantor",
            ::florin_core::http::Method::GET,
            "/guarantor",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /loans`: create_loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_loan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_GUARANTOR, &CREATE_LOAN];
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
    /// A request of [`Client::get_guarantor`](super::Client::get_guarantor); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetGuarantor<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetGuarantor<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetGuarantor").finish_non_exhaustive()
        }
    }
    impl<'a> GetGuarantor<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /guarantor`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<
            Response<::std::option::Option<types::Guarantor>>,
            Error<::serde_json::Value>,
        > {
            let Self { client } = self;
            let operation = &super::operations::GET_GUARANTOR;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::NewLoan, String>,
    }
    impl ::std::fmt::Debug for CreateLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoan").finish_non_exhaustive()
        }
    }
    impl<'a> CreateLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::NewLoan`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::NewLoan>,
            <V as std::convert::TryInto<types::NewLoan>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `NewLoan` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::NewLoan) -> types::builder::NewLoan,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `POST /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CREATE_LOAN;
            let body = body
                .and_then(|v| types::NewLoan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
