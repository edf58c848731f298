//! One type for what an operation answers, and one for how it fails.
//!
//! progenitor panics where an operation has two success types, or two error types, or a typed one beside one without a
//! body, or a `default` beside a success. After this pass each operation has its successes, all of one schema, and `4XX`
//! and `5XX`, both of one schema.
//!
//! - Successes of one type, with and without a body, become "may be absent"; the status is in the answer.
//! - Errors of one type stay that type. One without a body beside it, or with a text, has no value: the error keeps its
//!   status and bytes.
//! - Several types become an [outcome](crate::rust::outcomes): an enum with a variant for each status.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::answers::{Answer, Answers, Body, is_same};
use super::outcome_names::{self, Side};
use super::statuses::Status;
use super::{Object, SCHEMAS, Spec, text};
use crate::error::Error;
use crate::mark;
use crate::markdown;
use crate::rust_name;

/// The word of the note.
pub(crate) const OUTCOME: &str = "outcome";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut named = Named {
        taken: spec.schemas().map(|(n, _)| rust_name::of_type(n)).collect(),
        schemas: Vec::new(),
    };
    spec.for_each_operation(|operation| {
        let given = match operation.remove("responses") {
            Some(Value::Object(given)) => given,
            _ => Map::new(),
        };
        let id = text(operation, "operationId").unwrap_or_default();
        let responses = unified(id, &given, &mut named);
        operation.insert("responses".into(), responses.into());
        Ok(())
    })?;
    if !named.schemas.is_empty()
        && let Some(root) = spec.root.as_object_mut()
    {
        let components = object(root.entry("components").or_insert_with(|| json!({})));
        let schemas = components.map(|c| c.entry("schemas").or_insert_with(|| json!({})));
        if let Some(schemas) = schemas.and_then(object) {
            schemas.extend(named.schemas);
        }
    }
    Ok(())
}

fn object(value: &mut Value) -> Option<&mut Object> {
    value.as_object_mut()
}

/// The outcomes, as components.
struct Named {
    taken: BTreeSet<String>,
    schemas: Vec<(String, Value)>,
}

impl Named {
    /// A reference to an outcome.
    fn outcome(&mut self, id: &str, side: Side, answers: &[Answer]) -> Value {
        let name = outcome_names::of_type(id, side, |name| self.taken.contains(name));
        self.taken.insert(name.clone());
        self.schemas
            .push((name.clone(), outcome(id, side, answers)));
        json!({ "$ref": format!("{SCHEMAS}{name}") })
    }
}

/// What all answers of a kind are read as.
enum All {
    Empty,
    Json(Value),
    File,
}

fn unified(id: &str, given: &Object, named: &mut Named) -> Object {
    let answers = Answers::of(given);
    let success = all_successes(&answers.successes)
        .unwrap_or_else(|| All::Json(named.outcome(id, Side::Success, &answers.successes)));
    let mut responses = Map::new();
    for answer in &answers.successes {
        // Kept one by one, since the mocks have a method for each. Nothing else is a success that progenitor knows.
        let key = match answer.status {
            status if status.class() == Some(2) => status.to_string(),
            _ => "2XX".to_owned(),
        };
        responses.insert(key, response_of(&success, &answer.description));
    }
    if responses.is_empty() {
        responses.insert("2XX".into(), response_of(&All::Empty, ""));
    }

    let failure = match one_failure(&answers.failures) {
        Some(schema) => schema,
        None => named.outcome(id, Side::Error, &answers.failures),
    };
    let failure = All::Json(failure);
    for digit in [4, 5] {
        let mut described = answers.failures.iter();
        let described = described
            .find(|answer| answer.status.class() == Some(digit))
            .or(answers.failures.last());
        let description = described.map_or("", |answer| answer.description.as_str());
        let key = Status::Range(digit).to_string();
        responses.insert(key, response_of(&failure, description));
    }
    responses
}

/// What all successes are read as, unless they differ.
fn all_successes(answers: &[Answer]) -> Option<All> {
    let mut bodies = answers
        .iter()
        .map(|a| &a.body)
        .filter(|b| **b != Body::Empty);
    let is_sometimes_empty = answers.iter().any(|a| a.body == Body::Empty);
    let Some(first) = bodies.next() else {
        return Some(All::Empty);
    };
    if !bodies.all(|body| is_alike(first, body)) {
        return None;
    }
    Some(match first {
        Body::Json(Some(schema)) if is_sometimes_empty => {
            All::Json(json!({ "nullable": true, "allOf": [schema] }))
        }
        Body::Json(schema) => All::Json(schema.clone().unwrap_or_else(|| json!({}))),
        Body::Empty | Body::File => All::File,
    })
}

/// The schema of all typed errors, unless they differ. Without any, an error may be any JSON.
fn one_failure(answers: &[Answer]) -> Option<Value> {
    let mut typed = answers.iter().filter_map(|answer| match &answer.body {
        Body::Json(schema) => schema.as_ref(),
        Body::Empty | Body::File => None,
    });
    let Some(first) = typed.next() else {
        return Some(json!({}));
    };
    typed
        .all(|schema| is_same(first, schema))
        .then(|| first.clone())
}

fn is_alike(one: &Body, other: &Body) -> bool {
    match (one, other) {
        (Body::Json(Some(one)), Body::Json(Some(other))) => is_same(one, other),
        _ => one == other,
    }
}

/// An object with what each variant holds, and the note that says what makes it which.
fn outcome(id: &str, side: Side, answers: &[Answer]) -> Value {
    let mut properties = Map::new();
    let mut variants = Vec::new();
    for (name, answer) in outcome_names::of_variants(answers) {
        let body = match &answer.body {
            Body::Empty => "empty",
            Body::File => "file",
            Body::Json(schema) => {
                let schema = schema.clone().unwrap_or_else(|| json!({}));
                properties.insert(name.clone(), schema);
                "json"
            }
        };
        variants.push(json!({
            "variant": name,
            "status": answer.status.to_string(),
            "body": body,
            "media": answer.media,
            "words": markdown::escape(&answer.description),
        }));
    }
    let method = rust_name::of_method(id);
    let mut description = match side {
        Side::Success => format!("What `{method}` is answered with."),
        Side::Error => format!("How the provider refuses `{method}`."),
    };
    mark::put_note(OUTCOME, &Value::Array(variants), &mut description);
    let required: Vec<_> = properties.keys().cloned().collect();
    json!({ "type": "object", "description": description, "required": required, "properties": properties })
}

fn response_of(all: &All, description: &str) -> Value {
    match all {
        All::Empty => json!({ "description": description }),
        All::Json(schema) => json!({
            "description": description,
            "content": { "application/json": { "schema": schema } },
        }),
        All::File => json!({
            "description": description,
            "content": { "application/octet-stream": { "schema": { "type": "string", "format": "binary" } } },
        }),
    }
}
