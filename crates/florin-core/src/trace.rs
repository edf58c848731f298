//! Spans and events, under OpenTelemetry's HTTP names.
//!
//! One span per call at `INFO` (`florin.call`), one event per attempt at `DEBUG`. They carry the URL template instead of
//! the URL, and never a header, a parameter or a body.

use std::time::Duration;

use http::StatusCode;
use tracing::Span;

use crate::Operation;
use crate::endpoint::Endpoint;
use crate::failure::{Failure, Kind};
use crate::transport::TransportError;

pub(crate) fn call(operation: &Operation, endpoint: &Endpoint) -> Span {
    tracing::info_span!(
        "florin.call",
        otel.name = %format_args!("{} {}", operation.method(), operation.template()),
        otel.kind = "client",
        florin.operation = operation.id(),
        http.request.method = operation.method().as_str(),
        url.template = operation.template(),
        server.address = endpoint.host(),
        server.port = endpoint.port(),
        http.response.status_code = tracing::field::Empty,
        error.type = tracing::field::Empty,
        otel.status_code = tracing::field::Empty,
    )
}

pub(crate) fn answered(attempt: u32, status: StatusCode, took: Duration) {
    tracing::debug!(
        http.request.resend_count = attempt - 1,
        http.response.status_code = status.as_u16(),
        duration_ms = millis(took),
        "answered"
    );
}

pub(crate) fn lost(attempt: u32, error: &TransportError, took: Duration) {
    tracing::debug!(
        http.request.resend_count = attempt - 1,
        error.type = if error.is_timeout() { "timeout" } else { "transport" },
        error.message = %error,
        duration_ms = millis(took),
        "lost"
    );
}

pub(crate) fn pausing(attempt: u32, pause: Duration) {
    tracing::debug!(
        http.request.resend_count = attempt,
        pause_ms = millis(pause),
        "pausing before the next attempt"
    );
}

pub(crate) fn succeeded(span: &Span, status: StatusCode) {
    span.record("http.response.status_code", status.as_u16());
}

pub(crate) fn failed(span: &Span, failure: &Failure) {
    let status = failure.status();
    if let Some(status) = status {
        span.record("http.response.status_code", status.as_u16());
    }
    match (&failure.kind, &status) {
        // A status that isn't success is its own type of error.
        (Kind::Status, Some(status)) => span.record("error.type", status.as_str()),
        (kind, _) => span.record("error.type", kind.name()),
    };
    span.record("otel.status_code", "ERROR");
}

/// After [`succeeded`]: the answer can't be read.
pub(crate) fn unreadable(span: &Span) {
    span.record("error.type", "decode");
    span.record("otel.status_code", "ERROR");
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
