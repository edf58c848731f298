//! The typed mocks answer the generated client.
#![cfg(all(feature = "httpmock", feature = "all"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Session;
use florin_tradevest::httpmock::MockServerExt;
use florin_tradevest::{Client, types};
use httpmock::MockServer;
use serde_json::json;

const REQUESTOR: &str = "7b7f0a52-2a2e-4c1c-9d56-3f4f3d1c0a11";
const ORDER: &str = "5f0c7a0e-2f0b-4a55-9d0b-6a1c1f9b7e01";

fn client(server: &MockServer) -> Client {
    let session = Session::builder(server.base_url())
        .bearer("a-token")
        .build();
    Client::new(session.unwrap())
}

fn order() -> types::OrderData {
    serde_json::from_value(json!({
        "cryptoSymbol": "BTC", "tradeSide": "SELL", "quantityType": "UNIT", "quantity": 0.25, "externalId": "order-1",
        "walletCustomerProductId": "w-1", "cashCustomerProductId": "c-1",
    }))
    .unwrap()
}

#[tokio::test]
async fn a_typed_mock_sees_the_request_and_its_answer_is_read() {
    let server = MockServer::start_async().await;
    let request = order();
    let answer: types::CreateDigitalOrderResult =
        serde_json::from_value(json!({ "orderId": ORDER })).unwrap();
    let mock = server.create_digital_market_order(|when, then| {
        when.body(&request)
            .requestor_id(REQUESTOR)
            .into_inner()
            .header("authorization", "Bearer a-token")
            .header("requestor-id", REQUESTOR);
        then.success(200, &answer);
    });
    let made = client(&server)
        .create_digital_market_order()
        .requestor_id(REQUESTOR)
        .body(request.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(made.order_id, ORDER);
    mock.assert();
}

#[tokio::test]
async fn a_cancellation_is_taken_without_a_body_and_with_one() {
    let server = MockServer::start_async().await;
    let client = client(&server);
    let cancel = || {
        client
            .cancel_trading_order()
            .order_id(ORDER)
            .requestor_id(REQUESTOR)
            .send()
    };
    let mut newer = server.cancel_trading_order(|when, then| {
        when.order_id(ORDER);
        then.into_inner().status(202);
    });
    assert!(
        cancel()
            .await
            .unwrap()
            .into_inner()
            .modification_id
            .is_none()
    );
    newer.delete();
    server.cancel_trading_order(|_, then| {
        then.into_inner()
            .status(200)
            .json_body(json!({ "modificationId": "m-1" }));
    });
    let older = cancel().await.unwrap();
    assert_eq!(older.modification_id.as_deref(), Some("m-1"));
}

#[tokio::test]
async fn a_page_is_asked_for_and_read() {
    let server = MockServer::start_async().await;
    let page: types::Changelog = serde_json::from_value(json!({
        "data": [{ "entryId": "1", "itemType": "Order" }], "pagination": { "cursor": "next", "limit": 1 },
    }))
    .unwrap();
    server.get_digital_changelog(|when, then| {
        when.limit(1)
            .cursor("here")
            .into_inner()
            .query_param("ChangelogItemType", "Order");
        then.success(200, &page);
    });
    let log = client(&server)
        .get_digital_changelog()
        .limit(1_u64)
        .cursor("here")
        .changelog_item_type("Order")
        .send()
        .await
        .unwrap();
    assert_eq!(log.data.len(), 1);
}

#[tokio::test]
async fn a_list_without_pages_is_a_list() {
    let server = MockServer::start_async().await;
    server.get_missing_webhooks(|_, then| {
        then.into_inner().status(200).json_body(
            json!([{ "eventType": "RE_TOKEN_PRICES" }, { "eventType": "NEWS", "since": "2027" }]),
        );
    });
    let missing = client(&server).get_missing_webhooks().send().await.unwrap();
    let types: Vec<_> = missing
        .iter()
        .map(|webhook| webhook.event_type.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(types, ["RE_TOKEN_PRICES", "NEWS"]);
}

#[tokio::test]
async fn a_receipt_is_bytes() {
    let server = MockServer::start_async().await;
    server.get_digital_order_receipt(|when, then| {
        when.order_id(ORDER);
        then.into_inner().status(200).body("%PDF-1.7");
    });
    let receipt = client(&server)
        .get_digital_order_receipt()
        .order_id(ORDER)
        .send()
        .await
        .unwrap();
    assert_eq!(&receipt.into_inner()[..], b"%PDF-1.7");
}

#[tokio::test]
async fn an_error_body_is_typed() {
    let server = MockServer::start_async().await;
    let body: types::ErrorMessage = serde_json::from_value(json!({
        "message": "bad", "responseType": "ERROR", "requestId": "r-1",
        "errorDetails": [{ "field": "price", "errors": [{ "code": "MISSING", "message": "say it" }] }],
    }))
    .unwrap();
    server.get_customer_product(|_, then| {
        then.client_error(404, &body);
    });
    let error = client(&server)
        .get_customer_product()
        .customer_product_id("p-1")
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    let body = error.body().unwrap();
    assert_eq!(body.request_id.as_deref(), Some("r-1"));
    assert_eq!(body.error_details[0].field.as_deref(), Some("price"));
}

#[tokio::test]
async fn a_change_without_a_requestor_is_refused_before_it_is_sent() {
    let server = MockServer::start_async().await;
    let any = server.mock(|_, then| {
        then.status(200);
    });
    let error = client(&server)
        .create_digital_market_order()
        .body(order())
        .send()
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert!(
        error.to_string().to_lowercase().contains("requestor"),
        "{error}"
    );
    any.assert_calls(0);
}
