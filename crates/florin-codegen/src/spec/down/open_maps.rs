//! What an object may hold beside the fields that it names.
//!
//! OpenAPI 3.0 has `additionalProperties` alone for it. `patternProperties` is a map of what the patterns hold; beside fields
//! of its own, and without a word that nothing else may come, it is a map of anything, since a field that fits no pattern must
//! not fail the answer. `unevaluatedProperties` is the same word as `additionalProperties` where a schema has no parts;
//! with parts, `false` is left out, since a type of several parts takes no unknown fields anyway. The names of such fields
//! are texts, whatever `propertyNames` says of them.

use serde_json::{Value, json};

use super::any_of;
use super::places::each_schema;
use crate::error::Error;
use crate::spec::told::Told;
use crate::spec::{Object, Spec};

const PARTS: [&str; 4] = ["allOf", "oneOf", "anyOf", "$ref"];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    each_schema(&mut spec.root, &mut |schema, pointer| {
        if schema.remove("propertyNames").is_some() {
            let wrong = "`propertyNames` is a check on the names of fields";
            told.at(pointer, wrong, "it isn't made");
        }
        unevaluated(schema);
        patterns(schema);
    });
    told.tell(spec);
    Ok(())
}

fn unevaluated(schema: &mut Object) {
    let Some(rest) = schema.remove("unevaluatedProperties") else {
        return;
    };
    let has_parts = PARTS.iter().any(|word| schema.contains_key(*word));
    if !(has_parts && rest == Value::Bool(false)) {
        schema.entry("additionalProperties").or_insert(rest);
    }
}

fn patterns(schema: &mut Object) {
    let Some(Value::Object(patterns)) = schema.remove("patternProperties") else {
        return;
    };
    if patterns.is_empty() {
        return;
    }
    let others = schema.remove("additionalProperties");
    let is_map =
        !schema.contains_key("properties") && !PARTS.iter().any(|w| schema.contains_key(*w));
    let mut kinds: Vec<_> = patterns.into_iter().map(|(_, kind)| kind).collect();
    let value = match others {
        Some(Value::Bool(false)) => any_of(kinds),
        Some(other @ Value::Object(_)) => {
            kinds.push(other);
            any_of(kinds)
        }
        None if is_map => any_of(kinds),
        _ => None,
    };
    let value = value.unwrap_or_else(|| json!({}));
    schema.insert("additionalProperties".into(), value);
    schema.entry("type").or_insert_with(|| "object".into());
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made;
    use super::run;

    #[test]
    fn patterns_are_a_map_of_what_they_hold() {
        let (text, number) = (json!({ "type": "string" }), json!({ "type": "number" }));
        for (schema, expected) in [
            (
                json!({ "patternProperties": { "^a": text } }),
                json!({ "type": "object", "additionalProperties": text }),
            ),
            (
                json!({ "type": "object", "patternProperties": { "^a": text, "^b": number }, "additionalProperties": false }),
                json!({ "type": "object", "additionalProperties": { "anyOf": [text, number] } }),
            ),
            (
                json!({ "type": "object", "properties": { "p": {} }, "patternProperties": { "^a": text } }),
                json!({ "type": "object", "properties": { "p": {} }, "additionalProperties": {} }),
            ),
            (
                json!({ "type": "object", "unevaluatedProperties": false, "propertyNames": { "maxLength": 3 } }),
                json!({ "type": "object", "additionalProperties": false }),
            ),
            (
                json!({ "allOf": [{}], "unevaluatedProperties": false }),
                json!({ "allOf": [{}] }),
            ),
        ] {
            assert_eq!(made(run, &schema), expected);
        }
    }
}
