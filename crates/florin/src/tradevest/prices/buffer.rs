//! What has come and nobody has taken yet: per market the latest that was said, and one gap. So it is bounded by the number of
//! markets, by a cap on that, and by a cap on the bytes.

use std::collections::{HashMap, VecDeque};

use super::{Gap, Level, Market, Markets, Price, Unreadable, Update};

#[derive(Debug)]
pub(super) struct Buffer {
    /// In the order in which they were put in. What is overwritten keeps its place, so that a busy market doesn't wait for ever
    /// behind the others.
    order: VecDeque<Place>,
    said: HashMap<Subject, Said>,
    gap: Option<Gap>,
    /// What is held, as [`Said::bytes`] counts it.
    bytes: usize,
    markets_limit: usize,
    bytes_limit: usize,
}

/// Of which market something is said; `None` where that can't be read.
type Subject = Option<Market>;

#[derive(Debug, PartialEq, Eq)]
enum Place {
    Of(Subject),
    Gap,
}

/// What was said of a market.
#[derive(Debug)]
pub(super) enum Said {
    Price(Price),
    Unreadable(Unreadable),
}

/// What putting something in did to what was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Effect {
    /// It stands in the place of something earlier of its market.
    pub(super) overwrote: bool,
    /// How many markets had to go for it, those first that had waited longest.
    pub(super) displaced: u64,
}

impl Said {
    pub(super) const fn market(&self) -> Option<&Market> {
        match self {
            Self::Price(price) => Some(&price.market),
            Self::Unreadable(unreadable) => unreadable.market.as_ref(),
        }
    }

    fn overwritten(&mut self) -> &mut u64 {
        match self {
            Self::Price(price) => &mut price.overwritten,
            Self::Unreadable(unreadable) => &mut unreadable.overwritten,
        }
    }

    /// What it takes in memory, with its market's name in the three places where that stands.
    fn bytes(&self) -> usize {
        let (levels, raw) = match self {
            Self::Price(price) => (
                price.asks.capacity() + price.bids.capacity(),
                Some(&price.raw),
            ),
            Self::Unreadable(unreadable) => (0, unreadable.raw.as_ref()),
        };
        let name = self.market().map_or(0, |market| {
            market.crypto_symbol().len() + market.currency().len()
        });
        size_of::<Self>()
            + levels * size_of::<Level>()
            + raw.map_or(0, |raw| raw.get().len())
            + 3 * name
    }
}

impl Buffer {
    pub(super) fn new(markets_limit: usize, bytes_limit: usize) -> Self {
        Self {
            order: VecDeque::new(),
            said: HashMap::new(),
            gap: None,
            bytes: 0,
            markets_limit: markets_limit.max(1),
            bytes_limit,
        }
    }

    /// Puts in what was said last of a market. It stays, whatever else has to go for it.
    pub(super) fn put(&mut self, mut said: Said) -> Effect {
        let mut effect = Effect::default();
        let subject = said.market().cloned();
        if let Some(mut waiting) = self.said.remove(&subject) {
            self.bytes -= waiting.bytes();
            *said.overwritten() = waiting.overwritten().saturating_add(1);
            effect.overwrote = true;
        } else {
            self.order.push_back(Place::Of(subject.clone()));
        }
        let bytes = said.bytes();
        while self.said.len() >= self.markets_limit
            || self.bytes.saturating_add(bytes) > self.bytes_limit
        {
            if !self.drop_oldest() {
                break;
            }
            effect.displaced += 1;
        }
        self.bytes += bytes;
        self.said.insert(subject, said);
        effect
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

    /// Drops what is no longer asked for. Returns of how many markets there was something.
    pub(super) fn keep(&mut self, markets: &Markets) -> u64 {
        let before = self.said.len();
        self.said
            .retain(|subject, _| subject.as_ref().is_none_or(|of| markets.includes(of)));
        self.bytes = self.said.values().map(Said::bytes).sum();
        let said = &self.said;
        self.order.retain(|place| match place {
            Place::Of(subject) => said.contains_key(subject),
            Place::Gap => true,
        });
        (before - self.said.len()) as u64
    }

    /// Hands out what has waited longest. `live` is the connection that is alive.
    pub(super) fn take(&mut self, live: Option<u64>) -> Option<Update> {
        let subject = match self.order.pop_front()? {
            Place::Gap => return self.gap.take().map(Update::Gap),
            Place::Of(subject) => subject,
        };
        let said = self.said.remove(&subject)?;
        self.bytes -= said.bytes();
        Some(match said {
            Said::Price(mut price) => {
                price.is_live = live == Some(price.connection);
                Update::Price(price)
            }
            Said::Unreadable(unreadable) => Update::Unreadable(unreadable),
        })
    }

    /// Whether there was anything to drop. A market that is being put in has a place and nothing in it yet.
    fn drop_oldest(&mut self) -> bool {
        let said = &self.said;
        let oldest = self.order.iter().position(|place| match place {
            Place::Of(subject) => said.contains_key(subject),
            Place::Gap => false,
        });
        let Some(Place::Of(subject)) = oldest.and_then(|at| self.order.remove(at)) else {
            return false;
        };
        if let Some(dropped) = self.said.remove(&subject) {
            self.bytes -= dropped.bytes();
        }
        true
    }
}
