//! A named schema that may be `null` is not `null` itself: what refers to it may be.
//!
//! typify makes an `Option` inside a type of the schema's name of it, and two types of one name where the schema has a
//! title; and no pass that asks whether a property may be `null` would look behind its `$ref`. So the word moves to where
//! the schema is used. A list, a map or a property can then leave the value out in the way that is usual in Rust.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Object, Spec, Use, component, is_true, wrap_reference};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let nullable = nullable(spec);
    if nullable.is_empty() {
        return Ok(());
    }
    spec.for_each_schema(&mut |schema| inside(schema, &nullable));
    spec.for_each_operation_schema(&mut |schema, place| {
        if place == Use::Response
            && leads_to(schema, &nullable)
            && let Some(schema) = schema.as_object_mut()
        {
            may_be_null(schema);
        }
    });
    let schemas = spec
        .root
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    for (_, schema) in schemas.into_iter().flatten() {
        if let Some(schema) = schema.as_object_mut() {
            schema.remove("nullable");
            if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
                values.retain(|value| !value.is_null());
            }
        }
    }
    Ok(())
}

/// The names of those that say so, that are another name for one that does, or that have one among their alternatives.
fn nullable(spec: &Spec) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    loop {
        let more: Vec<_> = spec
            .schemas()
            .filter(|(name, schema)| !found.contains(*name) && is_nullable(schema, &found))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            return found;
        }
        found.extend(more);
    }
}

fn is_nullable(schema: &Value, found: &BTreeSet<String>) -> bool {
    let parts = |key: &str| {
        let parts = schema.get(key).and_then(Value::as_array);
        parts.map_or(&[][..], Vec::as_slice)
    };
    let says = |schema: &Value| {
        let is_said = schema.as_object().is_some_and(|s| is_true(s, "nullable"));
        // Any JSON may be `null` as it is.
        is_said
            && ["type", "allOf", "oneOf", "anyOf", "$ref"]
                .iter()
                .any(|key| schema.get(key).is_some())
    };
    let alternatives = parts("oneOf").iter().chain(parts("anyOf"));
    says(schema)
        || leads_to(schema, found)
        || matches!(parts("allOf"), [only] if leads_to(only, found))
        || alternatives
            .into_iter()
            .any(|part| says(part) || leads_to(part, found))
}

fn leads_to(schema: &Value, nullable: &BTreeSet<String>) -> bool {
    component(schema).is_some_and(|name| nullable.contains(name))
}

fn may_be_null(schema: &mut Object) {
    wrap_reference(schema);
    schema.insert("nullable".into(), true.into());
}

fn inside(schema: &mut Object, nullable: &BTreeSet<String>) {
    let wrap = |inner: &mut Value| {
        if leads_to(inner, nullable)
            && let Some(inner) = inner.as_object_mut()
        {
            may_be_null(inner);
        }
    };
    for key in ["items", "additionalProperties"] {
        schema.get_mut(key).into_iter().for_each(wrap);
    }
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    properties
        .into_iter()
        .flat_map(|all| all.values_mut())
        .for_each(wrap);
    let parts = |key: &str| {
        let parts = schema.get(key).and_then(Value::as_array);
        parts.into_iter().flatten()
    };
    let one_of = |key: &str| parts(key).any(|part| leads_to(part, nullable));
    if one_of("oneOf") || one_of("anyOf") || parts("allOf").count() == 1 && one_of("allOf") {
        schema.insert("nullable".into(), json!(true));
    }
}
