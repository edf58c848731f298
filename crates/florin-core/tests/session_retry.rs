//! What a session repeats, how often, after which pause, and when it stops.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::time::Duration;

use florin_core::http::Method;
use florin_core::{Backoff, Budget, Effect, Limits, Operation, Phase, Retry, RetryPolicy, Seam};
use scripted::{
    EACH, KEYED, NEVER, SAFE, Scripted, Step, anonymous, call, cut, failure, lost, play, settings,
    status, unreachable, with_header,
};
use tokio::time::Instant;

const TRANSIENT: [u16; 7] = [408, 425, 429, 500, 502, 503, 504];

#[tokio::test(start_paused = true)]
async fn a_safe_operation_is_repeated_until_it_succeeds() {
    for refusal in TRANSIENT {
        let (outcome, attempts) = play(&SAFE, [status(refusal), status(200)]).await;
        assert!(outcome.is_ok() && attempts == 2, "{refusal}");
    }
    for loss in [unreachable, lost, || cut(200), || cut(503)] {
        let (outcome, attempts) = play(&SAFE, [loss(), loss(), loss(), status(200)]).await;
        assert!(outcome.is_ok() && attempts == 4);
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_that_is_not_of_the_moment_is_not_repeated() {
    for refusal in [301, 400, 401, 403, 404, 409, 410, 422, 501, 505] {
        for operation in EACH {
            let (outcome, attempts) = play(operation, [status(refusal)]).await;
            assert_eq!(outcome.unwrap_err().status().unwrap().as_u16(), refusal);
            assert_eq!(attempts, 1, "{refusal}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn attempts_end_at_the_maximum() {
    let error = failure(&SAFE, [status(503), lost(), unreachable(), status(502)]).await;
    assert_eq!(
        (error.attempts(), error.status().unwrap().as_u16()),
        (4, 502)
    );

    let transport = Scripted::new([status(503), status(503)]);
    let policy = RetryPolicy::default().with_max_attempts(2).unwrap();
    let session = settings(&transport)
        .anonymous()
        .retry(policy)
        .build()
        .unwrap();
    assert_eq!(call(&session, &SAFE).await.unwrap_err().attempts(), 2);

    let transport = Scripted::new([unreachable()]);
    let session = settings(&transport)
        .anonymous()
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    assert_eq!(call(&session, &SAFE).await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_keyed_operation_is_repeated_after_anything_of_the_moment() {
    for refusal in TRANSIENT {
        let (outcome, attempts) = play(&KEYED, [status(refusal), status(200)]).await;
        assert!(outcome.is_ok() && attempts == 2, "{refusal}");
    }
    for loss in [unreachable, lost, || cut(200), || cut(500)] {
        assert!(play(&KEYED, [loss(), status(200)]).await.0.is_ok());
    }
}

#[tokio::test(start_paused = true)]
async fn a_500_that_the_provider_would_replay_is_not_asked_for_again() {
    static REPLAYING: Operation = Operation::new("pay", Method::POST, "/payments")
        .retry(Retry::Keyed)
        .replays();
    let error = failure(&REPLAYING, [status(500)]).await;
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
    for refusal in TRANSIENT.into_iter().filter(|&refusal| refusal != 500) {
        let (outcome, attempts) = play(&REPLAYING, [status(refusal), status(200)]).await;
        assert!(outcome.is_ok() && attempts == 2, "{refusal}");
    }
    for loss in [unreachable, lost, || cut(200)] {
        assert!(play(&REPLAYING, [loss(), status(200)]).await.0.is_ok());
    }
}

#[tokio::test(start_paused = true)]
async fn each_attempt_of_a_keyed_operation_carries_the_same_key_and_body() {
    let transport = Scripted::new([lost(), status(503), status(200)]);
    let session = anonymous(&transport);
    let mut request = session.request(&KEYED);
    request.header("Idempotency-Key", "k-1").json(&["body"]);
    request.send_empty::<()>().await.unwrap();
    let sent = transport.sent();
    assert_eq!(sent.len(), 3);
    for attempt in sent {
        assert_eq!(
            (attempt.header("idempotency-key"), attempt.text()),
            (Some("k-1"), r#"["body"]"#)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_happen_twice_is_not_repeated_once_it_may_have_arrived() {
    for refusal in TRANSIENT {
        assert_eq!(
            failure(&NEVER, [status(refusal)]).await.attempts(),
            1,
            "{refusal}"
        );
    }
    for loss in [lost(), cut(200), cut(503)] {
        assert_eq!(failure(&NEVER, [loss]).await.attempts(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_happen_twice_is_repeated_when_no_connection_was_made() {
    let (outcome, attempts) = play(&NEVER, [unreachable(), unreachable(), status(200)]).await;
    assert!(outcome.is_ok());
    assert_eq!(attempts, 3);
    let error = failure(&NEVER, [unreachable(), lost()]).await;
    assert_eq!(
        (error.attempts(), error.effect()),
        (2, Effect::MaybeApplied)
    );
}

#[tokio::test(start_paused = true)]
async fn a_loss_that_would_happen_again_is_not_repeated() {
    for phase in [Phase::NotSent, Phase::Sent] {
        let error = failure(&SAFE, [Step::LoseForGood(phase)]).await;
        assert!(error.attempts() == 1 && !error.is_transient() && !error.is_retryable());
    }
}

#[tokio::test(start_paused = true)]
async fn pauses_grow_as_the_backoff_says() {
    let transport = Scripted::new([status(503), status(503), status(503), status(200)]);
    let half = Seam::without_chance("2026-01-01T00:00:00Z".parse().unwrap(), 0.5);
    let backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(60)).unwrap();
    let policy = RetryPolicy::default().with_backoff(backoff);
    let session = settings(&transport)
        .anonymous()
        .seam(half)
        .retry(policy)
        .build()
        .unwrap();
    call(&session, &SAFE).await.unwrap();
    assert_eq!(transport.pauses(), [0.5, 1.0, 2.0]);
}

#[tokio::test(start_paused = true)]
async fn the_server_says_how_long_to_wait_in_seconds_or_by_date() {
    for (asked, waited) in [
        ("7", 7.0),
        ("Thu, 01 Jan 2026 00:00:30 GMT", 30.0),
        ("soon", 0.0),
    ] {
        for refusal in [429, 503] {
            let transport =
                Scripted::new([with_header(refusal, "retry-after", asked), status(200)]);
            call(&anonymous(&transport), &SAFE).await.unwrap();
            assert_eq!(transport.pauses(), [waited], "{asked}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_for_longer_than_the_cap_ends_the_call_and_the_error_says_how_long() {
    let started = Instant::now();
    let error = failure(&SAFE, [with_header(429, "retry-after", "3600")]).await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.is_rate_limited() && error.is_retryable() && error.attempts() == 1);
    assert_eq!(started.elapsed(), Duration::ZERO);

    let error = failure(
        &SAFE,
        [with_header(503, "retry-after", "99999999999999999999999")],
    )
    .await;
    assert_eq!(error.retry_after(), Some(Duration::from_secs(u64::MAX)));
}

#[tokio::test(start_paused = true)]
async fn an_absurd_wait_that_the_policy_allows_ends_the_call_at_the_deadline() {
    let transport = Scripted::new([with_header(503, "retry-after", "99999999999999999999999")]);
    let policy = RetryPolicy::default().with_max_retry_after(Duration::MAX);
    let session = settings(&transport)
        .anonymous()
        .retry(policy)
        .build()
        .unwrap();
    assert_eq!(call(&session, &SAFE).await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_empty_purse_ends_the_retries_and_success_fills_it() {
    let budget = Budget::new(2, 1).unwrap();
    let failing = std::iter::repeat_with(|| status(503)).take(4).chain([
        status(200),
        status(503),
        status(200),
    ]);
    let transport = Scripted::new(failing);
    let session = settings(&transport)
        .anonymous()
        .budget(budget.clone())
        .build()
        .unwrap();
    assert_eq!(call(&session, &SAFE).await.unwrap_err().attempts(), 3);
    assert_eq!(budget.balance(), Some(0));
    assert_eq!(call(&session, &SAFE).await.unwrap_err().attempts(), 1);
    call(&session, &SAFE).await.unwrap();
    assert_eq!(budget.balance(), Some(1));
    call(&session, &SAFE).await.unwrap();
    assert_eq!(transport.attempts(), 7);
}

#[tokio::test(start_paused = true)]
async fn a_pause_that_would_pass_the_deadline_ends_the_call_at_once() {
    let transport = Scripted::new([with_header(503, "retry-after", "20")]);
    let limits = Limits::default().total(Duration::from_secs(20));
    let session = settings(&transport)
        .anonymous()
        .limits(limits)
        .build()
        .unwrap();
    let started = Instant::now();
    let error = call(&session, &SAFE).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 503);
    assert_eq!(started.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_pause_that_wakes_after_the_deadline_sends_nothing_more() {
    // The timer counts whole milliseconds, and rounds up: a pause of 10 000.2 ms ends after the 10 000.4 ms.
    let transport = Scripted::new([with_header(503, "retry-after", "10")]);
    let seam = Seam::without_chance("2026-01-01T00:00:00Z".parse().unwrap(), 0.2);
    let millisecond = Duration::from_millis(1);
    let policy =
        RetryPolicy::default().with_backoff(Backoff::new(millisecond, millisecond).unwrap());
    let session = settings(&transport)
        .anonymous()
        .seam(seam)
        .retry(policy)
        .limits(Limits::default().total(Duration::from_micros(10_000_400)))
        .build()
        .unwrap();
    let error = call(&session, &SAFE).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.attempts(), error.effect()), (1, Effect::Answered));
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_the_call_within_an_attempt() {
    let transport = Scripted::new([Step::Slow(Duration::from_secs(8), 503), Step::Hang]);
    let limits = Limits::default()
        .attempt(Duration::from_secs(9))
        .total(Duration::from_secs(10));
    let session = settings(&transport)
        .anonymous()
        .limits(limits)
        .build()
        .unwrap();
    let started = Instant::now();
    let error = call(&session, &SAFE).await.unwrap_err();
    assert_eq!(started.elapsed(), Duration::from_secs(10));
    assert!(error.is_timeout() && error.is_transient() && error.status().is_none());
    assert_eq!(
        (error.attempts(), error.effect()),
        (2, Effect::Answered),
        "a read applies nothing"
    );
    assert_eq!(
        error.to_string(),
        "read: time ran out after 10s; after 2 attempts"
    );
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_takes_too_long_may_have_arrived() {
    let transport = Scripted::new([Step::Hang]);
    let session = anonymous(&transport);
    let started = Instant::now();
    let error = call(&session, &NEVER).await.unwrap_err();
    assert_eq!(started.elapsed(), Duration::from_secs(30));
    assert!(error.is_timeout() && !error.is_connect() && !error.is_retryable());
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_takes_too_long_is_repeated_where_that_is_safe() {
    let transport = Scripted::new([Step::Hang, status(200)]);
    call(&anonymous(&transport), &SAFE).await.unwrap();
    assert_eq!(transport.pauses(), [30.0]);
}

#[tokio::test(start_paused = true)]
async fn a_call_may_run_on_another_task_and_be_given_up() {
    let transport = Scripted::new([Step::Hang, status(200)]);
    let session = anonymous(&transport);
    let task = tokio::spawn({
        let session = session.clone();
        async move { call(&session, &SAFE).await.map(drop) }
    });
    tokio::time::sleep(Duration::from_secs(1)).await;
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    call(&session, &SAFE).await.unwrap();
}
