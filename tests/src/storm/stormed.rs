//! Which provider is stormed.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use super::blow::{Plan, Problem, blow};
use super::financeit::Financeit;
use super::monetago::MonetaGo;
use super::monoova::Monoova;
use super::nemuru::Nemuru;
use super::report::Report;
use super::tradevest::Tradevest;

/// A provider with the writes that are made there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stormed {
    /// Orders and confirmations, under idempotency keys.
    Monoova,
    /// Loans, under the caller's identifiers.
    Nemuru,
    /// Orders, under external ids.
    Tradevest,
    /// Registrations, which are never repeated.
    MonetaGo,
    /// Invites, which are never repeated.
    Financeit,
}

/// Who looks for a registration reads all of them, so a storm over many is held in parts.
const WITHOUT_KEYS: usize = 1_000;

impl Stormed {
    /// All of them, those with keys first.
    pub const ALL: [Self; 5] = [
        Self::Monoova,
        Self::Nemuru,
        Self::Tradevest,
        Self::MonetaGo,
        Self::Financeit,
    ];

    /// Its name on a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monoova => "monoova",
            Self::Nemuru => "nemuru",
            Self::Tradevest => "tradevest",
            Self::MonetaGo => "monetago",
            Self::Financeit => "financeit",
        }
    }

    /// What is written there.
    #[must_use]
    pub const fn writes(self) -> &'static str {
        match self {
            Self::Monoova => "orders and confirmations, under idempotency keys",
            Self::Nemuru => "loans, under the caller's ids",
            Self::Tradevest => "orders, under external ids",
            Self::MonetaGo => "registrations, sent once",
            Self::Financeit => "invites, sent once",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }

    /// Holds a storm. Where there are no keys it is held in parts of a thousand writes, under one seed after the other.
    ///
    /// # Errors
    /// Where it can't be held: a sandbox or a client isn't to be had.
    pub async fn storm(self, plan: Plan, done: &Arc<AtomicUsize>) -> Result<Report, Problem> {
        let at_once = match self {
            Self::MonetaGo | Self::Financeit => WITHOUT_KEYS,
            Self::Monoova | Self::Nemuru | Self::Tradevest => usize::MAX,
        };
        let mut report = Report::default();
        let mut left = plan.writes;
        let mut seed = plan.seed;
        while left > 0 {
            let writes = left.min(at_once);
            let part = Plan {
                writes,
                seed,
                ..plan
            };
            report.add(self.part(part, Arc::clone(done)).await?);
            left -= writes;
            seed = seed.wrapping_add(1);
        }
        Ok(report)
    }

    async fn part(self, plan: Plan, done: Arc<AtomicUsize>) -> Result<Report, Problem> {
        let Plan { writes, seed, .. } = plan;
        match self {
            Self::Monoova => blow(Monoova::open(writes, seed).await?, plan, done).await,
            Self::Nemuru => blow(Nemuru::open(writes).await?, plan, done).await,
            Self::Tradevest => blow(Tradevest::open(writes, seed).await?, plan, done).await,
            Self::MonetaGo => blow(MonetaGo::open(writes).await?, plan, done).await,
            Self::Financeit => blow(Financeit::open(writes).await?, plan, done).await,
        }
    }
}
