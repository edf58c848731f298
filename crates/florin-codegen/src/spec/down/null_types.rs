//! `null` as a type of its own.
//!
//! OpenAPI 3.0 knows only `nullable` beside another type. An alternative that is `null` makes the others nullable, and where
//! one other is left, that is what it is; a reference goes into an `allOf`, since beside it nothing counts. Also where a
//! `null` is written as 3.0 tempts to: as an alternative, or a part, that says nothing but `nullable: true`. What is nothing
//! but `null` is any JSON that may be `null`.

use serde_json::{Value, json};

use super::places::each_schema;
use super::{also_all_of, is_annotation};
use crate::error::Error;
use crate::spec::{Object, Spec, is_true};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    each_schema(&mut spec.root, &mut |schema, _| {
        let lists_null = schema.get("enum") == Some(&json!([null]));
        if lists_null || schema.get("type") == Some(&"null".into()) {
            if lists_null {
                schema.remove("enum");
            }
            schema.remove("type");
            schema.remove("format");
            schema.insert("nullable".into(), true.into());
        }
        for word in ["oneOf", "anyOf"] {
            alternatives(schema, word);
        }
        parts(schema);
    });
    Ok(())
}

/// Takes `null` out of the alternatives.
fn alternatives(schema: &mut Object, word: &str) {
    let Some(list) = schema.get_mut(word).and_then(Value::as_array_mut) else {
        return;
    };
    let before = list.len();
    list.retain(|alternative| !is_null(alternative));
    let removed = list.len() < before;
    // A nullable reference among the alternatives would hide what it refers to.
    let lifted = list.iter_mut().map(bare).fold(false, |any, one| any | one);
    let mut left = None;
    if removed && list.len() == 1 {
        left = list.pop();
    }
    if list.is_empty() {
        schema.remove(word);
    }
    if removed || lifted {
        schema.insert("nullable".into(), true.into());
    }
    if let Some(left) = left {
        put(schema, left);
    }
}

/// Takes the `null` out of what a schema is all of.
fn parts(schema: &mut Object) {
    let Some(list) = schema.get_mut("allOf").and_then(Value::as_array_mut) else {
        return;
    };
    let before = list.len();
    list.retain(|part| !is_null(part));
    let removed = list.len() < before;
    if list.is_empty() {
        schema.remove("allOf");
    }
    if removed {
        schema.insert("nullable".into(), true.into());
    }
}

fn is_null(schema: &Value) -> bool {
    schema.as_object().is_some_and(|schema| {
        is_true(schema, "nullable")
            && schema
                .keys()
                .all(|key| key == "nullable" || is_annotation(key))
    })
}

/// Makes a nullable reference a bare one. `false` where it isn't one.
fn bare(schema: &mut Value) -> bool {
    let Some(object) = schema.as_object().filter(|o| is_true(o, "nullable")) else {
        return false;
    };
    let only = |allowed: &str| {
        object
            .keys()
            .all(|key| key == allowed || key == "nullable" || is_annotation(key))
    };
    let parts = object.get("allOf").and_then(Value::as_array);
    let reference = match parts.map(Vec::as_slice) {
        Some([one]) if only("allOf") => one.get("$ref"),
        None if only("$ref") => object.get("$ref"),
        _ => None,
    };
    let Some(reference) = reference.cloned() else {
        return false;
    };
    *schema = json!({ "$ref": reference });
    true
}

/// Puts the one alternative that is left into the place of the choice.
fn put(schema: &mut Object, left: Value) {
    schema.remove("discriminator");
    let Value::Object(left) = left else {
        return;
    };
    let collides = left
        .keys()
        .any(|key| key != "nullable" && !is_annotation(key) && schema.contains_key(key));
    if left.contains_key("$ref") || collides {
        if !schema.contains_key("properties") {
            schema.remove("type");
        }
        also_all_of(schema, left.into());
        return;
    }
    for (key, value) in left {
        schema.entry(key).or_insert(value);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made;
    use super::run;

    #[test]
    fn one_alternative_beside_null_is_what_it_is() {
        let b = json!({ "$ref": "#/components/schemas/B" });
        for (schema, expected) in [
            (
                json!({ "description": "d", "anyOf": [b, { "type": "null" }] }),
                json!({ "description": "d", "allOf": [b], "nullable": true }),
            ),
            (
                json!({ "description": "d", "oneOf": [{ "type": "string", "maxLength": 3, "description": "e" }, { "enum": [null] }] }),
                json!({ "description": "d", "type": "string", "maxLength": 3, "nullable": true }),
            ),
            (
                json!({ "type": "object", "nullable": true, "oneOf": [b, { "nullable": true, "description": "or not" }] }),
                json!({ "allOf": [b], "nullable": true }),
            ),
            (
                json!({ "allOf": [b, { "nullable": true }] }),
                json!({ "allOf": [b], "nullable": true }),
            ),
            (json!({ "type": "null" }), json!({ "nullable": true })),
            (
                json!({ "type": "null", "enum": [null] }),
                json!({ "nullable": true }),
            ),
            (
                json!({ "oneOf": [{ "type": "null" }] }),
                json!({ "nullable": true }),
            ),
        ] {
            assert_eq!(made(run, &schema), expected);
        }
    }

    #[test]
    fn several_alternatives_beside_null_stay_a_choice_of_what_they_refer_to() {
        let to = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
        let schema = json!({ "oneOf": [
            { "anyOf": [to("B"), { "type": "null" }] }, to("C"), { "$ref": "#/components/schemas/D", "nullable": true },
        ] });
        let expected = json!({ "oneOf": [to("B"), to("C"), to("D")], "nullable": true });
        assert_eq!(made(run, &schema), expected);
    }
}
