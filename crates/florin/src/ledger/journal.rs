//! The lines of a ledger's file, and what they amount to.

use std::collections::HashMap;

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
    Claim {
        reference: String,
        operation: String,
        key: IdempotencyKey,
        fingerprint: Fingerprint,
        first_sent_at: DateTime<Utc>,
    },
    /// Done.
    Settle {
        reference: String,
        key: IdempotencyKey,
    },
    /// Refused by the provider: the reference is free again.
    Release {
        reference: String,
        key: IdempotencyKey,
    },
    /// Taken away by the caller.
    Forget { reference: String },
}

impl Change {
    pub(super) fn claim(entry: &Entry) -> Self {
        Self::Claim {
            reference: entry.reference.clone(),
            operation: entry.operation.clone(),
            key: entry.key.clone(),
            fingerprint: entry.fingerprint,
            first_sent_at: entry.first_sent_at,
        }
    }

    pub(super) fn line(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut line = serde_json::to_vec(self)?;
        line.push(b'\n');
        Ok(line)
    }
}

/// What the lines amount to.
#[derive(Debug, Default)]
pub(super) struct Entries(HashMap<String, Entry>);

impl Entries {
    pub(super) fn get(&self, reference: &str) -> Option<&Entry> {
        self.0.get(reference)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Entry> {
        self.0.values()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Takes a line in, the newline off. The error says what is wrong with it and shows nothing of it.
    pub(super) fn read(&mut self, line: &[u8]) -> Result<(), &'static str> {
        let change = serde_json::from_slice(line).map_err(|_| {
            "it is no line of a ledger, or one of a later version of florin; mend the file from a backup, or look at the \
             provider what its references came to and begin a new file"
        })?;
        self.apply(change)
    }

    fn apply(&mut self, change: Change) -> Result<(), &'static str> {
        match change {
            Change::Claim {
                reference,
                operation,
                key,
                fingerprint,
                first_sent_at,
            } => {
                if self.0.contains_key(&reference) {
                    return Err(
                        "it claims a reference that is taken, so lines are missing or come from another file; mend the file \
                         from a backup",
                    );
                }
                let entry = Entry {
                    reference: reference.clone(),
                    operation,
                    key,
                    fingerprint,
                    first_sent_at,
                    state: EntryState::Open,
                };
                self.0.insert(reference, entry);
            }
            Change::Settle { reference, key } => {
                if let Some(entry) = self.0.get_mut(&reference)
                    && entry.key == key
                {
                    entry.state = EntryState::Settled;
                }
            }
            Change::Release { reference, key } => {
                if self.is_open(&reference, &key) {
                    self.0.remove(&reference);
                }
            }
            Change::Forget { reference } => {
                self.0.remove(&reference);
            }
        }
        Ok(())
    }

    /// Whether the reference stands for the request with this key, and isn't known to be over.
    pub(super) fn is_open(&self, reference: &str, key: &IdempotencyKey) -> bool {
        self.get(reference)
            .is_some_and(|entry| entry.key == *key && !entry.is_settled())
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
