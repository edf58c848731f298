//! Which idempotency key a request goes with, and which requests don't go because of theirs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;
mod scripted_source;

use std::sync::Arc;
use std::time::Duration;

use florin_core::http::Method;
use florin_core::{
    ConfigError, Effect, Error, IdempotencyKey, KeyMemory, Limits, Operation, Phase, Response,
    Retry, RetryPolicy, Session, Token,
};
use scripted::{
    KEYED, Scripted, Step, anonymous, body, call, cut, lost, settings, status, unreachable,
};
use scripted_source::{Source, cache, refused};
use serde_json::{Value, json};

static PAY: Operation = Operation::new("pay", Method::POST, "/payments")
    .retry(Retry::Keyed)
    .replays()
    .key_header("Idempotency-Key");
static PAY_OUT: Operation = Operation::new("pay_out", Method::POST, "/payouts/{id}")
    .retry(Retry::Keyed)
    .key_header("Idempotency-Key");
const HOUR: Duration = Duration::from_secs(60 * 60);

fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::new(text).unwrap()
}

type Outcome = Result<Response<Value>, Error>;

/// Pays `amount` under `key`.
async fn pay(session: &Session, key: &str, amount: &str) -> Outcome {
    let mut request = session.request(&PAY);
    request.idempotency_key(&self::key(key));
    request.json(&json!({ "amount": amount }));
    request.send_json().await
}

fn once(transport: &Arc<Scripted>) -> Session {
    let once = settings(transport).anonymous().retry(RetryPolicy::never());
    once.build().unwrap()
}

fn keys(transport: &Scripted) -> Vec<String> {
    let sent = transport.sent().into_iter();
    sent.map(|sent| sent.header("idempotency-key").unwrap().to_owned())
        .collect()
}

/// Refused before it is sent, and nothing to ask again with.
fn refusal(outcome: Outcome, effect: Effect) -> String {
    let error = outcome.unwrap_err();
    assert!(error.is_invalid_request() && !error.is_retryable() && !error.is_transient());
    assert_eq!((error.effect(), error.attempts()), (effect, 0));
    assert_eq!(error.idempotency_key(), None);
    error.to_string()
}

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
async fn another_request_under_a_known_key_is_refused() {
    let transport = Scripted::new([status(200), status(422), lost(), status(200)]);
    let session = once(&transport);
    for name in ["done", "refused", "lost"] {
        let _ = pay(&session, name, "1").await;
        let said = refusal(pay(&session, name, "2").await, Effect::NotSent);
        assert!(
            said.contains("another request went under its idempotency key")
                && said.contains("new key")
                && !said.contains(name),
            "{said}"
        );
    }
    assert_eq!(transport.attempts(), 3);

    // Elsewhere is another request too, and so is nothing where there was something.
    pay(&session, "k", "1").await.unwrap();
    let mut request = session.request(&PAY_OUT);
    request.path("id", &1).idempotency_key(&key("k"));
    request.json(&json!({ "amount": "1" }));
    refusal(request.send_json().await, Effect::NotSent);
    let mut request = session.request(&PAY);
    request.idempotency_key(&key("k"));
    refusal(request.send_json().await, Effect::NotSent);
}

#[tokio::test(start_paused = true)]
async fn of_two_requests_at_once_under_one_key_the_second_is_refused() {
    let transport = Scripted::new([Step::Slow(Duration::from_secs(1), 200), status(200)]);
    let session = anonymous(&transport);
    let (first, other) = tokio::join!(pay(&session, "k", "1"), pay(&session, "k", "2"));
    assert!(first.is_ok());
    refusal(other, Effect::NotSent);
    // The same one twice is one request.
    let transport = Scripted::new([Step::Slow(Duration::from_secs(1), 200), status(200)]);
    let session = anonymous(&transport);
    let (first, same) = tokio::join!(pay(&session, "k", "1"), pay(&session, "k", "1"));
    assert!(first.is_ok() && same.is_ok());
    assert_eq!(keys(&transport), ["k", "k"]);
}

#[tokio::test(start_paused = true)]
async fn the_same_request_may_be_asked_for_again_until_its_key_is_23_hours_old() {
    let transport = Scripted::new([lost(), status(503), status(200)]);
    let session = once(&transport);
    let error = pay(&session, "k", "1").await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    tokio::time::advance(HOUR * 12).await;
    pay(&session, "k", "1").await.unwrap_err();
    tokio::time::advance(HOUR * 11 - Duration::from_secs(1)).await;
    pay(&session, "k", "1").await.unwrap();
    tokio::time::advance(Duration::from_secs(1)).await;
    let said = refusal(pay(&session, "k", "1").await, Effect::MaybeApplied);
    assert!(
        said.contains("23 hours") && said.contains("look whether it was carried out"),
        "{said}"
    );
    tokio::time::advance(HOUR * 1000).await;
    refusal(pay(&session, "k", "1").await, Effect::MaybeApplied);
    assert_eq!(transport.attempts(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_call_does_not_send_its_key_once_that_is_too_old() {
    let session = |transport: &Arc<Scripted>| {
        let limits = Limits::default().total(HOUR * 24).attempt(HOUR * 24);
        let settings = settings(transport).anonymous().limits(limits);
        let patient = RetryPolicy::default().with_max_retry_after(HOUR * 24);
        settings.retry(patient).build().unwrap()
    };
    // The provider asks to come back after that.
    let transport = Scripted::new([scripted::with_header(503, "retry-after", "82800")]);
    let error = pay(&session(&transport), "k", "1").await.unwrap_err();
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
    // Before that, it does.
    let before = scripted::with_header(503, "retry-after", "82799");
    let transport = Scripted::new([before, status(200)]);
    pay(&session(&transport), "k", "1").await.unwrap();

    // An attempt is given up in time, however long it might take.
    let started = tokio::time::Instant::now();
    let transport = Scripted::new([Step::Hang]);
    let error = pay(&session(&transport), "k", "1").await.unwrap_err();
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
    assert_eq!(started.elapsed().as_secs(), 23 * 60 * 60);
}

#[tokio::test(start_paused = true)]
async fn a_key_that_was_never_sent_is_free_for_another_request() {
    let transport = Scripted::new([unreachable(), status(200)]);
    let session = once(&transport);
    let error = pay(&session, "k", "1").await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent);
    pay(&session, "k", "2").await.unwrap();
    refusal(pay(&session, "k", "1").await, Effect::NotSent);
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_refused_here_leaves_its_key_free() {
    let transport = Scripted::new([status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&PAY_OUT);
    request.path("id", "..").idempotency_key(&key("k"));
    refusal(request.send_json().await, Effect::NotSent);
    pay(&session, "k", "2").await.unwrap();
}

/// Tokens after these steps, and no retry.
fn with_tokens(
    transport: &Arc<Scripted>,
    steps: impl IntoIterator<Item = scripted_source::Step>,
) -> Session {
    let source = Source::new(&scripted::seam(), 3600, 0).then(steps);
    let settings = settings(transport).tokens(cache(&source, &scripted::seam()));
    settings.retry(RetryPolicy::never()).build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_call_without_a_token_leaves_its_key_free() {
    let session = with_tokens(&Scripted::new([]), [refused()]);
    for amount in ["1", "2"] {
        let error = pay(&session, "k", amount).await.unwrap_err();
        assert!(error.is_auth(), "{error}");
        assert_eq!(error.effect(), Effect::NotSent);
        assert_eq!(error.idempotency_key(), Some(&key("k")));
    }
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
async fn what_an_earlier_call_left_in_doubt_stays_in_doubt_under_the_same_key() {
    for first in [lost(), status(503), cut(200), status(200)] {
        let transport = Scripted::new([first, unreachable(), status(422), status(401)]);
        let only = scripted_source::Step::Give(Token::new("only"));
        let session = with_tokens(&transport, [only, refused()]);
        let _ = pay(&session, "k", "1").await;
        // Not sent, refused, refused and no other token to be had, no token at all: each of it could be said of what was done.
        for _ in 0..4 {
            let error = pay(&session, "k", "1").await.unwrap_err();
            assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
            assert!(!error.is_retryable());
            assert_eq!(error.idempotency_key(), Some(&key("k")));
        }
        assert_eq!(transport.attempts(), 4);
    }
}

#[tokio::test(start_paused = true)]
async fn what_another_call_under_the_same_key_has_on_its_way_is_in_doubt() {
    for (takes, status) in [(1, 422), (3, 200)] {
        let hangs = Step::Slow(Duration::from_secs(takes), status);
        let transport = Scripted::new([hangs, unreachable(), unreachable()]);
        let session = once(&transport);
        let (_, error) = tokio::join!(pay(&session, "k", "1"), async {
            pay(&session, "k", "1").await.unwrap_err()
        });
        assert_eq!(error.effect(), Effect::MaybeApplied);
        // Once it is refused, nobody has done it.
        let error = pay(&session, "k", "1").await.unwrap_err();
        let effect = [Effect::MaybeApplied, Effect::NotSent][usize::from(status == 422)];
        assert_eq!(error.effect(), effect);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_on_the_way_leaves_its_key_taken_and_in_doubt() {
    let transport = Scripted::new([Step::Hang, unreachable()]);
    let session = once(&transport);
    let second = Duration::from_secs(1);
    tokio::time::timeout(second, pay(&session, "k", "1"))
        .await
        .unwrap_err();
    refusal(pay(&session, "k", "2").await, Effect::NotSent);
    let error = pay(&session, "k", "1").await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
}

#[tokio::test(start_paused = true)]
async fn clones_and_sessions_with_one_memory_share_it_and_others_do_not() {
    let transport = Scripted::new([status(200), status(200)]);
    let memory = KeyMemory::default();
    let session = || {
        let settings = settings(&transport).anonymous();
        settings.key_memory(memory.clone()).build().unwrap()
    };
    let first = session();
    pay(&first, "k", "1").await.unwrap();
    refusal(pay(&first.clone(), "k", "2").await, Effect::NotSent);
    refusal(pay(&session(), "k", "2").await, Effect::NotSent);
    pay(&anonymous(&transport), "k", "2").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_key_from_another_process_keeps_its_age_and_its_doubt() {
    let transport = Scripted::new([unreachable(), status(200)]);
    let session = once(&transport);
    let pay_since = async |date: &str| -> Outcome {
        let mut request = session.request(&PAY);
        request.idempotency_key_since(&key("k"), date.parse().unwrap());
        request.send_json().await
    };
    // It is midnight, the first of January.
    let said = refusal(
        pay_since("2025-12-31T01:00:00Z").await,
        Effect::MaybeApplied,
    );
    assert!(said.contains("23 hours"), "{said}");
    let said = refusal(
        pay_since("2026-01-01T01:00:01Z").await,
        Effect::MaybeApplied,
    );
    assert!(said.contains("in the future"), "{said}");
    let error = pay_since("2025-12-31T01:00:01Z").await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    pay_since("2025-12-31T01:00:01Z").await.unwrap();
    tokio::time::advance(Duration::from_secs(1)).await;
    refusal(pay(&session, "k", "1").await, Effect::NotSent);
    refusal(call_with(&session, "k").await, Effect::MaybeApplied);
}

async fn call_with(session: &Session, key: &str) -> Outcome {
    let mut request = session.request(&PAY);
    request.idempotency_key(&self::key(key));
    request.send_json().await
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
        "pay: the provider refused, status 500 Internal Server Error: it keeps this answer and gives it again under the \
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
