//! A token source that does as the test says, on a simulated clock.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::{Seam, Secret, Token, TokenCache, TokenError, TokenSource};

pub(crate) type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What the source does when asked. When the script is over, it gives tokens.
pub(crate) enum Step {
    Fail(TokenError),
    Hang,
    Panic,
    Give(Token),
}

/// Gives `token-1`, `token-2` and so on, each living for `life`, after `delay`.
#[derive(Clone)]
pub(crate) struct Source(Arc<Inner>);

/// The token that a fetch was to replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Previous {
    pub(crate) access: String,
    pub(crate) refresh: Option<String>,
}

struct Inner {
    seam: Seam,
    life: Duration,
    delay: Duration,
    script: Mutex<VecDeque<Step>>,
    asked: Mutex<Vec<Option<Previous>>>,
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Source")
    }
}

impl Source {
    pub(crate) fn new(seam: &Seam, life: u64, delay_ms: u64) -> Self {
        Self(Arc::new(Inner {
            seam: seam.clone(),
            life: Duration::from_secs(life),
            delay: Duration::from_millis(delay_ms),
            script: Mutex::default(),
            asked: Mutex::default(),
        }))
    }

    pub(crate) fn then(self, steps: impl IntoIterator<Item = Step>) -> Self {
        self.0.script.lock().unwrap().extend(steps);
        self
    }

    pub(crate) fn fetches(&self) -> usize {
        self.0.asked.lock().unwrap().len()
    }

    pub(crate) fn asked(&self) -> Vec<Option<Previous>> {
        self.0.asked.lock().unwrap().clone()
    }
}

impl TokenSource for Source {
    fn fetch(&self, previous: Option<Token>) -> Answer<'_, Result<Token, TokenError>> {
        Box::pin(async move {
            let inner = &self.0;
            let number = {
                let mut asked = inner.asked.lock().unwrap();
                let text = |secret: &Secret| secret.expose().to_owned();
                asked.push(previous.map(|token| Previous {
                    access: text(token.access()),
                    refresh: token.refresh().map(text),
                }));
                asked.len()
            };
            let issued = inner.seam.now();
            tokio::time::sleep(inner.delay).await;
            let step = inner.script.lock().unwrap().pop_front();
            match step {
                None => Ok(Token::new(format!("token-{number}")).with_lifetime(issued, inner.life)),
                Some(Step::Give(token)) => Ok(token),
                Some(Step::Fail(error)) => Err(error),
                Some(Step::Hang) => std::future::pending().await,
                Some(Step::Panic) => panic!("as the test wants"),
            }
        })
    }
}

pub(crate) fn start() -> DateTime<Utc> {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

/// Draws zero each time: renewal comes as early as it may, and retries don't pause.
pub(crate) fn seam() -> Seam {
    Seam::without_chance(start(), 0.0)
}

pub(crate) fn cache(source: &Source, seam: &Seam) -> TokenCache {
    TokenCache::new(source.clone(), seam.clone())
}

pub(crate) async fn text(cache: &TokenCache) -> String {
    cache.token().await.unwrap().access().expose().to_owned()
}

pub(crate) async fn pass(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

pub(crate) fn busy() -> Step {
    Step::Fail(TokenError::transient("busy"))
}

pub(crate) fn refused() -> Step {
    Step::Fail(TokenError::refused("invalid_client"))
}
