//! Each broken spec of `broken/` gets what stands beside it: one message that says where, what is wrong, and what to do; or,
//! where the rest of the spec becomes a client, a line for each finding. `BLESS=1` writes them anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::path::Path;

use florin_codegen::{Source, generate};

/// One line, or Cargo cuts it.
fn said(message: &impl std::fmt::Display) -> String {
    let message = message.to_string();
    assert!(!message.contains('\n'), "{message}");
    message
}

#[test]
fn each_broken_spec_gets_what_stands_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut differences = Vec::new();
    let mut specs = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "txt") {
            continue;
        }
        specs += 1;
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let message = match generate(&Source {
            name,
            text: &text,
            httpmock: false,
        }) {
            Ok(made) => {
                let findings: Vec<_> = made.findings.iter().map(said).collect();
                format!("code comes out\n{}", findings.join("\n"))
            }
            Err(error) => said(&error),
        };
        let message = message.trim_end().to_owned();
        let expected = path.with_extension("txt");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(expected, format!("{message}\n")).unwrap();
        } else if std::fs::read_to_string(expected)
            .unwrap_or_default()
            .trim_end()
            != message
        {
            differences.push(message);
        }
    }
    assert!(specs > 20, "the specs are not where they should be");
    assert!(
        differences.is_empty(),
        "other messages than expected:\n{}",
        differences.join("\n")
    );
}
