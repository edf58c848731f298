//! Random small specs: sound ones, odd ones, and ones that no validator would let pass.

pub(crate) mod body;
pub(crate) mod operation;
pub(crate) mod schema;

use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A document with a few schemas and a few operations.
pub(crate) fn spec() -> impl Strategy<Value = Value> {
    let version = prop_oneof![Just("3.0.0"), Just("3.0.3"), Just("3.1.0"), Just("3.1.1")];
    let schemas = btree_map(schema::name(), schema::schema(), 0..7);
    let paths = btree_map(operation::path(), operation::item(), 0..5);
    (version, schemas, paths, body::responses_of_components()).prop_map(
        |(version, schemas, paths, responses)| {
            let schemas: Map<_, _> = schemas.into_iter().collect();
            let paths: Map<_, _> = paths.into_iter().collect();
            let names: Vec<_> = schemas.keys().cloned().collect();
            let mut spec = json!({
                "openapi": version,
                "info": { "title": "Random", "version": "1" },
                "paths": paths,
                "components": { "schemas": schemas, "responses": responses },
            });
            lead_somewhere(&mut spec, &names);
            number(&mut spec);
            spec
        },
    )
}

/// Each operation says its number, by which it is known again in the code.
fn number(spec: &mut Value) {
    let items = spec["paths"].as_object_mut().into_iter().flatten();
    let operations = items
        .filter_map(|(_, item)| item.as_object_mut())
        .flat_map(|item| item.iter_mut().filter(|(key, _)| *key != "parameters"));
    for (at, (_, operation)) in operations.enumerate() {
        operation["summary"] = summary(at).into();
    }
}

/// How many it has.
pub(crate) fn operations(spec: &Value) -> usize {
    let items = spec["paths"].as_object().into_iter().flatten();
    let keys = items
        .filter_map(|(_, item)| item.as_object())
        .flat_map(Map::keys);
    keys.filter(|key| *key != "parameters").count()
}

/// What the operation of this number says of itself.
pub(crate) fn summary(number: usize) -> String {
    format!("Operation no {number}.")
}

/// Most references lead to a component of those that there are; few would by chance.
fn lead_somewhere(value: &mut Value, names: &[String]) {
    match value {
        Value::Object(object) => {
            for inner in object.values_mut() {
                lead_somewhere(inner, names);
            }
        }
        Value::Array(items) => {
            for inner in items {
                lead_somewhere(inner, names);
            }
        }
        Value::String(reference) => {
            let Some(target) = reference.strip_prefix("#/components/schemas/") else {
                return;
            };
            let (name, inside) = target
                .split_once('/')
                .map_or((target, None), |(name, inside)| (name, Some(inside)));
            if name != "Gone" && !names.is_empty() && names.iter().all(|known| known != name) {
                let sum: usize = name.bytes().map(usize::from).sum();
                let known = &names[sum % names.len()];
                let inside = inside.map_or_else(String::new, |inside| format!("/{inside}"));
                *reference = format!("#/components/schemas/{known}{inside}");
            }
        }
        _ => {}
    }
}

/// A document of which a few places are something else than they should be.
pub(crate) fn broken() -> impl Strategy<Value = Value> {
    let changes = proptest::collection::vec((any::<prop::sample::Index>(), json_value()), 1..6);
    (spec(), changes).prop_map(|(mut spec, changes)| {
        for (at, value) in changes {
            let mut places = Vec::new();
            collect(&spec, String::new(), &mut places);
            let place = &places[at.index(places.len())];
            // The version stays: without it nothing is looked at.
            if !place.starts_with("/openapi")
                && !place.is_empty()
                && let Some(slot) = spec.pointer_mut(place)
            {
                *slot = value;
            }
        }
        spec
    })
}

fn collect(value: &Value, pointer: String, places: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(inner, format!("{pointer}/{key}"), places);
            }
        }
        Value::Array(items) => {
            for (i, inner) in items.iter().enumerate() {
                collect(inner, format!("{pointer}/{i}"), places);
            }
        }
        _ => {}
    }
    places.push(pointer);
}

/// Any small JSON.
pub(crate) fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..300).prop_map(Value::from),
        Just(json!(1.5)),
        Just(json!(1e300)),
        prop_oneof![
            Just(""),
            Just("a"),
            Just("object"),
            Just("#/components/schemas/Loan"),
            Just("{id}"),
            Just("ä b")
        ]
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            btree_map(schema::property(), inner, 0..3)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
