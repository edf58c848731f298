//! Tokens: given to the partner for its credentials, good for a while.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use http::StatusCode;
use http::header::{AUTHORIZATION, HeaderMap};
use serde_json::{Value, json};

use super::options::{Options, TokenPaths};
use super::{CLIENT_ID, CLIENT_SECRET, CONNECT, OAUTH2, SCOPE};
use crate::clock::later;
use crate::contract::Checked;
use crate::provider::Refusal;

/// The tokens that were given out.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    access: HashMap<String, DateTime<Utc>>,
    pub(super) issued: usize,
}

impl Tokens {
    /// Makes every token invalid.
    pub(super) fn expire_all(&mut self) {
        self.access.clear();
    }

    pub(super) fn expire(&mut self, headers: &HeaderMap) {
        if let Some(token) = bearer(headers) {
            self.access.remove(token);
        }
    }

    /// Gives a token for the credentials of the partner.
    pub(super) fn give(
        &mut self,
        request: &Checked,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Result<Value, Refusal> {
        let sent = |name: &str| request.body[name].as_str();
        let connect = request.route == CONNECT;
        let served = match options.token_paths {
            TokenPaths::Both => true,
            TokenPaths::Connect => connect,
            TokenPaths::Oauth2 => request.route == OAUTH2,
        };
        if !served {
            let why = format!("there is nothing at {}", request.route);
            return Err(Refusal::new(StatusCode::NOT_FOUND, why));
        }
        if sent("grant_type") != Some("client_credentials") {
            let why = "the grant is client_credentials";
            return Err(refused("unsupported_grant_type", why));
        }
        if (sent("client_id"), sent("client_secret")) != (Some(CLIENT_ID), Some(CLIENT_SECRET)) {
            let why = "the client id or the client secret is wrong";
            return Err(refused("invalid_client", why));
        }
        match sent("scope") {
            Some(SCOPE) => {}
            None if !connect => {}
            None => {
                let why = format!("{CONNECT} wants the scope {SCOPE}");
                return Err(refused("invalid_request", &why));
            }
            Some(_) => return Err(refused("invalid_request", "the scope is unknown")),
        }
        self.access.retain(|_, until| *until > now);
        self.issued += 1;
        let token = self.opaque();
        let until = later(now, options.token_lifetime);
        self.access.insert(token.clone(), until);
        Ok(json!({
            "access_token": token,
            "expires_in": options.token_lifetime.as_secs(),
            "token_type": "Bearer",
        }))
    }

    /// Something that looks like a token and is the same in every run of a test.
    fn opaque(&self) -> String {
        URL_SAFE_NO_PAD.encode(format!("tradevest sandbox token {:06}", self.issued))
    }

    /// Whether the token of a request is good.
    pub(super) fn authorise(&self, headers: &HeaderMap, now: DateTime<Utc>) -> Result<(), Refusal> {
        let Some(token) = bearer(headers) else {
            let why = "this call needs the header Authorization: Bearer <access_token>";
            return Err(unauthorised(why));
        };
        match self.access.get(token) {
            Some(until) if now < *until => Ok(()),
            _ => Err(unauthorised("the token is unknown or has expired")),
        }
    }
}

fn refused(code: &'static str, why: &str) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, why).with_code(code)
}

fn unauthorised(why: &str) -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, why).with_challenge("Bearer")
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
