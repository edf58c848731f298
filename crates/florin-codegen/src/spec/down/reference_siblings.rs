//! What stands beside a `$ref`.
//!
//! OpenAPI 3.0 lets nothing count that stands there; 3.1 lets all of it. What their authors mean is the same in both, where
//! it says something *about* what is referred to: its description in this place, `nullable`, `deprecated`, `default`, words
//! that begin with `x-`. That is kept for a property and a component, by an `allOf` around the reference; in any other place
//! only `nullable` and words of ours are, since a description of it has no place in Rust, and an alternative or the element
//! of a list is what it refers to. A limit beside a reference narrows what the type is already: it is left out.
//!
//! Fields beside a reference count in 3.1 alone: there, they are a second part of the `allOf`.
//!
//! A parameter, body or answer may have a description of its own beside its reference: it takes the place of the other.

use serde_json::{Map, Value, json};

use super::places::{Kind, each};
use crate::error::Error;
use crate::spec::{Object, Spec};

/// Words beside a reference that make another type of what it refers to.
const FIELDS: [&str; 7] = [
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "allOf",
    "oneOf",
    "anyOf",
];

/// What may have a description beside a reference without being a schema.
const DESCRIBED: [Kind; 4] = [Kind::Parameter, Kind::Header, Kind::Body, Kind::Response];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let version = spec.root.get("openapi").and_then(Value::as_str);
    let all_count = !version.is_some_and(|version| version.starts_with("3.0"));
    each(&mut spec.root, &mut |kind, value, _| {
        let Some(object) = value.as_object_mut() else {
            return;
        };
        match kind {
            Kind::Schema => inside(object, all_count),
            Kind::Components => {
                let schemas = object.get_mut("schemas").and_then(Value::as_object_mut);
                for schema in schemas.into_iter().flat_map(Map::values_mut) {
                    settle(schema, true, all_count);
                }
            }
            Kind::Media | Kind::Parameter | Kind::Header if object.contains_key("schema") => {
                if let Some(schema) = object.get_mut("schema") {
                    settle(schema, false, all_count);
                }
            }
            _ if DESCRIBED.contains(&kind) => described(value, &named),
            _ => {}
        }
    });
    Ok(())
}

fn inside(schema: &mut Object, all_count: bool) {
    for (key, inner) in schema.iter_mut() {
        match key.as_str() {
            "properties" => {
                let properties = inner.as_object_mut().into_iter().flat_map(Map::values_mut);
                properties.for_each(|property| settle(property, true, all_count));
            }
            "allOf" | "oneOf" | "anyOf" | "prefixItems" => {
                let list = inner.as_array_mut().into_iter().flatten();
                list.for_each(|part| settle(part, false, all_count));
            }
            "patternProperties" => {
                let named = inner.as_object_mut().into_iter().flat_map(Map::values_mut);
                named.for_each(|part| settle(part, false, all_count));
            }
            "items" | "additionalProperties" | "unevaluatedProperties" | "not" => {
                settle(inner, false, all_count);
            }
            _ => {}
        }
    }
}

/// Keeps beside a reference what counts there.
fn settle(schema: &mut Value, describes: bool, all_count: bool) {
    let Some(object) = schema.as_object_mut().filter(|o| o.len() > 1) else {
        return;
    };
    let Some(reference @ Value::String(_)) = object.get("$ref").cloned() else {
        return;
    };
    let mut fields = Object::new();
    let mut about = Object::new();
    for (key, value) in std::mem::take(object) {
        match key.as_str() {
            word if all_count && FIELDS.contains(&word) => drop(fields.insert(key, value)),
            "nullable" if value == Value::Bool(true) => drop(about.insert(key, value)),
            "description" | "deprecated" | "default" | "readOnly" | "writeOnly" if describes => {
                about.insert(key, value);
            }
            word if is_ours(word) || describes && word.starts_with("x-") => {
                about.insert(key, value);
            }
            _ => {}
        }
    }
    let reference = json!({ "$ref": reference });
    if about.is_empty() && fields.is_empty() {
        *schema = reference;
        return;
    }
    let mut parts = vec![reference];
    if let Some(Value::Array(more)) = fields.remove("allOf") {
        parts.extend(more);
    }
    if !fields.is_empty() {
        parts.push(fields.into());
    }
    about.insert("allOf".into(), parts.into());
    *object = about;
}

fn is_ours(word: &str) -> bool {
    matches!(
        word,
        "x-sensitive"
            | "x-unit"
            | "x-as-sent"
            | "x-also-read"
            | "x-open"
            | "x-may-be-empty"
            | "x-holds"
    )
}

/// A reference with a description is a copy of what it leads to, with that description.
fn described(value: &mut Value, named: &Spec) {
    let Some(object) = value.as_object() else {
        return;
    };
    let says = object.get("description").filter(|d| d.is_string()).cloned();
    let (true, Some(says)) = (object.contains_key("$ref"), says) else {
        return;
    };
    let mut copy = named.resolve(value).clone();
    if let Some(copy) = copy
        .as_object_mut()
        .filter(|copy| !copy.contains_key("$ref"))
    {
        copy.insert("description".into(), says);
        let copy = std::mem::take(copy);
        *value = copy.into();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::{made, made_of};
    use super::run;

    fn of(version: &str, property: &Value) -> Value {
        let schema = json!({ "properties": { "p": property } });
        let root = json!({ "openapi": version, "components": { "schemas": { "A": schema } } });
        made_of(run, &root).0["components"]["schemas"]["A"]["properties"]["p"].clone()
    }

    #[test]
    fn what_is_said_about_a_reference_counts_in_any_version() {
        let b = json!({ "$ref": "#/components/schemas/B" });
        let property = json!({
            "$ref": "#/components/schemas/B", "description": "d", "nullable": true, "type": "object", "maxLength": 3,
            "example": 1, "title": "T", "x-added": "v1",
        });
        let expected =
            json!({ "allOf": [b], "description": "d", "nullable": true, "x-added": "v1" });
        assert_eq!(of("3.0.3", &property), expected);
        assert_eq!(of("3.1.0", &property), expected);
        let limited = json!({ "$ref": "#/components/schemas/B", "maxLength": 3 });
        assert_eq!(of("3.1.0", &limited), b);
    }

    #[test]
    fn fields_beside_a_reference_count_in_3_1() {
        let b = json!({ "$ref": "#/components/schemas/B" });
        let property = json!({ "$ref": "#/components/schemas/B", "properties": { "c": {} }, "required": ["c"] });
        assert_eq!(of("3.0.3", &property), b);
        let expected = json!({ "allOf": [b, { "properties": { "c": {} }, "required": ["c"] }] });
        assert_eq!(of("3.1.0", &property), expected);
    }

    #[test]
    fn an_element_and_an_alternative_are_what_they_refer_to() {
        let b = json!({ "$ref": "#/components/schemas/B" });
        let said = json!({ "$ref": "#/components/schemas/B", "description": "d" });
        let schema = json!({ "items": said, "oneOf": [said] });
        assert_eq!(made(run, &schema), json!({ "items": b, "oneOf": [b] }));
    }

    #[test]
    fn an_answer_has_its_own_description() {
        let root = json!({
            "paths": { "/a": { "get": { "responses": { "404": { "$ref": "#/components/responses/N", "description": "Own." } } } } },
            "components": { "responses": { "N": { "description": "Other.", "content": {} } } },
        });
        let (made, _) = made_of(run, &root);
        let response = &made["paths"]["/a"]["get"]["responses"]["404"];
        assert_eq!(*response, json!({ "description": "Own.", "content": {} }));
    }
}
