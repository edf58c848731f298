//! Reads decimals from JSON by their text.
//!
//! serde has no number type but 64-bit integers and floats, and a float rounds: `720575940380.2209` and
//! `720575940380.221` are the same one. serde_json hands out the text of a value, digits and all, to whoever asks for a
//! newtype of a certain name. [`serde_json::value::RawValue`] asks so, and so do we, because `RawValue` itself works
//! nowhere but on JSON text, while a decimal may also sit inside a flattened or untagged type. There we get the float.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};

use crate::Decimal;
use crate::decimal_text::{Problem, parse};

/// The name that serde_json's feature `raw_value` listens to. Should it ever change, numbers come as floats, which are
/// refused where they are not exact, and the tests say so.
const RAW: &str = "$serde_json::private::RawValue";

/// How many significant digits a 64-bit float keeps, whatever the value.
const FLOAT_DIGITS: usize = 15;

/// From here on the whole part alone has more digits than [`FLOAT_DIGITS`].
const FLOAT_LIMIT: f64 = 1e15;

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, Value)
    }
}

/// Takes the raw text where there is some, and any number or string where there is none.
struct Value;

impl<'de> Visitor<'de> for Value {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a decimal number, or a string that holds one")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Decimal, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Decimal, A::Error> {
        if map.next_key::<Key>()?.is_none_or(|key| !key.is_raw) {
            return Err(de::Error::invalid_type(Unexpected::Map, &self));
        }
        // Judged out here, because an error inside `next_value` would carry serde_json's private name in its path.
        let raw: Raw<'de> = map.next_value()?;
        let text = raw.text.trim();
        match text.bytes().next() {
            Some(b'"') => {
                let string: Quoted<'_> = serde_json::from_str(text).map_err(de::Error::custom)?;
                self.visit_str(&string.0)
            }
            Some(b'-' | b'0'..=b'9') => {
                read_number(text, raw.is_original).map_err(de::Error::custom)
            }
            Some(b'n') => Err(de::Error::invalid_type(Unexpected::Unit, &self)),
            Some(b't' | b'f') => Err(de::Error::invalid_type(Unexpected::Other("boolean"), &self)),
            Some(b'[') => Err(de::Error::invalid_type(Unexpected::Seq, &self)),
            _ => Err(de::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_i128<E: de::Error>(self, number: i128) -> Result<Decimal, E> {
        parse(&number.to_string())
            .map(Decimal::from)
            .map_err(E::custom)
    }

    fn visit_u128<E: de::Error>(self, number: u128) -> Result<Decimal, E> {
        parse(&number.to_string())
            .map(Decimal::from)
            .map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        read_number(&format!("{number:e}"), false).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        parse(text).map(Decimal::from).map_err(E::custom)
    }
}

/// Reads a number. Unless the text is what the provider wrote, a float may stand behind it.
///
/// serde_json's floats may be one unit in the last place off for long numbers. That can get a number refused, but never
/// read as another: numbers of 15 digits lie further apart.
fn read_number(text: &str, is_original: bool) -> Result<Decimal, Problem> {
    if !is_original && text.contains(['.', 'e', 'E']) {
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let digits = mantissa
            .trim_start_matches(['-', '0', '.'])
            .bytes()
            .filter(u8::is_ascii_digit)
            .count();
        let float: f64 = text.parse().map_err(|_| Problem::NotANumber)?;
        if float.is_finite() && (digits > FLOAT_DIGITS || float.abs() >= FLOAT_LIMIT) {
            return Err(Problem::Float);
        }
    }
    parse(text).map(Decimal::from)
}

/// The first key of a map.
struct Key {
    is_raw: bool,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Key, E> {
                Ok(Key {
                    is_raw: name == RAW,
                })
            }
        }

        deserializer.deserialize_identifier(Name)
    }
}

/// The JSON text of a value.
struct Raw<'de> {
    text: Cow<'de, str>,
    /// Whether it is a piece of the document. A text that serde_json had to make may come from a float.
    is_original: bool,
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
struct Quoted<'a>(#[serde(borrow)] Cow<'a, str>);
