//! A MonetaGo client that speaks to a recorder.

use florin::monetago::{ClientCredentials, Outcome};
use florin::testing::Recorder;
use serde_json::json;

const CLIENT_SECRET: &str = "canary-client-secret";

#[tokio::test(start_paused = true)]
async fn every_attempt_of_a_retried_request_is_recorded() {
    let recorder = Recorder::new();
    recorder.answer("search_document_matches", 503, "{}");
    recorder.answer("search_document_matches", 429, "{}");
    recorder.answer("search_document_matches", 200, "[]");
    let monetago = recorder.monetago().build().unwrap();
    monetago.document_matches().await.unwrap();
    let attempts = recorder.requests_of("search_document_matches");
    assert_eq!(attempts.len(), 3);
    assert!(attempts.iter().all(|attempt| attempt == &attempts[0]));
}

#[tokio::test]
async fn clearing_forgets_the_requests_and_keeps_the_answers() {
    let recorder = Recorder::new();
    recorder.answer("search_document_matches", 200, "[]");
    let monetago = recorder.monetago().build().unwrap();
    monetago.document_matches().await.unwrap();
    recorder.clear();
    assert!(
        recorder.requests().is_empty()
            && recorder.last().is_none()
            && recorder.to_string().is_empty()
    );
    monetago.document_matches().await.unwrap();
    assert_eq!(
        recorder.requests().len(),
        1,
        "the token is still there, so it is not asked for again"
    );
}

#[tokio::test]
async fn a_client_from_the_recorder_needs_no_answer_for_its_token() {
    let recorder = Recorder::new();
    recorder.answer("search_document_matches", 200, "[]");
    let credentials = ClientCredentials::new("client", CLIENT_SECRET, "audience");
    let monetago = recorder
        .monetago()
        .credentials(credentials)
        .build()
        .unwrap();
    monetago.document_matches().await.unwrap();
    let flow = recorder.to_string();
    assert!(
        flow.starts_with("POST https://auth.uat.securefinancing.com/oauth/token\n"),
        "{flow}"
    );
    assert!(
        flow.contains("\n\nGET https://api.uat.securefinancing.com/v1/document-matches\n"),
        "{flow}"
    );
    assert!(
        flow.contains(r#""client_secret": "[secret]""#) && !flow.contains(CLIENT_SECRET),
        "{flow}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_ones_own_for_the_token_goes_first() {
    let recorder = Recorder::new();
    recorder.answer("create_access_token", 401, r#"{"error":"invalid_client"}"#);
    let monetago = recorder.monetago().build().unwrap();
    let error = monetago.document_matches().await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert!(recorder.requests_of("search_document_matches").is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_whole_flow_runs_against_the_recorder() {
    let fvr = |status| {
        json!({"submitter_data_set_identification": "fvr-0147-01", "financing_request_status": status}).to_string()
    };
    let recorder = Recorder::new();
    recorder.answer("get_status", 200, fvr("PNDG"));
    recorder.answer("get_status", 200, fvr("REGU"));
    recorder.answer(
        "register_transactions",
        200,
        r#"{"request_identification":"r-1"}"#,
    );
    let monetago = recorder.monetago().build().unwrap();
    let request =
        serde_json::from_str(include_str!("../../examples/quickstart/registration.json")).unwrap();

    let outcome = monetago
        .register(&request)
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();

    assert!(matches!(outcome, Outcome::Unique(_)), "{outcome:?}");
    let sent: Vec<_> = recorder
        .requests()
        .into_iter()
        .map(|request| request.operation)
        .collect();
    assert_eq!(
        sent,
        [
            "create_access_token",
            "register_transactions",
            "get_status",
            "get_status"
        ]
    );
    assert_eq!(recorder.last().unwrap().path, "/v1/status/r-1");
}
