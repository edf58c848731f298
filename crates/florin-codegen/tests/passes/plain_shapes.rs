// Made by florin-codegen from plain_shapes.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/NewLoan/properties/kind`: `enum` lists nothing; it is passed over
/// - `#/components/schemas/Knot`: `allOf` merges this into itself, by way of `Knot`, `Loop`; the part of `Loop` that leads back to it is not taken
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
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Debt {
        /// The `loan`; see [`Loan`].
        pub loan: Loan,
    }
    impl Debt {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Debt {
            Default::default()
        }
    }
    /// Round and round.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Knot(pub Loop);
    impl ::std::ops::Deref for Knot {
        type Target = Loop;
        fn deref(&self) -> &Loop {
            &self.0
        }
    }
    impl ::std::convert::From<Knot> for Loop {
        fn from(value: Knot) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<Loop> for Knot {
        fn from(value: Loop) -> Self {
            Self(value)
        }
    }
    /// The `List` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct List(pub ::std::vec::Vec<List>);
    impl ::std::ops::Deref for List {
        type Target = ::std::vec::Vec<List>;
        fn deref(&self) -> &::std::vec::Vec<List> {
            &self.0
        }
    }
    impl ::std::convert::From<List> for ::std::vec::Vec<List> {
        fn from(value: List) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::vec::Vec<List>> for List {
        fn from(value: ::std::vec::Vec<List>) -> Self {
            Self(value)
        }
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// The `debt`; see [`Debt`].
        pub debt: ::std::boxed::Box<Debt>,
        /// `extra` on the wire.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        #[serde(rename = "extra")]
        pub extra_field: ::std::option::Option<::std::string::String>,
        /// The `itself`; see [`Loop`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub itself: ::std::option::Option<Loop>,
        /// The `nothing`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub nothing: ::std::option::Option<::serde_json::Value>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
    }
    /// The `Loop` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Loop(pub ::serde_json::Value);
    impl ::std::ops::Deref for Loop {
        type Target = ::serde_json::Value;
        fn deref(&self) -> &::serde_json::Value {
            &self.0
        }
    }
    impl ::std::convert::From<Loop> for ::serde_json::Value {
        fn from(value: Loop) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::serde_json::Value> for Loop {
        fn from(value: ::serde_json::Value) -> Self {
            Self(value)
        }
    }
    /// The `NewLoan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct NewLoan {
        /// 10 to 1. A multiple of 3. Format: `int8`.
        pub amount: u64,
        /// 5 to 2 characters. Pattern: `(?<a>[`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        /// Exactly 2 elements.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub fees: ::std::vec::Vec<::std::string::String>,
        /// The `is_new`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_new: ::std::option::Option<bool>,
        /// Taken as `"7"` when absent.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub kind: ::std::option::Option<::std::string::String>,
        /// The `next`; see [`NewLoan`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next: ::std::option::Option<::std::boxed::Box<NewLoan>>,
        /// 0 to 10 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub short: ::std::option::Option<NewLoanShort>,
        /// The `unnamed`.
        pub unnamed: ::serde_json::Value,
    }
    impl NewLoan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::NewLoan {
            Default::default()
        }
    }
    /// 0 to 10 characters.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct NewLoanShort(::std::string::String);
    ::florin_core::limited_text! {
        NewLoanShort(..= 10) else error::ConversionError
    }
    /// The `Tree` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct Tree(pub ::std::collections::BTreeMap<::std::string::String, Tree>);
    impl ::std::ops::Deref for Tree {
        type Target = ::std::collections::BTreeMap<::std::string::String, Tree>;
        fn deref(&self) -> &::std::collections::BTreeMap<::std::string::String, Tree> {
            &self.0
        }
    }
    impl ::std::convert::From<Tree>
    for ::std::collections::BTreeMap<::std::string::String, Tree> {
        fn from(value: Tree) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::collections::BTreeMap<::std::string::String, Tree>>
    for Tree {
        fn from(
            value: ::std::collections::BTreeMap<::std::string::String, Tree>,
        ) -> Self {
            Self(value)
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Debt`](super::Debt), field by field.
        #[derive(Clone)]
        pub struct Debt {
            loan: ::std::result::Result<super::Loan, ::std::string::String>,
        }
        impl ::std::fmt::Debug for Debt {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Debt").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Debt {
            fn default() -> Self {
                Self {
                    loan: Err("no value supplied for loan".to_string()),
                }
            }
        }
        impl Debt {
            /// Sets [`loan`](super::Debt::loan).
            pub fn loan<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Loan>,
                T::Error: ::std::fmt::Display,
            {
                self.loan = ::florin_core::set::required(value, "loan");
                self
            }
        }
        impl ::std::convert::TryFrom<Debt> for super::Debt {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Debt,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { loan: value.loan? })
            }
        }
        impl ::std::convert::From<super::Debt> for Debt {
            fn from(value: super::Debt) -> Self {
                Self { loan: Ok(value.loan) }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            debt: ::std::result::Result<
                ::std::boxed::Box<super::Debt>,
                ::std::string::String,
            >,
            extra_field: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            itself: ::std::result::Result<
                ::std::option::Option<super::Loop>,
                ::std::string::String,
            >,
            nothing: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    ::std::string::String,
                >,
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
                    debt: Err("no value supplied for debt".to_string()),
                    extra_field: Ok(Default::default()),
                    itself: Ok(Default::default()),
                    nothing: Ok(Default::default()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`debt`](super::Loan::debt).
            pub fn debt<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Debt>>,
                T::Error: ::std::fmt::Display,
            {
                self.debt = ::florin_core::set::required(value, "debt");
                self
            }
            /// Sets [`extra_field`](super::Loan::extra_field).
            pub fn extra_field<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.extra_field = ::florin_core::set::optional(value, "extra_field");
                self
            }
            /// Sets [`itself`](super::Loan::itself).
            pub fn itself<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Loop>,
                T::Error: ::std::fmt::Display,
            {
                self.itself = ::florin_core::set::optional(value, "itself");
                self
            }
            /// Sets [`nothing`](super::Loan::nothing).
            pub fn nothing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.nothing = ::florin_core::set::optional(value, "nothing");
                self
            }
            /// Sets [`extra`](super::Loan::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        ::std::string::String,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    debt: value.debt?,
                    extra_field: value.extra_field?,
                    itself: value.itself?,
                    nothing: value.nothing?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    debt: Ok(value.debt),
                    extra_field: Ok(value.extra_field),
                    itself: Ok(value.itself),
                    nothing: Ok(value.nothing),
                    extra: Ok(value.extra),
                }
            }
        }
        /// Builds a [`NewLoan`](super::NewLoan), field by field.
        #[derive(Clone)]
        pub struct NewLoan {
            amount: ::std::result::Result<u64, ::std::string::String>,
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            fees: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            is_new: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            next: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::NewLoan>>,
                ::std::string::String,
            >,
            short: ::std::result::Result<
                ::std::option::Option<super::NewLoanShort>,
                ::std::string::String,
            >,
            unnamed: ::std::result::Result<::serde_json::Value, ::std::string::String>,
        }
        impl ::std::fmt::Debug for NewLoan {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("NewLoan").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for NewLoan {
            fn default() -> Self {
                Self {
                    amount: Err("no value supplied for amount".to_string()),
                    code: Ok(Default::default()),
                    fees: Ok(Default::default()),
                    is_new: Ok(Default::default()),
                    kind: Ok(Default::default()),
                    next: Ok(Default::default()),
                    short: Ok(Default::default()),
                    unnamed: Err("no value supplied for unnamed".to_string()),
                }
            }
        }
        impl NewLoan {
            /// Sets [`amount`](super::NewLoan::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<u64>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`code`](super::NewLoan::code).
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = ::florin_core::set::optional(value, "code");
                self
            }
            /// Sets [`fees`](super::NewLoan::fees).
            pub fn fees<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.fees = ::florin_core::set::required(value, "fees");
                self
            }
            /// Sets [`is_new`](super::NewLoan::is_new).
            pub fn is_new<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_new = ::florin_core::set::optional(value, "is_new");
                self
            }
            /// Sets [`kind`](super::NewLoan::kind).
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = ::florin_core::set::optional(value, "kind");
                self
            }
            /// Sets [`next`](super::NewLoan::next).
            pub fn next<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::NewLoan>>,
                T::Error: ::std::fmt::Display,
            {
                self.next = ::florin_core::set::optional(value, "next");
                self
            }
            /// Sets [`short`](super::NewLoan::short).
            pub fn short<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::NewLoanShort>,
                T::Error: ::std::fmt::Display,
            {
                self.short = ::florin_core::set::optional(value, "short");
                self
            }
            /// Sets [`unnamed`](super::NewLoan::unnamed).
            pub fn unnamed<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::serde_json::Value>,
                T::Error: ::std::fmt::Display,
            {
                self.unnamed = ::florin_core::set::required(value, "unnamed");
                self
            }
        }
        impl ::std::convert::TryFrom<NewLoan> for super::NewLoan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: NewLoan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    code: value.code?,
                    fees: value.fees?,
                    is_new: value.is_new?,
                    kind: value.kind?,
                    next: value.next?,
                    short: value.short?,
                    unnamed: value.unnamed?,
                })
            }
        }
        impl ::std::convert::From<super::NewLoan> for NewLoan {
            fn from(value: super::NewLoan) -> Self {
                Self {
                    amount: Ok(value.amount),
                    code: Ok(value.code),
                    fees: Ok(value.fees),
                    is_new: Ok(value.is_new),
                    kind: Ok(value.kind),
                    next: Ok(value.next),
                    short: Ok(value.short),
                    unnamed: Ok(value.unnamed),
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
    /// `POST /loans`: create_loan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "create_loan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
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
