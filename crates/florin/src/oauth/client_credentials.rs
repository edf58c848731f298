//! The client credentials flow.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use florin_core::{
    ConfigError, Limits, Operation, RetryPolicy, Seam, Secret, Session, Token, TokenError,
    TokenSource, Transport,
};
use oauth2::basic::BasicClient;
use oauth2::{AuthType, ClientId, ClientSecret, TokenUrl};

use super::TOKEN_ANSWER;
use super::answer::{refusal, token_of};
use super::exchange::{BodyStyle, Carrier};
use crate::setting_names::in_own_words;

/// What a client credentials flow needs to know.
pub(crate) struct ClientCredentialsFlow {
    /// The base URL that the path of `operation` is appended to.
    pub(crate) auth_url: String,
    /// The token operation of the provider's spec.
    pub(crate) operation: &'static Operation,
    pub(crate) client_id: String,
    pub(crate) client_secret: Secret,
    /// Sent as `audience`, where the provider wants one.
    pub(crate) audience: Option<String>,
    pub(crate) style: BodyStyle,
}

impl ClientCredentialsFlow {
    /// The source of tokens for these credentials, for an API at `api_url`. Sends nothing yet.
    pub(crate) fn source(
        self,
        api_url: &str,
        limits: Limits,
        seam: Seam,
        transport: Option<Arc<dyn Transport>>,
    ) -> Result<ClientCredentialsSource, ConfigError> {
        let server = self.operation.server_name().unwrap_or("auth");
        let setting = format!("server {server}");
        let mut session = Session::builder(&self.auth_url)
            .server(server, &self.auth_url)
            // Sends nothing there. It shares its connections with the session that does, so they have to fit both.
            .server("api", api_url)
            .anonymous()
            .limits(limits.response_bytes(TOKEN_ANSWER))
            // The cache of tokens repeats what may be repeated; two layers of patience would multiply.
            .retry(RetryPolicy::never())
            .seam(seam.clone());
        if let Some(transport) = transport {
            session = session.transport(transport);
        }
        let session = session
            .build()
            // What the user knows as one of the servers.
            .map_err(|error| in_own_words(error, &[("base_url", &setting)]))?;
        let url = format!("{}{}", session.base_url(), self.operation.template());
        let url = TokenUrl::new(url)
            .map_err(|error| ConfigError::new(setting, format!("is not a URL: {error}")))?;
        Ok(ClientCredentialsSource {
            session,
            url,
            seam,
            flow: self,
        })
    }
}

/// Asks for a token with client credentials, each time anew: this flow has no refresh token.
pub(crate) struct ClientCredentialsSource {
    session: Session,
    url: TokenUrl,
    seam: Seam,
    flow: ClientCredentialsFlow,
}

impl TokenSource for ClientCredentialsSource {
    fn fetch(
        &self,
        _previous: Option<Token>,
    ) -> Pin<Box<dyn Future<Output = Result<Token, TokenError>> + Send + '_>> {
        Box::pin(self.ask())
    }
}

impl ClientCredentialsSource {
    /// What token requests are sent through, for the provider's session to share.
    pub(crate) fn transport(&self) -> Arc<dyn Transport> {
        self.session.transport()
    }

    async fn ask(&self) -> Result<Token, TokenError> {
        let client = BasicClient::new(ClientId::new(self.flow.client_id.clone()))
            .set_client_secret(ClientSecret::new(
                self.flow.client_secret.expose().to_owned(),
            ))
            .set_auth_type(AuthType::RequestBody)
            .set_token_uri(self.url.clone());
        let mut request = client.exchange_client_credentials();
        if let Some(audience) = &self.flow.audience {
            request = request.add_extra_param("audience", audience.as_str());
        }
        let carrier = Carrier {
            session: self.session.clone(),
            operation: self.flow.operation,
            style: self.flow.style,
        };
        let asked_at = self.seam.now();
        let answer = request.request_async(&carrier).await.map_err(refusal)?;
        token_of(&answer, asked_at)
    }
}

impl fmt::Debug for ClientCredentialsSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentialsSource")
            .field("url", &self.url.as_str())
            .finish_non_exhaustive()
    }
}
