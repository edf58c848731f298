//! How far a change log has been read.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// So many entries are remembered at least; a page of the usual size has 20.
const REMEMBERED: usize = 200;

/// So many entries of one time are remembered.
pub(super) const OF_ONE_TIME: usize = 10_000;

/// How far a change log has been read, to be stored and read on from, by another process too.
///
/// It holds the provider's cursor of the page that was read last, and which entries were handed out: those of the last page,
/// since it has no cursor for what comes after it and is read again, and those with the time of the last entry, for
/// [`by_time`](Self::by_time). Entries are held as 16 digits of a digest each: usually 200 of them, and up to 10,000 of one
/// time (200 kB as JSON). No values that changed are in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogPosition {
    /// Leads to the page to be read next, or again.
    pub(super) cursor: Option<String>,
    /// The time that the log is asked for from, RFC 3339.
    pub(super) since: Option<String>,
    /// The time of the entry that was handed out last, as it came.
    latest: Option<String>,
    /// The entries that were handed out last.
    seen: Vec<String>,
    /// All entries with the time of the last one; one more than are remembered where there are more.
    of_latest: BTreeSet<String>,
}

/// An entry as it is remembered.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) id: String,
    pub(super) time: Option<String>,
}

impl LogPosition {
    /// Before everything that the log has.
    #[must_use]
    pub fn start() -> Self {
        Self::default()
    }

    /// Before everything from this time on.
    #[must_use]
    pub fn since(time: DateTime<Utc>) -> Self {
        Self {
            since: Some(time.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
            ..Self::default()
        }
    }

    /// The same without the provider's cursor: reads on by the time of the entry that was handed out last, and leaves out what is
    /// known to have been. For a cursor that the provider doesn't take any more; how long it takes one is undocumented.
    ///
    /// Up to 10,000 entries of one and the same time (a bulk change, say) are left out. Where more of that time were handed
    /// out, reading from here is an error before anything is sent, since it would hand them out again: take another
    /// [`since`](Self::since) and tell by `entryId` what you have had.
    ///
    /// Where no entry had a time, that is the log from where it was begun.
    #[must_use]
    pub fn by_time(mut self) -> Self {
        self.cursor = None;
        self.since = self.latest.clone().or(self.since);
        self
    }

    pub(super) fn has_seen(&self, entry: &str) -> bool {
        self.of_latest.contains(entry) || self.seen.iter().any(|seen| seen == entry)
    }

    /// Whether what was handed out can't be left out any more: it goes by a time that had more entries than are remembered.
    pub(super) fn would_repeat(&self) -> bool {
        let is_by_time = self.latest.is_none() || self.latest == self.since;
        self.cursor.is_none() && is_by_time && self.of_latest.len() > OF_ONE_TIME
    }

    /// How many entries it can leave out.
    pub(super) fn remembered(&self) -> usize {
        self.seen.len().max(self.of_latest.len())
    }

    /// A page was read whose entries are these, and `next` leads on from it.
    pub(super) fn advance(&mut self, entries: Vec<Mark>, next: Option<String>) {
        for entry in &entries {
            if let Some(time) = &entry.time {
                let is_same = self.latest.as_ref().is_some_and(|at| is_same(at, time));
                if !is_same {
                    self.latest = Some(time.clone());
                    self.of_latest.clear();
                }
            }
            if self.of_latest.len() <= OF_ONE_TIME {
                self.of_latest.insert(entry.id.clone());
            }
        }
        // The page may come again, so no fewer than all that is on it.
        let kept = REMEMBERED.max(2 * entries.len());
        let known: BTreeSet<&str> = entries.iter().map(|entry| &*entry.id).collect();
        self.seen.retain(|seen| !known.contains(&**seen));
        self.seen.extend(entries.into_iter().map(|entry| entry.id));
        let too_many = self.seen.len().saturating_sub(kept);
        self.seen.drain(..too_many);
        self.cursor = next.or(self.cursor.take());
    }
}

/// One moment, however it is written.
fn is_same(one: &str, other: &str) -> bool {
    let moment = |text: &str| DateTime::<FixedOffset>::parse_from_rfc3339(text).ok();
    one == other || moment(one).is_some_and(|at| Some(at) == moment(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(from: usize, to: usize, time: Option<&str>) -> Vec<Mark> {
        let mark = |id: usize| Mark {
            id: id.to_string(),
            time: time.map(str::to_owned),
        };
        (from..to).map(mark).collect()
    }

    #[test]
    fn the_last_page_is_read_again_and_its_entries_are_known() {
        let mut position = LogPosition::start();
        position.advance(marks(0, 2, Some("t1")), Some("a".into()));
        position.advance(marks(2, 4, None), None);
        assert_eq!(position.cursor.as_deref(), Some("a"));
        assert!(position.has_seen("3") && !position.has_seen("4"));
        let stored = serde_json::to_string(&position).unwrap();
        assert_eq!(
            serde_json::from_str::<LogPosition>(&stored).unwrap(),
            position
        );
        let by_time = position.by_time();
        assert_eq!((by_time.cursor, by_time.since), (None, Some("t1".into())));
    }

    #[test]
    fn it_stays_small_and_knows_a_whole_page_however_large() {
        let mut position = LogPosition::start();
        for page in 0..50 {
            let time = format!("2026-03-10T12:00:{page:02}Z");
            position.advance(
                marks(page * 20, page * 20 + 20, Some(&time)),
                Some("c".into()),
            );
        }
        assert_eq!(
            (position.seen.len(), position.of_latest.len()),
            (REMEMBERED, 20)
        );
        let large = marks(5000, 6000, Some("t"));
        position.advance(large.clone(), None);
        assert!(large.iter().all(|mark| position.has_seen(&mark.id)));
        position.advance(large, None);
        assert!(position.seen.len() <= 2000);
    }

    #[test]
    fn all_of_the_latest_time_is_known_up_to_a_bound_that_is_told() {
        let mut position = LogPosition::start();
        let times = ["2026-03-10T13:00:00+01:00", "2026-03-10T12:00:00.000Z"];
        for page in 0..OF_ONE_TIME / 20 {
            let marks = marks(page * 20, page * 20 + 20, Some(times[page % 2]));
            position.advance(marks, Some("c".into()));
        }
        assert!((0..OF_ONE_TIME).all(|id| position.has_seen(&id.to_string())));
        assert!(!position.clone().by_time().would_repeat());
        position.advance(marks(50_000, 50_100, Some(times[0])), Some("d".into()));
        assert!(!position.would_repeat(), "its cursor leads on");
        assert!(position.clone().by_time().would_repeat());
        assert!(position.of_latest.len() <= OF_ONE_TIME + 1);
        position.advance(marks(60_000, 60_001, Some("2026-03-11T12:00:00Z")), None);
        assert!(!position.by_time().would_repeat(), "another time has come");
    }

    #[test]
    fn what_was_stored_by_an_older_version_can_be_read() {
        let position: LogPosition = serde_json::from_str(r#"{"cursor":"c"}"#).unwrap();
        assert_eq!(position.cursor.as_deref(), Some("c"));
    }
}
