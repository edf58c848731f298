//! Financeit's own token call: credentials in, a token without an end out.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use florin_core::{Session, Token, TokenError, TokenSource};
use florin_financeit::operations::CREATE_USER_OAUTH_TOKEN;
use florin_financeit::types::{CreateUserOauthTokenRequest, ErrorResponse, OauthTokenResponse};
use serde_json::Value;

use super::{Error, error_texts};
use crate::no_json::is_no_json;

/// Asks for a token, each time anew: the answer names neither a lifetime nor a refresh token, so a token is good until it
/// is refused.
pub(super) struct Login {
    /// Sends without a token, reads little and repeats nothing: the cache of tokens does that.
    pub(super) session: Session,
    pub(super) request: CreateUserOauthTokenRequest,
    /// What its tokens are shared under.
    pub(super) key: String,
}

impl Login {
    async fn ask(&self) -> Result<Token, TokenError> {
        let mut call = self.session.request(&CREATE_USER_OAUTH_TOKEN);
        call.json(&self.request);
        let answer = call
            .send_json::<OauthTokenResponse, ErrorResponse>()
            .await
            .map_err(refusal)?
            .into_inner();
        if answer.access_token.expose().trim().is_empty() {
            return Err(TokenError::failed(
                "the token call's answer holds an empty access_token",
            ));
        }
        Ok(Token::new(answer.access_token))
    }
}

impl TokenSource for Login {
    fn fetch(
        &self,
        _previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(self.ask())
    }

    fn issuer(&self) -> Option<String> {
        Some(self.key.clone())
    }
}

/// What a failed token call means for who asks again. Answers may quote a login, so none is quoted here.
fn refusal(error: Error) -> TokenError {
    let told = match error.status().map(|status| status.as_u16()) {
        Some(status @ (401 | 403)) => {
            TokenError::refused(format!("the token call answered with status {status}"))
        }
        // Which status a wrong login gets is undocumented; that the body then holds errors is documented.
        Some(status @ (400 | 422)) if names_errors(&error) => {
            TokenError::refused(format!("the token call answered with status {status}"))
        }
        _ if error.is_decode() && names_errors(&error) => {
            TokenError::refused("the token call's answer names errors instead of a token")
        }
        // The next one may be the provider's own.
        _ if error.is_decode() && error.raw_body().is_some_and(|body| is_no_json(body)) => {
            TokenError::transient(
                "the token call's answer isn't JSON and holds no access_token; something in between may have given it",
            )
        }
        _ if error.is_decode() => {
            TokenError::failed("the token call's answer holds no access_token")
        }
        _ if error.is_transient() => {
            TokenError::transient("the token call can't be made or is failing")
        }
        Some(status) => TokenError::failed(format!("the token call answered with status {status}")),
        None => TokenError::failed("the token call failed"),
    };
    told.with_call(error)
}

fn names_errors(error: &Error) -> bool {
    error
        .raw_body()
        .and_then(|body| serde_json::from_slice::<Value>(body).ok())
        .is_some_and(|body| error_texts::are_in(body.get("errors")))
}

/// Shows where it asks; the rest is credentials.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("session", &self.session)
            .finish_non_exhaustive()
    }
}
