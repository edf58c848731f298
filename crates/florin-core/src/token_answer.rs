//! What a token endpoint answered instead of a token.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use serde::Deserialize;

use crate::oauth_code::is_oauth_code;

#[derive(Clone)]
pub(crate) struct TokenAnswer {
    pub(crate) status: StatusCode,
    /// OAuth 2.0's code, where the answer has one.
    pub(crate) code: Option<String>,
    /// `None` where it was lost on the way.
    pub(crate) body: Option<Bytes>,
}

impl TokenAnswer {
    pub(crate) fn new(status: StatusCode, body: Option<Bytes>) -> Self {
        let code = body.as_deref().and_then(code);
        Self { status, code, body }
    }
}

/// Some providers put free text there, which may quote the request: only what OAuth 2.0 names is a code.
fn code(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Refusal {
        error: String,
    }
    let Refusal { error } = serde_json::from_slice(body).ok()?;
    is_oauth_code(&error).then_some(error)
}

/// Shows the status and the size; the text may quote credentials.
impl fmt::Debug for TokenAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenAnswer")
            .field("status", &self.status)
            .field("bytes", &self.body.as_ref().map(Bytes::len))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_told_from_free_text() {
        let code = |body: &str| code(body.as_bytes());
        let refused = r#"{"error":"invalid_client","error_description":"Jane"}"#;
        assert_eq!(code(refused).as_deref(), Some("invalid_client"));
        for text in [
            r#"{"error":"Jane Doe"}"#,
            r#"{"error":"correcthorsebatterystaple"}"#,
            r#"{"error":""}"#,
            r#"{"error":7}"#,
            r#"[{"errorCode":"x"}]"#,
            "<html>",
            "",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }
}
