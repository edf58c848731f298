//! Which operation upstream is which of ours, and what is said of it.
//!
//! Method and path decide, whatever the path parameters are called, and whether the version stands in the path or in the
//! server's address. Where ours was a guess, because nobody printed the path, the `operationId` decides, and then the summary
//! under the same method: both were taken from the provider's reference.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::document::{Document, bare, entry, inside};
use super::facts::{OF_OPERATIONS, of};
use super::{Carrying, parts};
use crate::overlay::target::{Location, Step};

pub(super) const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// An operation of a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Operation {
    pub(super) path: String,
    pub(super) method: &'static str,
    pub(super) location: Location,
}

/// By what an operation is found in the other document.
type Key = dyn Fn(Document<'_>, &Operation) -> Option<String>;

/// The operations of a document, sorted by path.
pub(super) fn all(document: Document<'_>) -> Vec<Operation> {
    let paths = document.0.get("paths").and_then(Value::as_object);
    let paths = paths.into_iter().flat_map(|paths| paths.keys());
    let mut operations = Vec::new();
    for path in paths {
        let item = document.resolve(&[Step::Name("paths".into()), Step::Name(path.clone())]);
        for method in METHODS {
            let location = inside(&item, method);
            if document.object(&location).is_some() {
                let path = path.clone();
                operations.push(Operation {
                    path,
                    method,
                    location,
                });
            }
        }
    }
    operations
}

/// Carries what is said of operations, and puts the schemas in them beside each other.
pub(super) fn carry(carrying: &mut Carrying<'_>) {
    let ours = all(carrying.ours);
    let theirs = all(carrying.theirs);
    let mut pairs: BTreeMap<&Operation, &Operation> = BTreeMap::new();
    let keys: [&Key; 5] = [
        &|_, operation| Some(format!("{} {}", operation.method, unnamed(&operation.path))),
        &|_, operation| Some(format!("{} {}", operation.method, loose(&operation.path))),
        &|document, operation| {
            let path = format!("{}/{}", base(document), operation.path);
            Some(format!("{} {}", operation.method, loose(&path)))
        },
        &|document, operation| {
            let id = bare(document.text(&operation.location, "operationId")?);
            (!id.is_empty()).then_some(id)
        },
        &|document, operation| {
            let summary = bare(document.text(&operation.location, "summary")?);
            (!summary.is_empty()).then(|| format!("{} {summary}", operation.method))
        },
    ];
    for key in keys {
        let taken: BTreeSet<_> = pairs.values().copied().collect();
        let ours = single(
            &ours,
            |one| !pairs.contains_key(one),
            |one| key(carrying.ours, one),
        );
        let theirs = single(
            &theirs,
            |one| !taken.contains(one),
            |one| key(carrying.theirs, one),
        );
        for (key, one) in ours {
            if let Some(other) = theirs.get(&key) {
                pairs.insert(one, other);
            }
        }
    }
    let ids: BTreeMap<_, _> = theirs
        .iter()
        .filter_map(|one| Some((carrying.theirs.text(&one.location, "operationId")?, one)))
        .collect();
    for (one, other) in pairs {
        carrying.meet(&one.location, &other.location);
        if let ([item @ .., _], [their_item @ .., _]) =
            (one.location.as_slice(), other.location.as_slice())
        {
            carrying.meet(item, their_item);
        }
        facts(carrying, one, other, &ids);
        servers(carrying, one, other);
    }
}

/// The operations by key, without those that share theirs.
fn single<'a>(
    operations: &'a [Operation],
    is_free: impl Fn(&Operation) -> bool,
    key: impl Fn(&Operation) -> Option<String>,
) -> BTreeMap<String, &'a Operation> {
    let mut by_key: BTreeMap<String, Vec<&Operation>> = BTreeMap::new();
    for operation in operations.iter().filter(|operation| is_free(operation)) {
        if let Some(key) = key(operation) {
            by_key.entry(key).or_default().push(operation);
        }
    }
    let alone = |(key, operations): (String, Vec<&'a Operation>)| match operations.as_slice() {
        [operation] => Some((key, *operation)),
        _ => None,
    };
    by_key.into_iter().filter_map(alone).collect()
}

/// A path without the names of its parameters.
fn unnamed(path: &str) -> String {
    let mut text = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        text.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text
}

/// And without what servers make no difference of.
fn loose(path: &str) -> String {
    let unnamed = unnamed(path).to_lowercase();
    let pieces = unnamed.split('/').filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join("/")
}

/// The path in the address of the first server.
fn base(document: Document<'_>) -> &str {
    let url = document.0.get("servers").and_then(|servers| servers.get(0));
    let url = url
        .and_then(|server| server.get("url"))
        .and_then(Value::as_str);
    let url = url.unwrap_or_default();
    let behind_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    match behind_scheme.split_once('/') {
        Some((_, path)) => path,
        None => "",
    }
}

/// What is said of the operation itself. A key that has no place makes a repeat unsafe, so the operation is never repeated
/// then.
fn facts(
    carrying: &mut Carrying<'_>,
    one: &Operation,
    other: &Operation,
    ids: &BTreeMap<&str, &Operation>,
) {
    let keys = parts::carry(carrying, one, other);
    let Some(operation) = carrying.ours.object(&one.location) else {
        return;
    };
    let is_keyed = operation
        .get("x-retry")
        .is_some_and(|retry| retry == "keyed");
    let field = operation.get("x-key-field").and_then(Value::as_str);
    let has_field = field.is_none_or(|field| parts::has_field(carrying.theirs, other, field));
    let has_key = keys.lost.is_empty() && has_field;
    for (word, value) in of(operation, &OF_OPERATIONS) {
        let of_key = matches!(word, "x-replays" | "x-in-progress" | "x-key-field");
        let why = match word {
            "x-retry" if is_keyed && !has_key => {
                carrying.say(&one.location, word, &"never".into(), &other.location);
                carrying
                    .kept
                    .remove(&(one.location.clone(), word.to_owned()));
                Some("the key has no place upstream, so the operation is never repeated".to_owned())
            }
            _ if of_key && !has_key => Some("the key has no place upstream".to_owned()),
            "operationId" => {
                let id = value.as_str().unwrap_or_default();
                let taken = ids.get(id).filter(|taken| ***taken != *other);
                taken.map(|taken| format!("upstream calls {} {} so", taken.method, taken.path))
            }
            _ => None,
        };
        match why {
            Some(why) => {
                let fact = (one.location.clone(), word.to_owned());
                carrying.refused.insert(fact, why);
            }
            None => carrying.say(&one.location, word, &value, &other.location),
        }
    }
}

/// The name of the address, where an operation has its own.
fn servers(carrying: &mut Carrying<'_>, one: &Operation, other: &Operation) {
    let own = |document: Document<'_>, operation: &Operation| {
        let mut item = operation.location.clone();
        item.pop();
        let places = [
            inside(&operation.location, "servers"),
            inside(&item, "servers"),
        ];
        places
            .into_iter()
            .find(|place| document.get(&entry(place, 0)).is_some())
    };
    let Some(place) = own(carrying.ours, one) else {
        return;
    };
    let Some(name) = carrying
        .ours
        .get(&entry(&place, 0))
        .and_then(|server| server.get("x-name"))
    else {
        return;
    };
    let Some(target) = own(carrying.theirs, other) else {
        return;
    };
    let count = |document: Document<'_>, place: &Location| {
        document
            .get(place)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    };
    // All of them are the same one, in each of the provider's environments.
    for index in 0..count(carrying.theirs, &target) {
        carrying.say(&entry(&place, 0), "x-name", name, &entry(&target, index));
    }
    for index in 1..count(carrying.ours, &place) {
        let fact = (entry(&place, index), "x-name".to_owned());
        carrying.kept.insert(fact);
    }
}
