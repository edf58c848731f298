//! Where tokens come from that need no user in front of a browser: a host, a path on it and a session that speaks to it.

use std::sync::Arc;

use florin_core::{ConfigError, Limits, Operation, RetryPolicy, Seam, Secret, Session, Transport};
use oauth2::basic::BasicClient;
use oauth2::{AuthType, ClientId, ClientSecret, EndpointNotSet, EndpointSet, TokenUrl};

use super::TOKEN_ANSWER;
use super::exchange::{BodyStyle, Carrier};
use crate::setting_names::in_own_words;

/// The `oauth2` crate's client with its token endpoint known.
pub(super) type TokenClient =
    BasicClient<EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// How to get to a token endpoint.
pub(crate) struct TokenEndpoint<'a> {
    /// The base URL that the path of `operation` is appended to.
    pub(crate) auth_url: &'a str,
    /// The base URL of the API that the tokens are for.
    pub(crate) api_url: &'a str,
    /// The token operation of the provider's spec.
    pub(crate) operation: &'static Operation,
    /// The path of the operation, where it is another one than the spec's.
    pub(crate) route: Option<&'a str>,
    pub(crate) style: BodyStyle,
    pub(crate) limits: Limits,
    pub(crate) seam: Seam,
    pub(crate) transport: Option<Arc<dyn Transport>>,
}

/// Who asks for a token: the application.
pub(crate) struct Application {
    pub(crate) client_id: String,
    pub(crate) client_secret: Secret,
}

/// A token endpoint that can be spoken to.
pub(super) struct TokenHost {
    pub(super) session: Session,
    url: TokenUrl,
    operation: &'static Operation,
    style: BodyStyle,
}

impl TokenEndpoint<'_> {
    /// Checks the way there. Sends nothing yet.
    pub(super) fn host(self) -> Result<TokenHost, ConfigError> {
        let server = self.operation.server_name().unwrap_or("auth");
        let setting = format!("server {server}");
        let session = Session::builder(self.auth_url)
            .server(server, self.auth_url)
            // Sends nothing there. It shares its connections with the session that does, so they have to fit both.
            .server("api", self.api_url)
            .anonymous()
            .limits(self.limits.response_bytes(TOKEN_ANSWER))
            // The cache of tokens repeats what may be repeated; two layers of patience would multiply.
            .retry(RetryPolicy::never())
            .seam(self.seam);
        let session = match self.route {
            Some(route) => session.path(self.operation, route),
            None => session,
        };
        let session = match self.transport {
            Some(transport) => session.transport(transport),
            None => session,
        };
        let session = session
            .build()
            // What the user knows as one of the servers.
            .map_err(|error| in_own_words(error, &[("base_url", &setting)]))?;
        let path = self.route.unwrap_or(self.operation.template());
        let url = TokenUrl::new(format!("{}{path}", session.base_url()))
            .map_err(|error| ConfigError::new(setting, format!("is not a URL: {error}")))?;
        Ok(TokenHost {
            session,
            url,
            operation: self.operation,
            style: self.style,
        })
    }
}

impl TokenHost {
    /// The application, as the `oauth2` crate knows it.
    pub(super) fn client(&self, application: &Application) -> TokenClient {
        BasicClient::new(ClientId::new(application.client_id.clone()))
            .set_client_secret(ClientSecret::new(
                application.client_secret.expose().to_owned(),
            ))
            .set_auth_type(AuthType::RequestBody)
            .set_token_uri(self.url.clone())
    }

    pub(super) fn carrier(&self) -> Carrier {
        Carrier::new(&self.session, self.operation, self.style)
    }

    /// The URL that is asked.
    pub(super) fn url(&self) -> &str {
        self.url.as_str()
    }
}
