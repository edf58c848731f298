//! The typed mocks answer the generated client.
#![cfg(feature = "httpmock")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Session;
use florin_nemuru::httpmock::MockServerExt;
use florin_nemuru::{Client, types};
use httpmock::MockServer;
use serde_json::json;

fn client(server: &MockServer) -> Client {
    let session = Session::builder(server.base_url())
        .server("auth", server.base_url())
        .bearer("a-token")
        .build();
    Client::new(session.unwrap())
}

#[tokio::test]
async fn a_typed_mock_sees_the_request_and_an_answer_without_content_is_read() {
    let server = MockServer::start_async().await;
    let request: types::LoanOperationRequest = types::LoanOperationRequest::builder()
        .id("l-1")
        .op(types::LoanOperation::CancelLoan)
        .try_into()
        .unwrap();
    let mock = server.perform_loan_operation(|when, then| {
        // Nor does any header leave the process that no provider asked for.
        when.body(&request)
            .into_inner()
            .path("/loan/")
            .header("authorization", "Bearer a-token")
            .header_missing("api-version");
        then.success(204);
    });
    client(&server)
        .perform_loan_operation()
        .body(request.clone())
        .send()
        .await
        .unwrap();
    mock.assert();
}

#[tokio::test]
async fn the_answer_to_a_creation_may_hold_anything_or_nothing() {
    let server = MockServer::start_async().await;
    let loan: types::CreateLoanRequest = serde_json::from_value(json!({
        "id": "l-1", "agent_id": "a-1", "currency": "EUR", "term": 24, "principal": 3200, "program": "zero_program",
        "borrower": { "email": "e", "first_name": "f", "last_name": "l", "phone_number": "p" },
        "asset_type": "boat", "asset": { "description": "A boat", "value": 3500.5 }
    }))
    .unwrap();
    for (status, body) in [(201, "{}"), (201, ""), (200, "created"), (204, "")] {
        let mut mock = server.mock(|when, then| {
            when.method("POST").path("/loan/");
            then.status(status).body(body);
        });
        client(&server)
            .create_loan()
            .body(loan.clone())
            .send()
            .await
            .unwrap();
        mock.assert();
        mock.delete();
    }
}

#[tokio::test]
async fn the_query_of_a_simulation_holds_plain_numbers() {
    let server = MockServer::start_async().await;
    let offers = types::LoanConditionsListResponse {
        data: Vec::new(),
        status: None,
    };
    let mock = server.get_loan_conditions(|when, then| {
        when.agent_id("a-1")
            .currency("EUR")
            .term(24)
            .into_inner()
            .query_param("principal", "3200.5");
        then.success(200, &offers);
    });
    let offers = client(&server)
        .get_loan_conditions()
        .agent_id("a-1")
        .currency("EUR")
        .term(24)
        .principal("3200.50".parse::<florin_core::Decimal>().unwrap())
        .send()
        .await
        .unwrap();
    assert!(offers.data.is_empty());
    mock.assert();
}

#[tokio::test]
async fn an_error_body_is_typed() {
    let server = MockServer::start_async().await;
    let exception = r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanNotFoundByIdException";
    let body = types::ErrorResponse {
        exception: Some(exception.into()),
        ..Default::default()
    };
    server.get_loan(|_, then| {
        then.client_error(404, &body);
    });
    let error = client(&server)
        .get_loan()
        .loan_id("l-1")
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.body().unwrap().exception.as_deref(), Some(exception));
}

#[tokio::test]
async fn an_argument_that_is_missing_is_named_and_nothing_is_sent() {
    let server = MockServer::start_async().await;
    let error = client(&server).get_loan().send().await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(error.to_string().contains("loan_id is missing"), "{error}");
}
