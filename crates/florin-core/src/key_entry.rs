//! What a session knows of one key.

use std::time::Duration;

use crate::Fingerprint;
use crate::moment::Moment;

/// What is known of one key.
pub(crate) struct Entry {
    pub(crate) fingerprint: Fingerprint,
    /// Calls that hold it.
    pub(crate) users: u32,
    /// Attempts that have been sent, or may have been.
    pub(crate) sent: u32,
    /// Those of them whose end isn't known yet.
    pub(crate) open: u32,
    /// Since when there is one.
    pub(crate) first: Option<Moment>,
    /// Since when it may have been sent, as its maker says: its age counts from then, whether or not it ever was.
    pub(crate) made: Option<Moment>,
    /// One of them may have been carried out.
    pub(crate) in_doubt: bool,
    /// Stands in the line of those that may be forgotten.
    pub(crate) is_idle: bool,
}

impl Entry {
    pub(crate) const fn new(fingerprint: Fingerprint) -> Self {
        Self {
            fingerprint,
            users: 0,
            sent: 0,
            open: 0,
            first: None,
            made: None,
            in_doubt: false,
            is_idle: false,
        }
    }

    /// Whether something may have been carried out under the key, or may be just now.
    pub(crate) const fn is_in_doubt(&self) -> bool {
        self.in_doubt || self.open > 0
    }

    /// How old the key is; nothing where it was neither sent nor dated.
    pub(crate) fn age(&self, now: Moment) -> Duration {
        let ages = [self.first, self.made].into_iter().flatten();
        ages.map(|then| then.age(now)).max().unwrap_or_default()
    }
}
