//! What the spec forbids, and operations that are played elsewhere than it says.

use florin_sandbox::monoova::Options;
use florin_sandbox::{Fault, Sandbox};
use reqwest::Method;
use serde_json::json;

use crate::desk::{answer, desk, desk_with, fields, order, payee};

#[tokio::test]
async fn what_nobody_asked_for_is_refused() {
    let (_sandbox, _clock, desk) = desk().await;
    for (path, field) in [
        ("/currencies?unknown=1", "unknown"),
        ("/currencies?page_size=101", "page_size"),
        ("/currencies?page_size=0", "page_size"),
        ("/currencies?page=0", "page"),
        ("/transactions/seven", "id"),
        (
            "/rates?base_currency_code=AUD&base_currency_amount=1,000",
            "base_currency_amount",
        ),
    ] {
        let (status, body) = desk.get(path).await;
        assert_eq!(
            (status, fields(&body)),
            (400, vec![field.to_owned()]),
            "{path}"
        );
    }
    assert_eq!(desk.get("/nothing").await.0, 404);
    assert_eq!(desk.post("/currencies", &json!({})).await.0, 405);
    let versioned = desk.request(Method::GET, "/currencies");
    let (status, _) = answer(versioned.header("api-version", "1.0.0")).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn a_body_that_breaks_the_schema_is_refused_with_its_place() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    let with = |pointer: &str, value: serde_json::Value| {
        let mut order = order(monoova);
        *order.pointer_mut(pointer).unwrap() = value;
        order
    };
    for (pointer, wrong, field) in [
        (
            "/transaction/counter_currency_amount",
            json!("2,500.00"),
            "transaction.counter_currency_amount",
        ),
        (
            "/transaction/counter_currency_amount",
            json!(2500),
            "transaction.counter_currency_amount",
        ),
        (
            "/transaction/payments/0/amount",
            json!("-1"),
            "transaction.payments[0].amount",
        ),
        ("/transaction/payments", json!([]), "transaction.payments"),
    ] {
        let (status, body) = desk.post("/transactions", &with(pointer, wrong)).await;
        assert_eq!((status, fields(&body)), (400, vec![field.to_owned()]));
    }
    assert!(monoova.transactions().is_empty());
}

#[tokio::test]
async fn a_confirmation_takes_no_body() {
    let (sandbox, _clock, desk) = desk().await;
    let id = desk.create(&order(sandbox.monoova())).await;
    let sent = desk.request(Method::PUT, &format!("/transactions/{id}/confirm"));
    assert_eq!(answer(sent.json(&json!({}))).await.0, 400);
    let posted = desk.request(Method::POST, &format!("/transactions/{id}/confirm"));
    assert_eq!(answer(posted).await.0, 405);
}

#[tokio::test]
async fn an_operation_may_be_played_at_another_route() {
    let moved = |id: &str, route: &str| (id.to_owned(), route.to_owned());
    let (sandbox, _clock, desk) = desk_with(Options {
        routes: vec![
            moved("get_rate", "/rate"),
            moved("confirm_transaction", "POST /transactions/{id}/confirm"),
        ],
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let pair = "base_currency_code=AUD&counter_currency_code=USD";
    assert_eq!(desk.get(&format!("/rates?{pair}")).await.0, 404);
    assert_eq!(desk.get(&format!("/rate?{pair}")).await.0, 200);
    let id = desk.create(&order(monoova)).await;
    let path = format!("/transactions/{id}/confirm");
    assert_eq!(desk.put(&path).await.0, 405);
    let posted = desk.request(Method::POST, &path);
    assert_eq!(answer(posted).await.0, 200);
    assert_eq!(monoova.received_by("confirm_transaction").len(), 1);
}

#[tokio::test]
async fn a_route_or_fault_for_no_operation_is_named() {
    let options = Options {
        routes: vec![("get_rat".to_owned(), "/rate".to_owned())],
        ..Options::default()
    };
    let refused = Sandbox::builder().monoova(options).start().await;
    assert!(refused.unwrap_err().to_string().contains("get_rat"));
    let (sandbox, _clock, _desk) = desk().await;
    let refused = sandbox.monoova().misbehave(Fault::close().on("get_rat"));
    assert!(refused.unwrap_err().to_string().contains("get_rate,"));
}

#[tokio::test]
async fn what_was_received_says_what_it_was() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.clear_received();
    let id = desk.create(&order(monoova)).await;
    desk.get(&format!("/transactions/{id}")).await;
    let seen = monoova.received();
    let named: Vec<_> = seen
        .iter()
        .map(|r| r.operation.as_deref().unwrap())
        .collect();
    assert_eq!(named, ["create_transaction", "get_transaction"]);
    assert_eq!(seen[0].path, "/global/v1/transactions");
    let body = seen[0].json().unwrap();
    assert_eq!(
        body["transaction"]["payments"][0]["beneficiary_id"],
        payee(monoova)
    );
}
