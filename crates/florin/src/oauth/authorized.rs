//! Tokens that were had elsewhere than from a provider's own token call.

use std::fmt;
use std::sync::Arc;

use florin_core::{StaticToken, TokenSource};

use super::Grant;

/// Where a client's tokens come from, if not from its own token call: a [`Grant`], a [`StaticToken`] that you got elsewhere,
/// or a [source](Self::source) of your own.
#[derive(Clone)]
pub struct Authorized {
    pub(crate) source: Arc<dyn TokenSource>,
    /// What tells it from others in a store of tokens that many share.
    pub(crate) id: Option<String>,
}

impl Authorized {
    /// Tokens of a source of your own. `id` tells it from others where a store of tokens is shared: one id per user.
    pub fn source(id: impl Into<String>, source: impl TokenSource) -> Self {
        Self {
            source: Arc::new(source),
            id: Some(id.into()),
        }
    }
}

impl From<Grant> for Authorized {
    fn from(grant: Grant) -> Self {
        Self::source(grant.handle().id().to_owned(), grant)
    }
}

/// Used until the provider refuses it. It can't be shared through a store of tokens.
impl From<StaticToken> for Authorized {
    fn from(token: StaticToken) -> Self {
        Self {
            source: Arc::new(token),
            id: None,
        }
    }
}

/// Shows nothing of the token.
impl fmt::Debug for Authorized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorized")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
