//! A Financeit client that speaks to a recorder.

use std::sync::Arc;

use florin::core::StaticToken;
use florin::financeit::types::{DirectInviteRequest, PartnerAccessLinkRequest, VerticalName};
use florin::financeit::{Calculation, Client, Credentials, Environment, Outcome};
use florin::testing::Recorder;
use serde_json::json;

fn invite() -> DirectInviteRequest {
    serde_json::from_str(include_str!("../../fixtures/financeit/invite.json")).unwrap()
}

/// A merchant's client whose credentials are canaries.
fn client(recorder: &Recorder) -> Client {
    let credentials = Credentials::login(
        "florin-tests",
        "canary-app-secret",
        "canary-login",
        "canary-password",
    );
    let builder = recorder.financeit().credentials(credentials);
    builder.build().unwrap()
}

fn has_canary(recorder: &Recorder) -> bool {
    let shown = format!("{recorder} {recorder:?}");
    shown.to_ascii_lowercase().contains("canary")
}

#[tokio::test]
async fn a_client_from_the_recorder_needs_no_answer_for_its_token() {
    let recorder = Recorder::new();
    recorder.answer("get_loan", 200, r#"{"id": 48291}"#);
    client(&recorder).loan(48_291).read().await.unwrap();
    assert_eq!(
        recorder.to_string(),
        r#"POST https://training.financeit.ca/en/api/v3/accounts/create_user_oauth_token
accept: application/json
content-type: application/json
user-agent: florin/[version]

{
  "app_id": "florin-tests",
  "app_secret": "[secret]",
  "login": "[personal]",
  "password": "[secret]"
}

GET https://training.financeit.ca/en/api/v3/loans/48291
accept: application/json
authorization: Bearer [secret]
user-agent: florin/[version]"#
    );
}

#[tokio::test]
async fn an_anonymous_token_is_asked_for_without_a_login() {
    let recorder = Recorder::new();
    recorder.answer("calculate_loan_options", 200, "{}");
    let financeit = recorder
        .financeit()
        .credentials(Credentials::anonymous("florin-tests", "canary"))
        .build()
        .unwrap();
    let calculation = Calculation::new(8_400).vertical(VerticalName::Marine);
    financeit.calculate(&calculation).await.unwrap();
    let asked = recorder.requests_of("create_user_oauth_token").remove(0);
    let body = json!({"anonymous_user": true, "app_id": "florin-tests", "app_secret": "[secret]"});
    assert_eq!(asked.body, Some(body));
    assert!(asked.header("authorization").is_none());
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_ones_own_for_the_token_goes_first() {
    let recorder = Recorder::new();
    let refusal = r#"{"errors": ["canary is not a login"]}"#;
    recorder.answer("create_user_oauth_token", 401, refusal);
    let error = client(&recorder).loan(1).read().await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert!(!format!("{error:#} {error:?}").contains("canary"));
    assert!(recorder.requests_of("get_loan").is_empty());
}

#[tokio::test]
async fn customers_employees_and_tokens_are_hidden() {
    let recorder = Recorder::new();
    recorder.answer("send_direct_invite", 200, "{}");
    recorder.answer(
        "create_partner_access_link",
        200,
        r#""https://canary.example""#,
    );
    let token = r#"{"access_token": "canary-token"}"#;
    recorder.answer("create_user_oauth_token", 200, token);
    client(&recorder).invite(&invite()).await.unwrap();
    // No login may make access links; this token may, and comes from elsewhere.
    let consented = Client::builder()
        .environment(Environment::Training)
        .authorized(StaticToken::new("canary-consent"))
        .transport(Arc::new(recorder.clone()))
        .build()
        .unwrap();
    let link = include_str!("../../fixtures/financeit/partner_access_link.json");
    let link: PartnerAccessLinkRequest = serde_json::from_str(link).unwrap();
    consented.partner_access_link(&link).await.unwrap();

    let sent = recorder.requests();
    let sent: Vec<_> = sent.iter().map(|sent| sent.operation.as_str()).collect();
    assert_eq!(
        sent,
        [
            "create_user_oauth_token",
            "send_direct_invite",
            "create_partner_access_link"
        ]
    );
    assert!(!has_canary(&recorder), "{recorder}");
    assert!(!recorder.to_string().contains("604-555-0100"), "{recorder}");
}

#[tokio::test]
async fn personal_data_can_be_shown_and_what_logs_in_still_cannot() {
    let recorder = Recorder::new().with_personal_data();
    recorder.answer("send_direct_invite", 200, "{}");
    client(&recorder).invite(&invite()).await.unwrap();
    let shown = recorder.to_string();
    for personal in [
        "canary-login",
        "canary@example.com",
        "604-555-0100",
        "customer=canary",
    ] {
        assert!(shown.contains(personal), "{personal} in {shown}");
    }
    for secret in ["canary-app-secret", "canary-password"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[tokio::test]
async fn a_corrected_path_is_shown_as_it_was_sent() {
    let recorder = Recorder::new();
    recorder.answer("get_loan_id_by_lead_id", 200, r#"{"id": 48291}"#);
    let financeit = recorder
        .financeit()
        .path("get_loan_id_by_lead_id", "POST /leads/loan?by=lead")
        .path("create_user_oauth_token", "/accounts/token")
        .build()
        .unwrap();
    financeit.loan_for_lead(-7, None).await.unwrap();
    let flow = recorder.to_string();
    let token = "POST https://training.financeit.ca/en/api/v3/accounts/token\n";
    assert!(flow.starts_with(token), "{flow}");
    let lookup =
        "POST https://training.financeit.ca/en/api/v3/leads/loan\n? by = lead\n? lead_id = -7\n";
    assert!(flow.contains(lookup), "{flow}");
}

#[tokio::test(start_paused = true)]
async fn a_whole_flow_runs_against_the_recorder() {
    let recorder = Recorder::new();
    recorder.answer("send_direct_invite", 200, "");
    recorder.answer("get_loan_id_by_lead_id", 404, r#"{"errors": ["none yet"]}"#);
    recorder.answer("get_loan_id_by_lead_id", 200, r#"{"id": 48291}"#);
    for (state, funded) in [
        ("pending", false),
        ("ready_for_funding", false),
        ("Car", true),
    ] {
        let loan = json!({"id": 48_291, "state": state, "funded": funded});
        recorder.answer("get_loan", 200, loan.to_string());
    }
    let financeit = client(&recorder);
    financeit.invite(&invite()).await.unwrap();
    assert!(
        financeit
            .loan_for_lead(-90_017, None)
            .await
            .unwrap()
            .is_none()
    );
    let loan = financeit.loan_for_lead(-90_017, None).await.unwrap();
    let outcome = loan.unwrap().poller().await.unwrap();
    assert!(matches!(outcome, Outcome::Funded(_)), "{outcome:?}");
    assert_eq!(recorder.requests_of("create_user_oauth_token").len(), 1);
    assert_eq!(recorder.requests_of("get_loan").len(), 3);
    assert_eq!(recorder.last().unwrap().path, "/en/api/v3/loans/48291");
}
