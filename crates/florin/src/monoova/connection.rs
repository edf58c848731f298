//! What a client of any user is made from.

use std::sync::Arc;

use florin_core::{
    Budget, ConfigError, KeyMemory, Limits, RetryPolicy, Seam, Session, TokenCache, Transport,
};

use super::builder::NAMES;
use super::{Access, operations};
use crate::oauth::TokenUrl;
use crate::path_overrides::PathOverrides;
use crate::setting_names::in_own_words;

/// Where keys go, with every POST, PUT and PATCH: documented for operations whose methods the spec had to guess.
const KEY_HEADER: &str = "Idempotency-Key";

/// The way to the provider, without saying for which user. Sessions made from it share tokens, connections, the purse that
/// retries are paid from, and the memory of keys: to the provider they are one caller.
pub(super) struct Connection {
    pub(super) api_url: String,
    pub(super) token_url: Option<TokenUrl>,
    pub(super) paths: PathOverrides,
    pub(super) tokens: TokenCache,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) limits: Limits,
    pub(super) retry: RetryPolicy,
    pub(super) budget: Budget,
    pub(super) keys: KeyMemory,
    pub(super) seam: Seam,
}

impl Connection {
    /// The generated client for calls of this user, or of whom a call names.
    pub(super) fn api(
        &self,
        access: Access,
        user_id: Option<i64>,
    ) -> Result<florin_monoova::Client, ConfigError> {
        let mut session = Session::builder(&self.api_url)
            .tokens(self.tokens.clone())
            .limits(self.limits)
            .retry(self.retry)
            .budget(self.budget.clone())
            .key_memory(self.keys.clone())
            .key_header(KEY_HEADER)
            .seam(self.seam.clone());
        if let Some(transport) = &self.transport {
            session = session.transport(Arc::clone(transport));
        }
        if let Some(url) = &self.token_url {
            session = session
                .server("auth", url.server())
                .path(&operations::CREATE_ACCESS_TOKEN, url.path());
        }
        let session = access.confine(self.paths.apply(session, operations::ALL)?, user_id);
        let session = session
            .build()
            .map_err(|error| in_own_words(error, &NAMES))?;
        Ok(florin_monoova::Client::new(session))
    }
}
