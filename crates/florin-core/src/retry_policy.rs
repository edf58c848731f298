//! How often and after which pause a call is tried again.

use std::time::Duration;

use crate::{Backoff, ConfigError, Seam};

/// How often a call is tried, and how long to wait in between.
///
/// Whether a call may be repeated at all is a matter of the operation, see [`Retry`](crate::Retry); whether the client can
/// afford it at the moment is a matter of its [`Budget`](crate::Budget).
///
/// Asking again for what the provider says is [in progress](crate::Operation::in_progress) under the same idempotency key
/// is no try: it goes on, with growing pauses or those that the provider asks for, until the time of the call is up. With
/// [`never`](Self::never), that isn't done either.
///
/// The default tries four times, pausing up to 200 ms, 400 ms and 800 ms, and waits up to 60 s where the server asks to.
///
/// ```
/// use std::time::Duration;
/// use florin_core::{Backoff, RetryPolicy};
///
/// let patient = RetryPolicy::default()
///     .with_max_attempts(8)?
///     .with_backoff(Backoff::new(Duration::from_secs(1), Duration::from_secs(60))?);
/// # Ok::<(), florin_core::ConfigError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    max_attempts: u32,
    backoff: Backoff,
    max_retry_after: Duration,
}

impl RetryPolicy {
    /// One attempt, no retry.
    #[must_use]
    pub const fn never() -> Self {
        Self {
            max_attempts: 1,
            ..Self::standard()
        }
    }

    /// What [`Default`] gives.
    const fn standard() -> Self {
        Self {
            max_attempts: 4,
            backoff: Backoff::of_millis(200, 20_000),
            max_retry_after: Duration::from_secs(60),
        }
    }

    /// How often a call is sent at most, the first time included. 4 unless set.
    ///
    /// # Errors
    ///
    /// Where `attempts` is zero: then nothing would ever be sent.
    pub fn with_max_attempts(mut self, attempts: u32) -> Result<Self, ConfigError> {
        if attempts == 0 {
            return Err(ConfigError::new(
                "max_attempts",
                "is zero, which would send nothing; 1 means no retries",
            ));
        }
        self.max_attempts = attempts;
        Ok(self)
    }

    /// For the values in this crate.
    pub(crate) const fn with_attempts_at_most(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// How the pauses grow. Up to 200 ms, doubling up to 20 s, unless set.
    #[must_use]
    pub const fn with_backoff(mut self, backoff: Backoff) -> Self {
        self.backoff = backoff;
        self
    }

    /// The longest wait that a server may ask for in `Retry-After`. 60 s unless set. Where it asks for longer, the call
    /// fails at once, and its error says how long the server wanted.
    #[must_use]
    pub const fn with_max_retry_after(mut self, longest: Duration) -> Self {
        self.max_retry_after = longest;
        self
    }

    /// How often a call is sent at most.
    #[must_use]
    pub const fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// How long to wait after the `attempts`-th attempt failed, counted from 1; `None` to give up.
    ///
    /// What the server asks for is waited in full, and the drawn pause comes on top: else all clients that were told the
    /// same would return in the same moment. A server that asks for longer than the cap isn't asked again; coming back
    /// early would only be refused once more.
    #[must_use]
    pub fn pause(
        &self,
        attempts: u32,
        retry_after: Option<Duration>,
        seam: &Seam,
    ) -> Option<Duration> {
        let asked = retry_after.unwrap_or_default();
        if attempts >= self.max_attempts || asked > self.max_retry_after {
            return None;
        }
        Some(asked.saturating_add(self.backoff.delay(attempts, seam.fraction())))
    }

    /// How long to wait before asking for the `waits`-th time whether the first request under the same key is done, counted
    /// from 1; `None` to give up. Any number of times, unless calls aren't repeated at all.
    ///
    /// Half of the pause is drawn. A whole one could be none at all, and here nothing ends the asking but time.
    pub(crate) fn wait(
        &self,
        waits: u32,
        retry_after: Option<Duration>,
        seam: &Seam,
    ) -> Option<Duration> {
        let asked = retry_after.unwrap_or_default();
        if self.max_attempts == 1 || asked > self.max_retry_after {
            return None;
        }
        let pause = self.backoff.delay(waits, 0.5 + seam.fraction() / 2.0);
        Some(asked.saturating_add(pause))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::standard()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seam(fraction: f64) -> Seam {
        Seam::without_chance("2026-01-01T00:00:00Z".parse().unwrap(), fraction)
    }

    #[test]
    fn four_attempts_are_made_unless_set() {
        let made = |policy: RetryPolicy| {
            (1..).find(|&attempts| policy.pause(attempts, None, &seam(0.0)).is_none())
        };
        assert_eq!(made(RetryPolicy::default()), Some(4));
        assert_eq!(made(RetryPolicy::never()), Some(1));
        assert_eq!(
            made(RetryPolicy::default().with_max_attempts(6).unwrap()),
            Some(6)
        );
    }

    #[test]
    fn zero_attempts_are_refused() {
        let error = RetryPolicy::default().with_max_attempts(0).unwrap_err();
        assert_eq!(
            error.to_string(),
            "max_attempts is zero, which would send nothing; 1 means no retries"
        );
    }

    #[test]
    fn the_pause_is_drawn_from_the_backoff() {
        let policy = RetryPolicy::default();
        assert_eq!(
            policy.pause(1, None, &seam(0.5)),
            Some(Duration::from_millis(100))
        );
        assert_eq!(
            policy.pause(3, None, &seam(0.5)),
            Some(Duration::from_millis(400))
        );
    }

    #[test]
    fn the_server_is_never_asked_again_before_it_wants_to_be() {
        let policy = RetryPolicy::default();
        let asked = Some(Duration::from_secs(7));
        assert_eq!(policy.pause(1, asked, &seam(0.0)), asked);
        assert_eq!(
            policy.pause(1, asked, &seam(0.5)),
            Some(Duration::from_millis(7100))
        );
    }

    #[test]
    fn a_server_that_asks_for_longer_than_the_cap_is_not_asked_again() {
        let policy = RetryPolicy::default();
        assert_eq!(
            policy.pause(1, Some(Duration::from_secs(60)), &seam(0.0)),
            Some(Duration::from_secs(60))
        );
        assert_eq!(
            policy.pause(1, Some(Duration::from_secs(61)), &seam(0.0)),
            None
        );
        assert_eq!(
            policy.pause(1, Some(Duration::from_secs(u64::MAX)), &seam(0.0)),
            None
        );
        let patient = policy.with_max_retry_after(Duration::from_secs(3600));
        assert_eq!(
            patient.pause(1, Some(Duration::from_secs(61)), &seam(0.0)),
            Some(Duration::from_secs(61))
        );
    }

    #[test]
    fn the_built_in_values_pass_their_own_checks() {
        let Backoff { .. } =
            Backoff::new(Duration::from_millis(200), Duration::from_secs(20)).unwrap();
        assert_eq!(
            RetryPolicy::default().with_backoff(
                Backoff::new(Duration::from_millis(200), Duration::from_secs(20)).unwrap()
            ),
            RetryPolicy::default(),
        );
    }
}
