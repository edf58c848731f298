//! When something came, by both clocks.

use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::Seam;
use tokio::time::Instant;

/// A moment by two clocks, neither of which is to be trusted alone: the one that never jumps may stand still while the machine is
/// suspended, and the calendar may be set back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) date: DateTime<Utc>,
    instant: Instant,
}

impl Moment {
    pub(super) fn now(seam: &Seam) -> Self {
        Self {
            date: seam.now(),
            instant: seam.instant(),
        }
    }

    /// How long before `now` it was, by the clock that says more. So a calendar that is set forward makes things look older than
    /// they are, and none of them younger.
    pub(super) fn age(self, now: Self) -> Duration {
        // Set back, it says nothing.
        let by_date = (now.date - self.date).to_std().unwrap_or_default();
        let by_instant = now.instant.saturating_duration_since(self.instant);
        by_date.max(by_instant)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_clock_that_says_more_counts() {
        let then = Moment::now(&Seam::real());
        let later = |date: i64, instant: u64| Moment {
            date: then.date + TimeDelta::seconds(date),
            instant: then.instant + Duration::from_secs(instant),
        };
        let age = |now| then.age(now).as_secs();
        assert_eq!(age(later(3, 3)), 3);
        assert_eq!(age(later(3600, 1)), 3600, "a machine that was suspended");
        assert_eq!(age(later(-3600, 7)), 7, "a calendar that was set back");
        assert_eq!(later(0, 9).age(later(0, 2)), Duration::ZERO);
    }
}
