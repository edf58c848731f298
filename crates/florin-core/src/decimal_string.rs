//! Decimals that a provider wants as JSON strings.
//!
//! [`Decimal`] reads both forms and writes a number. Where a provider documents a string, use [`DecimalString`] as the
//! field's type, or keep [`Decimal`] and name this module:
//!
//! ```
//! use florin_core::Decimal;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Payment {
//!     #[serde(with = "florin_core::decimal_string")]
//!     amount: Decimal,
//! }
//!
//! let payment = Payment { amount: "1850600.00".parse()? };
//! assert_eq!(serde_json::to_string(&payment)?, r#"{"amount":"1850600.00"}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Decimal, DecimalError};

/// Writes `decimal` as a string of plain digits, exact at any length.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(decimal: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(decimal)
}

/// Reads a string or a number, as [`Decimal`] does.
///
/// # Errors
///
/// Where the value isn't a decimal, or isn't exact.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    Decimal::deserialize(deserializer)
}

/// A [`Decimal`] that is written as a string of plain digits. Reads both forms.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct DecimalString(#[serde(with = "self")] pub Decimal);

impl fmt::Display for DecimalString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for DecimalString {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl From<Decimal> for DecimalString {
    fn from(decimal: Decimal) -> Self {
        Self(decimal)
    }
}

impl From<DecimalString> for Decimal {
    fn from(text: DecimalString) -> Self {
        text.0
    }
}
