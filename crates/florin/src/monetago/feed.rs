//! The activity feed: endless, resumable, nothing lost and nothing doubled.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_core::Stream;

use super::activity::Listing;
use super::{Activity, Checkpoint, Error, Event};
use crate::poll::jittered;

/// The pause between readings, unless said. None is documented; matching takes seconds.
pub(super) const INTERVAL: Duration = Duration::from_secs(30);

/// The longest pause after failures.
const LONGEST: Duration = Duration::from_secs(600);

/// The longest pause that is waited for at all.
const FOR_EVER: Duration = Duration::from_secs(365 * 24 * 3600);

type Reading = Pin<Box<dyn Future<Output = Result<Listing, Error>> + Send>>;

/// What happens to the lender's FVRs, as a [`Stream`] that never ends.
///
/// An error is an item like any other: the stream goes on after it, more slowly while failures follow each other. It
/// reports what *others* do as well, such as a later registration of the same document.
///
/// After you have processed an event, store [`checkpoint`](Self::checkpoint); give it to
/// [`Client::activity`](super::Client::activity) to go on from there. Stored in one step with what came of the event, in one
/// transaction or in one [`StateFile`](crate::StateFile), each event counts once; stored after it, one may come again after a
/// crash; stored before it, one is lost. Two events of the very same content count as one.
#[must_use = "a feed does nothing until it is polled"]
pub struct ActivityFeed {
    activity: Activity,
    checkpoint: Checkpoint,
    interval: Duration,
    /// Read, new, and not handed out yet.
    ahead: VecDeque<Event>,
    /// When those were read.
    read_at: DateTime<Utc>,
    reading: Option<Reading>,
    started: bool,
    failures: u32,
    health: Health,
}

/// Why the latest reading failed, if it did. Clones show the same.
#[derive(Clone, Default)]
pub(super) struct Health(Arc<Mutex<Option<String>>>);

impl Health {
    pub(super) fn last_error(&self) -> Option<String> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn set(&self, error: Option<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }
}

impl ActivityFeed {
    pub(super) fn new(activity: Activity, checkpoint: Checkpoint) -> Self {
        Self {
            read_at: activity.seam().now(),
            activity,
            checkpoint,
            interval: INTERVAL,
            ahead: VecDeque::new(),
            reading: None,
            started: false,
            failures: 0,
            health: Health::default(),
        }
    }

    /// The pause between readings, give or take a third. 30 seconds unless said.
    pub const fn interval(mut self, pause: Duration) -> Self {
        self.interval = pause;
        self
    }

    /// What shows how the latest reading went, while someone else reads.
    pub(super) fn health(&self) -> Health {
        self.health.clone()
    }

    /// Covers every event that the stream has given so far, and none that it hasn't.
    #[must_use]
    pub const fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The next event. The stream has no end, so there always is one, or an error.
    ///
    /// # Errors
    /// As any call. The next `next` goes on.
    pub async fn next(&mut self) -> Result<Event, Error> {
        std::future::poll_fn(|cx| self.poll_event(cx)).await
    }

    fn read(&mut self) -> Reading {
        let activity = self.activity.clone();
        let after = self.checkpoint.after();
        let seam = activity.seam().clone();
        let pause = match (self.started, self.failures) {
            (false, _) => Duration::ZERO,
            (true, failures) => {
                let slower = self
                    .interval
                    .saturating_mul(2_u32.saturating_pow(failures.min(8)));
                slower.min(LONGEST.max(self.interval)).min(FOR_EVER)
            }
        };
        self.started = true;
        Box::pin(async move {
            if !pause.is_zero() {
                // `jittered` takes off up to a half, so that on average the interval is kept.
                seam.sleep(jittered(pause.mul_f64(4.0 / 3.0), &seam)).await;
            }
            activity.after(after).await
        })
    }

    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Result<Event, Error>> {
        loop {
            if let Some(event) = self.ahead.pop_front() {
                self.checkpoint.advance(&event, self.read_at);
                return Poll::Ready(Ok(event));
            }
            let mut reading = match self.reading.take() {
                Some(reading) => reading,
                None => self.read(),
            };
            let Poll::Ready(read) = reading.as_mut().poll(cx) else {
                self.reading = Some(reading);
                return Poll::Pending;
            };
            match read {
                Ok(listing) => {
                    self.failures = 0;
                    self.health.set(None);
                    self.read_at = listing.read_at;
                    self.checkpoint.keep_listed(&listing.events);
                    // An event that came in while pages were turned stands on two of them.
                    let mut twice = HashSet::new();
                    let new = listing
                        .events
                        .into_iter()
                        .filter(|event| !self.checkpoint.knows(event));
                    self.ahead = new
                        .filter(|event| twice.insert(event.identity().to_owned()))
                        .collect();
                }
                Err(error) => {
                    self.failures += 1;
                    self.health.set(Some(error.to_string()));
                    return Poll::Ready(Err(error));
                }
            }
        }
    }
}

impl Stream for ActivityFeed {
    type Item = Result<Event, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(Some(ready!(self.poll_event(cx))))
    }
}

impl fmt::Debug for ActivityFeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ActivityFeed")
            .field("at", &self.checkpoint.time())
            .finish_non_exhaustive()
    }
}
