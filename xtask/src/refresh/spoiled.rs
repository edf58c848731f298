//! What our corrections spoil: a reference that leads nowhere since what it led to was taken away, an operation that the
//! generator leaves out since it can't be read any more. `check` would find it later; the page says it before it is written.
//! What upstream itself has wrong isn't told here, since nobody here did it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::combined::Documents;
use crate::carry::leads;
use crate::source::each_reference;
use crate::surface::Surface;

/// The references that lead nowhere in what was made, and didn't in what it was made of: a line for each.
pub(super) fn references(made: &Documents, upstream: &Documents) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, document) in made {
        let there = upstream
            .get(name)
            .map(|document| astray(document, upstream));
        let there = there.unwrap_or_default();
        let new = astray(document, made)
            .into_iter()
            .filter(|reference| !there.contains(reference));
        lines.extend(new.map(|reference| {
            format!("{name}.yaml: `$ref: {reference}` leads nowhere, and does upstream; correct the overlay")
        }));
    }
    lines
}

fn astray(document: &Value, all: &Documents) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    each_reference(&mut document.clone(), &mut |reference| {
        let Some((file, pointer)) = reference.split_once('#') else {
            return;
        };
        let target = match file.strip_suffix(".yaml") {
            Some(name) => all.get(name),
            None if file.is_empty() => Some(document),
            None => None,
        };
        if target.is_some_and(|target| !leads(target, &format!("#{pointer}"))) {
            found.insert(reference.clone());
        }
    });
    found
}

/// The operations that the generator leaves out of the client, and that it doesn't of upstream's: a line for each.
pub(super) fn operations(new: &Surface, upstream: &Surface) -> Vec<String> {
    let there: BTreeSet<_> = left_out(upstream).into_iter().map(unnamed).collect();
    let new = left_out(new).into_iter();
    let new = new.filter(|finding| !there.contains(&unnamed(finding)));
    new.map(|finding| format!("{finding}; upstream's is not: correct the overlay"))
        .collect()
}

/// What is said of the operations that are left out of a client.
pub(super) fn left_out(surface: &Surface) -> Vec<&str> {
    let findings = surface.findings.iter().map(String::as_str);
    findings
        .filter(|finding| finding.ends_with("the operation is left out"))
        .collect()
}

/// Without what the operation is called, which may be ours.
fn unnamed(finding: &str) -> String {
    match finding.split_once(" (") {
        Some((place, rest)) => format!("{place}{}", rest.split_once(')').unwrap_or(("", rest)).1),
        None => finding.to_owned(),
    }
}
