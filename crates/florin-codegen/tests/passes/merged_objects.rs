// Made by florin-codegen from merged_objects.yaml; not to be edited.

pub use ::florin_core;
pub use ::florin_core::{Error, Operation, Response, Session, http};
/// Client for Golden 1.
///
/// # Not as the spec has it
///
/// What could not be taken as it is written:
///
/// - `#/components/schemas/Loan/properties/earlier`: `allOf` adds to `Loan` inside of `Loan`; what it adds is not taken
/// - `#/components/schemas/Loan`: two parts of this `allOf` say different things of `number`; the later one is taken
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
    /// The `Closed` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Closed {
        /// How much.
        pub amount: ::florin_core::Decimal,
        /// The `fees`; see [`ClosedFees`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fees: ::std::option::Option<ClosedFees>,
        /// The `state`; see [`ClosedState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<ClosedState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
        /// Fields that the spec does not name, as they are on the wire.
        #[serde(flatten)]
        pub extra: ::std::collections::BTreeMap<
            ::std::string::String,
            ::std::string::String,
        >,
    }
    impl Closed {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Closed {
            Default::default()
        }
    }
    /// The `ClosedFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ClosedFees {
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
    }
    impl ClosedFees {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::ClosedFees {
            Default::default()
        }
    }
    /// The values of `ClosedState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum ClosedState {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// `late`
        Late,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        ClosedState { "open" => Open, "closed" => Closed, "late" => Late } else Unknown
    }
    /// The `Contact` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Contact {
        /// The `mail`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub mail: ::std::option::Option<::std::string::String>,
        /// The `phone`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub phone: ::std::option::Option<::std::string::String>,
    }
    impl Contact {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Contact {
            Default::default()
        }
    }
    /// The `CreateLoanBody` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateLoanBody {
        /// How much.
        pub amount: ::florin_core::Decimal,
        /// The `fees`; see [`CreateLoanBodyFees`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fees: ::std::option::Option<CreateLoanBodyFees>,
        /// The `purpose`.
        pub purpose: ::std::string::String,
        /// The `state`; see [`CreateLoanBodyState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<CreateLoanBodyState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
    }
    impl CreateLoanBody {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanBody {
            Default::default()
        }
    }
    /// The `CreateLoanBodyFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBodyFees {
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
    }
    impl CreateLoanBodyFees {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::CreateLoanBodyFees {
            Default::default()
        }
    }
    /// The values of `CreateLoanBodyState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum CreateLoanBodyState {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// `late`
        Late,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        CreateLoanBodyState { "open" => Open, "closed" => Closed, "late" => Late } else
        Unknown
    }
    /// The `Dated` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Dated {
        /// Format: `date`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub due: ::std::option::Option<::std::string::String>,
        /// The `number`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub number: ::std::option::Option<::std::string::String>,
    }
    impl Dated {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Dated {
            Default::default()
        }
    }
    /// What somebody owes.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Debt {
        /// How much.
        pub amount: ::florin_core::Decimal,
        /// The `fees`; see [`DebtFees`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fees: ::std::option::Option<DebtFees>,
        /// The `state`; see [`DebtState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<DebtState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
    }
    impl Debt {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Debt {
            Default::default()
        }
    }
    /// The `DebtFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct DebtFees {
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
    }
    impl DebtFees {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::DebtFees {
            Default::default()
        }
    }
    /// The values of `DebtState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum DebtState {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// `late`
        Late,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        DebtState { "open" => Open, "closed" => Closed, "late" => Late } else Unknown
    }
    /// The `Layer1` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer1 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
    }
    impl Layer1 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer1 {
            Default::default()
        }
    }
    /// The `Layer2` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer2 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
    }
    impl Layer2 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer2 {
            Default::default()
        }
    }
    /// The `Layer3` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer3 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
    }
    impl Layer3 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer3 {
            Default::default()
        }
    }
    /// The `Layer4` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer4 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
        /// The `field4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field4: ::std::option::Option<::std::string::String>,
    }
    impl Layer4 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer4 {
            Default::default()
        }
    }
    /// The `Layer5` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer5 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
        /// The `field4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field4: ::std::option::Option<::std::string::String>,
        /// The `field5`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field5: ::std::option::Option<::std::string::String>,
    }
    impl Layer5 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer5 {
            Default::default()
        }
    }
    /// The `Layer6` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer6 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
        /// The `field4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field4: ::std::option::Option<::std::string::String>,
        /// The `field5`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field5: ::std::option::Option<::std::string::String>,
        /// The `field6`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field6: ::std::option::Option<::std::string::String>,
    }
    impl Layer6 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer6 {
            Default::default()
        }
    }
    /// The `Layer7` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer7 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
        /// The `field4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field4: ::std::option::Option<::std::string::String>,
        /// The `field5`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field5: ::std::option::Option<::std::string::String>,
        /// The `field6`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field6: ::std::option::Option<::std::string::String>,
        /// The `field7`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field7: ::std::option::Option<::std::string::String>,
    }
    impl Layer7 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer7 {
            Default::default()
        }
    }
    /// The `Layer8` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer8 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
        /// The `field4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field4: ::std::option::Option<::std::string::String>,
        /// The `field5`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field5: ::std::option::Option<::std::string::String>,
        /// The `field6`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field6: ::std::option::Option<::std::string::String>,
        /// The `field7`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field7: ::std::option::Option<::std::string::String>,
        /// The `field8`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field8: ::std::option::Option<::std::string::String>,
    }
    impl Layer8 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer8 {
            Default::default()
        }
    }
    /// The `Layer9` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Layer9 {
        /// The `field1`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field1: ::std::option::Option<::std::string::String>,
        /// The `field2`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field2: ::std::option::Option<::std::string::String>,
        /// The `field3`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field3: ::std::option::Option<::std::string::String>,
        /// The `field4`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field4: ::std::option::Option<::std::string::String>,
        /// The `field5`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field5: ::std::option::Option<::std::string::String>,
        /// The `field6`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field6: ::std::option::Option<::std::string::String>,
        /// The `field7`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field7: ::std::option::Option<::std::string::String>,
        /// The `field8`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field8: ::std::option::Option<::std::string::String>,
        /// The `field9`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub field9: ::std::option::Option<::std::string::String>,
    }
    impl Layer9 {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Layer9 {
            Default::default()
        }
    }
    /// A loan.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Loan {
        /// How much.
        pub amount: ::florin_core::Decimal,
        /// Who borrows.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub borrower: ::std::option::Option<Party>,
        /// The `code`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        /// Format: `date`.
        pub due: ::std::string::String,
        /// The `earlier`; see [`Loan`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub earlier: ::std::option::Option<::std::boxed::Box<Loan>>,
        /// The `fees`; see [`LoanFees`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub fees: ::std::option::Option<LoanFees>,
        /// Who vouches.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub guarantor: ::std::option::Option<Party>,
        /// The `named`; see [`LoanNamed`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub named: ::std::option::Option<LoanNamed>,
        /// The `nothing`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub nothing: ::std::option::Option<::serde_json::Value>,
        /// The `number`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub number: ::std::option::Option<i64>,
        /// The `rate`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub rate: ::std::option::Option<::florin_core::Decimal>,
        /// The `state`; see [`LoanState`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub state: ::std::option::Option<LoanState>,
        /// The `tags`.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        #[serde(deserialize_with = "null_as_empty")]
        pub tags: ::std::vec::Vec<::std::string::String>,
    }
    impl Loan {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Loan {
            Default::default()
        }
    }
    /// The `LoanFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LoanFees {
        /// The `closing`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub closing: ::std::option::Option<::florin_core::Decimal>,
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
    }
    impl LoanFees {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanFees {
            Default::default()
        }
    }
    /// The `LoanNamed` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LoanNamed {
        /// The `name`.
        pub name: ::std::string::String,
        /// The `parent`; see [`Party`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent: ::std::option::Option<Party>,
    }
    impl LoanNamed {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::LoanNamed {
            Default::default()
        }
    }
    /// The values of `LoanState`.
    #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[non_exhaustive]
    pub enum LoanState {
        /// `open`
        Open,
        /// `closed`
        Closed,
        /// A value that the spec does not list, as it was sent.
        Unknown(::std::string::String),
    }
    ::florin_core::open_list! {
        LoanState { "open" => Open, "closed" => Closed } else Unknown
    }
    /// The `Party` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Party {
        /// The `name`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<::std::string::String>,
        /// The `parent`; see [`Party`].
        #[serde(default)]
        pub parent: ::std::boxed::Box<::std::option::Option<Party>>,
    }
    impl Party {
        /// A builder of it, with nothing set yet.
        pub fn builder() -> builder::Party {
            Default::default()
        }
    }
    /// Builders of the types, field by field.
    pub mod builder {
        /// Builds a [`Closed`](super::Closed), field by field.
        #[derive(Clone)]
        pub struct Closed {
            amount: ::std::result::Result<::florin_core::Decimal, ::std::string::String>,
            fees: ::std::result::Result<
                ::std::option::Option<super::ClosedFees>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::ClosedState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
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
        impl ::std::fmt::Debug for Closed {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Closed").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Closed {
            fn default() -> Self {
                Self {
                    amount: Err("no value supplied for amount".to_string()),
                    fees: Ok(Default::default()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
                    extra: Ok(Default::default()),
                }
            }
        }
        impl Closed {
            /// Sets [`amount`](super::Closed::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`fees`](super::Closed::fees).
            pub fn fees<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ClosedFees>,
                T::Error: ::std::fmt::Display,
            {
                self.fees = ::florin_core::set::optional(value, "fees");
                self
            }
            /// Sets [`state`](super::Closed::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::ClosedState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::Closed::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
                self
            }
            /// Sets [`extra`](super::Closed::extra).
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
        impl ::std::convert::TryFrom<Closed> for super::Closed {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Closed,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    amount: value.amount?,
                    fees: value.fees?,
                    state: value.state?,
                    tags: value.tags?,
                    extra: value.extra?,
                })
            }
        }
        impl ::std::convert::From<super::Closed> for Closed {
            fn from(value: super::Closed) -> Self {
                Self {
                    amount: Ok(value.amount),
                    fees: Ok(value.fees),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                    extra: Ok(value.extra),
                }
            }
        }
        /// Builds a [`ClosedFees`](super::ClosedFees), field by field.
        #[derive(Clone)]
        pub struct ClosedFees {
            opening: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for ClosedFees {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("ClosedFees").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for ClosedFees {
            fn default() -> Self {
                Self {
                    opening: Ok(Default::default()),
                }
            }
        }
        impl ClosedFees {
            /// Sets [`opening`](super::ClosedFees::opening).
            pub fn opening<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.opening = ::florin_core::set::optional(value, "opening");
                self
            }
        }
        impl ::std::convert::TryFrom<ClosedFees> for super::ClosedFees {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ClosedFees,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { opening: value.opening? })
            }
        }
        impl ::std::convert::From<super::ClosedFees> for ClosedFees {
            fn from(value: super::ClosedFees) -> Self {
                Self { opening: Ok(value.opening) }
            }
        }
        /// Builds a [`Contact`](super::Contact), field by field.
        #[derive(Clone)]
        pub struct Contact {
            mail: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            phone: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Contact {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Contact").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Contact {
            fn default() -> Self {
                Self {
                    mail: Ok(Default::default()),
                    phone: Ok(Default::default()),
                }
            }
        }
        impl Contact {
            /// Sets [`mail`](super::Contact::mail).
            pub fn mail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.mail = ::florin_core::set::optional(value, "mail");
                self
            }
            /// Sets [`phone`](super::Contact::phone).
            pub fn phone<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.phone = ::florin_core::set::optional(value, "phone");
                self
            }
        }
        impl ::std::convert::TryFrom<Contact> for super::Contact {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Contact,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    mail: value.mail?,
                    phone: value.phone?,
                })
            }
        }
        impl ::std::convert::From<super::Contact> for Contact {
            fn from(value: super::Contact) -> Self {
                Self {
                    mail: Ok(value.mail),
                    phone: Ok(value.phone),
                }
            }
        }
        /// Builds a [`CreateLoanBody`](super::CreateLoanBody), field by field.
        #[derive(Clone)]
        pub struct CreateLoanBody {
            amount: ::std::result::Result<::florin_core::Decimal, ::std::string::String>,
            fees: ::std::result::Result<
                ::std::option::Option<super::CreateLoanBodyFees>,
                ::std::string::String,
            >,
            purpose: ::std::result::Result<::std::string::String, ::std::string::String>,
            state: ::std::result::Result<
                ::std::option::Option<super::CreateLoanBodyState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
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
                    amount: Err("no value supplied for amount".to_string()),
                    fees: Ok(Default::default()),
                    purpose: Err("no value supplied for purpose".to_string()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanBody {
            /// Sets [`amount`](super::CreateLoanBody::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`fees`](super::CreateLoanBody::fees).
            pub fn fees<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreateLoanBodyFees>,
                T::Error: ::std::fmt::Display,
            {
                self.fees = ::florin_core::set::optional(value, "fees");
                self
            }
            /// Sets [`purpose`](super::CreateLoanBody::purpose).
            pub fn purpose<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.purpose = ::florin_core::set::required(value, "purpose");
                self
            }
            /// Sets [`state`](super::CreateLoanBody::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreateLoanBodyState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::CreateLoanBody::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
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
                    fees: value.fees?,
                    purpose: value.purpose?,
                    state: value.state?,
                    tags: value.tags?,
                })
            }
        }
        impl ::std::convert::From<super::CreateLoanBody> for CreateLoanBody {
            fn from(value: super::CreateLoanBody) -> Self {
                Self {
                    amount: Ok(value.amount),
                    fees: Ok(value.fees),
                    purpose: Ok(value.purpose),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                }
            }
        }
        /// Builds a [`CreateLoanBodyFees`](super::CreateLoanBodyFees), field by field.
        #[derive(Clone)]
        pub struct CreateLoanBodyFees {
            opening: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for CreateLoanBodyFees {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("CreateLoanBodyFees").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for CreateLoanBodyFees {
            fn default() -> Self {
                Self {
                    opening: Ok(Default::default()),
                }
            }
        }
        impl CreateLoanBodyFees {
            /// Sets [`opening`](super::CreateLoanBodyFees::opening).
            pub fn opening<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.opening = ::florin_core::set::optional(value, "opening");
                self
            }
        }
        impl ::std::convert::TryFrom<CreateLoanBodyFees> for super::CreateLoanBodyFees {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateLoanBodyFees,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { opening: value.opening? })
            }
        }
        impl ::std::convert::From<super::CreateLoanBodyFees> for CreateLoanBodyFees {
            fn from(value: super::CreateLoanBodyFees) -> Self {
                Self { opening: Ok(value.opening) }
            }
        }
        /// Builds a [`Dated`](super::Dated), field by field.
        #[derive(Clone)]
        pub struct Dated {
            due: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            number: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Dated {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Dated").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Dated {
            fn default() -> Self {
                Self {
                    due: Ok(Default::default()),
                    number: Ok(Default::default()),
                }
            }
        }
        impl Dated {
            /// Sets [`due`](super::Dated::due).
            pub fn due<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.due = ::florin_core::set::optional(value, "due");
                self
            }
            /// Sets [`number`](super::Dated::number).
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.number = ::florin_core::set::optional(value, "number");
                self
            }
        }
        impl ::std::convert::TryFrom<Dated> for super::Dated {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Dated,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    due: value.due?,
                    number: value.number?,
                })
            }
        }
        impl ::std::convert::From<super::Dated> for Dated {
            fn from(value: super::Dated) -> Self {
                Self {
                    due: Ok(value.due),
                    number: Ok(value.number),
                }
            }
        }
        /// Builds a [`Debt`](super::Debt), field by field.
        #[derive(Clone)]
        pub struct Debt {
            amount: ::std::result::Result<::florin_core::Decimal, ::std::string::String>,
            fees: ::std::result::Result<
                ::std::option::Option<super::DebtFees>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::DebtState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
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
                    amount: Err("no value supplied for amount".to_string()),
                    fees: Ok(Default::default()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
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
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`fees`](super::Debt::fees).
            pub fn fees<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DebtFees>,
                T::Error: ::std::fmt::Display,
            {
                self.fees = ::florin_core::set::optional(value, "fees");
                self
            }
            /// Sets [`state`](super::Debt::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::DebtState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::Debt::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
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
                    fees: value.fees?,
                    state: value.state?,
                    tags: value.tags?,
                })
            }
        }
        impl ::std::convert::From<super::Debt> for Debt {
            fn from(value: super::Debt) -> Self {
                Self {
                    amount: Ok(value.amount),
                    fees: Ok(value.fees),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                }
            }
        }
        /// Builds a [`DebtFees`](super::DebtFees), field by field.
        #[derive(Clone)]
        pub struct DebtFees {
            opening: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for DebtFees {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("DebtFees").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for DebtFees {
            fn default() -> Self {
                Self {
                    opening: Ok(Default::default()),
                }
            }
        }
        impl DebtFees {
            /// Sets [`opening`](super::DebtFees::opening).
            pub fn opening<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.opening = ::florin_core::set::optional(value, "opening");
                self
            }
        }
        impl ::std::convert::TryFrom<DebtFees> for super::DebtFees {
            type Error = super::error::ConversionError;
            fn try_from(
                value: DebtFees,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { opening: value.opening? })
            }
        }
        impl ::std::convert::From<super::DebtFees> for DebtFees {
            fn from(value: super::DebtFees) -> Self {
                Self { opening: Ok(value.opening) }
            }
        }
        /// Builds a [`Layer1`](super::Layer1), field by field.
        #[derive(Clone)]
        pub struct Layer1 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer1 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer1").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer1 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                }
            }
        }
        impl Layer1 {
            /// Sets [`field1`](super::Layer1::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer1> for super::Layer1 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer1,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { field1: value.field1? })
            }
        }
        impl ::std::convert::From<super::Layer1> for Layer1 {
            fn from(value: super::Layer1) -> Self {
                Self { field1: Ok(value.field1) }
            }
        }
        /// Builds a [`Layer2`](super::Layer2), field by field.
        #[derive(Clone)]
        pub struct Layer2 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer2 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer2").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer2 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                }
            }
        }
        impl Layer2 {
            /// Sets [`field1`](super::Layer2::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer2::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer2> for super::Layer2 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer2,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                })
            }
        }
        impl ::std::convert::From<super::Layer2> for Layer2 {
            fn from(value: super::Layer2) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                }
            }
        }
        /// Builds a [`Layer3`](super::Layer3), field by field.
        #[derive(Clone)]
        pub struct Layer3 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer3 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer3").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer3 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                }
            }
        }
        impl Layer3 {
            /// Sets [`field1`](super::Layer3::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer3::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer3::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer3> for super::Layer3 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer3,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                })
            }
        }
        impl ::std::convert::From<super::Layer3> for Layer3 {
            fn from(value: super::Layer3) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                }
            }
        }
        /// Builds a [`Layer4`](super::Layer4), field by field.
        #[derive(Clone)]
        pub struct Layer4 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer4 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer4").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer4 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                    field4: Ok(Default::default()),
                }
            }
        }
        impl Layer4 {
            /// Sets [`field1`](super::Layer4::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer4::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer4::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
            /// Sets [`field4`](super::Layer4::field4).
            pub fn field4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field4 = ::florin_core::set::optional(value, "field4");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer4> for super::Layer4 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer4,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                    field4: value.field4?,
                })
            }
        }
        impl ::std::convert::From<super::Layer4> for Layer4 {
            fn from(value: super::Layer4) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                    field4: Ok(value.field4),
                }
            }
        }
        /// Builds a [`Layer5`](super::Layer5), field by field.
        #[derive(Clone)]
        pub struct Layer5 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field5: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer5 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer5").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer5 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                    field4: Ok(Default::default()),
                    field5: Ok(Default::default()),
                }
            }
        }
        impl Layer5 {
            /// Sets [`field1`](super::Layer5::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer5::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer5::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
            /// Sets [`field4`](super::Layer5::field4).
            pub fn field4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field4 = ::florin_core::set::optional(value, "field4");
                self
            }
            /// Sets [`field5`](super::Layer5::field5).
            pub fn field5<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field5 = ::florin_core::set::optional(value, "field5");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer5> for super::Layer5 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer5,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                    field4: value.field4?,
                    field5: value.field5?,
                })
            }
        }
        impl ::std::convert::From<super::Layer5> for Layer5 {
            fn from(value: super::Layer5) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                    field4: Ok(value.field4),
                    field5: Ok(value.field5),
                }
            }
        }
        /// Builds a [`Layer6`](super::Layer6), field by field.
        #[derive(Clone)]
        pub struct Layer6 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field5: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field6: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer6 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer6").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer6 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                    field4: Ok(Default::default()),
                    field5: Ok(Default::default()),
                    field6: Ok(Default::default()),
                }
            }
        }
        impl Layer6 {
            /// Sets [`field1`](super::Layer6::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer6::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer6::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
            /// Sets [`field4`](super::Layer6::field4).
            pub fn field4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field4 = ::florin_core::set::optional(value, "field4");
                self
            }
            /// Sets [`field5`](super::Layer6::field5).
            pub fn field5<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field5 = ::florin_core::set::optional(value, "field5");
                self
            }
            /// Sets [`field6`](super::Layer6::field6).
            pub fn field6<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field6 = ::florin_core::set::optional(value, "field6");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer6> for super::Layer6 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer6,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                    field4: value.field4?,
                    field5: value.field5?,
                    field6: value.field6?,
                })
            }
        }
        impl ::std::convert::From<super::Layer6> for Layer6 {
            fn from(value: super::Layer6) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                    field4: Ok(value.field4),
                    field5: Ok(value.field5),
                    field6: Ok(value.field6),
                }
            }
        }
        /// Builds a [`Layer7`](super::Layer7), field by field.
        #[derive(Clone)]
        pub struct Layer7 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field5: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field6: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field7: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer7 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer7").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer7 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                    field4: Ok(Default::default()),
                    field5: Ok(Default::default()),
                    field6: Ok(Default::default()),
                    field7: Ok(Default::default()),
                }
            }
        }
        impl Layer7 {
            /// Sets [`field1`](super::Layer7::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer7::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer7::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
            /// Sets [`field4`](super::Layer7::field4).
            pub fn field4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field4 = ::florin_core::set::optional(value, "field4");
                self
            }
            /// Sets [`field5`](super::Layer7::field5).
            pub fn field5<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field5 = ::florin_core::set::optional(value, "field5");
                self
            }
            /// Sets [`field6`](super::Layer7::field6).
            pub fn field6<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field6 = ::florin_core::set::optional(value, "field6");
                self
            }
            /// Sets [`field7`](super::Layer7::field7).
            pub fn field7<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field7 = ::florin_core::set::optional(value, "field7");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer7> for super::Layer7 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer7,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                    field4: value.field4?,
                    field5: value.field5?,
                    field6: value.field6?,
                    field7: value.field7?,
                })
            }
        }
        impl ::std::convert::From<super::Layer7> for Layer7 {
            fn from(value: super::Layer7) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                    field4: Ok(value.field4),
                    field5: Ok(value.field5),
                    field6: Ok(value.field6),
                    field7: Ok(value.field7),
                }
            }
        }
        /// Builds a [`Layer8`](super::Layer8), field by field.
        #[derive(Clone)]
        pub struct Layer8 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field5: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field6: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field7: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field8: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer8 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer8").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer8 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                    field4: Ok(Default::default()),
                    field5: Ok(Default::default()),
                    field6: Ok(Default::default()),
                    field7: Ok(Default::default()),
                    field8: Ok(Default::default()),
                }
            }
        }
        impl Layer8 {
            /// Sets [`field1`](super::Layer8::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer8::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer8::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
            /// Sets [`field4`](super::Layer8::field4).
            pub fn field4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field4 = ::florin_core::set::optional(value, "field4");
                self
            }
            /// Sets [`field5`](super::Layer8::field5).
            pub fn field5<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field5 = ::florin_core::set::optional(value, "field5");
                self
            }
            /// Sets [`field6`](super::Layer8::field6).
            pub fn field6<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field6 = ::florin_core::set::optional(value, "field6");
                self
            }
            /// Sets [`field7`](super::Layer8::field7).
            pub fn field7<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field7 = ::florin_core::set::optional(value, "field7");
                self
            }
            /// Sets [`field8`](super::Layer8::field8).
            pub fn field8<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field8 = ::florin_core::set::optional(value, "field8");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer8> for super::Layer8 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer8,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                    field4: value.field4?,
                    field5: value.field5?,
                    field6: value.field6?,
                    field7: value.field7?,
                    field8: value.field8?,
                })
            }
        }
        impl ::std::convert::From<super::Layer8> for Layer8 {
            fn from(value: super::Layer8) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                    field4: Ok(value.field4),
                    field5: Ok(value.field5),
                    field6: Ok(value.field6),
                    field7: Ok(value.field7),
                    field8: Ok(value.field8),
                }
            }
        }
        /// Builds a [`Layer9`](super::Layer9), field by field.
        #[derive(Clone)]
        pub struct Layer9 {
            field1: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field2: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field3: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field4: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field5: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field6: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field7: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field8: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            field9: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Layer9 {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Layer9").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Layer9 {
            fn default() -> Self {
                Self {
                    field1: Ok(Default::default()),
                    field2: Ok(Default::default()),
                    field3: Ok(Default::default()),
                    field4: Ok(Default::default()),
                    field5: Ok(Default::default()),
                    field6: Ok(Default::default()),
                    field7: Ok(Default::default()),
                    field8: Ok(Default::default()),
                    field9: Ok(Default::default()),
                }
            }
        }
        impl Layer9 {
            /// Sets [`field1`](super::Layer9::field1).
            pub fn field1<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field1 = ::florin_core::set::optional(value, "field1");
                self
            }
            /// Sets [`field2`](super::Layer9::field2).
            pub fn field2<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field2 = ::florin_core::set::optional(value, "field2");
                self
            }
            /// Sets [`field3`](super::Layer9::field3).
            pub fn field3<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field3 = ::florin_core::set::optional(value, "field3");
                self
            }
            /// Sets [`field4`](super::Layer9::field4).
            pub fn field4<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field4 = ::florin_core::set::optional(value, "field4");
                self
            }
            /// Sets [`field5`](super::Layer9::field5).
            pub fn field5<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field5 = ::florin_core::set::optional(value, "field5");
                self
            }
            /// Sets [`field6`](super::Layer9::field6).
            pub fn field6<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field6 = ::florin_core::set::optional(value, "field6");
                self
            }
            /// Sets [`field7`](super::Layer9::field7).
            pub fn field7<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field7 = ::florin_core::set::optional(value, "field7");
                self
            }
            /// Sets [`field8`](super::Layer9::field8).
            pub fn field8<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field8 = ::florin_core::set::optional(value, "field8");
                self
            }
            /// Sets [`field9`](super::Layer9::field9).
            pub fn field9<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field9 = ::florin_core::set::optional(value, "field9");
                self
            }
        }
        impl ::std::convert::TryFrom<Layer9> for super::Layer9 {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Layer9,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    field1: value.field1?,
                    field2: value.field2?,
                    field3: value.field3?,
                    field4: value.field4?,
                    field5: value.field5?,
                    field6: value.field6?,
                    field7: value.field7?,
                    field8: value.field8?,
                    field9: value.field9?,
                })
            }
        }
        impl ::std::convert::From<super::Layer9> for Layer9 {
            fn from(value: super::Layer9) -> Self {
                Self {
                    field1: Ok(value.field1),
                    field2: Ok(value.field2),
                    field3: Ok(value.field3),
                    field4: Ok(value.field4),
                    field5: Ok(value.field5),
                    field6: Ok(value.field6),
                    field7: Ok(value.field7),
                    field8: Ok(value.field8),
                    field9: Ok(value.field9),
                }
            }
        }
        /// Builds a [`Loan`](super::Loan), field by field.
        #[derive(Clone)]
        pub struct Loan {
            amount: ::std::result::Result<::florin_core::Decimal, ::std::string::String>,
            borrower: ::std::result::Result<
                ::std::option::Option<super::Party>,
                ::std::string::String,
            >,
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            due: ::std::result::Result<::std::string::String, ::std::string::String>,
            earlier: ::std::result::Result<
                ::std::option::Option<::std::boxed::Box<super::Loan>>,
                ::std::string::String,
            >,
            fees: ::std::result::Result<
                ::std::option::Option<super::LoanFees>,
                ::std::string::String,
            >,
            guarantor: ::std::result::Result<
                ::std::option::Option<super::Party>,
                ::std::string::String,
            >,
            named: ::std::result::Result<
                ::std::option::Option<super::LoanNamed>,
                ::std::string::String,
            >,
            nothing: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
            number: ::std::result::Result<
                ::std::option::Option<i64>,
                ::std::string::String,
            >,
            rate: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            state: ::std::result::Result<
                ::std::option::Option<super::LoanState>,
                ::std::string::String,
            >,
            tags: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
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
                    amount: Err("no value supplied for amount".to_string()),
                    borrower: Ok(Default::default()),
                    code: Ok(Default::default()),
                    due: Err("no value supplied for due".to_string()),
                    earlier: Ok(Default::default()),
                    fees: Ok(Default::default()),
                    guarantor: Ok(Default::default()),
                    named: Ok(Default::default()),
                    nothing: Ok(Default::default()),
                    number: Ok(Default::default()),
                    rate: Ok(Default::default()),
                    state: Ok(Default::default()),
                    tags: Ok(Default::default()),
                }
            }
        }
        impl Loan {
            /// Sets [`amount`](super::Loan::amount).
            pub fn amount<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.amount = ::florin_core::set::required(value, "amount");
                self
            }
            /// Sets [`borrower`](super::Loan::borrower).
            pub fn borrower<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Party>,
                T::Error: ::std::fmt::Display,
            {
                self.borrower = ::florin_core::set::optional(value, "borrower");
                self
            }
            /// Sets [`code`](super::Loan::code).
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = ::florin_core::set::optional(value, "code");
                self
            }
            /// Sets [`due`](super::Loan::due).
            pub fn due<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.due = ::florin_core::set::required(value, "due");
                self
            }
            /// Sets [`earlier`](super::Loan::earlier).
            pub fn earlier<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::boxed::Box<super::Loan>>,
                T::Error: ::std::fmt::Display,
            {
                self.earlier = ::florin_core::set::optional(value, "earlier");
                self
            }
            /// Sets [`fees`](super::Loan::fees).
            pub fn fees<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanFees>,
                T::Error: ::std::fmt::Display,
            {
                self.fees = ::florin_core::set::optional(value, "fees");
                self
            }
            /// Sets [`guarantor`](super::Loan::guarantor).
            pub fn guarantor<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Party>,
                T::Error: ::std::fmt::Display,
            {
                self.guarantor = ::florin_core::set::optional(value, "guarantor");
                self
            }
            /// Sets [`named`](super::Loan::named).
            pub fn named<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanNamed>,
                T::Error: ::std::fmt::Display,
            {
                self.named = ::florin_core::set::optional(value, "named");
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
            /// Sets [`number`](super::Loan::number).
            pub fn number<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.number = ::florin_core::set::optional(value, "number");
                self
            }
            /// Sets [`rate`](super::Loan::rate).
            pub fn rate<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.rate = ::florin_core::set::optional(value, "rate");
                self
            }
            /// Sets [`state`](super::Loan::state).
            pub fn state<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LoanState>,
                T::Error: ::std::fmt::Display,
            {
                self.state = ::florin_core::set::optional(value, "state");
                self
            }
            /// Sets [`tags`](super::Loan::tags).
            pub fn tags<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.tags = ::florin_core::set::required(value, "tags");
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
                    borrower: value.borrower?,
                    code: value.code?,
                    due: value.due?,
                    earlier: value.earlier?,
                    fees: value.fees?,
                    guarantor: value.guarantor?,
                    named: value.named?,
                    nothing: value.nothing?,
                    number: value.number?,
                    rate: value.rate?,
                    state: value.state?,
                    tags: value.tags?,
                })
            }
        }
        impl ::std::convert::From<super::Loan> for Loan {
            fn from(value: super::Loan) -> Self {
                Self {
                    amount: Ok(value.amount),
                    borrower: Ok(value.borrower),
                    code: Ok(value.code),
                    due: Ok(value.due),
                    earlier: Ok(value.earlier),
                    fees: Ok(value.fees),
                    guarantor: Ok(value.guarantor),
                    named: Ok(value.named),
                    nothing: Ok(value.nothing),
                    number: Ok(value.number),
                    rate: Ok(value.rate),
                    state: Ok(value.state),
                    tags: Ok(value.tags),
                }
            }
        }
        /// Builds a [`LoanFees`](super::LoanFees), field by field.
        #[derive(Clone)]
        pub struct LoanFees {
            closing: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
            opening: ::std::result::Result<
                ::std::option::Option<::florin_core::Decimal>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanFees {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanFees").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanFees {
            fn default() -> Self {
                Self {
                    closing: Ok(Default::default()),
                    opening: Ok(Default::default()),
                }
            }
        }
        impl LoanFees {
            /// Sets [`closing`](super::LoanFees::closing).
            pub fn closing<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.closing = ::florin_core::set::optional(value, "closing");
                self
            }
            /// Sets [`opening`](super::LoanFees::opening).
            pub fn opening<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::florin_core::Decimal>,
                T::Error: ::std::fmt::Display,
            {
                self.opening = ::florin_core::set::optional(value, "opening");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanFees> for super::LoanFees {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanFees,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    closing: value.closing?,
                    opening: value.opening?,
                })
            }
        }
        impl ::std::convert::From<super::LoanFees> for LoanFees {
            fn from(value: super::LoanFees) -> Self {
                Self {
                    closing: Ok(value.closing),
                    opening: Ok(value.opening),
                }
            }
        }
        /// Builds a [`LoanNamed`](super::LoanNamed), field by field.
        #[derive(Clone)]
        pub struct LoanNamed {
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            parent: ::std::result::Result<
                ::std::option::Option<super::Party>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for LoanNamed {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("LoanNamed").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for LoanNamed {
            fn default() -> Self {
                Self {
                    name: Err("no value supplied for name".to_string()),
                    parent: Ok(Default::default()),
                }
            }
        }
        impl LoanNamed {
            /// Sets [`name`](super::LoanNamed::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::required(value, "name");
                self
            }
            /// Sets [`parent`](super::LoanNamed::parent).
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Party>,
                T::Error: ::std::fmt::Display,
            {
                self.parent = ::florin_core::set::optional(value, "parent");
                self
            }
        }
        impl ::std::convert::TryFrom<LoanNamed> for super::LoanNamed {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LoanNamed,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    parent: value.parent?,
                })
            }
        }
        impl ::std::convert::From<super::LoanNamed> for LoanNamed {
            fn from(value: super::LoanNamed) -> Self {
                Self {
                    name: Ok(value.name),
                    parent: Ok(value.parent),
                }
            }
        }
        /// Builds a [`Party`](super::Party), field by field.
        #[derive(Clone)]
        pub struct Party {
            name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            parent: ::std::result::Result<
                ::std::boxed::Box<::std::option::Option<super::Party>>,
                ::std::string::String,
            >,
        }
        impl ::std::fmt::Debug for Party {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct("Party").finish_non_exhaustive()
            }
        }
        impl ::std::default::Default for Party {
            fn default() -> Self {
                Self {
                    name: Ok(Default::default()),
                    parent: Ok(Default::default()),
                }
            }
        }
        impl Party {
            /// Sets [`name`](super::Party::name).
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = ::florin_core::set::optional(value, "name");
                self
            }
            /// Sets [`parent`](super::Party::parent).
            pub fn parent<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::boxed::Box<::std::option::Option<super::Party>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.parent = ::florin_core::set::required(value, "parent");
                self
            }
        }
        impl ::std::convert::TryFrom<Party> for super::Party {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Party,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    name: value.name?,
                    parent: value.parent?,
                })
            }
        }
        impl ::std::convert::From<super::Party> for Party {
            fn from(value: super::Party) -> Self {
                Self {
                    name: Ok(value.name),
                    parent: Ok(value.parent),
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
    /// The operation `create_loan`.
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
