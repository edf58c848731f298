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
    /// The `ClosedFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ClosedFees {
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
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
    /// The `CreateLoanBodyFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct CreateLoanBodyFees {
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
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
    /// The `DebtFees` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct DebtFees {
        /// The `opening`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub opening: ::std::option::Option<::florin_core::Decimal>,
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
    /// The `LoanNamed` of the API.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LoanNamed {
        /// The `name`.
        pub name: ::std::string::String,
        /// The `parent`; see [`Party`].
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub parent: ::std::option::Option<Party>,
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
            Closed {
                required amount: ::florin_core::Decimal,
                optional fees: super::ClosedFees,
                optional state: super::ClosedState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
                defaulted extra: ::std::collections::BTreeMap<::std::string::String, ::std::string::String>,
            }
        }
        ::florin_core::builder! {
            ClosedFees {
                optional opening: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            Contact {
                optional mail: ::std::string::String,
                optional phone: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            CreateLoanBody {
                required amount: ::florin_core::Decimal,
                optional fees: super::CreateLoanBodyFees,
                required purpose: ::std::string::String,
                optional state: super::CreateLoanBodyState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            CreateLoanBodyFees {
                optional opening: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            Dated {
                optional due: ::std::string::String,
                optional number: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Debt {
                required amount: ::florin_core::Decimal,
                optional fees: super::DebtFees,
                optional state: super::DebtState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            DebtFees {
                optional opening: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            Layer1 {
                optional field1: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer2 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer3 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer4 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
                optional field4: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer5 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
                optional field4: ::std::string::String,
                optional field5: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer6 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
                optional field4: ::std::string::String,
                optional field5: ::std::string::String,
                optional field6: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer7 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
                optional field4: ::std::string::String,
                optional field5: ::std::string::String,
                optional field6: ::std::string::String,
                optional field7: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer8 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
                optional field4: ::std::string::String,
                optional field5: ::std::string::String,
                optional field6: ::std::string::String,
                optional field7: ::std::string::String,
                optional field8: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Layer9 {
                optional field1: ::std::string::String,
                optional field2: ::std::string::String,
                optional field3: ::std::string::String,
                optional field4: ::std::string::String,
                optional field5: ::std::string::String,
                optional field6: ::std::string::String,
                optional field7: ::std::string::String,
                optional field8: ::std::string::String,
                optional field9: ::std::string::String,
            }
        }
        ::florin_core::builder! {
            Loan {
                required amount: ::florin_core::Decimal,
                optional borrower: super::Party,
                optional code: ::std::string::String,
                required due: ::std::string::String,
                optional earlier: ::std::boxed::Box<super::Loan>,
                optional fees: super::LoanFees,
                optional guarantor: super::Party,
                optional named: super::LoanNamed,
                optional nothing: ::serde_json::Value,
                optional number: i64,
                optional rate: ::florin_core::Decimal,
                optional state: super::LoanState,
                defaulted tags: ::std::vec::Vec<::std::string::String>,
            }
        }
        ::florin_core::builder! {
            LoanFees {
                optional closing: ::florin_core::Decimal,
                optional opening: ::florin_core::Decimal,
            }
        }
        ::florin_core::builder! {
            LoanNamed {
                required name: ::std::string::String,
                optional parent: super::Party,
            }
        }
        ::florin_core::builder! {
            Party {
                optional name: ::std::string::String,
                defaulted parent: ::std::boxed::Box<::std::option::Option<super::Party>>,
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
