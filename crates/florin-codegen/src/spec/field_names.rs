//! Each property becomes a field of its own, whatever it is called.
//!
//! typify gives two properties that become one field (`fooBar` and `foo_bar`) one name, and serde then refuses the code.
//! One of them is written down under another name ([`distinct`](crate::distinct)), and the note on its object has the name
//! that is on the wire; [`wire_names`](crate::rust::wire_names) puts it back. A property `extra` beside fields that the
//! spec doesn't name gives way to these, whose field typify calls so.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Object, Spec, description};
use crate::distinct::{Claim, settle};
use crate::error::Error;
use crate::mark;
use crate::rust_name;

/// The field that typify makes for what the spec doesn't name.
const EXTRA: &str = "extra";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    // In an object that is put together of several, no note would stay.
    spec.for_each_schema(&mut |schema| {
        if schema.contains_key("properties") || schema.contains_key("required") {
            rename(schema);
        }
    });
    Ok(())
}

fn rename(schema: &mut Object) {
    let mut required: Vec<String> = match schema.get("required") {
        Some(Value::Array(names)) => names
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => Vec::new(),
    };
    let has_extra = schema
        .get("additionalProperties")
        .is_some_and(Value::is_object);
    let properties = schema.entry("properties").or_insert_with(|| json!({}));
    let Some(properties) = properties.as_object_mut() else {
        return;
    };
    // typify makes fields of these as well.
    for name in &required {
        properties.entry(name.clone()).or_insert_with(|| json!({}));
    }
    let claims: Vec<_> = properties
        .keys()
        .map(|name| Claim {
            rust: rust_name::of_field(name),
            spelled: name,
            place: name,
            what: "field",
        })
        .collect();
    let mut taken = BTreeSet::new();
    if has_extra {
        taken.insert(EXTRA.to_owned());
    }
    let given = settle(&claims, &mut taken, rust_name::of_field);
    let renamed: BTreeMap<String, String> = claims
        .iter()
        .zip(given)
        .filter(|(claim, name)| claim.rust != *name)
        .map(|(claim, name)| (claim.spelled.to_owned(), name))
        .collect();
    if renamed.is_empty() {
        return;
    }
    for (name, field) in &renamed {
        if let Some(property) = properties.remove(name) {
            properties.insert(field.clone(), property);
        }
        for required in required.iter_mut().filter(|required| *required == name) {
            required.clone_from(field);
        }
    }
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    let names: Object = renamed
        .into_iter()
        .map(|(name, field)| (field, name.into()))
        .collect();
    mark::put_wire_names(&names, description(schema));
}
