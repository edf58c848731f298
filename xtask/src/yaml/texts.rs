//! Where only a text can stand, and lists that mean the same in any order.
//!
//! The reader of specs takes an unquoted number for the text that it is spelt as where a text belongs. So a number in such
//! a place, which JSON can have, is written as that text at once: else the file would not be read as what was written.

use serde_json::{Map, Value};

/// Whether only a text, or a list of such, can be under this key.
pub(super) fn belong(map: &Map<String, Value>, key: &str) -> bool {
    match key {
        "required" => map.get(key).is_some_and(Value::is_array),
        "version" => map.contains_key("title"),
        "name" => map.contains_key("in"),
        "enum" | "const" | "default" => match map.get("type") {
            Some(Value::String(kind)) => kind == "string",
            Some(Value::Array(kinds)) => kinds.iter().all(|kind| {
                let kind = kind.as_str();
                kind.is_none_or(|kind| matches!(kind, "string" | "null"))
            }),
            _ => false,
        },
        _ => false,
    }
}

/// The list, sorted; `None` if it isn't one of texts.
pub(super) fn sorted(list: &Value) -> Option<Value> {
    let mut texts = Vec::new();
    for value in list.as_array()? {
        texts.push(match value {
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            _ => return None,
        });
    }
    texts.sort();
    Some(texts.into())
}
