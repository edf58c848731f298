//! `operation-id`: an operation is called `verb_what`, in snake case.
//!
//! The name becomes a method of the client, a snapshot, and the word by which a user moves a path, so all of ours read alike. In a
//! document that is a provider's, the name is the provider's to choose, but for one that two operations have: the generator would
//! call one of them by a name that it made up.

use crate::check::finding::Found;
use crate::check::made_up::{Clash, clashes};
use crate::check::subject::{Operation, Subject};

/// What an operation does to what it is called after. A name of ours begins with one of them.
const VERBS: [&str; 22] = [
    "accept",
    "add",
    "calculate",
    "cancel",
    "confirm",
    "create",
    "delete",
    "get",
    "list",
    "login",
    "mark",
    "order",
    "perform",
    "refresh",
    "register",
    "reset",
    "search",
    "send",
    "sign",
    "start",
    "update",
    "upload",
];

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let operations = subject.operations().into_iter();
    let mut found: Vec<_> = operations
        .filter(|operation| operation.by_hand)
        .filter_map(|operation| problem(&operation))
        .collect();
    found.extend(clashes(subject).iter().map(shared));
    found
}

fn problem(operation: &Operation<'_>) -> Option<Found> {
    let (wrong, remedy) = match operation.id() {
        None => ("it has no `operationId`".to_owned(), "give it one"),
        Some(id) if !is_snake_case(id) => (
            "its `operationId` isn't in snake case".to_owned(),
            "write it as `get_loan`",
        ),
        Some(id) => {
            let first = id.split('_').next().unwrap_or_default();
            if VERBS.contains(&first) {
                return None;
            }
            (
                format!(
                    "its `operationId` begins with `{first}`, which is no verb that ours begin with"
                ),
                "begin with one of theirs, or add the verb to the rule `operation-id`",
            )
        }
    };
    Some(Found::at(operation.place(), wrong, remedy))
}

/// Found by method and path, since the name says which operation is meant no more.
fn shared(clash: &Clash<'_>) -> Found {
    let Clash { operation, other } = clash;
    let own = operation.id().unwrap_or_default();
    let theirs = other.id().unwrap_or_default();
    let there = other.signature();
    let wrong = if own == theirs {
        format!("`{own}` is the `operationId` of {there} as well")
    } else {
        format!("its `operationId` `{own}` becomes one name in Rust with `{theirs}` of {there}")
    };
    let remedy = if operation.by_hand {
        "give each its own"
    } else {
        "give each its own, in the overlay"
    };
    Found::at(operation.signature(), wrong, remedy)
}

fn is_snake_case(id: &str) -> bool {
    id.split('_').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    }) && !id.starts_with(|c: char| c.is_ascii_digit())
}
