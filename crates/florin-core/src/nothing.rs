//! JSON that says nothing: `null`, `{}`, `[]` and `""`; and what a provider may put in the place of nothing, identifiers.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// What an operation without an answer may be answered with all the same.
pub(crate) struct Nothing;

impl<'de> Deserialize<'de> for Nothing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Empty)
    }
}

struct Empty;

impl<'de> Visitor<'de> for Empty {
    type Value = Nothing;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing, or identifiers")
    }

    fn visit_unit<E: Error>(self) -> Result<Nothing, E> {
        Ok(Nothing)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Nothing, E> {
        match text {
            "" => Ok(Nothing),
            _ => Err(E::invalid_type(Unexpected::Other("a text"), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Nothing, A::Error> {
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            if !is_identifier(&name, &value) {
                return Err(A::Error::invalid_type(Unexpected::Map, &self));
            }
        }
        Ok(Nothing)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Nothing, A::Error> {
        match list.next_element::<IgnoredAny>()? {
            None => Ok(Nothing),
            Some(_) => Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
    }
}

/// Some answer a command with an identifier in one edition of their service and with nothing in another. No page of a gateway
/// and no refusal consists of these alone.
fn is_identifier(name: &str, value: &Value) -> bool {
    let is_named = name == "id" || name.ends_with("Id") || name.ends_with("_id");
    is_named && matches!(value, Value::String(_) | Value::Number(_) | Value::Null)
}
