//! How often to ask.

use std::time::Duration;

use florin_core::Seam;

/// The rhythm of a poller: quick at first, slower by the reading, with jitter so that many pollers don't march in step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    first: Duration,
    slowest: Duration,
    errors: u32,
    deadline: Option<Duration>,
}

impl Default for Pace {
    /// First after one second, then twice as long each time up to 30 seconds, five failures in a row, and the deadline that
    /// fits how the poller learns of news.
    fn default() -> Self {
        Self {
            first: Duration::from_secs(1),
            slowest: Duration::from_secs(30),
            errors: 5,
            deadline: None,
        }
    }
}

impl Pace {
    /// The pause after the first reading. 1 second unless said.
    #[must_use]
    pub const fn first(mut self, pause: Duration) -> Self {
        self.first = pause;
        self
    }

    /// The longest pause. 30 seconds unless said.
    #[must_use]
    pub const fn slowest(mut self, pause: Duration) -> Self {
        self.slowest = pause;
        self
    }

    /// How many transient failures in a row are tolerated. 5 unless said.
    #[must_use]
    pub const fn errors(mut self, tolerated: u32) -> Self {
        self.errors = tolerated;
        self
    }

    /// How long to wait for the outcome. Unless said: 10 minutes for a poller that asks by itself; a day for one that is
    /// woken and asks next to nothing until then.
    #[must_use]
    pub const fn deadline(mut self, limit: Duration) -> Self {
        self.deadline = Some(limit);
        self
    }

    pub(crate) const fn errors_tolerated(&self) -> u32 {
        self.errors
    }

    pub(crate) const fn limit(&self, is_woken: bool) -> Duration {
        match self.deadline {
            Some(limit) => limit,
            None if is_woken => Duration::from_secs(24 * 3600),
            None => Duration::from_secs(600),
        }
    }

    /// The pause after `readings` readings: between half and the whole of the doubled first one.
    pub(crate) fn pause(&self, readings: u32, seam: &Seam) -> Duration {
        let doubled = self
            .first
            .saturating_mul(2_u32.saturating_pow(readings.saturating_sub(1).min(16)));
        jittered(doubled.min(self.slowest), seam)
    }
}

/// Between half of `pause` and all of it, so that many who wait don't march in step.
pub(crate) fn jittered(pause: Duration, seam: &Seam) -> Duration {
    pause.mul_f64(0.5 + seam.fraction() / 2.0)
}
