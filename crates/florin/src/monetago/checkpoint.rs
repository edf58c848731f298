//! Where a reader of the activity feed stands.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::Event;

/// How far back each reading reaches behind the last event, so that events which arrive late or share its time are seen.
pub(super) const OVERLAP: TimeDelta = TimeDelta::seconds(30);

/// After how many events those too old to come again are dropped: it takes a walk over all that are kept.
const PRUNED_EVERY: usize = 64;

/// Where a reader of the feed stands: store it with the outcome of your processing, and a restart neither loses nor
/// repeats an event.
///
/// It holds the time of the last event and the identities of those close to it, because it is undocumented whether the
/// registry lists an event at exactly the time that it is asked for. An event that the registry lists later than 30
/// seconds after one that happened after it is lost; so is one that the registry has dropped from the feed before it was
/// read.
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
    /// Starts with what happens from `now` on. Events of the 30 seconds before come along: better twice than never.
    #[must_use]
    pub const fn from_now(now: DateTime<Utc>) -> Self {
        Self {
            at: Some(now),
            seen: BTreeMap::new(),
        }
    }

    /// The time of the latest event handed out, or the start; `None` before the first one.
    #[must_use]
    pub const fn time(&self) -> Option<DateTime<Utc>> {
        self.at
    }

    /// What to ask for: everything after this time. In whole milliseconds, as it is sent.
    pub(super) fn after(&self) -> Option<DateTime<Utc>> {
        self.at.map(|at| {
            at.checked_sub_signed(OVERLAP)
                .unwrap_or(at)
                .trunc_subsecs(3)
        })
    }

    pub(super) fn knows(&self, event: &Event) -> bool {
        self.seen.contains_key(event.identity())
    }

    /// Moves on to `event`, and never beyond the time of the reading that brought it: an event that claims to come from
    /// the future must not hide those that happen until then.
    pub(super) fn advance(&mut self, event: &Event, read_at: DateTime<Utc>) {
        self.seen.insert(event.identity().to_owned(), event.time());
        self.at = self.at.max(event.time().map(|time| time.min(read_at)));
        if self.seen.len().is_multiple_of(PRUNED_EVERY) {
            self.forget_old_ones();
        }
    }

    /// Drops the events without a time that are listed no longer: the window only moves forward.
    pub(super) fn keep_listed(&mut self, listed: &[Event]) {
        let listed: HashSet<_> = listed.iter().map(Event::identity).collect();
        self.seen
            .retain(|identity, time| time.is_some() || listed.contains(identity.as_str()));
        self.forget_old_ones();
    }

    fn forget_old_ones(&mut self) {
        if let Some(oldest) = self.after() {
            self.seen
                .retain(|_, time| time.is_none_or(|time| time >= oldest));
        }
    }
}
