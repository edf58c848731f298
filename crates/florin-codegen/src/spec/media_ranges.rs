//! What a body of any picture is, nobody knows but the caller.
//!
//! A media type such as `image/*` says what may be sent, and not what is. Where a text or bytes are of such a range, the
//! operation gets an optional header `Content-Type`, unless it has one. JSON says what it is by itself.

use serde_json::{Value, json};

use super::media::{Kind, sent};
use super::request_bodies::chosen;
use super::{Spec, text};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    for operation in named.operations() {
        let Some((kind @ (Kind::Text | Kind::Bytes), range, _)) = chosen(&named, &operation) else {
            continue;
        };
        let slot = spec.root.get_mut("paths");
        let slot = slot.and_then(|paths| paths.get_mut(operation.path)?.get_mut(operation.method));
        let Some(slot) = slot
            .and_then(Value::as_object_mut)
            .filter(|_| range.contains('*'))
        else {
            continue;
        };
        let parameters = slot.entry("parameters").or_insert_with(|| json!([]));
        let Some(parameters) = parameters.as_array_mut() else {
            continue;
        };
        let is_it = |parameter: &Value| {
            let parameter = parameter.as_object();
            parameter.is_some_and(|parameter| {
                let name = text(parameter, "name").unwrap_or_default();
                text(parameter, "in") == Some("header") && name.eq_ignore_ascii_case("content-type")
            })
        };
        if !parameters.iter().any(is_it) {
            let range = range.replace(['`', '\n', '\r'], "'");
            let words = format!(
                "What the body is, one of `{range}`. Without it, `{}` is said.",
                sent(kind, &range)
            );
            parameters.push(json!({
                "name": "Content-Type",
                "in": "header",
                "description": words,
                "schema": { "type": "string" }
            }));
        }
    }
    Ok(())
}
