//! `sandbox`: the stand-in plays every operation.
//!
//! What the sandbox doesn't play, no test has ever sent to anything that checks it against the spec.

use crate::check::finding::Found;
use crate::check::subject::{Operation, Subject};
use crate::coverage::sandbox::Played;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let operations = subject.operations();
    let played = match Played::of(subject.root, &subject.provider.name) {
        Ok(played) => played,
        Err(problem) => {
            return vec![Found::at(
                "florin-sandbox",
                problem.to_string(),
                "see that it compiles",
            )];
        }
    };
    let without_token = operations.iter().filter(|o| o.is_public());
    let without_token: Vec<_> = without_token.map(Operation::place).collect();
    let without_token: Vec<_> = without_token.iter().map(String::as_str).collect();
    let places = operations.iter().map(Operation::place);
    places
        .filter(|place| !played.plays(place, &without_token))
        .map(|place| {
            Found::at(
                place,
                "the sandbox doesn't play it",
                "add it to the stand-in in crates/florin-sandbox",
            )
        })
        .collect()
}
