//! Orders of securities and receipts, against a scripted network.

use serde_json::Value;

use super::*;
use crate::tradevest::{SecuritiesOrder, types};

fn intended(order_type: &str) -> types::ExAnteCostData {
    serde_json::from_value(json!({
        "tradeSide": "BUY", "quantityType": "UNIT", "exchangeCode": "XFRA", "orderType": order_type, "isin": "DE000A0ZZZZ9",
        "quantity": 12, "price": 101.25
    }))
    .unwrap()
}

fn network() -> Scripted {
    with_tokens(|sent| match &*sent.operation {
        "get_ex_ante_cost" => (200, r#"{"exAnteId": "costs 1", "total": {}}"#.to_owned()),
        "create_trading_market_order" => (200, r#"{"orderId": "o1"}"#.to_owned()),
        _ => (202, String::new()),
    })
}

fn acting(network: &Scripted) -> ClientBuilder {
    builder(network).requestor(person(PERSON))
}

#[tokio::test(start_paused = true)]
async fn an_order_follows_its_costs_to_the_path_that_was_given() {
    let network = network();
    let client = acting(&network)
        .securities_order_path("/trading/somewhere")
        .build()
        .unwrap();
    // As the provider's own sample writes it.
    let ex_ante = client.ex_ante(intended("Market")).await.unwrap();
    assert_eq!(ex_ante.costs().ex_ante_id.as_deref(), Some("costs 1"));
    let create = ex_ante.order("d1", "c1");
    let external_id = create.external_id().unwrap().to_string();
    let order = create.await.unwrap();
    assert_eq!(order.id(), "o1");
    order.cancel().await.unwrap();
    let change = types::TradingOrderUpdate::default();
    order.change(change).await.unwrap();

    let sent = calls(&network);
    let paths: Vec<_> = sent
        .iter()
        .map(|sent| {
            format!(
                "{} {}",
                sent.method,
                &sent.url["https://tvda-api.platform-test.tradevest.ai".len()..]
            )
        })
        .collect();
    assert_eq!(
        paths,
        [
            "POST /trading/ex-ante",
            "POST /trading/somewhere",
            "DELETE /trading/order/o1",
            "PATCH /trading/order/o1"
        ]
    );
    let body: Value = serde_json::from_str(&sent[1].body).unwrap();
    assert_eq!(
        body,
        json!({
            "depositoryCustomerProductId": "d1", "cashCustomerProductId": "c1", "isin": "DE000A0ZZZZ9", "exchangeCode": "XFRA",
            "tradeSide": "BUY", "quantityType": "UNIT", "quantity": 12, "exAnteId": "costs 1", "externalId": external_id
        })
    );
    assert!(sent.iter().all(|sent| sent.requestor.is_some()));
}

#[tokio::test(start_paused = true)]
async fn without_a_path_an_order_is_refused_before_anything_is_sent() {
    let network = network();
    let ex_ante = client(&network).ex_ante(intended("MARKET")).await.unwrap();
    let error = ex_ante.order("d1", "c1").await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        error.to_string().contains("securities_order_path"),
        "{error}"
    );
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_path_that_cant_work_is_refused_under_the_settings_name() {
    for path in ["", "trading", "//trading"] {
        let builder = acting(&network()).securities_order_path(path);
        let said = builder.build().unwrap_err().to_string();
        assert!(said.starts_with("securities_order_path"), "{said}");
        assert!(!said.contains("loans"), "{said}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_order_with_a_limit_never_goes_out_as_one_without() {
    let network = network();
    let client = acting(&network)
        .securities_order_path("/x")
        .build()
        .unwrap();
    let ex_ante = client.ex_ante(intended("LIMIT")).await.unwrap();
    let error = ex_ante.order("d1", "c1").await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_order_whose_costs_have_no_identifier_is_refused() {
    let network = in_turn(&[(200, "{}")]);
    let client = acting(&network)
        .securities_order_path("/x")
        .build()
        .unwrap();
    let ex_ante = client.ex_ante(intended("MARKET")).await.unwrap();
    assert!(
        ex_ante
            .order("d1", "c1")
            .await
            .unwrap_err()
            .is_invalid_request()
    );
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_order_in_doubt_is_sent_once_and_keeps_its_external_id() {
    let network = in_turn(&[(503, "")]);
    let client = acting(&network)
        .securities_order_path("/x")
        .build()
        .unwrap();
    let body = serde_json::from_value(json!({
        "depositoryCustomerProductId": "d1", "cashCustomerProductId": "c1", "externalId": "order 1"
    }));
    let create = client.create_securities_order(body.unwrap());
    let error = create.send().await.unwrap_err();
    assert_eq!(error.effect(), florin_core::Effect::MaybeApplied);
    assert_eq!(calls(&network).len(), 1);
    create.send().await.unwrap_err();
    let sent = calls(&network);
    assert_eq!(sent.len(), 2);
    assert!(sent.iter().all(|sent| sent.body.contains("order 1")));
}

#[tokio::test(start_paused = true)]
async fn a_cancellation_may_be_answered_with_or_without_a_body() {
    for answer in [(202, ""), (200, r#"{"modificationId": "m"}"#)] {
        let network = with_tokens(move |_| (answer.0, answer.1.to_owned()));
        let order = client(&network).known::<SecuritiesOrder>("o1");
        order.cancel().await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_receipt_is_handed_out_as_it_comes_and_nothing_is_none() {
    let network = in_turn(&[(200, "%PDF-1.7"), (200, "")]);
    let order = client(&network).known::<types::DigitalAssetsOrder>("o1");
    assert_eq!(&order.receipt().await.unwrap()[..], b"%PDF-1.7");
    assert!(order.receipt().await.unwrap_err().is_decode());
}
