//! Nemuru: each operation sent by real client code, to a recorder and to the sandbox.

use std::sync::Arc;

use florin::nemuru::types::{CreateLoanRequest, LoanOperation, WebhookAuthOAuth2};
use florin::nemuru::{
    Client, ConditionsRequest, Credentials, Environment, Error, Loan, UploadError, UploadFile,
    WebhookAuth, callback_webhook, operations,
};
use florin::testing::Recorder;
use florin_sandbox::{Received, Sandbox};
use serde_json::{Map, json};

use super::script::{Answer, faults, first, lay_in};
use super::spec::providers;
use super::wire::{as_recorded, operation_of};
use super::{CANARY, assert_snapshot};

const LOAN: &str = "4d9f0c1e-52b7-4a86-9f3d-6e1c80b7a501";
const AGENT: &str = "91c6e2d4-0b3f-47a5-8c19-d7e5f40a3b02";
const WEBHOOK: &str = "c07b5a93-e41d-4f68-b2a7-3d9e16f8c403";

/// In Base64 it says the canary.
const PHOTO: [u8; 6] = [0x08, 0x03, 0x40, 0x45, 0x80, 0x00];

/// Answers for each operation, in turn, enough for the client code above it to go on.
fn answers(operation: &str) -> Vec<Answer> {
    let loan = json!({"id": LOAN, "status": "status_initial"});
    let mut answers = vec![
        (
            "get_agent_profile",
            200,
            json!({"status": "ok", "payload": {"id": AGENT}}),
        ),
        ("create_loan", 201, json!({})),
        ("get_loan", 200, json!({"status": "ok", "payload": loan})),
        ("perform_loan_operation", 204, json!(null)),
        (
            "get_loan_conditions",
            200,
            json!({"status": "ok", "data": []}),
        ),
        ("create_webhook", 201, json!({})),
        ("list_webhooks", 200, json!({"status": "ok", "data": []})),
        (
            "get_webhook",
            200,
            json!({"status": "ok", "payload": [{"id": WEBHOOK}]}),
        ),
        ("update_webhook", 204, json!(null)),
        ("upload_files", 201, json!({})),
        ("list_files", 200, json!({"status": "ok", "data": []})),
    ];
    if operation == "refresh_token" {
        // A refused token is what makes the client refresh it.
        answers.insert(0, ("get_agent_profile", 401, json!({"status": "ko"})));
    }
    answers
}

fn create_loan_request() -> CreateLoanRequest {
    serde_json::from_str(include_str!("../../fixtures/nemuru/create_loan.json")).unwrap()
}

fn loan(nemuru: &Client) -> Loan {
    nemuru.loan(LOAN)
}

/// Sends an operation as a user would: with the facade's verb.
async fn send(operation: &str, nemuru: &Client) -> Result<(), Error> {
    let steps = "https://shop.example/canary/steps?shop=1";
    match operation {
        // The client logs in with its first call, and refreshes the token by itself.
        "login" | "refresh_token" | "get_agent_profile" => nemuru.agent().await.map(drop),
        "create_loan" => nemuru.create_loan(&create_loan_request()).await.map(drop),
        "get_loan" => loan(nemuru).read().await.map(drop),
        "perform_loan_operation" => {
            let mut fields = Map::new();
            fields.insert("paid_to".to_owned(), json!({"iban": "ES00 CANARY"}));
            let pay = LoanOperation::PayLoan;
            loan(nemuru).perform_with(pay, fields).await
        }
        "get_loan_conditions" => {
            let principal = "2450.50".parse().unwrap();
            let request = ConditionsRequest::new(AGENT, "EUR", 18, principal);
            nemuru.conditions(&request).await.map(drop)
        }
        "create_webhook" => {
            let auth = WebhookAuth::header("Bearer canary-header");
            let mut request = callback_webhook(steps, auth);
            // Should the provider want it flat.
            request
                .extra
                .insert("authorization_header".to_owned(), json!("canary-flat"));
            nemuru.create_webhook(&request).await
        }
        "list_webhooks" => nemuru.webhooks().await.map(drop),
        "get_webhook" => nemuru.webhook(WEBHOOK).await.map(drop),
        "update_webhook" => {
            let access = WebhookAuthOAuth2 {
                url: "https://shop.example/oauth/token".to_owned(),
                client_id: "nemuru-at-the-shop".to_owned(),
                client_secret: "canary-client-secret".into(),
                username: "canary-user".to_owned(),
                password: "canary-user-password".into(),
            };
            let request = callback_webhook(steps, WebhookAuth::oauth2(access));
            nemuru.update_webhook(WEBHOOK, &request).await
        }
        "upload_files" => {
            let files = [
                UploadFile::bytes("canary-front.jpeg", "document_id_front", PHOTO.to_vec()),
                UploadFile::reader("canary-nómina.pdf", "payslip", &PHOTO[..]),
            ];
            let uploaded = loan(nemuru).upload(files).await;
            uploaded.map_err(UploadError::into_error)
        }
        "list_files" => loan(nemuru).files().await.map(drop),
        other => panic!("send {other} here, through the facade if it has a verb for it"),
    }
}

fn recorder(operation: &str) -> Recorder {
    let recorder = Recorder::new();
    lay_in(&recorder, &answers(operation));
    let token = json!({
        "access_token": "canary-token", "refresh_token": "canary-refresh", "expires_in": 7200, "token_type": "bearer",
    });
    lay_in(
        &recorder,
        &[("login", 201, token.clone()), ("refresh_token", 200, token)],
    );
    recorder
}

fn client(recorder: &Recorder) -> Client {
    let credentials = Credentials::new("canary@shop.example", "canary-password");
    let builder = recorder.nemuru().credentials(credentials);
    builder.build().unwrap()
}

#[tokio::test]
async fn requests_are_as_in_their_snapshots() {
    for operation in operations::ALL {
        let recorder = recorder(operation.id());
        send(operation.id(), &client(&recorder)).await.unwrap();
        let request = first(&recorder, operation.id());
        assert_snapshot("nemuru", &request);
    }
}

#[test]
fn the_client_has_the_operations_of_its_spec() {
    let ids = operations::ALL.iter().map(|operation| operation.id());
    let mut client: Vec<_> = ids.map(str::to_owned).collect();
    client.sort();
    let spec: Vec<_> = providers()["nemuru"].keys().cloned().collect();
    assert_eq!(client, spec);
}

/// How many canaries an operation shows where personal data are shown; what is secret never is.
#[tokio::test]
async fn the_canaries_are_really_sent() {
    for (operation, canaries) in [
        ("login", 1),
        ("refresh_token", 1),
        ("create_loan", 7),
        ("perform_loan_operation", 1),
        ("create_webhook", 1),
        ("update_webhook", 2),
        ("upload_files", 4),
    ] {
        let recorder = recorder(operation).with_personal_data();
        send(operation, &client(&recorder)).await.unwrap();
        let shown = first(&recorder, operation).to_string().to_ascii_lowercase();
        assert_eq!(shown.matches(CANARY).count(), canaries, "{shown}");
    }
}

/// A client of the sandbox, or of a recorder that stands in for it.
fn client_of(sandbox: &Sandbox, recorder: Option<&Recorder>) -> Client {
    let nemuru = sandbox.nemuru();
    let known = nemuru.credentials();
    let builder = Client::builder()
        .environment(Environment::Custom {
            api: nemuru.api_url(),
            auth: Some(nemuru.auth_url()),
        })
        .credentials(Credentials::new(known.username, known.password));
    let builder = recorder.into_iter().fold(builder, |builder, recorder| {
        builder.transport(Arc::new(recorder.clone()))
    });
    builder.build().unwrap()
}

#[tokio::test]
async fn the_recorder_shows_what_goes_over_the_wire() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let nemuru = sandbox.nemuru();
    for operation in operations::ALL {
        let recorder = recorder(operation.id()).with_personal_data();
        send(operation.id(), &client_of(&sandbox, Some(&recorder)))
            .await
            .unwrap();
        nemuru.behave();
        for fault in faults(&answers(operation.id())) {
            nemuru.misbehave(fault).unwrap();
        }
        nemuru.clear_received();
        send(operation.id(), &client_of(&sandbox, None))
            .await
            .unwrap();
        let mut arrived = Vec::new();
        for request in nemuru.received() {
            let base = match request.host {
                "auth" => nemuru.auth_url(),
                _ => nemuru.api_url(),
            };
            let operation = operation_of(&request, operations::ALL);
            arrived.push(as_recorded(&request, operation, &base).await);
        }
        assert_eq!(recorder.requests(), arrived, "{}", operation.id());
    }
}

/// The sandbox holds every request against the spec. What it says of the loans, which aren't there, is another matter.
#[tokio::test]
async fn the_sandbox_finds_every_request_in_order() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let client = client_of(&sandbox, None);
    let nemuru = sandbox.nemuru();
    for operation in operations::ALL {
        if operation.id() == "refresh_token" {
            client.agent().await.unwrap();
            nemuru.expire_tokens();
        }
        let _ = send(operation.id(), &client).await;
        let sent = nemuru.received_by(operation.id());
        assert!(!sent.is_empty(), "{} was not sent", operation.id());
    }
    let odd = |request: &Received| {
        let status = request.answered.map_or(0, |status| status.as_u16());
        request.operation.is_none() || matches!(status, 0 | 301..=400 | 405 | 415 | 500..)
    };
    let odd: Vec<_> = nemuru.received().into_iter().filter(odd).collect();
    assert!(odd.is_empty(), "{odd:#?}");
}
