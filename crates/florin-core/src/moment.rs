//! How long ago something was, on clocks that can't be relied on alone.

use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::Instant;

use crate::Seam;

/// How far ahead a date may be. More than that is no difference between clocks.
const AHEAD: Duration = Duration::from_secs(60 * 60);

/// A moment on both clocks: the calendar may be set back, and the other one stands still while a machine sleeps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    calendar: DateTime<Utc>,
    instant: Instant,
    /// How old it was at `instant`.
    before: Duration,
}

impl Moment {
    pub(crate) fn now(seam: &Seam) -> Self {
        Self {
            calendar: seam.now(),
            instant: seam.instant(),
            before: Duration::ZERO,
        }
    }

    /// A moment of which only the date is known, seen from this one. `None` where it is still to come.
    pub(crate) fn since(self, date: DateTime<Utc>) -> Option<Self> {
        if (date - self.calendar)
            .to_std()
            .is_ok_and(|ahead| ahead > AHEAD)
        {
            return None;
        }
        Some(Self {
            calendar: date,
            instant: self.instant,
            before: (self.calendar - date).to_std().unwrap_or_default(),
        })
    }

    /// How long ago it was at `now`, by the clock that says more.
    pub(crate) fn age(self, now: Self) -> Duration {
        let by_calendar = (now.calendar - self.calendar).to_std().unwrap_or_default();
        let passed = now.instant.saturating_duration_since(self.instant);
        by_calendar.max(passed.saturating_add(self.before))
    }
}
