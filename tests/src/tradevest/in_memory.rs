//! Tradevest in memory.

use std::sync::Arc;

use florin::core::Seam;
use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, RequestorId};

use super::id;
pub use crate::in_memory::{Asked, InMemory, Says};

/// Who acts unless a test says otherwise.
#[must_use]
pub fn requestor() -> RequestorId {
    match RequestorId::new(id::REQUESTOR) {
        Ok(requestor) => requestor,
        Err(error) => unreachable!("it is a UUID: {error}"),
    }
}

impl InMemory {
    /// A Tradevest client that speaks to this provider, in the making and without an identity: retries as usual, and a calendar
    /// that follows tokio's clock from 2026-03-02 08:00 UTC on, without chance.
    pub fn tradevest(&self) -> ClientBuilder {
        // The fallback is never taken: that is a date.
        let start = "2026-03-02T08:00:00Z".parse().unwrap_or_default();
        Client::builder()
            .environment(Environment::Test)
            .seam(Seam::without_chance(start, 1.0))
            .transport(Arc::new(self.clone()))
    }

    /// The same with the credentials of a partner, for [`requestor`].
    pub fn partner(&self) -> ClientBuilder {
        let credentials = Credentials::new("a-client", "a-client-secret");
        self.tradevest()
            .credentials(credentials)
            .requestor(requestor())
    }
}
