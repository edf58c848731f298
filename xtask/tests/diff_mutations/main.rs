//! Every change that a provider makes to its spec is told, in the class that it has for who uses the client: a small spec is
//! changed in all ways that there are, one by one. What builds and what doesn't is tried out by compiling a user's code.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

mod builds;
mod changes;

use changes::{ALL, Class};
use florin_codegen::{Source, generate};
use serde_json::Value;
use xtask::diff::{Change, Changes, between};
use xtask::surface::Surface;

fn lender() -> Value {
    let text = include_str!("lender.yaml");
    serde_saphyr::from_str(text).unwrap()
}

fn client(name: &str, spec: &Value) -> florin_codegen::Generated {
    let text = spec.to_string();
    let source = Source {
        name: "lender.json",
        text: &text,
        httpmock: false,
    };
    generate(&source).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn surface(name: &str, spec: &Value) -> Surface {
    let made =
        Surface::of(&client(name, spec)).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    made.with(&[("openapi", spec)])
}

/// The heaviest class, and its changes.
fn heaviest(changes: &Changes) -> (Class, Vec<&Change>) {
    let of = |builds| {
        changes
            .breaking
            .iter()
            .filter(|c| c.builds == builds)
            .collect::<Vec<_>>()
    };
    [
        (Class::Breaks, of(false)),
        (Class::Turns, of(true)),
        (Class::Adds, changes.additive.iter().collect()),
        (Class::Tells, changes.documentation.iter().collect()),
    ]
    .into_iter()
    .find(|(_, changes)| !changes.is_empty())
    .unwrap_or((Class::Nothing, Vec::new()))
}

#[test]
fn each_change_of_a_spec_has_the_class_that_it_has_for_its_users() {
    let spec = lender();
    let old = surface("the spec", &spec);
    assert_eq!(old.findings, [""; 0]);
    let mut wrong = Vec::new();
    for mutation in ALL {
        let new = surface(mutation.name, &mutation.of(&spec));
        let changes = between(&old, &new);
        let (class, told) = heaviest(&changes);
        let (place, rule) = mutation.told;
        let is_told = told
            .iter()
            .any(|change| change.place == place && change.rule == rule);
        if class != mutation.class || !(is_told || told.is_empty()) {
            let page = changes.markdown("lender");
            wrong.push(format!(
                "{}: expected {:?} {place} {rule}, but {class:?}\n{page}{told:?}",
                mutation.name, mutation.class
            ));
        }
        // What breaks a build or changes a request is seen in the snapshot, too.
        let is_seen = old.to_string() != new.to_string();
        if matches!(class, Class::Breaks | Class::Turns | Class::Adds) != is_seen
            && class != Class::Tells
        {
            wrong.push(format!(
                "{}: {class:?}, and in the snapshot: {is_seen}",
                mutation.name
            ));
        }
        let back = between(&new, &old);
        if back.is_empty() != changes.is_empty() {
            wrong.push(format!(
                "{}: nothing is told of the way back",
                mutation.name
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_order_of_a_file_makes_no_difference() {
    let spec = lender();
    let mut turned = spec.clone();
    turn(&mut turned);
    // But for the servers: the first one is the usual one.
    turned["servers"] = spec["servers"].clone();
    assert_ne!(turned, spec);
    let (one, other) = (surface("the spec", &spec), surface("turned", &turned));
    assert_eq!(one.to_string(), other.to_string());
    assert_eq!(between(&one, &other), Changes::default());
}

/// Turns every list around.
fn turn(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.reverse();
            items.iter_mut().for_each(turn);
        }
        Value::Object(fields) => fields.values_mut().for_each(turn),
        _ => {}
    }
}
