//! Why something was refused.

use std::fmt;

use florin_core::Redacted;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Why something was refused after it had been taken in: told by notifications alone, no reading brings it.
///
/// Its description is free text and may hold personal data: `Debug` leaves it out. Serializing keeps it, for storing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValidationError {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

impl ValidationError {
    /// The code, such as `ALREADY_EXISTS_ERROR`. Which codes there are is documented for few notifications, and completely
    /// for one.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.error_type.as_deref()
    }

    /// What the provider says about it, in words. May hold personal data.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// Out of a notification: one object, though a list with one in it is read too.
    pub(super) fn read(members: &Map<String, Value>) -> Option<Self> {
        let stated = match members.get("validationError")? {
            Value::Array(list) => list.first()?,
            stated => stated,
        };
        let text = |name: &str| Some(stated.get(name)?.as_str()?.to_owned());
        match stated {
            Value::Object(error) if !error.is_empty() => Some(Self {
                error_type: text("errorType"),
                description: text("description"),
            }),
            // Not what is documented, and still a reason.
            Value::String(words) if !words.trim().is_empty() => Some(Self {
                error_type: None,
                description: Some(words.clone()),
            }),
            _ => None,
        }
    }
}

impl fmt::Debug for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidationError")
            .field("error_type", &self.error_type().map(Code))
            .field("description", &self.description.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// Text that should be one of the provider's codes: shown only if it looks like one.
pub(super) struct Code<'a>(pub(super) &'a str);

impl fmt::Debug for Code<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_code = self
            .0
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
        if is_code {
            f.write_str(self.0)
        } else {
            Redacted.fmt(f)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(stated: Value) -> Option<ValidationError> {
        let members = Map::from_iter([("validationError".to_owned(), stated)]);
        ValidationError::read(&members)
    }

    #[test]
    fn one_object_is_read_and_its_words_are_not_shown() {
        let error = read(json!({
            "errorType": "ALREADY_EXISTS_ERROR", "description": "Ana Kovač exists", "more": 1
        }));
        let error = error.unwrap();
        assert_eq!(error.error_type(), Some("ALREADY_EXISTS_ERROR"));
        assert_eq!(error.description(), Some("Ana Kovač exists"));
        let shown = format!("{error:?}");
        assert!(shown.contains("ALREADY_EXISTS_ERROR") && !shown.contains("Ana"));
        let odd = read(json!({"errorType": "Ana Kovač exists"})).unwrap();
        assert!(!format!("{odd:?}").contains("Ana"), "that is no code");
    }

    #[test]
    fn what_says_nothing_is_no_reason() {
        for nothing in [json!(null), json!({}), json!([]), json!(""), json!(7)] {
            assert_eq!(read(nothing.clone()), None, "{nothing}");
        }
        assert_eq!(ValidationError::read(&Map::new()), None);
        let words = read(json!("no such customer")).unwrap();
        assert_eq!(words.description(), Some("no such customer"));
        let listed = read(json!([{"errorType": "UNKNOWN_ERROR"}])).unwrap();
        assert_eq!(listed.error_type(), Some("UNKNOWN_ERROR"));
    }

    #[test]
    fn it_comes_back_from_where_it_was_stored() {
        let error = read(json!({"errorType": "A", "description": "b"})).unwrap();
        let stored = serde_json::to_string(&error).unwrap();
        assert_eq!(
            serde_json::from_str::<ValidationError>(&stored).unwrap(),
            error
        );
    }
}
