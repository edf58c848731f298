//! Rates.

use florin_sandbox::monoova::{Options, User};
use serde_json::json;

use crate::desk::{desk, desk_with, fields, order};

#[tokio::test]
async fn a_rate_has_the_documented_fields_and_no_identifier() {
    let (_sandbox, _clock, desk) = desk().await;
    let (status, body) = desk
        .get("/rates?base_currency_code=AUD&counter_currency_code=USD&counter_currency_amount=2500.00")
        .await;
    assert_eq!(status, 200);
    assert_eq!(
        body,
        json!({ "rate": {
            "base_currency": { "id": 10004, "name": "Australian Dollar", "currency_code": "AUD" },
            "counter_currency": { "id": 10001, "name": "US Dollar", "currency_code": "USD" },
            "exchange_rate": "0.6605",
            "updated_date": "2026-11-02T19:00:00+11:00",
        }})
    );
}

#[tokio::test]
async fn each_side_goes_by_its_identifier_or_its_code() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let (status, body) = desk
        .get("/rates?base_currency_id=10221&counter_currency_code=EUR")
        .await;
    assert_eq!(status, 200);
    assert_eq!(body["rate"]["base_currency"]["currency_code"], "CNH");
    let rate = monoova.rate("CNH", "EUR").unwrap();
    assert_eq!(body["rate"]["exchange_rate"], rate.as_str());
    assert_eq!(monoova.both_given(), 0);
    let (_, body) = desk
        .get("/rates?base_currency_id=10221&base_currency_code=AUD&counter_currency_code=EUR")
        .await;
    assert_eq!(
        body["rate"]["base_currency"]["currency_code"], "CNH",
        "the identifier wins"
    );
    assert_eq!(monoova.both_given(), 1);
}

#[tokio::test]
async fn a_pair_that_is_none_is_refused() {
    let (sandbox, _clock, desk) = desk().await;
    for (query, field) in [
        ("base_currency_code=AUD", "counter_currency_id"),
        (
            "base_currency_code=AUD&counter_currency_code=XXX",
            "counter_currency_code",
        ),
        (
            "base_currency_code=AUD&counter_currency_id=1",
            "counter_currency_id",
        ),
        (
            "base_currency_code=AUD&counter_currency_code=AUD",
            "counter_currency_code",
        ),
    ] {
        let (status, body) = desk.get(&format!("/rates?{query}")).await;
        assert_eq!(
            (status, fields(&body)),
            (422, vec![field.to_owned()]),
            "{query}"
        );
    }
    assert_eq!(sandbox.monoova().rate("AUD", "AUD"), None);
}

#[tokio::test]
async fn a_test_changes_a_rate_and_quotes_keep_theirs() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    assert!(monoova.set_rate("AUD", "USD", "0.5"));
    assert!(!monoova.set_rate("AUD", "AUD", "0.5"));
    assert!(!monoova.set_rate("AUD", "USD", "0"));
    assert_eq!(monoova.rate("AUD", "USD").unwrap(), "0.5000");
    let later = desk.create(&order(monoova)).await;
    let rate = |id| monoova.transaction(id).unwrap().exchange_rate;
    assert_eq!(
        (rate(id), rate(later)),
        ("0.6605".to_owned(), "0.5000".to_owned())
    );
    assert_eq!(monoova.transaction(later).unwrap().base_amount, "5000.00");
}

#[tokio::test]
async fn a_rate_with_an_identifier_can_be_quoted_later() {
    let (sandbox, _clock, desk) = desk_with(Options {
        rate_ids: true,
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let (_, body) = desk
        .get("/rates?base_currency_code=AUD&counter_currency_code=USD")
        .await;
    let rate_id = &body["rate"]["id"];
    assert!(rate_id.is_i64());
    monoova.set_rate("AUD", "USD", "0.5");
    let mut order = order(monoova);
    for sent in [rate_id.clone(), rate_id.to_string().into()] {
        order["transaction"]["rate_id"] = sent;
        let id = desk.create(&order).await;
        assert_eq!(monoova.transaction(id).unwrap().exchange_rate, "0.6605");
    }
    order["transaction"]["base_currency_code"] = "EUR".into();
    let (status, body) = desk.post("/transactions", &order).await;
    assert_eq!(status, 422, "of another pair");
    assert_eq!(fields(&body), ["transaction.rate_id"]);
    assert!(monoova.beneficiary(User::First, "XXX").is_none());
}
