//! What a token cache keeps in its store: its own tokens, with a limit to how long anybody waits for it.

use std::time::Duration;

use ring::digest::{SHA256, digest};
use tokio::time::timeout;

use crate::token_cache_builder::Settings;
use crate::{Token, TokenSource};

/// How long a store may take. A call waits for it, and can do without.
const STORE_TIMEOUT: Duration = Duration::from_secs(2);

/// How long a turn lasts unless it is extended: no longer than callers can be kept waiting for a process that died.
const TURN: Duration = Duration::from_secs(3);

/// Between two extensions of a turn. One may get lost.
const EXTENSION: Duration = Duration::from_secs(1);

/// The store, as one cache sees it.
pub(crate) struct KeptTokens<'a> {
    settings: &'a Settings,
    binding: String,
}

/// What a look into the store brought.
pub(crate) enum Kept {
    Token(Token),
    Nothing,
    /// It can't be read in time.
    Unreachable,
}

impl<'a> KeptTokens<'a> {
    pub(crate) fn of(source: &dyn TokenSource, settings: &'a Settings) -> Self {
        // No key and no URL has a line break.
        let whole = format!(
            "florin token 1\n{}\n{}",
            settings.key,
            source.issuer().unwrap_or_default()
        );
        let digest = digest(&SHA256, whole.as_bytes());
        let bytes = digest.as_ref().iter().take(16);
        Self {
            settings,
            binding: bytes.map(|byte| format!("{byte:02x}")).collect(),
        }
    }

    pub(crate) async fn load(&self) -> Kept {
        let Settings { store, key, .. } = self.settings;
        match timeout(STORE_TIMEOUT, store.load(key)).await {
            Ok(Ok(Some(token))) if token.binding().is_none() => {
                tracing::warn!(
                    "the token store holds a token that doesn't say whose it is; going on without it; a store has to keep a token whole, its binding included"
                );
                Kept::Nothing
            }
            Ok(Ok(Some(token))) if token.binding() != Some(self.binding.as_str()) => {
                tracing::warn!(
                    "the token store holds another client's token under our key; going on without it"
                );
                Kept::Nothing
            }
            // What no header can carry would fail every call until it expires.
            Ok(Ok(Some(token))) if token.header().is_none() => {
                tracing::warn!("the token store holds what can't be a token; going on without it");
                Kept::Nothing
            }
            Ok(Ok(Some(token))) => Kept::Token(token),
            Ok(Ok(None)) => Kept::Nothing,
            Ok(Err(error)) => {
                tracing::warn!(%error, "the token store can't be read; going on without");
                Kept::Unreachable
            }
            Err(_) => {
                tracing::warn!("the token store doesn't answer; going on without");
                Kept::Unreachable
            }
        }
    }

    pub(crate) async fn save(&self, token: &Token) {
        let Settings { store, key, .. } = self.settings;
        let token = token.bound_to(&self.binding);
        match timeout(STORE_TIMEOUT, store.save(key, &token)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "the token store can't be written; going on without");
            }
            Err(_) => tracing::warn!("the token store doesn't answer; going on without"),
        }
    }

    /// Whether it is our turn to ask the provider; `None` where the store can't say.
    pub(crate) async fn take_turn(&self) -> Option<bool> {
        let Settings { store, key, .. } = self.settings;
        match timeout(STORE_TIMEOUT, store.take_turn(key, TURN)).await {
            Ok(Ok(is_ours)) => Some(is_ours),
            Ok(Err(error)) => {
                tracing::warn!(%error, "the token store gives no turns; going on without");
                None
            }
            Err(_) => {
                tracing::warn!("the token store doesn't answer; going on without");
                None
            }
        }
    }

    /// How long it is worth waiting for a process that has the turn: it asks once, and its last turn ends by itself.
    pub(crate) const fn patience(&self) -> Duration {
        self.settings.fetch_timeout.saturating_add(TURN)
    }

    /// Keeps our turn from ending while the provider is asked, for as long as one request may take: another process may have
    /// more luck with the next one.
    pub(crate) async fn hold_turn(&self) {
        let Settings {
            store, key, seam, ..
        } = self.settings;
        let begun = seam.instant();
        loop {
            seam.sleep(EXTENSION).await;
            if seam.instant().duration_since(begun) >= self.settings.fetch_timeout {
                return;
            }
            match timeout(STORE_TIMEOUT, store.extend_turn(key, TURN)).await {
                Ok(Ok(true)) | Err(_) => {}
                Ok(Ok(false)) => return,
                Ok(Err(error)) => {
                    tracing::debug!(%error, "a turn at the token store isn't extended");
                }
            }
        }
    }

    /// Lets the next one ask. Where that fails, the turn ends by itself.
    pub(crate) async fn end_turn(&self) {
        let Settings { store, key, .. } = self.settings;
        if let Ok(Err(error)) = timeout(STORE_TIMEOUT, store.end_turn(key)).await {
            tracing::debug!(%error, "a turn at the token store ends by itself");
        }
    }
}
