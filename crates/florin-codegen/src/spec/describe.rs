//! What a schema says, put into words that end up as documentation.
//!
//! Runs before any pass takes something off a schema: limits, formats and defaults that a type can't or shouldn't carry
//! are then still known to the reader. The text is escaped for rustdoc here, once.

use serde_json::Value;

use super::{Object, Spec, is_true, text};
use crate::error::Error;
use crate::markdown;

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    spec.for_each_schema(&mut |schema| {
        let words = words(schema);
        if words.is_empty() {
            schema.remove("description");
        } else {
            schema.insert("description".into(), words.into());
        }
    });
    Ok(())
}

fn words(schema: &Object) -> String {
    if schema.contains_key("$ref") {
        return String::new();
    }
    let mut words = markdown::escape(
        text(schema, "description")
            .or_else(|| text(schema, "title"))
            .unwrap_or_default(),
    );
    let facts = facts(schema);
    if !facts.is_empty() {
        if !words.is_empty() {
            words.push_str("\n\n");
        }
        words.push_str(&facts);
    }
    words
}

/// Limits, format and default, in one line.
pub(crate) fn facts(schema: &Object) -> String {
    let mut facts = Vec::new();
    let range = |low: &str, high: &str| {
        (
            schema.get(low).and_then(shown),
            schema.get(high).and_then(shown),
        )
    };
    let mut limited = |(low, high): (Option<String>, Option<String>), unit: &str| match (low, high)
    {
        (Some(low), Some(high)) if low == high => {
            facts.push(format!("Exactly {}.", counted(&low, unit)))
        }
        (Some(low), Some(high)) => facts.push(format!("{low} to {}.", counted(&high, unit))),
        (Some(low), None) => facts.push(format!("At least {}.", counted(&low, unit))),
        (None, Some(high)) => facts.push(format!("At most {}.", counted(&high, unit))),
        (None, None) => {}
    };
    limited(range("minLength", "maxLength"), "character");
    limited(range("minItems", "maxItems"), "element");
    limited(range("minimum", "maximum"), "");
    if let Some(step) = schema.get("multipleOf").and_then(shown) {
        facts.push(format!("A multiple of {step}."));
    }
    if let Some(format) = text(schema, "format")
        .filter(|f| !matches!(*f, "int32" | "int64" | "float" | "double" | "binary"))
    {
        facts.push(format!("Format: `{}`.", code(format)));
    }
    if let Some(pattern) = text(schema, "pattern") {
        facts.push(format!("Pattern: `{}`.", code(pattern)));
    }
    if let Some(default) = schema.get("default").filter(|d| !d.is_null()) {
        facts.push(format!(
            "Taken as `{}` when absent.",
            code(&default.to_string())
        ));
    }
    if is_true(schema, "deprecated") {
        facts.push("Deprecated by the provider.".to_owned());
    }
    facts.join(" ")
}

fn counted(number: &str, unit: &str) -> String {
    match (number, unit) {
        (_, "") => number.to_owned(),
        ("1", _) => format!("1 {unit}"),
        _ => format!("{number} {unit}s"),
    }
}

fn shown(value: &Value) -> Option<String> {
    value.as_number().map(ToString::to_string)
}

fn code(text: &str) -> String {
    text.replace('`', "'").replace('\n', " ")
}
