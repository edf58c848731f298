//! Which of the documented token endpoints is asked, and for what.

use florin_core::ConfigError;

/// The scope of the newer endpoint (documented).
const SCOPE: &str = "tradevest.api";

/// The path on the token host where tokens are had, and the scope that they are asked for with.
///
/// Two are documented. The newest edition of the provider's guide has [`Connect`](Self::Connect) and names production's token
/// host with it; the reference pages of all editions, and most of the provider's OpenAPI files, have
/// [`Oauth2`](Self::Oauth2). So production is asked at the first and every other environment at the second unless
/// [said otherwise](super::ClientBuilder::token_endpoint): inferred, and worth a question to Tradevest when you get your
/// credentials. The absolute token URLs that some of the provider's files name are never used.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenEndpoint {
    /// `/connect/token`, with the scope `tradevest.api`.
    Connect,
    /// `/oauth2/token`, without a scope.
    Oauth2,
    /// Another one.
    Custom {
        /// The path, which begins with a slash.
        path: String,
        /// The scope that is asked for; several go with a blank between them.
        scope: Option<String>,
    },
}

impl TokenEndpoint {
    /// Another path, with a scope or without.
    pub fn custom(path: impl Into<String>, scope: Option<String>) -> Self {
        Self::Custom {
            path: path.into(),
            scope,
        }
    }

    /// The path on the token host.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Connect => "/connect/token",
            Self::Oauth2 => "/oauth2/token",
            Self::Custom { path, .. } => path,
        }
    }

    /// The scope that is asked for.
    #[must_use]
    pub fn scope(&self) -> Option<&str> {
        match self {
            Self::Connect => Some(SCOPE),
            Self::Oauth2 => None,
            Self::Custom { scope, .. } => scope.as_deref(),
        }
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        let path = self.path();
        let problem = if !path.starts_with('/') || path.len() < 2 {
            "has a path that doesn't start with a slash; give the path alone, the host is the environment's"
        } else if path.starts_with("//") {
            "has a path that starts with two slashes, as a host does; give the path alone, the host is the environment's"
        } else if path.contains(['?', '#', '{', '}']) || path.chars().any(char::is_whitespace) {
            "has a path with a query, a fragment, a placeholder or white space; give the path alone"
        } else if self.scope().is_some_and(|scope| scope.trim().is_empty()) {
            "has an empty scope; leave it out to ask for none"
        } else if self
            .scope()
            .is_some_and(|scope| !scope.bytes().all(may_be_in_a_scope))
        {
            "has a scope with a character that none may have, such as a line break or a quotation mark; put a blank between two"
        } else {
            return Ok(());
        };
        Err(ConfigError::new("token_endpoint", problem))
    }
}

/// RFC 6749, section 3.3, with the blank between two scopes.
const fn may_be_in_a_scope(byte: u8) -> bool {
    matches!(byte, b' ' | b'!' | b'#'..=b'[' | b']'..=b'~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_ones_can_be_asked() {
        for endpoint in [TokenEndpoint::Connect, TokenEndpoint::Oauth2] {
            endpoint.check().unwrap();
        }
        assert_eq!(TokenEndpoint::Connect.scope(), Some("tradevest.api"));
        assert_eq!(TokenEndpoint::Oauth2.scope(), None);
    }

    #[test]
    fn what_is_no_path_or_scope_is_refused() {
        for path in [
            "",
            "/",
            "oauth2/token",
            "/t?x=1",
            "/t#x",
            "/{t}",
            "/a b",
            "//evil/t",
        ] {
            assert!(TokenEndpoint::custom(path, None).check().is_err(), "{path}");
        }
        for scope in [" ", "a\nb", "a\tb", "a\"b", "a\\b", "ä"] {
            let endpoint = TokenEndpoint::custom("/t", Some(scope.to_owned()));
            let error = endpoint.check().unwrap_err();
            assert_eq!(error.setting(), "token_endpoint", "{scope:?}");
        }
        let several = TokenEndpoint::custom("/t", Some("a.b c:d/e".to_owned()));
        several.check().unwrap();
    }
}
