//! Components whose names become one Rust name, or one that the code around the types needs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::distinct::{Claim, settle};
use crate::rust_name;
use crate::spec::{Object, SCHEMAS, Spec, escape};

/// Gives each component a name whose Rust name is its own. Those that have one keep it as it is spelled.
pub(super) fn run(spec: &mut Spec, taken: &mut BTreeSet<String>) {
    let renamed: BTreeMap<String, String> = {
        let claims: Vec<_> = spec
            .schemas()
            .map(|(name, _)| Claim {
                rust: rust_name::of_type(name),
                spelled: name,
                place: name,
                what: "schema",
            })
            .collect();
        let given = settle(&claims, taken, rust_name::of_type);
        let all = claims.iter().zip(given);
        let changed = all.filter(|(claim, name)| claim.rust != *name);
        changed
            .map(|(claim, name)| (claim.spelled.to_owned(), name))
            .collect()
    };
    if renamed.is_empty() {
        return;
    }
    let schemas = spec.root.pointer_mut("/components/schemas");
    if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
        let old = std::mem::take(schemas);
        for (name, schema) in old {
            let name = renamed.get(&name).cloned().unwrap_or(name);
            schemas.insert(name, schema);
        }
    }
    let references: BTreeMap<String, String> = renamed
        .iter()
        .map(|(name, new)| {
            (
                format!("{SCHEMAS}{}", escape(name)),
                format!("{SCHEMAS}{new}"),
            )
        })
        .collect();
    redirect(&mut spec.root, &references);
    for (name, new) in renamed {
        spec.origins
            .insert(new, format!("{SCHEMAS}{}", escape(&name)));
    }
}

fn redirect(value: &mut Value, references: &BTreeMap<String, String>) {
    match value {
        Value::Object(object) => {
            redirected(object, references);
            object
                .values_mut()
                .for_each(|inner| redirect(inner, references));
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|inner| redirect(inner, references)),
        _ => {}
    }
}

fn redirected(object: &mut Object, references: &BTreeMap<String, String>) {
    if let Some(Value::String(reference)) = object.get_mut("$ref")
        && let Some(new) = references.get(reference)
    {
        reference.clone_from(new);
    }
}
