//! Nemuru's errors: an `exception` for programs, an `error` for people, and with 400 what is wrong with the request.

use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION};
use serde_json::{Map, Value, json};

use super::options::UnauthorisedBody;
use crate::contract::Violation;
use crate::provider::{Answer, Refusal};

/// Documented.
pub(super) const LOAN_NOT_FOUND: &str =
    r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanNotFoundByIdException";
/// Documented.
pub(super) const SCHEMA_VALIDATOR: &str =
    r"Nemuru\SharedKernel\Domain\Exception\SchemaValidatorException";

// The rest are the sandbox's own, made in the same manner.
pub(super) const LOAN_ALREADY_EXISTS: &str =
    r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanAlreadyExistsByIdException";
pub(super) const LOAN_STATUS_CONFLICT: &str =
    r"Nemuru\Module\Financial\Domain\Loan\Exception\LoanStatusConflictException";
pub(super) const AGENT_NOT_FOUND: &str =
    r"Nemuru\Module\Merchant\Domain\Agent\Exception\AgentNotFoundByIdException";
pub(super) const WEBHOOK_NOT_FOUND: &str =
    r"Nemuru\Module\SyncAndIntegration\Domain\Webhook\Exception\WebhookNotFoundByIdException";
pub(super) const REQUEST_TOO_LARGE: &str =
    r"Nemuru\SharedKernel\Domain\Exception\RequestTooLargeException";
const UNAUTHORISED: &str = r"Nemuru\SharedKernel\Domain\Exception\UnauthorizedException";
const FORBIDDEN: &str = r"Nemuru\SharedKernel\Domain\Exception\ForbiddenException";
const RESOURCE_NOT_FOUND: &str = r"Nemuru\SharedKernel\Domain\Exception\ResourceNotFoundException";
const BAD_REQUEST: &str = r"Nemuru\SharedKernel\Domain\Exception\BadRequestException";
const UNEXPECTED: &str = r"Nemuru\SharedKernel\Domain\Exception\UnexpectedException";

pub(super) fn unauthorised(detail: &str) -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, detail)
        .with_challenge("Bearer")
        .with_code(UNAUTHORISED)
}

pub(super) fn forbidden(detail: impl Into<String>) -> Refusal {
    Refusal::new(StatusCode::FORBIDDEN, detail).with_code(FORBIDDEN)
}

/// The documentation's sample spells the words between backslashes where quotes were meant.
pub(super) fn not_found(what: &str, id: &str, code: &'static str) -> Refusal {
    let detail = format!(r"\{what}\ with id \{id}\ not found");
    Refusal::new(StatusCode::NOT_FOUND, detail).with_code(code)
}

pub(super) fn conflict(detail: impl Into<String>, code: &'static str) -> Refusal {
    Refusal::new(StatusCode::CONFLICT, detail).with_code(code)
}

/// A request that is not valid.
pub(super) fn invalid(violations: Vec<Violation>) -> Refusal {
    Refusal::violations(StatusCode::BAD_REQUEST, violations)
}

/// A refusal as Nemuru words it.
pub(super) fn answer(refusal: &Refusal, unauthorised: UnauthorisedBody) -> Answer {
    let mut answer = if refusal.status == StatusCode::UNAUTHORIZED {
        unauthorised_answer(refusal, unauthorised)
    } else {
        Answer::json(refusal.status, &documented(refusal))
    };
    if let Some(challenge) = refusal.challenge {
        answer.headers.insert(
            http::header::WWW_AUTHENTICATE,
            HeaderValue::from_static(challenge),
        );
    }
    answer
}

fn documented(refusal: &Refusal) -> Value {
    let is_schema = refusal.status == StatusCode::BAD_REQUEST && !refusal.violations.is_empty();
    let exception = refusal.code.unwrap_or(match refusal.status {
        StatusCode::BAD_REQUEST if is_schema => SCHEMA_VALIDATOR,
        StatusCode::UNAUTHORIZED => UNAUTHORISED,
        StatusCode::FORBIDDEN => FORBIDDEN,
        StatusCode::NOT_FOUND => RESOURCE_NOT_FOUND,
        StatusCode::PAYLOAD_TOO_LARGE => REQUEST_TOO_LARGE,
        status if status.is_client_error() => BAD_REQUEST,
        _ => UNEXPECTED,
    });
    let mut body = json!({ "status": "ko", "exception": exception, "error": refusal.detail });
    if is_schema {
        body["schema_errors"] = schema_errors(&refusal.violations);
    }
    body
}

/// What is wrong, by JSON pointer into the body, or into the parameters as if they were one.
fn schema_errors(violations: &[Violation]) -> Value {
    let mut errors: Map<String, Value> = Map::new();
    for violation in violations {
        let name = violation.place.split_once(' ').map(|(_, name)| name);
        let pointer = match (name, violation.pointer.as_str()) {
            (Some(name), pointer) => format!("/{name}{pointer}"),
            (None, "") => "/".to_owned(),
            (None, pointer) => pointer.to_owned(),
        };
        let message = match errors.get(&pointer).and_then(Value::as_str) {
            Some(known) => format!("{known}; {}", violation.message),
            None => violation.message.clone(),
        };
        errors.insert(pointer, message.into());
    }
    errors.into()
}

fn unauthorised_answer(refusal: &Refusal, body: UnauthorisedBody) -> Answer {
    let plain = |content_type: &'static str, body: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        Answer {
            status: refusal.status,
            headers,
            body: body.into(),
        }
    };
    match body {
        UnauthorisedBody::Documented => Answer::json(refusal.status, &documented(refusal)),
        UnauthorisedBody::OAuth => Answer::json(
            refusal.status,
            &json!({ "error": "access_denied", "error_description": refusal.detail }),
        ),
        UnauthorisedBody::Empty => Answer {
            status: refusal.status,
            headers: HeaderMap::new(),
            body: bytes::Bytes::new(),
        },
        UnauthorisedBody::Html => plain("text/html", "<html><h1>401 Unauthorized</h1></html>"),
    }
}

/// To where the slash is.
pub(super) fn redirect(location: &str) -> Answer {
    let mut headers = HeaderMap::new();
    if let Ok(location) = HeaderValue::from_str(location) {
        headers.insert(LOCATION, location);
    }
    Answer {
        status: StatusCode::MOVED_PERMANENTLY,
        headers,
        body: bytes::Bytes::new(),
    }
}
