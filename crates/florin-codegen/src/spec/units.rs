//! A rate of 0.091 and one of 9.1 must not be mixed up.
//!
//! One provider writes fractions, the next percentages, and as decimals both look alike. A number that the spec marks
//! `x-unit: fraction` or `x-unit: percent` becomes `florin_core::Fraction` or `florin_core::Percent`, which nothing turns
//! into each other unasked.

use super::exact_decimals::replace;
use super::{Spec, text};
use crate::error::Error;

/// The formats that stand for `florin_core::Fraction` and `florin_core::Percent`.
pub(crate) const FORMATS: [(&str, &str); 2] = [
    ("x-florin-fraction", "::florin_core::Fraction"),
    ("x-florin-percent", "::florin_core::Percent"),
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        let [fraction, percent] = FORMATS.map(|(format, _)| format);
        match text(schema, "x-unit") {
            Some("fraction") => replace(schema, fraction),
            Some("percent") => replace(schema, percent),
            _ => {}
        }
    });
    Ok(())
}
