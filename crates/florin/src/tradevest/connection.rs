//! What the clients of all requestors are made from.

use std::sync::Arc;

use florin_core::{Budget, ConfigError, Limits, RetryPolicy, Seam, Session, TokenCache, Transport};

use super::builder::NAMES;
use super::{Environment, RequestorId, TokenEndpoint, operations};
use crate::path_overrides::PathOverrides;
use crate::setting_names::in_own_words;

/// The way to the provider, without saying in whose name. Sessions made from it share tokens, connections and the purse that
/// retries are paid from.
pub(super) struct Connection {
    pub(super) environment: Environment,
    pub(super) token_endpoint: TokenEndpoint,
    pub(super) paths: PathOverrides,
    pub(super) tokens: TokenCache,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) limits: Limits,
    pub(super) retry: RetryPolicy,
    pub(super) budget: Budget,
    pub(super) seam: Seam,
}

impl Connection {
    /// The generated client for calls in this person's name, or in that of whom a call names.
    pub(super) fn api(
        &self,
        _requestor: Option<&RequestorId>,
    ) -> Result<florin_tradevest::Client, ConfigError> {
        let mut session = Session::builder(self.environment.api_url())
            .server("auth", self.environment.auth_url())
            .path(&operations::GET_TOKEN, self.token_endpoint.path())
            .tokens(self.tokens.clone())
            .transport(Arc::clone(&self.transport))
            .limits(self.limits)
            .retry(self.retry)
            .budget(self.budget.clone())
            .seam(self.seam.clone());
        if let Some(prices) = self.environment.prices_url() {
            // No operation lives there; a URL that can't work is told when the client is built.
            session = session.server("prices", prices);
        }
        let session = self.paths.apply(session, operations::ALL)?;
        let session = session
            .build()
            .map_err(|error| in_own_words(error, &NAMES))?;
        Ok(florin_tradevest::Client::new(session))
    }
}
