//! Each value of a list becomes a variant of its own, whatever it is made of.
//!
//! typify refuses two values that become one variant (`ok` and `OK`), calls a value without a letter `X`, and fails at one
//! that isn't of the type of its list. Here a list has texts alone, each once; one that has no variant of its own under
//! its own name is written down under another ([`distinct`](crate::distinct)), and the note beside it has what is on the
//! wire. [`open_enums`](crate::rust::open_enums) puts it back.
//!
//! A list of numbers stays what it is without the list, since a number carries any value. One of objects, lists or several
//! kinds is any JSON; that is told.

use std::collections::BTreeSet;

use serde_json::Value;

use super::exact_decimals::{self, OURS};
use super::{Object, Spec, description, each_holding, text};
use crate::distinct::{Claim, settle};
use crate::error::Error;
use crate::mark;
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut mixed = Vec::new();
    each_holding(&spec.root, "enum", &mut |schema, pointer| {
        if !pointer.ends_with("/properties") && kind(schema) == Kind::Mixed {
            mixed.push(pointer.to_owned());
        }
        Ok(())
    })?;
    for pointer in mixed {
        let wrong = "its `enum` lists values that no Rust type has in common";
        spec.taken(pointer, wrong, "any value is taken for one of them");
    }
    spec.for_each_schema(&mut |schema| {
        if schema.contains_key("enum") {
            settled(schema);
        }
    });
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Texts,
    Integers,
    Numbers,
    Booleans,
    /// `null`, or nothing.
    Nothing,
    /// What the schema says beside it is all there is to it.
    Other,
    Mixed,
}

/// What a list is one of. A type beside it is believed.
fn kind(schema: &Object) -> Kind {
    let listed = schema.get("enum").and_then(Value::as_array);
    let values: Vec<_> = listed
        .into_iter()
        .flatten()
        .filter(|v| !v.is_null())
        .collect();
    let all = |is: fn(&Value) -> bool| values.iter().all(|value| is(value));
    match text(schema, "type") {
        _ if values.is_empty() => Kind::Nothing,
        Some("string") if text(schema, "format").is_some_and(|f| f.starts_with(OURS)) => {
            Kind::Other
        }
        Some("string") if all(|v| v.is_object() || v.is_array()) => Kind::Mixed,
        Some("string") => Kind::Texts,
        Some("object" | "array") => Kind::Mixed,
        Some(_) => Kind::Other,
        None if ["$ref", "properties", "items", "allOf", "oneOf", "anyOf"]
            .iter()
            .any(|key| schema.contains_key(*key)) =>
        {
            Kind::Other
        }
        None if all(Value::is_string) => Kind::Texts,
        None if all(|v| v.is_i64() || v.is_u64()) => Kind::Integers,
        None if all(Value::is_number) => Kind::Numbers,
        None if all(Value::is_boolean) => Kind::Booleans,
        None => Kind::Mixed,
    }
}

fn settled(schema: &mut Object) {
    let kind = kind(schema);
    let values = schema.remove("enum");
    let values = values.as_ref().and_then(Value::as_array);
    if values.is_some_and(|values| values.iter().any(Value::is_null)) {
        schema.insert("nullable".into(), true.into());
    }
    match kind {
        Kind::Texts => texts(schema, values.into_iter().flatten()),
        Kind::Integers => {
            schema.insert("type".into(), "integer".into());
            schema.insert("format".into(), "int64".into());
        }
        Kind::Numbers => exact_decimals::replace(schema, exact_decimals::FORMAT),
        Kind::Booleans => {
            schema.insert("type".into(), "boolean".into());
        }
        Kind::Nothing | Kind::Other | Kind::Mixed => {}
    }
}

fn texts<'a>(schema: &mut Object, listed: impl Iterator<Item = &'a Value>) {
    let mut known = BTreeSet::new();
    let values: Vec<String> = listed
        .filter_map(|value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(value) => Some(value.to_string()),
            _ => None,
        })
        .filter(|value| known.insert(value.clone()))
        .collect();
    let claims: Vec<_> = values
        .iter()
        .map(|value| Claim {
            rust: rust_name::of_variant(value),
            spelled: value,
            place: value,
            what: "value",
        })
        .collect();
    let given = settle(&claims, &mut BTreeSet::new(), rust_name::of_type);
    let mut names = Object::new();
    let mut written = Vec::with_capacity(values.len());
    for (value, name) in values.into_iter().zip(given) {
        if rust_name::of_type(&value) == name {
            written.push(Value::String(value));
        } else {
            names.insert(name.clone(), value.into());
            written.push(name.into());
        }
    }
    // typify would leave out values that don't fit.
    for key in ["format", "pattern", "minLength", "maxLength"] {
        schema.remove(key);
    }
    schema.insert("type".into(), "string".into());
    schema.insert("enum".into(), written.into());
    if !names.is_empty() {
        mark::put_wire_names(&names, description(schema));
    }
}
