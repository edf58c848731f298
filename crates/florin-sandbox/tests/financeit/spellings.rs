//! How values are written, and what a refusal looks like.

use florin_sandbox::financeit::{Dialect, ErrorShape, NewLoan, Options, User};
use serde_json::{Value, json};

use crate::office::{Office, sandbox};

async fn loan_in(dialect: Dialect) -> Value {
    let (sandbox, _clock) = sandbox(Options {
        dialect,
        ..Options::default()
    })
    .await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let id = sandbox.financeit().add_loan(&NewLoan::default());
    office.get(&format!("/loans/{id}")).await.1
}

#[tokio::test]
async fn a_loan_is_spelled_as_in_the_documentations_sample() {
    let loan = loan_in(Dialect::AsSampled).await;
    assert!(loan["id"].is_i64() && loan["partner_id"].is_i64() && loan["amortization"].is_i64());
    assert_eq!(loan["created_at"], "2026-11-02 08:00:00 UTC");
    assert_eq!(loan["rate"], "12.99");
    assert_eq!(loan["requested_amount"], "8400.0");
    assert_eq!(loan["principal_amount"], "8499.0");
    assert_eq!(loan["first_payment_date"], "2026-12-02");
    assert_eq!(loan["max_amount"], 40_000);
    assert_eq!(loan["credit_limit"], "30000");
    assert_eq!(loan["funded"], false);
    assert_eq!(loan["coborrower_relation_other"], "");
    assert_eq!(loan["lead_id"], Value::Null);
}

#[tokio::test]
async fn every_field_of_the_sample_is_there_in_every_dialect() {
    let spec: Value = serde_saphyr::from_str(include_str!("../../specs/financeit.yaml")).unwrap();
    let documented = spec["components"]["schemas"]["Loan"]["properties"]
        .as_object()
        .unwrap();
    for dialect in [Dialect::AsSampled, Dialect::Plain, Dialect::Swapped] {
        let loan = loan_in(dialect).await;
        let mut shown: Vec<_> = loan.as_object().unwrap().keys().collect();
        let mut known: Vec<_> = documented.keys().collect();
        shown.sort();
        known.sort();
        assert_eq!(shown, known);
    }
}

#[tokio::test]
async fn other_dialects_write_numbers_and_dates_otherwise() {
    let plain = loan_in(Dialect::Plain).await;
    assert_eq!(plain["rate"], 12.99);
    assert_eq!(plain["created_at"], "2026-11-02T08:00:00.000Z");
    assert_eq!(plain["expiry_date"], "2027-01-31");
    let swapped = loan_in(Dialect::Swapped).await;
    assert_eq!(swapped["amortization"], "60");
    assert_eq!(swapped["max_amount"], "40000.0");
    assert_eq!(swapped["rate"], 12.99);
    assert_eq!(swapped["funded"], "false");
    assert_eq!(swapped["first_payment_date"], "2026-12-2");
}

#[tokio::test]
async fn a_test_puts_anything_into_a_loan() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let id = financeit.add_loan(&NewLoan::default());
    let edits = [
        ("state", json!("Car")),
        ("approval_conditions", json!([{ "a": [1] }])),
        ("new", json!(1)),
    ];
    assert!(financeit.edit_loan(id, edits));
    let (_, loan) = office.get(&format!("/loans/{id}")).await;
    assert_eq!((&loan["state"], &loan["new"]), (&json!("Car"), &json!(1)));
    assert_eq!(loan["approval_conditions"], json!([{ "a": [1] }]));
    assert!(!financeit.edit_loan(id + 1, []));
}

#[tokio::test]
async fn errors_come_as_a_list_a_text_or_an_object() {
    for (error_shape, errors) in [
        (ErrorShape::List, json!(["You have no loan 1"])),
        (ErrorShape::Text, json!("You have no loan 1")),
        (
            ErrorShape::Object,
            json!({ "base": ["You have no loan 1"] }),
        ),
    ] {
        let (sandbox, _clock) = sandbox(Options {
            error_shape,
            ..Options::default()
        })
        .await;
        let office = Office::open(&sandbox, User::Merchant).await;
        assert_eq!(
            office.get("/loans/1").await,
            (404, json!({ "errors": errors }))
        );
    }
}
