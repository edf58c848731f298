//! What was sent as texts, as the values that its schema speaks of.

use serde_json::{Map, Value};

use crate::samples::shape::{Shape, shape};

/// Texts, in the lists and objects that their spelling makes of them, as values of a schema: of its first alternative, or of the
/// one behind so many. What doesn't fit stays text.
pub(super) fn typed(document: &Value, schema: &Value, sent: Value, alternative: usize) -> Value {
    let shape = shape(document, schema, alternative);
    match (shape.kind(), sent) {
        ("array", Value::Array(all)) => list(document, &shape, all),
        ("array", Value::Object(all)) if is_numbered(&all) => list(
            document,
            &shape,
            all.into_iter().map(|(_, value)| value).collect(),
        ),
        ("array" | "object", Value::String(text)) if text.starts_with(['{', '[']) => {
            serde_json::from_str(&text).unwrap_or(Value::String(text))
        }
        ("array", Value::String(text)) => list(document, &shape, vec![text.into()]),
        ("object", Value::Object(fields)) => {
            let fields = fields.into_iter().map(|(name, value)| {
                let value = match shape.property(&name) {
                    Some(property) => typed(document, property, value, 0),
                    None => value,
                };
                (name, value)
            });
            Value::Object(fields.collect())
        }
        (kind, Value::String(text)) => single(kind, text),
        (_, sent) => sent,
    }
}

fn list(document: &Value, shape: &Shape, all: Vec<Value>) -> Value {
    let items = shape.items();
    let typed = |value| match items {
        Some(items) => typed(document, items, value, 0),
        None => value,
    };
    all.into_iter().map(typed).collect()
}

fn is_numbered(all: &Map<String, Value>) -> bool {
    !all.is_empty()
        && all
            .keys()
            .all(|key| key.bytes().all(|byte| byte.is_ascii_digit()))
}

fn single(kind: &str, text: String) -> Value {
    let value = match kind {
        "integer" => text.parse::<i64>().ok().map(Value::from),
        "number" => serde_json::from_str(&text).ok().filter(Value::is_number),
        "boolean" => text.parse::<bool>().ok().map(Value::from),
        _ => None,
    };
    value.unwrap_or(Value::String(text))
}

/// Pairs as an object: a name that comes again makes a list, and brackets in a name (`a[b]`, `a[]`) make what they hold.
pub(super) fn nested(pairs: impl IntoIterator<Item = (String, String)>) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, value) in pairs {
        let mut keys: Vec<&str> = Vec::new();
        match name.split_once('[') {
            Some((first, rest)) if !first.is_empty() && rest.ends_with(']') => {
                keys.push(first);
                keys.extend(rest[..rest.len() - 1].split("]["));
            }
            _ => keys.push(&name),
        }
        put(&mut fields, &keys, value);
    }
    fields
}

fn put(fields: &mut Map<String, Value>, keys: &[&str], value: String) {
    match keys {
        [] => {}
        [name] | [name, ""] => match fields.get_mut(*name) {
            None if keys.len() == 1 => {
                fields.insert((*name).to_owned(), value.into());
            }
            None => {
                fields.insert((*name).to_owned(), vec![value].into());
            }
            Some(Value::Array(all)) => all.push(value.into()),
            Some(known) => *known = vec![known.take(), value.into()].into(),
        },
        [name, rest @ ..] => {
            let inner = fields.entry(*name).or_insert_with(|| Map::new().into());
            if !inner.is_object() {
                *inner = Map::new().into();
            }
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_become_what_their_schema_says() {
        let schema = json!({ "type": "object", "properties": {
            "n": { "type": "integer" },
            "all": { "type": "array", "items": { "type": "number" } },
            "in": { "type": "object", "properties": { "b": { "type": "boolean" } } },
            "json": { "type": "object" },
        }});
        let pairs = [
            ("n", "4"),
            ("all", "1.50"),
            ("in[b]", "true"),
            ("json", "{\"x\":1}"),
            ("more", "5"),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let value = typed(&json!({}), &schema, nested(pairs).into(), 0);
        let wanted =
            json!({ "n": 4, "all": [1.5], "in": { "b": true }, "json": { "x": 1 }, "more": "5" });
        assert_eq!(value, wanted);
    }

    #[test]
    fn names_with_brackets_make_lists_and_objects() {
        let pairs = [
            ("a[x][y]", "1"),
            ("a[l][]", "2"),
            ("a[l][]", "3"),
            ("b", "4"),
            ("b", "5"),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let wanted = json!({ "a": { "x": { "y": "1" }, "l": ["2", "3"] }, "b": ["4", "5"] });
        assert_eq!(Value::Object(nested(pairs)), wanted);
    }
}
