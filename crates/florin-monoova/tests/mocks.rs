//! The typed mocks answer the generated client.
#![cfg(feature = "httpmock")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Session;
use florin_monoova::httpmock::MockServerExt;
use florin_monoova::{Client, types};
use httpmock::MockServer;
use serde_json::json;

fn client(server: &MockServer) -> Client {
    let session = Session::builder(server.base_url())
        .bearer("a-token")
        .build();
    Client::new(session.unwrap())
}

fn order() -> types::CreateTransactionRequest {
    serde_json::from_value(json!({ "transaction": {
        "base_currency_id": 10004, "counter_currency_code": "CNH", "base_currency_amount": "1234.56",
        "payments": [{ "beneficiary_id": 20481, "amount": "5827.54" }],
    }}))
    .unwrap()
}

#[tokio::test]
async fn a_typed_mock_sees_the_request_and_its_answer_is_read() {
    let server = MockServer::start_async().await;
    let request = order();
    let answer = types::TransactionResponse {
        id: Some(51_842.into()),
        ..Default::default()
    };
    let mock = server.create_transaction(|when, then| {
        when.body(&request)
            .user_id(42)
            .into_inner()
            .header("authorization", "Bearer a-token")
            .header_missing("api-version");
        then.success(200, &answer);
    });
    let made = client(&server)
        .create_transaction()
        .user_id(42)
        .body(request.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(made.id.as_ref().unwrap().value(), Some(&51_842));
    mock.assert();
}

#[tokio::test]
async fn a_confirmation_has_no_body() {
    let server = MockServer::start_async().await;
    let mock = server.confirm_transaction(|when, then| {
        when.id(51_842)
            .into_inner()
            .is_true(|request| request.body_ref().is_empty());
        then.success(201, &types::TransactionResponse::default());
    });
    client(&server)
        .confirm_transaction()
        .id(51_842)
        .send()
        .await
        .unwrap();
    mock.assert();
}

#[tokio::test]
async fn a_page_is_asked_for_and_read() {
    let server = MockServer::start_async().await;
    let page = types::BeneficiaryList {
        beneficiaries: vec![types::Beneficiary::default(); 2],
        pagination: None,
        extra: serde_json::Map::new(),
    };
    server.list_beneficiaries(|when, then| {
        when.user_id(42).currency_code("CNH").page(3).page_size(2);
        then.success(200, &page);
    });
    let list = client(&server)
        .list_beneficiaries()
        .user_id(42)
        .currency_code("CNH")
        .page(3_u64)
        .page_size(2_u64)
        .send()
        .await
        .unwrap();
    assert_eq!(list.beneficiaries.len(), 2);
}

#[tokio::test]
async fn an_error_body_is_typed() {
    let server = MockServer::start_async().await;
    let body: types::ErrorResponse =
        serde_json::from_value(json!({ "errors": { "transaction": ["is gone"] } })).unwrap();
    server.get_transaction(|_, then| {
        then.client_error(404, &body);
    });
    let error = client(&server)
        .get_transaction()
        .id(1)
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.body().unwrap().errors["transaction"][0], "is gone");
}

#[tokio::test]
async fn an_argument_that_is_missing_is_named_and_nothing_is_sent() {
    let server = MockServer::start_async().await;
    let error = client(&server).get_transaction().send().await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(error.to_string().contains("id is missing"), "{error}");
    let error = client(&server)
        .update_transaction()
        .id(1)
        .body_map(|body| body)
        .send()
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("no value supplied for transaction"),
        "{error}"
    );
}
