//! How far a change log has been read.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// So many entries are remembered at least; a page of the usual size has 20.
const REMEMBERED: usize = 200;

/// How far a change log has been read, to be stored and read on from, by another process too.
///
/// It holds the provider's cursor of the page that was read last, and which entries of it were handed out: the last page of a
/// log has no cursor for what comes after it, so it is read again, and what was handed out is left out. No values that changed
/// are in it.
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
    /// Where no entry had a time, that is the log from where it was begun.
    #[must_use]
    pub fn by_time(mut self) -> Self {
        self.cursor = None;
        self.since = self.latest.clone().or(self.since);
        self
    }

    pub(super) fn has_seen(&self, entry: &str) -> bool {
        self.seen.iter().any(|seen| seen == entry)
    }

    /// A page was read whose entries are these, and `next` leads on from it.
    pub(super) fn advance(
        &mut self,
        entries: &[String],
        latest: Option<String>,
        next: Option<String>,
    ) {
        // The page may come again, so no fewer than all that is on it.
        let kept = REMEMBERED.max(2 * entries.len());
        self.seen.retain(|seen| !entries.contains(seen));
        self.seen.extend_from_slice(entries);
        let too_many = self.seen.len().saturating_sub(kept);
        self.seen.drain(..too_many);
        self.latest = latest.or(self.latest.take());
        self.cursor = next.or(self.cursor.take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(from: usize, to: usize) -> Vec<String> {
        (from..to).map(|id| id.to_string()).collect()
    }

    #[test]
    fn the_last_page_is_read_again_and_its_entries_are_known() {
        let mut position = LogPosition::start();
        position.advance(&ids(0, 2), Some("t1".into()), Some("a".into()));
        position.advance(&ids(2, 4), None, None);
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
            position.advance(&ids(page * 20, page * 20 + 20), None, Some("c".into()));
        }
        assert_eq!(position.seen.len(), REMEMBERED);
        let large = ids(5000, 6000);
        position.advance(&large, None, None);
        assert!(large.iter().all(|id| position.has_seen(id)));
        position.advance(&large, None, None);
        assert!(position.seen.len() <= 2000);
    }

    #[test]
    fn what_was_stored_by_an_older_version_can_be_read() {
        let position: LogPosition = serde_json::from_str(r#"{"cursor":"c"}"#).unwrap();
        assert_eq!(position.cursor.as_deref(), Some("c"));
    }
}
