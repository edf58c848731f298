//! The members of a callback, read one by one.
//!
//! A callback may not come again, so an odd value in a member that nobody needs must not cost the rest of it. serde_json
//! turns a whole body away for a number that no float has room for, for half a surrogate, and for what is nested deeper than
//! it follows. Members are therefore kept as text, and what is JSON by its grammar is read.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// An object's members, in the order in which they came, each as it came.
pub(crate) struct Members<'a>(pub(crate) Vec<(Text, &'a RawValue)>);

/// A text whose escapes are resolved. As bytes, since half a surrogate is no character, and two of them still differ.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Text(pub(crate) Vec<u8>);

impl Text {
    /// Of a JSON string.
    pub(crate) fn of(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// With a sign in the place of what is no character.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;

        impl Visitor<'_> for Bytes {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Text, E> {
                Ok(Text(text.to_vec()))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                self.visit_bytes(text.as_bytes())
            }
        }

        deserializer.deserialize_bytes(Bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(json: &str) -> Option<Vec<(String, String)>> {
        let Members(members) = serde_json::from_str(json).ok()?;
        let members = members.into_iter();
        let members = members.map(|(name, raw)| (name.shown().into_owned(), raw.get().to_owned()));
        Some(members.collect())
    }

    #[test]
    fn members_are_read_as_they_came_whatever_they_hold() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        for odd in ["1e999", &"9".repeat(400), r#""\ud800""#, &deep] {
            let read = members(&format!(r#" {{"\u0061": {odd} , "b":1}} "#)).unwrap();
            assert_eq!(read[0], ("a".to_owned(), odd.to_owned()));
            assert_eq!(read[1].1, "1");
        }
        assert_eq!(members(r#"{"\ud800": 1}"#).unwrap().len(), 1);
        for no_object in [
            "",
            "[]",
            "{}{}",
            r#"{"a": 01}"#,
            r#"{"a": [}"#,
            r#"{"a": [[}"#,
            "{\"a\": \"\n\"}",
        ] {
            assert_eq!(members(no_object), None, "{no_object}");
        }
    }

    #[test]
    fn halves_of_surrogates_differ_and_whole_ones_are_characters() {
        let text = |json: &str| Text::of(json).unwrap();
        assert!(text(r#""\ud800""#) != text(r#""\ud801""#));
        assert_eq!(text(r#""\ud83d\ude00""#).shown(), "😀");
        assert!(Text::of("1").is_none());
    }
}
