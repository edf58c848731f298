//! Bodies of several parts, sent and sent again.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use florin_core::http::Method;
use florin_core::{Effect, FilePart, Fingerprint, Multipart, Operation, Retry, read_multipart};
use scripted::{Scripted, anonymous, lost, status};
use serde_json::{Value, json};

static UPLOAD: Operation = Operation::new("upload", Method::POST, "/documents")
    .retry(Retry::Keyed)
    .key_field("document.externalId");

fn form(document: &Value) -> Multipart {
    let mut form = Multipart::new();
    let file = FilePart::new("a.pdf", b"%PDF \xff".as_slice()).media_type("application/pdf");
    form.json("document", document).file("file", file);
    form
}

#[tokio::test(start_paused = true)]
async fn each_attempt_sends_the_same_bytes() {
    let transport = Scripted::new([lost(), status(503), status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&UPLOAD);
    request.multipart(form(&json!({ "externalId": "e-1" })));
    request.send_empty::<()>().await.unwrap();
    let sent = transport.sent();
    assert_eq!(sent.len(), 3);
    for attempt in &sent {
        assert_eq!(attempt.body, sent[0].body);
        let media_type = attempt.header("content-type").unwrap();
        let parts = read_multipart(media_type, attempt.body.as_deref().unwrap()).unwrap();
        assert_eq!(parts[0].content, br#"{"externalId":"e-1"}"#);
        assert_eq!(parts[1].content, b"%PDF \xff");
    }
}

#[tokio::test(start_paused = true)]
async fn without_the_field_in_its_part_a_call_in_doubt_is_not_repeated() {
    for document in [
        json!({}),
        json!({ "externalId": "" }),
        json!({ "document": { "externalId": "e-1" } }),
    ] {
        let transport = Scripted::new([lost()]);
        let session = anonymous(&transport);
        let mut request = session.request(&UPLOAD);
        request.multipart(form(&document));
        let error = request.send_empty::<()>().await.unwrap_err();
        assert_eq!(
            (error.effect(), transport.attempts()),
            (Effect::MaybeApplied, 1)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn what_no_form_can_hold_is_refused_before_it_is_sent() {
    let transport = Scripted::new([]);
    let session = anonymous(&transport);
    let mut request = session.request(&UPLOAD);
    let mut form = form(&json!({}));
    form.file("other", FilePart::new("a", "").media_type("pdf"));
    request.multipart(form);
    let error = request.send_empty::<()>().await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert_eq!((error.effect(), transport.attempts()), (Effect::NotSent, 0));
}

#[test]
fn the_same_form_has_the_same_fingerprint() {
    let transport = Scripted::new([]);
    let session = anonymous(&transport);
    let fingerprint = |document: &Value| -> Fingerprint {
        let mut request = session.request(&UPLOAD);
        request.multipart(form(document));
        request.fingerprint::<()>().unwrap()
    };
    assert_eq!(
        fingerprint(&json!({ "a": 1 })),
        fingerprint(&json!({ "a": 1 }))
    );
    assert_ne!(
        fingerprint(&json!({ "a": 1 })),
        fingerprint(&json!({ "a": 2 }))
    );
}
