//! A type that others extend is one of those others where it is used.
//!
//! `discriminator` on a schema that others merge by `allOf` says that a value of it is one of them, by its tag. The schema
//! is both at once then: what they share, and the choice between them. Here the first goes under a name of its own, which
//! they merge instead, and the schema itself becomes a `oneOf`. Before anything is merged, since nothing is left of it
//! afterwards; and of the whole document, because a type that is only merged stays what it is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::facts::list;
use super::tags::target;
use crate::error::Error;
use crate::spec::{Object, SCHEMAS, Spec, component, is_true};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let bases: Vec<String> = spec
        .schemas()
        .filter(|(_, schema)| {
            schema
                .get("discriminator")
                .and_then(|d| d.get("propertyName"))
                .is_some()
        })
        .map(|(name, _)| name.clone())
        .collect();
    for base in bases {
        let heirs = heirs(spec, &base);
        if !heirs.is_empty() && is_used(&spec.root, &base) {
            split(spec, &base, &heirs);
        }
    }
    Ok(())
}

/// The schemas that merge it, by themselves or by way of another.
fn heirs(spec: &Spec, base: &str) -> BTreeSet<String> {
    let mut children: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    for (name, schema) in spec.schemas() {
        for part in schema
            .as_object()
            .into_iter()
            .flat_map(|s| list(s, "allOf"))
        {
            if let Some(parent) = component(part) {
                children.entry(parent).or_default().push(name);
            }
        }
    }
    let mut found = BTreeSet::new();
    let mut open = vec![base];
    while let Some(parent) = open.pop() {
        for child in children.get(parent).into_iter().flatten() {
            if *child != base && found.insert((*child).clone()) {
                open.push(child.as_str());
            }
        }
    }
    found
}

/// Whether anything refers to it but to merge it.
fn is_used(value: &Value, base: &str) -> bool {
    match value {
        Value::Object(object) => object
            .iter()
            .any(|(key, inner)| match (key.as_str(), inner) {
                ("allOf", Value::Array(parts)) if inherits(object) => parts
                    .iter()
                    .any(|part| component(part).is_none() && is_used(part, base)),
                ("discriminator" | "example" | "examples", _) => false,
                ("$ref", Value::String(_)) => component(value) == Some(base),
                _ => is_used(inner, base),
            }),
        Value::Array(items) => items.iter().any(|item| is_used(item, base)),
        _ => false,
    }
}

/// Whether its `allOf` adds something, rather than say something of one other.
fn inherits(schema: &Object) -> bool {
    list(schema, "allOf").nth(1).is_some() || schema.contains_key("properties")
}

fn split(spec: &mut Spec, base: &str, heirs: &BTreeSet<String>) {
    let mut fields_name = format!("{base}Fields");
    while spec.schema(&fields_name).is_some() {
        fields_name.push('_');
    }
    let own_values = |spec: &Spec, name: &str| {
        let value = spec.schema(name)?.get("x-ms-discriminator-value")?;
        value.as_str().map(str::to_owned)
    };
    let said: Vec<_> = heirs
        .iter()
        .filter_map(|name| Some((own_values(spec, name)?, name)))
        .collect();
    let Some(Value::Object(mut fields)) = spec.schema(base).cloned() else {
        return;
    };
    let discriminator = fields.remove("discriminator").unwrap_or_default();
    let mut mapping = discriminator
        .get("mapping")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    for (value, name) in said {
        mapping
            .entry(value)
            .or_insert_with(|| format!("{SCHEMAS}{name}").into());
    }
    let listed = fields.remove("oneOf").or_else(|| fields.remove("anyOf"));
    let reference = |name: &str| json!({ "$ref": format!("{SCHEMAS}{name}") });
    let mut all = match listed {
        Some(Value::Array(listed)) => listed,
        // All of them, or those that are said to be: an heir of an heir is in both cases.
        _ => heirs.iter().map(|name| reference(name)).collect(),
    };
    let itself = reference(&fields_name);
    for to in mapping.values_mut() {
        if target(to) == Some(base) {
            to.clone_from(&json!(format!("{SCHEMAS}{fields_name}")));
            if !all.contains(&itself) {
                all.push(itself.clone());
            }
        }
    }
    all.retain(|alternative| component(alternative) != Some(base));

    let mut union = Map::new();
    for (key, value) in &fields {
        if key.starts_with("x-") || matches!(key.as_str(), "description" | "title") {
            union.insert(key.clone(), value.clone());
        }
    }
    if is_true(&fields, "nullable") {
        fields.remove("nullable");
        union.insert("nullable".into(), true.into());
    }
    fields.remove("title");
    union.insert("oneOf".into(), all.into());
    let mut told = Map::new();
    told.insert(
        "propertyName".into(),
        discriminator
            .get("propertyName")
            .cloned()
            .unwrap_or_default(),
    );
    if !mapping.is_empty() {
        told.insert("mapping".into(), mapping.into());
    }
    union.insert("discriminator".into(), told.into());

    merge_instead(&mut spec.root, base, &fields_name, heirs);
    if let Some(schemas) = spec
        .root
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        schemas.insert(base.to_owned(), union.into());
        schemas.insert(fields_name, fields.into());
    }
}

/// What merges the type merges its fields.
fn merge_instead(root: &mut Value, base: &str, fields: &str, heirs: &BTreeSet<String>) {
    let schemas = root
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    for (name, schema) in schemas.into_iter().flatten() {
        if let Some(schema) = schema.as_object_mut().filter(|_| heirs.contains(name)) {
            rename(schema, base, fields);
        }
    }
    everywhere(root, base, fields);
}

fn everywhere(value: &mut Value, base: &str, fields: &str) {
    match value {
        Value::Object(object) => {
            if inherits(object) {
                rename(object, base, fields);
            }
            object
                .values_mut()
                .for_each(|inner| everywhere(inner, base, fields));
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|inner| everywhere(inner, base, fields)),
        _ => {}
    }
}

fn rename(schema: &mut Object, base: &str, fields: &str) {
    let parts = schema.get_mut("allOf").and_then(Value::as_array_mut);
    for part in parts.into_iter().flatten() {
        if component(part) == Some(base) {
            *part = json!({ "$ref": format!("{SCHEMAS}{fields}") });
        }
    }
}
