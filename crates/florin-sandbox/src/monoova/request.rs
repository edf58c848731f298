//! What a request says beside its body, and the plain answer to it.

use http::StatusCode;
use serde_json::{Map, Value};

use super::problem::missing;
use super::user::{Identity, User};
use crate::contract::{Checked, Violation};
use crate::provider::{Answer, Refusal};

/// Whom a request is about that no object says it of.
pub(super) fn user(who: Identity, request: &Checked) -> Result<User, Refusal> {
    let named = request.query("user_id").and_then(|text| text.parse().ok());
    match (who, named) {
        (Identity::Website(own), None) => Ok(own),
        (Identity::Website(own), Some(id)) if own.id() == id => Ok(own),
        (Identity::Website(_), Some(id)) => {
            let why = format!("the token is not for the user {id}");
            Err(Refusal::new(StatusCode::FORBIDDEN, why).with_code("user_id"))
        }
        (Identity::BackOffice, Some(id)) => User::by_id(id).ok_or_else(|| missing("user", id)),
        (Identity::BackOffice, None) => {
            let why = "is required with a token of the scope back_office";
            let violation = Violation::new("query user_id", "", why);
            Err(Refusal::violations(
                StatusCode::BAD_REQUEST,
                vec![violation],
            ))
        }
    }
}

/// The query as an object, numbers as numbers.
pub(super) fn queried(request: &Checked) -> Value {
    let fields: Map<_, _> = request
        .query
        .iter()
        .map(|(name, text)| {
            let number = name.ends_with("_id").then(|| text.parse::<i64>().ok());
            let value = number
                .flatten()
                .map_or_else(|| Value::from(text.as_str()), Value::from);
            (name.clone(), value)
        })
        .collect();
    fields.into()
}

pub(super) fn id(request: &Checked) -> i64 {
    request.path("id").parse().unwrap_or_default()
}

pub(super) fn ok(body: &Value) -> Answer {
    Answer::json(StatusCode::OK, body)
}
