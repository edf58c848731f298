//! Quotes: what is computed, and what is refused.

use std::time::Duration;

use florin_sandbox::monoova::Options;
use serde_json::{Value, json};

use crate::desk::{Desk, desk, desk_with, fields, order, sandbox, texts};

#[tokio::test]
async fn the_amount_to_sell_is_computed_from_the_one_to_buy() {
    let (sandbox, _clock, desk) = desk().await;
    let (status, body) = desk.post("/transactions", &order(sandbox.monoova())).await;
    assert_eq!(status, 200);
    let quote = &body["transaction"];
    assert_eq!(quote["status"], "created");
    assert_eq!(quote["status_label"], "Created");
    assert_eq!(quote["base_currency"]["id"], 10004);
    assert_eq!(quote["counter_currency"]["currency_code"], "USD");
    assert_eq!(quote["counter_currency_amount"], "2500.00");
    assert_eq!(quote["base_currency_amount"], "3785.01");
    assert_eq!(quote["exchange_rate"], "0.6605");
    assert_eq!(quote["fees"], "5.00");
    assert_eq!(quote["receipt_amount"], "3790.01");
    assert_eq!(quote["receipt_account"], Value::Null);
    assert_eq!(quote["value_date"], "2026-11-04");
    assert_eq!(quote["payments"][0]["amount"], "2500.00");
}

#[tokio::test]
async fn the_amount_to_buy_is_computed_from_the_one_to_sell() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    let sent = order["transaction"].as_object_mut().unwrap();
    sent.remove("counter_currency_amount");
    sent.insert("base_currency_amount".into(), "1000".into());
    let id = desk.create(&order).await;
    let quote = monoova.transaction(id).unwrap();
    assert_eq!(
        (quote.base_amount, quote.counter_amount),
        ("1000.00".into(), "660.50".into())
    );
}

#[tokio::test]
async fn exactly_one_amount_is_given() {
    let (sandbox, _clock, desk) = desk().await;
    let mut both = order(sandbox.monoova());
    both["transaction"]["base_currency_amount"] = "1".into();
    let (status, body) = desk.post("/transactions", &both).await;
    let field = vec!["transaction.counter_currency_amount".to_owned()];
    assert_eq!((status, fields(&body)), (422, field));
    let mut none = order(sandbox.monoova());
    let sent = none["transaction"].as_object_mut().unwrap();
    sent.remove("counter_currency_amount");
    let (status, body) = desk.post("/transactions", &none).await;
    let field = vec!["transaction.base_currency_amount".to_owned()];
    assert_eq!((status, fields(&body)), (422, field));
}

#[tokio::test]
async fn what_no_schema_can_say_is_refused_by_field() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    for (field, wrong) in [
        ("counter_currency_amount", json!("0.00")),
        ("counter_currency_amount", json!("1.005")),
        ("counter_currency_code", json!("AUD")),
        ("base_currency_code", json!("aud")),
        ("value_date", json!("2026-11-01")),
        ("rate_id", json!("abc")),
        ("exchange_rate", json!("0.7")),
    ] {
        let mut order = order(monoova);
        order["transaction"][field] = wrong.clone();
        let (status, body) = desk.post("/transactions", &order).await;
        assert_eq!(status, 422, "{field}={wrong}");
        assert!(
            fields(&body).contains(&format!("transaction.{field}")),
            "{body}"
        );
    }
    assert!(monoova.transactions().is_empty());
}

#[tokio::test]
async fn the_back_office_may_set_the_rate() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let monoova = sandbox.monoova();
    let office = Desk::office(&sandbox).await;
    let mut order = order(monoova);
    order["transaction"]["exchange_rate"] = "0.5".into();
    let (status, _) = office.post("/transactions?user_id=40101", &order).await;
    assert_eq!(status, 200);
    assert_eq!(monoova.transactions()[0].base_amount, "5000.00");
}

#[tokio::test]
async fn where_there_is_an_identifier_the_code_is_passed_over() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let mut order = order(monoova);
    order["transaction"]["base_currency_id"] = 10002.into();
    let id = desk.create(&order).await;
    assert_eq!(monoova.transaction(id).unwrap().base_currency, "EUR");
    assert_eq!(monoova.both_given(), 1);
}

#[tokio::test]
async fn a_quote_runs_out() {
    let (sandbox, clock, desk) = desk_with(Options {
        quote_lifetime: Duration::from_secs(60),
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let (kept, lost) = (
        desk.create(&order(monoova)).await,
        desk.create(&order(monoova)).await,
    );
    clock.advance(Duration::from_secs(59));
    assert_eq!(
        desk.put(&format!("/transactions/{kept}/confirm")).await.0,
        200
    );
    clock.advance(Duration::from_secs(1));
    let (status, body) = desk.put(&format!("/transactions/{lost}/confirm")).await;
    assert_eq!(
        (status, fields(&body)),
        (422, vec!["transaction".to_owned()])
    );
    assert!(texts(&body).contains("expired"), "{body}");
    let (_, read) = desk.get(&format!("/transactions/{lost}")).await;
    assert_eq!(read["transaction"]["status"], "expired");
    let payments =
        json!({ "transaction": { "payments": order(monoova)["transaction"]["payments"] } });
    let (status, _) = desk
        .patch(&format!("/transactions/{lost}"), &payments)
        .await;
    assert_eq!(status, 422);
    assert_eq!(monoova.transaction(kept).unwrap().status, "pending_payment");
    assert_eq!(monoova.transaction(lost).unwrap().confirmations, 0);
}
