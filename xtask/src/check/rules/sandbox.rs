//! `sandbox`: the stand-in plays every operation.
//!
//! What the sandbox doesn't play, no test has ever sent to anything that checks it against the spec.

use crate::check::finding::Found;
use crate::check::made_up::made_up;
use crate::check::subject::Subject;
use crate::coverage::sandbox::Played;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let Ok((_, surface)) = &subject.client else {
        return Vec::new();
    };
    let played = match Played::of(subject.root, &subject.provider.name) {
        Ok(played) => played,
        Err(problem) => {
            let (wrong, remedy) = problem.parts();
            return vec![Found::at("florin-sandbox", wrong, remedy)];
        }
    };
    let made_up = made_up(subject);
    let operations = surface.operations.iter();
    let without_token: Vec<_> = operations
        .clone()
        .filter(|operation| operation.public)
        .map(|operation| operation.id.as_str())
        .collect();
    operations
        .filter(|operation| !made_up.contains(&operation.id))
        .filter(|operation| !played.plays(&operation.id, &without_token))
        .map(|operation| {
            Found::at(
                &operation.id,
                "the sandbox doesn't play it",
                "add it to the stand-in in crates/florin-sandbox",
            )
        })
        .collect()
}
