//! Texts and numbers with the format and the limits that a schema names.

use serde_json::{Map, Number, Value};

use super::pattern;

/// A text as a schema wants it. `nth` makes several of them different.
pub(super) fn text(schema: &Map<String, Value>, nth: usize) -> String {
    let length = |word: &str| {
        let length = schema.get(word).and_then(Value::as_u64);
        length.and_then(|length| usize::try_from(length).ok())
    };
    let of_pattern = schema.get("pattern").and_then(Value::as_str);
    let of_format = schema.get("format").and_then(Value::as_str);
    let known = of_pattern
        .and_then(pattern::text)
        .or_else(|| of_format.and_then(|format| formatted(format, nth)));
    let mut text = known.unwrap_or_else(|| match nth {
        0 => "text".to_owned(),
        nth => format!("text {}", nth + 1),
    });
    let (min, max) = (length("minLength").unwrap_or(0), length("maxLength"));
    let missing = min.min(1 << 20).saturating_sub(text.chars().count());
    text.push_str(&"x".repeat(missing));
    match max {
        Some(max) if text.chars().count() > max => text.chars().take(max).collect(),
        _ => text,
    }
}

fn formatted(format: &str, nth: usize) -> Option<String> {
    let day = nth % 28 + 1;
    Some(match format {
        "date" => format!("2026-11-{day:02}"),
        "date-time" => format!("2026-11-{day:02}T09:30:00Z"),
        "time" => "09:30:00Z".to_owned(),
        "duration" => "P1D".to_owned(),
        "uuid" => format!("6f1c2d3e-4a5b-4c6d-8e7f-{:012x}", nth + 1),
        "email" | "idn-email" => format!("person{}@example.com", nth + 1),
        "uri" | "url" | "iri" => format!("https://example.com/{}", nth + 1),
        "uri-reference" | "iri-reference" => format!("/{}", nth + 1),
        "hostname" | "idn-hostname" => "example.com".to_owned(),
        "ipv4" => "192.0.2.1".to_owned(),
        "ipv6" => "2001:db8::1".to_owned(),
        // "bytes", as base64 has it.
        "byte" | "base64" => "Ynl0ZXM=".to_owned(),
        "json-pointer" => "/a".to_owned(),
        "regex" => "a".to_owned(),
        _ => return None,
    })
}

/// A number as a schema wants it.
pub(super) fn number(schema: &Map<String, Value>, is_whole: bool, nth: usize) -> Value {
    let limit = |word: &str| schema.get(word).and_then(Value::as_f64);
    let is_true = |word: &str| schema.get(word) == Some(&Value::Bool(true));
    let step = limit("multipleOf").filter(|step| *step > 0.0);
    let least = if is_whole { 1.0 } else { 0.01 };
    let next = step.unwrap_or(least);
    let mut low = limit("minimum");
    if is_true("exclusiveMinimum") {
        low = low.map(|low| low + next);
    } else if let Some(above) = limit("exclusiveMinimum") {
        low = Some(low.map_or(above + next, |low| low.max(above + next)));
    }
    let mut high = limit("maximum");
    if is_true("exclusiveMaximum") {
        high = high.map(|high| high - next);
    } else if let Some(below) = limit("exclusiveMaximum") {
        high = Some(high.map_or(below - next, |high| high.min(below - next)));
    }
    #[expect(clippy::cast_precision_loss, reason = "a place in a short list")]
    let wanted = if is_whole { 1.0 } else { 10.5 } + nth as f64;
    let mut value = low.map_or(wanted, |low| wanted.max(low));
    if let Some(high) = high.filter(|high| value > *high) {
        value = low.map_or(high, |low| low.max(high));
    }
    if let Some(step) = step {
        let up = (value / step).ceil() * step;
        value = match high {
            Some(high) if up > high => (high / step).floor() * step,
            _ => up,
        };
    }
    if is_whole || value.fract() == 0.0 {
        whole(value.ceil())
    } else {
        // Steps of a cent add up to a cent and a bit.
        let value = (value * 1e9).round() / 1e9;
        Number::from_f64(value).map_or(Value::Null, Value::Number)
    }
}

/// A number without a point, where it is one of those that `i64` has.
fn whole(value: f64) -> Value {
    format!("{value:.0}").parse::<i64>().map_or_else(
        |_| Number::from_f64(value).map_or(Value::Null, Value::Number),
        Value::from,
    )
}
