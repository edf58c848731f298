//! A document, with the places in it.

use serde_json::{Map, Value};

use crate::overlay::target::{Location, Step};

/// How many references may lead to each other.
const REFERENCES: usize = 64;

/// A document of OpenAPI; anything may stand in it.
#[derive(Clone, Copy)]
pub(super) struct Document<'a>(pub(super) &'a Value);

impl<'a> Document<'a> {
    pub(super) fn get(self, location: &[Step]) -> Option<&'a Value> {
        location.iter().try_fold(self.0, |node, step| match step {
            Step::Name(name) => node.get(name),
            Step::Index(index) => node.get(index),
        })
    }

    pub(super) fn object(self, location: &[Step]) -> Option<&'a Map<String, Value>> {
        self.get(location)?.as_object()
    }

    /// The text under a word of the object here.
    pub(super) fn text(self, location: &[Step], word: &str) -> Option<&'a str> {
        self.object(location)?.get(word)?.as_str()
    }

    /// Where the references that start here end. One that leads nowhere isn't followed.
    pub(super) fn resolve(self, location: &[Step]) -> Location {
        let mut place = location.to_vec();
        for _ in 0..REFERENCES {
            let target = self
                .text(&place, "$ref")
                .and_then(|text| self.referred(text));
            match target {
                Some(target) => place = target,
                None => break,
            }
        }
        place
    }

    /// The place that a reference leads to, if it is there.
    pub(super) fn referred(self, reference: &str) -> Option<Location> {
        let pointer = reference.strip_prefix("#/")?;
        let mut location = Location::new();
        let mut node = self.0;
        for piece in pointer.split('/') {
            let name = plain(piece);
            let step = match node {
                Value::Array(_) => Step::Index(name.parse().ok()?),
                _ => Step::Name(name),
            };
            node = match &step {
                Step::Name(name) => node.get(name)?,
                Step::Index(index) => node.get(index)?,
            };
            location.push(step);
        }
        Some(location)
    }

    pub(super) fn schema_names(self) -> impl Iterator<Item = &'a str> {
        let schemas = self.0.get("components").and_then(|all| all.get("schemas"));
        let schemas = schemas.and_then(Value::as_object).into_iter();
        schemas.flat_map(|schemas| schemas.keys().map(String::as_str))
    }
}

/// Without the escapes of a JSON pointer in a URL.
fn plain(piece: &str) -> String {
    let mut bytes = Vec::with_capacity(piece.len());
    let mut rest = piece.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = |byte: u8| {
            char::from(byte)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        };
        match (first, after) {
            (b'%', [high, low, after @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push(hex(*high).unwrap_or_default() * 16 + hex(*low).unwrap_or_default());
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes)
        .replace("~1", "/")
        .replace("~0", "~")
}

pub(super) fn component(kind: &str, name: &str) -> Location {
    ["components", kind, name]
        .map(|name| Step::Name(name.to_owned()))
        .to_vec()
}

/// The name of the schema among the components that this is.
pub(super) fn component_name(location: &[Step]) -> Option<&str> {
    match location {
        [
            Step::Name(components),
            Step::Name(schemas),
            Step::Name(name),
        ] if components == "components" && schemas == "schemas" => Some(name),
        _ => None,
    }
}

/// A place inside of another.
pub(super) fn inside(location: &[Step], name: &str) -> Location {
    let mut location = location.to_vec();
    location.push(Step::Name(name.to_owned()));
    location
}

/// An entry of the list here.
pub(super) fn entry(location: &[Step], index: usize) -> Location {
    let mut location = location.to_vec();
    location.push(Step::Index(index));
    location
}

/// A name without what only its spelling makes: `accountHolder`, `account_holder` and `Account-Holder` are one.
pub(super) fn bare(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
