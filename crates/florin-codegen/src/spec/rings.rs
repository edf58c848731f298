//! Schemas that `allOf` merges into themselves.
//!
//! Such a schema has no end: typify goes around until the stack is full, which ends the build without a message.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{SCHEMAS, Spec, component, escape};
use crate::error::Error;

/// Refuses a spec with such a ring.
pub(crate) fn check(spec: &Spec) -> Result<(), Error> {
    let mut done = BTreeSet::new();
    for (name, _) in spec.schemas() {
        merged(spec, name, &mut Vec::new(), &mut done)?;
    }
    spec.schemas()
        .try_for_each(|(name, schema)| distributed(spec, name, schema))
}

/// `allOf` of a union and something else is a union of each variant with that, and has no end where a variant leads back.
fn distributed(spec: &Spec, name: &str, schema: &Value) -> Result<(), Error> {
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        let merges = parts(schema, "allOf").nth(1).is_some();
        if merges && leads_to(spec, parts(schema, "allOf").collect(), name) {
            return Err(Error::pointer(
                format!("{SCHEMAS}{}", escape(name)),
                "`allOf` merges a union into this of which this is itself a variant",
                "take the union out of what is merged: leave there only what the variants share",
            ));
        }
        open.extend(variants_and_parts(schema));
    }
    Ok(())
}

fn leads_to<'a>(spec: &'a Spec, mut open: Vec<&'a Value>, name: &str) -> bool {
    let mut known = BTreeSet::new();
    while let Some(schema) = open.pop() {
        match component(schema) {
            Some(found) if found == name => return true,
            Some(found) if known.insert(found) => open.extend(spec.schema(found)),
            Some(_) => {}
            None => open.extend(variants_and_parts(schema)),
        }
    }
    false
}

/// The variants of a union with a discriminator are left out: they are written out later, without what leads back.
fn variants_and_parts(schema: &Value) -> impl Iterator<Item = &Value> {
    let keys: &[&str] = match schema.get("discriminator") {
        Some(_) => &["allOf"],
        None => &["allOf", "oneOf", "anyOf"],
    };
    keys.iter().flat_map(move |key| parts(schema, key))
}

fn parts<'a>(schema: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    schema
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn merged<'a>(
    spec: &'a Spec,
    name: &'a str,
    above: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Result<(), Error> {
    if let Some(start) = above.iter().position(|known| *known == name) {
        let ring: Vec<_> = above[start..]
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        return Err(Error::pointer(
            format!("{SCHEMAS}{}", escape(name)),
            format!(
                "`allOf` merges this into itself, by way of {}",
                ring.join(", ")
            ),
            "move what they share into a schema of its own, and merge that into each",
        ));
    }
    if !done.insert(name) {
        return Ok(());
    }
    above.push(name);
    let mut open: Vec<_> = spec.schema(name).into_iter().collect();
    while let Some(schema) = open.pop() {
        if let Some(part) = component(schema) {
            merged(spec, part, above, done)?;
        } else if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            open.extend(parts);
        }
    }
    above.pop();
    Ok(())
}
