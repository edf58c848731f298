//! A path that is a reference to another one is what that one is.

use serde_json::Value;

use super::lead::lead;
use crate::error::Place;
use crate::finding::Finding;
use crate::spec::place::Kind;
use crate::spec::{Spec, escape};

/// How many values all copies together may have: far more than any spec, and far less than the memory.
const COPIED: usize = 1_000_000;

/// Copies what such a path leads to. What is said beside the reference goes before what is there.
pub(super) fn copy(spec: &mut Spec) {
    let document = spec.root.clone();
    let mut findings = Vec::new();
    let mut copied = 0;
    let paths = spec.root.get_mut("paths").and_then(Value::as_object_mut);
    if let Some(paths) = paths {
        paths.retain(|path, item| {
            let Some(reference) = item.as_object_mut().and_then(|item| item.remove("$ref")) else {
                return true;
            };
            let found = match reference.as_str() {
                Some(text) => whole(&document, text).map_err(|e| format!("`$ref: {text}` {e}")),
                None => Err("this `$ref` is not a text".to_owned()),
            };
            let found = found.and_then(|found| {
                copied += nodes(found);
                match copied > COPIED {
                    true => Err(format!(
                        "the paths that are references have more than {COPIED} values"
                    )),
                    false => Ok(found),
                }
            });
            let item = item.as_object_mut();
            match (found, item) {
                (Ok(Value::Object(found)), Some(item)) => {
                    for (key, value) in found {
                        item.entry(key).or_insert_with(|| value.clone());
                    }
                    item.remove("$ref");
                    true
                }
                (found, item) => {
                    let wrong = found.err().unwrap_or_default();
                    let place = Place::Pointer(format!("#/paths/{}", escape(path)));
                    let rest = item.is_some_and(|item| !item.is_empty());
                    let how = match rest {
                        true => "what stands beside it is taken",
                        false => "the path is left out",
                    };
                    findings.push(Finding::taken(place, wrong, how));
                    rest
                }
            }
        });
    }
    for finding in findings {
        spec.find(finding);
    }
}

/// What it leads to in the end.
fn whole<'a>(document: &'a Value, reference: &str) -> Result<&'a Value, String> {
    let mut found = lead(document, reference, Kind::PathItem)?.value;
    for _ in 0..32 {
        match found.get("$ref").and_then(Value::as_str) {
            Some(next) => found = lead(document, next, Kind::PathItem)?.value,
            None => return Ok(found),
        }
    }
    Err("leads to itself and to nothing else".to_owned())
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(nodes).sum(),
        Value::Object(map) => map.values().map(nodes).sum(),
        _ => 0_usize,
    }
}
