//! Where a target stopped matching, and what is called alike there.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change::Misfit;
use super::target::{Location, Step, Target};

/// How many names are told.
const NAMES: usize = 5;

const REMEDY: &str = "correct the target, or remove the action if upstream no longer has it";

/// What to say of a target that matches nothing.
pub(super) fn told(target: &Target, document: &Value) -> Misfit {
    let beginnings = target.beginnings();
    let matching = |text: &&str| {
        let located = Target::parse(text).ok()?.locate(document);
        (!located.is_empty()).then_some(located)
    };
    let mut last: Option<(usize, BTreeSet<Location>)> = None;
    for (number, text) in beginnings.iter().enumerate() {
        match matching(text) {
            Some(located) => last = Some((number, located)),
            None => break,
        }
    }
    let nothing = || ("it matches nothing".to_owned(), REMEDY);
    let Some((number, located)) = last else {
        return nothing();
    };
    let (Some(text), Some(longer)) = (beginnings.get(number), beginnings.get(number + 1)) else {
        return nothing();
    };
    let step = longer.get(text.len()..).unwrap_or_default().trim();
    let names = names(document, &located);
    let has = if names.is_empty() {
        match located.iter().filter_map(|l| entries(document, l)).sum() {
            0 => String::new(),
            1 => ", and has one entry".to_owned(),
            entries => format!(", and has {entries} entries"),
        }
    } else {
        let sought = step.trim_matches(['.', '[', ']', '\'', '"']);
        format!(", and has {}", nearest(sought, &names))
    };
    let wrong = format!("it matches nothing: `{text}` is there{has}, but no `{step}`");
    (wrong, REMEDY)
}

fn at<'a>(document: &'a Value, location: &[Step]) -> Option<&'a Value> {
    location.iter().try_fold(document, |node, step| match step {
        Step::Name(name) => node.get(name),
        Step::Index(index) => node.get(index),
    })
}

fn entries(document: &Value, location: &Location) -> Option<usize> {
    Some(at(document, location)?.as_array()?.len())
}

fn names<'a>(document: &'a Value, located: &BTreeSet<Location>) -> Vec<&'a str> {
    let maps = located
        .iter()
        .filter_map(|location| at(document, location)?.as_object());
    let names: BTreeSet<&str> = maps
        .flat_map(|map| map.keys().map(String::as_str))
        .collect();
    names.into_iter().collect()
}

/// Those that are most like what is sought, or all if there are few.
fn nearest(sought: &str, names: &[&str]) -> String {
    let close = similar::get_close_matches(sought, names, NAMES, 0.5);
    let (chosen, rest) = if close.is_empty() {
        let first: Vec<_> = names.iter().take(NAMES).copied().collect();
        let rest = names.len() - first.len();
        (first, rest)
    } else {
        (close, 0)
    };
    let mut text = format!("`{}`", chosen.join("`, `"));
    if rest > 0 {
        text.push_str(&format!(" and {rest} more"));
    }
    text
}
