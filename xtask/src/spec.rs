//! A provider's spec as the verbs work on it: JSON of its documents, and the client that is made of all of them.

use std::fs;
use std::path::Path;

use florin_codegen::{Bundled, Domain, Generated};

use crate::answer::Problem;
use crate::provider::{self, ONLY, Provider};

/// Reads a document and what it refers to.
///
/// # Errors
/// It isn't there, isn't YAML or JSON, or leads to more than any provider publishes.
pub fn read(path: &Path) -> Result<Bundled, Problem> {
    Ok(florin_codegen::bundle_file(path)?)
}

/// Makes the client of a provider's documents, with all domains.
///
/// # Errors
/// What is wrong with the spec: which file, where, what, and what to do.
pub fn client(provider: &Provider) -> Result<Generated, Problem> {
    client_in(&provider.folder)
}

/// Makes the client of all documents in a folder, whatever else is in it.
///
/// # Errors
/// What is wrong with them: which file, where, what, and what to do.
pub fn client_in(folder: &Path) -> Result<Generated, Problem> {
    let documents = provider::documents(folder)?;
    if documents.iter().any(|document| document == ONLY) {
        let path = folder.join(format!("{ONLY}.yaml"));
        return Ok(florin_codegen::generate_file(&path, false)?);
    }
    if documents.is_empty() {
        return Err(Problem::new(
            folder.display(),
            "there is no spec in it",
            "name a folder with an `openapi.yaml`, or with a document per domain",
        ));
    }
    let mut texts = Vec::new();
    for document in &documents {
        let path = folder.join(format!("{document}.yaml"));
        let text = fs::read_to_string(&path)
            .map_err(|e| Problem::new(path.display(), e, "see that it can be read"))?;
        texts.push((path.display().to_string(), text));
    }
    let domains: Vec<_> = texts
        .iter()
        .map(|(name, text)| Domain {
            name,
            text,
            enabled: true,
        })
        .collect();
    let folder = folder.display().to_string();
    Ok(florin_codegen::generate_domains(&folder, &domains, false)?)
}
