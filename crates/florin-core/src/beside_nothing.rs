//! What stands in an answer where nothing is expected: anything, but no error.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Members by which a refusal is told under a good status.
const REFUSALS: [&str; 4] = ["error", "errors", "exception", "fault"];

/// Any JSON that names no error.
pub(crate) struct Beside;

impl<'de> Deserialize<'de> for Beside {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Beside;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer without errors")
    }

    fn visit_unit<E: Error>(self) -> Result<Beside, E> {
        Ok(Beside)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Beside, E> {
        Ok(Beside)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Beside, E> {
        Ok(Beside)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Beside, E> {
        Ok(Beside)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Beside, E> {
        Ok(Beside)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Beside, E> {
        Ok(Beside)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Beside, A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if REFUSALS.contains(&name.as_str()) {
                if says_something(&map.next_value()?) {
                    return Err(A::Error::custom("it names an error"));
                }
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Beside)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Beside, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Beside)
    }
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => true,
    }
}
