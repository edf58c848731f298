//! `retry`: every operation says whether it may be sent again.
//!
//! A payment that is sent twice is paid twice, and a verb of HTTP says nothing of that. In a document that is a provider's, what
//! only reads by its verb may go without.

use crate::check::finding::Found;
use crate::check::subject::Subject;

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let operations = subject.operations().into_iter();
    operations
        .filter(|operation| operation.by_hand || !operation.only_reads())
        .filter(|operation| {
            !matches!(
                operation.body["x-retry"].as_str(),
                Some("safe" | "keyed" | "never")
            )
        })
        .map(|operation| {
            Found::at(
                operation.place(),
                "it doesn't say whether it may be sent again (`x-retry`)",
                "write `safe`, `keyed` (the provider knows a repeat by a key) or `never`",
            )
        })
        .collect()
}
