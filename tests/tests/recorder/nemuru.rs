//! A Nemuru client that speaks to a recorder.

use florin::nemuru::types::{CreateLoanRequest, FileType, LoanOperation};
use florin::nemuru::{
    Client, Credentials, Milestone, Outcome, UploadFile, WebhookAuth, callback_webhook,
};
use florin::testing::Recorder;
use serde_json::json;

const LOAN: &str = "4d9f0c1e-52b7-4a86-9f3d-6e1c80b7a501";

fn create_loan_request() -> CreateLoanRequest {
    serde_json::from_str(include_str!("../../fixtures/nemuru/create_loan.json")).unwrap()
}

/// A client whose credentials are canaries.
fn client(recorder: &Recorder) -> Client {
    let credentials = Credentials::new("canary@shop.example", "canary-password");
    let builder = recorder.nemuru().credentials(credentials);
    builder.build().unwrap()
}

fn has_canary(recorder: &Recorder) -> bool {
    let shown = format!("{recorder} {recorder:?}");
    shown.to_ascii_lowercase().contains("canary")
}

#[tokio::test]
async fn a_client_from_the_recorder_needs_no_answer_for_its_login() {
    let recorder = Recorder::new();
    recorder.answer("list_webhooks", 200, r#"{"data": []}"#);
    client(&recorder).webhooks().await.unwrap();
    assert_eq!(
        recorder.to_string(),
        r#"POST https://api.stg.nemuru.io/api/v2/auth/login/
accept: application/json
content-type: application/json
user-agent: florin/[version]

{
  "password": "[secret]",
  "username": "[personal]"
}

GET https://api.stg.nemuru.io/api/v2/webhook/
accept: application/json
authorization: Bearer [secret]
user-agent: florin/[version]"#
    );
}

#[tokio::test]
async fn a_refresh_is_answered_too_and_shows_neither_token_nor_user() {
    let recorder = Recorder::new();
    let token = r#"{"access_token": "canary-old", "refresh_token": "canary-refresh"}"#;
    recorder.answer("login", 200, token);
    recorder.answer("list_webhooks", 401, "");
    recorder.answer("list_webhooks", 200, r#"{"data": []}"#);
    client(&recorder).webhooks().await.unwrap();
    let sent = recorder.requests();
    let operations: Vec<_> = sent.iter().map(|sent| sent.operation.as_str()).collect();
    assert_eq!(
        operations,
        ["login", "list_webhooks", "refresh_token", "list_webhooks"]
    );
    let refresh = json!({"refresh_token": "[secret]", "username": "[personal]"});
    assert_eq!(sent[2].body, Some(refresh));
    assert!(!has_canary(&recorder), "{recorder}");
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_ones_own_for_the_login_goes_first() {
    let recorder = Recorder::new();
    recorder.answer("login", 401, r#"{"status": "ko", "error": "canary"}"#);
    let error = client(&recorder).webhooks().await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert!(!format!("{error:#} {error:?}").contains("canary"));
    assert!(recorder.requests_of("list_webhooks").is_empty());
}

#[tokio::test]
async fn borrowers_files_and_credentials_of_webhooks_are_hidden() {
    let recorder = Recorder::new();
    for operation in [
        "create_loan",
        "perform_loan_operation",
        "upload_files",
        "create_webhook",
    ] {
        recorder.answer(operation, 201, "");
    }
    let nemuru = client(&recorder);
    let loan = nemuru.create_loan(&create_loan_request()).await.unwrap();
    let fields = json!({"reason": "canary has moved"});
    let fields = fields.as_object().unwrap().clone();
    loan.perform_with(LoanOperation::CancelLoan, fields)
        .await
        .unwrap();
    let file = |name: &str| UploadFile::bytes(name, FileType::DocumentIdFront, b"canary".to_vec());
    loan.upload([file("canary.jpeg"), file("canary-2.jpeg")])
        .await
        .unwrap();
    let auth = WebhookAuth::header("Bearer canary");
    let webhook = callback_webhook("https://shop.example/canary", auth);
    nemuru.create_webhook(&webhook).await.unwrap();

    assert!(!has_canary(&recorder), "{recorder}");
    // "canary", in Base64.
    assert!(!recorder.to_string().contains("Y2FuYXJ5"), "{recorder}");
    let upload = recorder.requests_of("upload_files").remove(0);
    let hidden = json!({"data": "[personal]", "name": "[personal]", "type": "document_id_front"});
    assert_eq!(upload.body, Some(json!({"files": [hidden, hidden]})));
}

#[tokio::test]
async fn personal_data_can_be_shown_and_what_logs_in_still_cannot() {
    let recorder = Recorder::new().with_personal_data();
    recorder.answer("create_loan", 201, "{}");
    recorder.answer("create_webhook", 201, "{}");
    let nemuru = client(&recorder);
    nemuru.create_loan(&create_loan_request()).await.unwrap();
    let auth = WebhookAuth::header("Bearer canary-header");
    let webhook = callback_webhook("https://shop.example/canary", auth);
    nemuru.create_webhook(&webhook).await.unwrap();
    let shown = recorder.to_string();
    for personal in [
        "canary@shop.example",
        "Peñacanary",
        "Calle Canary 7",
        "shop.example/canary",
    ] {
        assert!(shown.contains(personal), "{personal} in {shown}");
    }
    for secret in ["canary-password", "canary-header"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[tokio::test]
async fn a_corrected_path_is_shown_as_it_was_sent() {
    let recorder = Recorder::new();
    recorder.answer("list_files", 200, r#"{"data": []}"#);
    recorder.answer("perform_loan_operation", 204, "");
    let nemuru = recorder
        .nemuru()
        .path("list_files", "/loan/files/?loanId={loanId}")
        .path("perform_loan_operation", "PUT /loan/")
        .build()
        .unwrap();
    let loan = nemuru.loan(LOAN);
    loan.files().await.unwrap();
    let shown = recorder.last().unwrap().to_string();
    let wanted = format!("GET https://api.stg.nemuru.io/api/v2/loan/files/\n? loanId = {LOAN}\n");
    assert!(shown.starts_with(&wanted), "{shown}");
    loan.perform(LoanOperation::SendContract).await.unwrap();
    let shown = recorder.last().unwrap().to_string();
    let wanted = "PUT https://api.stg.nemuru.io/api/v2/loan/\n";
    assert!(shown.starts_with(wanted), "{shown}");
}

#[tokio::test(start_paused = true)]
async fn a_whole_flow_runs_against_the_recorder() {
    let recorder = Recorder::new();
    recorder.answer("create_loan", 201, "{}");
    for status in ["status_initial", "status_analysing", "status_active_trial"] {
        let loan = json!({"payload": {"id": LOAN, "status": status}});
        recorder.answer("get_loan", 200, loan.to_string());
    }
    let nemuru = client(&recorder);
    let loan = nemuru.create_loan(&create_loan_request()).await.unwrap();
    let outcome = loan.poller_until(Milestone::FundsSent).await.unwrap();
    assert!(matches!(outcome, Outcome::Succeeded(_)), "{outcome:?}");
    let sent = recorder.requests();
    let sent: Vec<_> = sent.iter().map(|sent| sent.operation.as_str()).collect();
    assert_eq!(
        sent,
        ["login", "create_loan", "get_loan", "get_loan", "get_loan"]
    );
    let read = recorder.last().unwrap();
    assert_eq!(read.path, format!("/api/v2/loan/{LOAN}/"));
}
