//! What Financeit says went wrong.

use florin_financeit::types::{ErrorMessages, ErrorResponse};
use serde_json::Value;

use super::Error;

/// The texts of an error's body.
pub trait ErrorTexts {
    /// What the provider says went wrong, one text per error; empty where it said nothing in its documented form.
    ///
    /// A list of texts is documented. A single text is one, and of an object each text comes with its field in front
    /// (inferred: services of this kind answer in all three forms). Also of an answer that is a success by its status. Show them to people and match on none. They may hold
    /// personal data, so mind where you log them.
    fn error_texts(&self) -> Vec<String>;
}

impl ErrorTexts for Error {
    fn error_texts(&self) -> Vec<String> {
        // A success that isn't the list or object that it should be may still be an error by its body.
        let of_success = || serde_json::from_slice(self.raw_body()?).ok();
        let read: Option<ErrorResponse> = match self.body() {
            Some(_) => None,
            None => of_success(),
        };
        match self
            .body()
            .or(read.as_ref())
            .and_then(|body| body.errors.as_ref())
        {
            None => Vec::new(),
            Some(ErrorMessages::Array(texts)) => {
                texts.iter().map(|text| compact(text.text())).collect()
            }
            Some(ErrorMessages::String(text)) => vec![text.clone()],
            Some(ErrorMessages::Object(fields)) => fields
                .iter()
                .flat_map(|(field, value)| {
                    texts(value)
                        .into_iter()
                        .map(move |text| format!("{field} {text}"))
                })
                .collect(),
            Some(_) => Vec::new(),
        }
    }
}

/// A text as it is; an object or a list in its place without white space.
fn compact(text: &str) -> String {
    match serde_json::from_str(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => value.to_string(),
        _ => text.to_owned(),
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        other => vec![other.to_string()],
    }
}

/// Whether there are errors in what stands under `errors`, if anything does.
pub(super) fn are_in(errors: Option<&Value>) -> bool {
    match errors {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(fields)) => !fields.is_empty(),
        Some(Value::String(text)) => !text.is_empty(),
        Some(_) => true,
    }
}
