//! Idempotency keys: whoever repeats one gets the first answer again, for 24 hours.

use chrono::{DateTime, Utc};
use http::StatusCode;
use sha2::{Digest as _, Sha256};
use tokio::sync::watch;

use super::user::Identity;
use crate::clock::later;
use crate::provider::{Answer, Sent};

/// The header that a key stands in.
const HEADER: &str = "idempotency-key";

/// A key as the service has it, for a test to look at. After its lifetime the same key makes another record.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeyRecord {
    /// The key.
    pub key: String,
    /// What it was first used for.
    pub operation: String,
    /// When.
    pub first_at: DateTime<Utc>,
    /// What is answered under it; `None` while the first request is being processed.
    pub status: Option<StatusCode>,
    /// How many requests got the first answer again.
    pub replays: usize,
    /// How many of those were another request than the first one. More than none is a bug of the client.
    pub strangers: usize,
    /// How many requests got 409, because the first one was being processed.
    pub in_progress: usize,
}

/// Until when a request is being processed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Busy {
    Until(DateTime<Utc>),
    /// Until so many releases have been made.
    Held(usize),
}

#[derive(Debug)]
struct Entry {
    owner: Identity,
    record: KeyRecord,
    digest: [u8; 32],
    until: DateTime<Utc>,
    answer: Option<Answer>,
    busy: Option<Busy>,
}

/// What is to be done about a request with a key.
pub(super) enum Verdict {
    /// It is the first one.
    First,
    Again(Answer),
    InProgress,
}

#[derive(Debug)]
pub(super) struct Keys {
    entries: Vec<Entry>,
    /// How many times everything that is held was let go.
    pub(super) releases: watch::Sender<usize>,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            releases: watch::Sender::new(0),
        }
    }
}

impl Keys {
    /// Notes a request. `lifetime` is how long its key will be remembered.
    pub(super) fn note(
        &mut self,
        sent: &Sent<'_>,
        owner: Identity,
        now: DateTime<Utc>,
        lifetime: std::time::Duration,
    ) -> Verdict {
        let Some(key) = key(sent) else {
            return Verdict::First;
        };
        let released = *self.releases.borrow();
        let live = |entry: &&mut Entry| {
            entry.owner == owner && entry.record.key == key && now < entry.until
        };
        let Some(entry) = self.entries.iter_mut().find(live) else {
            self.entries.push(Entry {
                owner,
                record: KeyRecord {
                    key: key.to_owned(),
                    operation: sent.operation.to_owned(),
                    first_at: now,
                    status: None,
                    replays: 0,
                    strangers: 0,
                    in_progress: 0,
                },
                digest: digest(sent),
                until: later(now, lifetime),
                answer: None,
                busy: None,
            });
            return Verdict::First;
        };
        match &entry.answer {
            Some(answer) if !entry.is_busy(now, released) => {
                entry.record.replays += 1;
                if entry.digest != digest(sent) {
                    entry.record.strangers += 1;
                }
                Verdict::Again(answer.clone())
            }
            _ => {
                entry.record.in_progress += 1;
                Verdict::InProgress
            }
        }
    }

    /// Keeps what the first request with a key was answered with.
    pub(super) fn keep(
        &mut self,
        sent: &Sent<'_>,
        owner: Identity,
        answer: &Answer,
        busy: Option<Busy>,
    ) {
        let mut latest = self.entries.iter_mut().rev();
        let first = key(sent)
            .and_then(|key| latest.find(|entry| entry.owner == owner && entry.record.key == key));
        if let Some(entry) = first {
            entry.answer = Some(answer.clone());
            entry.busy = busy;
        }
    }

    /// Every key, in the order of its first use.
    pub(super) fn records(&self, now: DateTime<Utc>) -> Vec<KeyRecord> {
        let released = *self.releases.borrow();
        let shown = self.entries.iter().map(|entry| {
            let answer = entry.answer.as_ref();
            let done = answer.filter(|_| !entry.is_busy(now, released));
            KeyRecord {
                status: done.map(|answer| answer.status),
                ..entry.record.clone()
            }
        });
        shown.collect()
    }
}

impl Entry {
    fn is_busy(&self, now: DateTime<Utc>, released: usize) -> bool {
        match self.busy {
            Some(Busy::Until(time)) => now < time,
            Some(Busy::Held(releases)) => released < releases,
            None => false,
        }
    }
}

/// The key of a request. An empty one is none.
fn key<'a>(sent: &Sent<'a>) -> Option<&'a str> {
    let key = sent.headers.get(HEADER)?.to_str().ok()?;
    (!key.is_empty()).then_some(key)
}

/// What makes two requests the same.
fn digest(sent: &Sent<'_>) -> [u8; 32] {
    let mut digest = Sha256::new();
    for part in [
        sent.operation.as_bytes(),
        sent.path.as_bytes(),
        sent.query.unwrap_or_default().as_bytes(),
        sent.body,
    ] {
        digest.update(part.len().to_be_bytes());
        digest.update(part);
    }
    digest.finalize().into()
}
