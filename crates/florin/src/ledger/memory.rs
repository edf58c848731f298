//! A ledger that lasts as long as the process.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use florin_core::IdempotencyKey;

use super::entry::oldest_first;
use super::{Entry, EntryState, Ledger, LedgerFuture};

/// Keeps entries in this process. Clones share them. Nothing outlasts the process, so this is for tests, and for programs that
/// only want their references to be unique.
///
/// Every reference is kept until it is forgotten: some hundred bytes each.
#[derive(Clone, Default)]
pub struct MemoryLedger(Arc<Mutex<HashMap<String, Entry>>>);

impl MemoryLedger {
    /// Each change is complete before anything can panic, so a poisoned lock guards a sound map.
    fn entries(&self) -> MutexGuard<'_, HashMap<String, Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ledger for MemoryLedger {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        Box::pin(async move {
            let mut entries = self.entries();
            let entry = entries
                .entry(fresh.reference.clone())
                .or_insert_with(|| fresh.clone());
            Ok(entry.clone())
        })
    }

    fn settle<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        Box::pin(async move {
            if let Some(entry) = self.entries().get_mut(reference)
                && entry.key == *key
            {
                entry.state = EntryState::Settled;
            }
            Ok(())
        })
    }

    fn release<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        Box::pin(async move {
            let mut entries = self.entries();
            let is_it = |entry: &Entry| entry.key == *key && !entry.is_settled();
            if entries.get(reference).is_some_and(is_it) {
                entries.remove(reference);
            }
            Ok(())
        })
    }

    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool> {
        Box::pin(async move { Ok(self.entries().remove(reference).is_some()) })
    }

    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>> {
        Box::pin(async move { Ok(self.entries().get(reference).cloned()) })
    }

    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>> {
        Box::pin(async move { Ok(oldest_first(self.entries().values())) })
    }
}

impl fmt::Debug for MemoryLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLedger")
            .field("entries", &self.entries().len())
            .finish()
    }
}
