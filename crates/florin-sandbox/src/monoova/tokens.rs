//! Access tokens: OAuth 2.0 with client credentials, a user's password, or a refresh token.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use http::StatusCode;
use http::header::{AUTHORIZATION, HeaderMap};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::options::Options;
use super::user::{self, BACK_OFFICE, CLIENT_WEBSITE, Identity, User};
use crate::clock::later;
use crate::contract::Checked;
use crate::provider::Refusal;

#[derive(Debug, Default)]
pub(super) struct Tokens {
    access: HashMap<String, (Identity, DateTime<Utc>)>,
    refresh: HashMap<String, Identity>,
    made: usize,
    issued: usize,
}

impl Tokens {
    pub(super) const fn issued(&self) -> usize {
        self.issued
    }

    pub(super) fn expire_all(&mut self) {
        self.access.clear();
    }

    pub(super) fn revoke_refresh_tokens(&mut self) {
        self.refresh.clear();
    }

    pub(super) fn expire(&mut self, headers: &HeaderMap) {
        if let Some(token) = bearer(headers) {
            self.access.remove(token);
        }
    }

    /// Answers a token request that has passed the spec.
    pub(super) fn issue(
        &mut self,
        request: &Checked,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Result<Value, Refusal> {
        let sent = |name: &str| request.body[name].as_str();
        let application = application(request)?;
        let identity = match sent("grant_type") {
            Some("client_credentials") if application == BACK_OFFICE => Identity::BackOffice,
            Some("password") if application == CLIENT_WEBSITE => {
                let known = User::ALL.into_iter().find(|user| {
                    let known = user.credentials();
                    known.username.as_deref() == sent("username")
                        && known.password.as_deref() == sent("password")
                });
                let known = known.ok_or_else(|| {
                    refused("invalid_grant", "The username or the password is wrong")
                })?;
                Identity::Website(known)
            }
            Some("client_credentials" | "password") => {
                let why = "The application may not use this grant";
                return Err(refused("unauthorized_client", why));
            }
            Some("refresh_token") if options.refresh_tokens => {
                let spent = sent("refresh_token").and_then(|token| self.refresh.remove(token));
                spent.ok_or_else(|| {
                    refused("invalid_grant", "The refresh token is unknown or spent")
                })?
            }
            _ => {
                let why = "The sandbox plays client_credentials, password and refresh_token";
                return Err(refused("unsupported_grant_type", why));
            }
        };
        // A refresh may leave the scope out: it is that of the token before.
        let refreshes = sent("grant_type") == Some("refresh_token");
        if sent("scope") != Some(application) && !(refreshes && sent("scope").is_none()) {
            let why = "The scope is missing, unknown, or not the application's";
            return Err(refused("invalid_scope", why));
        }
        Ok(self.grant(identity, application, options, now))
    }

    fn grant(
        &mut self,
        identity: Identity,
        scope: &str,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Value {
        self.issued += 1;
        let token = self.opaque();
        let until = later(now, options.token_lifetime);
        self.access.insert(token.clone(), (identity, until));
        let mut answer = json!({
            "access_token": token,
            "token_type": "Bearer",
            "scope": scope,
            "created_at": now.timestamp(),
        });
        if options.lifetime_in_answer {
            answer["expires_in"] = options.token_lifetime.as_secs().into();
        }
        if options.refresh_tokens && identity != Identity::BackOffice {
            let refresh = self.opaque();
            self.refresh.insert(refresh.clone(), identity);
            answer["refresh_token"] = refresh.into();
        }
        answer
    }

    /// 43 characters, as the sample has; the same ones in every run of a test.
    fn opaque(&mut self) -> String {
        self.made += 1;
        URL_SAFE_NO_PAD.encode(Sha256::digest(format!("monoova {}", self.made)))
    }

    /// Whose token a request brings.
    pub(super) fn authorise(
        &self,
        headers: &HeaderMap,
        now: DateTime<Utc>,
    ) -> Result<Identity, Refusal> {
        let Some(token) = bearer(headers) else {
            let why = "This call needs the header Authorization: Bearer <access_token>";
            return Err(unauthorised(why));
        };
        match self.access.get(token) {
            Some((identity, until)) if now < *until => Ok(*identity),
            Some(_) => Err(unauthorised("The access token has expired")),
            None => Err(unauthorised("The access token is invalid")),
        }
    }
}

/// The scope of the application that asks, by its id and secret in the form or in the header.
fn application(request: &Checked) -> Result<&'static str, Refusal> {
    let form = |name: &str| request.body[name].as_str().unwrap_or_default().to_owned();
    let (id, secret) =
        basic(&request.headers).unwrap_or_else(|| (form("client_id"), form("client_secret")));
    for (scope, known) in [
        (BACK_OFFICE, user::back_office()),
        (CLIENT_WEBSITE, User::First.credentials()),
    ] {
        if (known.client_id, known.client_secret) == (id.clone(), secret.clone()) {
            return Ok(scope);
        }
    }
    let refusal = Refusal::new(
        StatusCode::UNAUTHORIZED,
        "The client id or the client secret is wrong",
    );
    Err(refusal.with_code("invalid_client"))
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let sent = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let decoded = STANDARD.decode(sent.strip_prefix("Basic ")?).ok()?;
    let decoded = String::from_utf8(decoded).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
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
