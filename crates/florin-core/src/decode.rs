//! Reads a JSON body, and says where it went wrong without saying what stood there.

use std::fmt;

use serde::de::DeserializeOwned;

/// A body that is not what the spec promised.
///
/// `Display` names the field and the reason, never a value: serde's own messages quote what they read, and that may be
/// a customer's name.
#[derive(Debug)]
pub(crate) struct DecodeError {
    path: String,
    reason: String,
    line: usize,
    column: usize,
}

impl DecodeError {
    pub(crate) fn path(&self) -> &str {
        &self.path
    }
}

/// Decodes `body`. The way to the field is only looked for when decoding fails, so that a good answer doesn't pay.
pub(crate) fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    serde_json::from_slice(body).map_err(|error| locate::<T>(body, &error))
}

#[cold]
fn locate<T: DeserializeOwned>(body: &[u8], error: &serde_json::Error) -> DecodeError {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let path = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Ok(_) => ".".to_owned(),
        Err(error) => error.path().to_string(),
    };
    DecodeError {
        path: if body.is_empty() { ".".into() } else { path },
        reason: if body.is_empty() { "the body is empty".into() } else { without_values(&error.to_string()) },
        line: error.line(),
        column: error.column(),
    }
}

/// Keeps of a serde message what doesn't quote the input.
fn without_values(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or_default();
    if message.starts_with("missing field") {
        return message.to_owned();
    }
    if let Some((_, expected)) = message.split_once(", expected ") {
        return format!("expected {expected}");
    }
    if message.contains(['"', '`', '\'']) {
        return "the value doesn't fit".to_owned();
    }
    message.to_owned()
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "field {}: {} (line {}, column {})", self.path, self.reason, self.line, self.column)
    }
}

impl std::error::Error for DecodeError {}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Outer {
        list: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[allow(dead_code)]
    struct Inner {
        count: u32,
    }

    #[test]
    fn the_field_is_named_and_the_value_is_not() {
        let error = json::<Outer>(br#"{"list":[{"count":1},{"count":"Jane Doe"}]}"#).unwrap_err();
        assert_eq!(error.path(), "list[1].count");
        let text = error.to_string();
        assert!(text.contains("list[1].count") && text.contains("expected u32"), "{text}");
        assert!(!format!("{text} {error:?}").contains("Jane"), "{text}");
    }

    #[test]
    fn a_missing_field_is_named() {
        let error = json::<Outer>(br#"{"list":[{}]}"#).unwrap_err();
        assert!(error.to_string().contains("missing field `count`"), "{error}");
    }

    #[test]
    fn an_empty_body_and_a_page_of_html_say_so() {
        assert!(json::<Outer>(b"").unwrap_err().to_string().contains("empty"));
        assert!(json::<Outer>(b"<html>").unwrap_err().to_string().contains("expected value"));
    }
}
