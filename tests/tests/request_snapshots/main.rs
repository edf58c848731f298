//! What the clients really send: a snapshot for every operation of every spec.
//!
//! `snapshots/<provider>/<operation>.snap` is the request that real client code sends for it, facade first. A provider has a
//! module here that sends its operations; the tests in this file hold for whatever is in `specs/`, so a new provider
//! fails them until it has its snapshots: add its module, run the tests with `INSTA_UPDATE=always`, and read what it wrote.
//! What `cargo xtask new` adds has a test of its own, `<provider>_requests`, which is left alone here.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod financeit;
mod monetago;
mod monoova;
mod monoova_bodies;
mod nemuru;
mod script;
mod spec;
mod tradevest;
mod tradevest_rules;
mod tradevest_verbs;
mod tradevest_wire;
mod wire;

use std::collections::BTreeSet;

use florin::testing::Recorded;
use spec::{providers, snapshots};

/// Stands in every secret and in everything personal that the tests send. No snapshot may show it, in any case.
const CANARY: &str = "canary";

/// The same, where only digits may stand: in a telephone number.
const CANARY_NUMBER: &str = "555-0100";

/// Compares a request with `snapshots/<provider>/<operation>.snap`.
fn assert_snapshot(provider: &str, request: &Recorded) {
    insta::with_settings!({
        snapshot_path => format!("../snapshots/{provider}"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!(request.operation.as_str(), request) });
}

#[test]
fn every_operation_has_a_snapshot_and_every_snapshot_an_operation() {
    let providers = providers();
    assert!(!providers.is_empty(), "specs/ holds no spec");
    let mut problems = Vec::new();
    for (provider, operations) in &providers {
        let snapshots = snapshots(provider);
        for operation in operations
            .keys()
            .filter(|operation| !snapshots.contains_key(*operation))
        {
            problems.push(format!("{provider}: operation {operation} has no snapshot; send it in tests/tests/request_snapshots"));
        }
        for snapshot in snapshots
            .keys()
            .filter(|snapshot| !operations.contains_key(*snapshot))
        {
            problems.push(format!(
                "{provider}: snapshot {snapshot} has no operation any more; delete it"
            ));
        }
    }
    let known: BTreeSet<_> = providers.keys().cloned().collect();
    problems.extend(
        spec::snapshot_folders()
            .difference(&known)
            .map(|folder| format!("{folder}: snapshots without a spec")),
    );
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn no_request_carries_an_api_version_and_all_but_public_ones_are_authorised() {
    for (provider, operations) in providers() {
        for (operation, text) in snapshots(&provider) {
            let headers: Vec<_> = text
                .lines()
                .take_while(|line| !line.is_empty())
                .filter_map(|line| line.split_once(": "))
                .collect();
            let header = |wanted: &str| {
                headers
                    .iter()
                    .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            };
            assert!(
                header("api-version").is_none(),
                "{provider}/{operation} sends api-version"
            );
            let public = operations
                .get(&operation)
                .is_some_and(|operation| operation.public);
            assert_eq!(
                header("authorization").is_none(),
                public,
                "{provider}/{operation}: authorization"
            );
        }
    }
}

#[test]
fn no_snapshot_shows_a_secret_or_anything_personal() {
    for provider in providers().keys() {
        for (operation, text) in snapshots(provider) {
            for canary in [CANARY, CANARY_NUMBER] {
                assert!(
                    !text.to_ascii_lowercase().contains(canary),
                    "{provider}/{operation} shows a canary:\n{text}"
                );
            }
        }
    }
}
