//! `exclusiveMinimum` and `exclusiveMaximum` as numbers.
//!
//! In 3.0 they are words that say of `minimum` and `maximum` that these are not in the range themselves. Where both are
//! given, the narrower one counts.

use serde_json::Value;

use super::places::each_schema;
use crate::error::Error;
use crate::spec::{Object, Spec};

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    each_schema(&mut spec.root, &mut |schema, _| {
        settle(schema, "exclusiveMinimum", "minimum", |own, other| {
            own >= other
        });
        settle(schema, "exclusiveMaximum", "maximum", |own, other| {
            own <= other
        });
    });
    Ok(())
}

fn settle(schema: &mut Object, word: &str, limit: &str, narrower: fn(f64, f64) -> bool) {
    let Some(Value::Number(own)) = schema.get(word).cloned() else {
        return;
    };
    let other = schema.get(limit).and_then(Value::as_f64);
    let counts = match (own.as_f64(), other) {
        (Some(own), Some(other)) => narrower(own, other),
        _ => true,
    };
    if counts {
        schema.insert(limit.into(), own.into());
        schema.insert(word.into(), true.into());
    } else {
        schema.remove(word);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::made;
    use super::run;

    #[test]
    fn the_narrower_limit_counts() {
        for (schema, expected) in [
            (
                json!({ "exclusiveMinimum": 0 }),
                json!({ "minimum": 0, "exclusiveMinimum": true }),
            ),
            (
                json!({ "exclusiveMinimum": 0, "minimum": 1 }),
                json!({ "minimum": 1 }),
            ),
            (
                json!({ "exclusiveMaximum": 5, "maximum": 5 }),
                json!({ "maximum": 5, "exclusiveMaximum": true }),
            ),
            (
                json!({ "exclusiveMaximum": 9, "maximum": 5 }),
                json!({ "maximum": 5 }),
            ),
            (
                json!({ "maximum": 5, "exclusiveMaximum": true }),
                json!({ "maximum": 5, "exclusiveMaximum": true }),
            ),
        ] {
            assert_eq!(made(run, &schema), expected);
        }
    }
}
