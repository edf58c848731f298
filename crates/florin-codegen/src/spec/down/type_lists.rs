//! `type` as a list.
//!
//! `null` in it is `nullable: true`. Of several other kinds, each becomes an alternative of a `oneOf`, with the words that
//! are about it: `["string", "integer"]` for an identifier or an amount keeps what came, and doesn't turn one into the other.
//! All kinds together are any JSON, and so is none.

use serde_json::{Map, Value};

use super::is_annotation;
use super::places::each_schema;
use crate::error::Error;
use crate::spec::{Object, Spec, text};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    each_schema(&mut spec.root, &mut |schema, _| {
        if let Some(Value::Array(listed)) = schema.get("type") {
            let listed: Vec<_> = listed
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect();
            schema.remove("type");
            settle(schema, listed);
        }
    });
    Ok(())
}

fn settle(schema: &mut Object, listed: Vec<String>) {
    let is_nullable = listed.iter().any(|kind| kind == "null");
    let mut kinds: Vec<String> = Vec::new();
    for kind in listed {
        // Each integer is a number.
        let is_known =
            kinds.contains(&kind) || kind == "integer" && kinds.iter().any(|k| k == "number");
        if kind == "number" {
            kinds.retain(|k| k != "integer");
        }
        if kind != "null" && !is_known {
            kinds.push(kind);
        }
    }
    // In one order, so that the order in the list doesn't matter; text first, since what reads numbers reads them from text,
    // too.
    kinds.sort_by_key(|kind| (kind != "string", kind.clone()));
    if let Some(values) = schema.get("enum").and_then(Value::as_array)
        && kinds.len() > 1
    {
        kinds.retain(|kind| values.iter().any(|value| is_of(value, kind)));
    }
    let says_more = ["oneOf", "anyOf", "allOf", "$ref"];
    match &kinds[..] {
        [] if is_nullable => drop(schema.insert("type".into(), "null".into())),
        [] => {}
        [one] => drop(schema.insert("type".into(), one.as_str().into())),
        // Whose alternatives say of themselves what they are.
        _ if says_more.iter().any(|word| schema.contains_key(*word)) => {}
        all if all.len() >= 5 => schema.retain(|key, _| is_annotation(key)),
        _ => {
            let alternatives = kinds.iter().map(|kind| part(schema, kind)).collect();
            schema.retain(|key, _| is_annotation(key) || key == "nullable");
            schema.insert("oneOf".into(), Value::Array(alternatives));
        }
    }
    if is_nullable && !kinds.is_empty() {
        schema.insert("nullable".into(), true.into());
    }
}

/// What the schema says of one kind.
fn part(schema: &Object, kind: &str) -> Value {
    let mut part = Map::new();
    part.insert("type".into(), kind.into());
    for (key, value) in schema {
        if is_about(key, kind) {
            part.insert(key.clone(), value.clone());
        }
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        let own = values.iter().filter(|value| is_of(value, kind)).cloned();
        part.insert("enum".into(), own.collect());
    }
    if let Some(format) = text(schema, "format")
        && is_format_of(format, kind)
    {
        part.insert("format".into(), format.into());
    }
    part.into()
}

fn is_about(key: &str, kind: &str) -> bool {
    match kind {
        "string" => matches!(
            key,
            "minLength"
                | "maxLength"
                | "pattern"
                | "contentEncoding"
                | "contentMediaType"
                | "contentSchema"
        ),
        "integer" | "number" => matches!(
            key,
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf"
        ),
        "array" => matches!(
            key,
            "items"
                | "prefixItems"
                | "additionalItems"
                | "unevaluatedItems"
                | "contains"
                | "minContains"
                | "maxContains"
                | "minItems"
                | "maxItems"
                | "uniqueItems"
        ),
        "object" => matches!(
            key,
            "properties"
                | "required"
                | "additionalProperties"
                | "patternProperties"
                | "propertyNames"
                | "unevaluatedProperties"
                | "minProperties"
                | "maxProperties"
                | "discriminator"
        ),
        _ => false,
    }
}

fn is_format_of(format: &str, kind: &str) -> bool {
    match format {
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" => {
            kind == "integer"
        }
        "float" | "double" => kind == "number",
        "decimal" => matches!(kind, "number" | "string"),
        _ => kind == "string",
    }
}

fn is_of(value: &Value, kind: &str) -> bool {
    match value {
        Value::Null => kind == "null",
        Value::Bool(_) => kind == "boolean",
        Value::Number(number) => kind == "number" || kind == "integer" && !number.is_f64(),
        Value::String(_) => kind == "string",
        Value::Array(_) => kind == "array",
        Value::Object(_) => kind == "object",
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made;
    use super::run;

    #[test]
    fn null_is_nullable_and_one_kind_is_that_kind() {
        for (listed, expected) in [
            (
                json!(["string", "null"]),
                json!({ "type": "string", "nullable": true, "format": "decimal" }),
            ),
            (
                json!(["string"]),
                json!({ "type": "string", "format": "decimal" }),
            ),
            (
                json!(["integer", "number"]),
                json!({ "type": "number", "format": "decimal" }),
            ),
            (
                json!(["number", "integer"]),
                json!({ "type": "number", "format": "decimal" }),
            ),
            (
                json!(["null"]),
                json!({ "type": "null", "format": "decimal" }),
            ),
            (json!([]), json!({ "format": "decimal" })),
            (
                json!(["object", "array", "string", "number", "boolean", "null"]),
                json!({ "nullable": true }),
            ),
        ] {
            assert_eq!(
                made(run, &json!({ "type": listed, "format": "decimal" })),
                expected
            );
        }
    }

    #[test]
    fn each_of_several_kinds_keeps_its_own_words() {
        let schema = json!({
            "type": ["string", "integer", "array", "null"],
            "description": "d", "format": "int64", "minimum": 1, "maxLength": 3, "items": { "type": ["boolean"] },
        });
        let expected = json!({
            "description": "d", "nullable": true,
            "oneOf": [
                { "type": "string", "maxLength": 3 },
                { "type": "array", "items": { "type": "boolean" } },
                { "type": "integer", "format": "int64", "minimum": 1 },
            ],
        });
        assert_eq!(made(run, &schema), expected);
    }

    #[test]
    fn values_go_with_their_kind() {
        let listed = |values| json!({ "type": ["string", "integer"], "enum": values });
        assert_eq!(
            made(run, &listed(json!(["a", "b"]))),
            json!({ "type": "string", "enum": ["a", "b"] })
        );
        assert_eq!(
            made(run, &listed(json!(["a", 1]))),
            json!({ "oneOf": [{ "type": "string", "enum": ["a"] }, { "type": "integer", "enum": [1] }] })
        );
    }
}
