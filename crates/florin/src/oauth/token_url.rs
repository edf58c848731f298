//! The token endpoint, which is one URL to the user and a host with a path to a session.

use florin_core::ConfigError;
use oauth2::url::Position;

use super::address::address;

/// Where tokens come from, in two parts.
#[derive(Clone, Debug)]
pub(crate) struct TokenUrl {
    whole: String,
    /// How long the part before the path is.
    server: usize,
}

impl TokenUrl {
    /// The URL in `text`; `setting` is the name that an error gives it.
    pub(crate) fn parse(setting: &str, text: &str) -> Result<Self, ConfigError> {
        let url = address(setting, text.trim())?;
        if url.query().is_some() {
            return Err(ConfigError::new(
                setting,
                "has a query, which traces would show; give the part before it",
            ));
        }
        Ok(Self {
            server: url[..Position::BeforePath].len(),
            whole: url.into(),
        })
    }

    /// The host: what the path is appended to.
    pub(crate) fn server(&self) -> &str {
        self.whole.get(..self.server).unwrap_or_default()
    }

    /// The path, with its slash.
    pub(crate) fn path(&self) -> &str {
        self.whole.get(self.server..).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_cut_before_its_path() {
        for (text, server, path) in [
            (
                "https://a.example/oauth/token",
                "https://a.example",
                "/oauth/token",
            ),
            (" http://127.0.0.1:9/t ", "http://127.0.0.1:9", "/t"),
            ("https://a.example", "https://a.example", "/"),
            (
                "https://a.example/a b/{c}",
                "https://a.example",
                "/a%20b/%7Bc%7D",
            ),
        ] {
            let url = TokenUrl::parse("token_url", text).unwrap();
            assert_eq!((url.server(), url.path()), (server, path));
        }
    }

    #[test]
    fn what_cannot_work_is_refused_by_name_and_a_query_is_not_shown() {
        for text in [
            "oauth/token",
            "http://a.example/token",
            "https://u:hunter2@a.example/token",
            "https://a.example/token?key=hunter2",
            "https://a.example/token#hunter2",
        ] {
            let error = TokenUrl::parse("token_url", text).unwrap_err();
            assert_eq!(error.setting(), "token_url", "{text}");
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
    }
}
