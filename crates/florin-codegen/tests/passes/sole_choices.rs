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
    impl Borrower {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Borrower {
            Default::default()
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
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
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
    impl LoanInput {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanInput {
            Default::default()
        }
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
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Borrower`](super::Borrower), field by field.
        #[derive(Clone)]
        pub struct Borrower {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Borrower {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Borrower").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Borrower {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl Borrower {
            /// Sets [`name`](super::Borrower::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional_unseen(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<Borrower> for super::Borrower {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Borrower,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::Borrower> for Borrower {
            fn from(value: super::Borrower) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            borrower: ::std::result::Result<
                ::std::option::Option<super::Borrower>,
                ::std::string::String,
            >,
            ended: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::std::string::String, ::std::string::String>,
            twice: ::std::result::Result<
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
                    borrower: Ok(Default::default()),
                    ended: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    twice: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`borrower`](super::Loan::borrower).
            pub fn borrower<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Borrower>,
                T::Error: ::std::fmt::Display,
            {
                self.borrower = ::florin_core::set::optional(value, "borrower");
                self
            }
            /// Sets [`ended`](super::Loan::ended).
            pub fn ended<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.ended = ::florin_core::set::optional(value, "ended");
                self
            }
            /// Sets [`id`](super::Loan::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
            /// Sets [`twice`](super::Loan::twice).
            pub fn twice<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.twice = ::florin_core::set::optional(value, "twice");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    borrower: value.borrower?,
                    ended: value.ended?,
                    id: value.id?,
                    twice: value.twice?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    borrower: Ok(value.borrower),
                    ended: Ok(value.ended),
                    id: Ok(value.id),
                    twice: Ok(value.twice),
                }
            }
        }
        /// Builds a [`LoanInput`](super::LoanInput), field by field.
        #[derive(Clone)]
        pub struct LoanInput {
            account: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            borrower: ::std::result::Result<
                ::std::option::Option<super::Borrower>,
                ::std::string::String,
            >,
            iban: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            purpose: ::std::result::Result<
                ::std::option::Option<super::LoanInputPurpose>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanInput {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanInput").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanInput {
            fn default() -> Self {
                Self {
                    account: Ok(Default::default()),
                    borrower: Ok(Default::default()),
                    iban: Ok(Default::default()),
                    purpose: Ok(Default::default()),
                }
            }
        }
        impl LoanInput {
            /// Sets [`account`](super::LoanInput::account).
            pub fn account<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.account = ::florin_core::set::optional(value, "account");
                self
            }
            /// Sets [`borrower`](super::LoanInput::borrower).
            pub fn borrower<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Borrower>,
                T::Error: ::std::fmt::Display,
            {
                self.borrower = ::florin_core::set::optional(value, "borrower");
                self
            }
            /// Sets [`iban`](super::LoanInput::iban).
            pub fn iban<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.iban = ::florin_core::set::optional(value, "iban");
                self
            }
            /// Sets [`purpose`](super::LoanInput::purpose).
            pub fn purpose<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanInputPurpose>,
                T::Error: ::std::fmt::Display,
            {
                self.purpose = ::florin_core::set::optional(value, "purpose");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanInput> for super::LoanInput {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanInput,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    account: value.account?,
                    borrower: value.borrower?,
                    iban: value.iban?,
                    purpose: value.purpose?,
                })
            }
        }
        impl ::std::convert::From<super::LoanInput> for LoanInput {
            fn from(value: super::LoanInput) -> Self {
                Self {
                    account: Ok(value.account),
                    borrower: Ok(value.borrower),
                    iban: Ok(value.iban),
                    purpose: Ok(value.purpose),
                }
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
