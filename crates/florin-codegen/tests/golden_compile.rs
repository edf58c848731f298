//! The golden code compiles, in a crate that denies warnings and undocumented items.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

mod scratch;

use std::fmt::Write as _;
use std::path::Path;

use florin_codegen::{Source, generate, passes};
use scratch::{Scratch, member, said};

#[test]
fn all_golden_code_compiles_without_a_warning() {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/passes");
    let mut root = String::from("//! The goldens.\n#![deny(warnings, missing_docs)]\n");
    for pass in passes().into_iter().chain(["mixed_3_1"]) {
        let file = goldens.join(format!("{pass}.rs"));
        writeln!(root, "#[path = {file:?}]\n/// Golden.\npub mod {pass};").unwrap();
    }
    // Mocks stand in a module beside the client that they mock.
    let spec = std::fs::read_to_string(goldens.join("mocks.yaml")).unwrap();
    let client = generate(&Source {
        name: "mocks.yaml",
        text: &spec,
        httpmock: false,
    })
    .unwrap()
    .client;
    let file = goldens.join("mocks.rs");
    writeln!(root, "/// Golden.\npub mod mocks {{ {client}\n#[path = {file:?}]\n/// Golden.\npub mod httpmock; }}").unwrap();

    // A spec that mixes everything: all that matters of it is that it compiles.
    let spec = std::fs::read_to_string(goldens.join("../mixed.yaml")).unwrap();
    let mixed = generate(&Source {
        name: "mixed.yaml",
        text: &spec,
        httpmock: true,
    })
    .unwrap();
    let (client, mocks) = (mixed.client, mixed.httpmock.unwrap());
    writeln!(
        root,
        "/// Mixed.\npub mod mixed {{ {client}\n/// Mixed.\npub mod httpmock {{ {mocks} }} }}"
    )
    .unwrap();

    let scratch = Scratch::new("goldens");
    let mut manifest = String::from(
        "[package]\nname = \"goldens\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n\
         httpmock = { version = \"0.9\", default-features = false }\nregex = { version = \"1\", default-features = false, features = [\"std\", \"unicode-perl\"] }\n",
    );
    manifest.push_str(&member("florin-core"));
    scratch.write("Cargo.toml", &manifest);
    scratch.write("src/lib.rs", &root);
    let output = scratch.cargo(&["check"]);
    assert!(output.status.success(), "{}", said(&output));
}
