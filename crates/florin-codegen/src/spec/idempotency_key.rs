//! The header that tells a repeat from a new request is no text like another.
//!
//! A header that the spec marks `x-idempotency-key: true` is set by a `florin_core::IdempotencyKey`, which can't hold what no
//! header may, and goes into the request as its key: the session then remembers it, and makes one where there is none.

use serde_json::{Value, json};

use super::{Spec, is_true};
use crate::error::Error;

/// The word that marks the header.
pub(crate) const WORD: &str = "x-idempotency-key";

/// The format that stands for `florin_core::IdempotencyKey`.
pub(crate) const FORMAT: &str = "x-florin-idempotency-key";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_operation(|operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut)
        {
            if is_true(parameter, WORD) {
                let schema = json!({ "type": "string", "format": FORMAT });
                parameter.insert("schema".into(), schema);
            }
        }
        Ok(())
    })
}
