//! What must hold before any pass runs: the version, the shape, the ids of the operations.
//!
//! progenitor answers most of these with a panic, or with a message that does not say where.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::{METHODS, Object, Spec, escape, rings};
use crate::error::Error;

/// Refuses a spec that can't be used.
pub(crate) fn check(spec: &Spec) -> Result<(), Error> {
    form(&spec.root)?;
    rings::check(spec)?;
    operation_ids(spec)
}

/// The version, and what a document must have.
pub(crate) fn form(root: &Value) -> Result<(), Error> {
    version(root)?;
    shape(root)
}

fn version(root: &Value) -> Result<(), Error> {
    let remedy = "give an OpenAPI 3.0 document; one of another version has to be converted first, not just renumbered";
    if let Some(swagger) = root.get("swagger") {
        return Err(Error::pointer(
            "#/swagger",
            format!("this is Swagger {}", plain(swagger)),
            remedy,
        ));
    }
    match root.get("openapi") {
        Some(Value::String(version)) if version.starts_with("3.0.") => Ok(()),
        Some(version) => Err(Error::pointer(
            "#/openapi",
            format!("this is OpenAPI {}", plain(version)),
            remedy,
        )),
        None => Err(Error::file(
            "this is not an OpenAPI document: it has no `openapi`",
            remedy,
        )),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), Into::into)
}

fn shape(root: &Value) -> Result<(), Error> {
    for (key, what) in [
        ("info", "what the API is called"),
        ("paths", "what operations there are"),
    ] {
        if !root.get(key).is_some_and(Value::is_object) {
            return Err(Error::pointer(
                format!("#/{key}"),
                "this object is missing",
                format!("say here {what}"),
            ));
        }
    }
    for key in ["title", "version"] {
        if !root["info"].get(key).is_some_and(Value::is_string) {
            let pointer = format!("#/info/{key}");
            return Err(Error::pointer(
                pointer,
                "this text is missing",
                "write it, in quotes if it looks like a number",
            ));
        }
    }
    let paths = root.get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        let pointer = format!("#/paths/{}", escape(path));
        if !path.starts_with('/') && !path.starts_with("x-") {
            return Err(Error::pointer(
                pointer,
                "a path must start with a slash",
                format!("call it `/{path}`"),
            ));
        }
        if path.starts_with('/') {
            item_shape(item, &pointer)?;
        }
    }
    Ok(())
}

/// A part of another kind would be passed over in silence. A key without a value is taken as absent.
fn item_shape(item: &Value, pointer: &str) -> Result<(), Error> {
    let Some(object) = item.as_object() else {
        return match item {
            Value::Null => Ok(()),
            _ => Err(misshapen(pointer.to_owned(), item, "an object")),
        };
    };
    let at = |value: Option<&Value>, pointer: String, list: bool| match value {
        None | Some(Value::Null) => Ok(()),
        Some(Value::Array(_)) if list => Ok(()),
        Some(Value::Object(_)) if !list => Ok(()),
        Some(other) => Err(misshapen(
            pointer,
            other,
            if list { "a list" } else { "an object" },
        )),
    };
    let parameters = |holder: &Object, pointer: &str| {
        let pointer = format!("{pointer}/parameters");
        at(holder.get("parameters"), pointer.clone(), true)?;
        let given = holder.get("parameters").and_then(Value::as_array);
        for (i, parameter) in given.into_iter().flatten().enumerate() {
            if !parameter.is_object() {
                let pointer = format!("{pointer}/{i}");
                return Err(misshapen(pointer, parameter, "an object"));
            }
        }
        Ok(())
    };
    parameters(object, pointer)?;
    for method in METHODS {
        let pointer = format!("{pointer}/{method}");
        at(object.get(method), pointer.clone(), false)?;
        let Some(operation) = object.get(method).and_then(Value::as_object) else {
            continue;
        };
        parameters(operation, &pointer)?;
        for key in ["requestBody", "responses"] {
            at(operation.get(key), format!("{pointer}/{key}"), false)?;
        }
        let responses = operation.get("responses").and_then(Value::as_object);
        for (status, response) in responses.into_iter().flatten() {
            if !status.starts_with("x-") {
                let pointer = format!("{pointer}/responses/{}", escape(status));
                at(Some(response), pointer, false)?;
            }
        }
    }
    Ok(())
}

fn misshapen(pointer: String, value: &Value, wanted: &str) -> Error {
    let kind = match value {
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
        _ => "a single value",
    };
    Error::pointer(
        pointer,
        format!("this is {kind}, and has to be {wanted}"),
        "write it as OpenAPI 3.0 wants it, or leave it out",
    )
}

fn operation_ids(spec: &Spec) -> Result<(), Error> {
    let mut known = HashMap::new();
    for operation in spec.operations() {
        let Some(id) = operation.id() else {
            let remedy = "give it one in snake_case: it becomes the name of the method";
            return Err(operation.error("the operation has no `operationId`", remedy));
        };
        if !id.contains(char::is_alphanumeric) {
            let wrong = format!("the `operationId` is `{id}`, of which no name can be made");
            return Err(
                operation.error(wrong, "give it letters: it becomes the name of the method")
            );
        }
        if let Some((method, path)) =
            known.insert(id.to_owned(), (operation.method, operation.path))
        {
            let wrong = format!(
                "the `operationId` is taken by {} {path}",
                method.to_uppercase()
            );
            return Err(operation.error(wrong, "give each operation its own"));
        }
    }
    Ok(())
}

/// The placeholders of a path and its path parameters are the same. Needs the parameters in the operations.
pub(crate) fn placeholders(spec: &Spec) -> Result<(), Error> {
    for operation in spec.operations() {
        let wanted: BTreeSet<_> = operation
            .path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect();
        let parameters = operation
            .body
            .get("parameters")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let parameters = parameters.filter(|p| p.get("in").is_some_and(|place| place == "path"));
        let mut given = BTreeSet::new();
        for parameter in parameters {
            let name = parameter
                .get("name")
                .and_then(Value::as_str)
                .unwrap_or_default();
            given.insert(name);
            if parameter.get("required") != Some(&Value::Bool(true)) {
                let wrong = format!("the path parameter `{name}` is not `required: true`");
                return Err(operation.error(wrong, "a path has no optional parts; say so"));
            }
        }
        if let Some(name) = wanted.difference(&given).next() {
            let wrong = format!("the path has `{{{name}}}`, and no parameter is called so");
            return Err(operation.error(wrong, "add a parameter `in: path` of that name"));
        }
        if let Some(name) = given.difference(&wanted).next() {
            let wrong = format!("the path parameter `{name}` is not in the path");
            return Err(operation.error(
                wrong,
                format!("put `{{{name}}}` into the path, or remove the parameter"),
            ));
        }
    }
    Ok(())
}
