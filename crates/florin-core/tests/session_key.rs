//! Which idempotency key a request goes with, and what is said of it afterwards.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod paying;
mod scripted;
mod scripted_source;

use florin_core::http::Method;
use florin_core::{ConfigError, Effect, Error, Operation, Phase, Retry, Session};
use paying::{Outcome, PAY, PAY_OUT, key, keys, once, pay, refusal, with_tokens};
use scripted::{
    KEYED, Scripted, Step, anonymous, body, call, cut, lost, settings, status, unreachable,
};
use serde_json::json;

#[tokio::test(start_paused = true)]
async fn each_call_gets_a_key_of_its_own_and_keeps_it_over_its_attempts() {
    let transport = Scripted::new([lost(), status(503), cut(200), status(200), status(200)]);
    let session = anonymous(&transport);
    let first = call(&session, &PAY).await.unwrap();
    let second = call(&session, &PAY).await.unwrap();
    let keys = keys(&transport);
    assert_eq!(keys[0].len(), 36);
    assert!(keys[..4].iter().all(|key| *key == keys[0]));
    assert_ne!(keys[0], keys[4]);
    assert_eq!(first.idempotency_key().unwrap().as_str(), keys[0]);
    let mapped = second.map(|_| ());
    assert_eq!(mapped.idempotency_key().unwrap().as_str(), keys[4]);
}

#[tokio::test(start_paused = true)]
async fn a_stored_500_that_is_cut_off_is_asked_for_once_as_a_whole_one_is() {
    for step in [cut(500), status(500)] {
        let transport = Scripted::new([step]);
        let error = call(&anonymous(&transport), &PAY).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(keys(&transport).len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn an_operation_that_takes_no_key_gets_none_and_refuses_one() {
    let transport = Scripted::new([status(200)]);
    let session = anonymous(&transport);
    let answer = call(&session, &KEYED).await.unwrap();
    assert_eq!(answer.idempotency_key(), None);
    assert_eq!(transport.only().header("idempotency-key"), None);
    let mut request = session.request(&KEYED);
    request.idempotency_key(&key("k"));
    let said = refusal(request.send_json().await, Effect::NotSent);
    assert!(said.contains("takes no idempotency key"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn the_callers_key_goes_along_and_comes_back() {
    let transport = Scripted::new([status(200), status(422), body(200, "<html>"), lost()]);
    let session = once(&transport);
    let answer = pay(&session, "k-1", "1").await.unwrap();
    assert_eq!(answer.idempotency_key(), Some(&key("k-1")));
    for (name, effect) in [
        ("k-2", Effect::Answered),
        ("k-3", Effect::MaybeApplied),
        ("k-4", Effect::MaybeApplied),
    ] {
        let error = pay(&session, name, "1").await.unwrap_err();
        assert_eq!(error.idempotency_key(), Some(&key(name)));
        assert_eq!(error.effect(), effect);
        let shown = format!("{error} {error:?} {error:#}");
        assert!(!shown.contains(name), "{shown}");
    }
    assert_eq!(keys(&transport), ["k-1", "k-2", "k-3", "k-4"]);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_an_error_is_made_of_brings_its_key() {
    let transport = Scripted::new([status(200)]);
    let answer = pay(&anonymous(&transport), "k", "1").await.unwrap();
    let error: Error = Error::unusable_answer(&PAY, "status isn't there").with_answer(&answer);
    assert_eq!(error.idempotency_key(), Some(&key("k")));
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_set_as_a_header_is_one_like_any_other() {
    let transport = Scripted::new([status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&PAY);
    request.header("idempotency-KEY", "k-1").json(&1);
    let answer: Outcome = request.send_json().await;
    assert_eq!(answer.unwrap().idempotency_key(), Some(&key("k-1")));
    let sent = transport.only();
    assert_eq!(sent.headers.get_all("idempotency-key").iter().count(), 1);

    for value in ["", "hunter2 hunter2", "hünter2"] {
        let mut request = session.request(&PAY);
        request.header("Idempotency-Key", value);
        let said = refusal(request.send_json().await, Effect::NotSent);
        assert!(said.contains("255") && !said.contains("nter2"), "{said}");
    }
    let mut request = session.request(&PAY);
    request.header("Idempotency-Key", "k-1").json(&2);
    let said = refusal(request.send_json().await, Effect::NotSent);
    assert!(said.contains("another request"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn two_keys_for_one_request_are_refused() {
    let transport = Scripted::new([status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&PAY);
    request
        .idempotency_key(&key("k-1"))
        .idempotency_key(&key("k-2"));
    let said = refusal(request.send_json().await, Effect::NotSent);
    assert!(said.contains("two idempotency keys"), "{said}");
    let mut request = session.request(&PAY);
    request
        .idempotency_key(&key("k"))
        .header("Idempotency-Key", "k");
    assert!(request.send_empty::<()>().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_key_for_all_calls_of_a_session_is_refused() {
    let transport = Scripted::new([]);
    let with_header = |name: &str| -> Result<Session, ConfigError> {
        settings(&transport).anonymous().header(name, "k").build()
    };
    for name in ["Idempotency-Key", "idempotency-key"] {
        let error = with_header(name).unwrap_err();
        assert!(error.to_string().contains("leave it out"), "{error}");
    }
    // Of another name, it is found as soon as there is an operation that takes it.
    static OTHER: Operation = Operation::new("pay", Method::POST, "/payments")
        .retry(Retry::Keyed)
        .key_header("X-Request-Key");
    let session = with_header("x-request-key").unwrap();
    let said = refusal(call(&session, &OTHER).await, Effect::NotSent);
    assert!(said.contains("the same for all calls"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn the_key_goes_along_with_another_token() {
    let transport = Scripted::new([status(401), status(200)]);
    let session = with_tokens(&transport, []);
    call(&session, &PAY).await.unwrap();
    let sent = transport.sent();
    assert_eq!(
        [sent[0].token(), sent[1].token()],
        [Some("token-1"), Some("token-2")]
    );
    let keys = keys(&transport);
    assert_eq!(keys[0], keys[1]);
}

#[tokio::test(start_paused = true)]
async fn a_500_that_the_provider_keeps_says_so_and_what_a_new_key_would_do() {
    let transport = Scripted::new([status(500)]);
    let error = pay(&anonymous(&transport), "k", "1").await.unwrap_err();
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
    assert_eq!(
        error.to_string(),
        "pay: the provider failed, status 500 Internal Server Error: it keeps this answer and gives it again under the \
         same idempotency key; a new key would make a new request, for a payment a second one, so look first whether it \
         was carried out; maybe applied"
    );
    // Of a provider that keeps nothing, it is tried again.
    let transport = Scripted::new([status(500), status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&PAY_OUT);
    request.path("id", &1);
    request.send_empty::<()>().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_call_that_ends_in_doubt_says_to_ask_again_with_its_key() {
    let advice = ": ask again with the same idempotency key; maybe applied";
    let hung = || Step::Hang;
    for doubt in [lost, hung, || cut(200), || status(503), || status(302)] {
        let transport = Scripted::new([doubt()]);
        let error = pay(&once(&transport), "k-1", "1").await.unwrap_err();
        let said = error.to_string();
        assert!(said.ends_with(advice) && !said.contains("k-1"), "{said}");
    }
    // Over several attempts, and under a key that an earlier call left in doubt.
    let transport = Scripted::new([status(502), status(504), lost(), status(503)]);
    let session = anonymous(&transport);
    let error = pay(&session, "k", "1").await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "pay: the provider failed, status 503 Service Unavailable: ask again with the same idempotency key; maybe applied \
         after 4 attempts"
    );
    let session = once(&Scripted::new([lost(), unreachable()]));
    for _ in 0..2 {
        let error = pay(&session, "k", "1").await.unwrap_err();
        assert!(error.to_string().ends_with(advice), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_said_of_a_key_that_would_bring_nothing_else_or_that_there_is_not() {
    let advised = |error: Error| error.to_string().contains("ask again");
    for step in [unreachable(), status(422), status(429), body(200, "<html>")] {
        let transport = Scripted::new([step]);
        let error = pay(&once(&transport), "k", "1").await.unwrap_err();
        assert!(!advised(error));
    }
    let transport = Scripted::new([status(503), status(422)]);
    let error = pay(&anonymous(&transport), "k", "1").await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert!(!advised(error));
    // No key, and a key that nobody has promised anything for.
    static CUSTOM: Operation =
        Operation::new("custom", Method::POST, "/other").key_header("Idempotency-Key");
    for operation in [&KEYED, &CUSTOM] {
        let error = call(&once(&Scripted::new([lost()])), operation).await;
        assert!(!advised(error.unwrap_err()));
    }
}

#[tokio::test(start_paused = true)]
async fn the_fingerprint_is_that_of_method_url_and_body() {
    let transport = Scripted::new([]);
    let session = settings(&transport)
        .anonymous()
        .default_query(&PAY, "user_id", 42)
        .build()
        .unwrap();
    let mut request = session.request(&PAY);
    request.json(&json!({ "amount": "1" }));
    let bare = request.fingerprint::<()>().unwrap();
    // Neither the key nor a header makes another request of it, and looking changes nothing.
    request.idempotency_key(&key("k")).header("X-Trace", "1");
    assert_eq!(request.fingerprint::<()>().unwrap(), bare);
    let mut other = session.request(&PAY);
    other.query("user_id", &43).json(&json!({ "amount": "1" }));
    assert_ne!(other.fingerprint::<()>().unwrap(), bare);
    let mut same = session.request(&PAY);
    same.query("user_id", &42).json(&json!({ "amount": "1" }));
    assert_eq!(same.fingerprint::<()>().unwrap(), bare);
    same.header("X-Bad", "\n");
    let error = same.fingerprint::<()>().unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_loss_for_good_keeps_the_key() {
    let transport = Scripted::new([Step::LoseForGood(Phase::Sent)]);
    let error = pay(&anonymous(&transport), "k", "1").await.unwrap_err();
    assert_eq!(error.idempotency_key(), Some(&key("k")));
    assert!(!error.is_retryable());
}
