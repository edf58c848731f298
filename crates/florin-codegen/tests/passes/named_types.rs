// Made by florin-codegen from named_types.yaml; not to be edited.

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
    /// The `Box` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Box {
        /// The `a`; see [`Box`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::boxed::Box<Box>>,
    }
    /// The `Clone` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Clone {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `CreateLoanBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBody {
        /// In euros.
        ///
        /// At most 20 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub amount: ::std::option::Option<CreateLoanBodyAmount>,
        /// Who borrows.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub borrower: ::std::option::Option<CreateLoanBodyBorrower>,
    }
    /// In euros.
    ///
    /// At most 20 characters.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct CreateLoanBodyAmount(::std::string::String);
    ::florin_core::limited_text! {
        CreateLoanBodyAmount(..= 20) else error::ConversionError
    }
    /// Who borrows.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBodyBorrower {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
    }
    /// The `CreateLoanResponse` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanResponse {
        /// The `code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    /// The `CreditLine` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreditLine {
        /// The `b`; see [`CreditLineDash`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<CreditLineDash>,
    }
    /// The `CreditLineDash` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreditLineDash {
        /// The `c`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub c: ::std::option::Option<::std::string::String>,
    }
    /// The `CreditLineLower` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreditLineLower {
        /// The `a`; see [`CreditLine`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<CreditLine>,
    }
    /// The `Debug` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Debug {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `DefaultSchema` of the API.
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
    pub struct DefaultSchema(pub ::std::string::String);
    impl ::std::ops::Deref for DefaultSchema {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<DefaultSchema> for ::std::string::String {
        fn from(value: DefaultSchema) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for DefaultSchema {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for DefaultSchema {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for DefaultSchema {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Deserialize` of the API.
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
    pub struct Deserialize(pub ::std::string::String);
    impl ::std::ops::Deref for Deserialize {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Deserialize> for ::std::string::String {
        fn from(value: Deserialize) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Deserialize {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Deserialize {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Deserialize {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `ErrSchema` of the API.
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
    pub struct ErrSchema(pub ::std::string::String);
    impl ::std::ops::Deref for ErrSchema {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ErrSchema> for ::std::string::String {
        fn from(value: ErrSchema) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for ErrSchema {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for ErrSchema {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for ErrSchema {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Error` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Error {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The values of `From`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum From {
        /// `a`
        A,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        From { "a" => A } else Unknown
    }
    /// The `Into` of the API.
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
    pub struct Into(pub ::std::string::String);
    impl ::std::ops::Deref for Into {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Into> for ::std::string::String {
        fn from(value: Into) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Into {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Into {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Into {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `ListLoansResponseItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ListLoansResponseItem {
        /// The `history`; see [`ListLoansResponseItemHistoryItem`].
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub history: ::std::vec::Vec<ListLoansResponseItemHistoryItem>,
        /// The `loan`; see [`Loan`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub loan: ::std::option::Option<::std::boxed::Box<Loan>>,
    }
    /// The `ListLoansResponseItemHistoryItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ListLoansResponseItemHistoryItem {
        /// The `at`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
    }
    /// The values of `ListLoansSortItem`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum ListLoansSortItem {
        /// `amount`
        Amount,
        /// `state`
        State,
    }
    ::florin_core::closed_list! {
        ListLoansSortItem { "amount" => Amount, "state" => State } else
        error::ConversionError
    }
    /// The values of `ListLoansState`.
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum ListLoansState {
        /// `open`
        Open,
        /// `closed`
        Closed,
    }
    ::florin_core::closed_list! {
        ListLoansState { "open" => Open, "closed" => Closed } else error::ConversionError
    }
    /// The `Loan` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Loan {
        /// The `first`; see [`LoanFirst`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub first: ::std::option::Option<LoanFirst>,
        /// The `first_part`; see [`LoanFirstPart`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub first_part: ::std::option::Option<LoanFirstPart>,
        /// The `parent`; see [`LoanParent`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent: ::std::option::Option<LoanParent>,
        /// The `state`; see [`LoanStateProperty`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<LoanStateProperty>,
        /// The `totals`; see [`LoanTotalsValue`].
        #[serde(
            default,
            skip_serializing_if = ":: std :: collections :: BTreeMap::is_empty"
        )]
        #[serde(deserialize_with = "null_as_empty")]
        pub totals: ::std::collections::BTreeMap<::std::string::String, LoanTotalsValue>,
    }
    /// The `LoanFirst` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirst {
        /// The `part`; see [`LoanFirstPartProperty`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub part: ::std::option::Option<LoanFirstPartProperty>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            LoanFirstExtraValue,
        >,
    }
    /// The `LoanFirstExtraValue` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirstExtraValue {
        /// The `b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    /// The `LoanFirstPart` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirstPart {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `LoanFirstPartProperty` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirstPartProperty {
        /// The `b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    /// The `LoanParent` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanParent {
        /// The `loan`; see [`Loan`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub loan: ::std::option::Option<::std::boxed::Box<Loan>>,
    }
    /// The `LoanState` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanState {
        /// The `at`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
    }
    /// The values of `LoanStateProperty`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanStateProperty {
        /// `open`
        Open,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanStateProperty { "open" => Open } else Unknown
    }
    /// The `LoanTotalsValue` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanTotalsValue {
        /// The `sum`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub sum: ::std::option::Option<::florin_core::Decimal>,
    }
    /// The `NoneSchema` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    #[serde(transparent)]
    pub struct NoneSchema(
        pub ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    );
    impl ::std::ops::Deref for NoneSchema {
        type Target = ::serde_json::Map<::std::string::String, ::serde_json::Value>;
        fn deref(
            &self,
        ) -> &::serde_json::Map<::std::string::String, ::serde_json::Value> {
            &self.0
        }
    }
    impl ::std::convert::From<NoneSchema>
    for ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        fn from(value: NoneSchema) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    > for NoneSchema {
        fn from(
            value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        ) -> Self {
            Self(value)
        }
    }
    /// The `OkSchema` of the API.
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
    pub struct OkSchema(pub ::std::string::String);
    impl ::std::ops::Deref for OkSchema {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<OkSchema> for ::std::string::String {
        fn from(value: OkSchema) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for OkSchema {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for OkSchema {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for OkSchema {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Option` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Option {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `Perhaps` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Perhaps {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `Result` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Result {
        /// The `a`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub a: ::std::vec::Vec<::std::string::String>,
    }
    /// The `Self_` of the API.
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
    pub struct Self_(pub ::std::string::String);
    impl ::std::ops::Deref for Self_ {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Self_> for ::std::string::String {
        fn from(value: Self_) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Self_ {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Self_ {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Self_ {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Send` of the API.
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
    pub struct Send(pub ::std::string::String);
    impl ::std::ops::Deref for Send {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Send> for ::std::string::String {
        fn from(value: Send) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Send {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Send {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Send {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Serialize` of the API.
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
    pub struct Serialize(pub ::std::string::String);
    impl ::std::ops::Deref for Serialize {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Serialize> for ::std::string::String {
        fn from(value: Serialize) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Serialize {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Serialize {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Serialize {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `SomeSchema` of the API.
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
    pub struct SomeSchema(pub ::std::string::String);
    impl ::std::ops::Deref for SomeSchema {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SomeSchema> for ::std::string::String {
        fn from(value: SomeSchema) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for SomeSchema {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for SomeSchema {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for SomeSchema {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Str` of the API.
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
    pub struct Str(pub ::std::string::String);
    impl ::std::ops::Deref for Str {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<Str> for ::std::string::String {
        fn from(value: Str) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for Str {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for Str {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for Str {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `StringSchema` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct StringSchema {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    /// The `ToString` of the API.
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
    pub struct ToString(pub ::std::string::String);
    impl ::std::ops::Deref for ToString {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ToString> for ::std::string::String {
        fn from(value: ToString) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for ToString {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for ToString {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for ToString {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The values of `TryFrom`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum TryFrom {
        /// `a`
        A,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        TryFrom { "a" => A } else Unknown
    }
    /// The `TryInto` of the API.
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
    pub struct TryInto(pub ::std::string::String);
    impl ::std::ops::Deref for TryInto {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<TryInto> for ::std::string::String {
        fn from(value: TryInto) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for TryInto {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for TryInto {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for TryInto {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Vec` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Vec {
        /// The `a`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub a: ::std::vec::Vec<::std::string::String>,
    }
    /// The `X` of the API.
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
    pub struct X(pub ::std::string::String);
    impl ::std::ops::Deref for X {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<X> for ::std::string::String {
        fn from(value: X) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for X {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for X {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for X {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `X1` of the API.
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
    pub struct X1(pub ::std::string::String);
    impl ::std::ops::Deref for X1 {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<X1> for ::std::string::String {
        fn from(value: X1) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for X1 {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for X1 {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for X1 {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `XMinus` of the API.
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
    pub struct XMinus(pub ::std::string::String);
    impl ::std::ops::Deref for XMinus {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<XMinus> for ::std::string::String {
        fn from(value: XMinus) -> Self {
            value.0
        }
    }
    impl ::std::convert::From<::std::string::String> for XMinus {
        fn from(value: ::std::string::String) -> Self {
            Self(value)
        }
    }
    impl ::std::fmt::Display for XMinus {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            self.0.fmt(f)
        }
    }
    impl ::std::str::FromStr for XMinus {
        type Err = ::std::convert::Infallible;
        fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
            Ok(Self(value.to_string()))
        }
    }
    /// The `Договор` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Договор {
        /// The `номер`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub номер: ::std::option::Option<::std::string::String>,
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
            Box {
                optional a: ::std::boxed::Box<super::Box>,
            }
        }
        ::florin_core::builder! {
            Clone {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CreateLoanBody {
                optional amount: super::CreateLoanBodyAmount,
                optional borrower: super::CreateLoanBodyBorrower,
            }
        }
        ::florin_core::builder! {
            CreateLoanBodyBorrower {
                optional name: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CreateLoanResponse {
                optional code: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CreditLine {
                optional b: super::CreditLineDash,
            }
        }
        ::florin_core::builder! {
            CreditLineDash {
                optional c: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CreditLineLower {
                optional a: super::CreditLine,
            }
        }
        ::florin_core::builder! {
            Debug {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Error {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            ListLoansResponseItem {
                defaulted history: ::std::vec::Vec<super::ListLoansResponseItemHistoryItem>,
                optional loan: ::std::boxed::Box<super::Loan>,
            }
        }
        ::florin_core::builder! {
            ListLoansResponseItemHistoryItem {
                optional at: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Loan {
                optional first: super::LoanFirst,
                optional first_part: super::LoanFirstPart,
                optional parent: super::LoanParent,
                optional state: super::LoanStateProperty,
                defaulted totals: ::std::collections::BTreeMap<::std::string::String, super::LoanTotalsValue>,
            }
        }
        ::florin_core::builder! {
            LoanFirst {
                optional part: super::LoanFirstPartProperty,
                defaulted extra: ::std::collections::BTreeMap<::std::string::String, super::LoanFirstExtraValue>,
            }
        }
        ::florin_core::builder! {
            LoanFirstExtraValue {
                optional b: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            LoanFirstPart {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            LoanFirstPartProperty {
                optional b: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            LoanParent {
                optional loan: ::std::boxed::Box<super::Loan>,
            }
        }
        ::florin_core::builder! {
            LoanState {
                optional at: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            LoanTotalsValue {
                optional sum: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            Option {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Perhaps {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Result {
                defaulted a: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            StringSchema {
                optional a: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Vec {
                defaulted a: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            Договор {
                optional номер: ::std::string::String,
            }
        }
    }
}
impl Client {
    /// The operation `listLoans`.
    ///
    /// Sends `GET /loans`. A failed call is repeated.
    ///
    /// # Parameters
    ///
    /// - `state` (query, optional)
    /// - `sort` (query, optional)
    ///
    /// # Answers
    ///
    /// - `200`: All loans.
    ///
    /// # Provenance
    ///
    /// The spec does not say how sure it is of this operation.
    pub fn list_loans(&self) -> builder::ListLoans<'_> {
        builder::ListLoans::new(self)
    }
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
    /// - `default`: Refused.
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
    /// `GET /loans`: listLoans
    pub static LIST_LOANS: ::florin_core::Operation = ::florin_core::Operation::new(
            "listLoans",
            ::florin_core::http::Method::GET,
            "/loans",
        )
        .retry(::florin_core::Retry::Safe);
    /// `POST /loans`: createLoan
    pub static CREATE_LOAN: ::florin_core::Operation = ::florin_core::Operation::new(
            "createLoan",
            ::florin_core::http::Method::POST,
            "/loans",
        )
        .retry(::florin_core::Retry::Never);
    /// All of them, by path and method.
    pub static ALL: &[&::florin_core::Operation] = &[&LIST_LOANS, &CREATE_LOAN];
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
    /// A request of [`Client::list_loans`](super::Client::list_loans); does nothing until it is sent.
    #[derive(Clone)]
    pub struct ListLoans<'a> {
        client: &'a super::Client,
        sort: Result<Option<::std::vec::Vec<types::ListLoansSortItem>>, String>,
        state: Result<Option<types::ListLoansState>, String>,
    }
    impl ::std::fmt::Debug for ListLoans<'_> {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            f.debug_struct("ListLoans").finish_non_exhaustive()
        }
    }
    impl<'a> ListLoans<'a> {
        /// A request with nothing set yet.
        pub(super) fn new(client: &'a super::Client) -> Self {
            Self {
                client,
                sort: Ok(None),
                state: Ok(None),
            }
        }
        /// Sets `sort` (query, optional).
        pub fn sort<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::vec::Vec<types::ListLoansSortItem>>,
        {
            self.sort = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `Vec<ListLoansSortItem>` for sort failed".to_string()
                });
            self
        }
        /// Sets `state` (query, optional).
        pub fn state<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ListLoansState>,
        {
            self.state = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `ListLoansState` for state failed".to_string()
                });
            self
        }
        /// Sends the request: `GET /loans`.
        ///
        /// # Errors
        /// An argument that is missing or does not fit, before anything is sent; after that, whatever [`Error`] tells apart.
        pub async fn send(
            self,
        ) -> Result<
            Response<::std::vec::Vec<types::ListLoansResponseItem>>,
            Error<::serde_json::Value>,
        > {
            let Self { client, sort, state } = self;
            let operation = &super::operations::LIST_LOANS;
            let sort = sort
                .map_err(|message| Error::invalid_request(operation, message))?;
            let state = state
                .map_err(|message| Error::invalid_request(operation, message))?;
            let mut request = client.session().request(operation);
            request.query("sort", &sort);
            request.query("state", &state);
            request.send_json().await
        }
    }
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
        ) -> Result<Response<types::Loan>, Error<types::CreateLoanResponse>> {
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
