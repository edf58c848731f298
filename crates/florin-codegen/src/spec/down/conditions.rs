//! `if`, `then` and `else`, `dependentSchemas` and `dependentRequired`.
//!
//! They say which fields belong together, which no Rust type does. A field that only a condition names must not be lost:
//! it is an optional field of the object itself. Where there is nothing but the condition, its branches are alternatives.
//! What is required under a condition isn't checked, which is told.

use serde_json::{Value, json};

use super::places::each_schema;
use super::{any_of, is_annotation};
use crate::error::Error;
use crate::spec::told::Told;
use crate::spec::{Object, Spec};

const WORDS: [&str; 6] = [
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let mut told = Told::default();
    each_schema(&mut spec.root, &mut |schema, pointer| {
        let mut branches = branches(schema, pointer, &mut told);
        if let Some(parts) = schema.get_mut("allOf").and_then(Value::as_array_mut) {
            // A part that is nothing but a condition is one of the whole.
            parts.retain_mut(|part| {
                let Some(part) = part.as_object_mut() else {
                    return true;
                };
                let whole = part.remove(LEFT);
                let only = part.keys().all(|key| is_annotation(key));
                if let (Some(Value::Array(more)), true) = (whole, only) {
                    branches.extend(more);
                    return false;
                }
                true
            });
            if parts.is_empty() {
                schema.remove("allOf");
            }
        }
        if branches.is_empty() {
            return;
        }
        let bare = schema.keys().all(|key| is_annotation(key));
        if bare && pointer_of_a_part(pointer) {
            // For the schema that this is a part of, which comes next.
            schema.insert(LEFT.into(), branches.into());
        } else if bare {
            if let Some(Value::Object(one)) = any_of(branches) {
                for (key, value) in one {
                    schema.entry(key).or_insert(value);
                }
            }
        } else {
            add(schema, &named, &branches);
        }
    });
    told.tell(spec);
    Ok(())
}

/// Carries branches from a part of an `allOf` to the whole.
const LEFT: &str = "\u{E000}branches";

fn pointer_of_a_part(pointer: &str) -> bool {
    let mut pieces = pointer.rsplit('/');
    pieces
        .next()
        .is_some_and(|last| last.parse::<usize>().is_ok())
        && pieces.next() == Some("allOf")
}

/// Takes off the conditions, and hands out the schemas that would hold under them.
fn branches(schema: &mut Object, pointer: &str, told: &mut Told) -> Vec<Value> {
    let mut branches = Vec::new();
    let conditional = schema.contains_key("then") || schema.contains_key("else");
    for word in WORDS {
        let Some(value) = schema.remove(word) else {
            continue;
        };
        match (word, value) {
            ("if", _) if !conditional => continue,
            ("then" | "else", branch @ Value::Object(_)) => branches.push(branch),
            ("dependentSchemas" | "dependencies", Value::Object(of)) => {
                branches.extend(of.into_iter().map(|(_, b)| b).filter(Value::is_object));
            }
            _ => {}
        }
        if !matches!(word, "then" | "else") {
            told.at(
                pointer,
                format!("`{word}` is a condition, which a type can't have"),
                "it isn't checked, and what only it names may be absent",
            );
        }
    }
    branches
}

/// Adds the properties of the branches that the schema doesn't know.
fn add(schema: &mut Object, named: &Spec, branches: &[Value]) {
    let mut known = Vec::new();
    properties(
        named,
        &Value::Object(schema.clone()),
        &mut Vec::new(),
        &mut known,
    );
    let mut found = Vec::new();
    for branch in branches {
        properties(named, branch, &mut Vec::new(), &mut found);
    }
    found.retain(|(name, _)| !known.iter().any(|(k, _)| k == name));
    if found.is_empty() {
        return;
    }
    // In a union, the branches could belong to any alternative: a part of all of them has the fields.
    let is_union =
        schema.contains_key("oneOf") || schema.contains_key("anyOf") || schema.contains_key("$ref");
    let mut new = Object::new();
    while let Some((name, _)) = found.first().cloned() {
        let of_name = found.extract_if(.., |(n, _)| *n == name);
        let of_name = any_of(of_name.map(|(_, schema)| schema));
        new.insert(name, of_name.unwrap_or_default());
    }
    if is_union {
        super::also_all_of(schema, json!({ "type": "object", "properties": new }));
        return;
    }
    let slot = schema.entry("properties").or_insert_with(|| json!({}));
    if let Some(properties) = slot.as_object_mut() {
        properties.extend(new);
    }
}

/// All properties that a schema names, in its parts and alternatives, too. Each schema is `seen` once: in a ring of them,
/// the ways are without number.
fn properties<'a>(
    named: &'a Spec,
    schema: &'a Value,
    seen: &mut Vec<*const Value>,
    found: &mut Vec<(String, Value)>,
) {
    let schema = named.resolve(schema);
    if seen.contains(&std::ptr::from_ref(schema)) {
        return;
    }
    seen.push(schema);
    let own = schema.get("properties").and_then(Value::as_object);
    found.extend(
        own.into_iter()
            .flatten()
            .map(|(n, s)| (n.clone(), s.clone())),
    );
    for key in ["allOf", "oneOf", "anyOf"] {
        let parts = schema.get(key).and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            properties(named, part, seen, found);
        }
    }
    for key in ["then", "else"] {
        if let Some(branch) = schema.get(key) {
            properties(named, branch, seen, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::{made, made_of};
    use super::run;

    #[test]
    fn fields_that_only_a_condition_names_are_optional_ones() {
        let schema = json!({
            "type": "object",
            "properties": { "kind": { "type": "string" } },
            "if": { "properties": { "kind": { "const": "card" } } },
            "then": { "properties": { "pan": { "type": "string" }, "kind": { "const": "card" } }, "required": ["pan"] },
            "else": { "properties": { "iban": { "type": "string" }, "pan": { "type": "integer" } } },
            "dependentSchemas": { "iban": { "properties": { "bic": {} } } },
            "dependentRequired": { "pan": ["cvc"] },
        });
        let expected = json!({
            "type": "object",
            "properties": {
                "kind": { "type": "string" },
                "pan": { "anyOf": [{ "type": "string" }, { "type": "integer" }] },
                "iban": { "type": "string" },
                "bic": {},
            },
        });
        assert_eq!(made(run, &schema), expected);
        let root = json!({ "components": { "schemas": { "A": schema.clone(), "B": schema } } });
        let (_, told) = made_of(run, &root);
        assert_eq!(told.len(), 3, "{told:?}");
    }

    #[test]
    fn alternatives_that_lead_back_are_looked_at_once() {
        let back = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        let ring =
            json!({ "anyOf": [back("A"), back("B"), back("A")], "oneOf": [back("B"), back("A")] });
        let conditional = json!({ "allOf": [back("A")], "then": back("B"), "if": {} });
        let root =
            json!({ "components": { "schemas": { "A": ring, "B": ring, "C": conditional } } });
        let (_, told) = made_of(run, &root);
        assert_eq!(told.len(), 1, "{told:?}");
    }

    #[test]
    fn conditions_that_are_parts_of_all_belong_to_the_whole() {
        let branch = |name: &str| json!({ "if": { "required": ["a"] }, "then": { "properties": { name: {}, "a": { "const": 1 } } } });
        let schema = json!({ "properties": { "a": {} }, "allOf": [branch("b"), branch("c")] });
        let expected = json!({ "properties": { "a": {}, "b": {}, "c": {} } });
        assert_eq!(made(run, &schema), expected);
    }

    #[test]
    fn nothing_but_a_condition_is_a_choice_of_its_branches() {
        let schema = json!({ "description": "d", "if": {}, "then": { "type": "string" }, "else": { "type": "integer" } });
        let expected =
            json!({ "description": "d", "anyOf": [{ "type": "string" }, { "type": "integer" }] });
        assert_eq!(made(run, &schema), expected);
    }
}
