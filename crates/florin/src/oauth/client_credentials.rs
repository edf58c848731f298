//! The client credentials flow.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{ConfigError, Token, TokenError, TokenSource, Transport};
use oauth2::Scope;

use super::answer::{refusal, token_of, warn_of_other_scope};
use super::token_endpoint::{Application, TokenEndpoint, TokenHost};

/// What a client credentials flow needs to know.
pub(crate) struct ClientCredentialsFlow {
    pub(crate) application: Application,
    /// Sent as `audience`, where the provider wants one.
    pub(crate) audience: Option<String>,
    /// Sent as `scope`, where the provider wants one.
    pub(crate) scope: Option<String>,
    /// How long a token is good for where the answer doesn't say.
    pub(crate) usual_lifetime: Option<Duration>,
}

impl ClientCredentialsFlow {
    /// The source of tokens for these credentials. Sends nothing yet.
    pub(crate) fn source(
        self,
        endpoint: TokenEndpoint<'_>,
    ) -> Result<ClientCredentialsSource, ConfigError> {
        Ok(ClientCredentialsSource {
            host: endpoint.host()?,
            flow: self,
        })
    }
}

/// Asks for a token with client credentials, each time anew: this flow has no refresh token.
pub(crate) struct ClientCredentialsSource {
    host: TokenHost,
    flow: ClientCredentialsFlow,
}

impl TokenSource for ClientCredentialsSource {
    fn fetch(
        &self,
        _previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(self.ask())
    }

    fn issuer(&self) -> Option<String> {
        let [audience, scope] =
            [&self.flow.audience, &self.flow.scope].map(|part| part.as_deref().unwrap_or_default());
        let client = &self.flow.application.client_id;
        Some(format!("{} {client} {audience} {scope}", self.host.url()))
    }
}

impl ClientCredentialsSource {
    /// What token requests are sent through, for the provider's session to share.
    pub(crate) fn transport(&self) -> Arc<dyn Transport> {
        self.host.session.transport()
    }

    async fn ask(&self) -> Result<Token, TokenError> {
        let client = self.host.client(&self.flow.application);
        let mut request = client.exchange_client_credentials();
        if let Some(audience) = &self.flow.audience {
            request = request.add_extra_param("audience", audience.as_str());
        }
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
        token_of(&answer, asked_at, self.flow.usual_lifetime)
            .map_err(|error| carrier.explain(error))
    }
}

impl fmt::Debug for ClientCredentialsSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentialsSource")
            .field("url", &self.host.url())
            .finish_non_exhaustive()
    }
}
