//! JSON that nothing was made of.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::union;

/// A JSON value as it came: the text, with every digit.
///
/// [`serde_json::Value`] has floats for numbers. They round, and have no room for a `1e400`; so what is kept is the text,
/// and that is written again. Where there was none, as in what serde has flattened, it is the text of what there was.
///
/// Equal is what is spelled alike. `Debug` shows how long it is and nothing else: it may hold a secret or personal data.
///
/// ```
/// # use florin_core::Json;
/// let json: Json = serde_json::from_str(r#"{ "amount": 12345678901234567.89 }"#)?;
/// assert_eq!(json.text(), r#"{ "amount": 12345678901234567.89 }"#);
/// assert_eq!(json.value()?["amount"], 12345678901234567.89);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Json(Box<str>);

impl Json {
    /// Of a text that is JSON.
    pub(crate) fn of_text(text: &str) -> Self {
        Self(text.trim().into())
    }

    /// The text, as it came.
    #[must_use]
    pub const fn text(&self) -> &str {
        &self.0
    }

    /// The value. Long numbers are rounded in it.
    ///
    /// # Errors
    ///
    /// Where it has no room for a number.
    pub fn value(&self) -> Result<Value, serde_json::Error> {
        self.read()
    }

    /// Reads it as a type.
    ///
    /// # Errors
    ///
    /// Where it is none of this type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        Self(value.to_string().into())
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(union::Json::deserialize(deserializer)?.kept())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.0).map_err(S::Error::custom)?;
        raw.serialize(serializer)
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} bytes of JSON]", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::written::Written;

    const LONG: &str = r#"{"b": 12345678901234567.89, "a": [1e400, -0.10], "b": null}"#;

    #[test]
    fn it_is_written_as_it_came_and_shows_none_of_it() {
        let json: Json = serde_json::from_str(&format!(" {LONG}\n")).unwrap();
        assert_eq!(json.text(), LONG);
        assert_eq!(serde_json::to_string(&json).unwrap(), LONG);
        assert_eq!(json, json.clone());
        assert_eq!(format!("{json:?}"), "[59 bytes of JSON]");
        assert!(json.value().is_err(), "no float is 1e400");

        let one: Json = serde_json::from_str("12345678901234567.89").unwrap();
        assert_eq!(
            one.read::<crate::Decimal>().unwrap().to_string(),
            one.text()
        );
        let value = json!({ "a": [1, "x"], "b": 2.5 });
        let json = Json::from(value.clone());
        assert_eq!(json.value().unwrap(), value);
        assert_eq!(serde_json::to_value(&json).unwrap(), value);
        assert_eq!(serde_json::from_value::<Json>(value).unwrap(), json);
    }

    #[test]
    fn what_serde_has_buffered_is_read_too() {
        #[derive(serde::Deserialize)]
        struct Flat {
            #[serde(flatten)]
            inner: Inner,
        }
        #[derive(serde::Deserialize)]
        struct Inner {
            json: Json,
        }
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Untagged {
            Json(Json),
        }
        let flat: Flat = serde_json::from_str(r#"{"json":{"a":[1,2.5,"x",null,true]}}"#).unwrap();
        assert_eq!(flat.inner.json.text(), r#"{"a":[1,2.5,"x",null,true]}"#);
        let Untagged::Json(json) = serde_json::from_str("[1.5]").unwrap();
        assert_eq!(json.text(), "[1.5]");
    }
    #[test]
    fn outside_json_it_is_spelled_as_what_it_is() {
        let json = |text: &str| serde_json::from_str::<Json>(text).unwrap();
        let written = |text: &str| Written::of(&json(text)).unwrap();
        let text = |text: &str| Written::Text(text.to_owned());
        assert_eq!(
            written("12345678901234567.89"),
            text("12345678901234567.89")
        );
        assert_eq!(written(r#""a \u0062""#), text("a b"));
        assert_eq!(written("null"), Written::Absent);
        let list = Written::List(vec![text("1e400"), text("x")]);
        assert_eq!(written(r#"[1e400,"x"]"#), list);
        let object = Written::Object(vec![("a".to_owned(), list)]);
        assert_eq!(written(r#"{"a":[1e400,"x"]}"#), object);
    }
}
