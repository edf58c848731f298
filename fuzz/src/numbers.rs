//! Numbers compared by their text, digit by digit: never through a float, which is what is to be found out.

use std::collections::BTreeMap;

use florin::core::Decimal;
use serde_json::value::RawValue;

/// As far down as numbers are compared.
const DEPTH: usize = 64;

/// A number as its text says it, without what makes no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact {
    negative: bool,
    /// Without zeros at either end.
    digits: String,
    /// Of the last digit.
    exponent: i64,
}

impl Exact {
    /// Reads what is a number in JSON; leading zeros and separators of thousands may be there as well.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (number, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((number, exponent)) => {
                let digits = exponent.trim_start_matches(['-', '+']);
                let is_number =
                    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                // What is past 64 bits is as good as what is nearly there.
                let size = digits.parse().unwrap_or(i64::MAX / 2);
                let exponent = if exponent.starts_with('-') {
                    -size
                } else {
                    size
                };
                (is_number.then_some(number)?, exponent)
            }
            None => (unsigned, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let whole = whole.replace(',', "");
        let digits = format!("{whole}{fraction}");
        if whole.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let places = i64::try_from(fraction.len()).ok()?;
        let kept = digits.trim_end_matches('0');
        let cut = i64::try_from(digits.len() - kept.len()).ok()?;
        let kept = kept.trim_start_matches('0');
        if kept.is_empty() {
            // A zero has no sign: an amount of -0 is none.
            let (negative, digits, exponent) = (false, String::new(), 0);
            return Some(Self {
                negative,
                digits,
                exponent,
            });
        }
        let exponent = exponent.checked_sub(places)?.checked_add(cut)?;
        let digits = kept.to_owned();
        Some(Self {
            negative,
            digits,
            exponent,
        })
    }

    /// Whether a 64-bit float gives it back as it was, by any reader and any writer.
    fn is_plain(&self) -> bool {
        self.digits.len() <= 15 && self.exponent.abs() <= 15
    }
}

/// Panics where a number of `came` is another one in `written`, at the same place.
///
/// Numbers of more than 15 digits are left out: beside the decimals of the spec, which keep them, there is JSON that nothing
/// is known of, and `serde_json::Value` rounds those. Target `decimal` looks at them.
///
/// # Panics
/// Where one has changed.
pub fn assert_kept(came: &str, written: &str) {
    if let (Ok(came), Ok(written)) = (serde_json::from_str(came), serde_json::from_str(written)) {
        compare(came, written, 0);
    }
}

fn compare(came: &RawValue, written: &RawValue, depth: usize) {
    let (came, written) = (came.get(), written.get());
    match came.bytes().next() {
        _ if depth > DEPTH => {}
        Some(b'{') => {
            type Fields<'a> = BTreeMap<String, &'a RawValue>;
            if let (Ok(came), Ok(written)) = (
                serde_json::from_str::<Fields<'_>>(came),
                serde_json::from_str::<Fields<'_>>(written),
            ) {
                for (name, came) in came {
                    if let Some(written) = written.get(&name) {
                        compare(came, written, depth + 1);
                    }
                }
            }
        }
        Some(b'[') => {
            if let (Ok(came), Ok(written)) = (
                serde_json::from_str::<Vec<&RawValue>>(came),
                serde_json::from_str::<Vec<&RawValue>>(written),
            ) && came.len() == written.len()
            {
                for (came, written) in came.into_iter().zip(written) {
                    compare(came, written, depth + 1);
                }
            }
        }
        Some(b'-' | b'0'..=b'9') => number(came, written),
        _ => {}
    }
}

fn number(came: &str, written: &str) {
    // A provider that wants a text gets one.
    let written = written.trim_matches('"');
    if let (Some(exact), Some(now)) = (Exact::of(came), Exact::of(written))
        && exact.is_plain()
    {
        assert_eq!(exact, now, "{came} has become {written}");
    }
}

/// Panics where a decimal isn't what its text says.
///
/// # Panics
/// Where it isn't.
pub fn assert_exact(text: &str, decimal: Decimal) {
    let shown = decimal.to_string();
    assert_eq!(
        Exact::of(text),
        Exact::of(&shown),
        "{text} was read as {shown}"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_two_spellings_is_the_same_and_another_one_is_not() {
        for (one, other) in [
            ("1e3", "1000.0"),
            ("-0", "0.00"),
            ("1,850.50", "1850.5"),
            ("0.10", "1E-1"),
        ] {
            assert_eq!(Exact::of(one), Exact::of(other), "{one}");
        }
        for (one, other) in [("1", "-1"), ("1", "10"), ("0.1", "0.01"), ("12", "21")] {
            assert_ne!(Exact::of(one), Exact::of(other), "{one}");
        }
        assert_kept(r#"{"a": [1.50, 7], "b": 1}"#, r#"{"a": ["1.5", 7.0]}"#);
    }

    #[test]
    #[should_panic(expected = "has become")]
    fn a_number_that_has_changed_is_found() {
        assert_kept(
            r#"{"a": [{"b": 1.10}]}"#,
            r#"{"a": [{"b": 1.1000000000000001}]}"#,
        );
    }
}
