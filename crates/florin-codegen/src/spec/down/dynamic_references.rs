//! `$dynamicRef` and `$recursiveRef` are plain references.
//!
//! Both mean another schema when theirs is extended by one. A Rust type is one thing wherever it stands, so they mean what
//! they name where they are written; that they might mean more is told.

use serde_json::Value;

use super::places::each_schema;
use crate::error::Error;
use crate::spec::Spec;
use crate::spec::told::Told;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let mut told = Told::default();
    each_schema(&mut spec.root, &mut |schema, pointer| {
        for (word, plain) in [
            ("$dynamicRef", "$ref"),
            ("$recursiveRef", "$ref"),
            ("$dynamicAnchor", "$anchor"),
        ] {
            let Some(value @ Value::String(_)) = schema.remove(word) else {
                continue;
            };
            if plain == "$ref" {
                told.at(
                    pointer,
                    format!("`{word}` may mean another schema where this one is extended"),
                    "it means what it leads to from here",
                );
            }
            schema.entry(plain).or_insert(value);
        }
        schema.remove("$recursiveAnchor");
    });
    told.tell(spec);
    Ok(())
}
