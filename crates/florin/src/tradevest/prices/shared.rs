//! What the task that reads the socket, the stream and its handles have in common.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::Seam;
use tokio::sync::watch;

use super::buffer::{Buffer, Said};
use super::message::Entry;
use super::moment::Moment;
use super::{Counters, Gap, Markets, PricesError, Reason, Unreadable, Update};

/// What is held for a reader, in bytes: as much as sixteen of the largest messages, and far more than the markets together need.
const BYTES: usize = 64 << 20;

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
    last_heard: Option<Moment>,
    /// After so much silence nothing is live, whether or not anybody has noticed yet.
    idle: Duration,
    /// The gap that we are in.
    gap: Option<Gap>,
    ended: bool,
    error: Option<PricesError>,
    reader: Option<Waker>,
}

impl State {
    /// The connection that is alive. What reads the socket would say so itself, had it not stood still together with the process,
    /// the machine, or the runtime that it runs on; so the clocks are asked as well.
    fn live(&self, now: Moment) -> Option<u64> {
        let heard = self.last_heard?;
        self.live.filter(|_| heard.age(now) <= self.idle)
    }

    fn put(&mut self, said: Said) {
        let effect = self.buffer.put(said);
        self.counters.overwritten += u64::from(effect.overwrote);
        self.counters.displaced += effect.displaced;
    }
}

impl Shared {
    pub(super) fn new(markets: Markets, capacity: usize, idle: Duration, seam: Seam) -> Self {
        let state = State {
            buffer: Buffer::new(capacity, BYTES),
            counters: Counters::default(),
            live: None,
            began: seam.now(),
            last_heard: None,
            idle,
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
        self.state().buffer = Buffer::new(capacity, BYTES);
    }

    pub(super) fn idle(&self, limit: Duration) {
        self.state().idle = limit;
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
            let mut state = self.state();
            // Asked for under the lock: another change may have come since, and what it asks for stays.
            let dropped = state.buffer.keep(&self.wanted.borrow());
            state.counters.unwanted += dropped;
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
    pub(super) fn heard(&self, connection: u64, entries: Vec<Entry>, now: Moment) {
        self.change(|state| {
            state.live = Some(connection);
            state.last_heard = Some(now);
            state.counters.messages += 1;
            if let Some(mut gap) = state.gap.take() {
                gap.until = Some(now.date);
                state.buffer.put_gap(gap);
            }
            // Asked for under the lock: whoever changes the markets clears the buffer under it afterwards.
            let wanted = self.wanted.borrow();
            for entry in entries {
                let Entry::Said(said) = entry else {
                    state.counters.heartbeats += 1;
                    continue;
                };
                if said.market().is_some_and(|market| !wanted.includes(market)) {
                    state.counters.unwanted += 1;
                    continue;
                }
                state.counters.ill_formed += u64::from(matches!(said, Said::Unreadable(_)));
                state.put(said);
            }
        });
    }

    pub(super) fn heard_unknown(&self) {
        self.state().counters.unknown += 1;
    }

    /// A message came that couldn't be read at all. No sign of life, but the reader is told: it may have been about prices.
    pub(super) fn heard_ill_formed(&self, now: Moment) {
        self.change(|state| {
            state.counters.ill_formed += 1;
            state.put(Said::Unreadable(Unreadable::new(None, now.date, None)));
        });
    }

    /// There are no live prices for this reason: a connection is lost, or an attempt has failed.
    pub(super) fn lost(&self, reason: Reason, is_failed_attempt: bool) {
        self.change(|state| {
            let was_live = state.live.take().is_some();
            let since = state.last_heard.map_or(state.began, |heard| heard.date);
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
        let now = Moment::now(&self.seam);
        self.state().live(now).is_some()
    }

    pub(super) fn last_heard(&self) -> Option<DateTime<Utc>> {
        self.state().last_heard.map(|heard| heard.date)
    }

    pub(super) fn counters(&self) -> Counters {
        self.state().counters
    }

    pub(super) fn poll(&self, cx: &mut Context<'_>) -> Poll<Option<Result<Update, PricesError>>> {
        let now = Moment::now(&self.seam);
        let mut state = self.state();
        let live = state.live(now);
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
