//! Tokens from a user name and a password.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{
    ConfigError, Error as CoreError, Limits, Operation, RetryPolicy, Seam, Secret, Session,
    SessionBuilder, Token, TokenError, TokenSource, Transport,
};
use florin_nemuru::{operations, types};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Credentials;
use crate::no_json::is_no_json;
use crate::refresh_first::{NotRefreshed, refresh_first};

/// Bytes of an answer that is read from the token host. A token has a few thousand at most.
const TOKEN_ANSWER: usize = 64 << 10;

/// Logs in, and refreshes while there is something to refresh with.
///
/// A refresh that is refused (any 4xx), or whose outcome isn't known (no answer, a 5xx, an answer without a token), is
/// followed by a login, once: the password is always there, and a login harms nothing. Only where the host can't be
/// reached, or asks to wait (429), the login would fare no better and isn't tried.
pub(super) struct Login {
    session: Session,
    credentials: Credentials,
}

/// Where tokens come from.
pub(super) struct TokenHost<'a> {
    pub(super) auth_url: &'a str,
    pub(super) api_url: &'a str,
    pub(super) limits: Limits,
    pub(super) seam: Seam,
    pub(super) transport: Option<Arc<dyn Transport>>,
}

/// What a login or a refresh answers, as lenient as it gets.
#[derive(Deserialize)]
struct Answer {
    access_token: Secret,
    #[serde(default)]
    refresh_token: Option<Secret>,
    #[serde(default)]
    token_type: Option<String>,
    /// Seconds, as a number or as text.
    #[serde(default)]
    expires_in: Option<Value>,
}

impl Login {
    /// A source of tokens for these credentials. Sends nothing yet. `adjust` has the last word on its session.
    pub(super) fn new(
        credentials: Credentials,
        host: TokenHost<'_>,
        adjust: impl FnOnce(SessionBuilder) -> Result<SessionBuilder, ConfigError>,
    ) -> Result<Self, ConfigError> {
        let mut session = Session::builder(host.auth_url)
            .server("auth", host.auth_url)
            // Sends nothing there. It shares its connections with the session that does, so they have to fit both.
            .server("api", host.api_url)
            .anonymous()
            .limits(host.limits.response_bytes(TOKEN_ANSWER))
            // The cache of tokens repeats what may be repeated; two layers of patience would multiply.
            .retry(RetryPolicy::never())
            .seam(host.seam);
        if let Some(transport) = host.transport {
            session = session.transport(transport);
        }
        Ok(Self {
            session: adjust(session)?.build()?,
            credentials,
        })
    }

    /// What token requests are sent through, for the provider's session to share.
    pub(super) fn transport(&self) -> Arc<dyn Transport> {
        self.session.transport()
    }

    async fn get(&self, previous: Option<Token>) -> Result<Token, TokenError> {
        let refresh = previous.as_ref().and_then(Token::refresh);
        refresh_first(refresh.map(|refresh| self.refresh(refresh)), self.log_in()).await
    }

    async fn log_in(&self) -> Result<Token, TokenError> {
        let body = types::LoginRequest {
            username: self.credentials.username.clone(),
            password: self.credentials.password.clone(),
        };
        let token = self.ask(&operations::LOGIN, &body).await;
        token.map_err(TokenError::from)
    }

    async fn refresh(&self, refresh: &Secret) -> Result<Token, NotRefreshed> {
        let body = types::RefreshTokenRequest {
            username: self.credentials.username.clone(),
            refresh_token: refresh.clone(),
        };
        let token = self.ask(&operations::REFRESH_TOKEN, &body).await?;
        // An answer that brings no new one leaves the old one in force.
        Ok(match token.refresh() {
            Some(_) => token,
            None => token.with_refresh(refresh.clone()),
        })
    }

    async fn ask<B: Serialize>(
        &self,
        operation: &'static Operation,
        body: &B,
    ) -> Result<Token, NotRefreshed> {
        let asked_at = self.session.seam().now();
        let mut request = self.session.request(operation);
        request.json(body);
        let answer = request.send_json::<Answer, types::ErrorResponse>().await;
        let answer = answer.map_err(refusal)?.into_inner();
        token(answer, asked_at)
            .map_err(|problem| NotRefreshed::Otherwise(TokenError::failed(problem)))
    }
}

impl TokenSource for Login {
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(self.get(previous))
    }

    fn issuer(&self) -> Option<String> {
        let user = &self.credentials.username;
        Some(format!("{} {user}", self.session.base_url()))
    }
}

/// What a failed token request means for who asks again. Answers may hold a token, so none is quoted.
fn refusal(error: CoreError<types::ErrorResponse>) -> NotRefreshed {
    if error.is_decode() {
        let asked = error.operation();
        // The next one may be the provider's own.
        let told = if error.raw_body().is_some_and(|body| is_no_json(body)) {
            TokenError::transient(format!(
                "the answer to {asked} isn't JSON, so something in between may have given it: it should hold access_token"
            ))
        } else {
            let field = error.field().unwrap_or_default();
            TokenError::failed(format!(
                "the answer to {asked} can't be read at {field}: it should hold access_token"
            ))
        };
        return NotRefreshed::Otherwise(told.with_call(error));
    }
    let asked = error.operation().to_owned();
    let told = match error.status() {
        Some(status) if status == 401 || status == 403 => {
            TokenError::refused(format!("{asked} was answered with status {status}"))
        }
        Some(status) if error.is_transient() => {
            TokenError::transient(format!("{asked} was answered with status {status}"))
        }
        Some(status) => TokenError::failed(format!(
            "{asked} was answered with status {status}; check the user name and the address of the login"
        )),
        None if error.is_transient() => {
            TokenError::transient("the token host can't be reached or gives no answer")
        }
        None => TokenError::failed("the token request failed"),
    };
    let is_hopeless = error.is_connect() || error.is_rate_limited();
    let told = told.with_call(error);
    if is_hopeless {
        NotRefreshed::Hopeless(told)
    } else {
        NotRefreshed::Otherwise(told)
    }
}

fn token(answer: Answer, asked_at: chrono::DateTime<chrono::Utc>) -> Result<Token, &'static str> {
    let is_bearer = answer
        .token_type
        .as_deref()
        .is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
    if !is_bearer {
        return Err("the login gave a token that isn't a bearer token");
    }
    if answer.access_token.expose().trim().is_empty() {
        return Err("the login gave an empty token");
    }
    let mut token = Token::new(answer.access_token);
    if let Some(refresh) = answer
        .refresh_token
        .filter(|text| !text.expose().trim().is_empty())
    {
        token = token.with_refresh(refresh);
    }
    // Without a lifetime the token is used until it is refused.
    Ok(match answer.expires_in.as_ref().and_then(seconds) {
        Some(lifetime) => token.with_lifetime(asked_at, lifetime),
        None => token,
    })
}

/// A lifetime in seconds: `7200`, `7200.0`, `"7200"`. One that is none counts as not given.
fn seconds(value: &Value) -> Option<Duration> {
    let seconds = match value {
        Value::Number(number) => number.as_f64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    Duration::try_from_secs_f64(seconds).ok()
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("session", &self.session)
            .field("credentials", &self.credentials)
            .finish()
    }
}
