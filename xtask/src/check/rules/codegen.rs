//! `codegen`: nothing in the document that no code can be made of.
//!
//! A user misses an operation that is left out, and trusts a type that is looser than the document. Both are told in the client's
//! documentation; here they have to be put right, or excused.

use std::collections::BTreeSet;

use florin_codegen::Finding;

use crate::check::finding::Found;
use crate::check::references;
use crate::check::subject::Subject;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let mut found = subject.astray.clone();
    match &subject.client {
        Ok((client, _)) => found.extend(client.findings.iter().map(told)),
        // What can't be read is told by its own rule.
        Err(_) if !subject.unread.is_empty() => {}
        Err(why) => found.push(references::problem(why).unwrap_or_else(|| {
            let (wrong, remedy) = why.parts();
            Found::at("client", format!("none can be made: {wrong}"), remedy)
        })),
    }
    // A document that two others refer to is read for each of them.
    let mut seen = BTreeSet::new();
    found.retain(|found| seen.insert((found.place.clone(), found.wrong.clone())));
    found
}

fn told(finding: &Finding) -> Found {
    if let Some(found) = references::astray(finding) {
        return found;
    }
    let place = match finding.location() {
        place if place.is_empty() => "document".to_owned(),
        place => place,
    };
    let remedy = if finding.is_left_out() {
        "the operation is left out: correct it, or excuse it"
    } else {
        "correct it, or excuse it"
    };
    Found::at(place, finding.reason(), remedy)
}
