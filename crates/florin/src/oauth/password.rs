//! The password grant: a user's name and password for a token that stands for that user.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{ConfigError, Secret, Token, TokenError, TokenSource, Transport};
use oauth2::basic::{BasicErrorResponse, BasicTokenResponse};
use oauth2::{
    RefreshToken, RequestTokenError, ResourceOwnerPassword, ResourceOwnerUsername, Scope,
    TokenResponse,
};

use super::answer::{refusal, token_of, warn_of_other_scope};
use super::exchange::{Carrier, Exchange};
use super::token_endpoint::{Application, TokenEndpoint, TokenHost};
use crate::refresh_first::{NotRefreshed, refresh_first};

/// What a password grant needs to know.
pub(crate) struct PasswordFlow {
    pub(crate) application: Application,
    pub(crate) username: String,
    pub(crate) password: Secret,
    /// Sent as `scope`, where the provider wants one.
    pub(crate) scope: Option<String>,
    /// How long a token is good for where the answer doesn't say.
    pub(crate) usual_lifetime: Option<Duration>,
}

impl PasswordFlow {
    /// The source of tokens for this user. Sends nothing yet.
    pub(crate) fn source(self, endpoint: TokenEndpoint<'_>) -> Result<PasswordSource, ConfigError> {
        Ok(PasswordSource {
            host: endpoint.host()?,
            flow: self,
        })
    }
}

/// Trades in the refresh token where the last token came with one, and the password where not: one request.
///
/// A refresh that is refused, or whose outcome isn't known (no answer, a 5xx, an answer without a token), is followed by
/// the password, once. Only where that would fare no better it isn't tried: the host can't be reached, it asks to wait
/// (429), or it knows the application no more (`invalid_client`).
pub(crate) struct PasswordSource {
    host: TokenHost,
    flow: PasswordFlow,
}

impl PasswordSource {
    /// What token requests are sent through, for the provider's session to share.
    pub(crate) fn transport(&self) -> Arc<dyn Transport> {
        self.host.session.transport()
    }

    async fn get(&self, previous: Option<Token>) -> Result<Token, TokenError> {
        let refresh = previous.as_ref().and_then(Token::refresh);
        refresh_first(refresh.map(|refresh| self.refresh(refresh)), self.log_in()).await
    }

    async fn log_in(&self) -> Result<Token, TokenError> {
        let username = ResourceOwnerUsername::new(self.flow.username.clone());
        let password = ResourceOwnerPassword::new(self.flow.password.expose().to_owned());
        let client = self.host.client(&self.flow.application);
        let mut request = client.exchange_password(&username, &password);
        if let Some(scope) = &self.flow.scope {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        let carrier = self.host.carrier();
        let asked_at = self.host.session.seam().now();
        let answer = request
            .request_async(&carrier)
            .await
            .map_err(|error| carrier.explain(refusal(error)))?;
        warn_of_other_scope(&answer, self.flow.scope.as_deref());
        let token = token_of(&answer, asked_at, self.flow.usual_lifetime)
            .map_err(|error| carrier.explain(error))?;
        Ok(match refresh_token(&answer) {
            Some(refresh) => token.with_refresh(refresh),
            None => token,
        })
    }

    async fn refresh(&self, refresh: &Secret) -> Result<Token, NotRefreshed> {
        let client = self.host.client(&self.flow.application);
        let carrier = self.host.carrier();
        let asked_at = self.host.session.seam().now();
        let answer = client
            .exchange_refresh_token(&RefreshToken::new(refresh.expose().to_owned()))
            .request_async(&carrier)
            .await
            .map_err(|error| not_refreshed(error, &carrier))?;
        let token = token_of(&answer, asked_at, self.flow.usual_lifetime)
            .map_err(NotRefreshed::Otherwise)?;
        // An answer that brings no new one leaves the old one in force.
        Ok(token.with_refresh(refresh_token(&answer).unwrap_or_else(|| refresh.clone())))
    }
}

fn refresh_token(answer: &BasicTokenResponse) -> Option<Secret> {
    let refresh = answer.refresh_token()?.secret();
    (!refresh.trim().is_empty()).then(|| Secret::from(refresh.as_str()))
}

impl TokenSource for PasswordSource {
    fn fetch(
        &self,
        previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(self.get(previous))
    }

    fn issuer(&self) -> Option<String> {
        let client = &self.flow.application.client_id;
        let scope = self.flow.scope.as_deref().unwrap_or_default();
        let (url, user) = (self.host.url(), &self.flow.username);
        Some(format!("{url} {client} {scope} user {user}"))
    }
}

/// Why a refresh gave no token, and whether the password would fare better.
fn not_refreshed(
    error: RequestTokenError<Exchange, BasicErrorResponse>,
    carrier: &Carrier,
) -> NotRefreshed {
    let is_hopeless = match &error {
        RequestTokenError::ServerResponse(answer) => answer.error().as_ref() == "invalid_client",
        RequestTokenError::Request(Exchange(error)) => {
            error.is_connect() || error.is_rate_limited()
        }
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => false,
    };
    let told = carrier.explain(refusal(error));
    if is_hopeless {
        NotRefreshed::Hopeless(told)
    } else {
        NotRefreshed::Otherwise(told)
    }
}

impl fmt::Debug for PasswordSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PasswordSource")
            .field("url", &self.host.url())
            .finish_non_exhaustive()
    }
}
