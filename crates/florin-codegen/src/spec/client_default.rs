//! A header that a client has for all of its requests need not be set on each.
//!
//! The spec says `required` of what the provider wants; with `x-client-default: true` it comes from the request or from its
//! client, so the request's own argument is optional, and the session sees to it that there is one.

use serde_json::Value;

use super::{Spec, is_true};
use crate::error::Error;

/// The word that marks the header.
pub(crate) const WORD: &str = "x-client-default";

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
                parameter.remove("required");
            }
        }
        Ok(())
    })
}
