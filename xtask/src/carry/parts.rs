//! What an operation is made of: its parameters, its bodies and its answers, ours beside theirs.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Carrying;
use super::document::{Document, bare, entry, inside};
use super::facts::{OF_PARAMETERS, of};
use super::operations::Operation;
use super::schemas;
use crate::overlay::target::Location;

/// What became of the headers that carry a key.
pub(super) struct Keys {
    /// Those of ours that upstream hasn't got.
    pub(super) lost: Vec<String>,
}

/// A parameter: where it is, in which part of a request, under which name.
struct Parameter {
    location: Location,
    place: String,
    name: String,
}

/// Carries what is said of parameters, and puts the schemas of all parts beside each other.
pub(super) fn carry(carrying: &mut Carrying<'_>, one: &Operation, other: &Operation) -> Keys {
    let keys = parameters_of(carrying, one, other);
    let (ours, theirs) = (carrying.ours, carrying.theirs);
    let body = |document: Document<'_>, operation: &Operation| {
        document.resolve(&inside(&operation.location, "requestBody"))
    };
    contents(carrying, &body(ours, one), &body(theirs, other));
    let there = answers(theirs, other);
    for (status, answer) in answers(ours, one) {
        let is_listed = there.iter().any(|(other, _)| *other == status);
        for (their_status, their_answer) in &there {
            if *their_status == status || (!is_listed && are_alike(&status, their_status)) {
                carrying.meet(&answer, their_answer);
                contents(carrying, &answer, their_answer);
                headers(carrying, &answer, their_answer);
            }
        }
    }
    keys
}

fn parameters_of(carrying: &mut Carrying<'_>, one: &Operation, other: &Operation) -> Keys {
    let ours = parameters(carrying.ours, one);
    let theirs = parameters(carrying.theirs, other);
    let mut lost = Vec::new();
    for parameter in &ours {
        let Some(object) = carrying.ours.object(&parameter.location) else {
            continue;
        };
        let words = of(object, &OF_PARAMETERS);
        let found = same(parameter, &ours, &theirs, (&one.path, &other.path));
        if let Some(found) = found {
            carrying.meet(&parameter.location, &found.location);
            for (word, value) in &words {
                carrying.say(&parameter.location, word, value, &found.location);
            }
            let schema = |location: &Location| inside(location, "schema");
            let pair = (schema(&parameter.location), schema(&found.location));
            carrying.pairs.push(pair);
            contents(carrying, &parameter.location, &found.location);
        }
        let fact = (parameter.location.clone(), "x-idempotency-key".to_owned());
        let is_key = words
            .iter()
            .any(|(word, value)| *word == "x-idempotency-key" && *value == true);
        let has_place = found.is_some_and(|found| {
            let said = carrying.said.get(&found.location);
            let said = said.and_then(|words| words.get("x-idempotency-key"));
            said.or_else(|| {
                carrying
                    .theirs
                    .object(&found.location)?
                    .get("x-idempotency-key")
            })
            .is_some_and(|is_key| *is_key == true)
        });
        if is_key && !has_place {
            lost.push(parameter.name.clone());
            // Of a header that several operations share, told once.
            let why = || "upstream's operation has no such header".to_owned();
            carrying.refused.entry(fact).or_insert_with(why);
        }
    }
    Keys { lost }
}

/// The parameters of an operation, those of its path among them.
fn parameters(document: Document<'_>, operation: &Operation) -> Vec<Parameter> {
    let mut item = operation.location.clone();
    item.pop();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for list in [
        inside(&operation.location, "parameters"),
        inside(&item, "parameters"),
    ] {
        let length = document
            .get(&list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        for index in 0..length {
            let location = document.resolve(&entry(&list, index));
            let text = |word| {
                document
                    .text(&location, word)
                    .unwrap_or_default()
                    .to_owned()
            };
            let (place, name) = (text("in"), text("name"));
            if seen.insert((place.clone(), name.clone())) {
                found.push(Parameter {
                    location,
                    place,
                    name,
                });
            }
        }
    }
    found
}

/// Theirs that is ours: of one name, or a path's in the same order, or of one name but for its spelling.
fn same<'a>(
    parameter: &Parameter,
    ours: &[Parameter],
    theirs: &'a [Parameter],
    (our_path, their_path): (&str, &str),
) -> Option<&'a Parameter> {
    let there = |other: &&Parameter| other.place == parameter.place;
    let exact = theirs
        .iter()
        .filter(there)
        .find(|other| other.name == parameter.name);
    if exact.is_some() {
        return exact;
    }
    if parameter.place == "path" {
        let at = names(our_path).position(|name| name == parameter.name)?;
        let name = names(their_path).nth(at)?;
        return theirs.iter().filter(there).find(|other| other.name == name);
    }
    let sought = bare(&parameter.name);
    let is_alike = |other: &&Parameter| there(other) && bare(&other.name) == sought;
    let mut alike = theirs.iter().filter(is_alike);
    let is_single = ours.iter().filter(is_alike).count() == 1;
    let found = alike.next().filter(|_| is_single);
    found.filter(|_| alike.next().is_none())
}

/// The names in the braces of a path.
fn names(path: &str) -> impl Iterator<Item = &str> {
    let pieces = path.split('{').skip(1);
    pieces.filter_map(|piece| Some(piece.split_once('}')?.0))
}

fn answers(document: Document<'_>, operation: &Operation) -> Vec<(String, Location)> {
    let place = inside(&operation.location, "responses");
    let statuses = document
        .object(&place)
        .into_iter()
        .flat_map(|map| map.keys());
    statuses
        .map(|status| {
            (
                status.to_lowercase(),
                document.resolve(&inside(&place, status)),
            )
        })
        .collect()
}

/// Whether two statuses are of one kind: success or failure.
fn are_alike(one: &str, other: &str) -> bool {
    let kind = |status: &str| match status.chars().next() {
        Some('1' | '2' | '3') => 's',
        _ => 'f',
    };
    kind(one) == kind(other)
}

fn headers(carrying: &mut Carrying<'_>, one: &Location, other: &Location) {
    let (one, other) = (inside(one, "headers"), inside(other, "headers"));
    let (ours, theirs) = (carrying.ours, carrying.theirs);
    for name in ours.object(&one).into_iter().flat_map(|map| map.keys()) {
        let mut there = theirs.object(&other).into_iter().flat_map(|map| map.keys());
        let Some(same) = there.find(|other| other.eq_ignore_ascii_case(name)) else {
            continue;
        };
        let header = ours.resolve(&inside(&one, name));
        let found = theirs.resolve(&inside(&other, same));
        for (word, value) in ours
            .object(&header)
            .map(|map| of(map, &["x-sensitive"]))
            .unwrap_or_default()
        {
            carrying.say(&header, word, &value, &found);
        }
        carrying
            .pairs
            .push((inside(&header, "schema"), inside(&found, "schema")));
    }
}

/// Puts the schemas of what is sent in the same form beside each other.
fn contents(carrying: &mut Carrying<'_>, one: &Location, other: &Location) {
    let (one, other) = (inside(one, "content"), inside(other, "content"));
    let (ours, theirs) = (carrying.ours, carrying.theirs);
    for media in ours.object(&one).into_iter().flat_map(|map| map.keys()) {
        for their_media in theirs.object(&other).into_iter().flat_map(|map| map.keys()) {
            if form(media) == form(their_media) {
                let schema =
                    |content: &Location, media: &str| inside(&inside(content, media), "schema");
                carrying
                    .pairs
                    .push((schema(&one, media), schema(&other, their_media)));
            }
        }
    }
}

/// A media type, of which all that are JSON are one.
fn form(media: &str) -> String {
    let essence = media
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    match essence.contains("json") || essence == "*/*" {
        true => "json".to_owned(),
        false => essence,
    }
}

/// Whether a body of the operation has a field, with a dot before what is inside, that is a text.
pub(super) fn has_field(document: Document<'_>, operation: &Operation, path: &str) -> bool {
    let body = document.resolve(&inside(&operation.location, "requestBody"));
    let content = inside(&body, "content");
    let media = document
        .object(&content)
        .into_iter()
        .flat_map(|map| map.keys());
    let mut bodies = media
        .filter(|media| matches!(form(media).as_str(), "json" | "multipart/form-data"))
        .map(|media| inside(&inside(&content, media), "schema"));
    bodies.any(|schema| {
        let start = vec![schema];
        let ends = path.split('.').fold(start, |places, name| {
            let fields = places
                .iter()
                .flat_map(|place| schemas::fields(document, place));
            let named = fields
                .filter(|(field, _)| field == name)
                .flat_map(|(_, places)| places);
            named.collect()
        });
        ends.iter().any(|place| {
            let place = document.resolve(place);
            document
                .object(&place)
                .is_some_and(|schema| super::fits::is_of(schema, &["string"]))
        })
    })
}
