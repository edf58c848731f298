//! `true` and `false` as schemas.
//!
//! `true` is any JSON, which 3.0 writes as `{}`. `false` is nothing at all: a property that may not be there is left out, an
//! alternative that nothing fits is none, and a list whose further elements are `false` has just those before. Where neither
//! can be, a schema that nothing fits is any JSON, so that what a provider sends all the same can be read; that is told.
//! `additionalProperties` takes both words in 3.0, too.

use serde_json::{Map, Value, json};

use super::places::{Kind, each};
use crate::error::Error;
use crate::spec::told::Told;
use crate::spec::{Object, Spec};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    each(&mut spec.root, &mut |kind, value, pointer| match kind {
        Kind::Schema => {
            if let Some(schema) = value.as_object_mut() {
                inside(schema, pointer, &mut told);
            }
        }
        Kind::Components => {
            let schemas = value.get_mut("schemas").and_then(Value::as_object_mut);
            named(schemas, &format!("{pointer}/schemas"), &mut told);
        }
        Kind::Media | Kind::Parameter | Kind::Header => {
            if let Some(schema) = value.get_mut("schema") {
                plain(schema, &format!("{pointer}/schema"), &mut told);
            }
        }
        _ => {}
    });
    told.tell(spec);
    Ok(())
}

fn inside(schema: &mut Object, pointer: &str, told: &mut Told) {
    for key in ["properties", "patternProperties", "dependentSchemas"] {
        let Some(properties) = schema.get_mut(key).and_then(Value::as_object_mut) else {
            continue;
        };
        properties.retain(|_, property| *property != Value::Bool(false));
        named(Some(properties), pointer, told);
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(alternatives) = schema.get_mut(key).and_then(Value::as_array_mut) {
            alternatives.retain(|alternative| *alternative != Value::Bool(false));
        }
    }
    for key in ["allOf", "oneOf", "anyOf", "prefixItems", "items"] {
        let list = schema.get_mut(key).and_then(Value::as_array_mut);
        for inner in list.into_iter().flatten() {
            plain(inner, &format!("{pointer}/{key}"), told);
        }
    }
    for key in [
        "then",
        "else",
        "if",
        "contains",
        "propertyNames",
        "contentSchema",
        "not",
    ] {
        if schema.get(key).is_some_and(Value::is_boolean) {
            schema.remove(key);
        }
    }
    for key in ["items", "additionalItems", "unevaluatedItems"] {
        match schema.get(key) {
            Some(Value::Bool(true)) => drop(schema.insert(key.into(), json!({}))),
            // A list without elements is one of any, and `prefixItems` says what is before.
            Some(Value::Bool(false)) if key == "items" && !schema.contains_key("prefixItems") => {
                schema.insert(key.into(), json!({}));
            }
            Some(Value::Bool(false)) => drop(schema.remove(key)),
            _ => {}
        }
    }
}

fn named(schemas: Option<&mut Map<String, Value>>, pointer: &str, told: &mut Told) {
    for (name, schema) in schemas.into_iter().flatten() {
        plain(schema, &format!("{pointer}/{name}"), told);
    }
}

fn plain(schema: &mut Value, pointer: &str, told: &mut Told) {
    if let Value::Bool(allows) = schema {
        if !*allows {
            told.at(
                pointer,
                "the schema is `false`, which nothing fits",
                "it is any JSON",
            );
        }
        *schema = json!({});
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::{made, made_of};
    use super::run;

    #[test]
    fn true_is_anything_and_false_is_not_there() {
        let schema = json!({
            "properties": { "a": true, "b": false, "c": { "additionalProperties": false } },
            "oneOf": [false, true, { "items": false }],
            "not": true,
        });
        let expected = json!({
            "properties": { "a": {}, "c": { "additionalProperties": false } },
            "oneOf": [{}, { "items": {} }],
        });
        assert_eq!(made(run, &schema), expected);
        let root = json!({ "components": { "schemas": { "A": false, "B": true } } });
        let (made, told) = made_of(run, &root);
        assert_eq!(made["components"]["schemas"], json!({ "A": {}, "B": {} }));
        assert_eq!(
            told,
            [": #/components/schemas/A: the schema is `false`, which nothing fits; it is any JSON"]
        );
    }
}
