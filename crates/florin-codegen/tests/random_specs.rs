//! Whatever a spec holds: codegen doesn't panic, what it writes is Rust and compiles, and no operation is lost.
//!
//! `SPECS=5000 cargo test -p florin-codegen --test random_specs` tries more than the usual number, `COMPILED=200` lets more
//! of them be compiled, and `SEED=7` begins elsewhere.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

mod random;
mod scratch;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use florin_codegen::{Generated, Source, generate};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use scratch::{Scratch, member, said};
use serde_json::{Value, json};

fn number(variable: &str, otherwise: u32) -> u32 {
    let given = std::env::var(variable).ok();
    given.map_or(otherwise, |given| given.parse().unwrap())
}

/// Begins at the same place each time, so that what fails once fails again.
fn runner(cases: u32) -> TestRunner {
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(&number("SEED", 1).to_le_bytes());
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

/// The code, or the message; never a panic.
fn made(spec: &Value) -> Result<Result<Generated, String>, TestCaseError> {
    let text = spec.to_string();
    let source = Source {
        name: "random.json",
        text: &text,
        httpmock: true,
    };
    catch_unwind(AssertUnwindSafe(|| generate(&source)))
        .map(|made| made.map_err(|error| error.to_string()))
        .map_err(|_| TestCaseError::fail("it panics"))
}

fn is_rust(made: &Generated) -> Result<(), TestCaseError> {
    for code in [Some(&made.client), made.httpmock.as_ref()]
        .into_iter()
        .flatten()
    {
        syn::parse_file(code).map_err(|error| TestCaseError::fail(format!("no Rust: {error}")))?;
    }
    Ok(())
}

/// Each operation is in the code. Only one that is there twice is told to be left out.
fn has_all(spec: &Value, made: &Generated) -> Result<(), TestCaseError> {
    let left_out: Vec<_> = made.findings.iter().filter(|f| f.is_left_out()).collect();
    for lost in &left_out {
        let is_twice = lost.reason().ends_with("as well");
        prop_assert!(is_twice, "left out: {}", lost);
    }
    let is_in_code = |number| made.client.contains(&random::summary(number));
    let lost = (0..random::operations(spec)).filter(|number| !is_in_code(*number));
    prop_assert_eq!(lost.count(), left_out.len(), "some are lost without a word");
    Ok(())
}

#[test]
fn any_spec_becomes_rust() {
    let outcome = runner(number("SPECS", 100)).run(&random::spec(), |spec| {
        let made =
            made(&spec)?.map_err(|error| TestCaseError::fail(format!("refused: {error}")))?;
        is_rust(&made)?;
        has_all(&spec, &made)
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_spec_with_anything_anywhere_becomes_rust_or_a_message() {
    let outcome = runner(number("SPECS", 100)).run(&random::broken(), |spec| match made(&spec)? {
        Ok(made) => is_rust(&made),
        Err(message) => {
            prop_assert!(!message.contains('\n'), "{}", message);
            Ok(())
        }
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

/// Each way through a ring is another one; whoever goes them all doesn't come back.
#[test]
fn rings_of_everything_are_walked_once() {
    let names = ["A", "B", "C", "D"];
    let refs: Vec<_> = names
        .map(|name| json!({ "$ref": format!("#/components/schemas/{name}") }))
        .into();
    for words in [
        ["oneOf", "anyOf"],
        ["allOf", "oneOf"],
        ["anyOf", "allOf"],
        ["prefixItems", "oneOf"],
    ] {
        let properties =
            json!({ "a": refs[0], "b": { words[0]: refs }, "kind": { "type": "string" } });
        let mut ring = json!({
            "properties": properties, "additionalProperties": refs[1], "items": refs[2], "not": refs[3],
            "if": refs[0], "then": refs[1], "else": { words[1]: refs }, "discriminator": { "propertyName": "kind" },
        });
        for word in words {
            ring[word] = refs.clone().into();
        }
        let content = json!({ "application/json": { "schema": refs[0] }, "multipart/form-data": { "schema": refs[1] } });
        let spec = json!({
            "openapi": "3.1.0",
            "info": { "title": "Rings", "version": "1" },
            "paths": { "/a": { "post": {
                "parameters": [{ "name": "q", "in": "query", "schema": refs[2] }],
                "requestBody": { "content": content },
                "responses": { "200": { "description": "Done.", "content": content } },
            } } },
            "components": { "schemas": names.map(|name| (name, ring.clone())).into_iter().collect::<BTreeMap<_, _>>() },
        });
        let made = made(&spec).unwrap().unwrap();
        is_rust(&made).unwrap();
    }
}

#[test]
fn what_is_accepted_compiles() {
    let mut runner = runner(1);
    let mut library = String::from("//! Random clients.\n#![deny(warnings, missing_docs)]\n");
    let scratch = Scratch::new("random");
    for at in 0..number("COMPILED", 20) {
        let spec = random::spec().new_tree(&mut runner).unwrap().current();
        scratch.write(&format!("specs/{at}.json"), &format!("{spec:#}"));
        let made = made(&spec).unwrap().unwrap();
        // Mocks stand in a module beside the client that they mock.
        let mocks = "/// Mocks.\npub mod httpmock;";
        scratch.write(
            &format!("src/r{at}/mod.rs"),
            &format!("{}\n{mocks}", made.client),
        );
        scratch.write(&format!("src/r{at}/httpmock.rs"), &made.httpmock.unwrap());
        writeln!(library, "/// Random.\npub mod r{at};").unwrap();
    }
    scratch.write("src/lib.rs", &library);
    let mut manifest = String::from(
        "[package]\nname = \"random\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n\
         httpmock = { version = \"0.9\", default-features = false }\nregex = { version = \"1\", default-features = false, features = [\"std\", \"unicode-perl\"] }\n",
    );
    manifest.push_str(&member("florin-core"));
    scratch.write("Cargo.toml", &manifest);
    let output = scratch.cargo(&["check"]);
    assert!(
        output.status.success(),
        "the specs are in {}\n{}",
        scratch.path("specs").display(),
        said(&output)
    );
}
