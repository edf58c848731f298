//! Who may call an operation, as the security schemes of its spec have it.
//!
//! A bearer token is one that was given out or a fixed one, whatever the scheme it is for: a document says nothing of what is
//! in it. What can't be seen here, a certificate, is taken for given.

use std::collections::{HashMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};
use serde_json::Value;

use super::{API_KEY, PASSWORD, TOKEN, USERNAME};
use crate::contract::any::OperationPlace;
use crate::samples::pointed::resolved;

/// The schemes of a spec, and which of them each operation wants.
#[derive(Debug, Default)]
pub(super) struct Access {
    schemes: HashMap<String, Scheme>,
    /// By operation: alternatives, each of which names schemes that it wants together.
    wanted: HashMap<String, Vec<Vec<String>>>,
}

#[derive(Clone, Debug)]
enum Scheme {
    Bearer,
    Basic,
    Key {
        place: String,
        name: String,
    },
    /// Another scheme of `Authorization`.
    Named(String),
    /// Nothing that a request shows.
    Unseen,
}

/// The bearer tokens that are good.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    given: HashMap<String, DateTime<Utc>>,
    expired: HashSet<String>,
    pub(super) issued: usize,
}

impl Tokens {
    pub(super) fn give(&mut self, token: String, until: DateTime<Utc>) {
        self.issued += 1;
        self.given.insert(token, until);
    }

    pub(super) fn expire(&mut self, headers: &HeaderMap) {
        if let Some(token) = credentials(headers, "bearer") {
            self.given.remove(token);
            self.expired.insert(token.to_owned());
        }
    }

    pub(super) fn expire_all(&mut self) {
        self.given.clear();
    }

    fn takes(&self, token: &str, now: DateTime<Utc>) -> bool {
        if self.expired.contains(token) {
            return false;
        }
        token == TOKEN || self.given.get(token).is_some_and(|until| now < *until)
    }
}

impl Access {
    pub(super) fn read(document: &Value, operations: &[(String, OperationPlace<'_>)]) -> Self {
        let schemes = document["components"]["securitySchemes"].as_object();
        let schemes = schemes.into_iter().flatten();
        let schemes =
            schemes.map(|(name, scheme)| (name.clone(), Scheme::read(resolved(document, scheme))));
        let wanted = operations.iter().map(|(id, place)| {
            let security = place.operation.get("security");
            let security = security.or_else(|| document.get("security"));
            let alternatives = security.and_then(Value::as_array).into_iter().flatten();
            let names = |alternative: &Value| {
                let names = alternative.as_object().into_iter().flatten();
                names.map(|(name, _)| name.clone()).collect()
            };
            (id.clone(), alternatives.map(names).collect())
        });
        Self {
            schemes: schemes.collect(),
            wanted: wanted.collect(),
        }
    }

    /// Lets a request in.
    ///
    /// # Errors
    /// What is missing, for people.
    pub(super) fn admit(
        &self,
        operation: &str,
        query: Option<&str>,
        headers: &HeaderMap,
        tokens: &Tokens,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        let Some(alternatives) = self.wanted.get(operation).filter(|all| !all.is_empty()) else {
            return Ok(());
        };
        let is_met = |name: &String| {
            let scheme = self.schemes.get(name);
            scheme.is_none_or(|scheme| scheme.is_met(query, headers, tokens, now))
        };
        if alternatives.iter().any(|all| all.iter().all(is_met)) {
            return Ok(());
        }
        let wanted: Vec<_> = alternatives.iter().map(|all| all.join(" with ")).collect();
        Err(format!("this operation wants {}", wanted.join(", or ")))
    }
}

impl Scheme {
    fn read(scheme: &Value) -> Self {
        let text = |word: &str| scheme[word].as_str().unwrap_or_default();
        match text("type") {
            "oauth2" | "openIdConnect" => Self::Bearer,
            "apiKey" => Self::Key {
                place: text("in").to_owned(),
                name: text("name").to_owned(),
            },
            "http" => match text("scheme").to_ascii_lowercase().as_str() {
                "bearer" => Self::Bearer,
                "basic" => Self::Basic,
                other => Self::Named(other.to_owned()),
            },
            _ => Self::Unseen,
        }
    }

    fn is_met(
        &self,
        query: Option<&str>,
        headers: &HeaderMap,
        tokens: &Tokens,
        now: DateTime<Utc>,
    ) -> bool {
        match self {
            Self::Unseen => true,
            Self::Named(scheme) => credentials(headers, scheme).is_some(),
            Self::Bearer => {
                credentials(headers, "bearer").is_some_and(|token| tokens.takes(token, now))
            }
            Self::Basic => {
                let wanted = STANDARD.encode(format!("{USERNAME}:{PASSWORD}"));
                credentials(headers, "basic") == Some(wanted.as_str())
            }
            Self::Key { place, name } => match place.as_str() {
                "header" => headers.get(name).is_some_and(|key| key == API_KEY),
                "cookie" => {
                    let wanted = format!("{name}={API_KEY}");
                    let lines = headers
                        .get_all(COOKIE)
                        .iter()
                        .filter_map(|line| line.to_str().ok());
                    let mut pairs = lines.flat_map(|line| line.split(';'));
                    pairs.any(|pair| pair.trim() == wanted)
                }
                _ => {
                    let query = query.unwrap_or_default().as_bytes();
                    let mut pairs = url::form_urlencoded::parse(query);
                    pairs.any(|(known, key)| known == *name && key == API_KEY)
                }
            },
        }
    }
}

/// What stands behind a scheme in `Authorization`.
pub(super) fn credentials<'a>(headers: &'a HeaderMap, wanted: &str) -> Option<&'a str> {
    let (scheme, rest) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case(wanted).then(|| rest.trim())
}
