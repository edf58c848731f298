//! What a client knows of the way to the provider beside its session.

use florin_core::TokenCache;

use super::Environment;

/// Shared by the clients of all requestors.
pub(super) struct Connection {
    /// Its hosts; that of live prices is no session's.
    pub(super) environment: Environment,
    /// The tokens of the session, for what doesn't go through it.
    pub(super) tokens: TokenCache,
}
