//! Exact decimals for amounts, rates and quantities.
//!
//! Providers write the same amount as `1850600`, `1850600.00`, `"1850600.00"` or `"1,850,600.00"`. [`Decimal`] reads all of
//! these and never rounds: what can't be kept exactly is an error.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer, ser};

use crate::decimal_text::{DecimalError, Problem, parse};

/// Below this a 64-bit float gives back every mantissa: 15 significant digits.
const FLOAT_MANTISSA: u128 = 1_000_000_000_000_000;

/// An exact decimal number of up to 28 digits: an amount, a rate, a quantity.
///
/// ```
/// use florin_core::Decimal;
///
/// let amount: Decimal = "1,850,600.00".parse()?;
/// assert_eq!(amount, Decimal::from(1_850_600));
/// assert_eq!(amount.to_string(), "1850600.00");
/// # Ok::<(), florin_core::DecimalError>(())
/// ```
///
/// Equality, order and hash go by value: `1.5` equals `1.50`, though each keeps the digits that it was written with.
/// For arithmetic take the number out with [`as_rust_decimal`](Self::as_rust_decimal) and bring it back with `from`.
/// There is no conversion from `f64`: a float has lost the amount before it gets here.
///
/// # Text
///
/// `FromStr` and JSON strings take `-`, digits, and a point with digits on both sides. Beyond that:
///
/// - thousands separators, in groups of three (`1,850,600.00`) or in the Indian way (`18,50,600.00`: three, then twos).
///   Any other grouping is refused, and so is a leading zero before a comma: `0,123` is a decimal comma.
/// - exponents (`1E+3`, `0E-8`), because Java's `BigDecimal` writes them.
/// - no spaces, no plus sign, no currency, no `NaN`.
///
/// # JSON
///
/// Reads a number or a string, from the text itself, so that every digit counts.
///
/// Inside a flattened, untagged or internally tagged type, in a [`serde_json::Value`] and from an `io::Read` the text is
/// gone: a number with a fraction or an exponent comes as a 64-bit float. Then a number that shows more than 15
/// significant digits or is 10<sup>15</sup> or larger is refused, not rounded. What a float no longer shows can't be
/// refused: it has turned `720575940380.2209` into `720575940380.221` before anybody looks. Turning on serde_json's
/// `arbitrary_precision` would mend that, and change every other crate in your build.
///
/// Writes a number, and fails where the number would not be exact: a fraction with more than 15 significant digits, or a
/// whole number beyond 64 bits. For providers that want a string see [`DecimalString`](crate::decimal_string::DecimalString).
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(rust_decimal::Decimal::ZERO);

    /// The number as `rust_decimal` knows it, for arithmetic and rounding.
    #[must_use]
    pub const fn as_rust_decimal(&self) -> rust_decimal::Decimal {
        self.0
    }
}

impl fmt::Display for Decimal {
    /// Plain digits, never an exponent or a thousands separator.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text)
            .map(Self)
            .map_err(|problem| DecimalError::new(text, problem))
    }
}

impl TryFrom<&str> for Decimal {
    type Error = DecimalError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for Decimal {
    type Error = DecimalError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<rust_decimal::Decimal> for Decimal {
    fn from(number: rust_decimal::Decimal) -> Self {
        Self(number)
    }
}

impl From<Decimal> for rust_decimal::Decimal {
    fn from(number: Decimal) -> Self {
        number.0
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Decimal {
            fn from(number: $integer) -> Self {
                Self(number.into())
            }
        }
    )*};
}

from_integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0.normalize();
        let mantissa = number.mantissa();
        if number.scale() == 0 {
            if let Ok(whole) = i64::try_from(mantissa) {
                return serializer.serialize_i64(whole);
            }
            if let Ok(whole) = u64::try_from(mantissa) {
                return serializer.serialize_u64(whole);
            }
        } else if mantissa.unsigned_abs() < FLOAT_MANTISSA
            && let Ok(float) = number.to_string().parse::<f64>()
        {
            return serializer.serialize_f64(float);
        }
        Err(ser::Error::custom(DecimalError::new(
            &number.to_string(),
            Problem::JsonNumber,
        )))
    }
}
