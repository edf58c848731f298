//! What currencies cost in each other: a book that stands still unless a test changes it.

use super::catalogue::Currency;
use super::money::Rate;

type Pair = (&'static Currency, &'static Currency);

#[derive(Debug, Default)]
pub(super) struct Rates {
    /// By a test, the latest last.
    set: Vec<(Pair, Rate)>,
    /// With an identifier; the first one has [`FIRST`].
    given: Vec<(Pair, Rate)>,
}

const FIRST: i64 = 60_001;

impl Rates {
    /// The rate now. `None` between a currency and itself.
    pub(super) fn now(&self, pair: Pair) -> Option<Rate> {
        let (base, counter) = pair;
        if base == counter {
            return None;
        }
        let set = self.set.iter().rev().find(|(known, _)| *known == pair);
        set.map(|(_, rate)| *rate).or_else(|| {
            let (base, counter) = (Rate::parse(base.of_aud)?, Rate::parse(counter.of_aud)?);
            Some(Rate::cross(base, counter))
        })
    }

    pub(super) fn set(&mut self, pair: Pair, rate: Rate) {
        self.set.push((pair, rate));
    }

    /// Remembers a rate that somebody looked up, by an identifier.
    pub(super) fn give(&mut self, pair: Pair, rate: Rate) -> i64 {
        self.given.push((pair, rate));
        FIRST + i64::try_from(self.given.len()).unwrap_or(i64::MAX) - 1
    }

    /// The rate of an identifier, if it is one of this pair.
    pub(super) fn given(&self, id: i64, pair: Pair) -> Option<Rate> {
        let index = usize::try_from(id.checked_sub(FIRST)?).ok()?;
        let (known, rate) = self.given.get(index)?;
        (*known == pair).then_some(*rate)
    }
}
