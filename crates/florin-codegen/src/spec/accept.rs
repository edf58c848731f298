//! An operation that answers in JSON or as a file lets its caller say which.
//!
//! The client asks for what has a type, JSON. So where an operation offers a PDF beside it, its request gets the header
//! `Accept`, unless the spec gives it that header, or another argument of that name.

use serde_json::{Value, json};

use super::Spec;
use super::answers::Answers;
use crate::error::Error;
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_operation(|operation| {
        let responses = operation.get("responses").and_then(Value::as_object);
        let Some(offered) = responses.and_then(|r| Answers::of(r).accept()) else {
            return Ok(());
        };
        let parameters = operation
            .entry("parameters")
            .or_insert_with(|| Value::Array(Vec::new()));
        let Some(parameters) = parameters.as_array_mut() else {
            return Ok(());
        };
        let argument = |parameter: &Value| -> Option<String> {
            Some(rust_name::of_method(parameter.get("name")?.as_str()?))
        };
        if !parameters.iter().any(|p| argument(p).as_deref() == Some("accept")) {
            parameters.push(json!({
                "name": "Accept",
                "in": "header",
                "description": format!("The media type that it is answered in. Taken as `{offered}` when absent."),
                "schema": { "type": "string" },
            }));
        }
        Ok(())
    })
}
