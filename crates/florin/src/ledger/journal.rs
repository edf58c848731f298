//! The lines of a ledger's file.

use chrono::{DateTime, Utc};
use florin_core::{Fingerprint, IdempotencyKey};
use serde::{Deserialize, Serialize};

use super::{Entry, EntryState};

/// The first line. The number changes where a program that knows only the old one would go wrong.
pub(super) const HEADER: &str = "{\"florin_ledger\":1}\n";

const VERSION: u64 = 1;

/// One change: one line of JSON. A line is written as a whole and ended by a newline; one without was never acknowledged.
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

    pub(super) fn line(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut line = serde_json::to_vec(self)?;
        line.push(b'\n');
        Ok(line)
    }

    /// Of a line, the newline off. The error says what is wrong with it and shows nothing of it.
    pub(super) fn read(line: &[u8]) -> Result<Self, &'static str> {
        serde_json::from_slice(line)
            .map_err(|_| "it is no line of a ledger, or one of a later version of florin")
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
        Err(_) => Err("the file is no ledger; give a path of its own".to_owned()),
    }
}
