//! What the alternatives of a union are called: after what they are, wherever they stand in it.
//!
//! A component gives its name. An inline object is called after the single value of a field of its own, else after a field
//! that the others don't have; it is so too where it is the only one, since others may come. Anything else has the name of
//! its JSON kind. Where that leaves two with one name, they get a word behind it that comes from what is in them
//! ([`distinct`](crate::distinct)): the order in the file decides nothing.

use std::collections::BTreeSet;

use serde_json::Value;

use super::facts::Facts;
use crate::distinct::{Claim, settle};
use crate::rust_name;
use crate::spec::merged_objects::variant;
use crate::spec::{Spec, component, text};

/// How the place of an inline one begins: after those of components.
const INLINE: &str = "inline ";

type All<'a> = &'a [(Value, Facts)];

/// The name of each, and that of its field as long as the choice is a struct.
pub(super) fn of(named: &Spec, all: All<'_>) -> Vec<(String, String)> {
    let wanted: Vec<String> = (0..all.len()).map(|at| name(named, all, at)).collect();
    let wanted: Vec<String> = (0..all.len())
        .map(|at| among_equals(all, &wanted, at))
        .collect();
    // Components come first.
    let places: Vec<String> = all
        .iter()
        .map(|(schema, _)| match variant(schema) {
            Some(name) => format!("component {name}"),
            None => format!("{INLINE}{}", shape(schema)),
        })
        .collect();
    let names = settled(&wanted, &places, rust_name::of_type);
    let mut keys = settled(&names, &names, rust_name::of_field);
    keys.iter_mut()
        .for_each(|key| *key = rust_name::of_field(key));
    names.into_iter().zip(keys).collect()
}

/// Each its own; as it is spelled where that is so already.
fn settled(names: &[String], places: &[String], recase: fn(&str) -> String) -> Vec<String> {
    let claims: Vec<_> = names
        .iter()
        .zip(places)
        .map(|(name, place)| Claim {
            rust: recase(name),
            // How our own words are spelled tells nothing.
            spelled: if place.starts_with(INLINE) { "" } else { name },
            place,
            what: "",
        })
        .collect();
    let mut given = settle(&claims, &mut BTreeSet::new(), recase);
    for (given, name) in given.iter_mut().zip(names) {
        if recase(name) == *given {
            given.clone_from(name);
        }
    }
    given
}

fn name(named: &Spec, all: All<'_>, at: usize) -> String {
    let (schema, facts) = &all[at];
    if let Some(name) = variant(schema) {
        return name.to_owned();
    }
    let kind = kind(schema, facts);
    if kind == "Array" && count(all, |other| other == kind) > 1 {
        let items = schema.get("items").unwrap_or(&Value::Null);
        let inner = component(items).map(str::to_owned);
        let inner = inner.unwrap_or_else(|| self::kind(items, &Facts::of(named, items)).to_owned());
        return format!("ArrayOf-{inner}");
    }
    let single = (kind == "Object").then(|| single(facts)).flatten();
    let field = || {
        with(
            facts,
            all.iter()
                .enumerate()
                .filter(|(i, _)| *i != at)
                .map(|(_, a)| &a.1),
        )
    };
    single
        .or_else(|| (kind == "Object").then(field).flatten())
        .unwrap_or_else(|| kind.to_owned())
}

fn count(all: All<'_>, is: impl Fn(&str) -> bool) -> usize {
    let inline = all.iter().filter(|(schema, _)| variant(schema).is_none());
    inline
        .filter(|(schema, facts)| is(kind(schema, facts)))
        .count()
}

/// The one value that a field of it has. A number says nothing without its field.
fn single(facts: &Facts) -> Option<String> {
    facts.listed.iter().find_map(|(field, values)| {
        let [Value::String(value)] = values.as_array()?.as_slice() else {
            return None;
        };
        let says = value.starts_with(char::is_alphabetic) && value != "true" && value != "false";
        Some(match says {
            true => value.clone(),
            false => format!("{field}-{value}"),
        })
    })
}

/// A field of it that none of the others has, a required one rather; the first of its own if there is none.
fn with<'a>(facts: &Facts, others: impl Iterator<Item = &'a Facts>) -> Option<String> {
    let others: Vec<_> = others.collect();
    let required = facts
        .required
        .iter()
        .filter(|name| facts.known.contains(*name));
    let all: Vec<_> = required.chain(&facts.known).collect();
    let is_own = |name: &&&String| others.iter().all(|other| !other.known.contains(**name));
    let field = all.iter().find(is_own).or(all.first())?;
    Some(format!("With-{field}"))
}

/// Of inline objects that have one name, each has a field behind it by which it differs from the others.
fn among_equals(all: All<'_>, wanted: &[String], at: usize) -> String {
    let own = &wanted[at];
    let is_one = |at: usize| variant(&all[at].0).is_none() && all[at].1.is_object();
    let equals: Vec<_> = (0..all.len())
        .filter(|i| {
            *i != at && is_one(*i) && rust_name::of_type(&wanted[*i]) == rust_name::of_type(own)
        })
        .map(|i| &all[i].1)
        .collect();
    if equals.is_empty() || !is_one(at) {
        return own.clone();
    }
    let facts = &all[at].1;
    let differs = |name: &&String| equals.iter().all(|other| !other.known.contains(*name));
    match facts.required.iter().chain(&facts.known).find(differs) {
        Some(field) => format!("{own}-With-{field}"),
        None => own.clone(),
    }
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

/// What is in it, without the words: they may change, and the names stay.
fn shape(schema: &Value) -> Value {
    let says = |key: &str, inner: &Value| {
        !(inner.is_string() && matches!(key, "description" | "title" | "example"))
    };
    match schema {
        Value::Object(object) => object
            .iter()
            .filter(|(key, inner)| says(key, inner))
            .map(|(key, inner)| (key.clone(), shape(inner)))
            .collect(),
        Value::Array(items) => items.iter().map(shape).collect(),
        other => other.clone(),
    }
}
