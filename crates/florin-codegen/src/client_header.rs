//! What a spec says of the header that a client may set for all of its requests.

use serde_json::Value;

use crate::error::Error;
use crate::idempotency::is_header_name;
use crate::spec::client_default::WORD;
use crate::spec::{Operation, idempotency_key, is_true, text};

/// A header with `x-client-default: true`.
#[derive(Clone, Debug)]
pub(crate) struct ClientHeader {
    pub(crate) name: String,
    pub(crate) is_required: bool,
}

impl ClientHeader {
    pub(crate) fn of(operation: &Operation<'_>) -> Result<Option<Self>, Error> {
        let parameters = operation.body.get("parameters").and_then(Value::as_array);
        let mut marked = parameters
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .filter(|parameter| is_true(parameter, WORD));
        let Some(parameter) = marked.next() else {
            return Ok(None);
        };
        let name = text(parameter, "name").unwrap_or_default();
        if let Some(other) = marked.next() {
            let other = text(other, "name").unwrap_or_default();
            return Err(operation.error(
                format!("the headers `{name}` and `{other}` both have `{WORD}`"),
                "leave it at one; the other is set on each request",
            ));
        }
        if is_true(parameter, idempotency_key::WORD) {
            return Err(operation.error(
                format!("the header `{name}` has `{WORD}`, and carries an idempotency key"),
                "leave the word out: a key is another one for each request",
            ));
        }
        if !is_header_name(name) {
            return Err(operation.error(
                format!("`{name}`, which has `{WORD}`, can't be the name of a header"),
                "write the name as the provider documents it",
            ));
        }
        Ok(Some(Self {
            name: name.to_owned(),
            is_required: is_true(parameter, "required"),
        }))
    }
}
