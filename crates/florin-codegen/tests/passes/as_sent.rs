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
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            amount: ::std::result::Result<
                ::std::option::Option<super::Amount>,
                ::std::string::String,
            >,
            created: ::std::result::Result<
                ::std::option::Option<
                    ::florin_core::AsSent<
                        ::florin_core::chrono::DateTime<::florin_core::chrono::Utc>,
                    >,
                >,
                ::std::string::String,
            >,
            first_payment: ::std::result::Result<
                ::std::option::Option<
                    ::florin_core::AsSent<::florin_core::chrono::NaiveDate>,
                >,
                ::std::string::String,
            >,
            funded: ::std::result::Result<
                ::std::option::Option<::florin_core::AsSent<bool>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::florin_core::AsSent<i64>, ::std::string::String>,
            name: ::std::result::Result<
                ::std::option::Option<::florin_core::AsSent<::std::string::String>>,
                ::std::string::String,
            >,
            notes: ::std::result::Result<
                ::std::vec::Vec<::florin_core::AsSent<::std::string::String>>,
                ::std::string::String,
            >,
            paid: ::std::result::Result<
                ::std::option::Option<
                    ::florin_core::AsSent<::florin_core::decimal_string::DecimalString>,
                >,
                ::std::string::String,
            >,
            plain: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            rate: ::std::result::Result<
                ::std::option::Option<::florin_core::AsSent<::florin_core::Percent>>,
                ::std::string::String,
            >,
            share: ::std::result::Result<
                ::std::option::Option<::florin_core::AsSent<::florin_core::Fraction>>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<::florin_core::AsSent<::std::string::String>>,
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
                    amount: Ok(Default::default()),
                    created: Ok(Default::default()),
                    first_payment: Ok(Default::default()),
                    funded: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    name: Ok(Default::default()),
                    notes: Ok(Default::default()),
                    paid: Ok(Default::default()),
                    plain: Ok(Default::default()),
                    rate: Ok(Default::default()),
                    share: Ok(Default::default()),
                    state: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`amount`](super::Loan::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Amount>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::optional(value, "amount");
                self
            }
            /// Sets [`created`](super::Loan::created).
            pub fn created<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::florin_core::AsSent<
                        ::florin_core::chrono::DateTime<::florin_core::chrono::Utc>,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.created = ::florin_core::set::optional(value, "created");
                self
            }
            /// Sets [`first_payment`](super::Loan::first_payment).
            pub fn first_payment<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::florin_core::AsSent<::florin_core::chrono::NaiveDate>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.first_payment = ::florin_core::set::optional(
                    value,
                    "first_payment",
                );
                self
            }
            /// Sets [`funded`](super::Loan::funded).
            pub fn funded<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::AsSent<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.funded = ::florin_core::set::optional(value, "funded");
                self
            }
            /// Sets [`id`](super::Loan::id).
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::AsSent<i64>>,
                T::Error: ::std::fmt::Display,
            {
                self.id = ::florin_core::set::required(value, "id");
                self
            }
            /// Sets [`name`](super::Loan::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::AsSent<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional_unseen(value, "name");
                self
            }
            /// Sets [`notes`](super::Loan::notes).
            pub fn notes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::vec::Vec<::florin_core::AsSent<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.notes = ::florin_core::set::required(value, "notes");
                self
            }
            /// Sets [`paid`](super::Loan::paid).
            pub fn paid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::florin_core::AsSent<::florin_core::decimal_string::DecimalString>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.paid = ::florin_core::set::optional(value, "paid");
                self
            }
            /// Sets [`plain`](super::Loan::plain).
            pub fn plain<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.plain = ::florin_core::set::optional(value, "plain");
                self
            }
            /// Sets [`rate`](super::Loan::rate).
            pub fn rate<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::florin_core::AsSent<::florin_core::Percent>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.rate = ::florin_core::set::optional(value, "rate");
                self
            }
            /// Sets [`share`](super::Loan::share).
            pub fn share<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::florin_core::AsSent<::florin_core::Fraction>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.share = ::florin_core::set::optional(value, "share");
                self
            }
            /// Sets [`state`](super::Loan::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::AsSent<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    created: value.created?,
                    first_payment: value.first_payment?,
                    funded: value.funded?,
                    id: value.id?,
                    name: value.name?,
                    notes: value.notes?,
                    paid: value.paid?,
                    plain: value.plain?,
                    rate: value.rate?,
                    share: value.share?,
                    state: value.state?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    amount: Ok(value.amount),
                    created: Ok(value.created),
                    first_payment: Ok(value.first_payment),
                    funded: Ok(value.funded),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    notes: Ok(value.notes),
                    paid: Ok(value.paid),
                    plain: Ok(value.plain),
                    rate: Ok(value.rate),
                    share: Ok(value.share),
                    state: Ok(value.state),
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
