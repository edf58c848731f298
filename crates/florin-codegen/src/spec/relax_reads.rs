//! Be strict in what we send, lenient in what we read.
//!
//! typify checks a schema's limits when it decodes, and one value that a provider has widened since the spec was written
//! fails the whole answer. This pass takes the limits off every schema that occurs in an answer, that `x-holds` says to
//! be inside one, or that no operation uses: the last is what a provider sends by itself, or nothing is known of.
//!
//! - no limits of length, range, number or format; no `additionalProperties: false`; no `uniqueItems`;
//! - what is `required` and `nullable` may be absent, and `null` and absent read alike; in a schema that is sent as well, it is
//!   marked, so that [`sent_nulls`](crate::rust::sent_nulls) writes it in any case;
//! - an enum is marked, so that [`open_enums`](crate::rust::open_enums) lets it keep a value that it doesn't know;
//!   lists and maps are marked through their object, so that [`null_as_empty`](crate::rust::null_as_empty) reads `null`.
//!
//! **`required` is believed, also in an answer.** It is the one promise that a Rust type can carry, a field whose absence
//! goes unnoticed is worse with money than a decoding error that names it and keeps the body, and a spec that promises
//! too much is corrected by an overlay in one line. A schema that is both sent and read is read leniently and keeps
//! `required`, which its builder enforces.
//!
//! Schemas that are only sent keep their limits, but for an enum with `x-open: true`, which is open all the same.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Object, Spec, Use, component, description, inner_schemas, is_true, walk, wrap_reference,
};
use crate::error::Error;
use crate::mark::Mark;

/// The word that opens an enum which is only sent.
pub(crate) const OPEN: &str = "x-open";

const LIMITS: [&str; 12] = [
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_operation_schema(&mut |schema, place| {
        if place == Use::Response {
            walk(schema, &mut |schema| relax(schema, false));
        }
    });
    let read = names_of_read(spec);
    let sent = names_of_sent(spec);
    let schemas = spec
        .root
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    for (name, schema) in schemas.into_iter().flatten() {
        if read.contains(name) {
            let is_sent = sent.contains(name);
            walk(schema, &mut |schema| relax(schema, is_sent));
        }
    }
    spec.for_each_schema(&mut |schema| {
        if is_true(schema, OPEN) {
            Mark::Read.put(description(schema));
        }
    });
    Ok(())
}

/// The names of the schemas that occur in an answer, are held by one, or are used by no operation. The spec is only looked
/// at.
pub(crate) fn names_of_read(spec: &mut Spec) -> BTreeSet<String> {
    let mut found = Vec::new();
    let mut sent = Vec::new();
    spec.for_each_operation_schema(&mut |schema, place| match place {
        Use::Response => found.extend(references(schema)),
        Use::Parameter | Use::Request => sent.extend(references(schema)),
    });
    spec.for_each_schema(&mut |schema| {
        let held = schema.get("x-holds").and_then(Value::as_array);
        found.extend(
            held.into_iter()
                .flatten()
                .filter_map(component)
                .map(str::to_owned),
        );
    });
    let sent = closed(spec, sent);
    let unused = spec.schemas().map(|(name, _)| name);
    found.extend(unused.filter(|name| !sent.contains(*name)).cloned());
    closed(spec, found)
}

/// The names of the schemas that occur in what is sent. The spec is only looked at.
pub(crate) fn names_of_sent(spec: &mut Spec) -> BTreeSet<String> {
    let mut sent = Vec::new();
    spec.for_each_operation_schema(&mut |schema, place| {
        if place != Use::Response {
            sent.extend(references(schema));
        }
    });
    closed(spec, sent)
}

/// These schemas and all that they refer to.
fn closed(spec: &Spec, mut found: Vec<String>) -> BTreeSet<String> {
    let mut closed = BTreeSet::new();
    while let Some(name) = found.pop() {
        if let Some(schema) = spec.schema(&name)
            && closed.insert(name)
        {
            found.extend(references(schema));
        }
    }
    closed
}

fn references(schema: &Value) -> Vec<String> {
    let mut names: Vec<_> = component(schema).map(str::to_owned).into_iter().collect();
    for inner in schema.as_object().into_iter().flat_map(inner_schemas) {
        names.extend(references(inner));
    }
    names
}

fn relax(schema: &mut Object, is_sent: bool) {
    for limit in LIMITS {
        schema.remove(limit);
    }
    schema.remove("maxProperties");
    if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
        schema.remove("additionalProperties");
    }
    absent_like_null(schema, is_sent);
    let object = schema.contains_key("properties") || schema.get("type") == Some(&"object".into());
    if object || schema.contains_key("enum") {
        Mark::Read.put(description(schema));
    }
}

/// A property that may be `null` may be absent, and an absent one needs no `null` beside it.
fn absent_like_null(schema: &mut Object, is_sent: bool) {
    let required = schema.get("required").and_then(Value::as_array).cloned();
    let required = required.filter(|_| is_sent).unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else {
        return;
    };
    let mut nullable = BTreeSet::new();
    for (name, property) in properties.iter_mut() {
        if let Some(property) = property.as_object_mut()
            && is_true(property, "nullable")
        {
            nullable.insert(name.clone());
            property.remove("nullable");
            if let Some(values) = property.get_mut("enum").and_then(Value::as_array_mut) {
                values.retain(|value| !value.is_null());
            }
            if required.iter().any(|required| required == name) {
                wrap_reference(property);
                Mark::SentAsNull.put(description(property));
            }
        }
    }
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| !name.as_str().is_some_and(|n| nullable.contains(n)));
        if required.is_empty() {
            schema.remove("required");
        }
    }
}
