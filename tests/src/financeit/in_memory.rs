//! Financeit in memory.

use std::sync::Arc;

use florin::core::{Seam, StaticToken};
use florin::financeit::{Account, Client, ClientBuilder, Credentials, Environment};
use serde_json::json;

pub use crate::in_memory::{Asked, InMemory, Says};

/// A provider in memory: tokens are given to anybody, `t1` first and then `t2`; `script` answers the rest.
pub fn provider(script: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> InMemory {
    let tokens = std::sync::atomic::AtomicUsize::new(0);
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        "create_user_oauth_token" => {
            let count = tokens.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1;
            Says::Yes(json!({"access_token": format!("t{count}"), "user_type": "Partner"}))
        }
        _ => script(asked),
    })
}

impl InMemory {
    /// A Financeit client that speaks to this provider, in the making and without an identity: retries as usual, and a
    /// calendar that follows tokio's clock from 2026-11-02 08:00 UTC on, without chance.
    pub fn financeit(&self) -> ClientBuilder {
        // The fallback is never taken: that is a date.
        let start = "2026-11-02T08:00:00Z".parse().unwrap_or_default();
        Client::builder()
            .environment(Environment::Training)
            .seam(Seam::without_chance(start, 1.0))
            .transport(Arc::new(self.clone()))
    }

    /// The same with the login of a merchant.
    pub fn merchant(&self) -> ClientBuilder {
        self.financeit()
            .credentials(Credentials::login(
                "app",
                "app-secret",
                "a-login",
                "a-password",
            ))
            .account(Account::Merchant)
    }

    /// The same with a token of the authorization code flow, of an account that isn't said.
    pub fn authorized(&self) -> ClientBuilder {
        self.financeit()
            .authorized(StaticToken::new("a-user's-token"))
    }
}
