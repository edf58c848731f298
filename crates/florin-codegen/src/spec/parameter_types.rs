//! A parameter that is an object is of the type that its schema has in `components`.
//!
//! progenitor nests a builder for an object in the builder of its operation, for bodies only: it panics at a parameter of one.
//! So its schema is hidden behind a format that stands for the type by its name, which the
//! [generator](crate::generator) is told of.

use serde_json::{Value, json};

use super::{Object, Spec, component};
use crate::error::Error;
use crate::rust_name;

/// How the formats begin that stand for a type of the spec itself.
pub(crate) const FORMAT: &str = "x-florin-type:";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let mut types: Vec<(String, Value)> = Vec::new();
    spec.for_each_operation(|operation| {
        let id = operation
            .get("operationId")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut)
        {
            let name = parameter.get("name").and_then(Value::as_str);
            let own = rust_name::of_type(&format!("{id}-{}", name.unwrap_or_default()));
            let Some(schema) = parameter.get_mut("schema") else {
                continue;
            };
            if !is_struct(&named, schema) {
                continue;
            }
            let name = match last_component(&named, schema) {
                Some(name) => name.to_owned(),
                None => hoisted(&named, own, schema, &mut types),
            };
            *schema = json!({ "type": "string", "format": format!("{FORMAT}{name}") });
        }
        Ok(())
    })?;
    if types.is_empty() {
        return Ok(());
    }
    if let Some(root) = spec.root.as_object_mut() {
        let components = root.entry("components").or_insert_with(|| json!({}));
        if let Some(components) = components.as_object_mut() {
            let schemas = components.entry("schemas").or_insert_with(|| json!({}));
            if let Some(schemas) = schemas.as_object_mut() {
                schemas.extend(types);
            }
        }
    }
    Ok(())
}

/// Whether typify makes an object with a builder of it.
fn is_struct(spec: &Spec, schema: &Value) -> bool {
    let has = |schema: &Object, key: &str| schema.contains_key(key);
    let schema = spec.resolve(schema).as_object();
    schema.is_some_and(|schema| {
        has(schema, "properties")
            || schema.get("additionalProperties") == Some(&Value::Bool(false))
            || has(schema, "allOf")
    })
}

/// The component that is no mere name of another.
fn last_component<'a>(spec: &'a Spec, schema: &'a Value) -> Option<&'a str> {
    let mut name = component(schema)?;
    for _ in 0..64 {
        match spec.schema(name).and_then(component) {
            Some(next) => name = next,
            None => break,
        }
    }
    Some(name)
}

fn hoisted(
    spec: &Spec,
    mut name: String,
    schema: &Value,
    types: &mut Vec<(String, Value)>,
) -> String {
    let is_taken = |name: &str, types: &[(String, Value)]| {
        let of_spec = spec.schemas().map(|(name, _)| name.as_str());
        let mut all = of_spec.chain(types.iter().map(|(name, _)| name.as_str()));
        all.any(|taken| rust_name::of_type(taken) == name)
    };
    while is_taken(&name, types) {
        name.push_str("Parameter");
    }
    types.push((name.clone(), schema.clone()));
    name
}

/// The components that parameters are of.
pub(crate) fn named(root: &Value) -> Vec<String> {
    let paths = root.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flat_map(Object::values);
    let operations = items.filter_map(Value::as_object).flat_map(Object::values);
    let mut names: Vec<_> = operations
        .filter_map(|operation| operation.get("parameters")?.as_array())
        .flatten()
        .filter_map(|parameter| parameter.get("schema")?.get("format")?.as_str())
        .filter_map(|format| format.strip_prefix(FORMAT))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}
