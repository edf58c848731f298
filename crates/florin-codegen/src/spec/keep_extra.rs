//! Fields that the spec doesn't name are kept where it says that there may be some.
//!
//! typify takes `additionalProperties: true` as "ignore them" and only an empty schema as "keep them". A provider that
//! says `true` sends them, and with a spec that is known in part only, what it sends may be what the caller needs. They
//! are kept in a field `extra`; a property of that name gets another one (see [`field_names`](super::field_names)).

use serde_json::{Value, json};

use super::Spec;
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        if schema.contains_key("properties")
            && schema.get("additionalProperties") == Some(&Value::Bool(true))
        {
            schema.insert("additionalProperties".into(), json!({}));
        }
    });
    Ok(())
}
