//! The text of a JSON value, digits and all.
//!
//! serde has no number type but 64-bit integers and floats, and a float rounds: `720575940380.2209` and
//! `720575940380.221` are the same one. serde_json hands out the text of a value to whoever asks for a newtype of a
//! certain name. [`serde_json::value::RawValue`] asks so, and so do we, because `RawValue` itself works nowhere but on
//! JSON text, while our types may also sit inside a flattened or untagged one. There we get the float.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// The name that serde_json's feature `raw_value` listens to. Should it ever change, numbers come as floats, which are
/// refused where they are not exact, and the tests say so.
pub(crate) const RAW: &str = "$serde_json::private::RawValue";

/// How many significant digits a 64-bit float keeps, whatever the value.
const FLOAT_DIGITS: usize = 15;

/// From here on the whole part alone has more digits than [`FLOAT_DIGITS`].
const FLOAT_LIMIT: f64 = 1e15;

/// The JSON text of a value.
pub(crate) struct Raw<'de> {
    pub(crate) text: Cow<'de, str>,
    /// Whether it is a piece of the document. A text that serde_json had to make may come from a float.
    pub(crate) is_original: bool,
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Raw<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the text of a JSON value")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Raw<'de>, E> {
                Ok(Raw {
                    text: Cow::Borrowed(text),
                    is_original: true,
                })
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw<'de>, E> {
                self.visit_string(text.to_owned())
            }

            fn visit_string<E: de::Error>(self, text: String) -> Result<Raw<'de>, E> {
                Ok(Raw {
                    text: Cow::Owned(text),
                    is_original: false,
                })
            }
        }

        deserializer.deserialize_str(Text)
    }
}

/// What a JSON string says once its escapes are resolved; borrowed where there are none.
#[derive(serde::Deserialize)]
pub(crate) struct Quoted<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

/// Whether a number of this text, which a float may stand behind, may have had more digits than the float shows.
///
/// serde_json's floats may be one unit in the last place off for long numbers. That can get a number refused, but never
/// read as another: numbers of 15 digits lie further apart.
pub(crate) fn may_be_rounded(number: &str) -> bool {
    if !number.contains(['.', 'e', 'E']) {
        return false;
    }
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa
        .trim_start_matches(['-', '0', '.'])
        .bytes()
        .filter(u8::is_ascii_digit)
        .count();
    let float: f64 = number.parse().unwrap_or_default();
    float.is_finite() && (digits > FLOAT_DIGITS || float.abs() >= FLOAT_LIMIT)
}
