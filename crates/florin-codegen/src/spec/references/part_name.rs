//! The names of what becomes a component: made of its path, as in `LoanAddress` for the property `address` of `Loan`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::spec::place::{Kind, Place};
use crate::spec::text;

/// A name for each: unique in its section, and the same whatever else the document has, as long as no two are alike.
pub(super) fn names(
    document: &Value,
    parts: &BTreeMap<Vec<String>, Kind>,
) -> BTreeMap<Vec<String>, String> {
    let mut taken: BTreeMap<Kind, BTreeSet<String>> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for (pieces, kind) in parts {
        let taken = taken.entry(*kind).or_insert_with(|| {
            let named = kind
                .section()
                .and_then(|section| document.get("components")?.get(section)?.as_object());
            let names = named.into_iter().flat_map(|named| named.keys());
            names.map(|name| folded(name)).collect()
        });
        let short = short(document, pieces);
        let long: String = pieces.iter().map(|piece| capital(piece)).collect();
        let numbered = (2_usize..).map(|number| format!("{long}{number}"));
        let name = [short, long.clone()]
            .into_iter()
            .chain(numbered)
            .find(|name| !name.is_empty() && taken.insert(folded(name)));
        if let Some(name) = name {
            names.insert(pieces.clone(), name);
        }
    }
    names
}

/// Names that differ in nothing but this become one in Rust.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The words of a text, each with a capital.
fn capital(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let capital = words.map(|word| {
        let mut rest = word.chars();
        let first = rest.next().into_iter().flat_map(char::to_uppercase);
        first.chain(rest).collect::<String>()
    });
    capital.collect()
}

/// The names on the way to it, and what of the rest tells it apart.
fn short(document: &Value, pieces: &[String]) -> String {
    let mut place = Place::One(Kind::Document);
    let mut value = document;
    let mut name = String::new();
    let mut path = "";
    for piece in pieces {
        let from = place;
        let next = match value {
            Value::Array(items) => piece.parse::<usize>().ok().and_then(|at| items.get(at)),
            other => other.get(piece),
        };
        value = next.unwrap_or(&Value::Null);
        place = place.inner(piece).holding(value);
        match (from, piece.as_str()) {
            (Place::Named(Kind::PathItem), piece) => path = piece,
            (Place::One(Kind::PathItem), method) => {
                let id = value.as_object().and_then(|o| text(o, "operationId"));
                match id {
                    Some(id) => name.push_str(&capital(id)),
                    None => {
                        name.push_str(&capital(method));
                        name.push_str(&capital(path));
                    }
                }
            }
            (Place::Named(Kind::Media), _) => {}
            (Place::Named(_), piece) => name.push_str(&capital(piece)),
            (Place::List(Kind::Parameter), at) => {
                let said = value.as_object().and_then(|o| text(o, "name"));
                name.push_str(&capital(said.unwrap_or(at)));
            }
            (Place::List(_), at) => name.push_str(at),
            (_, "items" | "additionalItems") => name.push_str("Item"),
            (_, "additionalProperties") => name.push_str("Value"),
            (_, "requestBody") => name.push_str("Body"),
            (Place::One(Kind::Operation), "responses") => name.push_str("Response"),
            (Place::One(_), _) if matches!(place, Place::Named(_)) => {}
            (_, "components" | "schema" | "parameters") => {}
            (_, piece) => name.push_str(&capital(piece)),
        }
    }
    name
}
