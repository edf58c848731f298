//! Access tokens: who gets one from the private token call, and whose token a request brings.

use std::collections::HashMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::StatusCode;
use http::header::{AUTHORIZATION, HeaderMap};
use serde_json::{Value, json};

use super::opaque;
use super::user::{APP_ID, APP_SECRET, Identity, User};
use crate::clock::later;
use crate::provider::Refusal;

#[derive(Debug)]
struct Grant {
    identity: Identity,
    until: Option<DateTime<Utc>>,
}

/// The tokens that were given out, by either way.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    grants: HashMap<String, Grant>,
    issued: usize,
}

impl Tokens {
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
        if request["app_id"] != APP_ID || request["app_secret"] != APP_SECRET {
            return Err(unauthorised("The app_id or app_secret is wrong"));
        }
        if request["anonymous_user"] == true {
            let token = self.grant(Identity::Anonymous, None, now);
            return Ok(json!({ "access_token": token, "user_id": null, "user_type": null }));
        }
        let (Some(login), Some(password)) =
            (request["login"].as_str(), request["password"].as_str())
        else {
            let detail = "login and password are required unless anonymous_user is true";
            return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
        };
        let user = User::ALL.into_iter().find(|user| {
            let known = user.credentials();
            (known.login.as_str(), known.password.as_str()) == (login, password)
        });
        let user = user.ok_or_else(|| unauthorised("The login or password is wrong"))?;
        let (user_id, user_type) = user.described();
        let token = self.grant(Identity::Login(user), None, now);
        Ok(json!({ "access_token": token, "user_id": user_id, "user_type": user_type }))
    }

    /// A new token for somebody who has shown who they are.
    pub(super) fn grant(
        &mut self,
        identity: Identity,
        lifetime: Option<Duration>,
        now: DateTime<Utc>,
    ) -> String {
        self.issued += 1;
        let token = opaque::token(self.issued);
        let until = lifetime.map(|lifetime| later(now, lifetime));
        self.grants.insert(token.clone(), Grant { identity, until });
        token
    }

    /// Whose token a request brings.
    pub(super) fn authorise(
        &self,
        headers: &HeaderMap,
        now: DateTime<Utc>,
    ) -> Result<Identity, Refusal> {
        let Some(token) = bearer(headers) else {
            return Err(unauthorised(
                "This call needs the header Authorization: Bearer <access_token>",
            ));
        };
        match self.grants.get(token) {
            Some(grant) if grant.until.is_none_or(|until| now < until) => Ok(grant.identity),
            _ => Err(unauthorised("The access token is invalid")),
        }
    }
}

fn unauthorised(detail: &str) -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, detail)
}

/// The token, if it stands where it belongs. The documentation's sentence on it has stray quotation marks; with those it
/// is no token.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
