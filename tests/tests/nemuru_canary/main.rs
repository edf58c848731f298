//! Nothing secret or personal gets into an error, a debug print, a trace or a recording.
//!
//! A mark is planted wherever a shop, a customer or Nemuru can put a value. Everything that is said is then searched for
//! it.
//!
//! In a program of its own: what is traced is captured reliably only where every call of a process is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

#[path = "../captured/mod.rs"]
mod captured;
mod everything;
mod said;

use std::fmt::Write as _;
use std::sync::Arc;

use florin::nemuru::types::{self, LoanOperation, LoginRequest, RefreshTokenRequest};
use florin::nemuru::{Callbacks, Client, Credentials};
use florin::testing::Recorder;
use florin::webhook::Sender;
use florin_tests::in_memory::{Asked, InMemory, Says};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::{Value, json};

use captured::Captured;
use everything::{everything, marked_builder, marked_files, marked_invitation, marked_webhooks};
use said::{ENCODED, MARK, Said, assert_clean};

fn token() -> Says {
    Says::Yes(
        json!({"access_token": MARK, "refresh_token": MARK, "expires_in": 60, "token_type": "Bearer"}),
    )
}

/// What Nemuru answers when all is well.
fn success(asked: &Asked) -> Says {
    let webhook = json!({
        "id": LOAN, "client": "callback", "event": "loan_steps", "state": 1, "target": format!("https://{MARK}.example")
    });
    Says::Yes(match asked.operation.as_str() {
        "get_agent_profile" => json!({"payload": {
            "id": LOAN, "name": MARK, "username": MARK, "allowed_asset_types": ["auto"]
        }}),
        "get_loan_conditions" => json!({"data": []}),
        "get_loan" => json!({"payload": {
            "id": LOAN, "status": "status_active_trial",
            "borrower": {"email": MARK, "first_name": MARK, "last_name": MARK, "phone_number": MARK},
            "asset": {"description": MARK, "value": 9000, "details": {"plate": MARK}},
            "iban": MARK
        }}),
        "list_webhooks" => json!({"data": [webhook]}),
        "get_webhook" => json!({"payload": [webhook]}),
        "list_files" => {
            json!({"data": [{"name": LOAN, "type": "document_id_front", "data": "/x"}]})
        }
        _ => json!({}),
    })
}

fn marked_error() -> Value {
    json!({
        "status": "ko",
        "exception": r"Nemuru\SharedKernel\Domain\Exception\SchemaValidatorException",
        "error": format!("{MARK} is wrong"),
        "schema_errors": {"/borrower/email": format!("{MARK} is none"), "/term": {MARK: MARK}}
    })
}

type Answers = fn(&Asked) -> Says;

const ANSWERS: [Answers; 12] = [
    success,
    |_| Says::No(400, marked_error()),
    |_| Says::No(401, json!({"error": MARK, "error_description": MARK})),
    |_| Says::No(403, json!(MARK)),
    |_| Says::No(404, marked_error()),
    |_| Says::No(409, marked_error()),
    |_| Says::No(500, json!([MARK])),
    |_| Says::Text(502, "<html>canary7f3a</html>"),
    |_| Says::Text(200, "canary7f3a is no JSON"),
    |_| Says::Yes(json!({"payload": MARK, "data": MARK})),
    |_| {
        Says::Yes(
            json!({"payload": {"id": [MARK], "status": [MARK], "name": [MARK]}, "data": [{"id": {MARK: 1}}]}),
        )
    },
    |_| Says::Silence,
];

#[tokio::test(start_paused = true)]
async fn no_value_of_a_shop_a_customer_or_nemuru_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for answer in ANSWERS {
        let provider = InMemory::with_tokens(move |asked| match asked.operation.as_str() {
            "login" | "refresh_token" => token(),
            _ => answer(asked),
        });
        let builder =
            marked_builder(provider.nemuru()).pace(florin::poll::Pace::default().errors(0));
        said.debug(&builder);
        everything(&mut said, &builder.build().unwrap()).await;
        let sent = provider.asked("create_loan");
        assert!(
            sent.iter()
                .all(|asked| asked.body.as_ref().unwrap().to_string().contains(MARK)),
            "the mark went out"
        );
        let authorized = sent[0].headers["authorization"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(authorized.contains(MARK));
    }
    assert_clean(&said.0);
    assert_clean(&captured.text());
    assert!(said.0.len() > 10_000 && captured.text().contains("create_loan"));
}

#[tokio::test(start_paused = true)]
async fn no_login_that_fails_shows() {
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for answer in ANSWERS {
        let provider = InMemory::with_tokens(answer);
        let client = marked_builder(provider.nemuru()).build().unwrap();
        said.outcome(client.agent().await);
        // And a refresh that fails, with a login after it that fails as well.
        let first = std::sync::atomic::AtomicBool::new(true);
        let provider = InMemory::with_tokens(move |asked| match asked.operation.as_str() {
            "login" if first.swap(false, std::sync::atomic::Ordering::SeqCst) => token(),
            "login" | "refresh_token" => answer(asked),
            _ => Says::No(401, json!({"error": MARK})),
        });
        let client = marked_builder(provider.nemuru()).build().unwrap();
        said.outcome(client.agent().await);
        said.outcome(client.agent().await);
    }
    assert_clean(&said.0);
    assert_clean(&captured.text());
    assert!(
        captured.text().contains("refresh_token"),
        "there is something to search"
    );
}

#[test]
fn no_type_shows_what_it_holds() {
    let mut said = Said::default();
    said.debug(&Credentials::new(MARK, MARK));
    said.debug(&LoginRequest {
        username: MARK.into(),
        password: MARK.into(),
    });
    said.debug(&RefreshTokenRequest {
        username: MARK.into(),
        refresh_token: MARK.into(),
    });
    let token: types::TokenResponse =
        serde_json::from_value(json!({"access_token": MARK, "refresh_token": MARK})).unwrap();
    said.debug(&token);
    let upload: types::UploadFilesRequest = serde_json::from_value(
        json!({"files": [{"name": MARK, "type": "document_id_front", "data": ENCODED}]}),
    )
    .unwrap();
    said.debug(&upload);
    let operation: types::LoanOperationRequest =
        serde_json::from_value(json!({"id": LOAN, "op": "payLoan", "iban": MARK})).unwrap();
    said.debug(&operation);
    let error: types::ErrorResponse = serde_json::from_value(marked_error()).unwrap();
    said.debug(&error);
    let builder = Client::builder().credentials(Credentials::new(MARK, MARK));
    said.debug(&builder);
    assert_clean(&said.0);
}

#[test]
fn no_callback_and_no_sender_shows_its_header() {
    let mut said = Said::default();
    let header = format!("Bearer {MARK}");
    let sender = Sender::header(header.as_str()).unwrap();
    said.debug(&sender);
    let callbacks = Callbacks::new(sender);
    said.debug(&callbacks);
    let good = json!({"id": LOAN, "step": "status_opened", "borrower": MARK}).to_string();
    said.debug(
        &callbacks
            .receive(Some(header.as_bytes()), good.as_bytes())
            .unwrap(),
    );
    for (presented, body) in [
        (Some(MARK.as_bytes()), MARK),
        (Some(header.as_bytes()), MARK),
        (Some(header.as_bytes()), r#"{"canary7f3a": "#),
    ] {
        let rejection = callbacks.receive(presented, body.as_bytes()).unwrap_err();
        write!(said.0, "{rejection} ").unwrap();
        said.debug(&rejection);
    }
    let refused = Sender::header(format!("{MARK}\n")).unwrap_err();
    write!(said.0, "{refused} ").unwrap();
    said.debug(&refused);
    assert_clean(&said.0);
}

#[tokio::test]
async fn no_recording_shows_it_either() {
    let _capturing = Captured::start();
    let recorder = Recorder::new();
    for (operation, body) in [
        ("create_loan", json!({})),
        ("perform_loan_operation", json!({})),
        ("upload_files", json!({})),
        ("create_webhook", json!({})),
        ("update_webhook", json!({})),
    ] {
        recorder.answer(operation, 201, body.to_string());
    }
    let client = marked_builder(recorder.nemuru())
        .transport(Arc::new(recorder.clone()))
        .build()
        .unwrap();
    client.create_loan(&marked_invitation()).await.unwrap();
    let loan = client.loan(LOAN);
    let fields = json!({"iban": MARK}).as_object().unwrap().clone();
    loan.perform_with(LoanOperation::PayLoan, fields)
        .await
        .unwrap();
    let [bytes, reader, ..] = marked_files();
    loan.upload([bytes, reader]).await.unwrap();
    for request in marked_webhooks() {
        client.create_webhook(&request).await.unwrap();
        client.update_webhook(LOAN, &request).await.unwrap();
    }
    let recording = recorder.to_string();
    assert!(recording.contains("[personal]") && recording.contains("[secret]"));
    assert_clean(&recording);
}
