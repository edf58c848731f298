//! A value that a provider writes now one way, now another, must not fail the whole answer.
//!
//! Where a spec is made of samples, an amount is a string in one of them and a number in the next, and a date has three
//! spellings. What the spec marks `x-as-sent: true` becomes `florin_core::AsSent` of the type that belongs there: it takes
//! any JSON, keeps what came, and says what could be read out of it. A secret stays a secret.

use serde_json::Value;

use super::exact_decimals::replace;
use super::{Object, Spec, description, is_true, text};
use crate::error::Error;

/// The formats that stand for `florin_core::AsSent`, and its type for each.
pub(crate) const FORMATS: [(&str, &str); 9] = [
    ("x-florin-as-sent-text", "::std::string::String"),
    ("x-florin-as-sent-date", "::florin_core::chrono::NaiveDate"),
    (
        "x-florin-as-sent-time",
        "::florin_core::chrono::DateTime<::florin_core::chrono::Utc>",
    ),
    ("x-florin-as-sent-integer", "i64"),
    ("x-florin-as-sent-decimal", "::florin_core::Decimal"),
    (
        "x-florin-as-sent-decimal-text",
        "::florin_core::decimal_string::DecimalString",
    ),
    ("x-florin-as-sent-fraction", "::florin_core::Fraction"),
    ("x-florin-as-sent-percent", "::florin_core::Percent"),
    ("x-florin-as-sent-boolean", "bool"),
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        if is_true(schema, "x-as-sent")
            && let Some(format) = format(schema)
        {
            tell_values(schema);
            replace(schema, format);
        }
    });
    Ok(())
}

fn format(schema: &Object) -> Option<&'static str> {
    let unit = text(schema, "x-unit");
    Some(
        match (text(schema, "type")?, text(schema, "format"), unit) {
            (_, _, Some("fraction")) => "x-florin-as-sent-fraction",
            (_, _, Some("percent")) => "x-florin-as-sent-percent",
            ("string", Some("date"), _) => "x-florin-as-sent-date",
            ("string", Some("date-time"), _) => "x-florin-as-sent-time",
            ("string", Some("decimal"), _) => "x-florin-as-sent-decimal-text",
            ("string", _, _) => "x-florin-as-sent-text",
            ("integer", _, _) => "x-florin-as-sent-integer",
            ("number", _, _) => "x-florin-as-sent-decimal",
            ("boolean", _, _) => "x-florin-as-sent-boolean",
            _ => return None,
        },
    )
}

/// The type has no variants that would name the values.
fn tell_values(schema: &mut Object) {
    let values = schema.get("enum").and_then(Value::as_array);
    let values: Vec<_> = values
        .into_iter()
        .flatten()
        .filter(|value| !value.is_null())
        .map(|value| {
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            format!("`{}`", value.replace('`', "'").replace('\n', " "))
        })
        .collect();
    if !values.is_empty() {
        let words = description(schema);
        if !words.is_empty() {
            words.push_str("\n\n");
        }
        words.push_str(&format!("Known values: {}.", values.join(", ")));
    }
}
