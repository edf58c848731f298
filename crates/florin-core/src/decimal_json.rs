//! Reads decimals from JSON by their text, where there is some.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Unexpected, Visitor};

use crate::Decimal;
use crate::decimal_text::{Problem, parse};
use crate::raw_json::{Quoted, RAW, Raw, may_be_rounded};

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
pub(crate) fn read_number(text: &str, is_original: bool) -> Result<Decimal, Problem> {
    if !is_original && may_be_rounded(text) {
        return Err(Problem::Float);
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
