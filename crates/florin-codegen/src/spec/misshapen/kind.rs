//! What kind of value belongs under a key, and what is made of another one.

use serde_json::{Number, Value};

use crate::spec::Object;
use crate::spec::told::Told;

/// The kind of value that belongs under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Truth,
    Number,
    /// How many: a length.
    Count,
    /// A number in OpenAPI 3.1, `true` or `false` before.
    Bound,
    /// A list of texts.
    Texts,
    /// A list of objects.
    Objects,
    Object,
    /// No code is made of it.
    Unused,
}

/// Puts right what stands under these keys, and removes what can't be.
pub(super) fn keep(object: &mut Object, kinds: &[(&str, Kind)], told: &mut Told) {
    for (key, kind) in kinds {
        let Some(value) = object.get_mut(*key) else {
            continue;
        };
        // A key without a value is a key that was left out.
        if *kind == Kind::Unused || value.is_null() || !fit(value, *kind, key, told) {
            object.remove(*key);
        }
    }
}

fn fit(value: &mut Value, kind: Kind, key: &str, told: &mut Told) -> bool {
    let made = match (kind, &mut *value) {
        (Kind::Text, Value::String(_))
        | (Kind::Truth, Value::Bool(_))
        | (Kind::Number, Value::Number(_))
        | (Kind::Bound, Value::Number(_) | Value::Bool(_))
        | (Kind::Object, Value::Object(_)) => return true,
        (Kind::Text, Value::Array(lines)) => {
            let lines: Option<Vec<_>> = lines.iter().map(Value::as_str).collect();
            lines.map(|lines| lines.join("\n").into())
        }
        (Kind::Text, other) => single(other).map(Value::String),
        (Kind::Truth, other) => truth(other).map(Value::Bool),
        (Kind::Number | Kind::Bound, Value::String(text)) => {
            let number = text.trim().parse::<Number>().ok();
            let truth = || truth(&text.as_str().into()).filter(|_| kind == Kind::Bound);
            number
                .map(Value::Number)
                .or_else(|| truth().map(Value::Bool))
        }
        (Kind::Count, other) => count(other).map(Value::from),
        (Kind::Texts, Value::Array(items)) => {
            let texts = items.iter().filter_map(single).map(Value::String);
            Some(texts.collect::<Vec<_>>().into())
        }
        (Kind::Texts, Value::String(text)) => Some(vec![Value::from(text.as_str())].into()),
        (Kind::Objects, Value::Array(items)) => {
            let before = items.len();
            items.retain(|item| !item.is_null());
            let nulls = before - items.len();
            items.retain(Value::is_object);
            if items.len() + nulls < before {
                told.add(
                    format!("`{key}` has an element that is no object"),
                    "it is passed over",
                );
            }
            return true;
        }
        (Kind::Objects, Value::Object(object)) => {
            Some(vec![Value::Object(std::mem::take(object))].into())
        }
        _ => None,
    };
    match made {
        Some(made) => {
            *value = made;
            true
        }
        None => {
            told.add(
                format!("`{key}` is {}, and has to be {}", said(value), wanted(kind)),
                "it is passed over",
            );
            false
        }
    }
}

/// The text of a single value.
fn single(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn truth(value: &Value) -> Option<bool> {
    match single(value)?.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" => Some(true),
        "false" | "no" | "n" | "0" => Some(false),
        _ => None,
    }
}

fn count(value: &Value) -> Option<u64> {
    let text = single(value)?;
    let text = text.trim();
    text.strip_suffix(".0").unwrap_or(text).parse().ok()
}

/// What a value is, as a reader would say it.
pub(super) const fn said(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
        Value::String(_) | Value::Number(_) | Value::Bool(_) => "a single value",
    }
}

const fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text",
        Kind::Truth => "true or false",
        Kind::Number | Kind::Bound => "a number",
        Kind::Count => "a whole number",
        Kind::Texts => "a list of texts",
        Kind::Objects => "a list of objects",
        Kind::Object => "an object",
        Kind::Unused => "left out",
    }
}
