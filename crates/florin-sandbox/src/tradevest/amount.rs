//! Exact decimals: amounts and quantities are JSON numbers, and what is added up here has to come out to the cent.

use serde_json::{Number, Value};

/// Digits behind the point.
const SCALE: u32 = 10;
const ONE: i128 = 10_i128.pow(SCALE);

/// A decimal number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Amount(i128);

impl Amount {
    pub(super) const ZERO: Self = Self(0);

    pub(super) const fn whole(number: i64) -> Self {
        Self(number as i128 * ONE)
    }

    /// A JSON number, or a text that is one; nothing for anything else.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => Self::parse(&number.to_string()),
            Value::String(text) => Self::parse(text),
            _ => None,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let places = i32::try_from(fraction.len()).ok()?;
        let number: i128 = format!("{whole}{fraction}").parse().ok()?;
        let shift = i32::try_from(SCALE).ok()? - places + exponent;
        let power = 10_i128.checked_pow(shift.unsigned_abs())?;
        match shift {
            0.. => number.checked_mul(power).map(Self),
            _ => Some(Self(number / power)),
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    pub(super) fn times(self, other: Self) -> Self {
        Self(self.0.saturating_mul(other.0) / ONE)
    }

    /// Nothing divided is nothing, by whatever.
    pub(super) fn over(self, other: Self) -> Self {
        match other.0 {
            0 => Self::ZERO,
            by => Self(self.0.saturating_mul(ONE) / by),
        }
    }

    /// To the cent, down.
    pub(super) fn cents(self) -> Self {
        let cent = ONE / 100;
        Self(self.0 / cent * cent)
    }

    /// As a JSON number.
    pub(super) fn json(self) -> Value {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (
            self.0.unsigned_abs() / ONE.unsigned_abs(),
            self.0.unsigned_abs() % ONE.unsigned_abs(),
        );
        let fraction = format!("{fraction:010}");
        let fraction = fraction.trim_end_matches('0');
        let text = match fraction {
            "" => format!("{sign}{whole}"),
            fraction => format!("{sign}{whole}.{fraction}"),
        };
        // What was written here is a number.
        text.parse::<Number>().map_or(Value::Null, Value::Number)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn cents_add_up() {
        let tenth = Amount::of(&json!(0.1)).unwrap();
        let sum = (0..3).fold(Amount::ZERO, |sum, _| sum.plus(tenth));
        assert_eq!(sum.json(), json!(0.3));
        assert_eq!(
            Amount::of(&json!(750.55)).unwrap().json().to_string(),
            "750.55"
        );
    }

    #[test]
    fn small_and_negative_numbers_are_read_and_written() {
        assert_eq!(Amount::of(&json!(1e-7)), Amount::of(&json!("0.0000001")));
        let minus = Amount::ZERO.minus(Amount::of(&json!(12.5)).unwrap());
        assert_eq!(minus.json(), json!(-12.5));
        assert_eq!(Amount::of(&json!("x")), None);
    }

    #[test]
    fn an_amount_buys_units_at_a_price() {
        let units = Amount::whole(100).over(Amount::whole(50_000));
        assert_eq!(units.json(), json!(0.002));
        assert_eq!(
            units.times(Amount::whole(50_000)).cents(),
            Amount::whole(100)
        );
    }
}
