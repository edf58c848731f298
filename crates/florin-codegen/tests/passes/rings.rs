// Made by florin-codegen from rings.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Debt`: `allOf` merges this into itself, by way of `Debt`, `Loan`; the part of `Loan` that leads back to it is not taken
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
    /// The `Debt` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Debt {
        /// The `amount`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<::florin_core::Decimal>,
        /// The `term`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub term: ::std::option::Option<i64>,
    }
    impl Debt {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Debt {
            Default::default()
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Loan {
        /// The `term`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub term: ::std::option::Option<i64>,
    }
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Debt`](super::Debt), field by field.
        #[derive(Clone)]
        pub struct Debt {
            amount: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            term: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Debt {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Debt").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Debt {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    term: Ok(Default::default()),
                }
            }
        }
        impl Debt {
            /// Sets [`amount`](super::Debt::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::optional(value, "amount");
                self
            }
            /// Sets [`term`](super::Debt::term).
            pub fn term<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.term = ::florin_core::set::optional(value, "term");
                self
            }
        }
        impl ::std::convert::TryFrom<Debt> for super::Debt {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Debt,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    term: value.term?,
                })
            }
        }
        impl ::std::convert::From<super::Debt> for Debt {
            fn from(value: super::Debt) -> Self {
                Self {
                    amount: Ok(value.amount),
                    term: Ok(value.term),
                }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            term: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Loan {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Loan").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Loan {
            fn default() -> Self {
                Self {
                    term: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`term`](super::Loan::term).
            pub fn term<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.term = ::florin_core::set::optional(value, "term");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { term: value.term? })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self { term: Ok(value.term) }
            }
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
}
impl Client {
    /// The operation `get_loan`.
    ///
    /// Sends `GET /loans`. A failed call is repeated.
    ///
    /// # Answers
    ///
    /// - `200`: The loan.
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
    /// `GET /loans`: get_loan
    pub static GET_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "get_loan",
            ::florin_core::http::Method::GET,
            "/loans",
        )
        .retry(::florin_core::Retry::Safe);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&GET_LOAN];
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
        /// Sends the request: `GET /loans`.
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
