//! Reads a JSON body, and says where it went wrong without saying what stood there.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::error::Category;

use crate::field_path::FieldPath;
use crate::reason::Reason;

/// A body that is not what the spec promised.
///
/// `Display` names the field and the reason, never a value.
#[derive(Debug)]
pub(crate) struct DecodeError {
    path: FieldPath,
    /// `None` where there was nothing to read.
    reason: Option<Reason>,
    line: usize,
    column: usize,
    /// It could be read as JSON, so the way to the field is one of the type's.
    is_json: bool,
}

impl DecodeError {
    /// There was nothing to read.
    pub(crate) fn empty() -> Self {
        Self {
            path: FieldPath::root(),
            reason: None,
            line: 0,
            column: 0,
            is_json: false,
        }
    }

    pub(crate) fn path(&self) -> &str {
        self.path.as_str()
    }

    /// Whether it is JSON, of another kind than was wanted.
    pub(crate) const fn is_json(&self) -> bool {
        self.is_json
    }
}

/// Decodes `body`. The way to the field is only looked for when decoding fails, so that a good answer doesn't pay.
///
/// An empty body is read as `null`, for answers that may have none.
pub(crate) fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    if body.is_empty()
        && let Ok(value) = serde_json::from_slice(b"null")
    {
        return Ok(value);
    }
    serde_json::from_slice(body).map_err(|error| locate::<T>(body, &error))
}

#[cold]
fn locate<T: DeserializeOwned>(body: &[u8], error: &serde_json::Error) -> DecodeError {
    let reason = (!body.is_empty()).then(|| Reason::of(error));
    if error.classify() != Category::Data {
        // The way to it may lead through members that no spec names, and their names may be anything.
        return DecodeError {
            path: FieldPath::root(),
            reason,
            line: error.line(),
            column: error.column(),
            is_json: false,
        };
    }
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let path = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        // The value was fine; what follows it was not.
        Ok(_) => FieldPath::root(),
        Err(unknown) if reason == Some(Reason::UnknownField) => {
            FieldPath::to_unknown(unknown.path())
        }
        Err(error) => FieldPath::new(error.path()),
    };
    DecodeError {
        path,
        reason,
        line: error.line(),
        column: error.column(),
        is_json: true,
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Some(reason) if !self.is_json => write!(
                f,
                "it isn't JSON: {reason} (line {}, column {})",
                self.line, self.column
            ),
            Some(reason) => {
                write!(
                    f,
                    "field {}: {reason} (line {}, column {})",
                    self.path, self.line, self.column
                )
            }
            None => f.write_str("the body is empty"),
        }
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
        assert!(
            text.contains("list[1].count") && text.contains("expected u32"),
            "{text}"
        );
        assert!(!format!("{text} {error:?}").contains("Jane"), "{text}");
    }

    #[test]
    fn what_is_no_json_is_told_by_its_place_and_not_by_the_names_on_the_way() {
        for body in [
            r#"{"JaneDoe":{"Smith": tru}}"#,
            r#"{"list":[{"count":1,"JaneDoe":{"Smith":"half a \ud800 surrogate"}}]}"#,
            r#"{"list":[{"count":1,"JaneDoe":[{"Smith":1e999}]}]}"#,
            r#"{"list":[{"count":1,"JaneDoe":{"Smith":"#,
        ] {
            let error = json::<serde_json::Value>(body.as_bytes()).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(shown.contains("it isn't JSON: "), "{shown}");
            assert!(shown.contains("(line 1, column "), "{shown}");
            assert!(
                !shown.contains("Jane") && !shown.contains("Smith"),
                "{shown}"
            );
            if let Err(error) = json::<Outer>(body.as_bytes()) {
                let shown = format!("{error} {error:?}");
                assert!(
                    !shown.contains("Jane") && !shown.contains("Smith"),
                    "{shown}"
                );
            }
        }
    }

    #[test]
    fn a_missing_field_is_named() {
        let error = json::<Outer>(br#"{"list":[{}]}"#).unwrap_err();
        assert!(
            error.to_string().contains("missing field `count`"),
            "{error}"
        );
    }

    #[test]
    fn an_empty_body_and_a_page_of_html_say_so() {
        assert!(
            json::<Outer>(b"")
                .unwrap_err()
                .to_string()
                .contains("empty")
        );
        assert!(
            json::<Outer>(b"<html>")
                .unwrap_err()
                .to_string()
                .contains("expected value")
        );
    }
}
