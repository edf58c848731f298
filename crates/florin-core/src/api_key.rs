//! A key that goes along with each request under a name of the provider's, where another provider would have a token.
//!
//! It is marked as a secret wherever it goes: a header says so by itself, and a query parameter is named in
//! [`Outgoing`](crate::Outgoing), so that recordings leave its value out.

use http::HeaderMap;
use http::header::{COOKIE, HeaderName, HeaderValue};
use url::Url;

use crate::{ConfigError, Secret};

/// What goes along, ready to be put into a request.
pub(crate) enum ApiKey {
    Header(HeaderName, HeaderValue),
    Query(String, Secret),
}

impl ApiKey {
    pub(crate) fn header(name: &str, key: &Secret) -> Result<Self, ConfigError> {
        let header = HeaderName::from_bytes(name.as_bytes())
            .map_err(|_| ConfigError::new(format!("api key {name:?}"), "isn't a header name"))?;
        Ok(Self::Header(header, secret_value(name, key.expose())?))
    }

    pub(crate) fn cookie(name: &str, key: &Secret) -> Result<Self, ConfigError> {
        // RFC 6265, section 4.1.1. What it forbids would end the cookie and begin another one.
        let is_octet = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | ',' | ';' | '\\');
        let is_name = HeaderName::from_bytes(name.as_bytes()).is_ok();
        if !is_name || !key.expose().chars().all(is_octet) {
            return Err(ConfigError::new(
                format!("api key {name:?}"),
                "has a name or a value that no cookie may have",
            ));
        }
        let pair = Secret::from(format!("{name}={}", key.expose()));
        Ok(Self::Header(COOKIE, secret_value(name, pair.expose())?))
    }

    pub(crate) fn query(name: &str, key: Secret) -> Result<Self, ConfigError> {
        if name.is_empty() || key.expose().is_empty() {
            return Err(ConfigError::new(
                format!("api key {name:?}"),
                "has an empty name or value",
            ));
        }
        Ok(Self::Query(name.to_owned(), key))
    }

    /// The query parameter that holds it, if one does.
    pub(crate) fn parameter(&self) -> Option<&str> {
        match self {
            Self::Header(..) => None,
            Self::Query(name, _) => Some(name),
        }
    }

    /// Puts it in, in place of what the request has under that name.
    pub(crate) fn put(&self, url: &mut Url, headers: &mut HeaderMap) {
        match self {
            Self::Header(name, value) if *name == COOKIE => {
                // One header holds all cookies (RFC 6265, section 5.4).
                let others = headers.remove(COOKIE);
                let all = others.and_then(|others| {
                    let joined = [others.as_bytes(), b"; ", value.as_bytes()].concat();
                    let mut joined = HeaderValue::from_bytes(&joined).ok()?;
                    joined.set_sensitive(true);
                    Some(joined)
                });
                headers.insert(COOKIE, all.unwrap_or_else(|| value.clone()));
            }
            Self::Header(name, value) => {
                headers.insert(name, value.clone());
            }
            Self::Query(name, key) => {
                if url.query_pairs().any(|(known, _)| known == name.as_str()) {
                    let others = url.clone();
                    let others = others
                        .query_pairs()
                        .filter(|(known, _)| known != name.as_str());
                    url.query_pairs_mut().clear().extend_pairs(others);
                }
                url.query_pairs_mut().append_pair(name, key.expose());
            }
        }
    }
}

fn secret_value(name: &str, text: &str) -> Result<HeaderValue, ConfigError> {
    let mut value = HeaderValue::from_str(text).map_err(|_| {
        ConfigError::new(
            format!("api key {name:?}"),
            "has a value that no header may hold",
        )
    })?;
    value.set_sensitive(true);
    Ok(value)
}
