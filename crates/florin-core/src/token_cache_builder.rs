//! Settings of a token cache.

use std::sync::Arc;
use std::time::Duration;

use crate::{
    Backoff, ConfigError, MemoryStore, RetryPolicy, Seam, TokenCache, TokenSource, TokenStore,
};

/// Sets up a [`TokenCache`]. Made by [`TokenCache::builder`].
///
/// ```
/// use std::time::Duration;
/// use florin_core::{MemoryStore, StaticToken, TokenCache};
///
/// let tokens = TokenCache::builder(StaticToken::new("a token that you hold"))
///     .store("monetago/customer-test/my-client-id", MemoryStore::default())
///     .fetch_timeout(Duration::from_secs(5))
///     .build()?;
/// # Ok::<(), florin_core::ConfigError>(())
/// ```
#[derive(Debug)]
pub struct TokenCacheBuilder {
    source: Box<dyn TokenSource>,
    settings: Settings,
}

#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) key: String,
    pub(crate) store: Arc<dyn TokenStore>,
    pub(crate) seam: Seam,
    pub(crate) retry: RetryPolicy,
    pub(crate) fetch_timeout: Duration,
    pub(crate) refused_pause: Duration,
    pub(crate) longest_refused_pause: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            key: "token".to_owned(),
            store: Arc::new(MemoryStore::default()),
            seam: Seam::real(),
            retry: RetryPolicy::for_tokens(),
            fetch_timeout: Duration::from_secs(10),
            refused_pause: Duration::from_secs(30),
            longest_refused_pause: Duration::from_secs(15 * 60),
        }
    }
}

impl TokenCacheBuilder {
    pub(crate) fn new(source: Box<dyn TokenSource>) -> Self {
        Self {
            source,
            settings: Settings::default(),
        }
    }

    /// Shares tokens through `store`, under `key`. In this process alone unless set.
    ///
    /// The key must tell apart whatever has tokens of its own: provider, environment, client, user. No secret belongs in it.
    /// A token that another [issuer](TokenSource::issuer) gave isn't taken, whatever the key.
    #[must_use]
    pub fn store(mut self, key: impl Into<String>, store: impl TokenStore) -> Self {
        self.settings.key = key.into();
        self.settings.store = Arc::new(store);
        self
    }

    /// Where time and chance come from. The real ones unless set.
    #[must_use]
    pub fn seam(mut self, seam: Seam) -> Self {
        self.settings.seam = seam;
        self
    }

    /// How long the source may take for one try: for all of it, a refresh and the login that it falls back to. 10 s unless
    /// set.
    #[must_use]
    pub fn fetch_timeout(mut self, limit: Duration) -> Self {
        self.settings.fetch_timeout = limit;
        self
    }

    /// How often the source is asked where a failure may pass, and the pauses in between. Three times, with up to 200 ms
    /// and 400 ms in between and up to 10 s where the endpoint asks to wait, unless set.
    #[must_use]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// How long refused credentials are remembered at first: 30 s unless set; zero asks again for every call.
    ///
    /// Each further refusal doubles it, up to [`longest_refused_pause`](Self::longest_refused_pause), since providers lock
    /// accounts after some failures; a token ends that. The same goes for all that won't pass by itself: a wrong address, an
    /// answer without a token. Who has mended the credentials makes a new client, which begins anew.
    #[must_use]
    pub fn refused_pause(mut self, pause: Duration) -> Self {
        self.settings.refused_pause = pause;
        self
    }

    /// What the pause after refusals grows to. 15 min unless set; at least the [first one](Self::refused_pause).
    #[must_use]
    pub fn longest_refused_pause(mut self, pause: Duration) -> Self {
        self.settings.longest_refused_pause = pause;
        self
    }

    /// Makes the cache. Nothing is fetched yet.
    ///
    /// # Errors
    /// [`ConfigError`] where the time-out is zero or the key is empty.
    pub fn build(self) -> Result<TokenCache, ConfigError> {
        if self.settings.fetch_timeout.is_zero() {
            return Err(ConfigError::new(
                "fetch_timeout",
                "is zero, which no token source can keep; 10 s is usual",
            ));
        }
        if self.settings.key.is_empty() {
            return Err(ConfigError::new(
                "token store key",
                "is empty; name the provider, the environment and the client, so that no two share a token by accident",
            ));
        }
        Ok(TokenCache::with(self.source, self.settings))
    }
}

impl RetryPolicy {
    /// For token requests: callers are waiting, and everybody's call depends on it.
    fn for_tokens() -> Self {
        Self::default()
            .with_attempts_at_most(3)
            .with_backoff(Backoff::of_millis(200, 2000))
            .with_max_retry_after(Duration::from_secs(10))
    }
}
