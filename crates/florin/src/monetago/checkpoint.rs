//! Where a reader of the activity feed stands.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::Event;

/// How far back each reading reaches behind the last event, so that events which arrive late or share its time are seen.
pub(super) const OVERLAP: TimeDelta = TimeDelta::seconds(30);

/// The most identities that are kept of events without a time.
const TIMELESS: usize = 10_000;

/// Where a reader of the feed stands: store it with the outcome of your processing, and a restart neither loses nor
/// repeats an event.
///
/// It holds the time of the last event and the identities of those close to it, because it is undocumented whether the
/// registry lists an event at exactly the time that it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// The time of the latest event handed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<DateTime<Utc>>,
    /// The events that a reading may bring again, with their times.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    seen: BTreeMap<String, Option<DateTime<Utc>>>,
}

impl Checkpoint {
    /// Starts with what happens from `now` on.
    #[must_use]
    pub const fn from_now(now: DateTime<Utc>) -> Self {
        Self { at: Some(now), seen: BTreeMap::new() }
    }

    /// The time of the latest event handed out, or the start; `None` before the first one.
    #[must_use]
    pub const fn time(&self) -> Option<DateTime<Utc>> {
        self.at
    }

    /// What to ask for: everything after this time.
    pub(super) fn after(&self) -> Option<DateTime<Utc>> {
        self.at.map(|at| at.checked_sub_signed(OVERLAP).unwrap_or(at))
    }

    pub(super) fn knows(&self, event: &Event) -> bool {
        self.seen.contains_key(event.identity())
    }

    /// Moves on to `event`, and never beyond `now`: an event that claims to come from the future must not hide those
    /// that happen until then.
    pub(super) fn advance(&mut self, event: &Event, now: DateTime<Utc>) {
        self.seen.insert(event.identity().to_owned(), event.time());
        self.at = self.at.max(event.time().map(|time| time.min(now)));
        let Some(oldest) = self.after() else { return };
        self.seen.retain(|_, time| time.is_none_or(|time| time >= oldest));
        if self.seen.values().filter(|time| time.is_none()).count() > TIMELESS {
            self.seen.retain(|_, time| time.is_some());
        }
    }
}
