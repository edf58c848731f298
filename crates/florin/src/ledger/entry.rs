//! What is known of a reference, and whether a request may go out under it.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use florin_core::{Fingerprint, IdempotencyKey, Redacted};
use serde::{Deserialize, Serialize};

use super::LedgerError;

/// Providers know a key for 24 hours. One less, for clocks that differ and for the time that a call takes.
const LIFETIME: TimeDelta = TimeDelta::hours(23);

/// Clocks are set by seconds now and then. What is further ahead is of unknown age.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// Longer than any name that somebody gives a request, and short enough for a line.
const LONGEST: usize = 1024;

/// What is known of a reference: the request that it stands for, and the key that the request went out with.
///
/// Serialisable, for a ledger of your own. `Debug` doesn't show the reference, which comes from the caller's books.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entry {
    /// The caller's name for the request.
    pub reference: String,
    /// The `operationId` of the request, such as `create_transaction`.
    pub operation: String,
    /// The key that the request goes out with, each time.
    pub key: IdempotencyKey,
    /// What tells the request from every other.
    pub fingerprint: Fingerprint,
    /// When the key was made, which is just before it was first sent; by the clock of the process that made it.
    pub first_sent_at: DateTime<Utc>,
    /// How far it is.
    pub state: EntryState,
}

/// How far a request is, as far as the ledger knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntryState {
    /// It may have been sent, and isn't known to be over.
    Open,
    /// The provider has said that it is done.
    Settled,
}

impl Entry {
    /// An open entry for a request that is about to be sent for the first time.
    ///
    /// # Errors
    /// Where the reference is empty or blank, or longer than 1024 bytes.
    pub fn new(
        reference: impl Into<String>,
        operation: impl Into<String>,
        key: IdempotencyKey,
        fingerprint: Fingerprint,
        now: DateTime<Utc>,
    ) -> Result<Self, LedgerError> {
        let reference = reference.into();
        if reference.trim().is_empty() {
            return Err(LedgerError::InvalidReference(
                "the reference is empty; give the request a name from your own books",
            ));
        }
        if reference.len() > LONGEST {
            return Err(LedgerError::InvalidReference(
                "the reference is longer than 1024 bytes; choose a shorter name",
            ));
        }
        Ok(Self {
            reference,
            operation: operation.into(),
            key,
            fingerprint,
            first_sent_at: now,
            state: EntryState::Open,
        })
    }

    /// Whether `request`, which was made for the same reference just now, may go out with the key of this entry, the one that
    /// [`claim`](super::Ledger::claim) brought. The one place where that is decided.
    ///
    /// It may where it is the same request and the key is young enough, see [`can_be_sent`](Self::can_be_sent); also where the
    /// entry is settled, since the provider then repeats its answer, which is what a caller needs who crashed before reading
    /// it.
    ///
    /// # Errors
    /// [`OtherRequest`](LedgerError::OtherRequest), [`KeyTooOld`](LedgerError::KeyTooOld) or
    /// [`AheadOfClock`](LedgerError::AheadOfClock).
    pub fn check(&self, request: &Self) -> Result<(), LedgerError> {
        let is_same =
            self.operation == request.operation && self.fingerprint == request.fingerprint;
        if !is_same {
            return Err(LedgerError::OtherRequest(Box::new(self.clone())));
        }
        let age = request
            .first_sent_at
            .signed_duration_since(self.first_sent_at);
        if age >= LIFETIME {
            return Err(LedgerError::KeyTooOld(Box::new(self.clone())));
        }
        if age < -AHEAD {
            return Err(LedgerError::AheadOfClock(Box::new(self.clone())));
        }
        Ok(())
    }

    /// Whether this entry was begun by `request`, the one that was just claimed: no call before it has a claim on the entry,
    /// so nothing can have been sent under it earlier. Keys are made at random for each call, so it is told by the key.
    ///
    /// Where it wasn't, a refusal by the provider doesn't mean that nothing was done: an earlier call may have been carried
    /// out.
    #[must_use]
    pub fn is_begun_by(&self, request: &Self) -> bool {
        self.key == request.key
    }

    /// Whether the provider still knows the key, so that the request can be sent again without being done again: less than 23
    /// hours after it was first sent, and not more than five minutes before that, by which a clock was set back.
    #[must_use]
    pub fn can_be_sent(&self, now: DateTime<Utc>) -> bool {
        let age = now.signed_duration_since(self.first_sent_at);
        age < LIFETIME && age >= -AHEAD
    }

    /// Whether the provider has said that it is done.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.state == EntryState::Settled
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("reference", &Redacted)
            .field("operation", &self.operation)
            .field("key", &self.key)
            .field("fingerprint", &self.fingerprint)
            .field("first_sent_at", &self.first_sent_at)
            .field("state", &self.state)
            .finish()
    }
}

/// Those of `entries` that are open, the oldest first.
pub(super) fn oldest_first<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<Entry> {
    let mut open: Vec<Entry> = entries
        .filter(|entry| !entry.is_settled())
        .cloned()
        .collect();
    open.sort_by(|a, b| (a.first_sent_at, &a.reference).cmp(&(b.first_sent_at, &b.reference)));
    open
}
