//! One type for what an operation answers, and one for how it fails.
//!
//! progenitor panics where an operation has two success types, or two error types, or a typed one beside one without a
//! body, or a `default` beside a success. After this pass each operation has its successes, all of one schema, and `4XX`
//! and `5XX`, both of one schema.
//!
//! - Successes of several types become any JSON; with and without a body becomes "may be absent".
//! - `default` is an error where there is a success beside it, and both where there is none.
//! - Errors of several types, or none at all, become any JSON. Nothing that the provider said is lost: the error keeps
//!   the body.

use serde_json::{Map, Value, json};

use super::{Object, Spec};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_operation(|operation| {
        let given = match operation.remove("responses") {
            Some(Value::Object(given)) => given,
            _ => Map::new(),
        };
        operation.insert("responses".into(), unified(&given).into());
        Ok(())
    })
}

/// What an answer carries.
#[derive(Clone, PartialEq)]
enum Answer {
    Empty,
    Json(Value),
    /// Anything but JSON: handed on as bytes.
    Bytes,
}

fn unified(given: &Object) -> Object {
    let with = |first: &[char]| -> Vec<(&String, &Value)> {
        given
            .iter()
            .filter(|(status, _)| status.starts_with(first))
            .collect()
    };
    let mut successes = with(&['2']);
    let mut failures = with(&['4', '5']);
    if let Some(default) = given.get_key_value("default") {
        if successes.is_empty() {
            successes.push(default);
        }
        failures.push(default);
    }

    let answers: Vec<_> = successes
        .iter()
        .map(|(_, response)| answer(response))
        .collect();
    let answer = one(&answers);
    let mut responses = Map::new();
    for (status, response) in &successes {
        // Kept one by one, since the mocks have a method for each. `default` is no status that a mock could send.
        let status = if *status == "default" {
            "2XX".to_owned()
        } else {
            status.to_uppercase()
        };
        responses.insert(status, response_of(&answer, response));
    }
    if responses.is_empty() {
        responses.insert("2XX".into(), response_of(&Answer::Empty, &Value::Null));
    }

    let typed: Vec<_> = failures
        .iter()
        .map(|(_, f)| answer_of_failure(f))
        .filter(|a| *a != Answer::Empty)
        .collect();
    let failure = match one(&typed) {
        Answer::Json(schema) => Answer::Json(schema),
        Answer::Empty | Answer::Bytes => Answer::Json(json!({})),
    };
    for (status, first) in [("4XX", '4'), ("5XX", '5')] {
        let described = failures
            .iter()
            .find(|(s, _)| s.starts_with(first))
            .or(failures.last());
        responses.insert(
            status.into(),
            response_of(&failure, described.map_or(&Value::Null, |(_, r)| r)),
        );
    }
    responses
}

fn answer(response: &Value) -> Answer {
    let Some(content) = response
        .get("content")
        .and_then(Value::as_object)
        .filter(|c| !c.is_empty())
    else {
        return Answer::Empty;
    };
    let json = content.iter().find(|(media, _)| is_json(media));
    match json {
        Some((_, media)) => Answer::Json(media.get("schema").cloned().unwrap_or_else(|| json!({}))),
        None => Answer::Bytes,
    }
}

/// A body that isn't JSON is no typed error; the error keeps it as it is.
fn answer_of_failure(response: &Value) -> Answer {
    match answer(response) {
        Answer::Bytes => Answer::Empty,
        other => other,
    }
}

fn is_json(media: &str) -> bool {
    let media = media
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    media == "application/json" || media.ends_with("+json") || media == "*/*"
}

/// The one answer that covers all of them.
fn one(answers: &[Answer]) -> Answer {
    let bodies: Vec<_> = answers.iter().filter(|a| **a != Answer::Empty).collect();
    let Some(first) = bodies.first() else {
        return Answer::Empty;
    };
    let sometimes_empty = bodies.len() < answers.len();
    match (first, bodies.iter().all(|b| b == first)) {
        (Answer::Json(schema), true) if sometimes_empty => {
            Answer::Json(json!({ "nullable": true, "allOf": [schema] }))
        }
        (answer, true) => (*answer).clone(),
        (_, false) if bodies.contains(&&Answer::Bytes) => Answer::Bytes,
        (_, false) => Answer::Json(json!({})),
    }
}

fn response_of(answer: &Answer, described: &Value) -> Value {
    let description = described
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    match answer {
        Answer::Empty => json!({ "description": description }),
        Answer::Json(schema) => json!({
            "description": description,
            "content": { "application/json": { "schema": schema } },
        }),
        Answer::Bytes => json!({
            "description": description,
            "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } },
        }),
    }
}
