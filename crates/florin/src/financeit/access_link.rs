//! Links that let somebody in.

use std::fmt;

use florin_core::Redacted;
use serde_json::Value;

/// The answer to a request for an access link. Its shape is undocumented, and it may be empty.
///
/// Whoever holds the link gets in, so `Debug` shows nothing of it: keep it as you would a password.
#[derive(Clone, PartialEq)]
pub struct AccessLink(pub(super) Value);

impl AccessLink {
    /// The first text in the answer that is an `https` URL, which is presumably the link; `None` where there is none.
    ///
    /// Where several fields hold one, "first" goes by the fields' names; see [`answer`](Self::answer) for all.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        first_url(&self.0)
    }

    /// All that the provider answered; `null` or an empty object where that was nothing.
    #[must_use]
    pub const fn answer(&self) -> &Value {
        &self.0
    }

    /// All that the provider answered.
    #[must_use]
    pub fn into_answer(self) -> Value {
        self.0
    }
}

fn first_url(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|text| is_url(text)),
        Value::Array(values) => values.iter().find_map(first_url),
        Value::Object(fields) => fields.values().find_map(first_url),
        _ => None,
    }
}

fn is_url(text: &str) -> bool {
    let host = text
        .get(..8)
        .filter(|scheme| scheme.eq_ignore_ascii_case("https://"))
        .map(|_| &text[8..]);
    host.is_some_and(|host| !host.is_empty() && !text.contains(char::is_whitespace))
}

impl fmt::Debug for AccessLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AccessLink").field(&Redacted).finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_link_is_found_wherever_it_stands() {
        for answer in [
            json!("https://a.example/s/x"),
            json!({"link": "https://a.example/s/x"}),
            json!({"data": {"id": 7, "links": ["http://plain.example", " https://a.example/s/x"]}}),
            json!([null, true, {"url": "https://a.example/s/x"}]),
        ] {
            assert_eq!(
                AccessLink(answer.clone()).url(),
                Some("https://a.example/s/x"),
                "{answer}"
            );
        }
    }

    #[test]
    fn without_a_link_there_is_none() {
        for answer in [
            json!(null),
            json!({}),
            json!({"link": "http://a.example"}),
            json!({"text": "see https://a.example/s/x"}),
            json!("https://"),
            json!("https:/ä"),
        ] {
            assert_eq!(AccessLink(answer.clone()).url(), None, "{answer}");
        }
    }

    #[test]
    fn debug_shows_nothing_of_it() {
        let shown = format!("{:?}", AccessLink(json!({"link": "https://a.example/s/x"})));
        assert!(!shown.contains("a.example"), "{shown}");
    }
}
