//! How long a call may take and how much it may read.

use std::time::Duration;

use crate::ConfigError;

/// The longest that one call may take. Beyond it, sums with the clock could overflow.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// Bounds on one call. Every one of them has a default; none can be switched off.
///
/// ```
/// use std::time::Duration;
/// use florin_core::Limits;
///
/// let limits = Limits::default().attempt(Duration::from_secs(10)).total(Duration::from_secs(25));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) connect: Duration,
    pub(crate) attempt: Duration,
    pub(crate) total: Duration,
    pub(crate) response_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            attempt: Duration::from_secs(30),
            total: Duration::from_secs(90),
            response_bytes: 16 << 20,
        }
    }
}

impl Limits {
    /// Time to open a connection, TLS included. 10 seconds unless said.
    #[must_use]
    pub const fn connect(mut self, limit: Duration) -> Self {
        self.connect = limit;
        self
    }

    /// Time of one attempt, from the first byte sent to the last byte read. 30 seconds unless said.
    #[must_use]
    pub const fn attempt(mut self, limit: Duration) -> Self {
        self.attempt = limit;
        self
    }

    /// Time of the whole call: tokens, attempts and the pauses between them. 90 seconds unless said, a day at most.
    #[must_use]
    pub const fn total(mut self, limit: Duration) -> Self {
        self.total = limit;
        self
    }

    /// Bytes of a response body that are read before the call fails. 16 MiB unless said. Of a refusal that is larger, up to 64 KiB
    /// are kept.
    #[must_use]
    pub const fn response_bytes(mut self, limit: usize) -> Self {
        self.response_bytes = limit;
        self
    }

    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let zero = [
            (self.connect.is_zero(), "connect"),
            (self.attempt.is_zero(), "attempt"),
            (self.total.is_zero(), "total"),
            (self.response_bytes == 0, "response_bytes"),
        ];
        match zero.iter().find(|(is_zero, _)| *is_zero) {
            Some((_, name)) => Err(ConfigError::new(
                format!("limits.{name}"),
                "is zero, so that no call could ever succeed; give it a positive value",
            )),
            None if self.total > LONGEST => Err(ConfigError::new(
                "limits.total",
                "is longer than a day, which is no limit; what takes so long is polled for, call by call",
            )),
            None => Ok(()),
        }
    }
}
