//! Payments of a transaction.

use florin_sandbox::monoova::{Monoova, User};
use serde_json::{Value, json};

use crate::desk::{desk, fields, order, payee, texts};

fn payments(monoova: &Monoova, amounts: &[&str]) -> Value {
    let all = amounts
        .iter()
        .map(|amount| json!({ "beneficiary_id": payee(monoova), "amount": amount }));
    json!({ "transaction": { "payments": all.collect::<Vec<_>>() } })
}

#[tokio::test]
async fn an_update_puts_its_payments_in_the_place_of_the_others_and_answers_bare() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let path = format!("/transactions/{id}");
    let (status, body) = desk
        .patch(&path, &payments(monoova, &["1000", "1500.00"]))
        .await;
    assert_eq!(status, 200);
    assert_eq!(body["id"], id, "without an envelope, as documented: {body}");
    assert_eq!(body["payments"].as_array().unwrap().len(), 2);
    assert_eq!(body["fees"], "10.00");
    let made = monoova.transaction(id).unwrap();
    let amounts: Vec<_> = made.payments.iter().map(|p| p.amount.as_str()).collect();
    assert_eq!(amounts, ["1000.00", "1500.00"]);
}

#[tokio::test]
async fn payments_have_to_cover_what_was_bought_before_they_are_confirmed() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let path = format!("/transactions/{id}");
    desk.patch(&path, &payments(monoova, &["1000"])).await;
    assert_eq!(desk.put(&format!("{path}/confirm")).await.0, 200);
    for wrong in [&["1000"][..], &["2500.01"], &["2500", "0.01"]] {
        desk.patch(&path, &payments(monoova, wrong)).await;
        let (status, body) = desk.put(&format!("{path}/confirm_payments")).await;
        assert_eq!(
            (status, fields(&body)),
            (422, vec!["transaction".to_owned()])
        );
        assert!(texts(&body).contains("fully allocated"), "{body}");
    }
    desk.patch(&path, &payments(monoova, &["1000", "1500"]))
        .await;
    let (status, body) = desk.put(&format!("{path}/confirm_payments")).await;
    assert_eq!(
        (status, &body["transaction"]["status"]),
        (200, &json!("open"))
    );
    let (status, _) = desk.patch(&path, &payments(monoova, &["2500"])).await;
    assert_eq!(status, 422, "no change once they are confirmed");
}

#[tokio::test]
async fn a_beneficiary_has_to_be_paid_in_the_currency_that_is_bought() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    let euro = monoova.beneficiary(User::First, "EUR").unwrap();
    order["transaction"]["payments"][0]["beneficiary_id"] = euro.into();
    let (status, body) = desk.post("/transactions", &order).await;
    assert_eq!(status, 422);
    assert_eq!(fields(&body), ["transaction.payments[0].beneficiary_id"]);
}

#[tokio::test]
async fn holding_the_funds_costs_nothing() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    let holds = monoova.hold_funds(User::First, "USD").unwrap();
    order["transaction"]["payments"][0]["beneficiary_id"] = holds.into();
    let id = desk.create(&order).await;
    let made = monoova.transaction(id).unwrap();
    assert_eq!(made.receipt_amount, made.base_amount);
}

#[tokio::test]
async fn a_reason_goes_by_its_identifier_or_its_name() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    for (field, value) in [
        ("transaction_reason_id", json!(10451)),
        ("transaction_reason_name", json!("Purchase of inventory")),
    ] {
        let mut order = order.clone();
        order["transaction"]["payments"][0][field] = value;
        let (_, body) = desk.post("/transactions", &order).await;
        let reason = &body["transaction"]["payments"][0]["transaction_reason"];
        assert_eq!(reason["id"], 10451, "{body}");
    }
    order["transaction"]["payments"][0]["transaction_reason_name"] = "Fun".into();
    let (status, body) = desk.post("/transactions", &order).await;
    assert_eq!(status, 422);
    assert_eq!(
        fields(&body),
        ["transaction.payments[0].transaction_reason_name"]
    );
}
