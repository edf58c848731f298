//! The table of a choice, as it is noted: a row per alternative, in the order of the spec.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::facts::Facts;
use super::names;
use super::tags::Discriminator;
use crate::spec::{Object, Spec, component, exact_decimals};

/// More values than these are a list, and no way to tell anything apart.
const FEW: usize = 12;

pub(super) fn of(
    named: &Spec,
    all: &[(Value, Facts)],
    discriminator: Option<&Discriminator>,
    is_any_of: bool,
) -> Object {
    let values = discriminator.map(|d| d.values(named, all));
    let mut rows = Vec::new();
    for (at, ((schema, facts), (name, key))) in all.iter().zip(names::of(named, all)).enumerate() {
        let mut row = Map::new();
        row.insert("key".into(), key.into());
        row.insert("name".into(), name.into());
        row.insert("component".into(), component(schema).is_some().into());
        row.insert("union".into(), facts.is_union.into());
        row.insert("kinds".into(), json!(kinds(all, at)));
        if facts.is_object() {
            row.insert("required".into(), json!(facts.required));
            row.insert("known".into(), json!(facts.known));
            row.insert("rest".into(), json!(facts.rest));
            row.insert("listed".into(), told_apart(all, at).into());
        }
        if all
            .iter()
            .filter(|(_, facts)| facts.kinds.contains("text"))
            .count()
            > 1
        {
            row.insert("texts".into(), json!(facts.texts));
        }
        if let (Some(discriminator), Some(values)) = (discriminator, &values) {
            row.insert("tags".into(), json!(values[at]));
            let put_in = discriminator.put_in(named, schema, facts, values[at].first());
            row.insert("put_in".into(), json!(put_in));
        }
        rows.push(Value::Object(row));
    }
    let mut table = Map::new();
    table.insert("all".into(), rows.into());
    table.insert("any".into(), (is_any_of && discriminator.is_none()).into());
    table.insert("tag".into(), json!(discriminator.map(|d| &d.name)));
    table
}

/// A number is read from a text as well, unless another alternative is a text, and a text from a number likewise: then each
/// is written back as it came.
fn kinds(all: &[(Value, Facts)], at: usize) -> BTreeSet<&'static str> {
    let (schema, facts) = &all[at];
    let mut kinds = facts.kinds.clone();
    let own = match schema.get("format").and_then(Value::as_str) {
        _ if kinds.len() < 2 || facts.is_object() => return kinds,
        Some(exact_decimals::TEXT) => "text",
        _ => "number",
    };
    for (i, (_, other)) in all.iter().enumerate() {
        if i != at && other.kinds.len() == 1 {
            kinds.retain(|kind| *kind == own || !other.kinds.contains(kind));
        }
    }
    kinds
}

/// The fields of listed values by which this one differs from another.
fn told_apart(all: &[(Value, Facts)], at: usize) -> Object {
    let own = &all[at].1.listed;
    let differs = |name: &String, values: &Value| {
        let mut others = all.iter().enumerate().filter(|(i, _)| *i != at);
        others.any(|(_, (_, facts))| facts.is_object() && facts.listed.get(name) != Some(values))
    };
    own.iter()
        .filter(|(name, values)| {
            values.as_array().is_some_and(|v| v.len() <= FEW) && differs(name, values)
        })
        .map(|(name, values)| (name.clone(), values.clone()))
        .collect()
}
