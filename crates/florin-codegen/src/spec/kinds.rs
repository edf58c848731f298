//! Every schema says of what type it is.
//!
//! Many specs leave `type` out where the other keywords show it. Every later pass asks `type`, and typify makes any JSON of
//! what doesn't say it. Keywords of another type than the one that is said go as well: typify then tries to take the schema
//! for both.

use serde_json::{Value, json};

use super::told::Told;
use super::{Object, Spec, pointed, text};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    pointed::each(spec, &mut |schema, pointer| {
        typed(schema, pointer, &mut told)
    });
    told.tell(spec);
    Ok(())
}

fn typed(schema: &mut Value, pointer: &str, told: &mut Told) {
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    if !schema.contains_key("$ref") {
        if !schema.contains_key("type") {
            implied(schema);
        }
        if !schema.contains_key("type") {
            hand_down_items(schema);
        }
        contradictions(schema, pointer, told);
    }
    pointed::inner(schema, pointer, &mut |inner, pointer| {
        typed(inner, pointer, told)
    });
}

/// Adds the type that the other keywords show.
fn implied(schema: &mut Object) {
    let has = |key: &str| schema.contains_key(key);
    let lists = |is: fn(&Value) -> bool| {
        schema
            .get("enum")
            .and_then(Value::as_array)
            .is_some_and(|values| {
                values.iter().all(|v| is(v) || v.is_null()) && values.iter().any(is)
            })
    };
    let is_open = schema
        .get("additionalProperties")
        .is_some_and(|extra| *extra != Value::Bool(false));
    let is_composed = has("allOf") || has("oneOf") || has("anyOf");
    let name = if schema
        .get("properties")
        .is_some_and(|p| p.as_object().is_some_and(|p| !p.is_empty()))
        || is_open && !is_composed
    {
        "object"
    } else if has("items") && !has("oneOf") && !has("anyOf") {
        "array"
    } else if lists(Value::is_string) {
        "string"
    } else if is_composed {
        return;
    } else if lists(Value::is_i64) {
        "integer"
    } else if lists(Value::is_number) {
        "number"
    } else if lists(Value::is_boolean) {
        "boolean"
    } else if has("pattern") || has("minLength") || has("maxLength") {
        "string"
    } else {
        match text(schema, "format") {
            Some("int32" | "int64") => "integer",
            Some("float" | "double") => "number",
            Some(
                "date" | "date-time" | "uuid" | "email" | "uri" | "password" | "byte" | "binary",
            ) => "string",
            _ if has("minimum") || has("maximum") || has("multipleOf") => "number",
            _ => return,
        }
    };
    schema.insert("type".into(), name.into());
}

/// `items` beside a choice is of those alternatives that are lists.
fn hand_down_items(schema: &mut Object) {
    let Some(items) = schema.remove("items") else {
        return;
    };
    for key in ["oneOf", "anyOf"] {
        let alternatives = schema.get_mut(key).and_then(Value::as_array_mut);
        for list in alternatives.into_iter().flatten() {
            if let Some(list) = list.as_object_mut()
                && text(list, "type") == Some("array")
                && list.get("items").is_none_or(says_nothing)
            {
                list.insert("items".into(), items.clone());
            }
        }
    }
}

/// Whether a schema is any JSON, or any object.
fn says_nothing(schema: &Value) -> bool {
    let says = |(key, value): (&String, &Value)| match key.as_str() {
        "type" => value != "object",
        "title" | "description" | "example" => false,
        key => !key.starts_with("x-"),
    };
    schema
        .as_object()
        .is_none_or(|schema| !schema.iter().any(says))
}

/// Takes off what belongs to another type.
fn contradictions(schema: &mut Object, pointer: &str, told: &mut Told) {
    let fields = schema
        .get("properties")
        .and_then(Value::as_object)
        .is_some_and(|properties| !properties.is_empty());
    let items = schema.get("items").is_some_and(Value::is_object);
    match text(schema, "type") {
        Some("object") if items && !fields => {
            told.at(
                pointer,
                "this is `type: object` and has `items`",
                "it is taken as a list",
            );
            schema.insert("type".into(), "array".into());
            schema.remove("properties");
        }
        Some("array") if fields => {
            let wrong = "this is `type: array` and has `properties`";
            let mut item = Object::new();
            for key in ["properties", "required", "additionalProperties"] {
                item.extend(schema.remove(key).map(|value| (key.to_owned(), value)));
            }
            if schema.get("items").is_none_or(says_nothing) {
                told.at(pointer, wrong, "it is a list of such objects");
                item.insert("type".into(), "object".into());
                schema.insert("items".into(), item.into());
            } else {
                told.at(pointer, wrong, "it is the list that its `items` say");
            }
        }
        Some(name) if fields && name != "object" => {
            told.at(
                pointer,
                format!("this is `type: {name}` and has `properties`"),
                "it is taken as an object",
            );
            schema.insert("type".into(), "object".into());
        }
        _ => {}
    }
    let foreign: &[&str] = match text(schema, "type") {
        Some("object") => &["items", "enum", "pattern", "minLength", "maxLength"],
        Some("array") => &["properties", "required", "additionalProperties", "enum"],
        Some("string" | "number" | "integer" | "boolean") => {
            &["items", "properties", "required", "additionalProperties"]
        }
        _ => &[],
    };
    for key in foreign {
        schema.remove(*key);
    }
    if text(schema, "type") == Some("array") && !schema.get("items").is_some_and(Value::is_object) {
        schema.insert("items".into(), json!({}));
    }
}
