//! Headers that the session or the connection sets are nobody's to give.
//!
//! OpenAPI says that a header parameter called `Authorization`, `Content-Type` or `Accept` is to be ignored, and specs have
//! them all the same. The session authorizes, the body says what it is, and the connection counts its bytes, so these go.
//! `Accept` stays, since some providers choose a version by it, but nobody has to give it; so does `Content-Type` where the body is of
//! any media type.

use serde_json::Value;

use super::{Object, Spec, text};
use crate::error::Error;

const DROPPED: [&str; 6] = [
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_operation(|operation| {
        let content = operation
            .get("requestBody")
            .and_then(|body| body.get("content")?.as_object());
        let is_open = content.is_some_and(|content| content.keys().any(|key| key.contains('*')));
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        if let Some(parameters) = parameters {
            parameters.retain_mut(|parameter| {
                parameter
                    .as_object_mut()
                    .is_none_or(|parameter| stays(parameter, is_open))
            });
        }
        Ok(())
    })
}

fn stays(parameter: &mut Object, is_open: bool) -> bool {
    // What the spec says in our words, it means.
    let has_our_words = parameter
        .keys()
        .any(|key| key.starts_with("x-idempotency") || key == "x-client-default");
    if text(parameter, "in") != Some("header") || has_our_words {
        return true;
    }
    let name = text(parameter, "name")
        .unwrap_or_default()
        .to_ascii_lowercase();
    match name.as_str() {
        "accept" => {}
        "content-type" if is_open => {}
        name => return !DROPPED.contains(&name),
    }
    parameter.remove("required");
    true
}
