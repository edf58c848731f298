//! What only the provider sets is not demanded of the caller, and what only the caller says not of the provider.
//!
//! `readOnly` and `writeOnly` stand on properties that are in one direction only, and `required` beside them is meant for
//! that direction. Most specs use one schema for both, and a builder that insists on the id that the provider will give,
//! or an answer that fails for want of a password, would make it unusable. Such a property is optional in a schema that
//! is used in the other direction; one that is used in both directions has both kinds optional. A property that a part of
//! an `allOf` brings is meant by `required` in any other part.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Object, Spec, Use, component, is_true, relax_reads, walk};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let sent = relax_reads::names_of_sent(spec);
    let read = relax_reads::names_of_read(spec);
    let mut schemas = Vec::new();
    if let Some(Value::Object(all)) = spec.root.pointer_mut("/components/schemas") {
        schemas.extend(
            all.iter_mut()
                .map(|(name, schema)| (schema, sent.contains(name), read.contains(name))),
        );
    }
    for (schema, sent, read) in schemas {
        walk(schema, &mut |schema| optional(&named, schema, sent, read));
    }
    spec.for_each_operation_schema(&mut |schema, place| {
        let read = place == Use::Response;
        walk(schema, &mut |schema| optional(&named, schema, !read, read));
    });
    Ok(())
}

fn optional(named: &Spec, schema: &mut Object, sent: bool, read: bool) {
    if !schema.contains_key("required") && !schema.contains_key("allOf") {
        return;
    }
    let mut one_way = BTreeSet::new();
    let mut seen = BTreeSet::new();
    collect(named, schema, (sent, read), &mut seen, &mut one_way);
    if one_way.is_empty() {
        return;
    }
    forget(schema, &one_way);
    let parts = schema.get_mut("allOf").and_then(Value::as_array_mut);
    for part in parts.into_iter().flatten().filter_map(Value::as_object_mut) {
        forget(part, &one_way);
    }
}

fn forget(schema: &mut Object, one_way: &BTreeSet<String>) {
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| !name.as_str().is_some_and(|n| one_way.contains(n)));
        if required.is_empty() {
            schema.remove("required");
        }
    }
}

/// The properties, its own and those of its parts, that are only in the direction in which the schema is not used.
fn collect<'a>(
    named: &'a Spec,
    schema: &'a Object,
    (sent, read): (bool, bool),
    seen: &mut BTreeSet<&'a str>,
    found: &mut BTreeSet<String>,
) {
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        let is = |word| property.as_object().is_some_and(|p| is_true(p, word));
        if sent && is("readOnly") || read && is("writeOnly") {
            found.insert(name.clone());
        }
    }
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        if component(part).is_some_and(|name| !seen.insert(name)) {
            continue;
        }
        if let Some(part) = named.resolve(part).as_object() {
            collect(named, part, (sent, read), seen, found);
        }
    }
}
