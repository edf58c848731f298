//! The lines of a ledger's file.

use std::fmt;

use chrono::{DateTime, Utc};
use florin_core::{Fingerprint, IdempotencyKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Entry, EntryState};

/// The first line. The number changes where a program that knows only the old one would go wrong.
pub(super) const HEADER: &str = "{\"florin_ledger\":1}\n";

const VERSION: u64 = 1;

/// Of a file that begins otherwise.
pub(super) const NO_LEDGER: &str = "the file is no ledger; give a path of its own. If it was one, its first line is damaged: put \
     that right by hand";

/// One change: one line of JSON, which ends with its [`Checksum`].
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub(super) enum Change {
    /// The reference stands for this request from here on.
    Claim(Claimed),
    /// Somebody else sends the same.
    ClaimAgain {
        reference: String,
        key: IdempotencyKey,
    },
    /// Done.
    Settle {
        reference: String,
        key: IdempotencyKey,
    },
    /// One of those who claimed it knows that nothing came of it. Without any of them the reference is free again.
    Withdraw {
        reference: String,
        key: IdempotencyKey,
    },
    /// Taken away by the caller.
    Forget { reference: String },
}

/// An entry as it is when it is made.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Claimed {
    pub(super) reference: String,
    operation: String,
    key: IdempotencyKey,
    fingerprint: Fingerprint,
    first_sent_at: DateTime<Utc>,
}

impl From<Claimed> for Entry {
    fn from(claimed: Claimed) -> Self {
        Self {
            reference: claimed.reference,
            operation: claimed.operation,
            key: claimed.key,
            fingerprint: claimed.fingerprint,
            first_sent_at: claimed.first_sent_at,
            state: EntryState::Open,
        }
    }
}

impl Change {
    pub(super) fn claim(entry: &Entry) -> Self {
        Self::Claim(Claimed {
            reference: entry.reference.clone(),
            operation: entry.operation.clone(),
            key: entry.key.clone(),
            fingerprint: entry.fingerprint,
            first_sent_at: entry.first_sent_at,
        })
    }

    /// As a line to come after the one with this checksum.
    pub(super) fn line(&self, before: Checksum) -> Result<Vec<u8>, serde_json::Error> {
        let mut line = serde_json::to_vec(self)?;
        // The brace that closes the object comes after the checksum.
        line.pop();
        let checksum = before.followed_by(&line);
        line.extend_from_slice(format!("{BEFORE_CHECKSUM}{checksum}{AFTER_CHECKSUM}\n").as_bytes());
        Ok(line)
    }

    /// Of a line that comes after the one with this checksum, the newline off. The error says what is wrong with it and shows
    /// nothing of it.
    pub(super) fn read(line: &[u8], before: Checksum) -> Result<(Self, Checksum), &'static str> {
        let checksum = before.of_next(line).ok_or(
            "its checksum doesn't fit, so it is damaged, or lines before it are missing or come from another file",
        )?;
        let change = serde_json::from_slice(line)
            .map_err(|_| "it is no line that this version of florin knows")?;
        Ok((change, checksum))
    }
}

const BEFORE_CHECKSUM: &str = ",\"checksum\":\"";
const AFTER_CHECKSUM: &str = "\"}";

/// The end of a line: a digest of it and, by the checksum before, of all lines up to it, so that none can be altered, left out
/// or exchanged unnoticed. It is there against accidents: who can write the file can write checksums.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Checksum([u8; 8]);

impl Checksum {
    /// That of the first line, which holds none.
    pub(super) fn of_header() -> Self {
        Self([0; 8]).followed_by(HEADER.as_bytes())
    }

    fn followed_by(self, text: &[u8]) -> Self {
        let digest = Sha256::new().chain_update(self.0).chain_update(text);
        let mut short = [0; 8];
        for (short, digest) in short.iter_mut().zip(digest.finalize()) {
            *short = digest;
        }
        Self(short)
    }

    /// That of the next line, if it is as it was written.
    pub(super) fn of_next(self, line: &[u8]) -> Option<Self> {
        let before = line.strip_suffix(AFTER_CHECKSUM.as_bytes())?;
        let (before, written) = before.split_at_checked(before.len().checked_sub(16)?)?;
        let text = before.strip_suffix(BEFORE_CHECKSUM.as_bytes())?;
        let checksum = self.followed_by(text);
        (checksum.to_string().as_bytes() == written).then_some(checksum)
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Looks at the first line, the newline off.
pub(super) fn check_header(line: &[u8]) -> Result<(), String> {
    #[derive(Deserialize)]
    struct Header {
        florin_ledger: u64,
    }
    match serde_json::from_slice(line) {
        Ok(Header {
            florin_ledger: VERSION,
        }) => Ok(()),
        Ok(Header { florin_ledger }) => Err(format!(
            "the ledger is of version {florin_ledger}, and this florin reads version {VERSION}; use the florin that wrote it"
        )),
        Err(_) => Err(NO_LEDGER.to_owned()),
    }
}
