//! Tradevest's errors: an `ErrorMessage` from the API, an OAuth error from the token host.

use http::StatusCode;
use http::header::{HeaderValue, WWW_AUTHENTICATE};
use serde_json::{Value, json};

use crate::contract::Violation;
use crate::provider::{Answer, Refusal};

/// A request that is not valid.
pub(super) fn invalid(violations: Vec<Violation>) -> Refusal {
    Refusal::violations(StatusCode::BAD_REQUEST, violations)
}

/// One thing that is wrong with a body.
pub(super) fn wrong(pointer: &str, message: &str) -> Refusal {
    invalid(vec![Violation::new("body", pointer, message)])
}

/// Nothing there.
pub(super) fn missing(what: impl std::fmt::Display, id: &str) -> Refusal {
    let why = format!("there is no {what} {id}");
    Refusal::new(StatusCode::NOT_FOUND, why).with_code("NOT_FOUND")
}

/// The external identifier was used before, whatever became of its object.
pub(super) fn known(external_id: &str) -> Refusal {
    conflict(format!("the externalId {external_id} is known"))
}

pub(super) fn conflict(why: impl Into<String>) -> Refusal {
    Refusal::new(StatusCode::CONFLICT, why).with_code("ALREADY_EXISTS_ERROR")
}

/// What the token host says.
pub(super) fn oauth(refusal: &Refusal) -> Answer {
    let code = refusal.code.unwrap_or("invalid_request");
    let body = json!({ "error": code, "error_description": refusal.detail });
    // Only 400 is documented, so a form that the spec forbids is one as well.
    let status = match refusal.status {
        StatusCode::UNSUPPORTED_MEDIA_TYPE => StatusCode::BAD_REQUEST,
        status => status,
    };
    Answer::json(status, &body)
}

/// What the API says.
pub(super) fn answer(refusal: &Refusal, request_id: &str) -> Answer {
    let kind = refusal.status.canonical_reason().unwrap_or("Error");
    let mut body = json!({
        "message": refusal.detail,
        "responseType": kind.to_uppercase().replace([' ', '-'], "_"),
        "requestId": request_id,
    });
    if let Some(code) = refusal.code {
        body["errorCode"] = code.into();
    }
    if !refusal.violations.is_empty() {
        let code = refusal.code.unwrap_or("VALIDATION_ERROR");
        body["errorCode"] = code.into();
        body["validationString"] = refusal.detail.as_str().into();
        body["errorDetails"] = refusal.violations.iter().map(details).collect();
    }
    let mut answer = Answer::json(refusal.status, &body);
    if let Some(challenge) = refusal.challenge {
        answer
            .headers
            .insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    answer
}

fn details(violation: &Violation) -> Value {
    let named = violation.place.split_once(' ').map(|(_, name)| name);
    let inside = violation.pointer.trim_start_matches('/').replace('/', ".");
    let field = match (named, inside.as_str()) {
        (Some(name), "") => name.to_owned(),
        (Some(name), inside) => format!("{name}.{inside}"),
        (None, "") => violation.place.clone(),
        (None, inside) => inside.to_owned(),
    };
    let field: String = field.chars().take(255).collect();
    json!({
        "field": field,
        "errors": [{ "code": "INVALID_VALUE", "message": violation.message }],
    })
}
