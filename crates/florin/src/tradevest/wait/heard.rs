//! What notifications have said about one thing.

use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

use super::{Reason, Status, UpdateRefused};
use crate::poll::{Poll, Poller, Wake};
use crate::tradevest::{EventType, Meaning, Notification, Webhooks};

/// However often it is called, it asks no more often than this.
const BREATHER: Duration = Duration::from_secs(2);

/// What notifications have said about one thing. Clones are one.
///
/// None of it counts by itself: it is a reason to read, and the reason of a failure that a reading shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard(Arc<Ear>);

#[derive(Debug, Default)]
struct Ear {
    news: Mutex<News>,
    news_came: Notify,
    wake: Wake,
}

/// Failures that were told: whether, and why, if that was said.
#[derive(Debug, Default)]
struct News {
    is_listening: bool,
    invalid: Option<Option<Reason>>,
    rejected: Option<Option<Reason>>,
    refused: Option<Option<Reason>>,
}

/// A failure that notifications give reasons for, and readings don't.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    Invalid,
    Rejected,
}

/// Which thing, and from when on.
pub(super) struct About<'a> {
    pub(super) events: &'static [EventType],
    pub(super) id: &'a str,
    /// Without what came before; `None` for all that is kept.
    pub(super) since: Option<Instant>,
}

impl Heard {
    /// Lets a poller listen: it is woken by each notification.
    pub(super) fn listen<P: Poll>(
        &self,
        poller: Poller<P>,
        webhooks: &Webhooks,
        about: &About<'_>,
    ) -> Poller<P> {
        self.lock().is_listening = true;
        let poller = poller.woken_by(self.0.wake.clone()).at_most_every(BREATHER);
        about.events.iter().fold(poller, |poller, event| {
            let arrivals = webhooks.arrivals();
            let mut watcher = match about.since {
                Some(since) => arrivals.watch_since(event.clone(), about.id, since),
                None => arrivals.watch(event.clone(), about.id),
            };
            let heard = self.clone();
            poller.alongside(async move {
                loop {
                    heard.note(&*watcher.next().await);
                }
            })
        })
    }

    pub(super) fn note(&self, notification: &Notification) {
        let mut news = self.lock();
        let told = match notification.meaning() {
            Meaning::CreationFailed => Some(&mut news.invalid),
            Meaning::Rejected => Some(&mut news.rejected),
            Meaning::UpdateRefused => Some(&mut news.refused),
            _ => None,
        };
        if let Some(told) = told {
            let why = told.get_or_insert(None);
            *why = why
                .take()
                .or_else(|| notification.refusal().map(Reason::from));
        }
        drop(news);
        self.0.news_came.notify_waiters();
        self.0.wake.wake();
    }

    /// Whether it was said to be invalid.
    pub(super) fn is_invalid(&self) -> bool {
        self.lock().invalid.is_some()
    }

    /// Whether a change was said to be refused, and why.
    pub(super) fn refusal(&self) -> Option<UpdateRefused> {
        let refused = self.lock().refused.clone();
        refused.map(|reason| UpdateRefused { reason })
    }

    /// Why it failed; waits for that, where somebody listens and it hasn't been told yet.
    pub(super) async fn reason(&self, failure: Failure, within: Duration) -> Option<Reason> {
        let told = async {
            loop {
                let mut news_came = pin!(self.0.news_came.notified());
                news_came.as_mut().enable();
                if let Some(told) = self.told(failure) {
                    return told;
                }
                news_came.await;
            }
        };
        if !self.lock().is_listening {
            return self.told(failure).flatten();
        }
        tokio::time::timeout(within, told).await.ok().flatten()
    }

    fn told(&self, failure: Failure) -> Option<Option<Reason>> {
        let news = self.lock();
        match failure {
            // What never came into being can't have been changed: a refusal without a status is that of its creation.
            Failure::Invalid => match (&news.invalid, &news.refused) {
                (Some(Some(why)), _) | (_, Some(Some(why))) => Some(Some(why.clone())),
                (told, _) => told.clone(),
            },
            Failure::Rejected => news.rejected.clone(),
        }
    }

    /// Whoever panicked while holding the lock left the news whole.
    fn lock(&self) -> MutexGuard<'_, News> {
        self.0.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The status that a notification tells, where it tells one.
pub(super) fn told_status(notification: &Notification) -> Option<Status> {
    Status::said(notification.status()?)
}
