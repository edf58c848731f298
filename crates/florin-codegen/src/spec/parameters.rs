//! A piece of a path and a header are one text each.
//!
//! progenitor writes both with `to_string()`, which a list, an object, a union or a value that may be `null` does not have.
//! A parameter of such a kind becomes a text that the caller writes; where it is only `null` that stands in the way, the
//! parameter's own `required` says all there is to say. The same holds for a parameter that is described by a media type.

use serde_json::{Value, json};

use super::{Object, Spec, is_true, text};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    spec.for_each_operation(|operation| {
        let parameters = operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut);
        for parameter in parameters
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut)
        {
            if parameter.remove("content").is_some() || !parameter.contains_key("schema") {
                parameter.insert("schema".into(), json!({ "type": "string" }));
            }
            let one_text = matches!(text(parameter, "in"), Some("path" | "header"));
            if let Some(schema) = parameter.get_mut("schema") {
                settle(&named, schema, one_text);
            }
        }
        Ok(())
    })
}

fn settle(named: &Spec, schema: &mut Value, one_text: bool) {
    let resolved = named
        .resolve(schema)
        .as_object()
        .cloned()
        .unwrap_or_default();
    if one_text && !is_plain(&resolved) {
        *schema = json!({ "type": "string" });
    } else if is_true(&resolved, "nullable") {
        let mut present = resolved;
        present.remove("nullable");
        if let Some(values) = present.get_mut("enum").and_then(Value::as_array_mut) {
            values.retain(|value| !value.is_null());
        }
        *schema = present.into();
    }
}

fn is_plain(schema: &Object) -> bool {
    matches!(
        text(schema, "type"),
        Some("string" | "integer" | "number" | "boolean")
    )
}
