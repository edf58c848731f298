//! Tokens: given for a user name and password, renewed by a refresh token, good for a while.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use http::header::{AUTHORIZATION, HeaderMap};
use serde_json::{Value, json};

use super::agent::Agent;
use super::options::{Options, Refresh, TokenType};
use super::problem;
use crate::clock::later;
use crate::identifiers::Identifiers;
use crate::provider::Refusal;

#[derive(Debug)]
struct Grant {
    agent: Agent,
    until: DateTime<Utc>,
}

/// The tokens that were given out.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    access: HashMap<String, Grant>,
    refresh: HashMap<String, Agent>,
    pub(super) logins: usize,
    pub(super) refreshes: usize,
}

impl Tokens {
    /// Makes every access token invalid; refresh tokens stay good.
    pub(super) fn expire_all(&mut self) {
        self.access.clear();
    }

    pub(super) fn expire(&mut self, headers: &HeaderMap) {
        if let Some(token) = bearer(headers) {
            self.access.remove(token);
        }
    }

    pub(super) fn revoke_refresh_tokens(&mut self) {
        self.refresh.clear();
    }

    /// Gives a token for a user name and a password.
    pub(super) fn login(
        &mut self,
        request: &Value,
        options: &Options,
        identifiers: &mut Identifiers,
        now: DateTime<Utc>,
    ) -> Result<Value, Refusal> {
        let text = |field: &str| request[field].as_str().unwrap_or_default();
        let agent = Agent::of_login(text("username"), text("password"))
            .ok_or_else(|| problem::unauthorised("the user name or the password is wrong"))?;
        self.logins += 1;
        let renewal = identifiers.next();
        self.refresh.insert(renewal.clone(), agent);
        Ok(self.grant(agent, Some(&renewal), options, identifiers, now))
    }

    /// Gives a token for a refresh token.
    pub(super) fn refresh(
        &mut self,
        request: &Value,
        options: &Options,
        identifiers: &mut Identifiers,
        now: DateTime<Utc>,
    ) -> Result<Value, Refusal> {
        let text = |field: &str| request[field].as_str().unwrap_or_default();
        let brought = text("refresh_token");
        let agent = self
            .refresh
            .get(brought)
            .copied()
            .filter(|agent| agent.username() == text("username"))
            .filter(|_| options.refresh != Refresh::Refused)
            .ok_or_else(|| problem::unauthorised("the refresh token is unknown or used up"))?;
        self.refreshes += 1;
        let renewal = match options.refresh {
            Refresh::Stays => Some(brought.to_owned()),
            Refresh::Unnamed => None,
            Refresh::Rotates | Refresh::Refused => {
                self.refresh.remove(brought);
                let renewal = identifiers.next();
                self.refresh.insert(renewal.clone(), agent);
                Some(renewal)
            }
        };
        Ok(self.grant(agent, renewal.as_deref(), options, identifiers, now))
    }

    fn grant(
        &mut self,
        agent: Agent,
        renewal: Option<&str>,
        options: &Options,
        identifiers: &mut Identifiers,
        now: DateTime<Utc>,
    ) -> Value {
        self.access.retain(|_, grant| grant.until > now);
        let until = later(now, options.token_lifetime);
        let token = identifiers.next();
        self.access.insert(token.clone(), Grant { agent, until });
        let mut answer = json!({
            "token_type": match options.token_type {
                TokenType::Capital => "Bearer",
                TokenType::Lower => "bearer",
            },
            "access_token": token,
            "expires_in": options.token_lifetime.as_secs(),
        });
        if let Some(renewal) = renewal {
            answer["refresh_token"] = renewal.into();
        }
        answer
    }

    /// Whose token a request brings.
    pub(super) fn authorise(
        &self,
        headers: &HeaderMap,
        now: DateTime<Utc>,
    ) -> Result<Agent, Refusal> {
        let Some(token) = bearer(headers) else {
            return Err(problem::unauthorised(
                "this operation needs the header Authorization: Bearer <token>",
            ));
        };
        match self.access.get(token) {
            Some(grant) if now < grant.until => Ok(grant.agent),
            _ => Err(problem::unauthorised("the token is unknown or has expired")),
        }
    }
}

/// The token, if the scheme is spelled as Nemuru's own front end spells it.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    (scheme == "Bearer").then(|| token.trim())
}
