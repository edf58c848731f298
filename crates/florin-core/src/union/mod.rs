//! Values that are one of several types.
//!
//! A spec says `oneOf` or `anyOf`, and generated code has an enum for it. What tells the alternatives apart is a static
//! [table](Alternatives), and the rule is here, once:
//!
//! - With a tag, the alternative that lists its value. One that nobody lists is unknown.
//! - Without one, or where the tag is missing: those of the value's JSON kind, of an object those whose required fields are
//!   there and whose single-value fields have that value. The most single-value fields first, then the most known fields,
//!   then the order in the spec; the first that can be read is it.
//! - Where several may hold at once (`anyOf`), and none knows all the fields: all that add something. A field that the spec
//!   knows, but of an alternative that doesn't fit, is kept beside them as its JSON.
//! - What fits none is kept as its JSON, digits and all. A value that can't be told fails nothing.
//!
//! A value is read from its text, so that decimals stay exact. That costs a look ahead per union, and a body that was made
//! for it could cost more: `effort.rs` has the bounds.

mod alternative;
mod choose;
mod effort;
mod json;

use std::collections::BTreeMap;

use serde::ser::{Error as _, Serialize, Serializer};
use serde::{Deserialize, Deserializer, de};
use serde_json::value::{RawValue, to_raw_value};

pub use alternative::{Alternative, Alternatives};
pub use json::Json;

/// An enum with a variant per alternative, and one for what is none of them.
///
/// Implemented by generated code.
pub trait Union: Sized {
    /// What tells the alternatives apart, in the order of [`read_as`](Self::read_as).
    const ALTERNATIVES: Alternatives;

    /// Reads the value as the alternative at this place of the table.
    fn read_as(place: usize, json: &Json<'_>) -> Option<Self>;

    /// Keeps what is none of them.
    fn unknown(json: crate::Json) -> Self;

    /// Whether it is none of them.
    fn is_unknown(&self) -> bool;

    /// Holds what is several at once, where that may be.
    #[must_use]
    fn several(parts: Vec<Self>) -> Option<Self> {
        let _ = parts;
        None
    }
}

/// The fields of an object, each as its text: a `Value` would round the numbers in it.
type Texts = BTreeMap<String, Box<RawValue>>;

/// Reads a union.
///
/// # Errors
///
/// Where there is no JSON value, or one that is nested too deeply.
pub fn read<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let json = Json::deserialize(deserializer)?;
    effort::within(&json, || choose::choose(&json)).map_err(de::Error::custom)
}

/// Writes the value of a tagged alternative. `tag` is put in, as JSON, where the value has none under `name`.
///
/// # Errors
///
/// Where the value can't be written.
pub fn write_tagged<T: Serialize, S: Serializer>(
    value: &T,
    name: &str,
    tag: &str,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let json = serde_json::to_string(value).map_err(S::Error::custom)?;
    let Ok(mut fields) = serde_json::from_str::<Texts>(&json) else {
        return value.serialize(serializer);
    };
    if fields.get(name).is_none_or(|tag| tag.get() == "null") {
        let tag = serde_json::from_str(tag).or_else(|_| to_raw_value(tag));
        fields.insert(name.to_owned(), tag.map_err(S::Error::custom)?);
    }
    fields.serialize(serializer)
}

/// Writes a value that is several alternatives at once: one object with the fields of all.
///
/// # Errors
///
/// Where one of them can't be written.
pub fn write_several<U: Serialize, S: Serializer>(
    parts: &[U],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut fields = Texts::new();
    for part in parts {
        let json = serde_json::to_string(part).map_err(S::Error::custom)?;
        let Ok(more) = serde_json::from_str::<Texts>(&json) else {
            return Err(S::Error::custom("only objects can be one value together"));
        };
        for (name, value) in more {
            fields.entry(name).or_insert(value);
        }
    }
    fields.serialize(serializer)
}

#[cfg(test)]
mod tests;
