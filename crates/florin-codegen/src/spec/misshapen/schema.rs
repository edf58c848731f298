//! Schemas, of whatever version of JSON Schema: what only 3.1 has is left for later.

use serde_json::{Value, json};

use super::kind::{Kind, keep, said};
use crate::spec::told::Told;
use crate::spec::{Object, text};

const KINDS: [(&str, Kind); 26] = [
    ("$ref", Kind::Text),
    ("title", Kind::Text),
    ("description", Kind::Text),
    ("format", Kind::Text),
    ("pattern", Kind::Text),
    ("nullable", Kind::Truth),
    ("readOnly", Kind::Truth),
    ("writeOnly", Kind::Truth),
    ("deprecated", Kind::Truth),
    ("uniqueItems", Kind::Truth),
    ("minimum", Kind::Number),
    ("maximum", Kind::Number),
    ("multipleOf", Kind::Number),
    ("exclusiveMinimum", Kind::Bound),
    ("exclusiveMaximum", Kind::Bound),
    ("minLength", Kind::Count),
    ("maxLength", Kind::Count),
    ("minItems", Kind::Count),
    ("maxItems", Kind::Count),
    ("minProperties", Kind::Count),
    ("maxProperties", Kind::Count),
    ("xml", Kind::Unused),
    ("externalDocs", Kind::Unused),
    ("example", Kind::Unused),
    ("examples", Kind::Unused),
    ("required", Kind::Texts),
];

/// What a name that is no type of JSON was meant as.
const MEANT: [(&str, &str, Option<&str>); 16] = [
    ("str", "string", None),
    ("text", "string", None),
    ("char", "string", None),
    ("uuid", "string", Some("uuid")),
    ("date", "string", Some("date")),
    ("datetime", "string", Some("date-time")),
    ("date-time", "string", Some("date-time")),
    ("file", "string", Some("binary")),
    ("int", "integer", None),
    ("long", "integer", Some("int64")),
    ("float", "number", None),
    ("double", "number", None),
    ("decimal", "number", None),
    ("bool", "boolean", None),
    ("list", "array", None),
    ("map", "object", None),
];

/// Named ones: components, properties.
pub(super) fn all(named: &mut Object, told: &mut Told) {
    for (name, schema) in named {
        told.within(name, |told| repair(schema, told));
    }
}

/// One, in its place.
pub(super) fn repair(slot: &mut Value, told: &mut Told) {
    match slot {
        Value::Object(schema) => object(schema, told),
        // `false` takes nothing: only the passes over OpenAPI 3.1 know what that says where it stands.
        Value::Bool(false) => {}
        Value::Null | Value::Bool(true) => *slot = json!({}),
        Value::String(reference) if reference.starts_with("#/") => {
            *slot = json!({ "$ref": reference });
        }
        Value::String(name) => {
            *slot = json!({ "type": name });
            repair(slot, told);
        }
        Value::Array(_) | Value::Number(_) => {
            let wrong = format!("the schema is {}, and has to be an object", said(slot));
            told.add(wrong, "it is any JSON");
            *slot = json!({});
        }
    }
}

fn object(schema: &mut Object, told: &mut Told) {
    kind(schema, told);
    if schema.get("required").is_some_and(Value::is_boolean) {
        // Older versions said so of a property in the property itself.
        let wrong = "`required` stands in the schema of the property itself";
        told.add(wrong, "it is passed over: the property is optional");
        schema.remove("required");
    }
    keep(schema, &KINDS, told);
    values(schema, told);
    keep(schema, &[("properties", Kind::Object)], told);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        told.within("properties", |told| all(properties, told));
    }
    for key in [
        "patternProperties",
        "$defs",
        "definitions",
        "dependentSchemas",
    ] {
        if let Some(Value::Object(named)) = schema.get_mut(key) {
            told.within(key, |told| all(named, told));
        }
    }
    for key in ["allOf", "oneOf", "anyOf", "prefixItems"] {
        parts(schema, key, told);
    }
    items(schema, told);
    for key in ["not", "if", "then", "else", "contains", "propertyNames"] {
        if let Some(inner) = schema.get_mut(key).filter(|inner| inner.is_object()) {
            told.within(key, |told| repair(inner, told));
        }
    }
    open(schema, told);
    discriminator(schema, told);
}

/// The `type`: a text, or a list of texts.
fn kind(schema: &mut Object, told: &mut Told) {
    match schema.get_mut("type") {
        Some(Value::String(name)) => {
            let name = std::mem::take(name);
            match meant(&name, told) {
                Some((kind, format)) => {
                    schema.insert("type".into(), kind.into());
                    if let Some(format) = format.filter(|_| !schema.contains_key("format")) {
                        schema.insert("format".into(), format.into());
                    }
                }
                None => {
                    schema.remove("type");
                }
            }
        }
        Some(Value::Array(names)) => {
            for name in names.iter_mut().filter(|name| name.is_null()) {
                *name = "null".into();
            }
            names.retain_mut(|name| match name.as_str().map(|name| meant(name, told)) {
                Some(Some((kind, _))) => {
                    *name = kind.into();
                    true
                }
                _ => false,
            });
            if names.is_empty() {
                schema.remove("type");
            }
        }
        Some(Value::Null) => {
            schema.remove("type");
        }
        Some(other) => {
            let wrong = format!("`type` is {}, and has to be a text", said(other));
            told.add(wrong, "it is passed over");
            schema.remove("type");
        }
        None => {}
    }
}

fn meant(name: &str, told: &mut Told) -> Option<(&'static str, Option<&'static str>)> {
    const TYPES: [&str; 7] = [
        "string", "number", "integer", "boolean", "object", "array", "null",
    ];
    let lower = name.trim().to_lowercase();
    if let Some(known) = TYPES.into_iter().find(|known| *known == lower) {
        return Some((known, None));
    }
    match MEANT.into_iter().find(|(word, ..)| *word == lower) {
        Some((_, kind, format)) => {
            told.add(
                format!("`type: {name}` is no type of JSON"),
                format!("it is taken for `{kind}`"),
            );
            Some((kind, format))
        }
        None => {
            if !matches!(lower.as_str(), "" | "any") {
                let wrong = format!("`type: {name}` is no type of JSON");
                told.add(wrong, "it is passed over");
            }
            None
        }
    }
}

fn values(schema: &mut Object, told: &mut Told) {
    match schema.get_mut("enum") {
        Some(Value::Array(values)) if values.is_empty() => {
            told.add("`enum` lists nothing", "it is passed over");
            schema.remove("enum");
        }
        None | Some(Value::Array(_)) => {}
        Some(Value::Null) => {
            schema.remove("enum");
        }
        Some(Value::Object(_)) => {
            let wrong = "`enum` is an object, and has to be a list";
            told.add(wrong, "it is passed over");
            schema.remove("enum");
        }
        Some(value) => {
            let listed = vec![value.take()];
            schema.insert("enum".into(), listed.into());
        }
    }
}

fn parts(schema: &mut Object, key: &str, told: &mut Told) {
    if let Some(value) = schema.get_mut(key).filter(|value| value.is_object()) {
        let one = vec![value.take()];
        schema.insert(key.into(), one.into());
    }
    let Some(value) = schema.get_mut(key) else {
        return;
    };
    match value {
        Value::Array(parts) => {
            parts.retain(|part| !part.is_null());
            for (at, part) in parts.iter_mut().enumerate() {
                told.within(key, |told| {
                    told.within(&at.to_string(), |told| repair(part, told));
                });
            }
            if parts.is_empty() {
                schema.remove(key);
            }
        }
        other => {
            if !other.is_null() {
                let wrong = format!("`{key}` is {}, and has to be a list", said(other));
                told.add(wrong, "it is passed over");
            }
            schema.remove(key);
        }
    }
}

fn items(schema: &mut Object, told: &mut Told) {
    if let Some(Value::Array(each)) = schema.get_mut("items") {
        // Older versions of JSON Schema had a schema for each place.
        let one = match &mut each[..] {
            [one] => one.take(),
            [] => json!({}),
            _ => json!({ "anyOf": std::mem::take(each) }),
        };
        schema.insert("items".into(), one);
    }
    if let Some(inner) = schema.get_mut("items") {
        told.within("items", |told| repair(inner, told));
    }
}

fn open(schema: &mut Object, told: &mut Told) {
    const KEY: &str = "additionalProperties";
    match schema.get_mut(KEY) {
        None | Some(Value::Bool(_)) => {}
        Some(Value::Null) => {
            schema.remove(KEY);
        }
        Some(Value::String(word)) if matches!(word.as_str(), "true" | "false") => {
            let is_open = word == "true";
            schema.insert(KEY.into(), is_open.into());
        }
        Some(inner) => told.within(KEY, |told| repair(inner, told)),
    }
}

fn discriminator(schema: &mut Object, told: &mut Told) {
    const KEY: &str = "discriminator";
    if let Some(Value::String(property)) = schema.get(KEY) {
        let object = json!({ "propertyName": property });
        schema.insert(KEY.into(), object);
    }
    keep(schema, &[(KEY, Kind::Object)], told);
    let Some(Value::Object(tag)) = schema.get_mut(KEY) else {
        return;
    };
    let kinds = [("propertyName", Kind::Text), ("mapping", Kind::Object)];
    keep(tag, &kinds, told);
    if let Some(Value::Object(mapping)) = tag.get_mut("mapping") {
        mapping.retain(|_, schema| schema.is_string());
    }
    if text(tag, "propertyName").is_none() {
        told.add("`discriminator` names no property", "it is passed over");
        schema.remove(KEY);
    }
}
