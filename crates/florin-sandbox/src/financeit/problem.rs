//! Financeit's error shape: a field `errors` with texts.

use serde_json::{Value, json};

use super::options::ErrorShape;
use crate::provider::{Answer, Refusal};

pub(super) fn answer(refusal: &Refusal, shape: ErrorShape) -> Answer {
    let texts = if refusal.violations.is_empty() {
        vec![refusal.detail.clone()]
    } else {
        refusal.violations.iter().map(ToString::to_string).collect()
    };
    Answer::json(refusal.status, &body(&texts, shape))
}

pub(super) fn body(texts: &[String], shape: ErrorShape) -> Value {
    match shape {
        ErrorShape::List => json!({ "errors": texts }),
        ErrorShape::Text => json!({ "errors": texts.join(", ") }),
        ErrorShape::Object => json!({ "errors": { "base": texts } }),
    }
}
