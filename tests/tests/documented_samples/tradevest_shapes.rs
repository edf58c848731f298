//! Where in a sample which schema of Tradevest's specs stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// A place in a sample.
pub(super) struct Place {
    /// A JSON pointer to it.
    pub(super) at: String,
    /// The schema that it belongs to, by name.
    pub(super) schema: String,
    pub(super) holds: Holds,
}

pub(super) enum Holds {
    /// One of a list of values.
    Choice,
    /// An object with these members, and which of them may be left out.
    Object {
        members: BTreeSet<String>,
        optional: Vec<String>,
    },
}

/// Every schema of every domain, by name; names are global.
static SCHEMAS: LazyLock<BTreeMap<String, Value>> = LazyLock::new(|| {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs/tradevest");
    let files = std::fs::read_dir(specs).unwrap();
    let files = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        // Corrections to a document are no document.
        .filter(|path| !path.to_string_lossy().ends_with("overlay.yaml"));
    let mut schemas = BTreeMap::new();
    for file in files {
        let spec: Value = serde_saphyr::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let Some(Value::Object(own)) = spec["components"].get("schemas") else {
            continue;
        };
        schemas.extend(
            own.iter()
                .map(|(name, schema)| (name.clone(), schema.clone())),
        );
    }
    schemas
});

/// All names of schemas.
pub(super) fn schemas() -> impl Iterator<Item = (&'static str, &'static Value)> {
    SCHEMAS.iter().map(|(name, schema)| (name.as_str(), schema))
}

/// Every place of a sample of this schema that the specs know.
pub(super) fn places(schema: &str, sample: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    let whole = SCHEMAS
        .get(schema)
        .unwrap_or_else(|| panic!("no schema {schema}"));
    walk(whole, schema, "", sample, &mut found);
    found
}

/// The schema that a reference leads to, and its name.
fn resolved<'a>(schema: &'a Value, name: &'a str) -> (&'a Value, &'a str) {
    let reference = schema
        .get("$ref")
        .or_else(|| schema["allOf"][0].get("$ref"));
    let Some(reference) = reference.and_then(Value::as_str) else {
        return (schema, name);
    };
    let (_, name) = reference.rsplit_once('/').unwrap();
    resolved(&SCHEMAS[name], name)
}

fn walk(schema: &Value, name: &str, at: &str, sample: &Value, found: &mut Vec<Place>) {
    let (schema, name) = resolved(schema, name);
    let place = |holds| Place {
        at: at.to_owned(),
        schema: name.to_owned(),
        holds,
    };
    if schema.get("enum").is_some() {
        found.push(place(Holds::Choice));
    }
    match sample {
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                walk(
                    &schema["items"],
                    name,
                    &format!("{at}/{number}"),
                    item,
                    found,
                );
            }
        }
        Value::Object(members) => {
            let nothing = Map::new();
            let known = schema["properties"].as_object().unwrap_or(&nothing);
            let required = schema["required"].as_array();
            let is_required =
                |member: &str| required.is_some_and(|all| all.iter().any(|one| one == member));
            if !known.is_empty() {
                let optional = known.keys().filter(|member| !is_required(member));
                found.push(place(Holds::Object {
                    members: members.keys().cloned().collect(),
                    optional: optional.cloned().collect(),
                }));
            }
            for (member, value) in members {
                let schema = known
                    .get(member)
                    .or_else(|| schema.get("additionalProperties"));
                if let Some(schema) = schema.filter(|schema| schema.is_object()) {
                    walk(schema, name, &format!("{at}/{member}"), value, found);
                }
            }
        }
        _ => {}
    }
}
