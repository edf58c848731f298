//! Which token a request carries, and what a 401 does.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;
mod scripted_source;

use std::sync::Arc;
use std::time::Duration;

use florin_core::http::{Method, StatusCode};
use florin_core::{Effect, Limits, Operation, Session, Token, TokenError};
use scripted::{
    EACH, KEYED, NEVER, SAFE, Scripted, Sent, Step, call, lost, settings, status, with_header,
};
use scripted_source::{Source, cache, refused};

static PUBLIC: Operation = Operation::new("log_in", Method::POST, "/token").public();

/// A session on tokens `token-1`, `token-2` and so on.
fn session(transport: &Arc<Scripted>, source: &Source) -> Session {
    settings(transport)
        .tokens(cache(source, &scripted::seam()))
        .build()
        .unwrap()
}

fn source(steps: impl IntoIterator<Item = scripted_source::Step>) -> Source {
    Source::new(&scripted::seam(), 3600, 0).then(steps)
}

fn tokens(transport: &Scripted) -> Vec<Option<String>> {
    transport
        .sent()
        .iter()
        .map(|sent: &Sent| sent.token().map(str::to_owned))
        .collect()
}

fn token(number: u32) -> Option<String> {
    Some(format!("token-{number}"))
}

fn invalid_token() -> Step {
    with_header(
        401,
        "www-authenticate",
        r#"Bearer realm="api", error="invalid_token""#,
    )
}

#[tokio::test(start_paused = true)]
async fn calls_share_a_token_and_mark_it_so_that_nothing_shows_it() {
    let transport = Scripted::new([status(200), status(200)]);
    let session = session(&transport, &source([]));
    call(&session, &SAFE).await.unwrap();
    call(&session, &NEVER).await.unwrap();
    assert_eq!(tokens(&transport), [token(1), token(1)]);
    assert!(transport.sent()[0].headers["authorization"].is_sensitive());
}

#[tokio::test(start_paused = true)]
async fn a_401_brings_a_new_token_and_one_replay() {
    for operation in [&SAFE, &KEYED] {
        let transport = Scripted::new([status(401), status(200)]);
        let source = source([]);
        call(&session(&transport, &source), operation)
            .await
            .unwrap();
        assert_eq!(tokens(&transport), [token(1), token(2)]);
        assert_eq!(source.fetches(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn the_replay_is_not_a_retry_and_costs_none() {
    let transport = Scripted::new([status(401), status(200)]);
    let settings = settings(&transport).retry(florin_core::RetryPolicy::never());
    let session = settings
        .tokens(cache(&source([]), &scripted::seam()))
        .build()
        .unwrap();
    call(&session, &SAFE).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_second_401_goes_to_the_caller() {
    let transport = Scripted::new([status(401), status(401)]);
    let error = call(&session(&transport, &source([])), &SAFE)
        .await
        .unwrap_err();
    assert!(error.is_auth() && error.status().unwrap().as_u16() == 401);
    assert_eq!((error.attempts(), error.effect()), (2, Effect::Answered));
    let transport = Scripted::new([status(401), status(503), invalid_token()]);
    let error = call(&session(&transport, &source([])), &KEYED)
        .await
        .unwrap_err();
    assert_eq!(
        (error.attempts(), error.effect()),
        (3, Effect::MaybeApplied)
    );
}

#[tokio::test(start_paused = true)]
async fn what_may_happen_twice_is_replayed_only_where_the_token_itself_was_refused() {
    let transport = Scripted::new([status(401)]);
    let source_ = source([]);
    let error = call(&session(&transport, &source_), &NEVER)
        .await
        .unwrap_err();
    assert_eq!((error.attempts(), error.effect()), (1, Effect::Answered));

    let transport = Scripted::new([invalid_token(), status(200)]);
    call(&session(&transport, &source([])), &NEVER)
        .await
        .unwrap();
    assert_eq!(tokens(&transport), [token(1), token(2)]);

    let transport = Scripted::new([with_header(
        401,
        "www-authenticate",
        r#"Bearer error="insufficient_scope""#,
    )]);
    assert_eq!(
        call(&session(&transport, &source([])), &NEVER)
            .await
            .unwrap_err()
            .attempts(),
        1
    );
}

#[tokio::test(start_paused = true)]
async fn the_next_call_after_an_unreplayed_401_carries_a_new_token() {
    let transport = Scripted::new([status(401), status(200)]);
    let session = session(&transport, &source([]));
    call(&session, &NEVER).await.unwrap_err();
    call(&session, &NEVER).await.unwrap();
    assert_eq!(tokens(&transport), [token(1), token(2)]);
}

#[tokio::test(start_paused = true)]
async fn a_late_401_does_not_cost_the_token_that_another_call_has_renewed() {
    let transport = Scripted::new([
        Step::Slow(Duration::from_secs(5), 401),
        status(401),
        status(200),
        status(200),
    ]);
    let source = source([]);
    let session = session(&transport, &source);
    let slow = tokio::spawn({
        let session = session.clone();
        async move { call(&session, &SAFE).await.map(drop) }
    });
    tokio::time::sleep(Duration::from_secs(1)).await;
    call(&session, &SAFE).await.unwrap();
    slow.await.unwrap().unwrap();
    assert_eq!(tokens(&transport), [token(1), token(1), token(2), token(2)]);
    assert_eq!(source.fetches(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_cannot_be_had_after_a_401_leaves_that_401() {
    let transport = Scripted::new([status(401)]);
    let source = source([scripted_source::Step::Give(Token::new("a")), refused()]);
    let error = call(&session(&transport, &source), &SAFE)
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 401);
    assert_eq!((error.attempts(), error.effect()), (1, Effect::Answered));
    let told = error.to_string();
    assert!(told.contains("no other token can be had"), "{told}");
}

#[tokio::test(start_paused = true)]
async fn where_tokens_are_checked_first_a_401_is_replayed_whatever_the_call_is() {
    let transport = Scripted::new([status(401), status(200)]);
    let first = settings(&transport)
        .tokens(cache(&source([]), &scripted::seam()))
        .checks_tokens_first();
    call(&first.build().unwrap(), &NEVER).await.unwrap();
    assert_eq!(tokens(&transport), [token(1), token(2)]);

    let transport = Scripted::new([status(401), status(401)]);
    let first = settings(&transport)
        .tokens(cache(&source([]), &scripted::seam()))
        .checks_tokens_first();
    let error = call(&first.build().unwrap(), &NEVER).await.unwrap_err();
    assert_eq!((error.attempts(), error.effect()), (2, Effect::Answered));
}

#[tokio::test(start_paused = true)]
async fn a_token_that_cannot_be_had_for_a_retry_leaves_the_last_answer_and_its_doubt() {
    let transport = Scripted::new([status(401), with_header(503, "retry-after", "50")]);
    let short = Token::new("b").with_lifetime(
        "2026-01-01T00:00:00Z".parse().unwrap(),
        Duration::from_secs(20),
    );
    let source = source([
        scripted_source::Step::Give(Token::new("a")),
        scripted_source::Step::Give(short),
        refused(),
    ]);
    let error = call(&session(&transport, &source), &KEYED)
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 503);
    assert_eq!(
        (error.attempts(), error.effect()),
        (2, Effect::MaybeApplied)
    );
    assert_eq!(source.fetches(), 3);
}

#[tokio::test(start_paused = true)]
async fn without_a_token_nothing_is_sent() {
    for operation in EACH {
        let transport = Scripted::new([]);
        let error = call(&session(&transport, &source([refused()])), operation)
            .await
            .unwrap_err();
        assert_eq!((error.effect(), error.attempts()), (Effect::NotSent, 0));
        assert!(error.is_auth() && !error.is_retryable() && error.status().is_none());
        assert!(
            error.to_string().ends_with(
                ": no token to send it with: the credentials were refused: invalid_client; not sent"
            ),
            "{error}"
        );
        assert!(format!("{error:#}").contains("invalid_client"), "{error:#}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_token_endpoint_said_is_at_hand_and_is_not_shown() {
    const SAID: &str = r#"{"error":"invalid_client","error_description":"Jane is locked"}"#;
    let no = || {
        let error = TokenError::refused("invalid_client");
        scripted_source::Step::Fail(error.with_answer(StatusCode::UNAUTHORIZED, SAID))
    };
    let never_sent = source([no()]);
    let transport = Scripted::new([]);
    let never_sent = call(&session(&transport, &never_sent), &SAFE).await;
    let never_sent = never_sent.unwrap_err();
    assert_eq!((never_sent.status(), never_sent.raw_body()), (None, None));
    assert_eq!(never_sent.retry_after(), Some(Duration::from_secs(30)));

    let not_again = source([scripted_source::Step::Give(Token::new("a")), no()]);
    let transport = Scripted::new([status(401)]);
    let not_again = call(&session(&transport, &not_again), &SAFE).await;
    let not_again = not_again.unwrap_err();
    assert_eq!(not_again.raw_body().unwrap(), "{}");

    for error in [never_sent, not_again] {
        let refusal = error.token_error().unwrap();
        assert_eq!(refusal.status(), Some(StatusCode::UNAUTHORIZED));
        assert_eq!(refusal.code(), Some("invalid_client"));
        assert_eq!(refusal.raw_body().unwrap(), SAID);
        let shown = format!("{error} {error:#} {error:?}");
        assert!(!shown.contains("Jane"), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_endpoint_that_is_busy_makes_the_call_retryable_and_says_when() {
    let wait = Duration::from_secs(30);
    let busy = || TokenError::transient("busy").with_retry_after(wait);
    let transport = Scripted::new([]);
    let source = source([scripted_source::Step::Fail(busy())]);
    let error = call(&session(&transport, &source), &NEVER)
        .await
        .unwrap_err();
    assert!(error.is_retryable() && !error.is_auth());
    assert_eq!(error.retry_after(), Some(wait));
}

#[tokio::test(start_paused = true)]
async fn a_token_that_takes_longer_than_the_call_may_ends_it_unsent() {
    let transport = Scripted::new([]);
    let source = source([scripted_source::Step::Hang]);
    let limits = Limits::default().total(Duration::from_secs(3));
    let session = settings(&transport)
        .limits(limits)
        .tokens(cache(&source, &scripted::seam()))
        .build()
        .unwrap();
    let started = tokio::time::Instant::now();
    let error = call(&session, &NEVER).await.unwrap_err();
    assert_eq!(started.elapsed(), Duration::from_secs(3));
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!((error.effect(), error.attempts()), (Effect::NotSent, 0));
}

#[tokio::test(start_paused = true)]
async fn a_token_that_comes_as_time_runs_out_is_not_sent() {
    let transport = Scripted::new([]);
    let source = Source::new(&scripted::seam(), 3600, 3000);
    let limits = Limits::default().total(Duration::from_secs(3));
    let session = settings(&transport)
        .limits(limits)
        .tokens(cache(&source, &scripted::seam()))
        .build()
        .unwrap();
    let error = call(&session, &NEVER).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.effect(), transport.attempts()), (Effect::NotSent, 0));
}

#[tokio::test(start_paused = true)]
async fn a_public_operation_carries_no_token_and_asks_for_none() {
    let transport = Scripted::new([status(200), status(401)]);
    let source = source([]);
    let session = session(&transport, &source);
    call(&session, &PUBLIC).await.unwrap();
    assert!(call(&session, &PUBLIC).await.unwrap_err().is_auth());
    assert_eq!(tokens(&transport), [None, None]);
    assert_eq!(source.fetches(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_403_is_never_replayed_and_costs_no_token() {
    for operation in EACH {
        let transport = Scripted::new([with_header(
            403,
            "www-authenticate",
            r#"Bearer error="invalid_token""#,
        )]);
        let source = source([]);
        let error = call(&session(&transport, &source), operation)
            .await
            .unwrap_err();
        assert!(error.is_auth() && error.attempts() == 1);
        assert_eq!(source.fetches(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_that_no_header_can_hold_is_an_error_and_not_a_failed_connection() {
    for text in ["line\r\nbreak", "nul\0", "del\u{7f}"] {
        let transport = Scripted::new([]);
        let session = settings(&transport).bearer(text).build().unwrap();
        let error = call(&session, &SAFE).await.unwrap_err();
        assert_eq!((error.effect(), error.attempts()), (Effect::NotSent, 0));
        assert!(!error.is_connect() && !error.is_retryable());
        let shown = format!("{error:#} {error:?}");
        assert!(
            shown.contains("no header may hold") && !shown.contains(&text[..3]),
            "{shown}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_scheme_is_the_tokens_type_and_bearer_in_the_spelling_that_all_take() {
    for (token_type, scheme) in [
        ("bearer", "Bearer"),
        ("BEARER", "Bearer"),
        ("", "Bearer"),
        ("MAC", "MAC"),
    ] {
        let transport = Scripted::new([status(200)]);
        let source = source([scripted_source::Step::Give(
            Token::new("t").with_type(token_type),
        )]);
        call(&session(&transport, &source), &SAFE).await.unwrap();
        assert_eq!(
            transport.only().header("authorization"),
            Some(format!("{scheme} t").as_str())
        );
    }
}

#[tokio::test(start_paused = true)]
async fn one_refused_token_after_another_ends_the_replays() {
    let transport = Scripted::new(std::iter::repeat_with(|| status(401)).take(40));
    let source = source([]);
    let session = session(&transport, &source);
    for _ in 0..15 {
        call(&session, &SAFE).await.unwrap_err();
    }
    // Ten tokens were given up; the one after them is kept and not tried twice.
    assert_eq!(source.fetches(), 11);
    assert_eq!(transport.attempts(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_after_a_replay_is_still_in_doubt() {
    let transport = Scripted::new([invalid_token(), lost()]);
    let error = call(&session(&transport, &source([])), &NEVER)
        .await
        .unwrap_err();
    assert_eq!(
        (error.effect(), error.attempts()),
        (Effect::MaybeApplied, 2)
    );
}

#[tokio::test(start_paused = true)]
async fn a_bearer_that_one_operation_refuses_still_serves_the_others() {
    let transport = Scripted::new([status(401), status(200)]);
    let session = settings(&transport).bearer("mine").build().unwrap();
    let refused = call(&session, &SAFE).await.unwrap_err();
    assert!(refused.is_auth() && refused.attempts() == 1);
    call(&session, &SAFE).await.unwrap();
    assert_eq!(
        tokens(&transport),
        [Some("mine".to_owned()), Some("mine".to_owned())]
    );
}
