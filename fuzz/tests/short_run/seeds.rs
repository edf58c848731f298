//! The first inputs: for each operation an answer and an error as its spec has them.
//!
//! `BLESS=1 cargo test -p florin-fuzz --test short_run seeds` writes those that are missing and leaves the others alone: a
//! kept input stays what it was.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use florin_fuzz::call::Entry;
use florin_fuzz::operations::{financeit, monetago, monoova, nemuru, tradevest};
use florin_sandbox::samples::pointed::resolved;
use florin_sandbox::samples::{Way, examples_of, sample};
use serde_json::Value;

use crate::corpus;

/// Longer samples are left to the tests that send them.
const LONGEST: usize = 12 << 10;

const PROVIDERS: [(&str, &[Entry]); 5] = [
    ("financeit", financeit::ALL),
    ("monetago", monetago::ALL),
    ("monoova", monoova::ALL),
    ("nemuru", nemuru::ALL),
    ("tradevest", tradevest::ALL),
];

/// Operations that are known by the name of the client's constants, in all places.
#[test]
fn every_operation_of_every_client_is_fuzzed() {
    let clients = [
        florin::financeit::operations::ALL,
        florin::monetago::operations::ALL,
        florin::monoova::operations::ALL,
        florin::nemuru::operations::ALL,
        florin::tradevest::operations::ALL,
    ];
    let mut all = 0;
    for ((provider, entries), operations) in PROVIDERS.into_iter().zip(clients) {
        let fuzzed: BTreeSet<_> = entries.iter().map(|entry| entry.operation.id()).collect();
        let there: BTreeSet<_> = operations.iter().map(|operation| operation.id()).collect();
        assert_eq!(fuzzed, there, "{provider}");
        all += entries.len();
    }
    assert_eq!(all, 190, "of so many the documentation speaks");
}

#[test]
fn seeds_of_all_operations_are_kept() {
    let is_written = std::env::var_os("BLESS").is_some();
    let mut missing = Vec::new();
    for (provider, entries) in PROVIDERS {
        let documents = documents(provider);
        for entry in entries {
            for (status, input) in seeds(&documents, entry) {
                let name = format!("{}-{status}", entry.operation.id());
                let folder = corpus::root().join(format!("{provider}_answer"));
                let path = folder.join(&name);
                if path.exists() {
                    continue;
                }
                if is_written {
                    fs::create_dir_all(&folder).unwrap();
                    fs::write(path, input).unwrap();
                } else {
                    missing.push(format!("{provider}/{name}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "run with BLESS=1: {missing:?}");
}

/// The documents of a provider, corrections aside.
fn documents(provider: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../specs")
        .join(provider);
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_document = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "yaml");
    let mut paths: Vec<_> = paths.filter(is_document).collect();
    paths.sort();
    let read = |path: PathBuf| xtask::spec::read(&path).map(|document| document.value);
    paths.into_iter().map(|path| read(path).unwrap()).collect()
}

/// What the spec has for an operation: of its successes all, of its errors the first.
fn seeds(documents: &[Value], entry: &Entry) -> Vec<(String, String)> {
    let id = entry.operation.id();
    let mut seeds = Vec::new();
    for document in documents {
        for path in document["paths"].as_object().into_iter().flatten() {
            let methods = path.1.as_object().into_iter().flatten();
            let Some((_, operation)) = methods
                .into_iter()
                .find(|(_, operation)| operation["operationId"] == id)
            else {
                continue;
            };
            let mut has_error = false;
            for (status, answer) in operation["responses"].as_object().into_iter().flatten() {
                let is_error = !status.starts_with(['2', '3']);
                if is_error && has_error {
                    continue;
                }
                has_error |= is_error;
                let said = status.replace("XX", "00").replace("default", "500");
                seeds.push((
                    status.clone(),
                    seed(document, id, &said, resolved(document, answer)),
                ));
            }
        }
    }
    seeds
}

fn seed(document: &Value, id: &str, status: &str, answer: &Value) -> String {
    let Some((media_type, content)) = answer["content"]
        .as_object()
        .and_then(|all| all.iter().next())
    else {
        return format!("{id} {status} application/json\n");
    };
    let made = sample(
        document,
        &content["schema"],
        &examples_of(document, content),
        Way::Answered,
    );
    let full = made.value.to_string();
    let body = if full.len() > LONGEST {
        "{}".to_owned()
    } else {
        full
    };
    format!("{id} {status} {media_type}\n{body}")
}
