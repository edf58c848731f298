//! All that a body says: any JSON, whatever its values are.
//!
//! `serde_json::Value` has floats for numbers: two that differ become one, and some have no room. So a number stays the text
//! that it came as.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::webhook::{Members, Text};

/// How deep a body is looked into. Documented ones go three deep. Without a bound, a few kilobytes of brackets would fill the
/// stack; and each level is read as often as there are levels around it.
const DEPTH: usize = 32;

/// What a body says.
pub(super) enum Said<'a> {
    /// In the order in which they came; a name may be there twice.
    Object(Vec<(Text, Said<'a>)>),
    List(Vec<Said<'a>>),
    Text(Text),
    /// A number, `true`, `false` or `null`, as it came.
    Plain(&'a str),
    /// What is too deep to be looked at, as it came.
    Deep(&'a str),
}

impl<'a> Said<'a> {
    /// `None` where it isn't JSON.
    pub(super) fn read(json: &'a str) -> Option<Self> {
        // The grammar of all of it is checked here, and without a stack.
        let whole: &RawValue = serde_json::from_str(json).ok()?;
        Self::of(whole.get(), 0)
    }

    fn of(json: &'a str, depth: usize) -> Option<Self> {
        let first = json.bytes().next()?;
        Some(match first {
            b'{' | b'[' if depth == DEPTH => Self::Deep(json),
            b'{' => {
                let Members(members) = serde_json::from_str(json).ok()?;
                let members = members.into_iter();
                let said = members.map(|(name, raw)| Some((name, Self::of(raw.get(), depth + 1)?)));
                Self::Object(said.collect::<Option<_>>()?)
            }
            b'[' => {
                let list: Vec<&RawValue> = serde_json::from_str(json).ok()?;
                let said = list.into_iter().map(|raw| Self::of(raw.get(), depth + 1));
                Self::List(said.collect::<Option<_>>()?)
            }
            b'"' => Self::Text(Text::of(json)?),
            _ => Self::Plain(json),
        })
    }

    /// The same with floats for numbers, and with null for what there is no room for.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::Object(members) => {
                let members = members.iter();
                let members = members.map(|(name, said)| (name.shown().into_owned(), said.value()));
                Value::Object(Map::from_iter(members))
            }
            Self::List(list) => list.iter().map(Self::value).collect(),
            Self::Text(text) => Value::String(text.shown().into_owned()),
            Self::Plain(json) => serde_json::from_str(json).unwrap_or_default(),
            Self::Deep(_) => Value::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn value(json: &str) -> Option<Value> {
        Some(Said::read(json)?.value())
    }

    #[test]
    fn what_there_is_no_room_for_is_null_and_the_rest_is_there() {
        let said = value(r#" {"a": [1, -2.50, 1e999, true], "b": "\ud800x", "a b": {"c": null}} "#);
        let room = json!({"a": [1, -2.5, null, true], "b": "\u{fffd}\u{fffd}\u{fffd}x", "a b": {"c": null}});
        assert_eq!(said.unwrap(), room);
        assert_eq!(value(r#"{"a": 1, "a": 2}"#).unwrap(), json!({"a": 2}));
        assert_eq!(value(&"9".repeat(400)).unwrap(), Value::Null);
    }

    #[test]
    fn depth_fills_no_stack() {
        let (open, close) = ("[".repeat(1 << 15), "]".repeat(1 << 15));
        assert!(Said::read(&format!("{open}{close}")).is_some());
        assert!(Said::read(&open).is_none());
        let deep = format!(
            r#"{{"a": {0}1{1}, "b": "c"}}"#,
            "[".repeat(200),
            "]".repeat(200)
        );
        assert_eq!(value(&deep).unwrap()["b"], "c");
    }
}
