//! The table of a choice, as it is noted: a row per alternative, in the order of the spec.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::facts::Facts;
use super::tags::Discriminator;
use crate::rust_name;
use crate::spec::merged_objects::variant;
use crate::spec::{Object, Spec, component, exact_decimals, text};

/// More values than these are a list, and no way to tell anything apart.
const FEW: usize = 12;

pub(super) fn of(
    named: &Spec,
    all: &[(Value, Facts)],
    discriminator: Option<&Discriminator>,
    is_any_of: bool,
) -> Object {
    let values = discriminator.map(|d| d.values(named, all));
    let mut keys: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for (at, (schema, facts)) in all.iter().enumerate() {
        let name = name(named, all, at);
        let mut key = rust_name::of_field(&name);
        if keys.contains(&key) {
            key = format!("{key}_{at}");
        }
        keys.push(key.clone());
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

/// After its component; else after what it is, in the words that typify has for it.
fn name(named: &Spec, all: &[(Value, Facts)], at: usize) -> String {
    let (schema, facts) = &all[at];
    if let Some(name) = variant(schema) {
        return name.to_owned();
    }
    let of_kind = |(schema, facts): &(Value, Facts)| match variant(schema) {
        Some(_) => "",
        None => kind(schema, facts),
    };
    let kind = kind(schema, facts);
    if all.iter().filter(|other| of_kind(other) == kind).count() < 2 {
        return kind.to_owned();
    }
    own_name(named, all, at).unwrap_or_else(|| kind.to_owned())
}

fn kind(schema: &Value, facts: &Facts) -> &'static str {
    let of = |key| schema.as_object().and_then(|s| text(s, key));
    let kinds: Vec<_> = facts.kinds.iter().copied().collect();
    match (of("type"), of("format"), &kinds[..]) {
        (Some("integer"), Some("uint64"), _) => "Uint64",
        (Some("integer"), ..) => "Int64",
        (_, _, ["boolean"]) => "Boolean",
        (_, _, ["text"]) => "String",
        (_, _, ["list"]) => "Array",
        (_, _, ["object"]) => "Object",
        (_, _, kinds) if kinds.contains(&"number") => "Number",
        _ => "Value",
    }
}

/// What tells it apart from others of its kind that have no name either.
fn own_name(named: &Spec, all: &[(Value, Facts)], at: usize) -> Option<String> {
    let (schema, facts) = &all[at];
    if let Some(items) = schema.get("items") {
        let inner = component(items).map(str::to_owned);
        let inner = inner.unwrap_or_else(|| kind(items, &Facts::of(named, items)).to_owned());
        return Some(format!("ArrayOf-{inner}"));
    }
    let single =
        facts
            .listed
            .values()
            .find_map(|values| match values.as_array().map(Vec::as_slice) {
                Some([Value::String(value)]) => Some(value.clone()),
                _ => None,
            });
    let is_own = |name: &&String| {
        let mut others = all.iter().enumerate().filter(|(i, _)| *i != at);
        others.all(|(_, (_, facts))| !facts.known.contains(*name))
    };
    let required = facts
        .required
        .iter()
        .filter(|name| facts.known.contains(*name));
    let field = || {
        required
            .chain(&facts.known)
            .find(is_own)
            .map(|name| format!("With-{name}"))
    };
    single.or_else(field)
}
