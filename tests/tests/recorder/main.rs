//! What the recorder shows of a request, what it hides, and what it answers.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod financeit;
mod monetago;
mod monoova;
mod nemuru;
mod tradevest;

use std::sync::Arc;

use florin::core::http::Method;
use florin::core::{
    Effect, Error, FilePart, Multipart, Operation, Place, Retry, Sensitive, Sensitivity, Session,
};
use florin::testing::Recorder;
use serde_json::{Value, json};

const TOKEN: &str = "canary-token";

const fn personal(place: Place, path: &'static str) -> Sensitive {
    Sensitive {
        place,
        path,
        kind: Sensitivity::Personal,
    }
}

const fn secret(place: Place, path: &'static str) -> Sensitive {
    Sensitive {
        place,
        path,
        kind: Sensitivity::Secret,
    }
}

/// Something sensitive in every place.
static TRANSFER: Operation =
    Operation::new("transfer", Method::POST, "/people/{person}/transfers/{id}")
        .retry(Retry::Safe)
        .sensitive(&[
            personal(Place::Path, "person"),
            personal(Place::Query, "email"),
            secret(Place::Header, "X-Pin"),
            personal(Place::Body, "/payee"),
            personal(Place::Body, "/lines/*/note"),
            personal(Place::Body, "/tags/*"),
            personal(Place::Body, "/open/!plan!a~1b"),
            secret(Place::Body, "/a~1b"),
        ]);

static UPLOAD: Operation = Operation::new("upload", Method::POST, "/upload").retry(Retry::Safe);

fn session(recorder: &Recorder) -> Session {
    let builder = Session::builder("https://api.example.com/v1").bearer(TOKEN);
    builder
        .transport(Arc::new(recorder.clone()))
        .build()
        .unwrap()
}

/// A recorder that answers the operations above.
fn recorder() -> Recorder {
    let recorder = Recorder::new();
    recorder.answer("transfer", 200, "{}");
    recorder.answer("upload", 200, "{}");
    recorder
}

async fn transfer(recorder: &Recorder) {
    let session = session(recorder);
    let mut request = session.request(&TRANSFER);
    request
        .path("person", "Ada Lovelace")
        .path("id", "7/8")
        .query("email", "ada@example.com")
        .query("dry", &true);
    request.header("X-Pin", "1234");
    request.json(&json!({
        "payee": {"name": "Ada", "iban": "GB00"},
        "lines": [{"note": "rent", "amount": "1.00"}, {"amount": "2.00"}, {"note": null}],
        "tags": {"home": "London"},
        "open": {"plan": "basic", "a/b": 1, "nickname": "Countess", "plans": ["Engine"]},
        "a/b": "hunter2",
        "amount": "3.00",
    }));
    request.send_json::<Value, Value>().await.unwrap();
}

#[tokio::test]
async fn secrets_and_personal_data_are_replaced_wherever_they_stand() {
    let recorder = recorder();
    transfer(&recorder).await;
    assert_eq!(
        recorder.last().unwrap().to_string(),
        r#"POST https://api.example.com/v1/people/[personal]/transfers/7%2F8
? email = [personal]
? dry = true
accept: application/json
authorization: Bearer [secret]
content-type: application/json
user-agent: florin/[version]
x-pin: [secret]

{
  "a/b": "[secret]",
  "amount": "3.00",
  "lines": [
    {
      "amount": "1.00",
      "note": "[personal]"
    },
    {
      "amount": "2.00"
    },
    {
      "note": null
    }
  ],
  "open": {
    "a/b": 1,
    "nickname": "[personal]",
    "plan": "basic",
    "plans": "[personal]"
  },
  "payee": "[personal]",
  "tags": {
    "home": "[personal]"
  }
}"#
    );
}

/// The transfer, as the recorder shows it on another route.
async fn transferred_on(route: &str) -> String {
    let recorder = recorder();
    let session = Session::builder("https://api.example.com/v1")
        .bearer(TOKEN)
        .transport(Arc::new(recorder.clone()))
        .path(&TRANSFER, route)
        .build()
        .unwrap();
    let mut request = session.request(&TRANSFER);
    request
        .path("person", "Ada & Lovelace")
        .path("id", "7/8")
        .query("email", "ada@example.com");
    request.send_json::<Value, Value>().await.unwrap();
    let shown = recorder.last().unwrap().to_string();
    let (head, _) = shown.split_once("\naccept").unwrap();
    head.to_owned()
}

#[tokio::test]
async fn a_value_of_the_path_stays_hidden_wherever_another_route_puts_it() {
    for (route, shown) in [
        (
            "PUT /transfers/{id}/of-{person}/",
            "PUT https://api.example.com/v1/transfers/7%2F8/[personal]/\n? email = [personal]",
        ),
        (
            "/transfers/?&kind=own&who={person}&id={id}",
            "POST https://api.example.com/v1/transfers/\n? kind = own\n? who = [personal]\n? id = 7/8\n\
             ? email = [personal]",
        ),
        (
            "/transfers/{id}?who={person}",
            "POST https://api.example.com/v1/transfers/7%2F8\n? who = [personal]\n? email = [personal]",
        ),
    ] {
        assert_eq!(transferred_on(route).await, shown);
    }
}

#[tokio::test]
async fn made_up_personal_data_can_be_shown_and_secrets_still_cannot() {
    let recorder = recorder().with_personal_data();
    transfer(&recorder).await;
    let shown = recorder.last().unwrap().to_string();
    for personal in [
        "Ada%20Lovelace",
        "ada@example.com",
        "GB00",
        "rent",
        "London",
    ] {
        assert!(shown.contains(personal), "{personal} in {shown}");
    }
    for secret in ["hunter2", "1234", TOKEN, "[personal]"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[tokio::test]
async fn credentials_in_headers_of_any_form_are_hidden() {
    let recorder = recorder();
    let session = Session::builder("https://api.example.com")
        .anonymous()
        .header("Authorization", "canary-without-scheme")
        .header("X-Api-Key", "canary-key")
        .header("Cookie", "session=canary-cookie; theme=dark")
        .transport(Arc::new(recorder.clone()))
        .build()
        .unwrap();
    session
        .request(&UPLOAD)
        .send_empty::<Value>()
        .await
        .unwrap();
    let sent = recorder.last().unwrap();
    assert_eq!(sent.header("authorization"), Some("[secret]"));
    assert!(!sent.to_string().contains("canary"), "{sent}");
    assert!(!format!("{sent:?} {recorder:?}").contains("canary"));
}

#[tokio::test]
async fn a_form_is_shown_field_by_field_without_its_secrets() {
    static FORM: Operation = Operation::new("form", Method::POST, "/token")
        .sensitive(&[secret(Place::Body, "/password")]);
    let recorder = recorder();
    recorder.answer("form", 200, "{}");
    let session = session(&recorder);
    let mut request = session.request(&FORM);
    request.form(&json!({"grant_type": "password", "password": "hun&ter2", "user name": "ada+1@example.com"}));
    request.send_empty::<Value>().await.unwrap();
    let body = recorder.last().unwrap().body.unwrap();
    assert_eq!(
        body,
        "grant_type = password\npassword = [secret]\nuser name = ada+1@example.com"
    );
}

#[tokio::test]
async fn a_form_of_several_parts_is_shown_as_one_json_without_its_secrets_and_files() {
    static FORM: Operation = Operation::new("parts", Method::POST, "/documents").sensitive(&[
        secret(Place::Body, "/document/name"),
        secret(Place::Body, "/scan"),
    ]);
    let recorder = recorder();
    recorder.answer("parts", 200, "{}");
    let session = session(&recorder);
    let mut form = Multipart::new();
    form.json("document", &json!({"name": "canary", "id": "d-1"}))
        .file("scan", FilePart::new("canary.pdf", "canary"))
        .file("terms", FilePart::new("terms.pdf", "%PDF"));
    let mut request = session.request(&FORM);
    request.multipart(form);
    request.send_empty::<Value>().await.unwrap();
    let sent = recorder.last().unwrap();
    assert_eq!(
        sent.body,
        Some(json!({
            "document": {"name": "[secret]", "id": "d-1"},
            "scan": "[secret]",
            "terms": "[4 bytes]",
        }))
    );
    assert!(!format!("{sent} {sent:?}").contains("canary"));
}

#[tokio::test]
async fn a_body_that_is_no_json_is_shown_as_text_or_by_its_size() {
    let recorder = recorder();
    let session = session(&recorder);
    let mut request = session.request(&UPLOAD);
    request.text("text/csv", "id;amount\n1;2.00");
    request.send_empty::<Value>().await.unwrap();
    let shown = recorder.last().unwrap().to_string();
    assert!(
        shown.contains("\ncontent-type: text/csv\n") && shown.ends_with("\n\nid;amount\n1;2.00"),
        "{shown}"
    );

    let mut request = session.request(&UPLOAD);
    request.bytes(vec![0xff, 0xfe, 0x00]);
    request.send_empty::<Value>().await.unwrap();
    assert_eq!(recorder.last().unwrap().body.unwrap(), "[3 bytes]");

    // Which part of a text is sensitive can't be told, so none of it is shown.
    let mut request = session.request(&TRANSFER);
    request
        .path("person", "p")
        .path("id", "1")
        .text("text/plain", "pay Ada");
    request.send_empty::<Value>().await.unwrap();
    assert_eq!(recorder.last().unwrap().body.unwrap(), "[7 bytes]");
}

#[tokio::test]
async fn answers_are_given_in_turn_and_the_last_one_stays() {
    let recorder = Recorder::new();
    for n in 1..=2 {
        recorder.answer("upload", 200, json!({"n": n}).to_string());
    }
    let session = session(&recorder);
    let mut got = Vec::new();
    for _ in 0..4 {
        got.push(
            session
                .request(&UPLOAD)
                .send_json::<Value, Value>()
                .await
                .unwrap()
                .into_inner()["n"]
                .clone(),
        );
    }
    assert_eq!(got, [1, 2, 2, 2]);
}

#[tokio::test(start_paused = true)]
async fn an_operation_without_an_answer_is_recorded_and_fails_once_with_a_hint() {
    let recorder = Recorder::new();
    let error: Error<Value> = session(&recorder)
        .request(&UPLOAD)
        .send_empty()
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent);
    let told = format!("{error:#}");
    assert!(
        told.contains("upload") && told.contains("Recorder::answer"),
        "{told}"
    );
    assert_eq!(
        recorder.requests_of("upload").len(),
        1,
        "a hopeless request is not repeated"
    );
}
