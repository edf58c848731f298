//! Rates that say what unit they are in.
//!
//! One provider writes an interest of 9.1 % as `0.091`, another as `"9.1"`. As plain decimals they could be compared,
//! added or sent to each other's provider, and each time be wrong by a factor of a hundred. As [`Fraction`] and
//! [`Percent`] they are two types, and the way from one to the other moves the point.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Decimal;

/// A rate as a fraction of one: 9.1 % is `0.091`.
///
/// ```
/// use florin_core::{Fraction, Percent};
///
/// let interest = Fraction::new("0.091".parse()?);
/// assert_eq!(interest.to_percent(), Percent::new("9.1".parse()?));
/// assert_eq!(interest.to_percent().to_string(), "9.1 %");
/// # Ok::<(), florin_core::DecimalError>(())
/// ```
///
/// No number becomes a rate unnoticed, and a rate of one unit is not compared with one of the other:
///
/// ```compile_fail
/// use florin_core::{Decimal, Fraction};
/// let interest: Fraction = Decimal::from(9).into();
/// ```
///
/// ```compile_fail
/// use florin_core::{Decimal, Fraction, Percent};
/// let same = Fraction::new(Decimal::ZERO) == Percent::new(Decimal::ZERO);
/// ```
///
/// In JSON it is a number or a string, under the rules of [`Decimal`], and without a mark of its unit.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Fraction(Decimal);

/// A rate in percent: 9.1 % is `9.1`.
///
/// What holds of a [`Fraction`] holds of it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Percent(Decimal);

impl Fraction {
    /// The rate that this number is a fraction for: `0.091` for 9.1 %.
    #[must_use]
    pub const fn new(fraction: Decimal) -> Self {
        Self(fraction)
    }

    /// The number, as a fraction: `0.091` for 9.1 %.
    #[must_use]
    pub const fn get(self) -> Decimal {
        self.0
    }

    /// The same rate in percent: the number times a hundred.
    ///
    /// Exact. Above 7.9 · 10<sup>26</sup>, where no percentage is to be had, it is the largest there is.
    #[must_use]
    pub fn to_percent(self) -> Percent {
        Percent(hundredfold(self.0.into()).into())
    }
}

impl Percent {
    /// The rate that this number is a percentage for: `9.1` for 9.1 %.
    #[must_use]
    pub const fn new(percent: Decimal) -> Self {
        Self(percent)
    }

    /// The number, in percent: `9.1` for 9.1 %.
    #[must_use]
    pub const fn get(self) -> Decimal {
        self.0
    }

    /// The same rate as a fraction: the number divided by a hundred.
    ///
    /// Exact up to 26 decimal places; what is beyond is rounded to them, half to even.
    #[must_use]
    pub fn to_fraction(self) -> Fraction {
        Fraction(hundredth(self.0.into()).into())
    }
}

impl From<Fraction> for Percent {
    fn from(rate: Fraction) -> Self {
        rate.to_percent()
    }
}

impl From<Percent> for Fraction {
    fn from(rate: Percent) -> Self {
        rate.to_fraction()
    }
}

impl fmt::Display for Fraction {
    /// The bare number: `0.091`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Percent {
    /// The number with its sign: `9.1 %`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

/// Moves the point two places to the right.
fn hundredfold(number: rust_decimal::Decimal) -> rust_decimal::Decimal {
    let (mantissa, scale) = match number.scale() {
        0 => (number.mantissa() * 100, 0),
        1 => (number.mantissa() * 10, 0),
        scale => (number.mantissa(), scale - 2),
    };
    let largest = match number.is_sign_negative() {
        true => rust_decimal::Decimal::MIN,
        false => rust_decimal::Decimal::MAX,
    };
    rust_decimal::Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or(largest)
}

/// Moves the point two places to the left.
fn hundredth(number: rust_decimal::Decimal) -> rust_decimal::Decimal {
    let room = rust_decimal::Decimal::MAX_SCALE - 2;
    let number = if number.scale() > room {
        number.round_dp(room)
    } else {
        number
    };
    let scale = number.scale() + 2;
    rust_decimal::Decimal::try_from_i128_with_scale(number.mantissa(), scale).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(text: &str) -> Fraction {
        Fraction::new(text.parse().unwrap())
    }

    fn percent(text: &str) -> Percent {
        Percent::new(text.parse().unwrap())
    }

    #[test]
    fn one_rate_in_both_units_is_the_same_rate() {
        for (as_fraction, as_percent) in [
            ("0", "0"),
            ("0.091", "9.1"),
            ("-0.091", "-9.1"),
            ("0.5", "50"),
            ("1", "100"),
            ("12", "1200"),
            (
                "0.0000000000000000000000000001",
                "0.00000000000000000000000001",
            ),
        ] {
            assert_eq!(fraction(as_fraction).to_percent(), percent(as_percent));
            assert_eq!(Fraction::from(percent(as_percent)), fraction(as_fraction));
            assert_eq!(Percent::from(fraction(as_fraction)), percent(as_percent));
        }
    }

    #[test]
    fn a_rate_shows_the_digits_that_it_was_written_with() {
        assert_eq!(fraction("0.0910").to_string(), "0.0910");
        assert_eq!(fraction("0.0910").to_percent().to_string(), "9.10 %");
        assert_eq!(fraction("0.5").to_percent().to_string(), "50 %");
        assert_eq!(percent("12.99").to_fraction().to_string(), "0.1299");
        assert_eq!(format!("{:?}", percent("12.99")), "Percent(12.99)");
    }

    #[test]
    fn what_the_other_unit_has_no_room_for_is_the_nearest_that_it_has() {
        assert_eq!(
            percent("0.0000000000000000000000000149").to_fraction(),
            fraction("0.0000000000000000000000000001")
        );
        let most = "79228162514264337593543950335";
        assert_eq!(fraction(most).to_percent(), percent(most));
        let least = format!("-{most}");
        assert_eq!(fraction(&least).to_percent(), percent(&least));
    }

    #[test]
    fn the_wire_carries_the_bare_number() {
        for json in ["0.091", "\"0.091\"", "9.1e-2"] {
            assert_eq!(
                serde_json::from_str::<Fraction>(json).unwrap(),
                fraction("0.091")
            );
        }
        assert_eq!(serde_json::to_string(&percent("9.10")).unwrap(), "9.1");
        let exact: Percent = serde_json::from_str("720575940380.2209").unwrap();
        assert_eq!(exact, percent("720575940380.2209"));
        assert!(serde_json::from_str::<Percent>("\"9.1 %\"").is_err());
    }
}
