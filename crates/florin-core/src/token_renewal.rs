//! One renewal of a token, in a task of its own.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use crate::beside::beside;
use crate::kept_tokens::{Kept, KeptTokens};
use crate::token_cache::{Flight, Held, Inner};
use crate::token_freshness::Freshness;
use crate::{Token, TokenError};

/// Between two looks for the token that another process is getting.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Between two signs of life.
const BEAT: Duration = Duration::from_secs(1);

/// Gets a token from the store or from the source, and tells everybody who waits.
pub(crate) struct Renewal {
    cache: Arc<Inner>,
    /// The number that the cache gave it.
    flight: u64,
    landing: watch::Sender<Flight>,
}

/// Who asks the provider.
enum Turn {
    /// Another process did.
    Spared(Held),
    /// We do, with what the store holds, and maybe with a turn to end.
    ToAsk { stored: Option<Token>, turn: bool },
}

impl Renewal {
    pub(crate) fn new(cache: Arc<Inner>, flight: u64, landing: watch::Sender<Flight>) -> Self {
        Self {
            cache,
            flight,
            landing,
        }
    }

    /// Replaces `replaced`, which is due, expired or refused.
    pub(crate) async fn run(self, replaced: Option<Arc<Token>>) {
        let outcome = beside(self.renew(replaced.as_deref()), self.beat()).await;
        if let Err(error) = &outcome {
            tracing::warn!(%error, "no new token");
        }
        let outcome = self.cache.land(self.flight, outcome);
        self.landing.send_replace(Flight::Landed(outcome));
    }

    /// Looks, in the pause after a failure, whether another process has got a token meanwhile. Doesn't ask the provider.
    pub(crate) async fn look(self, replaced: Option<Arc<Token>>) {
        let kept = KeptTokens::of(&*self.cache.source, &self.cache.settings);
        let outcome = match kept.load().await {
            Kept::Token(stored) => match self.adopt(&stored, replaced.as_deref()) {
                Some(held) => self.cache.land(self.flight, Ok(held)),
                None => self.cache.go_on_pausing(self.flight, true),
            },
            Kept::Nothing => self.cache.go_on_pausing(self.flight, true),
            Kept::Unreachable => self.cache.go_on_pausing(self.flight, false),
        };
        self.landing.send_replace(Flight::Landed(outcome));
    }

    /// Shows those who wait that somebody drives this task.
    async fn beat(&self) {
        loop {
            self.cache.settings.seam.sleep(BEAT).await;
            self.landing.send_replace(Flight::UnderWay);
        }
    }

    async fn renew(&self, replaced: Option<&Token>) -> Result<Held, TokenError> {
        let kept = KeptTokens::of(&*self.cache.source, &self.cache.settings);
        let (stored, turn) = match self.turn(&kept, replaced).await {
            Turn::Spared(held) => return Ok(held),
            Turn::ToAsk { stored, turn } => (stored, turn),
        };
        let previous = newest(replaced, stored.as_ref()).cloned();
        let fetched = if turn {
            beside(self.fetch(previous), kept.hold_turn()).await
        } else {
            self.fetch(previous).await
        };
        if let Ok(token) = &fetched {
            // Before anybody uses it: a refresh token that was rotated is worth nothing but here.
            kept.save(token).await;
        }
        if turn {
            kept.end_turn().await;
        }
        match fetched {
            Ok(token) => {
                let seam = &self.cache.settings.seam;
                let freshness = Freshness::just_fetched(&token, seam.now(), seam.fraction());
                Ok(Held {
                    token: Arc::new(token),
                    freshness,
                })
            }
            // Another process may have been quicker, and that may be just why we were refused.
            Err(error) => match kept.load().await {
                Kept::Token(stored) => self.adopt(&stored, replaced).ok_or(error),
                Kept::Nothing | Kept::Unreachable => Err(error),
            },
        }
    }

    /// Looks for a token that another process has got, or is getting, until it is for us to ask for one.
    async fn turn(&self, kept: &KeptTokens<'_>, replaced: Option<&Token>) -> Turn {
        let seam = &self.cache.settings.seam;
        let begun = seam.instant();
        let mut has_turn = false;
        loop {
            let stored = match kept.load().await {
                Kept::Token(stored) => Some(stored),
                Kept::Nothing => None,
                Kept::Unreachable => {
                    return Turn::ToAsk {
                        stored: None,
                        turn: has_turn,
                    };
                }
            };
            if let Some(held) = stored
                .as_ref()
                .and_then(|stored| self.adopt(stored, replaced))
            {
                if has_turn {
                    kept.end_turn().await;
                }
                return Turn::Spared(held);
            }
            // After the turn was taken, the store was looked into once more: who had it before may have left a token.
            let is_too_late = seam.instant().duration_since(begun) >= kept.patience();
            if has_turn || is_too_late {
                return Turn::ToAsk {
                    stored,
                    turn: has_turn,
                };
            }
            match kept.take_turn().await {
                Some(true) => has_turn = true,
                Some(false) => seam.sleep(LOOK_AGAIN).await,
                None => {
                    return Turn::ToAsk {
                        stored,
                        turn: false,
                    };
                }
            }
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
            token: Arc::new(stored.adopted()),
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
                Ok(Ok(token)) if token.header().is_none() => return Err(TokenError::unsendable()),
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
