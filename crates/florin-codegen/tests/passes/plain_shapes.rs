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
            Debt {
                required loan: super::Loan,
            }
        }
        ::florin_core::builder! {
            Loan {
                required debt: ::std::boxed::Box<super::Debt>,
                optional extra_field: ::std::string::String,
                optional itself: super::Loop,
                optional nothing: ::serde_json::Value,
                defaulted extra: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
            }
        }
        ::florin_core::builder! {
            NewLoan {
                required amount: u64,
                optional code: ::std::string::String,
                defaulted fees: ::std::vec::Vec<::std::string::String>,
                optional is_new: bool,
                optional kind: ::std::string::String,
                optional next: ::std::boxed::Box<super::NewLoan>,
                optional short: super::NewLoanShort,
                required unnamed: ::serde_json::Value,
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
