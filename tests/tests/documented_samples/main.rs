//! The documented samples, in values of our own: read by the generated types and by the facade.
//!
//! Answers are read leniently. What the provider adds is kept, what it doesn't know yet has a place, and `null` is an
//! empty list. The documentation's variations, and those that its silence allows, are read as well; what came stays
//! readable.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod financeit;
mod financeit_otherwise;
mod monetago;
mod monoova;
mod monoova_otherwise;
mod nemuru;
mod nemuru_otherwise;
mod sandbox;
mod tradevest;
mod tradevest_callbacks;
mod tradevest_editions;
mod tradevest_otherwise;
mod tradevest_shapes;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn parse(sample: &str) -> Value {
    serde_json::from_str(sample).unwrap()
}

/// Without fields that are null or empty lists: a sample may have them, and nothing is lost when they go.
fn full(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields
                .into_iter()
                .filter(|(_, value)| !value.is_null() && *value != json!([]));
            kept.map(|(name, value)| (name, full(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(full).collect(),
        other => other,
    }
}

/// Reads a sample, sees to it that it is written back as it was, and gives what was read.
fn read<T: DeserializeOwned + Serialize>(sample: &str) -> T {
    // From the text, as an answer is: a `Value` has lost the digits of its numbers.
    let read: T = serde_json::from_str(sample).unwrap();
    assert_eq!(full(written(&read)), full(parse(sample)));
    read
}

/// A value as it is written; generated types have no equality of their own.
fn written<T: Serialize>(value: &T) -> Value {
    parse(&serde_json::to_string(value).unwrap())
}

/// The canary stands in everything personal and secret of a sample, and `Debug` doesn't show it.
fn assert_hushed<T: std::fmt::Debug>(read: &T, sample: &str) {
    let has_canary = |text: &str| text.to_ascii_lowercase().contains("canary");
    assert!(has_canary(sample), "{sample}");
    let shown = format!("{read:?}");
    assert!(!has_canary(&shown), "{shown}");
}
