//! `provenance`: every operation says how sure its path, its request and its answer are, and on what that rests.
//!
//! Who sends money by an operation has to know whether its path is a guess. The documentation of the client and README's table
//! are made of it. What isn't documented needs a note as well, which says what the conclusion is drawn from.

use crate::check::finding::Found;
use crate::check::subject::Subject;

const PARTS: [&str; 3] = ["path", "request", "response"];
const WORDS: [&str; 3] = ["documented", "inferred", "undocumented"];

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for operation in subject.operations() {
        let said = &operation.body["x-provenance"];
        let word = |part: &&str| said[*part].as_str().filter(|word| WORDS.contains(word));
        let unsaid: Vec<_> = PARTS.iter().filter(|part| word(part).is_none()).collect();
        if !unsaid.is_empty() {
            let unsaid: Vec<_> = unsaid.iter().map(|part| format!("`{part}`")).collect();
            found.push(Found::at(
                operation.place(),
                format!(
                    "its `x-provenance` doesn't say how sure {} is",
                    unsaid.join(" and ")
                ),
                "write `documented`, `inferred` or `undocumented`",
            ));
            continue;
        }
        let is_concluded = PARTS
            .iter()
            .filter_map(word)
            .any(|word| word != "documented");
        let note = said["note"].as_str().unwrap_or_default();
        if is_concluded && note.trim().is_empty() {
            found.push(Found::at(
                operation.place(),
                "its `x-provenance` has no `note`, and not all of it is documented",
                "say what the rest is concluded from",
            ));
        }
    }
    found
}
