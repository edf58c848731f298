//! Schemas that are for the same thing, walked beside each other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::document::{Document, bare, component, component_name, entry, inside};
use super::facts::{OF_VALUES, of_schema};
use super::{Carrying, renamed};
use crate::overlay::target::{Location, Step, written};

/// More pairs than any two documents of one provider make, as far as they are for the same thing.
const PAIRS: usize = 200_000;

const SCHEMAS: &str = "#/components/schemas/";

const PARTS: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// The components that have one name in both documents, or one but for its spelling.
pub(super) fn of_one_name<'a>(ours: Document<'a>, theirs: Document<'a>) -> Vec<(&'a str, &'a str)> {
    let by_bare = |document: Document<'a>| {
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for name in document.schema_names() {
            names.entry(bare(name)).or_default().push(name);
        }
        names
    };
    let there: BTreeSet<&str> = theirs.schema_names().collect();
    let (our_bare, their_bare) = (by_bare(ours), by_bare(theirs));
    let pair = |name: &'a str| {
        if let Some(same) = there.get(name) {
            return Some((name, *same));
        }
        let sought = bare(name);
        match (
            our_bare.get(&sought)?.as_slice(),
            their_bare.get(&sought)?.as_slice(),
        ) {
            ([_], [other]) => Some((name, *other)),
            _ => None,
        }
    };
    ours.schema_names().filter_map(pair).collect()
}

/// Carries what is said of all schemas that stand beside each other, and of what is in them.
pub(super) fn carry(carrying: &mut Carrying<'_>) {
    loop {
        walk(carrying);
        // What nothing but `x-holds` leads to is called as the others are.
        carrying.pairs = held(carrying);
        if carrying.pairs.is_empty() {
            break;
        }
    }
    for (place, target, mut value) in std::mem::take(&mut carrying.held) {
        for held in value.as_array_mut().into_iter().flatten() {
            let Some(Value::String(reference)) = held.get_mut("$ref") else {
                continue;
            };
            let name = reference.strip_prefix(SCHEMAS).unwrap_or_default();
            let there = carrying.theirs.referred(reference).is_some();
            if let Some(single) = carrying
                .named
                .get(name)
                .filter(|names| names.len() == 1 && !there)
            {
                *reference = single
                    .iter()
                    .map(|name| format!("{SCHEMAS}{name}"))
                    .collect();
            }
        }
        carrying.say(&place, "x-holds", &value, &target);
    }
}

fn walk(carrying: &mut Carrying<'_>) {
    while let Some((one, other)) = carrying.pairs.pop() {
        let is_there =
            carrying.ours.object(&one).is_some() && carrying.theirs.object(&other).is_some();
        if !is_there || carrying.seen.len() > PAIRS {
            continue;
        }
        if carrying.seen.insert((one.clone(), other.clone())) {
            pair(carrying, &one, &other);
        }
    }
}

/// The types known to be inside of something that no use leads to, beside those of their new names.
fn held(carrying: &Carrying<'_>) -> Vec<(Location, Location)> {
    let values = carrying.held.iter();
    let held = values.flat_map(|(_, _, value)| value.as_array().into_iter().flatten());
    let names = held.filter_map(|held| held.get("$ref")?.as_str()?.strip_prefix(SCHEMAS));
    let pairs = names.filter_map(|name| {
        let there = renamed::as_others(&carrying.named, carrying.theirs, name)?;
        let place = |name: &str| component("schemas", name);
        Some((place(name), place(there)))
    });
    pairs.filter(|pair| !carrying.seen.contains(pair)).collect()
}

fn pair(carrying: &mut Carrying<'_>, one: &Location, other: &Location) {
    let (ours, theirs) = (carrying.ours, carrying.theirs);
    let (our_end, their_end) = (ours.resolve(one), theirs.resolve(other));
    carrying.meet(one, other);
    carrying.meet(&our_end, &their_end);
    if let (Some(name), Some(their_name)) = (component_name(&our_end), component_name(&their_end)) {
        let names = carrying.named.entry(name.to_owned()).or_default();
        names.insert(their_name.to_owned());
    }
    // What is said beside a reference is said of this use alone.
    let places: BTreeSet<&Location> = [one, &our_end].into();
    for place in places {
        let Some(schema) = ours.object(place) else {
            continue;
        };
        for (word, value) in of_schema(schema) {
            let is_shared = place == &our_end && shares(theirs, &our_end, &their_end);
            let is_of_value = OF_VALUES.contains(&word);
            // More values than upstream lists do no harm elsewhere.
            let is_of_list = matches!(word, "x-open" | "x-also-read");
            let target = match is_shared && (!is_of_value || is_named_alike(&our_end, &their_end)) {
                true => &their_end,
                false if is_of_list => &their_end,
                // Beside a reference, nothing can be said of the type's form; said of the type, it would be said of others.
                false if is_of_value && *other != their_end => {
                    let fact = (place.clone(), word.to_owned());
                    let why =
                        || format!("upstream's `{}` may be used elsewhere", written(&their_end));
                    carrying.refused.entry(fact).or_insert_with(why);
                    continue;
                }
                // Only a field can say it of its own use.
                false if is_field(other) || component_name(&their_end).is_none() => other,
                false => &their_end,
            };
            match word {
                // Once it is known what the types that it names are called upstream.
                "x-holds" => carrying.held.push((place.clone(), target.clone(), value)),
                _ => carrying.say(place, word, &value, target),
            }
        }
    }
    let their_fields = fields(theirs, other);
    let their_bare = by_bare_name(&their_fields);
    let our_fields = fields(ours, one);
    let our_bare = by_bare_name(&our_fields);
    for (name, places) in &our_fields {
        let sought = bare(name);
        let is_single = our_bare.get(&sought).is_some_and(|names| names.len() == 1);
        let alike = || match their_bare.get(&sought).map(Vec::as_slice) {
            Some([single]) if is_single => their_fields.get(*single),
            _ => None,
        };
        let Some(found) = their_fields.get(name).or_else(alike) else {
            continue;
        };
        for place in places {
            for other in found {
                carrying.pairs.push((place.clone(), other.clone()));
            }
        }
    }
    for word in ["items", "additionalProperties"] {
        for place in parts(ours, one) {
            for other in parts(theirs, other) {
                carrying
                    .pairs
                    .push((inside(&place, word), inside(&other, word)));
            }
        }
    }
    for word in PARTS {
        let length = |document: Document<'_>, place: &Location| {
            document
                .get(&inside(place, word))
                .and_then(Value::as_array)
                .map_or(0, Vec::len)
        };
        let count = length(ours, &our_end);
        if count == length(theirs, &their_end) {
            let at = |place: &Location, index| entry(&inside(place, word), index);
            let pairs = (0..count).map(|index| (at(&our_end, index), at(&their_end, index)));
            carrying.pairs.extend(pairs);
        }
    }
}

/// Whether what is said of a type is true of all its uses upstream: it has one name in both documents, or it is an object. A
/// single value that is called otherwise there may be anybody's.
fn shares(theirs: Document<'_>, our_end: &Location, their_end: &Location) -> bool {
    let are_named = [our_end, their_end].map(|place| component_name(place).is_some());
    let is_object = || {
        let schema = theirs.object(their_end);
        schema.is_some_and(|schema| schema.contains_key("properties"))
    };
    are_named == [true, true] && (is_named_alike(our_end, their_end) || is_object())
}

fn is_named_alike(our_end: &Location, their_end: &Location) -> bool {
    component_name(our_end).is_some() && component_name(our_end) == component_name(their_end)
}

fn is_field(place: &[Step]) -> bool {
    let parent = place.len().checked_sub(2).and_then(|at| place.get(at));
    parent.is_some_and(|parent| *parent == Step::Name("properties".into()))
}

fn by_bare_name(fields: &BTreeMap<String, Vec<Location>>) -> BTreeMap<String, Vec<&str>> {
    let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in fields.keys() {
        names.entry(bare(name)).or_default().push(name);
    }
    names
}

/// The fields of an object by name, wherever in its parts and alternatives they are.
pub(super) fn fields(document: Document<'_>, schema: &[Step]) -> BTreeMap<String, Vec<Location>> {
    let mut fields: BTreeMap<String, Vec<Location>> = BTreeMap::new();
    for part in parts(document, schema) {
        let properties = inside(&part, "properties");
        for name in document
            .object(&properties)
            .into_iter()
            .flat_map(|map| map.keys())
        {
            fields
                .entry(name.clone())
                .or_default()
                .push(inside(&properties, name));
        }
    }
    fields
}

/// A schema, and all that it is put together of, with references followed.
fn parts(document: Document<'_>, schema: &[Step]) -> BTreeSet<Location> {
    let mut found = BTreeSet::new();
    let mut left = vec![document.resolve(schema)];
    while let Some(place) = left.pop() {
        if !found.insert(place.clone()) {
            continue;
        }
        for word in PARTS {
            let list = inside(&place, word);
            let length = document
                .get(&list)
                .and_then(Value::as_array)
                .map_or(0, Vec::len);
            left.extend((0..length).map(|index| document.resolve(&entry(&list, index))));
        }
    }
    found
}
