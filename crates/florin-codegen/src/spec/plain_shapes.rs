//! The guard before the generator: what is left after it are the few forms that typify takes for sure.
//!
//! A reference, a text with its limits or values, an integer, a truth value, a list, an object with fields, a map, any
//! JSON; each of them may be `null`. Of every schema only the keywords of its form stay. What says nothing of a type goes
//! without a word; a schema of no such form becomes any JSON, and is told. Chains of names that lead back to their start
//! are cut here as well, and schemas inside of schemas beyond what a stack holds: typify follows both without an end.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::told::Told;
use super::{Object, Spec, component, exact_decimals, is_true, pointed, text};
use crate::error::Error;

/// As deep schemas may be inside of schemas.
const DEPTH: usize = 64;

const ANY: &str = "it is any JSON";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    cut_circles(spec, &mut told);
    path_texts(spec)?;
    let names: BTreeSet<_> = spec.schemas().map(|(name, _)| name.clone()).collect();
    pointed::each(spec, &mut |schema, pointer| {
        plain(schema, pointer, (&names, 0), &mut told);
    });
    told.tell(spec);
    Ok(())
}

/// A text with limits can't be shown, and what is put into a path has to be: there it is a text without.
fn path_texts(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    spec.for_each_operation(|operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let is_in_path = parameter.get("in").is_some_and(|place| place == "path");
            let Some(schema) = parameter.get_mut("schema").filter(|_| is_in_path) else {
                continue;
            };
            let resolved = named.resolve(schema);
            let is_limited = |schema: &Object| {
                let limits = ["minLength", "maxLength"];
                text(schema, "type") == Some("string")
                    && !schema.contains_key("enum")
                    && limits.iter().any(|key| schema.contains_key(*key))
            };
            if resolved.as_object().is_some_and(is_limited) {
                *schema = json!({ "type": "string" });
            }
        }
        Ok(())
    })
}

/// A name for a name for itself is a name for nothing.
fn cut_circles(spec: &mut Spec, told: &mut Told) {
    let leads_to = |spec: &Spec, name: &str| -> Option<String> {
        let schema = spec.schema(name)?;
        let only = schema.get("allOf").and_then(Value::as_array);
        let only = only.and_then(|parts| parts.first()).unwrap_or(schema);
        component(only).map(str::to_owned)
    };
    let names: Vec<_> = spec.schemas().map(|(name, _)| name.clone()).collect();
    for start in names {
        let mut seen = BTreeSet::new();
        let mut name = start.clone();
        while seen.insert(name.clone()) {
            match leads_to(spec, &name) {
                Some(next) => name = next,
                None => break,
            }
        }
        if leads_to(spec, &name).is_none() || name != start {
            continue;
        }
        let schemas = spec.root.pointer_mut("/components/schemas");
        if let Some(schema) = schemas.and_then(|schemas| schemas.get_mut(&start)) {
            *schema = json!({});
            let pointer = format!("{}{}", super::SCHEMAS, super::escape(&start));
            told.at(&pointer, "this is another name for itself", ANY);
        }
    }
}

fn plain(
    schema: &mut Value,
    pointer: &str,
    (names, depth): (&BTreeSet<String>, usize),
    told: &mut Told,
) {
    let Some(object) = schema.as_object_mut() else {
        // `true` and `false` of JSON Schema.
        *schema = json!({});
        return;
    };
    if depth > DEPTH {
        told.at(pointer, "schemas are nested too deep here", ANY);
        *schema = json!({});
        return;
    }
    match form(object, names) {
        Ok(()) => {}
        Err(wrong) => {
            object.retain(|key, _| key == "description");
            if let Some(wrong) = wrong {
                told.at(pointer, wrong, ANY);
            }
        }
    }
    pointed::inner(object, pointer, &mut |inner, pointer| {
        plain(inner, pointer, (names, depth + 1), told);
    });
}

/// Brings a schema into one of the forms. Otherwise it is any JSON, for a reason if there is one to tell.
fn form(schema: &mut Object, names: &BTreeSet<String>) -> Result<(), Option<String>> {
    let missing = |reference: &Value| match component(reference) {
        Some(name) if names.contains(name) => None,
        _ => Some(format!("{} is no named schema", reference["$ref"])),
    };
    if schema.contains_key("$ref") {
        schema.retain(|key, _| key == "$ref");
        return match missing(&Value::Object(schema.clone())) {
            None => Ok(()),
            wrong => Err(wrong),
        };
    }
    if let Some(parts) = schema.get("allOf") {
        let wrong = match parts.as_array().map(Vec::as_slice) {
            Some([only]) if only.get("$ref").is_some() => missing(only),
            _ => Some("`allOf` could not be merged".to_owned()),
        };
        keep(schema, &["allOf"]);
        return wrong.map_or(Ok(()), |wrong| Err(Some(wrong)));
    }
    for word in ["oneOf", "anyOf"] {
        if schema.contains_key(word) {
            return union(schema, word);
        }
    }
    match text(schema, "type").map(str::to_owned).as_deref() {
        Some("string") => string(schema),
        Some("number") => exact_decimals::replace(schema, exact_decimals::FORMAT),
        Some("integer") => {
            if text(schema, "format") != Some("uint64") {
                schema.insert("format".into(), "int64".into());
            }
            keep(schema, &["type", "format"]);
        }
        Some("boolean") => keep(schema, &["type"]),
        Some("array") => {
            keep(schema, &["type", "items"]);
            if !schema.get("items").is_some_and(Value::is_object) {
                schema.insert("items".into(), json!({}));
            }
        }
        Some("object") => object(schema),
        Some(word) => return Err(Some(format!("`{word}` is no type"))),
        None => {
            // Any JSON may be `null` as it is.
            schema.retain(|key, _| key == "description" || key == "x-rust-name");
        }
    }
    Ok(())
}

/// What typify makes of unions is its own affair as long as nothing else has made something of this one.
fn union(schema: &mut Object, word: &str) -> Result<(), Option<String>> {
    let alternatives = schema.get(word).and_then(Value::as_array);
    if alternatives.is_none_or(Vec::is_empty) {
        return Err(Some(format!("`{word}` has no alternatives")));
    }
    keep(schema, &[word]);
    Ok(())
}

fn keep(schema: &mut Object, keys: &[&str]) {
    schema.retain(|key, value| {
        keys.contains(&key.as_str())
            || matches!(key.as_str(), "description" | "x-rust-name") && value.is_string()
            || key == "nullable" && *value == Value::Bool(true)
    });
}

fn string(schema: &mut Object) {
    let is_ours = |f: &str| f.starts_with(exact_decimals::OURS);
    if text(schema, "format").is_some_and(is_ours) {
        // An exact match only.
        schema.retain(|key, _| {
            matches!(key.as_str(), "type" | "format" | "description" | "nullable")
        });
        if !is_true(schema, "nullable") {
            schema.remove("nullable");
        }
        return;
    }
    keep(
        schema,
        &["type", "format", "enum", "minLength", "maxLength"],
    );
    if text(schema, "format") != Some("binary") {
        schema.remove("format");
    }
    let values = schema.get_mut("enum").and_then(Value::as_array_mut);
    let listed = values.map(|values| {
        values.retain(Value::is_string);
        values.len()
    });
    match listed {
        Some(0) => drop(schema.remove("enum")),
        // A value that is too long is listed all the same.
        Some(_) => ["minLength", "maxLength"]
            .iter()
            .for_each(|key| drop(schema.remove(*key))),
        None => {}
    }
    let limit = |key: &str| {
        schema
            .get(key)
            .and_then(Value::as_u64)
            .filter(|n| *n <= u64::from(u32::MAX))
    };
    let (min, max) = (limit("minLength"), limit("maxLength"));
    let is_contrary = matches!((min, max), (Some(min), Some(max)) if min > max);
    for (key, limit) in [("minLength", min), ("maxLength", max)] {
        // At least none is no limit.
        if is_contrary || limit.is_none() || key == "minLength" && limit == Some(0) {
            schema.remove(key);
        }
    }
}

fn object(schema: &mut Object) {
    keep(
        schema,
        &["type", "properties", "required", "additionalProperties"],
    );
    if let Some(required) = schema.get_mut("required") {
        let mut names: Vec<_> = required
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        match names.is_empty() {
            true => drop(schema.remove("required")),
            false => *required = names.into(),
        }
    }
    if !schema.get("properties").is_some_and(Value::is_object) {
        schema.remove("properties");
    }
    let extra = schema.get("additionalProperties");
    if !extra.is_some_and(|extra| extra.is_object() || extra.is_boolean()) {
        schema.remove("additionalProperties");
    }
}
