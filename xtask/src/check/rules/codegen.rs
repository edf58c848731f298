//! `codegen`: nothing in the document that no code can be made of.
//!
//! A user misses an operation that is left out, and trusts a type that is looser than the document. Both are told in the client's
//! documentation; here they have to be put right, or excused.

use crate::check::finding::Found;
use crate::check::subject::Subject;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let (client, _) = match &subject.client {
        Ok(made) => made,
        // What can't be read is told by its own rule.
        Err(_) if !subject.unread.is_empty() => return Vec::new(),
        Err(why) => {
            return vec![Found::at(
                "client",
                why,
                "put it right: no client can be made",
            )];
        }
    };
    let findings = client.findings.iter();
    findings
        .map(|finding| {
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
        })
        .collect()
}
