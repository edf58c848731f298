//! Which requests don't go because of what is known of their keys, and what is in doubt under one.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod paying;
mod scripted;
mod scripted_source;

use std::sync::Arc;
use std::time::Duration;

use florin_core::{Effect, KeyMemory, Limits, RetryPolicy, Session, Token, TokenCache};
use paying::{HOUR, Outcome, PAY, PAY_OUT, key, keys, once, pay, refusal, with_tokens};
use scripted::{Scripted, Step, anonymous, cut, lost, settings, status, unreachable};
use scripted_source::refused;
use serde_json::json;

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
    let started = tokio::time::Instant::now();
    let error = pay(&session(&transport), "k", "1").await.unwrap_err();
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
    // Nobody waits for what isn't done then.
    assert!(error.status().is_some() && started.elapsed().is_zero());
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

/// Pays under a key that was made at `date` and never sent.
async fn pay_made(session: &Session, date: &str) -> Outcome {
    let mut request = session.request(&PAY);
    request.idempotency_key_made(&key("k"), date.parse().unwrap());
    request.json(&json!({ "amount": "1" }));
    request.send_json().await
}

#[tokio::test(start_paused = true)]
async fn a_dated_key_that_was_never_sent_is_as_old_as_its_date_and_in_no_doubt() {
    let transport = Scripted::new([unreachable(), status(200)]);
    let session = once(&transport);
    // It is midnight, the first of January.
    let said = refusal(
        pay_made(&session, "2025-12-31T01:00:00Z").await,
        Effect::NotSent,
    );
    assert!(
        said.contains("23 hours") && said.contains("nothing was carried out"),
        "{said}"
    );
    let said = refusal(
        pay_made(&session, "2026-01-01T01:00:01Z").await,
        Effect::NotSent,
    );
    assert!(said.contains("made in the future"), "{said}");
    let error = pay_made(&session, "2025-12-31T01:00:01Z").await;
    assert_eq!(error.unwrap_err().effect(), Effect::NotSent);
    pay_made(&session, "2025-12-31T01:00:01Z").await.unwrap();
    // Once it was sent and done, it is in doubt like any other.
    tokio::time::advance(Duration::from_secs(1)).await;
    refusal(
        pay_made(&session, "2025-12-31T01:00:01Z").await,
        Effect::MaybeApplied,
    );
    assert_eq!(transport.attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_dated_key_that_grows_too_old_before_the_first_attempt_is_not_sent() {
    let transport = Scripted::new([status(200)]);
    // As if the process stood still in between.
    let source = scripted_source::Source::new(&scripted::seam(), 3600 * 48, 23 * 3_600_000);
    let cache = TokenCache::builder(source).seam(scripted::seam());
    let cache = cache.fetch_timeout(HOUR * 24).build().unwrap();
    let limits = Limits::default().total(HOUR * 24);
    let settings = settings(&transport).tokens(cache).limits(limits);
    let session = settings.build().unwrap();
    let outcome = pay_made(&session, "2026-01-01T00:00:00Z").await;
    let said = refusal(outcome, Effect::NotSent);
    assert!(said.contains("23 hours"), "{said}");
    assert_eq!(transport.attempts(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_dated_key_that_grows_too_old_between_attempts_is_not_sent_again() {
    let limits = Limits::default().total(HOUR * 24);
    let patient = RetryPolicy::default().with_max_retry_after(HOUR * 24);
    let transport = Scripted::new([scripted::with_header(503, "retry-after", "3600")]);
    let settings = settings(&transport).anonymous().limits(limits);
    let session = settings.retry(patient).build().unwrap();
    let call = pay_made(&session, "2025-12-31T02:30:00Z");
    let stands_still = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        tokio::time::advance(HOUR * 2).await;
    };
    let (outcome, ()) = tokio::join!(call, stands_still);
    let error = outcome.unwrap_err();
    assert_eq!(
        (error.attempts(), error.effect()),
        (1, Effect::MaybeApplied)
    );
    let said = error.to_string();
    assert!(
        error.status().is_some() && said.contains("too old to be sent again"),
        "{said}"
    );
}

async fn call_with(session: &Session, key: &str) -> Outcome {
    let mut request = session.request(&PAY);
    request.idempotency_key(&self::key(key));
    request.send_json().await
}
