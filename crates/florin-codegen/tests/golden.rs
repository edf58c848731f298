//! Each pass with the smallest spec that needs it: `passes/<pass>.yaml`, and beside it the code that comes out.
//! `BLESS=1 cargo test -p florin-codegen --test golden` writes the code anew; look at the difference before you keep it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use florin_codegen::{Generated, Source, generate, passes};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/passes")
}

fn specs() -> Vec<(String, String)> {
    let mut specs: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "yaml"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    specs.sort();
    specs
}

fn made(name: &str, text: &str) -> Generated {
    let file = format!("{name}.yaml");
    generate(&Source {
        name: &file,
        text,
        httpmock: name == "mocks",
    })
    .unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn every_pass_has_its_golden() {
    let mut passes: BTreeSet<_> = passes().into_iter().map(str::to_owned).collect();
    passes.insert("mocks".into());
    // Which mixes the passes over OpenAPI 3.1.
    passes.insert("mixed_3_1".into());
    let goldens: BTreeSet<_> = specs().into_iter().map(|(name, _)| name).collect();
    assert_eq!(goldens, passes);
}

/// The table of ARCHITECTURE.md, row by row.
#[test]
fn the_architecture_lists_the_passes_in_their_order() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ARCHITECTURE.md");
    let page = std::fs::read_to_string(page).unwrap();
    let table = page.split_once("| pass | what it does").unwrap().1;
    let table = table.split_once("\n\n").map_or(table, |(table, _)| table);
    let rows = table.lines().filter_map(|row| row.strip_prefix("| `"));
    let listed: Vec<_> = rows.filter_map(|row| row.split('`').next()).collect();
    assert_eq!(listed, passes());
    let told = |row: &str| {
        row.split(" | ")
            .all(|cell| !cell.trim_matches(['|', ' ']).is_empty())
    };
    for row in table.lines().filter(|row| row.starts_with("| `")) {
        assert!(told(row), "what it does, and why there: {row}");
    }
}

#[test]
fn each_pass_makes_the_code_beside_it() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut changed = Vec::new();
    for (name, text) in specs() {
        let made = made(&name, &text);
        let code = made.httpmock.unwrap_or(made.client);
        let golden = folder().join(format!("{name}.rs"));
        if bless {
            std::fs::write(&golden, code).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != code {
            let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.rs"));
            std::fs::write(&new, code).unwrap();
            changed.push(format!("diff {} {}", golden.display(), new.display()));
        }
    }
    assert!(
        changed.is_empty(),
        "other code comes out now; see, and bless it with BLESS=1:\n{}",
        changed.join("\n")
    );
}

#[test]
fn the_same_spec_makes_the_same_bytes() {
    for (name, text) in specs() {
        assert_eq!(made(&name, &text), made(&name, &text), "{name}");
    }
}

#[test]
fn nothing_of_progenitors_runtime_and_no_float_is_left() {
    for (name, text) in specs() {
        // Dates are those of the crate that all clients stand on.
        let code = made(&name, &text)
            .client
            .replace("::florin_core::chrono", "");
        for word in [
            "progenitor",
            "reqwest",
            "f64",
            "f32",
            "unwrap(",
            "api-version",
            "::chrono",
            "::uuid",
            "::regress",
        ] {
            assert!(!code.contains(word), "{name} has {word}");
        }
        assert!(
            !code.contains(|c: char| ('\u{E000}'..='\u{F8FF}').contains(&c)),
            "{name} has a mark left in it"
        );
    }
}
