//! MonetaGo's error shape, and that of its token host.
//!
//! The documentation shows an error inside an FVR. That an HTTP error looks the same is our reading, and the sandbox's way.

use chrono::{DateTime, SecondsFormat, Utc};
use http::StatusCode;
use http::header::{HeaderValue, WWW_AUTHENTICATE};
use serde_json::{Value, json};

use crate::provider::{Answer, Refusal};

/// A time as the service writes it: UTC with milliseconds.
pub(super) fn timestamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// An entry for the `errors` of an FVR.
pub(super) fn entry(
    status: StatusCode,
    path: &str,
    title: &str,
    detail: &str,
    at: DateTime<Utc>,
) -> Value {
    json!({
        "type": format!("https://docs.securefinancing.com/v1/errors{}", first_segment(path)),
        "title": title,
        "status": code_and_phrase(status),
        "detail": detail,
        "error": detail,
        "path": path,
        "timestamp": timestamp(at),
        "sub_errors": [],
    })
}

/// An HTTP error of the API host.
pub(super) fn answer(refusal: &Refusal, path: &str, at: DateTime<Utc>) -> Answer {
    let title = if refusal.violations.is_empty() {
        "the request was refused"
    } else {
        "the request breaks the contract"
    };
    let mut body = entry(refusal.status, path, title, &refusal.detail, at);
    body["sub_errors"] = refusal
        .violations
        .iter()
        .map(|violation| json!({ "place": violation.place, "pointer": violation.pointer, "message": violation.message }))
        .collect();
    challenged(Answer::json(refusal.status, &body), refusal)
}

/// An HTTP error of the token host, in the words of OAuth 2.0.
pub(super) fn oauth_answer(refusal: &Refusal) -> Answer {
    let grant_type = |pointer: &str| pointer == "/grant_type";
    let error = match refusal.status {
        StatusCode::UNAUTHORIZED => "invalid_client",
        StatusCode::FORBIDDEN => "access_denied",
        _ if refusal
            .violations
            .iter()
            .any(|violation| grant_type(&violation.pointer)) =>
        {
            "unsupported_grant_type"
        }
        _ => "invalid_request",
    };
    let body = json!({ "error": error, "error_description": refusal.detail });
    challenged(Answer::json(refusal.status, &body), refusal)
}

fn challenged(mut answer: Answer, refusal: &Refusal) -> Answer {
    if let Some(challenge) = refusal.challenge {
        answer
            .headers
            .insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    answer
}

/// `404 NOT_FOUND`: number and phrase in one text.
fn code_and_phrase(status: StatusCode) -> String {
    let phrase = status
        .canonical_reason()
        .unwrap_or_default()
        .to_uppercase()
        .replace([' ', '-'], "_");
    format!("{} {phrase}", status.as_u16())
}

fn first_segment(path: &str) -> &str {
    let end = path
        .get(1..)
        .and_then(|rest| rest.find('/'))
        .map_or(path.len(), |end| end + 1);
    &path[..end]
}
