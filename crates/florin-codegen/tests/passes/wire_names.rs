// Made by florin-codegen from wire_names.yaml; not to be edited.

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
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `amount`.
        pub amount: ::florin_core::Decimal,
        /// `@amount` on the wire.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(rename = "@amount")]
        #[serde(deserialize_with = "null_as_empty")]
        pub amount_at: ::std::vec::Vec<::std::string::String>,
        /// `Amount` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "Amount")]
        pub amount_mixed: ::std::option::Option<::florin_core::Decimal>,
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
            Loan {
                required amount: ::florin_core::Decimal,
                defaulted amount_at: ::std::vec::Vec<::std::string::String>,
                optional amount_mixed: ::florin_core::Decimal,
            }
        }
    }
}
impl Client {
    /// The operation `changeLoan`.
    ///
    /// Sends `PUT /loans`. A failed call is not repeated unless nothing of it was sent.
    ///
    /// # Parameters
    ///
    /// - `body` (required): [`types::Loan`].
    ///
    /// # Answers
    ///
    /// - `200`: The loan.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn change_loan(&self) -> builder::ChangeLoan<'_> {
        builder::ChangeLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `PUT /loans`: changeLoan
    pub static CHANGE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "changeLoan",
            ::florin_core::http::Method::PUT,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&CHANGE_LOAN];
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
    /// A request of [`Client::change_loan`](super::Client::change_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ChangeLoan<'a> {
        client: &'a super::Client,
        body: Result<types::builder::Loan, String>,
    }
    impl ::std::fmt::Debug for ChangeLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ChangeLoan").finish_non_exhaustive()
        }
    }
    impl<'a> ChangeLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                body: Ok(::std::default::Default::default()),
            }
        }
        /// Sets the body: [`types::Loan`].
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::Loan>,
            <V as std::convert::TryInto<types::Loan>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| format!("conversion to `Loan` for body failed: {}", s));
            self
        }
        /// Changes the body in place, by its builder.
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(types::builder::Loan) -> types::builder::Loan,
        {
            self.body = self.body.map(f);
            self
        }
        /// Sends the request: `PUT /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client, body } = self;
            let operation = &super::operations::CHANGE_LOAN;
            let body = body
                .and_then(|v| types::Loan::try_from(v).map_err(|e| e.to_string()))
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.json(&body);
            request.send_json().await
        }
    }
}
