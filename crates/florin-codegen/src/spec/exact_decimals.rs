//! No float holds an amount, a rate or a quantity.
//!
//! typify makes `f64` of every `number`. Each becomes a string of a format of our own, which the generator is told to
//! take as [`florin_core::Decimal`](crate::generator): exact, and written as a JSON number all the same. A string of
//! `format: decimal` becomes `florin_core::decimal_string::DecimalString`, which is written as text.

use super::{Object, Spec, text};
use crate::error::Error;

/// How the formats begin that stand for types of `florin_core`.
pub(crate) const OURS: &str = "x-florin-";

/// The format that stands for `florin_core::Decimal`.
pub(crate) const FORMAT: &str = "x-florin-decimal";

/// The format that stands for `florin_core::decimal_string::DecimalString`.
pub(crate) const TEXT: &str = "x-florin-decimal-text";

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| match text(schema, "type") {
        Some("number") => number(schema),
        Some("string") if text(schema, "format") == Some("decimal") => replace(schema, TEXT),
        _ => {}
    });
    Ok(())
}

/// The list of a number's values stays beside it for a while: alternatives are told apart by them.
fn number(schema: &mut Object) {
    let values = schema.remove("enum");
    replace(schema, FORMAT);
    if let Some(values) = values {
        schema.insert("enum".into(), values);
    }
}

/// Makes the schema a string of a format that the generator knows, and nothing else: it takes an exact match only.
pub(crate) fn replace(schema: &mut Object, format: &str) {
    schema.retain(|key, _| matches!(key.as_str(), "description" | "nullable"));
    schema.insert("type".into(), "string".into());
    schema.insert("format".into(), format.into());
}
