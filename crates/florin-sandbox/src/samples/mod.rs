//! Values that a schema of any spec accepts: one of its examples, or one that is made of it.
//!
//! Examples come first, since their author knows what they mean. Many are out of date, so each is held against the schema,
//! and the first that fits is taken. What is made is tried in several shapes: with all fields and with the required ones, of
//! one alternative of a union after the other.

mod flat;
mod judge;
mod made;
mod pattern;
mod plain;
pub mod pointed;
pub mod shape;

use serde_json::{Map, Value};

pub use judge::Judge;
use pointed::resolved;

/// Which way a value goes: what is `readOnly` isn't sent, and what is `writeOnly` not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From a client to the provider.
    Sent,
    /// From the provider to a client.
    Answered,
}

/// A value for a schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The value.
    pub value: Value,
    /// Whether the schema accepts it. There are schemas that accept nothing, or nothing that was thought of here.
    pub fits: bool,
}

/// Shapes in which a value is made, the fullest first: whether with all fields, and of which alternative.
const SHAPES: [(bool, usize); 8] = [
    (true, 0),
    (false, 0),
    (true, 1),
    (false, 1),
    (true, 2),
    (false, 2),
    (false, 3),
    (false, 4),
];

/// A value for a schema of a document: the first of the examples that fits, one of the schema's own, or one that is made.
#[must_use]
pub fn sample(document: &Value, schema: &Value, examples: &[Value], way: Way) -> Sample {
    let judge = Judge::new(document, schema, way);
    let own = own_examples(resolved(document, schema));
    let given = examples.iter().chain(own).cloned();
    let made = SHAPES
        .iter()
        .map(|(is_full, alternative)| made::value(document, schema, way, *is_full, *alternative));
    let mut first = None;
    // An example of `null` says nothing.
    for value in given.filter(|example| !example.is_null()) {
        if judge.takes(&value) {
            return Sample { value, fits: true };
        }
    }
    for value in made {
        if judge.takes(&value) {
            return Sample { value, fits: true };
        }
        first.get_or_insert(value);
    }
    Sample {
        value: first.unwrap_or_default(),
        fits: false,
    }
}

/// The examples that stand beside a schema: of a media type, a parameter or a header.
#[must_use]
pub fn examples_of(document: &Value, holder: &Value) -> Vec<Value> {
    let one = holder.get("example").cloned();
    let named = holder["examples"].as_object().into_iter().flatten();
    let named = named.filter_map(|(_, example)| resolved(document, example).get("value").cloned());
    one.into_iter().chain(named).collect()
}

fn own_examples(schema: &Value) -> impl Iterator<Item = &Value> {
    let words = schema.as_object();
    let word = |word: &str| words.and_then(|words: &Map<String, Value>| words.get(word));
    let listed = word("examples").and_then(Value::as_array);
    word("example")
        .into_iter()
        .chain(listed.into_iter().flatten())
        .chain(word("default"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn fitting(document: &Value, schema: &Value, way: Way) -> Value {
        let sample = sample(document, schema, &[], way);
        assert!(sample.fits, "{schema} does not accept {}", sample.value);
        sample.value
    }

    #[test]
    fn an_example_is_taken_if_it_is_true_and_made_where_it_is_not() {
        let schema = json!({ "type": "integer", "minimum": 5, "example": 3 });
        let of = |examples: &[Value]| sample(&json!({}), &schema, examples, Way::Sent).value;
        assert_eq!(of(&[json!("x"), json!(9)]), json!(9));
        assert_eq!(of(&[]), json!(5));
    }

    #[test]
    fn a_value_keeps_to_the_limits() {
        for schema in [
            json!({ "type": "string", "minLength": 9, "maxLength": 9 }),
            json!({ "type": "string", "pattern": "^[A-Z]{2}[0-9]{2}$" }),
            json!({ "type": "string", "format": "date-time" }),
            json!({ "type": "number", "minimum": 0, "exclusiveMinimum": true, "maximum": 0.5 }),
            json!({ "type": "number", "multipleOf": 0.01, "maximum": 3 }),
            json!({ "type": "integer", "exclusiveMaximum": -4 }),
            json!({ "type": "array", "items": { "enum": ["a", "b", "c"] }, "minItems": 3, "uniqueItems": true }),
            json!({ "type": "array", "items": { "type": "string", "format": "uuid" }, "minItems": 2, "uniqueItems": true }),
            json!({ "type": "object", "additionalProperties": { "type": "integer" }, "minProperties": 2 }),
            json!({ "type": ["null", "boolean"] }),
            json!({ "const": 4 }),
            json!({ "required": ["a", "b"], "properties": { "a": { "type": "integer" } } }),
            json!({ "type": "array", "prefixItems": [{ "type": "string" }, { "type": "integer" }], "minItems": 2 }),
        ] {
            fitting(&json!({}), &schema, Way::Sent);
        }
    }

    #[test]
    fn what_only_the_other_side_sends_is_left_out() {
        let schema = json!({
            "type": "object",
            "required": ["id", "secret", "name"],
            "properties": {
                "id": { "type": "string", "readOnly": true },
                "secret": { "type": "string", "writeOnly": true },
                "name": { "type": "string" },
            },
        });
        let sent = fitting(&json!({}), &schema, Way::Sent);
        assert_eq!(sent, json!({ "secret": "text", "name": "text" }));
        let answered = fitting(&json!({}), &schema, Way::Answered);
        assert_eq!(answered, json!({ "id": "text", "name": "text" }));
    }

    #[test]
    fn unions_inheritance_and_recursion_come_to_an_end() {
        let document = json!({ "components": { "schemas": {
            "Party": {
                "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } },
                "discriminator": { "propertyName": "kind", "mapping": { "person": "#/components/schemas/Person" } },
            },
            "Person": { "allOf": [
                { "$ref": "#/components/schemas/Party" },
                { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } },
            ]},
            "Tree": {
                "type": "object", "required": ["value", "children", "parent"],
                "properties": {
                    "value": { "type": "integer" },
                    "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } },
                    "parent": { "oneOf": [{ "$ref": "#/components/schemas/Tree" }, { "type": "null" }] },
                    "left": { "$ref": "#/components/schemas/Tree" },
                },
            },
            "Either": { "oneOf": [{ "type": "integer" }, { "type": "number" }, { "type": "boolean" }] },
        }}});
        let of = |name: &str| {
            let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
            fitting(&document, &schema, Way::Answered)
        };
        assert_eq!(of("Party"), json!({ "kind": "person", "name": "text" }));
        assert_eq!(of("Tree")["children"], json!([]));
        // A whole number would be both of the first two.
        assert_eq!(of("Either"), json!(10.5));
    }
}
