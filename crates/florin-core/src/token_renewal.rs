//! One renewal of a token, in a task of its own.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use crate::token_cache::{Held, Inner, Outcome};
use crate::token_freshness::Freshness;
use crate::{Token, TokenError};

/// How long a store may take. A call waits for it, and can do without.
const STORE_TIMEOUT: Duration = Duration::from_secs(2);

/// Gets a token from the store or from the source, and tells everybody who waits.
pub(crate) struct Renewal {
    cache: Arc<Inner>,
    /// The number that the cache gave it.
    flight: u64,
    landing: watch::Sender<Option<Outcome>>,
}

impl Renewal {
    pub(crate) fn new(
        cache: Arc<Inner>,
        flight: u64,
        landing: watch::Sender<Option<Outcome>>,
    ) -> Self {
        Self {
            cache,
            flight,
            landing,
        }
    }

    /// Replaces `replaced`, which is due, expired or refused.
    pub(crate) async fn run(self, replaced: Option<Arc<Token>>) {
        let outcome = self.renew(replaced.as_deref()).await;
        if let Err(error) = &outcome {
            tracing::warn!(%error, "no new token");
        }
        let outcome = self.cache.land(self.flight, outcome);
        self.landing.send_replace(Some(outcome));
    }

    async fn renew(&self, replaced: Option<&Token>) -> Result<Held, TokenError> {
        let stored = self.load().await;
        if let Some(held) = stored
            .as_ref()
            .and_then(|stored| self.adopt(stored, replaced))
        {
            return Ok(held);
        }
        let previous = newest(replaced, stored.as_ref()).cloned();
        match self.fetch(previous).await {
            Ok(token) => {
                // Before anybody uses it: a refresh token that was rotated is worth nothing but here.
                self.save(&token).await;
                let seam = &self.cache.settings.seam;
                let freshness = Freshness::just_fetched(&token, seam.now(), seam.fraction());
                Ok(Held {
                    token: Arc::new(token),
                    freshness,
                })
            }
            // Another process may have been quicker, and that may be just why we were refused.
            Err(error) => self
                .load()
                .await
                .and_then(|stored| self.adopt(&stored, replaced))
                .ok_or(error),
        }
    }

    /// Takes a stored token, if it is another one and fresh.
    fn adopt(&self, stored: &Token, replaced: Option<&Token>) -> Option<Held> {
        if replaced.is_some_and(|replaced| replaced.is_same(stored)) {
            return None;
        }
        let seam = &self.cache.settings.seam;
        let now = seam.now();
        let freshness = Freshness::of(stored, now, seam.fraction());
        (!freshness.is_due(now) && freshness.is_usable(now)).then(|| Held {
            token: Arc::new(stored.clone()),
            freshness,
        })
    }

    async fn fetch(&self, previous: Option<Token>) -> Result<Token, TokenError> {
        let settings = &self.cache.settings;
        let mut attempts = 0;
        loop {
            attempts += 1;
            let error = match timeout(
                settings.fetch_timeout,
                self.cache.source.fetch(previous.clone()),
            )
            .await
            {
                Ok(Ok(token)) => return Ok(token),
                Ok(Err(error)) => error,
                Err(_) => TokenError::timed_out(settings.fetch_timeout),
            };
            if !error.is_transient() {
                return Err(error);
            }
            match settings
                .retry
                .pause(attempts, error.retry_after(), &settings.seam)
            {
                Some(pause) => settings.seam.sleep(pause).await,
                None => return Err(error),
            }
        }
    }

    async fn load(&self) -> Option<Token> {
        let settings = &self.cache.settings;
        match timeout(STORE_TIMEOUT, settings.store.load(&settings.key)).await {
            Ok(Ok(token)) => token,
            Ok(Err(error)) => {
                tracing::warn!(%error, "the token store can't be read; going on without");
                None
            }
            Err(_) => {
                tracing::warn!("the token store doesn't answer; going on without");
                None
            }
        }
    }

    async fn save(&self, token: &Token) {
        let settings = &self.cache.settings;
        match timeout(STORE_TIMEOUT, settings.store.save(&settings.key, token)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "the token store can't be written; going on without")
            }
            Err(_) => tracing::warn!("the token store doesn't answer; going on without"),
        }
    }
}

/// When the task is dropped with its runtime or the source panics, those who wait must not wait for ever.
impl Drop for Renewal {
    fn drop(&mut self) {
        self.cache.abandon(self.flight);
    }
}

/// Whose refresh token to use: the stored one, which another process may have rotated, unless ours is known to be newer
/// because saving it failed.
fn newest<'a>(ours: Option<&'a Token>, stored: Option<&'a Token>) -> Option<&'a Token> {
    match (ours, stored) {
        (Some(ours), Some(stored)) => match (ours.issued_at(), stored.issued_at()) {
            (Some(our_issue), Some(their_issue)) if our_issue > their_issue => Some(ours),
            _ => Some(stored),
        },
        (ours, stored) => stored.or(ours),
    }
}
