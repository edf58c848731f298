//! `const` is a list of one value, and its kind is that value's.
//!
//! An object or a list can be a constant, too. What is in it isn't checked, only that it is one.

use serde_json::{Value, json};

use super::places::each_schema;
use crate::error::Error;
use crate::spec::Spec;
use crate::spec::told::Told;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    each_schema(&mut spec.root, &mut |schema, pointer| {
        let Some(value) = schema.remove("const") else {
            return;
        };
        let kind = match &value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        // A number may be written without its fraction.
        let is_number = kind == "integer" && schema.get("type") == Some(&"number".into());
        if !is_number {
            schema.insert("type".into(), kind.into());
        }
        if matches!(kind, "array" | "object") {
            schema.remove("enum");
            told.at(
                pointer,
                format!("the `const` is an {kind}"),
                "what is in it isn't checked",
            );
        } else {
            schema.insert("enum".into(), json!([value]));
        }
    });
    told.tell(spec);
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made;
    use super::run;

    #[test]
    fn a_constant_is_a_list_of_one() {
        for (schema, expected) in [
            (
                json!({ "const": "a" }),
                json!({ "type": "string", "enum": ["a"] }),
            ),
            (
                json!({ "const": "a", "enum": ["a", "b"], "type": ["string", "null"] }),
                json!({ "type": "string", "enum": ["a"] }),
            ),
            (
                json!({ "const": 1, "type": "number" }),
                json!({ "type": "number", "enum": [1] }),
            ),
            (
                json!({ "const": 1.5 }),
                json!({ "type": "number", "enum": [1.5] }),
            ),
            (
                json!({ "const": null }),
                json!({ "type": "null", "enum": [null] }),
            ),
            (
                json!({ "const": [1], "type": "array" }),
                json!({ "type": "array" }),
            ),
            (
                json!({ "properties": { "const": { "const": true } } }),
                json!({ "properties": { "const": { "type": "boolean", "enum": [true] } } }),
            ),
        ] {
            assert_eq!(made(run, &schema), expected);
        }
    }
}
