//! The header `Retry-After`: no provider makes a call wait longer than it may, or not at all where it asked to be left alone.
//!
//! The first line is the status and the operation's kind (`read` or `write`), the second the header.

use std::time::Duration;

use florin::core::http::header::{HeaderValue, RETRY_AFTER};
use florin::core::http::{Method, StatusCode};
use florin::core::{Error, Operation, RetryPolicy};
use serde_json::Value;
use tokio::time::Instant;

use crate::call::{Answer, on_paused_time, session};
use crate::canary;
use crate::parts::{line, words};
use crate::time_limit::in_time;

/// What is waited at most for a provider that asks: the policy's usual.
const LONGEST: Duration = Duration::from_secs(60);

/// Pauses of ours between four attempts, at their longest.
const OWN: Duration = Duration::from_secs(3 * 20);

static READ: Operation = Operation::new("read", Method::GET, "/x").retry(florin::core::Retry::Safe);
static WRITE: Operation =
    Operation::new("write", Method::POST, "/x").retry(florin::core::Retry::Never);

/// Calls a provider that refuses with this header.
pub fn retry_after(input: &[u8]) {
    let (head, rest) = line(input);
    let (value, _) = line(rest);
    let mut words = words(head);
    let status = match words.next() {
        Some(b"503") => StatusCode::SERVICE_UNAVAILABLE,
        Some(b"500") => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::TOO_MANY_REQUESTS,
    };
    let operation = if words.next() == Some(b"write") {
        &WRITE
    } else {
        &READ
    };
    let Ok(value) = HeaderValue::from_bytes(value) else {
        return;
    };
    let mut answer = Answer::new(status, b"application/json", "{}");
    answer.headers.insert(RETRY_AFTER, value.clone());
    let (error, waited) = in_time(|| {
        on_paused_time(async {
            let session = session(&answer, RetryPolicy::default());
            let started = Instant::now();
            let asked = session.request(operation).send_json::<Value, Value>().await;
            (asked.err(), started.elapsed())
        })
    });
    let Some(error) = error else {
        panic!("{status} is taken for a success");
    };
    told(&error, &value);
    let asked = error.retry_after().unwrap_or_default();
    let attempts = error.attempts();
    canary::assert_hidden(&format!("{error} {error:?} {error:#}"));
    assert!((1..=4).contains(&attempts), "{attempts} attempts");
    let pauses = attempts - 1;
    assert!(waited <= LONGEST * pauses + OWN, "{waited:?} for {value:?}");
    if asked > LONGEST {
        assert_eq!(
            (attempts, waited),
            (1, Duration::ZERO),
            "{value:?} is longer than anybody waits"
        );
    } else if asked > Duration::ZERO && pauses > 0 {
        // A date counts from the moment that it came; a second of it may be a part of one.
        assert!(
            waited + Duration::from_secs(1) >= asked,
            "{waited:?} for {value:?}"
        );
    }
    if operation.id() == "write" {
        assert_eq!(attempts, 1, "a write is sent again");
    }
}

/// What the caller is told is what the provider asked for, where it asked for seconds.
fn told(error: &Error<Value>, value: &HeaderValue) {
    let Ok(text) = value.to_str() else {
        return;
    };
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = text.trim_start_matches('0');
        let seconds = match seconds {
            "" => 0,
            digits => digits.parse().unwrap_or(u64::MAX),
        };
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)));
    } else if text.starts_with(|c: char| !c.is_ascii_alphabetic()) {
        assert_eq!(
            error.retry_after(),
            None,
            "{text:?} is neither seconds nor a date"
        );
    }
}
