//! What the task that reads the socket, the stream and its handles have in common.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use chrono::{DateTime, Utc};
use florin_core::Seam;
use tokio::sync::watch;

use super::buffer::{Buffer, Fate};
use super::message::Entry;
use super::{Counters, Gap, Markets, PricesError, Reason, Update};

#[derive(Debug)]
pub(super) struct Shared {
    pub(super) seam: Seam,
    wanted: watch::Sender<Markets>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    buffer: Buffer,
    counters: Counters,
    /// The connection that prices come on. Set by its first sign of life, not when it is opened.
    live: Option<u64>,
    began: DateTime<Utc>,
    last_heard: Option<DateTime<Utc>>,
    /// The gap that we are in.
    gap: Option<Gap>,
    ended: bool,
    error: Option<PricesError>,
    reader: Option<Waker>,
}

impl Shared {
    pub(super) fn new(markets: Markets, capacity: usize, seam: Seam) -> Self {
        let state = State {
            buffer: Buffer::new(capacity),
            counters: Counters::default(),
            live: None,
            began: seam.now(),
            last_heard: None,
            gap: None,
            ended: false,
            error: None,
            reader: None,
        };
        Self {
            seam,
            wanted: watch::Sender::new(markets),
            state: Mutex::new(state),
        }
    }

    /// Each change under the lock is complete before anything can panic, so a poisoned lock guards a sound state.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state, and wakes the reader after the lock is gone.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state();
        let result = change(&mut state);
        let reader = state.reader.take();
        drop(state);
        if let Some(reader) = reader {
            reader.wake();
        }
        result
    }

    pub(super) fn capacity(&self, capacity: usize) {
        self.state().buffer = Buffer::new(capacity);
    }

    pub(super) fn markets(&self) -> Markets {
        self.wanted.borrow().clone()
    }

    pub(super) fn follow_markets(&self) -> watch::Receiver<Markets> {
        self.wanted.subscribe()
    }

    /// Changes the markets; whether that made a difference.
    pub(super) fn change_markets(&self, change: impl FnOnce(&mut Markets)) -> bool {
        let changed = self.wanted.send_if_modified(|markets| {
            let before = markets.clone();
            change(markets);
            *markets != before
        });
        if changed {
            let markets = self.markets();
            self.state().buffer.keep(&markets);
        }
        changed
    }

    /// A connection was opened: its number.
    pub(super) fn opened(&self) -> u64 {
        let mut state = self.state();
        state.counters.connections += 1;
        state.counters.connections
    }

    /// A `PRICES` message came on this connection. Whatever it says, it is a sign of life.
    pub(super) fn heard(&self, connection: u64, entries: Vec<Entry>) {
        let now = self.seam.now();
        self.change(|state| {
            state.live = Some(connection);
            state.last_heard = Some(now);
            state.counters.messages += 1;
            if let Some(mut gap) = state.gap.take() {
                gap.until = Some(now);
                state.buffer.put_gap(gap);
            }
            for entry in entries {
                match entry {
                    Entry::Heartbeat => state.counters.heartbeats += 1,
                    Entry::IllFormed => state.counters.ill_formed += 1,
                    Entry::Price(price) => match state.buffer.put(price) {
                        Fate::Kept => {}
                        Fate::Overwrote => state.counters.overwritten += 1,
                        Fate::Displaced => state.counters.displaced += 1,
                    },
                }
            }
        });
    }

    pub(super) fn heard_unknown(&self) {
        self.state().counters.unknown += 1;
    }

    pub(super) fn heard_ill_formed(&self) {
        self.state().counters.ill_formed += 1;
    }

    /// There are no live prices for this reason: a connection is lost, or an attempt has failed.
    pub(super) fn lost(&self, reason: Reason, is_failed_attempt: bool) {
        self.change(|state| {
            let was_live = state.live.take().is_some();
            let since = state.last_heard.unwrap_or(state.began);
            // A gap that nobody has taken yet goes on: what came in between was no use to them.
            let known = state.gap.take().or_else(|| state.buffer.gap().cloned());
            let mut gap = match known {
                Some(mut gap) => {
                    gap.go_on(reason);
                    gap
                }
                None => Gap::begin(since, reason),
            };
            gap.losses += u32::from(was_live);
            gap.failed_attempts += u32::from(is_failed_attempt);
            state.gap = Some(gap.clone());
            state.buffer.put_gap(gap);
        });
    }

    /// Nothing comes any more. The first call counts.
    pub(super) fn end(&self, error: Option<PricesError>) {
        self.change(|state| {
            state.live = None;
            if !state.ended {
                state.ended = true;
                state.error = error;
            }
        });
    }

    /// Whether this connection has brought prices or a sign of life.
    pub(super) fn is_live_on(&self, connection: u64) -> bool {
        self.state().live == Some(connection)
    }

    pub(super) fn is_live(&self) -> bool {
        self.state().live.is_some()
    }

    pub(super) fn last_heard(&self) -> Option<DateTime<Utc>> {
        self.state().last_heard
    }

    pub(super) fn counters(&self) -> Counters {
        self.state().counters
    }

    pub(super) fn poll(&self, cx: &mut Context<'_>) -> Poll<Option<Result<Update, PricesError>>> {
        let mut state = self.state();
        let live = state.live;
        if let Some(update) = state.buffer.take(live) {
            return Poll::Ready(Some(Ok(update)));
        }
        if state.ended {
            return Poll::Ready(state.error.take().map(Err));
        }
        state.reader = Some(cx.waker().clone());
        Poll::Pending
    }
}
