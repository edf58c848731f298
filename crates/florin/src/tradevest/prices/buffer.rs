//! What has come and nobody has taken yet: per market the latest price, and one gap. So it is bounded by the number of markets,
//! and by a cap on that.

use std::collections::{HashMap, VecDeque};

use super::{Gap, Market, Markets, Price, Update};

#[derive(Debug)]
pub(super) struct Buffer {
    /// In the order in which they were put in. A price that is overwritten keeps its place, so that a busy market doesn't wait for
    /// ever behind the others.
    order: VecDeque<Place>,
    prices: HashMap<Market, Price>,
    gap: Option<Gap>,
    capacity: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum Place {
    Of(Market),
    Gap,
}

/// What became of a price that was put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Kept,
    /// It stands in the place of an earlier one of its market.
    Overwrote,
    /// The price that had waited longest, of another market, had to go.
    Displaced,
}

impl Buffer {
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            order: VecDeque::new(),
            prices: HashMap::new(),
            gap: None,
            capacity: capacity.max(1),
        }
    }

    pub(super) fn put(&mut self, mut price: Price) -> Fate {
        if let Some(waiting) = self.prices.get_mut(&price.market) {
            price.overwritten = waiting.overwritten.saturating_add(1);
            *waiting = price;
            return Fate::Overwrote;
        }
        let is_full = self.prices.len() >= self.capacity;
        if is_full {
            self.drop_oldest();
        }
        self.order.push_back(Place::Of(price.market.clone()));
        self.prices.insert(price.market.clone(), price);
        if is_full { Fate::Displaced } else { Fate::Kept }
    }

    /// The gap that nobody has taken yet.
    pub(super) const fn gap(&self) -> Option<&Gap> {
        self.gap.as_ref()
    }

    /// Puts a gap in, or the newer state of the one that is there.
    pub(super) fn put_gap(&mut self, gap: Gap) {
        if self.gap.replace(gap).is_none() {
            self.order.push_back(Place::Gap);
        }
    }

    /// Drops what is no longer asked for.
    pub(super) fn keep(&mut self, markets: &Markets) {
        self.prices.retain(|market, _| markets.includes(market));
        let prices = &self.prices;
        self.order.retain(|place| match place {
            Place::Of(market) => prices.contains_key(market),
            Place::Gap => true,
        });
    }

    /// Hands out what has waited longest. `live` is the connection that is alive.
    pub(super) fn take(&mut self, live: Option<u64>) -> Option<Update> {
        match self.order.pop_front()? {
            Place::Gap => self.gap.take().map(Update::Gap),
            Place::Of(market) => self.prices.remove(&market).map(|mut price| {
                price.is_live = live == Some(price.connection);
                Update::Price(price)
            }),
        }
    }

    fn drop_oldest(&mut self) {
        let oldest = self.order.iter().position(|place| *place != Place::Gap);
        if let Some(Place::Of(market)) = oldest.and_then(|at| self.order.remove(at)) {
            self.prices.remove(&market);
        }
    }
}
