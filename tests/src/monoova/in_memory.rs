//! Monoova in memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use florin::core::Seam;
use florin::monoova::{Client, ClientBuilder, Credentials, Environment};
use serde_json::json;

pub use crate::in_memory::{Asked, InMemory, Says};

/// The user that calls are for, see [`InMemory::office`].
pub const USER: i64 = 42;

/// Where tokens come from.
pub const TOKEN_URL: &str = "https://sand-api.monoova.com/global/oauth/token";

/// A provider in memory: tokens are given to anybody, `t1` first and then `t2`, each for a day; `script` answers the rest.
pub fn provider(script: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> InMemory {
    let tokens = AtomicUsize::new(0);
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        "create_access_token" => {
            let number = 1 + tokens.fetch_add(1, Ordering::SeqCst);
            Says::Yes(json!({
                "access_token": format!("t{number}"),
                "token_type": "Bearer",
                "expires_in": 86_400,
            }))
        }
        _ => script(asked),
    })
}

impl InMemory {
    /// A Monoova client that speaks to this provider, in the making and without an identity: retries as usual, and a
    /// calendar that follows tokio's clock from 2026-11-02 08:00 UTC on, without chance. Its idempotency keys differ from
    /// each other, and are the same in each run.
    pub fn monoova(&self) -> ClientBuilder {
        // The fallback is never taken: that is a date.
        let start = "2026-11-02T08:00:00Z".parse().unwrap_or_default();
        Client::builder()
            .environment(Environment::Sandbox)
            .token_url(TOKEN_URL)
            .seam(Seam::without_chance(start, 1.0))
            .transport(Arc::new(self.clone()))
    }

    /// The same with the credentials of a back office, which acts for nobody yet.
    pub fn back_office(&self) -> ClientBuilder {
        let credentials = Credentials::back_office("an-application", "an-application-secret");
        self.monoova().credentials(credentials)
    }

    /// The same for [`USER`].
    pub fn office(&self) -> ClientBuilder {
        self.back_office().user_id(USER)
    }
}

impl Asked {
    /// The idempotency key that the request came with.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.headers.get("idempotency-key")?.to_str().ok()
    }
}
