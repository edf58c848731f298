//! A schema has one `example` in 3.0, and a list of `examples` in 3.1: the first of the list is it.

use serde_json::Value;

use super::places::each_schema;
use crate::error::Error;
use crate::spec::Spec;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    each_schema(&mut spec.root, &mut |schema, _| {
        if let Some(Value::Array(examples)) = schema.remove("examples")
            && let Some(first) = examples.into_iter().next()
        {
            schema.entry("example").or_insert(first);
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made;
    use super::run;

    #[test]
    fn the_first_is_the_example_unless_there_is_one() {
        for (schema, expected) in [
            (json!({ "examples": [1, 2] }), json!({ "example": 1 })),
            (
                json!({ "examples": [1], "example": 3 }),
                json!({ "example": 3 }),
            ),
            (json!({ "examples": [] }), json!({})),
            (
                json!({ "properties": { "examples": { "type": "array" } } }),
                json!({ "properties": { "examples": { "type": "array" } } }),
            ),
        ] {
            assert_eq!(made(run, &schema), expected);
        }
    }
}
