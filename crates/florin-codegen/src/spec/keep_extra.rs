//! Fields that the spec doesn't name are kept where it says that there may be some.
//!
//! typify takes `additionalProperties: true` as "ignore them" and only an empty schema as "keep them". A provider that
//! says `true` sends them, and with a spec that is known in part only, what it sends may be what the caller needs. They
//! are kept in a field `extra`; an object that has a property of that name can't have it.

use serde_json::{Value, json};

use super::Spec;
use crate::error::Error;
use crate::rust_name;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return;
        };
        let taken = properties
            .keys()
            .any(|name| rust_name::of_field(name) == "extra");
        let Some(extra) = schema
            .get("additionalProperties")
            .filter(|e| **e != Value::Bool(false))
        else {
            return;
        };
        if taken {
            schema.remove("additionalProperties");
        } else if *extra == Value::Bool(true) {
            schema.insert("additionalProperties".into(), json!({}));
        }
    });
    Ok(())
}
