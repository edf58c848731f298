//! Every parameter has a place that a request has, and is there once.
//!
//! A request has a path, a query and headers. A cookie goes out in the header of that name; a parameter that is the body, or
//! a field of it, as Swagger 2 had them, makes the body. What is in no place that anybody knows can't be sent.

use serde_json::{Map, Value, json};

use super::told::Told;
use super::{METHODS, Object, Spec, escape, is_true, text};
use crate::error::Error;

/// Stands on a header that is written into `Cookie`.
pub(crate) const COOKIE: &str = "x-florin-cookie";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for method in METHODS {
            let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) else {
                continue;
            };
            let pointer = format!("#/paths/{}/{method}", escape(path));
            settle(operation, &pointer, &mut told);
        }
    }
    told.tell(spec);
    Ok(())
}

fn settle(operation: &mut Object, pointer: &str, told: &mut Told) {
    let Some(Value::Array(given)) = operation.remove("parameters") else {
        return;
    };
    let mut kept: Vec<Value> = Vec::with_capacity(given.len());
    let mut fields = Vec::new();
    for mut parameter in given {
        let Some(object) = parameter.as_object_mut() else {
            continue;
        };
        object.remove(COOKIE);
        let name = text(object, "name").unwrap_or_default().to_owned();
        match text(object, "in") {
            Some("path" | "query" | "header") => {}
            Some("cookie") => {
                object.insert("in".into(), "header".into());
                object.insert(COOKIE.into(), true.into());
                object.remove("style");
                object.remove("explode");
            }
            Some("body") if operation.contains_key("requestBody") => {
                let wrong = format!("the parameter `{name}` is a body beside `requestBody`");
                told.at(pointer, wrong, "it is left out");
                continue;
            }
            Some("body") => {
                let schema = object.remove("schema").unwrap_or_else(|| json!({}));
                let wrong = format!("the parameter `{name}` is in `body`");
                told.at(pointer, wrong, "it is sent as a JSON body");
                let body = body("application/json", &schema, object);
                operation.insert("requestBody".into(), body);
                continue;
            }
            Some("formData") if !operation.contains_key("requestBody") => {
                fields.push(parameter);
                continue;
            }
            // A reference that leads nowhere.
            None if object.contains_key("$ref") => {}
            place => {
                let place = place.unwrap_or("no place");
                let wrong = format!("the parameter `{name}` is in `{place}`, which no request has");
                told.at(pointer, wrong, "it is left out");
                continue;
            }
        }
        if let Some(twin) = kept.iter_mut().find(|known| is_same(known, &parameter)) {
            let wrong = format!("the parameter `{name}` is given twice");
            told.at(pointer, wrong, "the last one is taken");
            *twin = parameter;
        } else {
            kept.push(parameter);
        }
    }
    operation.insert("parameters".into(), kept.into());
    if !fields.is_empty() {
        let wrong = "it has parameters in `formData`";
        told.at(pointer, wrong, "they are sent as a form");
        operation.insert("requestBody".into(), form(fields));
    }
}

/// Names of headers differ in nothing but their case.
fn is_same(a: &Value, b: &Value) -> bool {
    let name = |parameter: &Value| {
        let name = parameter.get("name")?.as_str()?.to_owned();
        let is_header = parameter.get("in")? == "header" && parameter.get(COOKIE).is_none();
        Some(if is_header { name.to_lowercase() } else { name })
    };
    let place = |parameter: &Value| (parameter.get("in").cloned(), parameter.get(COOKIE).cloned());
    name(a).is_some() && name(a) == name(b) && place(a) == place(b)
}

fn body(media: &str, schema: &Value, said: &Object) -> Value {
    let mut body = json!({ "content": { media: { "schema": schema } } });
    body["required"] = is_true(said, "required").into();
    if let Some(words) = said.get("description") {
        body["description"] = words.clone();
    }
    body
}

/// A form of fields; of several parts if one is a file.
fn form(fields: Vec<Value>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut has_file = false;
    for field in fields {
        let Value::Object(mut field) = field else {
            continue;
        };
        let name = text(&field, "name").unwrap_or_default().to_owned();
        if is_true(&field, "required") {
            required.push(Value::from(name.as_str()));
        }
        let text_of = json!({ "type": "string" });
        let mut schema = field.remove("schema").unwrap_or(text_of);
        has_file |= schema
            .get("format")
            .is_some_and(|format| format == "binary");
        if let (Some(schema), Some(words)) = (schema.as_object_mut(), field.remove("description"))
            && !schema.contains_key("$ref")
        {
            schema.entry("description").or_insert(words);
        }
        properties.insert(name, schema);
    }
    let media = match has_file {
        true => "multipart/form-data",
        false => "application/x-www-form-urlencoded",
    };
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    body(media, &schema, &Object::new())
}
