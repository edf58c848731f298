//! Names of operations that the generator made up where the document should say one: two operations have the same `operationId`, or
//! two that become one name in Rust, or one that is written by us has none.
//!
//! The rule `operation-id` tells of these. No other tells of the names: whoever kept a snapshot or a surface under one, or played it
//! in the sandbox, would have to do it again once the operation has a name of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::subject::{Operation, Subject};

/// An operation, and the one that has its name.
pub(super) struct Clash<'a> {
    pub(super) operation: Operation<'a>,
    pub(super) other: Operation<'a>,
}

/// The operations that can't be called as their `operationId` says, since another one is.
pub(super) fn clashes<'a>(subject: &'a Subject<'_>) -> Vec<Clash<'a>> {
    let mut alike: BTreeMap<String, Vec<Operation<'a>>> = BTreeMap::new();
    for operation in subject.operations() {
        if let Some(id) = operation.id() {
            alike.entry(letters(id)).or_default().push(operation);
        }
    }
    let mut clashes = Vec::new();
    for group in alike.into_values().filter(|group| group.len() > 1) {
        let (renamed, kept): (Vec<_>, Vec<_>) = group
            .into_iter()
            .partition(|operation| is_renamed(subject, operation));
        // Where no client can be made, nothing is called otherwise. Of the same name in two documents, the generator tells.
        for (at, operation) in kept.iter().enumerate() {
            let is_same = |other: &&Operation<'a>| {
                other.id() == operation.id() && std::ptr::eq(other.document, operation.document)
            };
            if let Some(other) = kept.iter().take(at).find(is_same) {
                clashes.push(Clash {
                    operation: *operation,
                    other: *other,
                });
            }
        }
        for operation in &renamed {
            let is_other = |other: &&Operation<'a>| other.signature() != operation.signature();
            if let Some(other) = kept.first().or_else(|| renamed.iter().find(is_other)) {
                clashes.push(Clash {
                    operation: *operation,
                    other: *other,
                });
            }
        }
    }
    clashes
}

/// The names in the surface that are to be no names; where they are excused, they stay.
pub(super) fn made_up(subject: &Subject<'_>) -> BTreeSet<String> {
    let clashing = clashes(subject);
    let clashing = clashing
        .iter()
        .map(|clash| (clash.operation, clash.operation.signature()));
    let operations = subject.operations();
    let unnamed = operations
        .iter()
        .filter(|operation| operation.by_hand && operation.id().is_none())
        .map(|operation| (*operation, operation.place()));
    clashing
        .chain(unnamed)
        .filter(|(_, place)| !subject.excuses("operation-id", place))
        .flat_map(|(operation, _)| {
            let made = subject.made_of(&operation);
            made.map(|made| made.id.clone()).collect::<Vec<_>>()
        })
        .collect()
}

fn is_renamed(subject: &Subject<'_>, operation: &Operation<'_>) -> bool {
    let mut made = subject.made_of(operation).peekable();
    made.peek().is_some() && !made.any(|made| Some(made.id.as_str()) == operation.id())
}

/// What becomes one name has the same letters and digits, in whatever case.
fn letters(id: &str) -> String {
    let letters = id.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
