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

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};
use std::sync::Arc;

use florin::nemuru::types::{
    self, FileType, LoanOperation, LoginRequest, RefreshTokenRequest, WebhookAuthOAuth2,
};
use florin::nemuru::{
    Callbacks, Client, ClientBuilder, ConditionsRequest, Credentials, Error, ErrorDetails, Loan,
    Milestone, UploadError, UploadFile, WebhookAuth, callback_webhook, email_webhook,
};
use florin::testing::Recorder;
use florin::webhook::Sender;
use florin_tests::in_memory::{Asked, InMemory, Says};
use florin_tests::nemuru::invitation::{self, LOAN};
use serde_json::{Value, json};

use captured::Captured;

/// Survives every escaping that a URL or JSON knows.
const MARK: &str = "canary7f3a";

/// The mark in Base64, as the start of a file's content.
const ENCODED: &str = "Y2FuYXJ5N2Yz";

/// All that was said, from whatever corner.
#[derive(Default)]
struct Said(String);

impl Said {
    fn debug(&mut self, value: &impl Debug) {
        writeln!(self.0, "{value:?} {value:#?}").unwrap();
    }

    fn error(&mut self, error: &Error) {
        write!(
            self.0,
            "{error} {error:#} {:?} {:?} ",
            error.field(),
            error.body()
        )
        .unwrap();
        self.debug(error);
        self.debug(&error.schema_errors());
        self.causes(error.source());
    }

    fn upload_error(&mut self, error: &UploadError) {
        write!(self.0, "{error} {error:#} ").unwrap();
        self.debug(error);
        self.error(error.error());
        self.causes(error.source());
    }

    fn causes(&mut self, mut source: Option<&(dyn StdError + 'static)>) {
        while let Some(cause) = source {
            writeln!(self.0, "{cause} {cause:#} {cause:?} {cause:#?}").unwrap();
            source = cause.source();
        }
    }

    fn outcome<T: Debug>(&mut self, outcome: Result<T, Error>) {
        match outcome {
            Ok(value) => self.debug(&value),
            Err(error) => self.error(&error),
        }
    }
}

#[track_caller]
fn assert_clean(text: &str) {
    let lower = text.to_lowercase();
    for mark in [MARK, &ENCODED.to_lowercase()] {
        if let Some(at) = lower.find(mark) {
            let from = (0..=at.saturating_sub(300))
                .rev()
                .find(|at| lower.is_char_boundary(*at));
            panic!(
                "the mark shows: …{}…",
                &lower[from.unwrap_or(0)..at + mark.len()]
            );
        }
    }
}

fn marked_invitation() -> types::CreateLoanRequest {
    let mut request = invitation::json("23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7", LOAN);
    request["borrower"] = json!({
        "email": format!("{MARK}@example.com"),
        "first_name": MARK,
        "last_name": MARK,
        "phone_number": format!("+34 600 {MARK}")
    });
    request["asset"]["description"] = MARK.into();
    request["asset"]["details"] = json!({"plate": MARK, MARK: {"owner": MARK}});
    serde_json::from_value(request).unwrap()
}

fn marked_webhooks() -> [types::WebhookRequest; 4] {
    let target = format!("https://{MARK}.example/{MARK}?{MARK}");
    let access = WebhookAuthOAuth2 {
        url: "https://shop.example/token".into(),
        client_id: "florin".into(),
        client_secret: MARK.into(),
        username: MARK.into(),
        password: MARK.into(),
    };
    let mut extra = callback_webhook(&target, WebhookAuth::none());
    extra
        .extra
        .insert("authorization_header".into(), MARK.into());
    [
        callback_webhook(&target, WebhookAuth::header(format!("Bearer {MARK}"))),
        callback_webhook(&target, WebhookAuth::oauth2(access)),
        email_webhook(format!("{MARK}@example.com")),
        extra,
    ]
}

fn marked_files() -> [UploadFile; 4] {
    let kind = FileType::DocumentIdFront;
    [
        UploadFile::bytes(format!("{MARK}.jpeg"), kind.clone(), MARK),
        UploadFile::reader(MARK, kind.clone(), MARK.as_bytes()),
        UploadFile::path(format!("/{MARK}/{MARK}.jpeg"), kind.clone()),
        UploadFile::bytes(MARK, kind, ""),
    ]
}

fn marked_builder(builder: ClientBuilder) -> ClientBuilder {
    builder.credentials(Credentials::new(format!("{MARK}@example.com"), MARK))
}

/// Every verb with the mark in all that it takes, and all that is said about it.
async fn everything(said: &mut Said, client: &Client) {
    said.debug(client);
    said.outcome(client.agent().await);
    let conditions = ConditionsRequest::new("a", "EUR", 30, 5000.into());
    said.outcome(client.conditions(&conditions).await);
    let request = marked_invitation();
    said.debug(&request);
    said.outcome(client.create_loan(&request).await);
    let mut wrong = marked_invitation();
    wrong.borrower.email = MARK.into();
    said.outcome(client.create_loan(&wrong).await);

    let loan: Loan = client.loan(LOAN);
    said.debug(&loan);
    said.outcome(loan.read().await);
    said.outcome(loan.poller_until(Milestone::FundsSent).await);
    let fields = json!({"reason": MARK, MARK: MARK});
    let fields = fields.as_object().unwrap().clone();
    said.outcome(loan.perform_with(LoanOperation::CancelLoan, fields).await);
    said.outcome(loan.files().await);
    for file in marked_files() {
        said.debug(&file);
        if let Err(error) = loan.upload([file]).await {
            said.upload_error(&error);
        }
    }
    said.outcome(client.webhooks().await);
    said.outcome(client.webhook(LOAN).await);
    for request in marked_webhooks() {
        said.debug(&request);
        said.outcome(client.create_webhook(&request).await);
        said.outcome(client.ensure_webhook(&request).await);
        said.outcome(client.update_webhook(LOAN, &request).await);
    }
}

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
