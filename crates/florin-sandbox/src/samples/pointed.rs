//! Where a `$ref` of a document leads, by any of the ways that OpenAPI 3.0 and 3.1 have.

use serde_json::Value;

/// What a reference leads to inside the document; `None` where that is nothing.
#[must_use]
pub fn target<'a>(document: &'a Value, reference: &str) -> Option<&'a Value> {
    let (base, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    let root = if base.is_empty() {
        document
    } else {
        marked(document, &["$id"], &|id| {
            id == base || id.ends_with(&format!("/{base}"))
        })?
    };
    if fragment.is_empty() {
        return Some(root);
    }
    if !fragment.starts_with('/') {
        return marked(root, &["$anchor", "$dynamicAnchor"], &|name| {
            name == fragment
        });
    }
    let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
    root.pointer(&decoded).or_else(|| root.pointer(fragment))
}

/// A value, or what its `$ref` leads to. What leads to nothing, or in a ring, is `Null`.
#[must_use]
pub fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let mut value = value;
    for _ in 0..32 {
        let Some(reference) = reference(value) else {
            return value;
        };
        value = target(document, reference).unwrap_or(&Value::Null);
    }
    &Value::Null
}

/// The reference that a value is, or has beside other words.
#[must_use]
pub fn reference(value: &Value) -> Option<&str> {
    let words = ["$ref", "$dynamicRef", "$recursiveRef"];
    words
        .iter()
        .find_map(|word| value.get(*word).and_then(Value::as_str))
}

/// The object that one of these words calls so.
fn marked<'a>(value: &'a Value, words: &[&str], is_it: &dyn Fn(&str) -> bool) -> Option<&'a Value> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| marked(value, words, is_it)),
        Value::Object(members) => {
            let named = |word: &&str| {
                members
                    .get(*word)
                    .and_then(Value::as_str)
                    .is_some_and(is_it)
            };
            if words.iter().any(named) {
                return Some(value);
            }
            members
                .values()
                .find_map(|value| marked(value, words, is_it))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_lead_by_pointer_anchor_and_identifier() {
        let document = json!({
            "components": { "schemas": {
                "a/b c": { "type": "string" },
                "Node": { "$anchor": "node", "type": "integer" },
                "Far": { "$id": "https://lender.example/far", "$defs": { "x": { "type": "boolean" } } },
                "Ring": { "$ref": "#/components/schemas/Ring" },
            }},
        });
        let of = |reference: &str| target(&document, reference).map(|found| &found["type"]);
        assert_eq!(of("#/components/schemas/a~1b%20c"), Some(&json!("string")));
        assert_eq!(of("#node"), Some(&json!("integer")));
        assert_eq!(of("far#/$defs/x"), Some(&json!("boolean")));
        assert_eq!(of("#/components/schemas/None"), None);
        let ring = json!({ "$ref": "#/components/schemas/Ring" });
        assert_eq!(resolved(&document, &ring), &Value::Null);
    }
}
