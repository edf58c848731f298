//! Types that need nothing but `std`, `serde` and `florin_core`.
//!
//! typify turns a format into a type of another crate (`chrono`, `uuid`), a pattern into a regular expression that is
//! compiled at run time, a list of a fixed length into an array, and an integer with limits into whatever has them
//! (`NonZeroU64`, `u8`). Users would compile those crates for each provider, dates that a provider writes in its own way
//! would fail, and a limit that is widened would change a type. So:
//!
//! - text stays text, whatever its format; its limits of length stay, where
//!   [`relax_reads`](crate::spec::relax_reads) has left them;
//! - an integer is `i64`, and `u64` where it can't be negative and is only sent;
//! - a default is not filled in: what the caller doesn't say is not sent, and what the provider doesn't say is absent.
//!
//! What is dropped here stands in the documentation of the field: [`describe`](crate::spec::describe) has put it there.

use serde_json::Value;

use super::exact_decimals::OURS;
use super::{Object, Spec, named_types, text};
use crate::error::Error;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        // A title would become the name of the type, and take the place of another one.
        for key in [
            "title",
            "default",
            "example",
            "pattern",
            "externalDocs",
            "xml",
            "deprecated",
            "readOnly",
            "writeOnly",
        ] {
            schema.remove(key);
        }
        match text(schema, "type") {
            Some("string") => {
                let stays = |format: &str| format.starts_with(OURS) || format == "binary";
                if !text(schema, "format").is_some_and(stays) {
                    schema.remove("format");
                }
            }
            Some("integer") => integer(schema),
            Some("array") => ["minItems", "maxItems", "uniqueItems"]
                .iter()
                .for_each(|key| drop(schema.remove(*key))),
            _ => {
                schema.remove("format");
            }
        }
        schema.retain(|key, _| !key.starts_with("x-") || key == named_types::WORD);
    });
    Ok(())
}

fn integer(schema: &mut Object) {
    let unsigned = text(schema, "format") == Some("uint64")
        || schema
            .get("minimum")
            .and_then(Value::as_f64)
            .is_some_and(|minimum| minimum >= 0.0);
    for key in [
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ] {
        schema.remove(key);
    }
    schema.insert(
        "format".into(),
        if unsigned { "uint64" } else { "int64" }.into(),
    );
}
