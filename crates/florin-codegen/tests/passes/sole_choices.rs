// Made by florin-codegen from sole_choices.yaml; not to be edited.

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
    /// The `Borrower` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Default)]
    pub struct Borrower {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    impl ::std::fmt::Debug for Borrower {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Borrower").field("name", &::florin_core::Redacted).finish()
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `borrower`; see [`Borrower`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub borrower: ::std::option::Option<Borrower>,
        /// The `ended`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ended: ::std::option::Option<::std::string::String>,
        /// The `id`.
        pub id: ::std::string::String,
        /// The `twice`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub twice: ::std::option::Option<i64>,
    }
    /// The `LoanInput` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanInput {
        /// The `account`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub account: ::std::option::Option<::std::string::String>,
        /// Who borrows.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub borrower: ::std::option::Option<Borrower>,
        /// The `iban`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub iban: ::std::option::Option<::std::string::String>,
        /// The `purpose`; see [`LoanInputPurpose`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub purpose: ::std::option::Option<LoanInputPurpose>,
    }
    /// The values of `LoanInputPurpose`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanInputPurpose {
        /// `car`
        Car,
        /// `house`
        House,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanInputPurpose { "car" => Car, "house" => House } else Unknown
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
            Borrower {
                optional_unseen name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Loan {
                optional borrower: super::Borrower,
                optional ended: ::std::string::String,
                required id: ::std::string::String,
                optional twice: i64,
            }
        }
        ::florin_core::builder! {
            LoanInput {
                optional account: ::std::string::String,
                optional borrower: super::Borrower,
                optional iban: ::std::string::String,
                optional purpose: super::LoanInputPurpose,
            }
        }
    }
}
impl Client {
    /// The operation `create_loan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::LoanInput`].
    ///
    /// # Answers
    ///
    /// - `200`: Done.
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
    /// `POST /loans`: create_loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_loan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/borrower/name",
                    kind: ::florin_core::Sensitivity::Personal,
                },
            ],
        );
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CREATE_LOAN];
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
    /// A request of [`Client::create_loan`](super::Client::create_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct CreateLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::LoanInput, String>,
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
        /// Sets the body: [`types::LoanInput`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::LoanInput>,
            <V as std::convert::TryInto<types::LoanInput>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `LoanInput` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::LoanInput) -> types::builder::LoanInput,
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
                .and_then(|v| types::LoanInput::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
