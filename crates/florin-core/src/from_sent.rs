//! What can be read out of a value that was sent one way or another.

use chrono::{DateTime, NaiveDate, Utc};

use crate::decimal_string::DecimalString;
use crate::{Decimal, Fraction, Percent};

/// A type that [`AsSent`](crate::AsSent) reads a value as.
///
/// What belongs where and what else is read as it:
///
/// | type | reads |
/// | --- | --- |
/// | `String` | any string; a number or boolean as its JSON text |
/// | `i64` | a whole number, also as `30.0`, `"30"` or `"1,234"` |
/// | [`Decimal`] | a number or a string, by its rules |
/// | [`DecimalString`] | what [`Decimal`] reads |
/// | [`Fraction`] | what [`Decimal`] reads, as a fraction of one |
/// | [`Percent`] | what [`Decimal`] reads, in percent; a string may end in `%` |
/// | `bool` | `true`, `false`, `1`, `0`, each also as a string in any case |
/// | `NaiveDate` | `2012-10-13`, `2025-10-5` |
/// | `DateTime<Utc>` | RFC 3339, also with a space for the `T`; `2012-10-02 17:05:11 UTC`; with an offset like `+0200` |
///
/// White space around a string is passed over, except in a `String`.
pub trait FromSent: Sized {
    /// Reads a JSON string, given without quotes and escapes.
    fn from_text(text: &str) -> Option<Self>;

    /// Reads anything else, given as its JSON text.
    fn from_json(json: &str) -> Option<Self>;
}

impl FromSent for String {
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn from_json(json: &str) -> Option<Self> {
        let is_scalar = !json.starts_with(['{', '[', '"']) && json != "null";
        is_scalar.then(|| json.to_owned())
    }
}

impl FromSent for Decimal {
    fn from_text(text: &str) -> Option<Self> {
        text.trim().parse().ok()
    }

    fn from_json(json: &str) -> Option<Self> {
        json.parse().ok()
    }
}

impl FromSent for DecimalString {
    fn from_text(text: &str) -> Option<Self> {
        Decimal::from_text(text).map(Self)
    }

    fn from_json(json: &str) -> Option<Self> {
        Decimal::from_json(json).map(Self)
    }
}

impl FromSent for i64 {
    fn from_text(text: &str) -> Option<Self> {
        whole(Decimal::from_text(text)?)
    }

    fn from_json(json: &str) -> Option<Self> {
        whole(Decimal::from_json(json)?)
    }
}

fn whole(number: Decimal) -> Option<i64> {
    let number = number.as_rust_decimal().normalize();
    (number.scale() == 0)
        .then(|| number.mantissa().try_into().ok())
        .flatten()
}

impl FromSent for Fraction {
    fn from_text(text: &str) -> Option<Self> {
        Decimal::from_text(text).map(Self::new)
    }

    fn from_json(json: &str) -> Option<Self> {
        Decimal::from_json(json).map(Self::new)
    }
}

impl FromSent for Percent {
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        Decimal::from_text(text.strip_suffix('%').unwrap_or(text)).map(Self::new)
    }

    fn from_json(json: &str) -> Option<Self> {
        Decimal::from_json(json).map(Self::new)
    }
}

impl FromSent for bool {
    /// Text may also spell it out: providers that have it as `yes` and `no` in one place do so in another.
    fn from_text(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            other => Self::from_json(other),
        }
    }

    fn from_json(json: &str) -> Option<Self> {
        match json {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        }
    }
}

impl FromSent for NaiveDate {
    fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let mut part = |lengths: &[usize]| {
            let digits = parts.next()?;
            let fits =
                lengths.contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse::<u16>().ok().filter(|_| fits)
        };
        let (year, month, day) = (part(&[4])?, part(&[1, 2])?, part(&[1, 2])?);
        match parts.next() {
            None => Self::from_ymd_opt(year.into(), month.into(), day.into()),
            Some(_) => None,
        }
    }

    /// A date is never anything but text.
    fn from_json(_: &str) -> Option<Self> {
        None
    }
}

impl FromSent for DateTime<Utc> {
    fn from_text(text: &str) -> Option<Self> {
        let text = text.trim();
        let with_offset = match text.strip_suffix("UTC") {
            Some(rest) => format!("{}+0000", rest.trim_end()),
            None => text.to_owned(),
        };
        DateTime::parse_from_rfc3339(text)
            .or_else(|_| DateTime::parse_from_str(&with_offset, "%Y-%m-%dT%H:%M:%S%.f%#z"))
            .or_else(|_| DateTime::parse_from_str(&with_offset, "%Y-%m-%d %H:%M:%S%.f%#z"))
            .ok()
            .map(|time| time.with_timezone(&Utc))
    }

    /// A number could be seconds or milliseconds; nobody says which.
    fn from_json(_: &str) -> Option<Self> {
        None
    }
}
