//! Steers a stream of prices while it is read.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::shared::Shared;
use super::{Market, Markets};

/// Changes the markets of a [`Prices`](super::Prices) while somebody reads it, and tells how it goes. Cheap to clone.
///
/// A subscription can't be changed (documented), so a change closes the connection and makes another one. Changes that come in
/// quick succession are made together; there is at most one connection a second for them. The stream tells it as a
/// [`Gap`](super::Gap).
#[derive(Clone)]
pub struct PricesHandle(pub(super) Arc<Shared>);

/// What has come so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counters {
    /// Connections that were made.
    pub connections: u64,
    /// `PRICES` messages.
    pub messages: u64,
    /// Entries in them that said that nothing had changed.
    pub heartbeats: u64,
    /// What took the place of something earlier of its market, which nobody had taken yet.
    pub overwritten: u64,
    /// What had to go for other markets, see [`Prices::capacity`](super::Prices::capacity).
    pub displaced: u64,
    /// Entries about markets that weren't subscribed to when they came, or that no longer were before anybody took them. They are
    /// dropped. So each entry is a heartbeat, was or will be handed out, or counts once as overwritten, displaced or unwanted.
    pub unwanted: u64,
    /// Messages of a type that isn't documented. They are ignored, and no sign of life.
    pub unknown: u64,
    /// Messages, and entries of `PRICES` messages, that couldn't be read. The stream tells it by an
    /// [`Unreadable`](super::Unreadable), unless that is overwritten, by a readable entry perhaps, displaced, or unwanted before
    /// anybody takes it; then it counts there as well. An entry of a market that wasn't subscribed to when it came counts as
    /// [unwanted](Self::unwanted) alone, readable or not.
    pub ill_formed: u64,
}

impl PricesHandle {
    /// What is subscribed to, or about to be.
    #[must_use]
    pub fn markets(&self) -> Markets {
        self.0.markets()
    }

    /// Subscribes to these instead. Once this has returned, no price of another market is handed out. Returns whether anything
    /// changed.
    pub fn set(&self, markets: impl Into<Markets>) -> bool {
        let new = markets.into();
        self.0.change_markets(|markets| *markets = new)
    }

    /// Subscribes to these as well. Returns whether anything changed: not where [all](Markets::All) are subscribed to.
    pub fn add(&self, more: impl IntoIterator<Item = Market>) -> bool {
        // Taken before anything is locked: who knows what the iterator does.
        let more: Vec<Market> = more.into_iter().collect();
        self.0.change_markets(|markets| match markets {
            Markets::All => {}
            Markets::Only(markets) => markets.extend(more),
        })
    }

    /// No longer subscribes to this one. Returns whether anything changed: not where [all](Markets::All) are subscribed to, of
    /// which none can be taken away. Once this has returned, no price of it is handed out. With the last one the connection is
    /// closed until another one is added.
    pub fn remove(&self, market: &Market) -> bool {
        self.0.change_markets(|markets| match markets {
            Markets::All => {}
            Markets::Only(markets) => {
                markets.remove(market);
            }
        })
    }

    /// Whether prices are live: the connection is up, and a sign of life came on it no longer ago than the
    /// [idle timeout](super::Prices::idle_timeout), by the calendar and by the clock that never jumps. Worked out when it is asked,
    /// so it is true also after this process was stopped, its machine suspended, or its runtime blocked.
    #[must_use]
    pub fn is_live(&self) -> bool {
        self.0.is_live()
    }

    /// When the last prices or the last sign of life came.
    #[must_use]
    pub fn last_heard(&self) -> Option<DateTime<Utc>> {
        self.0.last_heard()
    }

    /// What has come so far.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.0.counters()
    }
}

impl fmt::Debug for PricesHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PricesHandle")
            .field("markets", &self.markets())
            .field("is_live", &self.is_live())
            .field("counters", &self.counters())
            .finish()
    }
}
