//! The build script of a provider crate: one message for a broken spec, and a rebuild of what a spec has to do with.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

mod scratch;

use std::collections::BTreeMap;

use scratch::{Scratch, member, said};
use serde_json::Value;

const BUILD: &str =
    "fn main() -> std::process::ExitCode { florin_codegen::build(\"openapi.yaml\") }";
const LIB: &str = "include!(concat!(env!(\"OUT_DIR\"), \"/client.rs\"));";

fn provider(name: &str) -> String {
    format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n{}\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n[build-dependencies]\n{}",
        member("florin-core"),
        member("florin-codegen"),
    )
}

fn spec(operation: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: Scratch, version: '1'}}\npaths:\n  /a:\n    get:\n      {operation}\n      \
         responses: {{'204': {{description: Done.}}}}\n"
    )
}

#[test]
fn a_broken_spec_fails_the_build_with_one_message() {
    let scratch = Scratch::new("broken");
    scratch.write("Cargo.toml", &(provider("broken") + "[workspace]\n"));
    scratch.write("build.rs", BUILD);
    scratch.write("src/lib.rs", LIB);
    scratch.write(
        "openapi.yaml",
        &spec("operationId: get_a\n      x-retry: maybe"),
    );
    let output = scratch.cargo(&["check"]);
    let text = said(&output);
    assert!(!output.status.success(), "{text}");
    let errors: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("error: broken@0.0.0:"))
        .collect();
    let message = "error: broken@0.0.0: openapi.yaml: GET /a (get_a): `x-retry: maybe` is unknown; write `safe`, `keyed` \
                   or `never`";
    assert_eq!(errors, [message], "{text}");
    assert!(
        !text.contains("panicked") && !text.contains("error[E"),
        "nothing else is said: {text}"
    );

    scratch.write("openapi.yaml", &spec("operationId: get_a"));
    let output = scratch.cargo(&["check"]);
    assert!(
        output.status.success(),
        "the corrected spec builds: {}",
        said(&output)
    );
}

#[test]
fn a_domain_is_in_the_client_with_the_feature_of_its_name() {
    let scratch = Scratch::new("domains");
    let features = "[features]\npeople = []\naccounts-v2 = []\n[workspace]\n";
    scratch.write("Cargo.toml", &(provider("domains") + features));
    let build = BUILD.replace("build(\"openapi.yaml\")", "build_domains(\"specs\")");
    scratch.write("build.rs", &build);
    let lib = format!(
        "{LIB}\npub use operations::GET_TOKEN;\n#[cfg(feature = \"people\")]\npub use operations::CREATE_PERSON;\n\
         #[cfg(feature = \"accounts-v2\")]\npub use operations::GET_PEOPLE;\n"
    );
    scratch.write("src/lib.rs", &lib);
    for (name, text) in [
        ("shared", include_str!("domains/shared.yaml")),
        ("authorization", include_str!("domains/authorization.yaml")),
        ("people", include_str!("domains/people.yaml")),
        ("accounts-v2", include_str!("domains/accounts-v2.yaml")),
    ] {
        scratch.write(&format!("specs/{name}.yaml"), text);
    }
    scratch.write("specs/notes.txt", "No spec.");
    for features in ["", "people", "people,accounts-v2"] {
        let output = scratch.cargo(&["check", "--features", features]);
        assert!(output.status.success(), "{features}: {}", said(&output));
    }

    // One that is new is looked at, although no feature has changed.
    scratch.write("specs/new.yaml", "openapi: 3.0.3\n");
    let output = scratch.cargo(&["check", "--features", "people,accounts-v2"]);
    let text = said(&output);
    assert!(!output.status.success(), "{text}");
    let message = "error: domains@0.0.0: specs/new.yaml: #/info: this object is missing; say here what the API is called";
    assert!(text.lines().any(|line| line == message), "{text}");
}

/// Whether Cargo had nothing to do for a crate, by the crate's name.
fn fresh(scratch: &Scratch) -> BTreeMap<String, bool> {
    let output = scratch.cargo(&["check", "--workspace", "--message-format", "json"]);
    assert!(output.status.success(), "{}", said(&output));
    let mut fresh = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        if message["reason"] == "compiler-artifact" {
            let name = message["target"]["name"].as_str().unwrap().to_owned();
            if message["target"]["kind"][0] != "custom-build" {
                fresh.insert(name, message["fresh"].as_bool().unwrap());
            }
        }
    }
    fresh
}

#[cfg(unix)]
#[test]
fn touching_a_spec_rebuilds_its_provider_and_what_depends_on_it() {
    let scratch = Scratch::new("incremental");
    scratch.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n",
    );
    for name in ["one", "two"] {
        scratch.write(
            &format!("specs/{name}/openapi.yaml"),
            &spec("operationId: get_a"),
        );
        scratch.write(&format!("crates/{name}/Cargo.toml"), &provider(name));
        scratch.write(&format!("crates/{name}/build.rs"), BUILD);
        scratch.write(&format!("crates/{name}/src/lib.rs"), LIB);
        let link = scratch.path(&format!("crates/{name}/openapi.yaml"));
        std::os::unix::fs::symlink(format!("../../specs/{name}/openapi.yaml"), link).unwrap();
    }
    for (user, of) in [("uses_one", "one"), ("uses_two", "two")] {
        scratch.write(
            &format!("crates/{user}/Cargo.toml"),
            &format!("[package]\nname = {user:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n[dependencies]\n{of} = {{ path = \"../{of}\" }}\n"),
        );
        scratch.write(&format!("crates/{user}/src/lib.rs"), "");
    }
    fresh(&scratch);
    assert!(
        fresh(&scratch).values().all(|fresh| *fresh),
        "nothing was touched"
    );

    scratch.write("crates/one/README.md", "Not the spec.");
    assert!(
        fresh(&scratch).values().all(|fresh| *fresh),
        "the script runs for the spec and for nothing else"
    );

    scratch.write("specs/one/openapi.yaml", &spec("operationId: get_b"));
    let rebuilt: Vec<_> = fresh(&scratch)
        .into_iter()
        .filter(|(_, fresh)| !fresh)
        .map(|(name, _)| name)
        .collect();
    assert_eq!(rebuilt, ["one", "uses_one"]);
}
