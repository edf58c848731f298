//! The clock that a sandbox lives by.
//!
//! Everything that takes time in a sandbox reads this clock: tokens expire, registrations settle, faults delay. Under a
//! [`ManualClock`] none of it happens until a test says so, and then it has all happened at once.

use std::time::Duration;

use chrono::{DateTime, SubsecRound as _, TimeDelta, TimeZone as _, Utc};
use tokio::sync::watch;

/// Where a sandbox takes the time from. Cheap to clone; clones show the same time.
#[derive(Clone, Debug, Default)]
pub struct Clock(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Manual(watch::Receiver<DateTime<Utc>>),
}

impl Clock {
    /// The time of the system.
    #[must_use]
    pub const fn real() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until it is advanced. It starts at 2026-11-02 08:00:00 UTC.
    #[must_use]
    pub fn manual() -> ManualClock {
        // The fallback is never taken: the date exists, once.
        let start = Utc.with_ymd_and_hms(2026, 11, 2, 8, 0, 0).single();
        ManualClock(watch::Sender::new(start.unwrap_or_default()))
    }

    /// The time now, in whole milliseconds: the provider's timestamps show no more.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Source::System => Utc::now().trunc_subsecs(3),
            Source::Manual(time) => *time.borrow(),
        }
    }

    /// Waits until this clock shows `time`; goes straight on if it does already.
    pub(crate) async fn wait_until(&self, time: DateTime<Utc>) {
        match &self.0 {
            Source::System => {
                if let Ok(left) = (time - Utc::now()).to_std() {
                    tokio::time::sleep(left).await;
                }
            }
            Source::Manual(shown) => {
                if shown.clone().wait_for(|now| *now >= time).await.is_err() {
                    // The test dropped its clock, so time will never come on: neither will the end of this wait.
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

/// A clock that a test turns. Hand it to [`SandboxBuilder::clock`](crate::SandboxBuilder::clock) by reference and keep it.
#[derive(Debug)]
pub struct ManualClock(watch::Sender<DateTime<Utc>>);

impl ManualClock {
    /// Moves the time on. Whatever falls due on the way has happened by the next look at the sandbox.
    pub fn advance(&self, duration: Duration) {
        self.0.send_modify(|now| *now = later(*now, duration));
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        *self.0.borrow()
    }
}

impl From<&ManualClock> for Clock {
    fn from(clock: &ManualClock) -> Self {
        Self(Source::Manual(clock.0.subscribe()))
    }
}

/// `duration` after `time`, or the end of time where that is too far away.
pub(crate) fn later(time: DateTime<Utc>, duration: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(duration)
        .ok()
        .and_then(|delta| time.checked_add_signed(delta))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_stands_still_until_it_is_advanced() {
        let turned = Clock::manual();
        let clock = Clock::from(&turned);
        let start = clock.now();
        assert_eq!(clock.now(), start);
        turned.advance(Duration::from_millis(1500));
        assert_eq!(clock.now() - start, TimeDelta::milliseconds(1500));
    }

    #[tokio::test]
    async fn a_sleeper_on_a_manual_clock_wakes_when_the_time_has_come() {
        let turned = Clock::manual();
        let clock = Clock::from(&turned);
        let mut sleeper =
            std::pin::pin!(clock.wait_until(later(clock.now(), Duration::from_secs(2))));
        turned.advance(Duration::from_secs(1));
        assert!(poll_once(sleeper.as_mut()).await.is_none());
        turned.advance(Duration::from_secs(1));
        sleeper.await;
    }

    async fn poll_once<F: Future>(mut future: std::pin::Pin<&mut F>) -> Option<F::Output> {
        tokio::select! { biased; out = &mut future => Some(out), () = std::future::ready(()) => None }
    }

    #[test]
    fn an_endless_delay_is_the_end_of_time_and_not_an_overflow() {
        assert_eq!(later(Utc::now(), Duration::MAX), DateTime::<Utc>::MAX_UTC);
    }
}
