//! An enum that lists `null` may be `null`.
//!
//! OpenAPI 3.0 wants `nullable: true` said as well, and many specs leave it out. typify then makes two types of the same
//! name. What the list says is what is meant. The same where texts and `null` are listed without `type: string`.

use serde_json::Value;

use super::places::each_schema;
use crate::error::Error;
use crate::spec::Spec;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    each_schema(&mut spec.root, &mut |schema, _| {
        let Some(values) = schema.get("enum").and_then(Value::as_array) else {
            return;
        };
        if !values.iter().any(Value::is_null) {
            return;
        }
        let texts = values.iter().all(|v| v.is_string() || v.is_null())
            && values.iter().any(Value::is_string);
        schema.insert("nullable".into(), true.into());
        if texts && !schema.contains_key("type") {
            schema.insert("type".into(), "string".into());
        }
    });
    Ok(())
}
