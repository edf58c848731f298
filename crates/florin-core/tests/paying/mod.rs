//! Payments under a key: what is common to the tests of keys.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;
use std::time::Duration;

use florin_core::http::Method;
use florin_core::{
    Effect, Error, IdempotencyKey, Operation, Response, Retry, RetryPolicy, Session,
};
use serde_json::{Value, json};

use crate::scripted::{self, Scripted, settings};
use crate::scripted_source::{self, Source, cache};

pub(crate) static PAY: Operation = Operation::new("pay", Method::POST, "/payments")
    .retry(Retry::Keyed)
    .replays()
    .key_header("Idempotency-Key");
pub(crate) static PAY_OUT: Operation = Operation::new("pay_out", Method::POST, "/payouts/{id}")
    .retry(Retry::Keyed)
    .key_header("Idempotency-Key");
pub(crate) const HOUR: Duration = Duration::from_secs(60 * 60);

pub(crate) fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::new(text).unwrap()
}

pub(crate) type Outcome = Result<Response<Value>, Error>;

/// Pays `amount` under `key`.
pub(crate) async fn pay(session: &Session, key: &str, amount: &str) -> Outcome {
    let mut request = session.request(&PAY);
    request.idempotency_key(&self::key(key));
    request.json(&json!({ "amount": amount }));
    request.send_json().await
}

pub(crate) fn once(transport: &Arc<Scripted>) -> Session {
    let once = settings(transport).anonymous().retry(RetryPolicy::never());
    once.build().unwrap()
}

pub(crate) fn keys(transport: &Scripted) -> Vec<String> {
    let sent = transport.sent().into_iter();
    sent.map(|sent| sent.header("idempotency-key").unwrap().to_owned())
        .collect()
}

/// Refused before it is sent, and nothing to ask again with.
pub(crate) fn refusal(outcome: Outcome, effect: Effect) -> String {
    let error = outcome.unwrap_err();
    assert!(error.is_invalid_request() && !error.is_retryable() && !error.is_transient());
    assert_eq!((error.effect(), error.attempts()), (effect, 0));
    assert_eq!(error.idempotency_key(), None);
    error.to_string()
}

/// Tokens after these steps, and no retry.
pub(crate) fn with_tokens(
    transport: &Arc<Scripted>,
    steps: impl IntoIterator<Item = scripted_source::Step>,
) -> Session {
    let source = Source::new(&scripted::seam(), 3600, 0).then(steps);
    let settings = settings(transport).tokens(cache(&source, &scripted::seam()));
    settings.retry(RetryPolicy::never()).build().unwrap()
}
