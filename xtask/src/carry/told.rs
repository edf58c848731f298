//! The overlay that says what was carried, and the lines that tell what was lost.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::document::Document;
use super::operations::METHODS;
use super::{Carried, Carrying, facts, operations};
use crate::overlay::target::{Location, Step, Target, written};
use crate::yaml;

const HEAD: &str = "\
# What the spec that was written by hand said in words of our own, brought to the upstream document that took its place.
# An action whose target is gone from upstream is an error: bring it to where it belongs now.
";

pub(super) fn told(carrying: &Carrying<'_>) -> Carried {
    let facts = facts::all(carrying.ours.0);
    let mut kept = 0;
    let mut lost: BTreeMap<(&Location, String), Vec<String>> = BTreeMap::new();
    for (location, word, value) in &facts {
        let fact = (location.clone(), (*word).to_owned());
        let mut why = carrying.refused.get(&fact).cloned();
        if carrying.kept.contains(&fact) {
            kept += 1;
            // What protects somebody has to do so everywhere.
            match why.filter(|_| matches!(*word, "x-sensitive" | "x-idempotency-key")) {
                Some(elsewhere) => why = Some(format!("kept, but in one place {elsewhere}")),
                None => continue,
            }
        }
        let why = why.unwrap_or_else(|| nowhere(location, word, value));
        let what = format!("`{word}: {}`", brief(value));
        lost.entry((location, why)).or_default().push(what);
    }
    let lost = lost.into_iter().map(|((location, why), words)| {
        format!(
            "{}: {}: {why}",
            place(carrying.ours, location),
            words.join(", ")
        )
    });
    let lost = lost.collect();
    Carried {
        overlay: overlay(carrying),
        kept,
        lost,
    }
}

fn overlay(carrying: &Carrying<'_>) -> Option<String> {
    let mut actions = Vec::new();
    for target in all_operations(carrying.theirs) {
        actions.push(json!({
            "target": target,
            "description": "What upstream says is documented.",
            "update": { "x-provenance": { "path": "documented", "request": "documented", "response": "documented" } },
        }));
    }
    for (location, words) in carrying.said.iter().filter(|(_, words)| !words.is_empty()) {
        actions.push(json!({
            "target": target(carrying.theirs, location),
            "description": description(words),
            "update": words,
        }));
    }
    if actions.is_empty() {
        return None;
    }
    let overlay = json!({
        "overlay": "1.0.0",
        "info": { "title": "Our own words for the upstream document", "version": "1.0.0" },
        "actions": actions,
    });
    let text = yaml::write(&overlay).ok()?;
    Some(format!("{HEAD}{text}"))
}

/// A target of all operations; of each one, where that would match anything else.
fn all_operations(document: Document<'_>) -> Vec<String> {
    let located: BTreeSet<_> = operations::all(document)
        .into_iter()
        .map(|one| one.location)
        .collect();
    let all = format!("$.paths.*['{}']", METHODS.join("', '"));
    let matched = Target::parse(&all).map(|target| target.locate(document.0));
    match matched.is_ok_and(|matched| matched == located && !located.is_empty()) {
        true => vec![all],
        false => located.iter().map(|location| written(location)).collect(),
    }
}

/// The JSONPath of a place; a parameter by its name, since others may come before it.
pub(super) fn target(document: Document<'_>, location: &Location) -> String {
    let mut text = "$".to_owned();
    for (at, step) in location.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| location.get(at));
        let is_parameter = before.is_some_and(|step| *step == Step::Name("parameters".into()));
        let here = location.get(..=at).unwrap_or_default();
        let name = document.text(here, "name").map(quoted);
        let place = document.text(here, "in").map(quoted);
        match (step, name, place) {
            (Step::Index(_), Some(name), Some(place)) if is_parameter => {
                text.push_str(&format!("[?@.name == {name} && @.in == {place}]"));
            }
            _ => text.push_str(&step.to_string()),
        }
    }
    text
}

/// A text in a filter.
fn quoted(text: &str) -> String {
    let step = Step::Name(format!(" {text}")).to_string();
    let inside = step
        .strip_prefix("[' ")
        .and_then(|step| step.strip_suffix("']"));
    format!("'{}'", inside.unwrap_or_default())
}

/// What the words of a place say, in one sentence.
fn description(words: &Map<String, Value>) -> String {
    let said = words.iter().filter_map(|(word, value)| {
        Some(match (word.as_str(), value.as_str()) {
            ("operationId", _) => "the name that our method goes by",
            ("x-retry", Some("safe")) => "it may be repeated",
            ("x-retry", Some("keyed")) => "it may be repeated under its key",
            ("x-retry", _) => "it must not be repeated",
            ("x-sensitive", Some("secret")) => "a secret, not to be shown",
            ("x-sensitive", _) => "personal, not to be shown",
            ("x-unit", Some("percent")) => "a percentage",
            ("x-unit", _) => "a fraction, no percentage",
            ("x-as-sent", _) => "it keeps to no type",
            ("x-also-read", _) => "it is spelt in other ways, too",
            ("x-open", _) => "other values can be sent",
            ("x-may-be-empty", _) => "it may come without a body",
            ("x-holds", _) => "what is known to be inside",
            ("x-idempotency-key", _) => "the key of a request",
            ("x-client-default", _) => "it may be set for all requests",
            ("x-name", _) => "the name of this address",
            _ => return None,
        })
    });
    let text = said.collect::<Vec<_>>().join("; ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => "As it was written by hand.".to_owned(),
    }
}

/// Why a word has no place that nothing was found for.
fn nowhere(location: &[Step], word: &str, value: &Value) -> String {
    let is_operation = matches!(location.first(), Some(Step::Name(first)) if first == "paths");
    match word {
        "x-unsupported" => {
            let count = value.as_array().map_or(0, Vec::len);
            format!("see which of these {count} operations upstream has")
        }
        "x-name" => "upstream has no operation here that has an address of its own".to_owned(),
        _ if is_operation => "upstream has no such operation, or nothing like it there".to_owned(),
        _ => "upstream has nothing of this name".to_owned(),
    }
}

/// What to call a place of ours.
fn place(document: Document<'_>, location: &[Step]) -> String {
    let (operation, rest) = location.split_at_checked(3).unwrap_or((location, &[]));
    match operation {
        [Step::Name(paths), Step::Name(path), Step::Name(method)] if paths == "paths" => {
            let method = method.to_uppercase();
            let mut text = match document.text(operation, "operationId") {
                Some(id) => format!("{method} {path} ({id})"),
                None => format!("{method} {path}"),
            };
            if !rest.is_empty() {
                text.push_str(&format!(": {}", written(rest)));
            }
            text
        }
        _ => written(location),
    }
}

fn brief(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => format!("[{} entries]", values.len()),
        other => other.to_string(),
    };
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
