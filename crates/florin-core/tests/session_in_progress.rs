//! What a session does while the provider is still at the first request under the same key.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::time::Duration;

use florin_core::http::Method;
use florin_core::{Backoff, Budget, Effect, IdempotencyKey, Limits, Operation, Retry, RetryPolicy};
use scripted::{Scripted, anonymous, call, failure, lost, play, settings, status, with_header};

static PAY: Operation = Operation::new("pay", Method::POST, "/payments")
    .retry(Retry::Keyed)
    .replays()
    .key_header("Idempotency-Key")
    .in_progress(409);

#[tokio::test(start_paused = true)]
async fn it_is_asked_again_under_the_same_key_until_it_is_done() {
    let steps = [lost()]
        .into_iter()
        .chain((0..8).map(|_| status(409)))
        .chain([status(200)]);
    let transport = Scripted::new(steps);
    let answer = call(&anonymous(&transport), &PAY).await.unwrap();
    let key = answer.idempotency_key().unwrap().as_str();
    let sent = transport.sent();
    assert_eq!(sent.len(), 10);
    assert!(
        sent.iter()
            .all(|sent| sent.header("idempotency-key") == Some(key))
    );
    // Half of the backoff where no chance is added; none at all after a loss.
    assert_eq!(
        transport.pauses(),
        [0.0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10.0]
    );
}

#[tokio::test(start_paused = true)]
async fn the_provider_says_when_to_come_back() {
    let asked = || with_header(409, "retry-after", "7");
    let transport = Scripted::new([asked(), asked(), status(200)]);
    call(&anonymous(&transport), &PAY).await.unwrap();
    assert_eq!(transport.pauses(), [7.1, 7.2]);

    let transport = Scripted::new([with_header(409, "retry-after", "61")]);
    let error = call(&anonymous(&transport), &PAY).await.unwrap_err();
    assert!(error.is_in_progress());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
}

#[tokio::test(start_paused = true)]
async fn waiting_takes_no_try_and_no_budget_from_failures() {
    let transport = Scripted::new(
        (0..5)
            .map(|_| status(409))
            .chain([status(503), status(409), lost(), status(502), status(409)])
            .chain([status(200)]),
    );
    let budget = Budget::new(3, 10).unwrap();
    let session = settings(&transport)
        .anonymous()
        .budget(budget.clone())
        .build()
        .unwrap();
    call(&session, &PAY).await.unwrap();
    assert_eq!(transport.attempts(), 11);

    let steps = [409, 503, 409, 503, 409, 503, 503].map(status);
    let error = failure(&PAY, steps).await;
    assert_eq!(error.attempts(), 7);
    assert!(!error.is_in_progress());
}

#[tokio::test(start_paused = true)]
async fn it_is_given_up_when_the_time_of_the_call_is_up() {
    let transport = Scripted::new((0..100).map(|_| status(409)));
    let session = settings(&transport)
        .anonymous()
        .limits(Limits::default().total(Duration::from_secs(60)))
        .build()
        .unwrap();
    let started = tokio::time::Instant::now();
    let error = call(&session, &PAY).await.unwrap_err();
    assert_eq!(started.elapsed().as_secs_f64(), 52.7);
    assert!(error.is_in_progress() && error.is_conflict() && error.is_transient());
    // Made again as it is, it would go under a new key.
    assert!(!error.is_retryable());
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let sent = transport.sent();
    assert_eq!(
        error.idempotency_key().map(IdempotencyKey::as_str),
        sent[0].header("idempotency-key")
    );
    assert_eq!(
        error.to_string(),
        "pay: the provider is still at it, status 409 Conflict: it has the first request under this key in work; ask \
         again with the same idempotency key; maybe applied after 12 attempts"
    );
}

#[tokio::test(start_paused = true)]
async fn a_session_that_repeats_nothing_does_not_ask_again() {
    let transport = Scripted::new([status(409)]);
    let session = settings(&transport)
        .anonymous()
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let error = call(&session, &PAY).await.unwrap_err();
    assert!(error.is_in_progress());
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_that_leaves_it_in_doubt_and_is_no_wait() {
    let error = failure(&PAY, [status(409), status(422)]).await;
    assert!(!error.is_in_progress());
    assert_eq!(error.effect(), Effect::MaybeApplied);
}

#[tokio::test(start_paused = true)]
async fn pauses_are_never_nothing_and_differ() {
    let backoff = Backoff::new(Duration::from_secs(4), Duration::from_secs(4)).unwrap();
    for (fraction, pause) in [(0.0, 2.0), (0.5, 3.0)] {
        let transport = Scripted::new([status(409), status(200)]);
        let start = "2026-01-01T00:00:00Z".parse().unwrap();
        let session = settings(&transport)
            .anonymous()
            .seam(florin_core::Seam::without_chance(start, fraction))
            .retry(RetryPolicy::default().with_backoff(backoff))
            .build()
            .unwrap();
        call(&session, &PAY).await.unwrap();
        assert_eq!(transport.pauses(), [pause]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_conflict_is_one_where_the_spec_does_not_say_otherwise() {
    static PLAIN: Operation = Operation::new("pay", Method::POST, "/payments")
        .retry(Retry::Keyed)
        .key_header("Idempotency-Key");
    static NEVER: Operation =
        Operation::new("register", Method::POST, "/registrations").in_progress(409);
    for operation in [&PLAIN, &NEVER] {
        let (outcome, attempts) = play(operation, [status(409)]).await;
        let error = outcome.unwrap_err();
        assert!(error.is_conflict() && !error.is_in_progress() && attempts == 1);
        assert_eq!(error.effect(), Effect::Answered);
    }
}
