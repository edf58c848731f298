//! How a refusal is said: in the documented form, or in another language of the host.

use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use serde_json::{Map, Value, json};

use super::options::{ErrorLanguage, Options, Separator};
use crate::contract::Violation;
use crate::provider::{Answer, Refusal};

/// Where what is wrong with no record in particular stands.
const BASE: &str = "base";

/// What the token endpoint says, in the words of OAuth 2.0.
pub(super) fn oauth(refusal: &Refusal) -> Answer {
    let code = refusal.code.unwrap_or("invalid_request");
    let body = json!({ "error": code, "error_description": refusal.detail });
    Answer::json(refusal.status, &body)
}

/// What the API says.
pub(super) fn answer(refusal: &Refusal, options: &Options) -> Answer {
    let mut answer = match options.errors {
        ErrorLanguage::ByField => Answer::json(refusal.status, &by_field(refusal, options)),
        ErrorLanguage::Coded => Answer::json(refusal.status, &coded(refusal)),
        ErrorLanguage::Html => html(refusal.status),
    };
    if let Some(challenge) = refusal.challenge {
        answer
            .headers
            .insert(WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    if let Some(seconds) = options
        .retry_after
        .filter(|_| refusal.status == StatusCode::CONFLICT)
    {
        answer.headers.insert(RETRY_AFTER, seconds.into());
    }
    answer
}

fn by_field(refusal: &Refusal, options: &Options) -> Value {
    let mut errors: Map<String, Value> = Map::new();
    for violation in &refusal.violations {
        let texts = errors
            .entry(key(violation, options.separator))
            .or_insert_with(|| json!([]));
        if let Some(texts) = texts.as_array_mut() {
            texts.push(violation.message.clone().into());
        }
    }
    if errors.is_empty() {
        let record = refusal.code.unwrap_or(BASE);
        errors.insert(record.to_owned(), json!([refusal.detail]));
    }
    json!({ "errors": errors })
}

/// `/transaction/payments/0/amount` as `transaction.payments[0].amount`.
fn key(violation: &Violation, separator: Separator) -> String {
    let named = violation.place.split_once(' ').map(|(_, name)| name);
    if let Some(name) = named {
        return name.to_owned();
    }
    let between = match separator {
        Separator::FullStop => ".",
        Separator::Underscore => "_",
    };
    let mut key = String::new();
    for piece in violation.pointer.split('/').skip(1) {
        if piece.parse::<usize>().is_ok() {
            key.push_str(&format!("[{piece}]"));
        } else {
            if !key.is_empty() {
                key.push_str(between);
            }
            key.push_str(piece);
        }
    }
    if key.is_empty() { BASE.to_owned() } else { key }
}

fn coded(refusal: &Refusal) -> Value {
    let code = format!("FX{}", refusal.status.as_u16());
    json!({
        "traceId": "00-5ad0c0de-01",
        "errors": [{ "errorCode": code, "errorMessage": refusal.detail }],
    })
}

fn html(status: StatusCode) -> Answer {
    let page = format!("<html><body><h1>{status}</h1></body></html>");
    let mut answer = Answer::json(status, &Value::Null);
    answer
        .headers
        .insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
    answer.body = page.into();
    answer
}

/// What is wrong with the fields of a request, as far as a schema can't say it.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Violation>);

impl Faults {
    pub(super) fn add(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.0.push(Violation::new("body", pointer, message));
    }

    pub(super) fn in_query(&mut self, name: &str, message: &str) {
        self.0
            .push(Violation::new(format!("query {name}"), "", message));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn take(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Refuses with 422 where anything is wrong.
    pub(super) fn refuse(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Err(Refusal::violations(status, self.0))
    }
}

/// A record that can't do what is asked of it.
pub(super) fn unfit(record: &'static str, why: impl Into<String>) -> Refusal {
    Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, why).with_code(record)
}

/// Nothing there, or nothing of the caller's.
pub(super) fn missing(record: &'static str, id: i64) -> Refusal {
    let why = format!("there is no {record} {id}");
    Refusal::new(StatusCode::NOT_FOUND, why).with_code(record)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_the_record_and_its_field() {
        let named = |pointer: &str, separator| key(&Violation::new("body", pointer, ""), separator);
        let deep = "/transaction/payments/0/sub_customers/1/company_name";
        assert_eq!(
            named(deep, Separator::FullStop),
            "transaction.payments[0].sub_customers[1].company_name"
        );
        assert_eq!(named("/rate/id", Separator::Underscore), "rate_id");
        assert_eq!(named("", Separator::FullStop), "base");
        let query = Violation::new("query page_size", "", "");
        assert_eq!(key(&query, Separator::FullStop), "page_size");
    }
}
