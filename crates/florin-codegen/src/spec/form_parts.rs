//! A form of several parts is an object whose fields go out one by one: an object as JSON, `format: binary` as a file.
//!
//! progenitor knows no `multipart/form-data`. For it, such a body is JSON; a file is a `florin_core::FilePart`, and
//! [`runtime`](crate::rust::runtime) puts the fields into a form instead of writing them as one JSON.

use std::collections::BTreeSet;

use serde_json::Value;

use super::exact_decimals::replace;
use super::request_bodies::{FORM_DATA, choose, chosen};
use super::{Object, Operation, Spec, component, mentions, text};
use crate::error::Error;

/// The format that stands for `florin_core::FilePart`.
pub(crate) const FORMAT: &str = "x-florin-file";

/// A part of a form.
#[derive(Clone, Debug)]
pub(crate) struct FormPart {
    /// On the wire.
    pub(crate) name: String,
    pub(crate) is_file: bool,
}

/// The parts of the operation's body, where it is a form of several parts.
pub(crate) fn of(spec: &Spec, operation: &Operation<'_>) -> Result<Option<Vec<FormPart>>, Error> {
    let Some((FORM_DATA, schema)) = chosen(operation) else {
        return Ok(None);
    };
    let Some(properties) = spec
        .resolve(schema)
        .get("properties")
        .and_then(Value::as_object)
    else {
        return Err(operation.error(
            format!("the `{FORM_DATA}` body is no object with `properties` of its own"),
            "write its parts as the `properties` of one object, without `allOf`, `oneOf` or `anyOf`",
        ));
    };
    let mut parts = Vec::with_capacity(properties.len());
    for (name, property) in properties {
        let is_file = property.as_object().is_some_and(is_binary);
        if !is_file && !is_json(spec, spec.resolve(property)) {
            return Err(operation.error(
                format!("the part `{name}` of its `{FORM_DATA}` body is neither a file nor an object"),
                "say `type: string` and `format: binary` of a file, and make anything else an object; other parts are not \
                 supported",
            ));
        }
        parts.push(FormPart {
            name: name.clone(),
            is_file,
        });
    }
    alone(spec, operation, schema)?;
    Ok(Some(parts))
}

/// A type of which a form is made has files in it, which can't be written as JSON.
fn alone(spec: &Spec, operation: &Operation<'_>, schema: &Value) -> Result<(), Error> {
    let Some(name) = component(schema) else {
        return Ok(());
    };
    let mut elsewhere = Vec::new();
    for (_, schema) in spec.schemas() {
        mentions(schema, &mut elsewhere);
    }
    for other in spec.operations() {
        for (key, said) in other.body {
            let is_form =
                key == "requestBody" && chosen(&other).is_some_and(|(m, _)| m == FORM_DATA);
            if !is_form {
                mentions(said, &mut elsewhere);
            }
        }
    }
    if !elsewhere.iter().any(|other| other == name) {
        return Ok(());
    }
    Err(operation.error(
        format!("its `{FORM_DATA}` body is a `{name}`, which is used for something else as well"),
        "give the form a schema of its own",
    ))
}

fn is_binary(schema: &Object) -> bool {
    text(schema, "type") == Some("string") && text(schema, "format") == Some("binary")
}

/// Whether it goes out as JSON, by what OpenAPI says of parts without an `encoding`.
fn is_json(spec: &Spec, schema: &Value) -> bool {
    let is_object = |schema: &Value| {
        schema.get("properties").is_some()
            || schema.get("type").is_some_and(|kind| kind == "object")
    };
    let parts = schema.get("allOf").and_then(Value::as_array);
    is_object(schema)
        || parts
            .into_iter()
            .flatten()
            .any(|part| is_object(spec.resolve(part)))
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut named = BTreeSet::new();
    for operation in spec.operations() {
        if let Some((FORM_DATA, schema)) = chosen(&operation) {
            named.extend(component(schema).map(str::to_owned));
        }
    }
    for name in named {
        if let Some(schema) = spec
            .root
            .pointer_mut("/components/schemas")
            .and_then(|schemas| schemas.get_mut(&name))
        {
            files(schema);
        }
    }
    spec.for_each_operation(|operation| {
        let content = operation
            .get_mut("requestBody")
            .and_then(|body| body.get_mut("content")?.as_object_mut());
        let Some(content) = content else {
            return Ok(());
        };
        let offered: Vec<_> = content.keys().map(String::as_str).collect();
        let Some((offered, FORM_DATA)) = choose(&offered) else {
            return Ok(());
        };
        let mut media = content.get(offered).cloned().unwrap_or_default();
        if let Some(schema) = media.get_mut("schema") {
            files(schema);
        }
        content.clear();
        content.insert("application/json".into(), media);
        Ok(())
    })
}

/// Puts our type into the place of each file of a form. What the form has no name for, it can't send.
fn files(schema: &mut Value) {
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    let Some(properties) = properties else {
        return;
    };
    for property in properties.values_mut().filter_map(Value::as_object_mut) {
        if is_binary(property) {
            replace(property, FORMAT);
        }
    }
    schema.remove("additionalProperties");
}
