//! A union becomes a choice: an enum with a variant per alternative, and one that keeps what fits none.
//!
//! progenitor ignores `discriminator` and lets serde try one alternative after the other: slow, with an error that says
//! nothing, wrong where one alternative's fields are among another's, and failing the whole answer at the first value that
//! the spec doesn't know. What is told apart here is told apart by a table (see `florin_core::union`), which is noted
//! on the choice for [`choices`](crate::rust::choices) to write down.
//!
//! - Fields that stand beside the union belong to each alternative that is an object.
//! - An alternative that is any JSON is left out: what fits none is kept as that.
//! - A parameter has no room for an object and no enum of its own: it becomes a text, or any single value.

pub(crate) mod inherited;
pub(crate) mod sole;

mod facts;
mod names;
mod table;
mod tags;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use self::facts::{Facts, list};
use self::tags::Discriminator;
use super::{Object, Spec, Use, component, is_true, text};
use crate::error::Error;
use crate::mark;

/// The word of the note on a choice.
pub(crate) const WORD: &str = "choice";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    spec.for_each_operation_schema(&mut |schema, place| {
        if place == Use::Parameter {
            walk_values(schema, &mut |inner| parameter(&named, inner));
        }
    });
    spec.for_each_schema(&mut |schema| choice(&named, schema));
    null_where_it_is_used(spec);
    Ok(())
}

fn walk_values(schema: &mut Value, f: &mut dyn FnMut(&mut Value)) {
    f(schema);
    if let Some(items) = schema.get_mut("items") {
        walk_values(items, f);
    }
}

fn is_union(schema: &Value) -> bool {
    ["oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(*key).is_some_and(Value::is_array))
}

/// Whether a parameter is any text (`true`) or any JSON, since its schema is a union, or a list of one.
pub(crate) fn is_any_text(named: &Spec, schema: &Value) -> Option<bool> {
    let mut inner = named.resolve(schema);
    for _ in 0..16 {
        let Some(union) = inner.as_object().filter(|_| is_union(inner)) else {
            inner = named.resolve(inner.get("items")?);
            continue;
        };
        let mut union = union.clone();
        sole::settle(named, &mut union);
        return is_union(&union.into()).then(|| is_text(named, inner));
    }
    None
}

fn is_text(named: &Spec, union: &Value) -> bool {
    let facts = Facts::of(named, union);
    facts.kinds.iter().all(|kind| *kind == "text")
}

/// A union in a parameter: single texts are a text, single values and lists of them what is written alike.
fn parameter(named: &Spec, schema: &mut Value) {
    let resolved = named.resolve(schema);
    let Some(union) = resolved.as_object().filter(|_| is_union(resolved)) else {
        return;
    };
    let mut union = union.clone();
    sole::settle(named, &mut union);
    if !is_union(&Value::Object(union.clone())) {
        *schema = union.into();
        return;
    }
    let words = text(&union, "description").map(str::to_owned);
    let mut loose = if is_text(named, resolved) {
        json!({ "type": "string" })
    } else {
        json!({})
    };
    if let (Some(loose), Some(words)) = (loose.as_object_mut(), words) {
        loose.insert("description".into(), words.into());
    }
    *schema = loose;
}

/// Puts a choice into the place of a union.
fn choice(named: &Spec, schema: &mut Object) {
    sole::settle(named, schema);
    let is_any_of = !schema.contains_key("oneOf");
    let Some(Value::Array(given)) = schema.remove("oneOf").or_else(|| schema.remove("anyOf"))
    else {
        schema.remove("discriminator");
        return;
    };
    schema.remove("anyOf");
    let base = base(schema);
    let mut all = Vec::new();
    for alternative in given {
        let facts = Facts::of(named, &alternative);
        // By itself, it says no more than that nothing is known.
        if !facts.is_any() || !base.is_empty() {
            all.push(with_base(named, alternative, facts, &base));
        }
    }
    let discriminator = Discriminator::of(schema);
    let is_nullable = is_true(schema, "nullable");
    let mut words = text(schema, "description").unwrap_or_default().to_owned();
    let kept: Vec<_> = schema.remove("x-rust-name").into_iter().collect();
    schema.clear();
    for name in kept {
        schema.insert("x-rust-name".into(), name);
    }
    if is_nullable {
        schema.insert("nullable".into(), true.into());
    }
    if all.is_empty() {
        schema.insert("description".into(), words.into());
        return;
    }
    let objects = all.iter().filter(|(_, facts)| facts.is_object()).count();
    let table = table::of(
        named,
        &all,
        discriminator.as_ref(),
        is_any_of && objects > 1,
    );
    let mut properties = Map::new();
    for ((alternative, _), row) in all.into_iter().zip(list(&table, "all")) {
        let key = row.get("key").and_then(Value::as_str).unwrap_or_default();
        properties.insert(key.to_owned(), alternative);
    }
    let required: Vec<_> = properties.keys().cloned().collect();
    mark::put_note(WORD, &table.into(), &mut words);
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), properties.into());
    schema.insert("required".into(), required.into());
    schema.insert("description".into(), words.into());
}

/// What stands beside the alternatives and holds for each that is an object.
fn base(schema: &Object) -> Object {
    let keys = ["properties", "required", "additionalProperties"];
    let base = schema
        .iter()
        .filter(|(key, _)| keys.contains(&key.as_str()));
    let base: Object = base
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    match base.contains_key("properties") {
        true => base,
        false => Object::new(),
    }
}

fn with_base(named: &Spec, alternative: Value, facts: Facts, base: &Object) -> (Value, Facts) {
    let own = base.get("properties").and_then(Value::as_object);
    let has_all = own
        .into_iter()
        .flatten()
        .all(|(name, _)| facts.known.contains(name));
    if base.is_empty() || has_all || !facts.is_object() || facts.is_union {
        return (alternative, facts);
    }
    let mut merged = named
        .resolve(&alternative)
        .as_object()
        .cloned()
        .unwrap_or_default();
    if merged.contains_key("allOf") {
        return (alternative, facts);
    }
    merged.insert("type".into(), "object".into());
    for (key, value) in base {
        match (merged.get_mut(key), value) {
            (None, value) => {
                merged.insert(key.clone(), value.clone());
            }
            (Some(Value::Object(fields)), Value::Object(more)) => {
                for (name, field) in more {
                    fields.entry(name.clone()).or_insert_with(|| field.clone());
                }
            }
            (Some(Value::Array(names)), Value::Array(more)) => {
                for name in more {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
            }
            _ => {}
        }
    }
    let merged = Value::Object(merged);
    let facts = Facts::of(named, &merged);
    (merged, facts)
}

/// A component that is a choice is never `null` itself: what refers to it is. Else it would be an option inside its name.
fn null_where_it_is_used(spec: &mut Spec) {
    let schemas = spec
        .root
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    let mut nullable = BTreeSet::new();
    for (name, schema) in schemas.into_iter().flatten() {
        if let Some(schema) = schema.as_object_mut()
            && mark::note(WORD, text(schema, "description").unwrap_or_default()).is_some()
            && schema.remove("nullable").is_some()
        {
            nullable.insert(name.clone());
        }
    }
    if nullable.is_empty() {
        return;
    }
    let is_null = |schema: &Value| component(schema).is_some_and(|name| nullable.contains(name));
    let optional = |schema: &mut Value| {
        if is_null(schema) {
            *schema = json!({ "nullable": true, "allOf": [schema.take()] });
        }
    };
    spec.for_each_schema(&mut |schema| {
        if schema
            .get("allOf")
            .and_then(Value::as_array)
            .is_some_and(|parts| parts.len() == 1 && is_null(&parts[0]))
        {
            schema.insert("nullable".into(), true.into());
        }
        let is_choice = mark::note(WORD, text(schema, "description").unwrap_or_default()).is_some();
        let required: Vec<_> = list(schema, "required").cloned().collect();
        if let Some(properties) = schema
            .get_mut("properties")
            .and_then(Value::as_object_mut)
            .filter(|_| !is_choice)
        {
            for (name, property) in properties {
                // An optional one may be absent, and need not be `null` beside it.
                if required.iter().any(|r| r == name) {
                    optional(property);
                }
            }
        }
        for key in ["items", "additionalProperties"] {
            if let Some(inner) = schema.get_mut(key) {
                optional(inner);
            }
        }
    });
    spec.for_each_operation_schema(&mut |schema, place| {
        if place == Use::Response {
            optional(schema);
        }
    });
}
