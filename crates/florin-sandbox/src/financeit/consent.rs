//! The authorization code flow with PKCE: a code for whoever the user lets in, a token for the code.
//!
//! Both addresses, and all rules beyond OAuth 2.0's own, are the sandbox's: the provider's stand in a guide that it hands out
//! to partners. A code is good once, for ten minutes. PKCE with S256 is asked for, and a redirect goes to any `https` address
//! or to `http` on loopback.

use std::collections::HashMap;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::{Value, json};
use url::Url;

use super::opaque;
use super::options::{Consent, Options};
use super::tokens::Tokens;
use super::user::{APP_ID, APP_SECRET, Identity, User};
use crate::clock::later;
use crate::provider::{Answer, Outside, Refusal};

const CODE_LIFETIME: Duration = Duration::from_secs(600);

#[derive(Debug)]
struct Code {
    user: User,
    challenge: String,
    redirect_uri: String,
    until: DateTime<Utc>,
}

/// The codes that were given out and not used.
#[derive(Debug, Default)]
pub(super) struct Codes {
    waiting: HashMap<String, Code>,
    issued: usize,
}

impl Codes {
    pub(super) const fn issued(&self) -> usize {
        self.issued
    }

    /// Sends the browser back with a code, or with a no. Where to send it is not known, or not to be trusted: a refusal.
    pub(super) fn authorize(
        &mut self,
        request: &Outside<'_>,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Result<Answer, Refusal> {
        let asked = Fields::of(request.query.unwrap_or_default().as_bytes());
        if asked.get("client_id") != Some(APP_ID) {
            return Err(bad_request("client_id names no application"));
        }
        let redirect_uri = asked.get("redirect_uri").unwrap_or_default();
        let Some(mut back) = trusted(redirect_uri) else {
            let detail = "redirect_uri must be an https address, or http on loopback";
            return Err(bad_request(detail));
        };
        let outcome = if asked.get("response_type") != Some("code") {
            Err("unsupported_response_type")
        } else if asked.get("code_challenge_method") != Some("S256") {
            Err("invalid_request")
        } else if options.consent == Consent::Denied {
            Err("access_denied")
        } else {
            match asked.get("code_challenge") {
                Some(challenge) if challenge.len() == 43 => {
                    Ok(self.code(options.consenting, challenge, redirect_uri, now))
                }
                _ => Err("invalid_request"),
            }
        };
        {
            let mut query = back.query_pairs_mut();
            match &outcome {
                Ok(code) => query.append_pair("code", code),
                Err(error) => query.append_pair("error", error),
            };
            if let Some(state) = asked.get("state") {
                query.append_pair("state", state);
            }
        }
        let mut headers = HeaderMap::new();
        // An address that was parsed has no character that a header may not have.
        if let Ok(location) = HeaderValue::from_str(back.as_str()) {
            headers.insert(LOCATION, location);
        }
        Ok(Answer {
            status: StatusCode::FOUND,
            headers,
            body: Bytes::new(),
        })
    }

    fn code(&mut self, user: User, challenge: &str, back: &str, now: DateTime<Utc>) -> String {
        self.issued += 1;
        let code = opaque::code(self.issued);
        let waiting = Code {
            user,
            challenge: challenge.to_owned(),
            redirect_uri: back.to_owned(),
            until: later(now, CODE_LIFETIME),
        };
        self.waiting.insert(code.clone(), waiting);
        code
    }

    /// Gives a token for a code. A refusal is in the words of OAuth 2.0, and a code that was shown is spent all the same.
    pub(super) fn exchange(
        &mut self,
        request: &Outside<'_>,
        tokens: &mut Tokens,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Answer {
        match self.redeem(request, now) {
            Ok(user) => {
                let lifetime = options.code_token_lifetime;
                let token = tokens.grant(Identity::Consent(user), lifetime, now);
                let mut body = json!({ "access_token": token, "token_type": "Bearer" });
                if let Some(lifetime) = lifetime {
                    body["expires_in"] = lifetime.as_secs().into();
                }
                said(StatusCode::OK, &body)
            }
            Err(refused) => {
                let status = if refused.error == "invalid_client" {
                    StatusCode::UNAUTHORIZED
                } else {
                    StatusCode::BAD_REQUEST
                };
                let body = json!({ "error": refused.error, "error_description": refused.why });
                said(status, &body)
            }
        }
    }

    fn redeem(&mut self, request: &Outside<'_>, now: DateTime<Utc>) -> Result<User, Refused> {
        let form = request
            .headers
            .get(CONTENT_TYPE)
            .and_then(|sent| sent.to_str().ok())
            .is_some_and(|sent| sent.starts_with("application/x-www-form-urlencoded"));
        if !form {
            return Err(Refused::new("invalid_request", "the body is no form"));
        }
        let sent = Fields::of(request.body);
        if !is_application(request.headers, &sent) {
            return Err(Refused::new(
                "invalid_client",
                "the client id or secret is wrong",
            ));
        }
        if sent.get("grant_type") != Some("authorization_code") {
            return Err(Refused::new(
                "unsupported_grant_type",
                "only authorization_code is played",
            ));
        }
        let code = sent.get("code").and_then(|code| self.waiting.remove(code));
        let Some(code) = code.filter(|code| now < code.until) else {
            return Err(Refused::new(
                "invalid_grant",
                "the code is unknown, used or too old",
            ));
        };
        if sent.get("redirect_uri") != Some(&code.redirect_uri) {
            return Err(Refused::new(
                "invalid_grant",
                "redirect_uri is not the one that the code was asked for with",
            ));
        }
        let verifier = sent.get("code_verifier").unwrap_or_default();
        if !(43..=128).contains(&verifier.len()) || opaque::challenge(verifier) != code.challenge {
            return Err(Refused::new(
                "invalid_grant",
                "code_verifier does not fit the code_challenge",
            ));
        }
        Ok(code.user)
    }
}

struct Refused {
    error: &'static str,
    why: &'static str,
}

impl Refused {
    const fn new(error: &'static str, why: &'static str) -> Self {
        Self { error, why }
    }
}

/// The fields of a query or a form.
struct Fields(HashMap<String, String>);

impl Fields {
    fn of(encoded: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(encoded).into_owned().collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// The application's id and secret, in the header or in the form.
fn is_application(headers: &HeaderMap, form: &Fields) -> bool {
    let basic = || {
        let sent = headers.get(AUTHORIZATION)?.to_str().ok()?;
        let decoded = STANDARD.decode(sent.strip_prefix("Basic ")?).ok()?;
        String::from_utf8(decoded).ok()
    };
    match basic() {
        Some(pair) => pair == format!("{APP_ID}:{APP_SECRET}"),
        None => {
            form.get("client_id") == Some(APP_ID) && form.get("client_secret") == Some(APP_SECRET)
        }
    }
}

fn trusted(redirect_uri: &str) -> Option<Url> {
    let url = Url::parse(redirect_uri).ok()?;
    let loopback = match url.host()? {
        url::Host::Domain(name) => name == "localhost",
        url::Host::Ipv4(address) => address.is_loopback(),
        url::Host::Ipv6(address) => address.is_loopback(),
    };
    let fits = url.scheme() == "https" || (url.scheme() == "http" && loopback);
    (fits && url.fragment().is_none()).then_some(url)
}

fn bad_request(detail: &str) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, detail)
}

fn said(status: StatusCode, body: &Value) -> Answer {
    let mut answer = Answer::json(status, body);
    answer
        .headers
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
