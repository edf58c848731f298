//! `cargo xtask check` and `cargo xtask coverage` over a small workspace: a bank with three operations, of which nothing is wrong
//! until a test spoils it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod coverage;
mod excuses;
mod names;
mod references;
mod rules;
mod settings;
mod snapshots;
mod tiny;

use tiny::Tiny;

#[test]
fn a_spec_without_fault_is_fine() {
    let run = Tiny::new().check(&[]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "nothing found by 12 rules: tiny\n")
    );
}

#[test]
fn findings_are_told_as_json_too() {
    let tiny = Tiny::new();
    tiny.edit("specs/tiny/openapi.yaml", "      summary: One loan\n", "");
    tiny.accept();
    let run = tiny.check(&["tiny", "--format", "json"]);
    assert_eq!(run.code, 1);
    let findings: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let expected = serde_json::json!([{
        "provider": "tiny",
        "rule": "summary",
        "place": "get_loan",
        "wrong": "it has no `summary`",
        "remedy": "say in a few words what it is for",
    }]);
    assert_eq!(findings, expected);
}

#[test]
fn a_provider_that_is_not_there_is_wrong_usage() {
    let run = Tiny::new().check(&["huge"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr
            .contains("huge: there is no such provider in `specs`; there are tiny")
    );
}
