//! MonetaGo in memory.

use std::sync::Arc;

use florin::core::{ConfigError, Seam};
use florin::monetago::{Client, ClientBuilder, ClientCredentials, Environment};

pub use crate::in_memory::{Asked, InMemory, Says};

impl InMemory {
    /// A client that speaks to this provider, on a calendar that follows tokio's clock.
    ///
    /// # Errors
    /// Never, unless the settings have become impossible.
    pub fn builder(&self, seam: Seam) -> Result<ClientBuilder, ConfigError> {
        Ok(Client::builder()
            .environment(Environment::CustomerTest)
            .credentials(ClientCredentials::new("id", "secret", "audience"))
            .institution("FRSTSGSGXXX")
            .retry(florin::RetryPolicy::never())
            .seam(seam)
            .transport(Arc::new(self.clone())))
    }
}
