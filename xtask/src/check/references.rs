//! References that lead nowhere, told alike wherever they are found: while files are put together, while a client is made of one
//! document, or, where a provider has several, as the reason why none can be made.

use florin_codegen::Finding;

use super::finding::Found;
use crate::answer::Problem;

const MARK: &str = "`$ref: ";
const REMEDY: &str = "correct the reference";

/// Of a finding about a reference, what is told.
pub(super) fn astray(finding: &Finding) -> Option<Found> {
    let reason = finding.reason();
    if !reason.starts_with(MARK) {
        return None;
    }
    // Behind it stands what the generator made of it.
    let wrong = reason
        .rsplit_once("; ")
        .map_or(&*reason, |(wrong, _)| wrong);
    Some(found(&finding.location(), wrong))
}

/// Of a problem about a reference, what is told.
pub(super) fn problem(problem: &Problem) -> Option<Found> {
    let (wrong, _) = problem.parts();
    let (place, wrong) = wrong.split_once(&format!(": {MARK}"))?;
    let (_, place) = place.split_once(": ")?;
    Some(found(place, &format!("{MARK}{wrong}")))
}

fn found(place: &str, wrong: &str) -> Found {
    let place = if place.is_empty() { "document" } else { place };
    let wrong = wrong
        .replace(" leads nowhere", " points to nothing")
        .replace(
            " leads to a file that isn't there",
            " points to nothing: there is no such file",
        );
    Found::at(place, wrong, REMEDY)
}
