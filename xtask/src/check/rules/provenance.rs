//! `provenance`: every operation says how sure its path, its request and its answer are, and on what that rests.
//!
//! Who sends money by an operation has to know whether its path is a guess. The documentation of the client and README's table
//! are made of it. Of a request that holds nothing, there is nothing to be sure of. What isn't documented needs a note as well, which says what the conclusion is drawn from.

use serde_json::Value;

use crate::check::finding::Found;
use crate::check::subject::{Operation, Subject};

const PARTS: [&str; 3] = ["path", "request", "response"];
const WORDS: [&str; 3] = ["documented", "inferred", "undocumented"];

pub(super) fn look(subject: &Subject<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for operation in subject.operations() {
        let said = &operation.body["x-provenance"];
        let word = |part: &&str| said[*part].as_str().filter(|word| WORDS.contains(word));
        let is_needed = |part: &str| part != "request" || takes_something(subject, &operation);
        let unsaid: Vec<_> = PARTS
            .iter()
            .filter(|part| word(part).is_none() && (is_needed(part) || !said[**part].is_null()))
            .collect();
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

/// Whether a caller gives it anything, as the generator has it; where no client can be made, as the document has it.
fn takes_something(subject: &Subject<'_>, operation: &Operation<'_>) -> bool {
    if let Some(made) = subject.made_of(operation).next() {
        return !made.parameters.is_empty() || made.body.is_some();
    }
    let has_parameters = |value: &Value| {
        value["parameters"]
            .as_array()
            .is_some_and(|p| !p.is_empty())
    };
    operation.body["requestBody"].is_object()
        || has_parameters(operation.body)
        || has_parameters(operation.item)
}
