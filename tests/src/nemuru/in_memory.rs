//! Nemuru in memory.

use std::sync::Arc;

use florin::core::Seam;
use florin::nemuru::{Client, ClientBuilder, Credentials, Environment};

pub use crate::in_memory::{Asked, InMemory, Says};

impl InMemory {
    /// A Nemuru client that speaks to this provider, in the making: retries as usual, and a calendar that follows tokio's
    /// clock from 2026-11-02 08:00 UTC on, without chance.
    pub fn nemuru(&self) -> ClientBuilder {
        // The fallback is never taken: that is a date.
        let start = "2026-11-02T08:00:00Z".parse().unwrap_or_default();
        Client::builder()
            .environment(Environment::Stage)
            .credentials(Credentials::new("tienda@example.com", "hunter2"))
            .seam(Seam::without_chance(start, 1.0))
            .transport(Arc::new(self.clone()))
    }
}
