//! How long to wait before connecting again.

use std::time::Duration;

use florin_core::{Backoff, Seam};

use crate::poll::jittered;

/// Pauses that double from failure to failure, and begin anew after a connection that outlived the pause before it. So a server that
/// closes now and then is asked again at once, and one that takes a connection and drops it is not asked without end.
#[derive(Debug)]
pub(super) struct Pauses {
    backoff: Backoff,
    failures: u32,
}

impl Pauses {
    pub(super) const fn new(backoff: Backoff) -> Self {
        Self {
            backoff,
            failures: 0,
        }
    }

    /// The pause after a connection that brought prices for so long; none at all where it brought none.
    pub(super) fn next(&mut self, lived: Option<Duration>, seam: &Seam) -> Duration {
        if lived.is_some_and(|lived| lived >= self.backoff.limit(self.failures)) {
            self.failures = 0;
        }
        self.failures = self.failures.saturating_add(1);
        jittered(self.backoff.limit(self.failures), seam)
    }
}
