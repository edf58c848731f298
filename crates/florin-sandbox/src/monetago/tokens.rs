//! Access tokens: given for the right credentials, good for a while.

use std::collections::HashMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use http::header::{AUTHORIZATION, HeaderMap};
use http::{HeaderName, StatusCode};
use serde_json::{Value, json};

use super::lender::{Lender, credentials};
use crate::clock::later;
use crate::provider::Refusal;

/// The header that a page of the provider's prose names, and that none of its samples sends.
const MISNAMED: HeaderName = HeaderName::from_static("authentication");

#[derive(Debug)]
struct Grant {
    lender: Lender,
    until: DateTime<Utc>,
}

/// The tokens that were given out.
#[derive(Debug)]
pub(super) struct Tokens {
    lifetime: Duration,
    grants: HashMap<String, Grant>,
    issued: usize,
}

impl Tokens {
    pub(super) fn new(lifetime: Duration) -> Self {
        Self {
            lifetime,
            grants: HashMap::new(),
            issued: 0,
        }
    }

    pub(super) const fn issued(&self) -> usize {
        self.issued
    }

    pub(super) fn expire_all(&mut self) {
        self.grants.clear();
    }

    pub(super) fn expire(&mut self, headers: &HeaderMap) {
        if let Some(token) = bearer(headers) {
            self.grants.remove(token);
        }
    }

    /// Gives a token for the credentials in `request`, which has passed the spec.
    pub(super) fn issue(&mut self, request: &Value, now: DateTime<Utc>) -> Result<Value, Refusal> {
        let lender = Lender::ALL.into_iter().find(|lender| {
            let known = credentials(*lender);
            request["client_id"] == known.client_id
                && request["client_secret"] == known.client_secret
        });
        let lender = lender.ok_or_else(|| {
            Refusal::new(StatusCode::UNAUTHORIZED, "the client id or secret is wrong")
        })?;
        let known = credentials(lender);
        if request["audience"] != known.audience {
            let detail = format!(
                "this client has no access to the audience {}",
                request["audience"]
            );
            return Err(Refusal::new(StatusCode::FORBIDDEN, detail));
        }
        self.issued += 1;
        self.grants.retain(|_, grant| grant.until > now);
        let until = later(now, self.lifetime);
        let claims = json!({
            "sub": known.client_id,
            "aud": known.audience,
            "iat": now.timestamp(),
            "exp": until.timestamp(),
            "jti": self.issued,
        });
        // Shaped like a JWT so that nobody is surprised by one. The signature is none.
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let token = format!(
            "{}.{}.sandbox",
            part(&json!({ "alg": "RS256", "typ": "JWT" })),
            part(&claims)
        );
        self.grants.insert(token.clone(), Grant { lender, until });
        Ok(
            json!({ "access_token": token, "expires_in": self.lifetime.as_secs(), "token_type": "Bearer" }),
        )
    }

    /// Whose token a request brings.
    pub(super) fn authorise(
        &self,
        headers: &HeaderMap,
        now: DateTime<Utc>,
    ) -> Result<Lender, Refusal> {
        if headers.contains_key(MISNAMED) {
            let detail = "the token belongs into the header Authorization; the header Authentication is not read";
            return Err(unauthorised(detail, "Bearer error=\"invalid_request\""));
        }
        let Some(token) = bearer(headers) else {
            return Err(unauthorised(
                "this operation needs the header Authorization: Bearer <token>",
                "Bearer",
            ));
        };
        match self.grants.get(token) {
            Some(grant) if now < grant.until => Ok(grant.lender),
            _ => Err(unauthorised(
                "the token is unknown or has expired",
                "Bearer error=\"invalid_token\"",
            )),
        }
    }
}

fn unauthorised(detail: &str, challenge: &'static str) -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, detail).with_challenge(challenge)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
