//! Values that providers write now one way, now another.
//!
//! A spec that is made of samples says `"1234.0"` in one place and `40000` in the next, and dates in three spellings. A
//! type that insists on one of them fails the whole answer over a field that nobody asked for. [`AsSent`] keeps what came
//! and says what could be read out of it.

use std::fmt;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::{Serialize, Serializer, ser};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::decimal_string::DecimalString;
use crate::{Decimal, Fraction, Percent};

/// A value as the provider sent it, with what could be read out of it.
///
/// Any JSON is taken, so a field of this type never fails an answer. `T` is what belongs there: see [`FromSent`](crate::FromSent).
///
/// ```
/// use florin_core::{AsSent, Decimal};
///
/// let rate: AsSent<Decimal> = serde_json::from_str(r#""1,234.50""#)?;
/// assert_eq!(rate.value(), Some(&"1234.50".parse()?));
/// assert_eq!(rate.text(), "1,234.50");
///
/// let odd: AsSent<Decimal> = serde_json::from_str(r#""on request""#)?;
/// assert_eq!((odd.value(), odd.text()), (None, "on request"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It is written back as it was sent, digit by digit. Two are equal where the same was sent: `1.5` is not `1.50`.
/// `null` is a value like any other; where the field is optional, it is no value.
///
/// Inside a flattened, untagged or internally tagged type, and in a [`serde_json::Value`], the text of a number with a
/// fraction or an exponent is gone before it gets here. Then its text is that of a 64-bit float, and under the rule of
/// [`Decimal`] it has no value where it shows more digits than a float is sure to keep.
#[derive(Clone)]
pub struct AsSent<T> {
    sent: Sent,
    value: Option<T>,
}

/// What was sent.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Sent {
    /// A string, its escapes resolved.
    Text(Box<str>),
    /// The JSON text of anything else.
    Json(Box<str>),
}

impl<T> AsSent<T> {
    pub(crate) const fn new(sent: Sent, value: Option<T>) -> Self {
        Self { sent, value }
    }

    /// What could be read out of it; `None` where it can't be read as a `T`.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// What could be read out of it; `None` where it can't be read as a `T`.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        self.value
    }

    /// What was sent, as text: a string as it is, anything else as its JSON text.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.sent {
            Sent::Text(text) | Sent::Json(text) => text,
        }
    }

    /// What was sent, as JSON. Takes it apart anew each time.
    ///
    /// A number of many digits is rounded there, as everywhere in a [`Value`]; [`text`](Self::text) has them all.
    #[must_use]
    pub fn json(&self) -> Value {
        match &self.sent {
            Sent::Text(text) => Value::String(text.to_string()),
            // Nested deeper than a `Value` may be, or a string that is not Unicode.
            Sent::Json(json) => {
                serde_json::from_str(json).unwrap_or_else(|_| Value::String(json.to_string()))
            }
        }
    }
}

/// A number where it can be one: a `RawValue` is none to a serializer that isn't serde_json's.
impl<T> Serialize for AsSent<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = match &self.sent {
            Sent::Text(text) => return serializer.serialize_str(text),
            Sent::Json(json) => &**json,
        };
        match json {
            "null" => return serializer.serialize_unit(),
            "true" => return serializer.serialize_bool(true),
            "false" => return serializer.serialize_bool(false),
            _ => {}
        }
        if let Ok(number) = serde_json::from_str::<serde_json::Number>(json)
            && number.to_string() == json
        {
            return number.serialize(serializer);
        }
        let raw: &RawValue = serde_json::from_str(json).map_err(ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// The text; see [`AsSent::text`].
impl<T> fmt::Display for AsSent<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

/// What was sent, a string in quotes.
impl<T> fmt::Debug for AsSent<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sent {
            Sent::Text(text) => fmt::Debug::fmt(text, f),
            // What has parts where a single value was expected holds nobody knows what, a name perhaps.
            Sent::Json(json) if json.starts_with('{') => f.write_str("{..}"),
            Sent::Json(json) if json.starts_with('[') => f.write_str("[..]"),
            Sent::Json(json) => f.write_str(json),
        }
    }
}

impl<T> PartialEq for AsSent<T> {
    fn eq(&self, other: &Self) -> bool {
        self.sent == other.sent
    }
}

impl<T> Eq for AsSent<T> {}

impl<T> std::hash::Hash for AsSent<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.sent.hash(state);
    }
}

impl From<String> for AsSent<String> {
    fn from(text: String) -> Self {
        Self::new(Sent::Text(text.as_str().into()), Some(text))
    }
}

impl From<&str> for AsSent<String> {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// Written as `2012-10-13`.
impl From<NaiveDate> for AsSent<NaiveDate> {
    fn from(date: NaiveDate) -> Self {
        Self::new(Sent::Text(date.to_string().into()), Some(date))
    }
}

/// Written as RFC 3339, with the fraction of a second that it has.
impl From<DateTime<Utc>> for AsSent<DateTime<Utc>> {
    fn from(time: DateTime<Utc>) -> Self {
        let text = time.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        Self::new(Sent::Text(text.into()), Some(time))
    }
}

/// Written as text of plain digits.
impl From<DecimalString> for AsSent<DecimalString> {
    fn from(text: DecimalString) -> Self {
        Self::new(Sent::Text(text.to_string().into()), Some(text))
    }
}

/// Written as text of plain digits.
impl From<Decimal> for AsSent<DecimalString> {
    fn from(value: Decimal) -> Self {
        Self::from(DecimalString(value))
    }
}

macro_rules! from_scalars {
    ($($scalar:ty: $number:expr),* $(,)?) => {$(
        /// Written as JSON's own, and exact at any length.
        impl From<$scalar> for AsSent<$scalar> {
            fn from(value: $scalar) -> Self {
                let json = ($number)(value).to_string();
                Self::new(Sent::Json(json.into()), Some(value))
            }
        }
    )*};
}

from_scalars! {
    bool: |value| value,
    i64: |value| value,
    Decimal: |value| value,
    Fraction: Fraction::get,
    Percent: Percent::get,
}
