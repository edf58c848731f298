//! What is known of each operation of a provider, from where it can't lie.
//!
//! | column | where it is from |
//! | --- | --- |
//! | operation, path, request, answer | the spec: `x-provenance` |
//! | facade, snapshot, sandbox, sample | the modules of those names, which say what they look at |

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::facade::Used;
use super::samples::Samples;
use super::sandbox::Played;
use super::snapshots::Snapshots;
use crate::answer::Problem;
use crate::check::{Document, Operation};
use crate::provider::Provider;

/// What is known of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Covered {
    /// What the spec calls it.
    pub operation: String,
    /// How sure the spec is of its method and path; empty where it doesn't say.
    pub path: String,
    /// How sure the spec is of what it takes.
    pub request: String,
    /// How sure the spec is of what it answers.
    pub response: String,
    /// Whether the facade uses it.
    pub facade: bool,
    /// Whether its request is kept.
    pub snapshot: bool,
    /// Whether the sandbox plays it.
    pub sandbox: bool,
    /// Whether a documented answer is decoded; `None` where its answers hold nothing.
    pub sample: Option<bool>,
}

/// Of all operations of a provider, by name.
///
/// # Errors
/// A source can't be read.
pub fn of(
    root: &Path,
    provider: &Provider,
    documents: &[Document],
) -> Result<Vec<Covered>, Problem> {
    let name = &provider.name;
    let used = Used::of(root, name)?;
    let snapshots = Snapshots::of(root, name);
    let played = Played::of(root, name)?;
    let samples = Samples::of(root, name)?;
    let operations: Vec<_> = documents.iter().flat_map(Document::operations).collect();
    let without_token: Vec<_> = operations.iter().filter(|o| o.is_public()).collect();
    let without_token: Vec<_> = without_token.iter().map(|o| o.place()).collect();
    let without_token: Vec<_> = without_token.iter().map(String::as_str).collect();
    let mut covered: Vec<_> = operations
        .iter()
        .map(|operation| {
            let id = operation.place();
            let said = &operation.body["x-provenance"];
            let word = |part: &str| said[part].as_str().unwrap_or_default().to_owned();
            Covered {
                path: word("path"),
                request: word("request"),
                response: word("response"),
                facade: used.uses(&id),
                snapshot: snapshots.keeps(&id, operation.method, operation.path),
                sandbox: played.plays(&id, &without_token),
                sample: answer(operation).map(|types| samples.decode(&id, &types)),
                operation: id,
            }
        })
        .collect();
    covered.sort_by(|one, other| one.operation.cmp(&other.operation));
    Ok(covered)
}

/// The names of what a success holds: its schema's, and that of what it lists. `None` where it holds nothing.
fn answer(operation: &Operation<'_>) -> Option<Vec<String>> {
    let answers = operation.body["responses"].as_object()?;
    let mut types = None;
    for (status, answer) in answers {
        if !status.starts_with('2') {
            continue;
        }
        let content = operation.target(answer)["content"].as_object();
        for (_, media) in content.into_iter().flatten() {
            types
                .get_or_insert_with(Vec::new)
                .extend(names(operation, &media["schema"]));
        }
    }
    types
}

fn names(operation: &Operation<'_>, schema: &Value) -> Vec<String> {
    let mut names: Vec<_> = name(schema).into_iter().collect();
    let resolved = operation.target(schema);
    names.extend(name(&resolved["items"]));
    let properties = resolved["properties"].as_object();
    for (_, property) in properties.into_iter().flatten() {
        names.extend(name(&operation.target(property)["items"]));
    }
    names
}

/// The name of the component that a schema refers to.
fn name(schema: &Value) -> Option<String> {
    let reference = schema["$ref"].as_str()?;
    Some(reference.rsplit('/').next()?.to_owned())
}
