//! Ways through the schemas that know where they are.

use serde_json::Value;

use super::{METHODS, Object, Spec, escape};

/// Visits the schemas that stand by themselves, after `inline_parts`: the named ones, and those that operations hold
/// directly. Each comes with its JSON pointer.
pub(crate) fn each(spec: &mut Spec, f: &mut dyn FnMut(&mut Value, &str)) {
    let named = spec
        .root
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    for (name, schema) in named.into_iter().flatten() {
        f(schema, &format!("#/components/schemas/{}", escape(name)));
    }
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for method in METHODS {
            if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                of_operation(
                    operation,
                    &format!("#/paths/{}/{method}", escape(path)),
                    &mut *f,
                );
            }
        }
    }
}

fn of_operation(operation: &mut Object, pointer: &str, f: &mut dyn FnMut(&mut Value, &str)) {
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for (i, parameter) in parameters.into_iter().flatten().enumerate() {
        if let Some(schema) = parameter.get_mut("schema") {
            f(schema, &format!("{pointer}/parameters/{i}/schema"));
        }
    }
    if let Some(body) = operation.get_mut("requestBody") {
        of_content(body, &format!("{pointer}/requestBody"), f);
    }
    let responses = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut);
    for (status, response) in responses.into_iter().flatten() {
        of_content(
            response,
            &format!("{pointer}/responses/{}", escape(status)),
            f,
        );
    }
}

fn of_content(holder: &mut Value, pointer: &str, f: &mut dyn FnMut(&mut Value, &str)) {
    let content = holder.get_mut("content").and_then(Value::as_object_mut);
    for (media, content) in content.into_iter().flatten() {
        if let Some(schema) = content.get_mut("schema") {
            f(
                schema,
                &format!("{pointer}/content/{}/schema", escape(media)),
            );
        }
    }
}

/// Visits the schemas directly inside a schema, each with its pointer.
pub(crate) fn inner(schema: &mut Object, pointer: &str, f: &mut dyn FnMut(&mut Value, &str)) {
    for (key, inner) in schema.iter_mut() {
        match (key.as_str(), inner) {
            ("properties", Value::Object(properties)) => {
                for (name, property) in properties.iter_mut() {
                    f(property, &format!("{pointer}/properties/{}", escape(name)));
                }
            }
            ("allOf" | "oneOf" | "anyOf", Value::Array(parts)) => {
                for (i, part) in parts.iter_mut().enumerate() {
                    f(part, &format!("{pointer}/{key}/{i}"));
                }
            }
            ("items" | "additionalProperties" | "not", inner @ Value::Object(_)) => {
                f(inner, &format!("{pointer}/{key}"));
            }
            _ => {}
        }
    }
}
