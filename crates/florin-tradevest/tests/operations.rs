//! The operations say what the specs say, and the README says how many there are and how sure.
#![cfg(feature = "all")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use std::collections::BTreeMap;
use std::path::Path;

use florin_core::{Certainty, Place, Retry, Sensitivity};
use florin_tradevest::operations;

/// Operations of a spec: how many, and how many of them have a path of this certainty. By the lines that every operation
/// has in one form.
fn count(spec: &str) -> [usize; 3] {
    let lines = |line: &str| spec.lines().filter(|l| l.trim_end() == line).count();
    let all = spec
        .lines()
        .filter(|l| l.starts_with("      operationId: "));
    [
        all.count(),
        lines("        path: documented"),
        lines("        path: inferred"),
    ]
}

fn specs() -> BTreeMap<String, [usize; 3]> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs");
    let entries = std::fs::read_dir(folder).unwrap();
    let named = entries.map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, count(&std::fs::read_to_string(path).unwrap()))
    });
    named.collect()
}

#[test]
fn every_operation_of_the_specs_is_generated_with_its_certainty() {
    let of = |certainty| {
        let all = operations::ALL.iter();
        all.filter(|o| o.certainty().unwrap().path == certainty)
            .count()
    };
    let generated = [
        operations::ALL.len(),
        of(Certainty::Documented),
        of(Certainty::Inferred),
    ];
    let written = specs()
        .values()
        .fold([0; 3], |sum, of| std::array::from_fn(|i| sum[i] + of[i]));
    assert_eq!(generated, written);
    assert_eq!(generated, [135, 119, 16]);
    assert_eq!(
        of(Certainty::Undocumented),
        0,
        "what has no path has no operation"
    );
}

#[test]
fn the_readme_counts_them_per_feature() {
    let readme = include_str!("../README.md");
    for (name, [all, documented, inferred]) in specs() {
        if matches!(name.as_str(), "shared" | "authorization") {
            continue;
        }
        let row = format!("| `{name}` | {all} | {documented} | {inferred} |");
        assert!(readme.contains(&row), "the README has no row {row}");
    }
}

#[test]
fn a_keyed_operation_has_its_key_in_a_field() {
    let keyed: Vec<_> = operations::ALL
        .iter()
        .filter(|o| o.retry_class() == Retry::Keyed)
        .collect();
    for operation in &keyed {
        let field = operation.idempotency_field().unwrap();
        assert!(field.ends_with("externalId"), "{}: {field}", operation.id());
        assert!(operation.idempotency_header().is_none());
    }
    let ids: Vec<_> = keyed.iter().map(|o| o.id()).collect();
    for id in [
        "create_digital_market_order",
        "accept_digital_quote",
        "create_wawex_market_order",
    ] {
        assert!(ids.contains(&id), "{id} moves money");
    }
    // That its body has an external id is inferred, and money isn't sent twice on a guess.
    assert_eq!(operations::CREATE_TRANSFER.retry_class(), Retry::Never);
}

#[test]
fn what_writes_without_a_key_is_repeated_only_where_it_sets_a_state() {
    let safe: Vec<_> = operations::ALL
        .iter()
        .filter(|o| !o.method().is_safe() && o.retry_class() == Retry::Safe)
        .map(|o| o.id())
        .collect();
    for id in [
        "create_customer_product",
        "update_trading_order",
        "create_test_incoming_transfer",
        "create_strategy",
        "create_corporate_action_instruction",
        "create_user",
        "start_onboarding",
    ] {
        assert!(!safe.contains(&id), "{id} would be done twice");
    }
    for id in [
        "create_or_update_webhook",
        "delete_webhook",
        "cancel_trading_order",
    ] {
        assert!(safe.contains(&id), "{id} only sets a state");
    }
}

#[test]
fn a_mail_is_not_sent_twice() {
    assert_eq!(operations::RESET_USER_PASSWORD.retry_class(), Retry::Never);
}

#[test]
fn only_the_token_is_public_and_on_a_host_of_its_own() {
    let public: Vec<_> = operations::ALL
        .iter()
        .filter(|o| o.is_public() || o.server_name().is_some())
        .map(|o| o.id())
        .collect();
    assert_eq!(public, ["get_token"]);
}

#[test]
fn what_must_not_be_shown_is_known() {
    let hidden = |operation: &florin_core::Operation, path: &str| {
        let values = operation.sensitive_values().iter();
        let found = values.filter(|v| v.path == path && v.place == Place::Body);
        found.map(|v| v.kind).collect::<Vec<_>>()
    };
    let token = &operations::GET_TOKEN;
    assert_eq!(hidden(token, "/client_secret"), [Sensitivity::Secret]);
    let webhook = &operations::CREATE_OR_UPDATE_WEBHOOK;
    assert_eq!(hidden(webhook, "/headers/*/value"), [Sensitivity::Secret]);
    assert_eq!(hidden(webhook, "/url"), [Sensitivity::Personal]);
    let transfer = &operations::CREATE_TRANSFER;
    assert_eq!(hidden(transfer, "/reference"), [Sensitivity::Personal]);
}
