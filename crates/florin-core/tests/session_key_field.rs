//! Operations that the provider knows a repeat of by a field of the body.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use florin_core::http::Method;
use florin_core::{Effect, Error, Operation, Retry};
use scripted::{Scripted, Step, anonymous, lost, status};
use serde_json::{Value, json};

static CREATE: Operation = Operation::new("create", Method::POST, "/orders")
    .retry(Retry::Keyed)
    .key_field("externalId");

/// What comes of one call with this body, and after how many attempts.
async fn play(
    body: Option<Value>,
    steps: impl IntoIterator<Item = Step>,
) -> (Result<(), Error>, usize) {
    let transport = Scripted::new(steps);
    let session = anonymous(&transport);
    let mut request = session.request(&CREATE);
    if let Some(body) = &body {
        request.json(body);
    }
    let outcome = request.send_empty().await.map(|_| ());
    (outcome, transport.attempts())
}

#[tokio::test(start_paused = true)]
async fn a_body_that_has_the_field_is_sent_again() {
    let body = json!({ "externalId": "e-1", "amount": 1 });
    let transport = Scripted::new([lost(), status(503), status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&CREATE);
    request.json(&body);
    request.send_empty::<()>().await.unwrap();
    let sent = transport.sent();
    let text = body.to_string();
    assert_eq!(sent.len(), 3);
    assert!(sent.iter().all(|attempt| attempt.text() == text));
}

#[tokio::test(start_paused = true)]
async fn without_the_field_a_call_in_doubt_is_not_repeated() {
    for body in [
        None,
        Some(json!({ "amount": 1 })),
        Some(json!({ "externalId": null })),
        Some(json!({ "externalId": "" })),
        Some(json!({ "order": { "externalId": "e-1" } })),
        Some(json!(["externalId"])),
    ] {
        let (outcome, attempts) = play(body.clone(), [lost()]).await;
        let error = outcome.unwrap_err();
        assert_eq!(attempts, 1, "{body:?}");
        assert_eq!(error.effect(), Effect::MaybeApplied);
        let (outcome, attempts) = play(body, [status(503)]).await;
        assert_eq!(
            (outcome.unwrap_err().effect(), attempts),
            (Effect::MaybeApplied, 1)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_body_given_counts() {
    let transport = Scripted::new([lost()]);
    let session = anonymous(&transport);
    let mut request = session.request(&CREATE);
    request
        .json(&json!({ "externalId": "e-1" }))
        .json(&json!({}));
    request.send_empty::<()>().await.unwrap_err();
    assert_eq!(transport.attempts(), 1);
    let transport = Scripted::new([lost()]);
    let session = anonymous(&transport);
    let mut request = session.request(&CREATE);
    request.json(&json!({ "externalId": "e-1" })).bytes("{}");
    request.send_empty::<()>().await.unwrap_err();
    assert_eq!(transport.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_stays_in_doubt_says_to_ask_again_with_the_same_field() {
    let body = Some(json!({ "externalId": "e-1" }));
    let (outcome, attempts) = play(body, [lost(), lost(), lost(), lost()]).await;
    let error = outcome.unwrap_err();
    assert_eq!((error.effect(), attempts), (Effect::MaybeApplied, 4));
    assert!(
        error
            .to_string()
            .contains("ask again with the same externalId"),
        "{error}"
    );
}
