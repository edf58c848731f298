//! What the stream hands out.

use std::fmt;

use chrono::{DateTime, FixedOffset, Utc};
use florin_core::Decimal;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::Market;
use super::reason::{ProviderError, Reason};

/// An item of the stream.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Update {
    /// Prices of one market.
    Price(Price),
    /// There are, or were, no live prices: the connection is gone, or there is none yet.
    Gap(Gap),
    /// Something was said that can't be read. What was handed out of this market may no longer hold.
    Unreadable(Unreadable),
}

/// What Tradevest said last of one market.
///
/// Nothing is documented of whether the levels are the whole book or what has changed in it, of their order, or of how deep they
/// go. So they are handed out as they came, and nothing is worked out of them here. At least one of the two lists has an entry.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Price {
    /// Of what.
    pub market: Market,
    /// When, by the provider's clock, with its offset. `None` where it said nothing readable.
    pub time: Option<DateTime<FixedOffset>>,
    /// Offers to sell.
    pub asks: Vec<Level>,
    /// Offers to buy.
    pub bids: Vec<Level>,
    /// When it came here.
    pub received_at: DateTime<Utc>,
    /// Earlier updates of this market, [unreadable](Unreadable) ones among them, that nobody had taken yet when this one, or one of
    /// them, came. 0 for a reader that keeps up.
    pub overwritten: u64,
    /// Whether the connection that it came on was still alive when this was handed out: up, and with a sign of life no longer ago
    /// than the [idle timeout](super::Prices::idle_timeout). If not, the price may be outdated: a [`Gap`] has been handed out already
    /// or is on its way.
    pub is_live: bool,
    /// The entry as it came, with whatever isn't documented.
    pub raw: Box<RawValue>,
    pub(super) connection: u64,
}

/// Tradevest said something of a market that can't be read, such as a number that is none, or has more digits than a
/// [`Decimal`](florin_core::Decimal) holds.
///
/// Nothing is handed out of such an entry: the levels that can be read are no order book. Until the next [`Price`] of the market, the
/// one before it may no longer hold. The connection is as alive as it was, so there is no [`Gap`].
#[derive(Clone)]
#[non_exhaustive]
pub struct Unreadable {
    /// Of what. `None` where that can't be read either, so that it may be any market.
    pub market: Option<Market>,
    /// When it came here.
    pub received_at: DateTime<Utc>,
    /// Earlier updates of this market that nobody had taken yet when this one, or one of them, came. 0 for a reader that keeps up.
    pub overwritten: u64,
    /// The entry as it came; `None` where a whole message wasn't what a message is.
    pub raw: Option<Box<RawValue>>,
}

impl Unreadable {
    pub(super) const fn new(
        market: Option<Market>,
        received_at: DateTime<Utc>,
        raw: Option<Box<RawValue>>,
    ) -> Self {
        Self {
            market,
            received_at,
            overwritten: 0,
            raw,
        }
    }
}

/// Leaves out what came: it may be anything.
impl fmt::Debug for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unreadable")
            .field("market", &self.market)
            .field("received_at", &self.received_at)
            .field("overwritten", &self.overwritten)
            .finish_non_exhaustive()
    }
}

/// A price and a quantity at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Level {
    /// In the market's currency, in its major unit, for one of what is priced. Exact.
    pub price: Decimal,
    /// How much of what is priced. Exact.
    pub quantity: Decimal,
}

/// A time without live prices.
///
/// It is handed out as soon as the connection is gone, with [`until`](Self::until) open, again with each attempt to connect that
/// fails, and once more when prices have come again. A slow reader gets the latest state alone, and of several gaps that nobody has
/// taken yet it gets one that spans them, see [`losses`](Self::losses).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Gap {
    /// When the last sign of life had come, or reading began.
    pub since: DateTime<Utc>,
    /// When the first sign of life came again; `None` while there is none.
    pub until: Option<DateTime<Utc>>,
    /// Why, lately: what ended the connection, or what the latest attempt failed of.
    pub reason: Reason,
    /// How often a connection was lost in it: more than one where it spans several gaps.
    pub losses: u32,
    /// How many attempts to connect have failed in it.
    pub failed_attempts: u32,
    /// The last `ERROR` message in it, whose connection identifier Tradevest's support asks for.
    pub provider_error: Option<ProviderError>,
}

impl Gap {
    pub(super) fn begin(since: DateTime<Utc>, reason: Reason) -> Self {
        Self {
            since,
            until: None,
            provider_error: reason.provider_error().cloned(),
            reason,
            losses: 0,
            failed_attempts: 0,
        }
    }

    /// It goes on, for this reason.
    pub(super) fn go_on(&mut self, reason: Reason) {
        self.until = None;
        if let Some(error) = reason.provider_error() {
            self.provider_error = Some(error.clone());
        }
        self.reason = reason;
    }

    /// Whether prices are live again.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.until.is_some()
    }
}
