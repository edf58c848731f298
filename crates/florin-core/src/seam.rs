//! Where time and chance come from.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use ring::rand::{SecureRandom, SystemRandom};
use tokio::time::Instant;

/// The one place that a client takes time and chance from, so that a test can bring its own.
///
/// Cheap to clone; clones share the same clock and the same stream of chance.
///
/// In a test, pause tokio's clock and simulate: waiting then takes no time, and the calendar moves along with it.
///
/// ```
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() {
/// use std::time::Duration;
/// use florin_core::Seam;
///
/// let seam = Seam::simulated("2026-01-31T23:59:30Z".parse().unwrap(), 7);
/// seam.sleep(Duration::from_secs(60)).await;
/// assert_eq!(seam.now().to_rfc3339(), "2026-02-01T00:00:30+00:00");
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Seam(Arc<Source>);

#[derive(Debug)]
struct Source {
    calendar: Calendar,
    chance: Chance,
    /// A stream of its own, so that a key more or less changes no pause. `None` asks the operating system.
    keys: Option<AtomicU64>,
}

#[derive(Debug)]
enum Calendar {
    System,
    /// A date, and the moment on tokio's clock that stands for it.
    Simulated(DateTime<Utc>, Instant),
}

enum Chance {
    Stream(AtomicU64),
    Always(f64),
}

impl Seam {
    /// The system's clock, and chance that differs from process to process.
    #[must_use]
    pub fn real() -> Self {
        // The standard library seeds its hash maps from the operating system. That is random enough to spread retries
        // over time, and nothing here is used as a secret.
        let seed = RandomState::new().hash_one(std::process::id());
        Self(Arc::new(Source {
            calendar: Calendar::System,
            chance: Chance::Stream(AtomicU64::new(seed)),
            keys: None,
        }))
    }

    /// A calendar that starts at `start` and follows tokio's clock, and the same chance for the same `seed`. For tests.
    ///
    /// Idempotency keys are drawn from it too: two clients that speak to one provider share one seam, or have seeds of their
    /// own, or else the keys of the one are those of the other.
    #[must_use]
    pub fn simulated(start: DateTime<Utc>, seed: u64) -> Self {
        Self(Arc::new(Source {
            calendar: Calendar::Simulated(start, Instant::now()),
            chance: Chance::Stream(AtomicU64::new(seed)),
            keys: Some(AtomicU64::new(!seed)),
        }))
    }

    /// As [`simulated`](Self::simulated), but every [`fraction`](Self::fraction) is `fraction`, kept within 0 and just
    /// below 1; idempotency keys differ all the same. For tests that want to know to the millisecond how long something waits.
    #[must_use]
    pub fn without_chance(start: DateTime<Utc>, fraction: f64) -> Self {
        let fraction = if fraction.is_nan() {
            0.0
        } else {
            fraction.clamp(0.0, 1.0 - f64::EPSILON)
        };
        Self(Arc::new(Source {
            calendar: Calendar::Simulated(start, Instant::now()),
            chance: Chance::Always(fraction),
            keys: Some(AtomicU64::new(fraction.to_bits())),
        }))
    }

    /// The date and time, for whatever the outside world dates: a token's expiry, a `Retry-After`. May jump.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self.0.calendar {
            Calendar::System => Utc::now(),
            Calendar::Simulated(start, origin) => {
                let passed = TimeDelta::from_std(origin.elapsed()).unwrap_or(TimeDelta::MAX);
                start
                    .checked_add_signed(passed)
                    .unwrap_or(DateTime::<Utc>::MAX_UTC)
            }
        }
    }

    /// A moment on the clock that never jumps, for pauses and deadlines.
    #[must_use]
    pub fn instant(&self) -> Instant {
        Instant::now()
    }

    /// Waits for `duration`. Needs a tokio runtime with its timer on.
    pub async fn sleep(&self, duration: Duration) {
        tokio::time::sleep(duration).await;
    }

    /// A number from 0 up to but not including 1, evenly spread. Not for secrets.
    #[must_use]
    pub fn fraction(&self) -> f64 {
        match &self.0.chance {
            Chance::Always(fraction) => *fraction,
            Chance::Stream(state) => {
                // The upper 53 bits fill a float's mantissa exactly.
                (draw(state) >> 11) as f64 / (1_u64 << 53) as f64
            }
        }
    }

    /// Bytes that nobody else draws, or `None` where the operating system has none to give.
    pub(crate) fn unique(&self) -> Option<[u8; 16]> {
        let mut bytes = [0; 16];
        match &self.0.keys {
            None => SystemRandom::new().fill(&mut bytes).ok()?,
            Some(state) => {
                let (first, second) = bytes.split_at_mut(8);
                first.copy_from_slice(&draw(state).to_be_bytes());
                second.copy_from_slice(&draw(state).to_be_bytes());
            }
        }
        Some(bytes)
    }
}

/// SplitMix64: a counter and a mixer, so that any number of tasks can draw without a lock.
fn draw(state: &AtomicU64) -> u64 {
    let mut bits = state.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

impl Default for Seam {
    /// The real one.
    fn default() -> Self {
        Self::real()
    }
}

impl fmt::Debug for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stream(_) => f.write_str("Stream"),
            Self::Always(fraction) => write!(f, "Always({fraction})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        "2026-01-31T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn fractions_stay_in_range_and_spread_evenly() {
        let seam = Seam::simulated(start(), 1);
        let drawn: Vec<f64> = (0..10_000).map(|_| seam.fraction()).collect();
        assert!(drawn.iter().all(|fraction| (0.0..1.0).contains(fraction)));
        let mean = drawn.iter().sum::<f64>() / 10_000.0;
        // Five standard errors to either side.
        assert!((0.485..0.515).contains(&mean), "{mean}");
        for tenth in 0..10 {
            let hits = drawn
                .iter()
                .filter(|&&fraction| (fraction * 10.0) as u32 == tenth)
                .count();
            assert!((850..1150).contains(&hits), "{tenth}: {hits}");
        }
    }

    #[test]
    fn the_same_seed_draws_the_same_and_another_draws_differently() {
        let draw = |seed| -> Vec<f64> {
            let seam = Seam::simulated(start(), seed);
            (0..5).map(|_| seam.fraction()).collect()
        };
        assert_eq!(draw(3), draw(3));
        assert_ne!(draw(3), draw(4));
    }

    #[test]
    fn two_real_seams_draw_differently() {
        assert_ne!(Seam::real().fraction(), Seam::real().fraction());
    }

    #[test]
    fn without_chance_every_draw_is_the_same_and_below_one() {
        let seam = Seam::without_chance(start(), 1.0);
        assert!(seam.fraction() < 1.0);
        assert_eq!(seam.fraction(), seam.fraction());
        assert_eq!(Seam::without_chance(start(), f64::NAN).fraction(), 0.0);
    }

    #[tokio::test(start_paused = true)]
    async fn the_calendar_follows_the_paused_clock() {
        let seam = Seam::simulated(start(), 1);
        assert_eq!(seam.now(), start());
        seam.sleep(Duration::from_secs(3600)).await;
        assert_eq!(seam.now(), start() + TimeDelta::hours(1));
    }
}
