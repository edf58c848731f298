//! A JSON value that has not been read as anything yet.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::alternative::kind;
use super::{Union, effort};
use crate::raw_json::{Quoted, RAW, Raw};

/// A JSON value that has not been read as anything yet.
pub struct Json<'a>(Source<'a>);

enum Source<'a> {
    /// As it came, digits and all.
    Text(Cow<'a, str>),
    /// What came as something else than text: floats may be rounded, and what reads them has to see that.
    Value(Value),
}

/// What a field of an object holds, as far as alternatives are told apart by it.
pub(super) enum Held<'a> {
    Null,
    /// A text, its escapes resolved, or the JSON text of a number or a boolean.
    Scalar(Cow<'a, str>),
    More,
}

impl Json<'_> {
    /// Reads it as a type.
    #[must_use]
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        match &self.0 {
            Source::Text(text) => serde_json::from_str(text).ok(),
            Source::Value(value) => T::deserialize(value).ok(),
        }
    }

    /// Reads it as another union, of which it has to be one of the alternatives.
    #[must_use]
    pub fn read_union<U: Union + DeserializeOwned>(&self) -> Option<U> {
        self.read().filter(|union: &U| !union.is_unknown())
    }

    /// All of it, to be kept.
    pub(crate) fn kept(&self) -> crate::Json {
        match &self.0 {
            Source::Text(text) => crate::Json::of_text(text),
            Source::Value(value) => value.clone().into(),
        }
    }

    /// The fields of these names alone, to be kept.
    pub(super) fn kept_fields(&self, names: &[&Cow<'_, str>]) -> crate::Json {
        let is_kept = |name: &str| names.iter().any(|kept| *kept == name);
        match &self.0 {
            Source::Text(text) => {
                let fields: BTreeMap<String, &RawValue> =
                    serde_json::from_str(text).unwrap_or_default();
                let fields = fields.into_iter().filter(|(name, _)| is_kept(name));
                let parts: Vec<String> = fields
                    .map(|(name, value)| format!("{}:{}", Value::from(name), value.get()))
                    .collect();
                crate::Json::of_text(&format!("{{{}}}", parts.join(",")))
            }
            Source::Value(value) => {
                let fields = value.as_object().into_iter().flatten();
                let fields = fields.filter(|(name, _)| is_kept(name));
                let fields = fields.map(|(name, value)| (name.clone(), value.clone()));
                Value::Object(fields.collect()).into()
            }
        }
    }

    pub(super) fn kind(&self) -> u8 {
        match &self.0 {
            Source::Text(text) => match text.trim_start().bytes().next() {
                Some(b'{') => kind::OBJECT,
                Some(b'[') => kind::LIST,
                Some(b'"') => kind::TEXT,
                Some(b't' | b'f') => kind::BOOLEAN,
                Some(b'n') | None => kind::NULL,
                Some(_) => kind::NUMBER,
            },
            Source::Value(value) => match value {
                Value::Object(_) => kind::OBJECT,
                Value::Array(_) => kind::LIST,
                Value::String(_) => kind::TEXT,
                Value::Bool(_) => kind::BOOLEAN,
                Value::Null => kind::NULL,
                Value::Number(_) => kind::NUMBER,
            },
        }
    }

    /// How much there is to be read.
    pub(super) fn len(&self) -> usize {
        match &self.0 {
            Source::Text(text) => text.len(),
            Source::Value(value) => effort::size(value),
        }
    }

    /// The text, where the nesting is still to be looked at.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.0 {
            Source::Text(text) => Some(text),
            Source::Value(_) => None,
        }
    }

    /// What is in a string.
    pub(super) fn string(&self) -> Option<Cow<'_, str>> {
        match &self.0 {
            Source::Text(text) => serde_json::from_str::<Quoted<'_>>(text).ok().map(|q| q.0),
            Source::Value(value) => value.as_str().map(Cow::Borrowed),
        }
    }

    /// The fields of an object.
    pub(super) fn fields(&self) -> Vec<(Cow<'_, str>, Held<'_>)> {
        match &self.0 {
            Source::Text(text) => {
                serde_json::from_str(text).map_or_else(|_| Vec::new(), |Fields(f)| f)
            }
            Source::Value(value) => {
                let fields = value.as_object().into_iter().flatten();
                fields
                    .map(|(name, value)| (name.into(), held_value(value)))
                    .collect()
            }
        }
    }
}

fn held_value(value: &Value) -> Held<'_> {
    match value {
        Value::Null => Held::Null,
        Value::String(text) => Held::Scalar(text.into()),
        Value::Bool(_) | Value::Number(_) => {
            Held::Scalar(plain(&value.to_string()).into_owned().into())
        }
        Value::Array(_) | Value::Object(_) => Held::More,
    }
}

fn held_text(raw: &RawValue) -> Held<'_> {
    let text = raw.get();
    match text.bytes().next() {
        Some(b'n') => Held::Null,
        Some(b'{' | b'[') | None => Held::More,
        Some(b'"') => match serde_json::from_str::<Quoted<'_>>(text) {
            Ok(quoted) => Held::Scalar(quoted.0),
            Err(_) => Held::More,
        },
        Some(_) => Held::Scalar(plain(text)),
    }
}

/// A number as the lists of a spec spell it: `1` of `1.0` and of `10e-1`.
fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['.', 'e', 'E']) {
        return text.into();
    }
    match crate::decimal_text::parse(text) {
        Ok(number) => number.normalize().to_string().into(),
        Err(_) => text.into(),
    }
}

/// The fields of an object, in their order.
struct Fields<'a>(Vec<(Cow<'a, str>, Held<'a>)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Look;

        impl<'de> Visitor<'de> for Look {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some((Quoted(name), value)) =
                    map.next_entry::<Quoted<'de>, &'de RawValue>()?
                {
                    fields.push((name, held_text(value)));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(Look)
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(RAW, Anything)
    }
}

/// Takes the raw text where there is some, and any value where there is none.
struct Anything;

impl<'de> Visitor<'de> for Anything {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut object = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == RAW && object.is_empty() {
                let raw: Raw<'de> = map.next_value()?;
                return match raw.is_original {
                    true => Ok(Json(Source::Text(raw.text))),
                    false => serde_json::from_str(&raw.text)
                        .map(value)
                        .map_err(de::Error::custom),
                };
            }
            object.insert(key, map.next_value()?);
        }
        Ok(value(object.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Value>()? {
            items.push(item);
        }
        Ok(value(items.into()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Json<'de>, E> {
        Ok(value(Value::Null))
    }

    fn visit_none<E: de::Error>(self) -> Result<Json<'de>, E> {
        self.visit_unit()
    }

    fn visit_bool<E: de::Error>(self, it: bool) -> Result<Json<'de>, E> {
        Ok(value(it.into()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(value(number.into()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(value(number.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(value(number.into()))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(value(text.into()))
    }
}

const fn value<'a>(value: Value) -> Json<'a> {
    Json(Source::Value(value))
}
