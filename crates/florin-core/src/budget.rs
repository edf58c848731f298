//! What a client may spend on retries, over all its calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::ConfigError;

/// The smallest unit of a budget: a thousandth of a retry.
const RETRY: u32 = 1000;

/// A purse that every retry of a client is paid from, and every success pays into.
///
/// One call that is tried four times is harmless. A thousand of them, during an outage, are four times the load on a
/// provider that tries to get up again. With a budget, a client that sees nothing but failures soon stops to retry, and
/// goes on sending each call once; as calls succeed again, retries come back.
///
/// The default holds 100 retries, and ten successes earn one. Clones share the purse.
#[derive(Clone, Debug)]
pub struct Budget {
    /// `None` never runs out.
    purse: Option<Arc<Purse>>,
}

#[derive(Debug)]
struct Purse {
    balance: AtomicU32,
    capacity: u32,
    refund: u32,
}

impl Budget {
    /// Holds up to `retries`, all there at the start, and earns one for every `successes_per_retry` successes.
    ///
    /// # Errors
    ///
    /// Where `retries` is zero or above a million, or `successes_per_retry` is zero or above a thousand.
    pub fn new(retries: u32, successes_per_retry: u32) -> Result<Self, ConfigError> {
        if retries == 0 || retries > 1_000_000 {
            return Err(ConfigError::new(
                "retry budget",
                format!(
                    "is {retries} retries; give 1 to 1000000, or turn retries off with RetryPolicy::never"
                ),
            ));
        }
        if successes_per_retry == 0 || successes_per_retry > RETRY {
            return Err(ConfigError::new(
                "retry budget",
                format!("earns a retry for {successes_per_retry} successes; give 1 to {RETRY}"),
            ));
        }
        Ok(Self::of(retries, successes_per_retry))
    }

    fn of(retries: u32, successes_per_retry: u32) -> Self {
        let capacity = retries * RETRY;
        // Rounded up, so that a retry never costs more successes than promised.
        let refund = RETRY.div_ceil(successes_per_retry);
        Self {
            purse: Some(Arc::new(Purse {
                balance: AtomicU32::new(capacity),
                capacity,
                refund,
            })),
        }
    }

    /// Never runs out. For a client that makes a call now and then.
    #[must_use]
    pub const fn unlimited() -> Self {
        Self { purse: None }
    }

    /// Pays for one retry. `false` if the purse doesn't hold enough: then don't retry.
    #[must_use]
    pub fn spend(&self) -> bool {
        let Some(purse) = &self.purse else {
            return true;
        };
        purse
            .balance
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |balance| {
                balance.checked_sub(RETRY)
            })
            .is_ok()
    }

    /// Notes a call that succeeded.
    pub fn refund(&self) {
        let Some(purse) = &self.purse else { return };
        // A full purse is the usual case, and then nothing is written that another core would have to fetch.
        if purse.balance.load(Ordering::Relaxed) >= purse.capacity {
            return;
        }
        let _ = purse
            .balance
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |balance| {
                Some(balance.saturating_add(purse.refund).min(purse.capacity))
            });
    }

    /// How many retries are left, or `None` without a limit.
    #[must_use]
    pub fn balance(&self) -> Option<u32> {
        self.purse
            .as_ref()
            .map(|purse| purse.balance.load(Ordering::Relaxed) / RETRY)
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::of(100, 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drain(budget: &Budget) -> usize {
        (0..).take_while(|_| budget.spend()).count()
    }

    #[test]
    fn an_outage_ends_the_retries() {
        let budget = Budget::default();
        assert_eq!(drain(&budget), 100);
        assert!(!budget.spend());
        assert_eq!(budget.balance(), Some(0));
    }

    #[test]
    fn ten_successes_earn_one_retry() {
        let budget = Budget::default();
        drain(&budget);
        for _ in 0..9 {
            budget.refund();
        }
        assert!(!budget.spend());
        budget.refund();
        assert!(budget.spend());
        assert!(!budget.spend());
    }

    #[test]
    fn a_thirds_worth_of_successes_is_not_rounded_away() {
        let budget = Budget::new(1, 3).unwrap();
        drain(&budget);
        (0..3).for_each(|_| budget.refund());
        assert!(budget.spend());
    }

    #[test]
    fn the_purse_never_holds_more_than_its_capacity() {
        let budget = Budget::new(2, 1).unwrap();
        (0..50).for_each(|_| budget.refund());
        assert_eq!(drain(&budget), 2);
    }

    #[test]
    fn clones_share_the_purse() {
        let budget = Budget::new(3, 1).unwrap();
        assert!(budget.clone().spend());
        assert_eq!(budget.balance(), Some(2));
    }

    #[test]
    fn threads_together_spend_no_more_than_there_is() {
        let budget = Budget::new(1000, 10).unwrap();
        let total: usize = std::thread::scope(|scope| {
            let spenders: Vec<_> = (0..4).map(|_| scope.spawn(|| drain(&budget))).collect();
            spenders
                .into_iter()
                .map(|spender| spender.join().unwrap())
                .sum()
        });
        assert_eq!(total, 1000);
    }

    #[test]
    fn without_a_limit_it_never_runs_out() {
        let budget = Budget::unlimited();
        assert!((0..10_000).all(|_| budget.spend()));
        assert_eq!(budget.balance(), None);
    }

    #[test]
    fn budgets_that_cannot_work_are_refused() {
        assert!(Budget::new(0, 10).is_err());
        assert!(Budget::new(2_000_000, 10).is_err());
        assert!(Budget::new(10, 0).is_err());
        assert!(Budget::new(10, 1001).is_err());
    }
}
