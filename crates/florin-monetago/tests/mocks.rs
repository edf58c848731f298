//! The typed mocks answer the generated client.
#![cfg(feature = "httpmock")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that can't go on says so by a panic"
)]

use florin_core::Session;
use florin_monetago::httpmock::MockServerExt;
use florin_monetago::{Client, types};
use httpmock::MockServer;

fn client(server: &MockServer) -> Client {
    let session = Session::builder(server.base_url())
        .server("auth", server.base_url())
        .bearer("a-token")
        .build();
    Client::new(session.unwrap())
}

#[tokio::test]
async fn a_typed_mock_sees_the_request_and_its_answer_is_read() {
    let server = MockServer::start_async().await;
    let request: types::FinancingRequest = types::FinancingRequest::builder()
        .submitting_financial_institution_identification("EXMPSGSGXXX")
        .financing_batch(vec![types::FinancingBatchItem {
            submitter_data_set_identification: Some("fvr-1".into()),
            ..Default::default()
        }])
        .try_into()
        .unwrap();
    let answer: types::RequestIdentificationResponse =
        types::RequestIdentificationResponse::builder()
            .request_identification("r-1")
            .try_into()
            .unwrap();
    let mock = server.mark_as_financed(|when, then| {
        // Nor does any header leave the process that no provider asked for.
        when.body(&request)
            .into_inner()
            .header("authorization", "Bearer a-token")
            .header_missing("api-version");
        then.success(200, &answer);
    });
    let answer = client(&server)
        .mark_as_financed()
        .body(request.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(answer.request_identification, "r-1");
    mock.assert();
}

#[tokio::test]
async fn a_path_parameter_is_escaped_and_matched_as_it_stands() {
    let server = MockServer::start_async().await;
    let mock = server.get_status(|when, then| {
        when.request_identification("a.b");
        then.success(200, &types::StatusResponse(serde_json::json!([])));
    });
    client(&server)
        .get_status()
        .request_identification("a.b")
        .send()
        .await
        .unwrap();
    mock.assert_calls(1);
    let missed = client(&server)
        .get_status()
        .request_identification("axb")
        .send()
        .await;
    assert!(
        missed.is_err(),
        "a dot in a value is a dot, not any character"
    );
}

#[tokio::test]
async fn an_error_body_is_typed() {
    let server = MockServer::start_async().await;
    let body = types::ApiError {
        title: Some("No such request".into()),
        ..Default::default()
    };
    server.get_status(|_, then| {
        then.client_error(404, &body);
    });
    let error = client(&server)
        .get_status()
        .request_identification("r-1")
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(
        error.body().unwrap().title.as_deref(),
        Some("No such request")
    );
}

#[tokio::test]
async fn an_argument_that_is_missing_is_named_and_nothing_is_sent() {
    let server = MockServer::start_async().await;
    let error = client(&server).get_status().send().await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        error
            .to_string()
            .contains("request_identification is missing"),
        "{error}"
    );
    let error = client(&server)
        .create_access_token()
        .body_map(|body| body.client_id("c"))
        .send()
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("no value supplied for audience"),
        "{error}"
    );
}
