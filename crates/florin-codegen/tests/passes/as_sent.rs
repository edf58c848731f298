// Made by florin-codegen from as_sent.yaml; not to be edited.

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
    /// The `Amount` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Amount(pub ::florin_core::AsSent<::florin_core::Decimal>);
    impl ::std::ops::Deref for Amount {
        type Target = ::florin_core::AsSent<::florin_core::Decimal>;
        fn deref(&self) -> &::florin_core::AsSent<::florin_core::Decimal> {
            &self.0
        }
    }
    impl ::std::convert::From<Amount> for ::florin_core::AsSent<::florin_core::Decimal> {
        fn from(value: Amount) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::florin_core::AsSent<::florin_core::Decimal>> for Amount {
        fn from(value: ::florin_core::AsSent<::florin_core::Decimal>) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Amount {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone)]
    pub struct Loan {
        /// The `amount`; see [`Amount`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<Amount>,
        /// Format: `date-time`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created: ::std::option::Option<
            ::florin_core::AsSent<
                ::florin_core::chrono::DateTime<::florin_core::chrono::Utc>,
            >,
        >,
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub first_payment: ::std::option::Option<
            ::florin_core::AsSent<::florin_core::chrono::NaiveDate>,
        >,
        /// The `funded`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub funded: ::std::option::Option<::florin_core::AsSent<bool>>,
        /// The `id`.
        pub id: ::florin_core::AsSent<i64>,
        /// At most 40 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::florin_core::AsSent<::std::string::String>>,
        /// The `notes`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub notes: ::std::vec::Vec<::florin_core::AsSent<::std::string::String>>,
        /// Format: `decimal`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub paid: ::std::option::Option<
            ::florin_core::AsSent<::florin_core::decimal_string::DecimalString>,
        >,
        /// The `plain`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub plain: ::std::option::Option<::std::string::String>,
        /// The `rate`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rate: ::std::option::Option<::florin_core::AsSent<::florin_core::Percent>>,
        /// The `share`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub share: ::std::option::Option<::florin_core::AsSent<::florin_core::Fraction>>,
        /// Where it stands.
        ///
        /// Known values: `open`, `closed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<::florin_core::AsSent<::std::string::String>>,
    }
    impl ::std::fmt::Debug for Loan {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("Loan")
                .field("amount", &self.amount)
                .field("created", &self.created)
                .field("first_payment", &self.first_payment)
                .field("funded", &self.funded)
                .field("id", &self.id)
                .field("name", &::florin_core::Redacted)
                .field("notes", &self.notes)
                .field("paid", &self.paid)
                .field("plain", &self.plain)
                .field("rate", &self.rate)
                .field("share", &self.share)
                .field("state", &self.state)
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
            Loan {
                optional amount: super::Amount,
                optional created: ::florin_core::AsSent<::florin_core::chrono::DateTime<::florin_core::chrono::Utc>>,
                optional first_payment: ::florin_core::AsSent<::florin_core::chrono::NaiveDate>,
                optional funded: ::florin_core::AsSent<bool>,
                required id: ::florin_core::AsSent<i64>,
                optional_unseen name: ::florin_core::AsSent<::std::string::String>,
                defaulted notes: ::std::vec::Vec<::florin_core::AsSent<::std::string::String>>,
                optional paid: ::florin_core::AsSent<::florin_core::decimal_string::DecimalString>,
                optional plain: ::std::string::String,
                optional rate: ::florin_core::AsSent<::florin_core::Percent>,
                optional share: ::florin_core::AsSent<::florin_core::Fraction>,
                optional state: ::florin_core::AsSent<::std::string::String>,
            }
        }
    }
}
impl Client {
    /// The operation `get_id`.
    ///
    /// Sends `GET /id`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_id(&self) -> builder::GetId<'_> {
        builder::GetId::new(self)
    }
    /// The operation `get_loan`.
    ///
    /// Sends `GET /loan`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: Done.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn get_loan(&self) -> builder::GetLoan<'_> {
        builder::GetLoan::new(self)
    }
}
/// What the spec says of each operation: where it is, how sure that is, what may be repeated, what must not be shown.
pub mod operations {
    /// `GET /id`: get_id
    pub static GET_ID: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_id",
            ::florin_core::http::Method::GET,
            "/id",
        )
        .retry(::florin_core::Retry::Safe);
    /// `GET /loan`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loan",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_ID, &GET_LOAN];
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
    /// A request of [`Client::get_id`](super::Client::get_id); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetId<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetId<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetId").finish_non_exhaustive()
        }
    }
    impl<'a> GetId<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /id`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<::florin_core::AsSent<i64>>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_ID;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
    /// A request of [`Client::get_loan`](super::Client::get_loan); does nothing until it is sent.
    #[derive(Clone)]
    pub struct GetLoan<'a> {
        client: &'a super::Client,
    }
    impl ::std::fmt::Debug for GetLoan<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("GetLoan").finish_non_exhaustive()
        }
    }
    impl<'a> GetLoan<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self { client }
        }
        /// Sends the request: `GET /loan`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<Response<types::Loan>, Error<::serde_json::Value>> {
            let Self { client } = self;
            let operation = &super::operations::GET_LOAN;
            let request = client.session().request(operation);
            request.send_json().await
        }
    }
}
