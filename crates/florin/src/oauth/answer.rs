//! What a token endpoint's answer means: a token, or the reason why there is none.

use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::{Token, TokenError};
use oauth2::basic::{BasicErrorResponse, BasicTokenResponse, BasicTokenType};
use oauth2::{RequestTokenError, TokenResponse};

use super::exchange::{Exchange, UNKNOWN};
use crate::no_json::is_no_json;

/// The members of an answer that may be named: those that OAuth 2.0 names (RFC 6749, section 5.1).
const MEMBERS: [&str; 5] = [
    "access_token",
    "token_type",
    "expires_in",
    "refresh_token",
    "scope",
];

/// The token in `answer`, with its lifetime where it brings one, or `usual_lifetime`.
pub(super) fn token_of(
    answer: &BasicTokenResponse,
    asked_at: DateTime<Utc>,
    usual_lifetime: Option<Duration>,
) -> Result<Token, TokenError> {
    let is_bearer = match answer.token_type() {
        BasicTokenType::Bearer => true,
        BasicTokenType::Extension(other) => other.eq_ignore_ascii_case("bearer"),
        BasicTokenType::Mac => false,
    };
    if !is_bearer {
        return Err(TokenError::failed(
            "the token endpoint gave a token that isn't a bearer token",
        ));
    }
    if answer.access_token().secret().trim().is_empty() {
        return Err(TokenError::failed(
            "the token endpoint's answer holds an empty access_token",
        ));
    }
    let mut token = Token::new(answer.access_token().secret().as_str());
    if let Some(lifetime) = answer.expires_in().or(usual_lifetime) {
        token = token.with_lifetime(asked_at, lifetime);
    }
    Ok(token)
}

/// Says in the log where the token is for less than what was asked for.
///
/// A server says so only where the two differ (RFC 6749, section 5.1). It isn't an error: which scope a call needs, and how
/// it is spelled, is the provider's to say, and it says so by refusing the call.
#[cfg(feature = "_client-credentials")]
pub(super) fn warn_of_other_scope(answer: &BasicTokenResponse, asked: Option<&str>) {
    let (Some(granted), Some(asked)) = (answer.scopes(), asked) else {
        return;
    };
    let is_granted = |scope: &str| granted.iter().any(|granted| granted.as_str() == scope);
    if !asked.split_whitespace().all(is_granted) {
        tracing::warn!(
            "the token was granted for another scope than the one asked for; calls may be refused with 403"
        );
    }
}

/// What a failed exchange of a code means. That the code isn't taken says nothing against the credentials.
#[cfg(feature = "_authorization-code")]
pub(super) fn refusal_of_code(
    error: RequestTokenError<Exchange, BasicErrorResponse>,
) -> TokenError {
    match &error {
        RequestTokenError::ServerResponse(answer) if answer.error().as_ref() == "invalid_grant" => {
            TokenError::failed(
                "the code is spent, too old or wrong (invalid_grant); send the user through the authorisation again",
            )
        }
        _ => refusal(error),
    }
}

/// What a failed token request means for who asks again. Answers may hold a token, so none is quoted.
pub(super) fn refusal(error: RequestTokenError<Exchange, BasicErrorResponse>) -> TokenError {
    match error {
        RequestTokenError::ServerResponse(answer) => match answer.error().as_ref() {
            code @ ("temporarily_unavailable" | "server_error" | "slow_down") => {
                TokenError::transient(format!("the token endpoint answered {code}"))
            }
            UNKNOWN => TokenError::refused(
                "the token endpoint answered with an error that OAuth 2.0 doesn't name",
            ),
            code => TokenError::refused(format!("the token endpoint answered {code}")),
        },
        RequestTokenError::Request(Exchange(error)) => {
            let told = match error.status() {
                Some(status) if status == 401 || status == 403 => {
                    TokenError::refused(format!("the token endpoint answered with status {status}"))
                }
                _ if error.is_transient() => {
                    TokenError::transient("the token endpoint can't be reached or is failing")
                }
                Some(status) => {
                    TokenError::failed(format!("the token endpoint answered with status {status}"))
                }
                None => TokenError::failed("the token request failed"),
            };
            told.with_call(error)
        }
        // The next one may be the endpoint's own.
        RequestTokenError::Parse(_, body) if is_no_json(&body) => TokenError::transient(
            "the token endpoint's answer isn't JSON, so something in between may have given it: it should hold access_token",
        ),
        RequestTokenError::Parse(error, _) => {
            let path = error.path().to_string();
            // The other names in it are the provider's, and may be anything: whom it is about, say.
            let place = if MEMBERS.contains(&path.as_str()) {
                format!(" at {path}")
            } else {
                String::new()
            };
            TokenError::failed(format!(
                "the token endpoint's answer can't be read{place}: it should be JSON that holds access_token and token_type"
            ))
        }
        RequestTokenError::Other(_) => {
            TokenError::failed("the token endpoint's answer holds no token")
        }
    }
}
