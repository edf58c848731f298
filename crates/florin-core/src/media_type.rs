//! What a provider says that a body is.

use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};

/// A `Content-Type`, if there was one.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct MediaType(Option<HeaderValue>);

impl MediaType {
    pub(crate) const fn none() -> Self {
        Self(None)
    }

    pub(crate) fn of(headers: &HeaderMap) -> Self {
        Self(headers.get(CONTENT_TYPE).cloned())
    }

    /// In the provider's words.
    pub(crate) fn said(&self) -> Option<&str> {
        self.0.as_ref()?.to_str().ok()
    }

    /// Whether it is of one of these: `text/csv`, `image/*` or `*/*`, in small letters and without parameters. One that
    /// isn't said is `application/octet-stream` (RFC 9110, section 8.3).
    pub(crate) fn is_of(&self, listed: &[&str]) -> bool {
        let said = self.said().unwrap_or("application/octet-stream");
        let said = said.split(';').next().unwrap_or_default().trim();
        let said = said.to_ascii_lowercase();
        listed.iter().any(|listed| match listed.strip_suffix('*') {
            Some("*/") => true,
            Some(kind) => said.starts_with(kind),
            None => said == *listed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &'static str) -> MediaType {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(text))]);
        MediaType::of(&headers)
    }

    #[test]
    fn parameters_and_case_tell_no_difference() {
        let csv = said("Text/CSV; charset=utf-8");
        assert!(csv.is_of(&["application/pdf", "text/csv"]));
        assert!(csv.is_of(&["text/*"]) && csv.is_of(&["*/*"]));
        assert!(!csv.is_of(&["image/*"]) && !csv.is_of(&[]));
        assert_eq!(csv.said(), Some("Text/CSV; charset=utf-8"));
    }

    #[test]
    fn one_that_is_not_said_is_a_stream_of_bytes() {
        assert!(MediaType::none().is_of(&["application/octet-stream"]));
        assert!(!MediaType::none().is_of(&["text/csv"]));
    }
}
