//! An access token and what came with it.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use http::HeaderValue;
use serde::{Deserialize, Deserializer, Serialize};

use crate::Secret;
use crate::secret::unquoted;

/// An access token, with its expiry and its refresh token where the provider gives them.
///
/// Serializing writes the real values, so that a [`TokenStore`](crate::TokenStore) can keep them. `Debug` shows none.
///
/// ```
/// use std::time::Duration;
/// use chrono::Utc;
/// use florin_core::Token;
///
/// let token = Token::new("eyJhbGciOi…").with_lifetime(Utc::now(), Duration::from_secs(43_200));
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Token {
    access: Secret,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh: Option<Secret>,
    token_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<DateTime<Utc>>,
    /// A digest of who gave it to whom, in a store.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound_to: Option<String>,
    /// Another process got it, so nobody knows whether the provider still takes it.
    #[serde(skip)]
    is_adopted: bool,
}

impl Token {
    /// A bearer token that isn't known to expire.
    #[must_use]
    pub fn new(access: impl Into<Secret>) -> Self {
        Self {
            access: access.into(),
            refresh: None,
            token_type: bearer(),
            issued_at: None,
            expires_at: None,
            bound_to: None,
            is_adopted: false,
        }
    }

    /// Expires `lifetime` after `issued_at`, as in an OAuth answer's `expires_in`.
    ///
    /// Take `issued_at` before you send the token request: then the token expires here a little earlier than there.
    /// A lifetime beyond what a calendar holds counts as none.
    #[must_use]
    pub fn with_lifetime(mut self, issued_at: DateTime<Utc>, lifetime: Duration) -> Self {
        self.issued_at = Some(issued_at);
        self.expires_at = TimeDelta::from_std(lifetime)
            .ok()
            .and_then(|life| issued_at.checked_add_signed(life));
        self
    }

    /// Expires at `expires_at`. Prefer [`with_lifetime`](Self::with_lifetime), which doesn't need the two clocks to agree.
    #[must_use]
    pub fn with_expiry(mut self, expires_at: DateTime<Utc>) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// Comes with a refresh token.
    #[must_use]
    pub fn with_refresh(mut self, refresh: impl Into<Secret>) -> Self {
        self.refresh = Some(refresh.into());
        self
    }

    /// Is of another type than `Bearer`.
    #[must_use]
    pub fn with_type(mut self, token_type: impl Into<String>) -> Self {
        self.token_type = token_type.into();
        self
    }

    /// The token itself, which goes into the `Authorization` header.
    #[must_use]
    pub const fn access(&self) -> &Secret {
        &self.access
    }

    /// The refresh token, for a source that can trade it in for a new token.
    #[must_use]
    pub const fn refresh(&self) -> Option<&Secret> {
        self.refresh.as_ref()
    }

    /// The token's type as the provider spells it; `Bearer` unless told. Compare without case (RFC 6749, section 5.1).
    #[must_use]
    pub fn token_type(&self) -> &str {
        &self.token_type
    }

    /// When it was issued, if known.
    #[must_use]
    pub const fn issued_at(&self) -> Option<DateTime<Utc>> {
        self.issued_at
    }

    /// When it expires, if known.
    #[must_use]
    pub const fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.expires_at
    }

    /// Is good for what `binding` tells: for a store that keeps a token in columns, and gives back what it was given.
    #[must_use]
    pub fn with_binding(mut self, binding: impl Into<String>) -> Self {
        self.bound_to = Some(binding.into());
        self
    }

    /// What it is good for, as the cache put it into the store: a digest, and no secret. A cache takes no token out of a store
    /// without it.
    #[must_use]
    pub fn binding(&self) -> Option<&str> {
        self.bound_to.as_deref()
    }

    /// As it is put into a store: `binding` tells what it is good for.
    pub(crate) fn bound_to(&self, binding: &str) -> Self {
        Self {
            bound_to: Some(binding.to_owned()),
            ..self.clone()
        }
    }

    /// As it was found in a store, where another process has put it.
    pub(crate) fn adopted(&self) -> Self {
        Self {
            is_adopted: true,
            ..self.clone()
        }
    }

    pub(crate) const fn is_adopted(&self) -> bool {
        self.is_adopted
    }

    /// The header that carries it, marked so that nothing logs it. `None` where there is nothing to carry, or it holds what
    /// no header may hold.
    pub(crate) fn header(&self) -> Option<HeaderValue> {
        if self.access.expose().trim().is_empty() {
            return None;
        }
        let scheme = match self.token_type() {
            "" => "Bearer",
            // Providers answer with any case, and some take only this one back.
            other if other.eq_ignore_ascii_case("bearer") => "Bearer",
            other => other,
        };
        let mut value = HeaderValue::try_from(format!("{scheme} {}", self.access.expose())).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// Whether both carry the same access token: then they are the same to the provider.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.access.expose() == other.access.expose()
    }
}

/// What is read of a stored token.
#[derive(Deserialize)]
#[serde(rename = "Token")]
struct Stored {
    access: Secret,
    #[serde(default)]
    refresh: Option<Secret>,
    #[serde(default = "bearer")]
    token_type: String,
    #[serde(default)]
    issued_at: Option<DateTime<Utc>>,
    #[serde(default)]
    expires_at: Option<DateTime<Utc>>,
    #[serde(default)]
    bound_to: Option<String>,
}

/// What can't be read is never quoted in the error: any part of it may be the token.
impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Stored::deserialize(deserializer);
        let stored = stored.map_err(|error| unquoted(error, "a stored token"))?;
        Ok(Self {
            access: stored.access,
            refresh: stored.refresh,
            token_type: stored.token_type,
            issued_at: stored.issued_at,
            expires_at: stored.expires_at,
            bound_to: stored.bound_to,
            is_adopted: false,
        })
    }
}

fn bearer() -> String {
    "Bearer".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_counts_from_the_issue() {
        let issued: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
        let token = Token::new("a").with_lifetime(issued, Duration::from_secs(43_200));
        assert_eq!(
            token.expires_at(),
            Some("2026-01-01T12:00:00Z".parse().unwrap())
        );
        assert_eq!(
            Token::new("a")
                .with_lifetime(issued, Duration::MAX)
                .expires_at(),
            None
        );
    }

    #[test]
    fn debug_shows_neither_token() {
        let shown = format!("{:?}", Token::new("acc3ss").with_refresh("r3fresh"));
        assert!(
            !shown.contains("acc3ss") && !shown.contains("r3fresh"),
            "{shown}"
        );
        assert!(shown.contains("[redacted]"), "{shown}");
    }

    #[test]
    fn a_stored_token_that_is_spoilt_is_not_quoted() {
        for spoilt in [
            r#""acc3ss""#,
            r#"[77889900]"#,
            r#"{"access":77889900}"#,
            r#"{"access":"a","token_type":["acc3ss"],"token_type":77889900}"#,
            r#"{"access":"a","expires_at":"acc3ss"}"#,
            r#"{"access":"a","bound_to":77889900}"#,
            r#"{"access":"acc3ss"#,
        ] {
            let error = serde_json::from_str::<Token>(spoilt).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(
                !shown.contains("acc3ss") && !shown.contains("7788"),
                "{shown}"
            );
        }
    }

    #[test]
    fn a_stored_token_comes_back_whole() {
        let token = Token::new("a")
            .with_refresh("r")
            .with_lifetime(Utc::now(), Duration::from_secs(60))
            .with_type("mac");
        let json = serde_json::to_string(&token).unwrap();
        let back: Token = serde_json::from_str(&json).unwrap();
        assert!(back.is_same(&token));
        assert_eq!(back.refresh().map(Secret::expose), Some("r"));
        assert_eq!(
            (back.issued_at(), back.expires_at()),
            (token.issued_at(), token.expires_at())
        );
        assert_eq!(back.token_type(), "mac");
        assert_eq!(
            serde_json::from_str::<Token>(r#"{"access":"a"}"#)
                .unwrap()
                .token_type(),
            "Bearer"
        );
    }
}
