//! Every parameter of an operation is an argument with a name of its own.
//!
//! `pageSize` and `page-size` become one name in Rust, and so do the `id` of a path and that of its query; `new` and `send`
//! are methods that each builder has already, and `body` sets the body. A path keeps its names before a query, a query
//! before a header, and a header before a cookie; among those of one place the one that is spelled exactly like its name in
//! Rust comes first, then the others in the order of their bytes. Whose name is taken gets its place behind it:
//! `id_in_query`. What is sent is not changed by that. Here the names are chosen, while the facts are still to be collected;
//! `sent_names` gives them to progenitor.

use std::collections::BTreeSet;

use serde_json::Value;

use super::parameter_places::COOKIE;
use super::{METHODS, Object, Spec, text};
use crate::error::Error;
use crate::rust_name;

/// Stands on a parameter whose argument has another name than its own would give.
pub(crate) const ARGUMENT: &str = "x-florin-argument";

/// Methods of a builder that aren't parameters.
const OWN_SETTERS: [&str; 2] = ["new", "send"];
/// And those of one with a body.
const OF_BODY: [&str; 2] = ["body", "body_map"];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(|paths| paths.values_mut()) {
        for method in METHODS {
            if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                choose(operation);
            }
        }
    }
    Ok(())
}

fn choose(operation: &mut Object) {
    let has_body = operation.contains_key("requestBody");
    let Some(Value::Array(parameters)) = operation.get_mut("parameters") else {
        return;
    };
    let mut taken: BTreeSet<String> = OWN_SETTERS.map(str::to_owned).into();
    if has_body {
        taken.extend(OF_BODY.map(str::to_owned));
    }
    let mut all: Vec<_> = parameters
        .iter_mut()
        .filter_map(Value::as_object_mut)
        .filter(|parameter| text(parameter, "name").is_some())
        .collect();
    all.sort_by_cached_key(|parameter| {
        let name = text(parameter, "name").unwrap_or_default();
        let place = rank(place(parameter));
        (place, name != rust_name::of_method(name), name.to_owned())
    });
    for parameter in all {
        parameter.remove(ARGUMENT);
        let name = rust_name::of_method(text(parameter, "name").unwrap_or_default());
        // All operations of a path call its pieces alike, whether they have a body or not.
        let is_own = place(parameter) == "path" && OF_BODY.contains(&name.as_str());
        if !is_own && taken.insert(name.clone()) {
            continue;
        }
        let placed = format!("{}_in_{}", name.trim_end_matches('_'), place(parameter));
        let numbered = (2..).map(|n| format!("{placed}_{n}"));
        let mut names = std::iter::once(placed.clone()).chain(numbered);
        let name = names.find(|name| taken.insert(name.clone()));
        parameter.insert(ARGUMENT.into(), name.unwrap_or(placed).into());
    }
}

fn place(parameter: &Object) -> &str {
    match text(parameter, "in") {
        _ if parameter.contains_key(COOKIE) => "cookie",
        Some(place) => place,
        None => "request",
    }
}

fn rank(place: &str) -> usize {
    let places = ["path", "query", "header", "cookie"];
    places
        .iter()
        .position(|known| *known == place)
        .unwrap_or(places.len())
}
