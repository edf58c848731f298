//! The words of ours that a document has, wherever one may stand.

use serde_json::{Map, Value};

use super::document::{entry, inside};
use crate::overlay::target::Location;
use crate::yaml::order::Kind;

/// Of an operation. `x-provenance` isn't one of them: what upstream says is documented.
pub(super) const OF_OPERATIONS: [&str; 5] = [
    "operationId",
    "x-retry",
    "x-replays",
    "x-in-progress",
    "x-key-field",
];

/// Of a parameter.
pub(super) const OF_PARAMETERS: [&str; 3] =
    ["x-sensitive", "x-idempotency-key", "x-client-default"];

/// Of a schema.
pub(super) const OF_SCHEMAS: [&str; 7] = [
    "x-sensitive",
    "x-as-sent",
    "x-unit",
    "x-also-read",
    "x-open",
    "x-may-be-empty",
    "x-holds",
];

/// Those that say of what form a value is, and so stand where its type does.
pub(super) const OF_VALUES: [&str; 4] = ["x-as-sent", "x-unit", "x-also-read", "x-open"];

/// What is said of a schema: its words, and `format: password`, which says that it is a secret.
pub(super) fn of_schema(schema: &Map<String, Value>) -> Vec<(&'static str, Value)> {
    let mut words = of(schema, &OF_SCHEMAS);
    let is_password = schema
        .get("format")
        .is_some_and(|format| format == "password");
    if is_password && !schema.contains_key("x-sensitive") {
        words.push(("x-sensitive", "secret".into()));
    }
    words
}

/// The words that an object has.
pub(super) fn of(
    object: &Map<String, Value>,
    words: &[&'static str],
) -> Vec<(&'static str, Value)> {
    let said = |word: &&'static str| Some((*word, object.get(*word)?.clone()));
    words.iter().filter_map(said).collect()
}

/// All words of a document with their places.
pub(super) fn all(document: &Value) -> Vec<(Location, &'static str, Value)> {
    let mut facts = Vec::new();
    let mut left = vec![(Location::new(), document, Kind::Document)];
    while let Some((location, node, kind)) = left.pop() {
        match node {
            Value::Array(values) => {
                let inner = values.iter().enumerate();
                left.extend(inner.map(|(index, value)| (entry(&location, index), value, kind)));
            }
            Value::Object(map) => {
                let words = match kind {
                    Kind::Operation => of(map, &OF_OPERATIONS),
                    Kind::Parameter => of(map, &OF_PARAMETERS),
                    Kind::Schema => of_schema(map),
                    Kind::Server => of(map, &["x-name"]),
                    Kind::Info => of(map, &["x-unsupported"]),
                    _ => Vec::new(),
                };
                let words = words.into_iter();
                facts.extend(words.map(|(word, value)| (location.clone(), word, value)));
                let inner = kind
                    .ordered(map)
                    .into_iter()
                    .filter(|(_, kind)| *kind != Kind::Any);
                left.extend(
                    inner.filter_map(|(key, kind)| {
                        Some((inside(&location, key), map.get(key)?, kind))
                    }),
                );
            }
            _ => {}
        }
    }
    facts.sort_by(|(left, one, _), (right, other, _)| (left, one).cmp(&(right, other)));
    facts
}
