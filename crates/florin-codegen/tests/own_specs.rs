//! Nothing of our own specs is left out or loosened: what is wrong with one is corrected there.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

use florin_codegen::{Domain, Finding, Source, generate, generate_domains};

/// The folders of `specs` that hold documents.
fn providers() -> Vec<PathBuf> {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let folders = fs::read_dir(specs)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = folders
        .filter(|folder| folder.join("provider.toml").exists())
        .collect();
    folders.sort();
    folders
}

fn findings(folder: &Path) -> Vec<Finding> {
    let name = folder.file_name().unwrap().to_str().unwrap();
    let one = folder.join("openapi.yaml");
    if one.exists() {
        let text = fs::read_to_string(one).unwrap();
        let source = Source {
            name,
            text: &text,
            httpmock: true,
        };
        return generate(&source).unwrap().findings;
    }
    let files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        // Corrections to a document are no document.
        .filter(|path| !path.to_string_lossy().ends_with("overlay.yaml"))
        .map(|path| {
            let file = path.file_name().unwrap().to_str().unwrap().to_owned();
            (file, fs::read_to_string(path).unwrap())
        })
        .collect();
    let domains: Vec<_> = files
        .iter()
        .map(|(name, text)| Domain {
            name,
            text,
            enabled: true,
        })
        .collect();
    generate_domains(name, &domains, true).unwrap().findings
}

#[test]
fn our_specs_are_taken_as_they_are_written() {
    let providers = providers();
    assert!(
        providers.len() >= 5,
        "the specs are not where they should be"
    );
    for folder in providers {
        let findings: Vec<_> = findings(&folder).iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    }
}
