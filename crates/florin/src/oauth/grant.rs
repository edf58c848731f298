//! What a user granted: a token, and the way to the next one.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use florin_core::{Token, TokenError, TokenSource, unquoted};
use oauth2::basic::BasicErrorResponse;
use oauth2::{CsrfToken, RefreshToken, RequestTokenError};
use serde::{Deserialize, Deserializer, Serialize};

use super::AuthorizationCodeFlow;
use super::answer::refusal;
use super::exchange::Exchange;

/// What is needed to use a grant in another process, or after a restart. Store it per user.
///
/// Serialising writes the tokens in the clear, so encrypt it where others can read. `Debug` shows neither.
///
/// It keeps the tokens of its first day. Where the provider issues a new refresh token with each renewal, the newest one is
/// in the client's [`TokenStore`](florin_core::TokenStore): give the client one that outlives the process, and it is found
/// there by this handle's [`id`](Self::id).
#[derive(Clone, Serialize)]
pub struct GrantHandle {
    id: String,
    /// The flow that got it; empty counts as another one.
    flow: String,
    token: Token,
}

/// What can't be read is never quoted in the error: any part of it may be a token.
impl<'de> Deserialize<'de> for GrantHandle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "GrantHandle")]
        struct Stored {
            id: String,
            #[serde(default)]
            flow: String,
            token: Token,
        }
        let stored = Stored::deserialize(deserializer);
        let stored = stored.map_err(|error| unquoted(error, "a stored grant"))?;
        let Stored { id, flow, token } = stored;
        Ok(Self { id, flow, token })
    }
}

impl GrantHandle {
    pub(super) fn new(flow: String, token: Token) -> Self {
        Self {
            id: CsrfToken::new_random().into_secret(),
            flow,
            token,
        }
    }

    /// A name for this grant that no other has and that nobody can use: what its tokens are shared under.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The token that the code was exchanged for.
    #[must_use]
    pub const fn token(&self) -> &Token {
        &self.token
    }
}

/// What a user granted. A [`TokenSource`]: it gives the token until it expires or is refused, then trades in the refresh
/// token where there is one. Where there is none, or it is refused too, the error says that the user has to authorise
/// again.
///
/// Clones give the same tokens.
#[derive(Clone)]
#[must_use = "give it to a client, or store its handle"]
pub struct Grant {
    pub(super) flow: AuthorizationCodeFlow,
    pub(super) handle: GrantHandle,
}

impl Grant {
    /// What another process needs to use it, see [`AuthorizationCodeFlow::grant`](super::AuthorizationCodeFlow::grant).
    #[must_use]
    pub const fn handle(&self) -> &GrantHandle {
        &self.handle
    }

    /// Whether it can be renewed without the user.
    #[must_use]
    pub const fn is_renewable(&self) -> bool {
        self.handle.token.refresh().is_some()
    }

    async fn token_after(&self, previous: Option<Token>) -> Result<Token, TokenError> {
        if self.handle.flow != self.flow.identity() {
            return Err(TokenError::failed(
                "this grant was made by a flow with another token URL or client id, or doesn't say by which; use it with that flow; nothing of it was sent",
            ));
        }
        let own = &self.handle.token;
        let seam = &self.flow.0.seam;
        let is_own = |token: &Token| token.access().expose() == own.access().expose();
        let spent = match previous {
            Some(previous) if is_own(&previous) || previous.issued_at() >= own.issued_at() => {
                previous
            }
            // There was none, or it comes from an older grant of the user's.
            _ if own.expires_at().is_none_or(|expiry| expiry > seam.now()) => {
                return Ok(own.clone());
            }
            _ => own.clone(),
        };
        let Some(refresh) = spent.refresh() else {
            return Err(TokenError::refused(
                "the user's token has expired or was refused, and it came without a refresh token; send the user through the authorisation again",
            ));
        };
        let asked_at = seam.now();
        let client = self.flow.endpoints();
        let carrier = AuthorizationCodeFlow::carrier(&self.flow.0.renewals);
        let answer = client
            .exchange_refresh_token(&RefreshToken::new(refresh.expose().to_owned()))
            .request_async(&carrier)
            .await
            .map_err(|error| {
                let is_refused = is_refused(&error);
                let error = refusal(error);
                if is_refused || error.is_refused() {
                    let told = TokenError::refused(
                        "the user's refresh token is not taken any more; send the user through the authorisation again",
                    );
                    return carrier.explain(told.with_source(error));
                }
                carrier.explain(error)
            })?;
        let token = AuthorizationCodeFlow::token(&answer, asked_at)
            .map_err(|error| carrier.explain(error))?;
        Ok(match token.refresh() {
            Some(_) => token,
            None => token.with_refresh(refresh.clone()),
        })
    }
}

impl TokenSource for Grant {
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(self.token_after(previous))
    }

    /// Not the user: a newer grant of the same user's goes on where the older one was.
    fn issuer(&self) -> Option<String> {
        let flow = &self.flow.0;
        Some(format!("{} {}", flow.token_url.as_str(), flow.client_id))
    }
}

/// Whether the endpoint said no in words of its own, rather than OAuth 2.0's.
fn is_refused(error: &RequestTokenError<Exchange, BasicErrorResponse>) -> bool {
    matches!(error, RequestTokenError::Request(Exchange(error))
        if error.status().is_some_and(|status| matches!(status.as_u16(), 400 | 401 | 403 | 422)))
}

impl fmt::Debug for GrantHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GrantHandle")
            .field("id", &self.id)
            .field("token", &self.token)
            .finish()
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grant")
            .field("id", &self.handle.id)
            .field("is_renewable", &self.is_renewable())
            .finish_non_exhaustive()
    }
}
