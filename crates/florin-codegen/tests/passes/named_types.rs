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
    impl Box {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Box {
            Default::default()
        }
    }
    /// The `Clone` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Clone {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl Clone {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Clone {
            Default::default()
        }
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
    impl CreateLoanBody {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanBody {
            Default::default()
        }
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
    impl CreateLoanBodyBorrower {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanBodyBorrower {
            Default::default()
        }
    }
    /// The `CreateLoanResponse` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanResponse {
        /// The `code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
    }
    impl CreateLoanResponse {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanResponse {
            Default::default()
        }
    }
    /// The `CreditLine` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreditLine {
        /// The `b`; see [`CreditLineDash`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<CreditLineDash>,
    }
    impl CreditLine {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreditLine {
            Default::default()
        }
    }
    /// The `CreditLineDash` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreditLineDash {
        /// The `c`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub c: ::std::option::Option<::std::string::String>,
    }
    impl CreditLineDash {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreditLineDash {
            Default::default()
        }
    }
    /// The `CreditLineLower` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreditLineLower {
        /// The `a`; see [`CreditLine`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<CreditLine>,
    }
    impl CreditLineLower {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreditLineLower {
            Default::default()
        }
    }
    /// The `Debug` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Debug {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl Debug {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Debug {
            Default::default()
        }
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
    impl Error {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Error {
            Default::default()
        }
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
    impl ListLoansResponseItem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::ListLoansResponseItem {
            Default::default()
        }
    }
    /// The `ListLoansResponseItemHistoryItem` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ListLoansResponseItemHistoryItem {
        /// The `at`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
    }
    impl ListLoansResponseItemHistoryItem {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::ListLoansResponseItemHistoryItem {
            Default::default()
        }
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
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
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
    impl LoanFirst {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanFirst {
            Default::default()
        }
    }
    /// The `LoanFirstExtraValue` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirstExtraValue {
        /// The `b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    impl LoanFirstExtraValue {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanFirstExtraValue {
            Default::default()
        }
    }
    /// The `LoanFirstPart` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirstPart {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl LoanFirstPart {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanFirstPart {
            Default::default()
        }
    }
    /// The `LoanFirstPartProperty` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFirstPartProperty {
        /// The `b`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub b: ::std::option::Option<::std::string::String>,
    }
    impl LoanFirstPartProperty {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanFirstPartProperty {
            Default::default()
        }
    }
    /// The `LoanParent` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanParent {
        /// The `loan`; see [`Loan`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub loan: ::std::option::Option<::std::boxed::Box<Loan>>,
    }
    impl LoanParent {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanParent {
            Default::default()
        }
    }
    /// The `LoanState` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanState {
        /// The `at`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub at: ::std::option::Option<::std::string::String>,
    }
    impl LoanState {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanState {
            Default::default()
        }
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
    impl LoanTotalsValue {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanTotalsValue {
            Default::default()
        }
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
    impl Option {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Option {
            Default::default()
        }
    }
    /// The `Perhaps` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Perhaps {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl Perhaps {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Perhaps {
            Default::default()
        }
    }
    /// The `Result` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Result {
        /// The `a`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub a: ::std::vec::Vec<::std::string::String>,
    }
    impl Result {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Result {
            Default::default()
        }
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
    /// The `String` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct String {
        /// The `a`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub a: ::std::option::Option<::std::string::String>,
    }
    impl String {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::String {
            Default::default()
        }
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
    impl Vec {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Vec {
            Default::default()
        }
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
    impl Договор {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Договор {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Box`](super::Box), field by field.
        #[derive(Clone)]
        pub struct Box {
            a: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Box>>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Box {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Box").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Box {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Box {
            /// Sets [`a`](super::Box::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Box>>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Box> for super::Box {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Box,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Box> for Box {
            fn from(value: super::Box) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Clone`](super::Clone), field by field.
        #[derive(Clone)]
        pub struct Clone {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Clone {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Clone").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Clone {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Clone {
            /// Sets [`a`](super::Clone::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Clone> for super::Clone {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Clone,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Clone> for Clone {
            fn from(value: super::Clone) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`CreateLoanBody`](super::CreateLoanBody), field by field.
        #[derive(Clone)]
        pub struct CreateLoanBody {
            amount: ::std::result::Result<
                ::std::option::Option<super::CreateLoanBodyAmount>,
                ::std::string::String,
            >,
            borrower: ::std::result::Result<
                ::std::option::Option<super::CreateLoanBodyBorrower>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateLoanBody {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateLoanBody").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateLoanBody {
            fn default() -> Self {
                Self {
                    amount: Ok(Default::default()),
                    borrower: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanBody {
            /// Sets [`amount`](super::CreateLoanBody::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreateLoanBodyAmount>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::optional(value, "amount");
                self
            }
            /// Sets [`borrower`](super::CreateLoanBody::borrower).
            pub fn borrower<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreateLoanBodyBorrower>,
                T::Error: ::std::fmt::Display,
            {
                self.borrower = ::florin_core::set::optional(value, "borrower");
                self
            }
        }
        impl ::std::convert::TryFrom<CreateLoanBody> for super::CreateLoanBody {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateLoanBody,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    borrower: value.borrower?,
                })
            }
        }
        impl ::std::convert::From<super::CreateLoanBody> for CreateLoanBody {
            fn from(value: super::CreateLoanBody) -> Self {
                Self {
                    amount: Ok(value.amount),
                    borrower: Ok(value.borrower),
                }
            }
        }
        /// Builds a [`CreateLoanBodyBorrower`](super::CreateLoanBodyBorrower), field by field.
        #[derive(Clone)]
        pub struct CreateLoanBodyBorrower {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateLoanBodyBorrower {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateLoanBodyBorrower").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateLoanBodyBorrower {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanBodyBorrower {
            /// Sets [`name`](super::CreateLoanBodyBorrower::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
        }
        impl ::std::convert::TryFrom<CreateLoanBodyBorrower>
        for super::CreateLoanBodyBorrower {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateLoanBodyBorrower,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { name: value.name? })
            }
        }
        impl ::std::convert::From<super::CreateLoanBodyBorrower>
        for CreateLoanBodyBorrower {
            fn from(value: super::CreateLoanBodyBorrower) -> Self {
                Self { name: Ok(value.name) }
            }
        }
        /// Builds a [`CreateLoanResponse`](super::CreateLoanResponse), field by field.
        #[derive(Clone)]
        pub struct CreateLoanResponse {
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateLoanResponse {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateLoanResponse").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateLoanResponse {
            fn default() -> Self {
                Self {
                    code: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanResponse {
            /// Sets [`code`](super::CreateLoanResponse::code).
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = ::florin_core::set::optional(value, "code");
                self
            }
        }
        impl ::std::convert::TryFrom<CreateLoanResponse> for super::CreateLoanResponse {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateLoanResponse,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { code: value.code? })
            }
        }
        impl ::std::convert::From<super::CreateLoanResponse> for CreateLoanResponse {
            fn from(value: super::CreateLoanResponse) -> Self {
                Self { code: Ok(value.code) }
            }
        }
        /// Builds a [`CreditLine`](super::CreditLine), field by field.
        #[derive(Clone)]
        pub struct CreditLine {
            b: ::std::result::Result<
                ::std::option::Option<super::CreditLineDash>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreditLine {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreditLine").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreditLine {
            fn default() -> Self {
                Self { b: Ok(Default::default()) }
            }
        }
        impl CreditLine {
            /// Sets [`b`](super::CreditLine::b).
            pub fn b<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreditLineDash>,
                T::Error: ::std::fmt::Display,
            {
                self.b = ::florin_core::set::optional(value, "b");
                self
            }
        }
        impl ::std::convert::TryFrom<CreditLine> for super::CreditLine {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreditLine,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { b: value.b? })
            }
        }
        impl ::std::convert::From<super::CreditLine> for CreditLine {
            fn from(value: super::CreditLine) -> Self {
                Self { b: Ok(value.b) }
            }
        }
        /// Builds a [`CreditLineDash`](super::CreditLineDash), field by field.
        #[derive(Clone)]
        pub struct CreditLineDash {
            c: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreditLineDash {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreditLineDash").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreditLineDash {
            fn default() -> Self {
                Self { c: Ok(Default::default()) }
            }
        }
        impl CreditLineDash {
            /// Sets [`c`](super::CreditLineDash::c).
            pub fn c<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.c = ::florin_core::set::optional(value, "c");
                self
            }
        }
        impl ::std::convert::TryFrom<CreditLineDash> for super::CreditLineDash {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreditLineDash,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { c: value.c? })
            }
        }
        impl ::std::convert::From<super::CreditLineDash> for CreditLineDash {
            fn from(value: super::CreditLineDash) -> Self {
                Self { c: Ok(value.c) }
            }
        }
        /// Builds a [`CreditLineLower`](super::CreditLineLower), field by field.
        #[derive(Clone)]
        pub struct CreditLineLower {
            a: ::std::result::Result<
                ::std::option::Option<super::CreditLine>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreditLineLower {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreditLineLower").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreditLineLower {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl CreditLineLower {
            /// Sets [`a`](super::CreditLineLower::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreditLine>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<CreditLineLower> for super::CreditLineLower {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreditLineLower,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::CreditLineLower> for CreditLineLower {
            fn from(value: super::CreditLineLower) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Debug`](super::Debug), field by field.
        #[derive(Clone)]
        pub struct Debug {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Debug {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Debug").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Debug {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Debug {
            /// Sets [`a`](super::Debug::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Debug> for super::Debug {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Debug,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Debug> for Debug {
            fn from(value: super::Debug) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Error`](super::Error), field by field.
        #[derive(Clone)]
        pub struct Error {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Error {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Error").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Error {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Error {
            /// Sets [`a`](super::Error::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Error> for super::Error {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Error,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Error> for Error {
            fn from(value: super::Error) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`ListLoansResponseItem`](super::ListLoansResponseItem), field by field.
        #[derive(Clone)]
        pub struct ListLoansResponseItem {
            history: ::std::result::Result<
                ::std::vec::Vec<super::ListLoansResponseItemHistoryItem>,
                ::std::string::String,
            >,
            loan: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Loan>>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for ListLoansResponseItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ListLoansResponseItem").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for ListLoansResponseItem {
            fn default() -> Self {
                Self {
                    history: Ok(Default::default()),
                    loan: Ok(Default::default()),
                }
            }
        }
        impl ListLoansResponseItem {
            /// Sets [`history`](super::ListLoansResponseItem::history).
            pub fn history<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::vec::Vec<super::ListLoansResponseItemHistoryItem>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.history = ::florin_core::set::required(value, "history");
                self
            }
            /// Sets [`loan`](super::ListLoansResponseItem::loan).
            pub fn loan<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Loan>>,
                T::Error: ::std::fmt::Display,
            {
                self.loan = ::florin_core::set::optional(value, "loan");
                self
            }
        }
        impl ::std::convert::TryFrom<ListLoansResponseItem>
        for super::ListLoansResponseItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ListLoansResponseItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    history: value.history?,
                    loan: value.loan?,
                })
            }
        }
        impl ::std::convert::From<super::ListLoansResponseItem>
        for ListLoansResponseItem {
            fn from(value: super::ListLoansResponseItem) -> Self {
                Self {
                    history: Ok(value.history),
                    loan: Ok(value.loan),
                }
            }
        }
        /// Builds a [`ListLoansResponseItemHistoryItem`](super::ListLoansResponseItemHistoryItem), field by field.
        #[derive(Clone)]
        pub struct ListLoansResponseItemHistoryItem {
            at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for ListLoansResponseItemHistoryItem {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ListLoansResponseItemHistoryItem")
                    .finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for ListLoansResponseItemHistoryItem {
            fn default() -> Self {
                Self { at: Ok(Default::default()) }
            }
        }
        impl ListLoansResponseItemHistoryItem {
            /// Sets [`at`](super::ListLoansResponseItemHistoryItem::at).
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.at = ::florin_core::set::optional(value, "at");
                self
            }
        }
        impl ::std::convert::TryFrom<ListLoansResponseItemHistoryItem>
        for super::ListLoansResponseItemHistoryItem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ListLoansResponseItemHistoryItem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { at: value.at? })
            }
        }
        impl ::std::convert::From<super::ListLoansResponseItemHistoryItem>
        for ListLoansResponseItemHistoryItem {
            fn from(value: super::ListLoansResponseItemHistoryItem) -> Self {
                Self { at: Ok(value.at) }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            first: ::std::result::Result<
                ::std::option::Option<super::LoanFirst>,
                ::std::string::String,
            >,
            first_part: ::std::result::Result<
                ::std::option::Option<super::LoanFirstPart>,
                ::std::string::String,
            >,
            parent: ::std::result::Result<
                ::std::option::Option<super::LoanParent>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::LoanStateProperty>,
                ::std::string::String,
            >,
            totals: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    super::LoanTotalsValue,
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
                    first: Ok(Default::default()),
                    first_part: Ok(Default::default()),
                    parent: Ok(Default::default()),
                    state: Ok(Default::default()),
                    totals: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`first`](super::Loan::first).
            pub fn first<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanFirst>,
                T::Error: ::std::fmt::Display,
            {
                self.first = ::florin_core::set::optional(value, "first");
                self
            }
            /// Sets [`first_part`](super::Loan::first_part).
            pub fn first_part<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanFirstPart>,
                T::Error: ::std::fmt::Display,
            {
                self.first_part = ::florin_core::set::optional(value, "first_part");
                self
            }
            /// Sets [`parent`](super::Loan::parent).
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanParent>,
                T::Error: ::std::fmt::Display,
            {
                self.parent = ::florin_core::set::optional(value, "parent");
                self
            }
            /// Sets [`state`](super::Loan::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanStateProperty>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`totals`](super::Loan::totals).
            pub fn totals<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        super::LoanTotalsValue,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.totals = ::florin_core::set::required(value, "totals");
                self
            }
        }
        impl ::std::convert::TryFrom<Loan> for super::Loan {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Loan,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    first: value.first?,
                    first_part: value.first_part?,
                    parent: value.parent?,
                    state: value.state?,
                    totals: value.totals?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    first: Ok(value.first),
                    first_part: Ok(value.first_part),
                    parent: Ok(value.parent),
                    state: Ok(value.state),
                    totals: Ok(value.totals),
                }
            }
        }
        /// Builds a [`LoanFirst`](super::LoanFirst), field by field.
        #[derive(Clone)]
        pub struct LoanFirst {
            part: ::std::result::Result<
                ::std::option::Option<super::LoanFirstPartProperty>,
                ::std::string::String,
            >,
            extra: ::std::result::Result<
                ::std::collections::BTreeMap<
                    ::std::string::String,
                    super::LoanFirstExtraValue,
                >,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanFirst {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanFirst").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanFirst {
            fn default() -> Self {
                Self {
                    part: Ok(Default::default()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl LoanFirst {
            /// Sets [`part`](super::LoanFirst::part).
            pub fn part<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanFirstPartProperty>,
                T::Error: ::std::fmt::Display,
            {
                self.part = ::florin_core::set::optional(value, "part");
                self
            }
            /// Sets [`extra`](super::LoanFirst::extra).
            pub fn extra<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::collections::BTreeMap<
                        ::std::string::String,
                        super::LoanFirstExtraValue,
                    >,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.extra = ::florin_core::set::required(value, "extra");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanFirst> for super::LoanFirst {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanFirst,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    part: value.part?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::LoanFirst> for LoanFirst {
            fn from(value: super::LoanFirst) -> Self {
                Self {
                    part: Ok(value.part),
                    extra: Ok(value.extra),
                }
            }
        }
        /// Builds a [`LoanFirstExtraValue`](super::LoanFirstExtraValue), field by field.
        #[derive(Clone)]
        pub struct LoanFirstExtraValue {
            b: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanFirstExtraValue {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanFirstExtraValue").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanFirstExtraValue {
            fn default() -> Self {
                Self { b: Ok(Default::default()) }
            }
        }
        impl LoanFirstExtraValue {
            /// Sets [`b`](super::LoanFirstExtraValue::b).
            pub fn b<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.b = ::florin_core::set::optional(value, "b");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanFirstExtraValue>
        for super::LoanFirstExtraValue {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanFirstExtraValue,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { b: value.b? })
            }
        }
        impl ::std::convert::From<super::LoanFirstExtraValue> for LoanFirstExtraValue {
            fn from(value: super::LoanFirstExtraValue) -> Self {
                Self { b: Ok(value.b) }
            }
        }
        /// Builds a [`LoanFirstPart`](super::LoanFirstPart), field by field.
        #[derive(Clone)]
        pub struct LoanFirstPart {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanFirstPart {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanFirstPart").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanFirstPart {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl LoanFirstPart {
            /// Sets [`a`](super::LoanFirstPart::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanFirstPart> for super::LoanFirstPart {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanFirstPart,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::LoanFirstPart> for LoanFirstPart {
            fn from(value: super::LoanFirstPart) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`LoanFirstPartProperty`](super::LoanFirstPartProperty), field by field.
        #[derive(Clone)]
        pub struct LoanFirstPartProperty {
            b: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanFirstPartProperty {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanFirstPartProperty").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanFirstPartProperty {
            fn default() -> Self {
                Self { b: Ok(Default::default()) }
            }
        }
        impl LoanFirstPartProperty {
            /// Sets [`b`](super::LoanFirstPartProperty::b).
            pub fn b<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.b = ::florin_core::set::optional(value, "b");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanFirstPartProperty>
        for super::LoanFirstPartProperty {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanFirstPartProperty,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { b: value.b? })
            }
        }
        impl ::std::convert::From<super::LoanFirstPartProperty>
        for LoanFirstPartProperty {
            fn from(value: super::LoanFirstPartProperty) -> Self {
                Self { b: Ok(value.b) }
            }
        }
        /// Builds a [`LoanParent`](super::LoanParent), field by field.
        #[derive(Clone)]
        pub struct LoanParent {
            loan: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Loan>>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanParent {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanParent").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanParent {
            fn default() -> Self {
                Self {
                    loan: Ok(Default::default()),
                }
            }
        }
        impl LoanParent {
            /// Sets [`loan`](super::LoanParent::loan).
            pub fn loan<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Loan>>,
                T::Error: ::std::fmt::Display,
            {
                self.loan = ::florin_core::set::optional(value, "loan");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanParent> for super::LoanParent {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanParent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { loan: value.loan? })
            }
        }
        impl ::std::convert::From<super::LoanParent> for LoanParent {
            fn from(value: super::LoanParent) -> Self {
                Self { loan: Ok(value.loan) }
            }
        }
        /// Builds a [`LoanState`](super::LoanState), field by field.
        #[derive(Clone)]
        pub struct LoanState {
            at: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanState {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanState").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanState {
            fn default() -> Self {
                Self { at: Ok(Default::default()) }
            }
        }
        impl LoanState {
            /// Sets [`at`](super::LoanState::at).
            pub fn at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.at = ::florin_core::set::optional(value, "at");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanState> for super::LoanState {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanState,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { at: value.at? })
            }
        }
        impl ::std::convert::From<super::LoanState> for LoanState {
            fn from(value: super::LoanState) -> Self {
                Self { at: Ok(value.at) }
            }
        }
        /// Builds a [`LoanTotalsValue`](super::LoanTotalsValue), field by field.
        #[derive(Clone)]
        pub struct LoanTotalsValue {
            sum: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanTotalsValue {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanTotalsValue").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanTotalsValue {
            fn default() -> Self {
                Self {
                    sum: Ok(Default::default()),
                }
            }
        }
        impl LoanTotalsValue {
            /// Sets [`sum`](super::LoanTotalsValue::sum).
            pub fn sum<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.sum = ::florin_core::set::optional(value, "sum");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanTotalsValue> for super::LoanTotalsValue {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanTotalsValue,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { sum: value.sum? })
            }
        }
        impl ::std::convert::From<super::LoanTotalsValue> for LoanTotalsValue {
            fn from(value: super::LoanTotalsValue) -> Self {
                Self { sum: Ok(value.sum) }
            }
        }
        /// Builds a [`Option`](super::Option), field by field.
        #[derive(Clone)]
        pub struct Option {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Option {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Option").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Option {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Option {
            /// Sets [`a`](super::Option::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Option> for super::Option {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Option,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Option> for Option {
            fn from(value: super::Option) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Perhaps`](super::Perhaps), field by field.
        #[derive(Clone)]
        pub struct Perhaps {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Perhaps {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Perhaps").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Perhaps {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Perhaps {
            /// Sets [`a`](super::Perhaps::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Perhaps> for super::Perhaps {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Perhaps,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Perhaps> for Perhaps {
            fn from(value: super::Perhaps) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Result`](super::Result), field by field.
        #[derive(Clone)]
        pub struct Result {
            a: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Result {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Result").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Result {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Result {
            /// Sets [`a`](super::Result::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::required(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Result> for super::Result {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Result,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Result> for Result {
            fn from(value: super::Result) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`String`](super::String), field by field.
        #[derive(Clone)]
        pub struct String {
            a: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for String {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("String").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for String {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl String {
            /// Sets [`a`](super::String::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::optional(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<String> for super::String {
            type Error = super::error::ConversionError;
            fn try_from(
                value: String,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::String> for String {
            fn from(value: super::String) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Vec`](super::Vec), field by field.
        #[derive(Clone)]
        pub struct Vec {
            a: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Vec {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Vec").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Vec {
            fn default() -> Self {
                Self { a: Ok(Default::default()) }
            }
        }
        impl Vec {
            /// Sets [`a`](super::Vec::a).
            pub fn a<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.a = ::florin_core::set::required(value, "a");
                self
            }
        }
        impl ::std::convert::TryFrom<Vec> for super::Vec {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Vec,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { a: value.a? })
            }
        }
        impl ::std::convert::From<super::Vec> for Vec {
            fn from(value: super::Vec) -> Self {
                Self { a: Ok(value.a) }
            }
        }
        /// Builds a [`Договор`](super::Договор), field by field.
        #[derive(Clone)]
        pub struct Договор {
            номер: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Договор {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Договор").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Договор {
            fn default() -> Self {
                Self {
                    номер: Ok(Default::default()),
                }
            }
        }
        impl Договор {
            /// Sets [`номер`](super::Договор::номер).
            pub fn номер<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.номер = ::florin_core::set::optional(value, "номер");
                self
            }
        }
        impl ::std::convert::TryFrom<Договор> for super::Договор {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Договор,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    номер: value.номер?,
                })
            }
        }
        impl ::std::convert::From<super::Договор> for Договор {
            fn from(value: super::Договор) -> Self {
                Self {
                    номер: Ok(value.номер),
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
