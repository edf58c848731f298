// Made by florin-codegen from field_names.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Loans 1.
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
    /// The `CreateLoanBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct CreateLoanBody {
        /// The `loan_id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub loan_id: ::std::option::Option<::std::string::String>,
        /// `loanId` on the wire; see [`Id`].
        #[serde(rename = "loanId")]
        pub loan_id_camel: Id,
        /// `loan-id` on the wire.
        #[serde(rename = "loan-id")]
        pub loan_id_dash: ::std::string::String,
        /// `LOAN_ID` on the wire; see [`CreateLoanBodyLoanId`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "LOAN_ID")]
        pub loan_id_upper: ::std::option::Option<CreateLoanBodyLoanId>,
    }
    impl ::std::fmt::Debug for CreateLoanBody {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("CreateLoanBody")
                .field("loan_id", &self.loan_id)
                .field("loan_id_camel", &self.loan_id_camel)
                .field("loan_id_dash", &::florin_core::Redacted)
                .field("loan_id_upper", &self.loan_id_upper)
                .finish()
        }
    }
    /// The `CreateLoanBodyLoanId` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBodyLoanId {
        /// The `id`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub id: ::std::option::Option<::std::string::String>,
        /// `@id` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "@id")]
        pub id_at: ::std::option::Option<::std::string::String>,
    }
    /// The `Id` of the API.
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
    pub struct Id(pub ::std::string::String);
    impl ::std::ops::Deref for Id {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Id> for ::std::string::String {
        fn from(value: Id) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Id {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Id {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Id {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `default`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub default: ::std::option::Option<::std::string::String>,
        /// `extra` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "extra")]
        pub extra_field: ::std::option::Option<::std::string::String>,
        /// `self` on the wire.
        #[serde(rename = "self", skip_serializing_if = "::std::option::Option::is_none")]
        pub self_: ::std::option::Option<::std::string::String>,
        /// The `type_`.
        pub type_: ::std::string::String,
        /// `type` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "type")]
        pub type_lower: ::std::option::Option<::std::string::String>,
        /// The `unsaid`.
        pub unsaid: ::serde_json::Value,
        /// `` on the wire.
        #[serde(rename = "", skip_serializing_if = "::std::option::Option::is_none")]
        pub x: ::std::option::Option<::std::string::String>,
        /// `$` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "$")]
        pub x_dollar: ::std::option::Option<::std::string::String>,
        /// The `новый`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub новый: ::std::option::Option<::std::string::String>,
        /// `Новый` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "Новый")]
        pub новый_mixed: ::std::option::Option<::std::string::String>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
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
            CreateLoanBody {
                optional loan_id: ::std::string::String,
                required loan_id_camel: super::Id,
                required_unseen loan_id_dash: ::std::string::String,
                optional loan_id_upper: super::CreateLoanBodyLoanId,
            }
        }
        ::florin_core::builder! {
            CreateLoanBodyLoanId {
                optional id: ::std::string::String,
                optional id_at: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Loan {
                optional default: ::std::string::String,
                optional extra_field: ::std::string::String,
                optional self_: ::std::string::String,
                required type_: ::std::string::String,
                optional type_lower: ::std::string::String,
                required unsaid: ::serde_json::Value,
                optional x: ::std::string::String,
                optional x_dollar: ::std::string::String,
                optional новый: ::std::string::String,
                optional новый_mixed: ::std::string::String,
                defaulted extra: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
            }
        }
    }
}
impl Client {
    /// The operation `createLoan`.
    ///
    /// Sends `POST /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required)
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
    /// `POST /loans`: createLoan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never)
        .sensitive(
            &[
                ::florin_core::Sensitive {
                    place: ::florin_core::Place::Body,
                    path: "/loan-id",
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
        body: Result<types::builder::CreateLoanBody, String>,
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
        /// Sets the body.
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateLoanBody>,
            <V as std::convert::TryInto<
                types::CreateLoanBody,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `CreateLoanBody` for body failed: {}", s)
                });
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateLoanBody,
            ) -> types::builder::CreateLoanBody,
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
                .and_then(|v| {
                    types::CreateLoanBody::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
