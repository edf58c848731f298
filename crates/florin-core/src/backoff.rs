//! How the pause between two tries grows.

use std::time::Duration;

use crate::ConfigError;

/// Pauses that double from try to try up to a limit, each drawn evenly between nothing and that length.
///
/// Drawing the whole pause ("full jitter") keeps clients that failed together from coming back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backoff {
    base: Duration,
    max: Duration,
}

impl Backoff {
    /// Pauses of up to `base` after the first failure, then up to twice that, and so on up to `max`.
    ///
    /// # Errors
    ///
    /// Where `base` is zero or `max` is shorter than `base`.
    pub fn new(base: Duration, max: Duration) -> Result<Self, ConfigError> {
        if base.is_zero() {
            return Err(ConfigError::new(
                "backoff base",
                "is zero, which would retry without a pause; 200 ms is usual",
            ));
        }
        if max < base {
            return Err(ConfigError::new(
                "backoff max",
                format!("is {max:?}, shorter than the base of {base:?}"),
            ));
        }
        Ok(Self { base, max })
    }

    /// For the values in this crate, which the tests check.
    pub(crate) const fn of_millis(base: u64, max: u64) -> Self {
        Self {
            base: Duration::from_millis(base),
            max: Duration::from_millis(max),
        }
    }

    /// The longest pause after the `failures`-th failure in a row, counted from 1.
    #[must_use]
    pub fn limit(&self, failures: u32) -> Duration {
        let doubled = 2_u32
            .checked_pow(failures.saturating_sub(1))
            .unwrap_or(u32::MAX);
        self.base.saturating_mul(doubled).min(self.max)
    }

    /// The pause after the `failures`-th failure in a row, counted from 1, for a `fraction` drawn from
    /// [`Seam::fraction`](crate::Seam::fraction).
    #[must_use]
    pub fn delay(&self, failures: u32, fraction: f64) -> Duration {
        let fraction = if fraction.is_nan() {
            1.0
        } else {
            fraction.clamp(0.0, 1.0)
        };
        // A fraction of a limit is no longer than it, but rounding may say otherwise at the very end of the range.
        let limit = self.limit(failures);
        Duration::try_from_secs_f64(limit.as_secs_f64() * fraction)
            .map_or(limit, |delay| delay.min(limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BACKOFF: Backoff = Backoff::of_millis(200, 20_000);

    #[test]
    fn the_limit_doubles_up_to_the_maximum() {
        let limits: Vec<u128> = (1..=9)
            .map(|failures| BACKOFF.limit(failures).as_millis())
            .collect();
        assert_eq!(
            limits,
            [200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 20_000]
        );
        assert_eq!(BACKOFF.limit(u32::MAX).as_millis(), 20_000);
        assert_eq!(BACKOFF.limit(0).as_millis(), 200);
    }

    #[test]
    fn the_delay_is_the_drawn_part_of_the_limit() {
        assert_eq!(BACKOFF.delay(2, 0.0), Duration::ZERO);
        assert_eq!(BACKOFF.delay(2, 0.25), Duration::from_millis(100));
        assert_eq!(BACKOFF.delay(2, 7.0), Duration::from_millis(400));
        assert_eq!(BACKOFF.delay(2, f64::NAN), Duration::from_millis(400));
    }

    #[test]
    fn the_longest_durations_do_not_overflow() {
        let endless = Backoff::new(Duration::from_secs(1), Duration::MAX).unwrap();
        assert!(endless.delay(u32::MAX, 1.0) <= Duration::MAX);
        let huge = Backoff::new(Duration::MAX, Duration::MAX).unwrap();
        assert_eq!(huge.delay(9, 1.0), Duration::MAX);
    }

    #[test]
    fn settings_that_cannot_work_are_refused() {
        let no_base = Backoff::new(Duration::ZERO, Duration::from_secs(1)).unwrap_err();
        assert!(no_base.to_string().contains("zero"), "{no_base}");
        let upside_down = Backoff::new(Duration::from_secs(2), Duration::from_secs(1)).unwrap_err();
        assert!(
            upside_down.to_string().contains("shorter than the base"),
            "{upside_down}"
        );
    }
}
