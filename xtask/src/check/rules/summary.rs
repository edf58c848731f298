//! `summary`: every operation says in a few words what it is for.
//!
//! The summary is the first line of a method's documentation, and what lists of operations show. A description alone will do in a
//! document that is a provider's: the first line is then made of that.

use crate::check::finding::Found;
use crate::check::subject::{Operation, Subject};

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let operations = subject.operations().into_iter();
    operations
        .filter(|operation| !is_said(operation))
        .map(|operation| {
            Found::at(
                operation.place(),
                "it has no `summary`",
                "say in a few words what it is for",
            )
        })
        .collect()
}

fn is_said(operation: &Operation<'_>) -> bool {
    let has = |word: &str| {
        operation.body[word]
            .as_str()
            .is_some_and(|text| !text.trim().is_empty())
    };
    has("summary") || (!operation.by_hand && has("description"))
}
