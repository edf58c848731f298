//! A ledger that lasts as long as the process.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use florin_core::IdempotencyKey;

use super::entries::Entries;
use super::journal::Change;
use super::{Entry, Ledger, LedgerError, LedgerFuture};

/// Keeps entries in this process. Clones share them. Nothing outlasts the process, so this is for tests, and for programs that
/// only want their references to be unique.
///
/// Every reference is kept until it is forgotten: some hundred bytes each.
#[derive(Clone, Default)]
pub struct MemoryLedger(Arc<Mutex<Entries>>);

impl MemoryLedger {
    /// Each change is complete before anything can panic, so a poisoned lock guards sound entries.
    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change<'a, T: Send + 'a>(
        &'a self,
        decide: impl FnOnce(&Entries) -> (Option<Change>, T) + Send + 'a,
    ) -> LedgerFuture<'a, T> {
        Box::pin(async move {
            let mut entries = self.entries();
            let (change, answer) = decide(&entries);
            if let Some(change) = change {
                entries
                    .apply(change)
                    .map_err(|misfit| LedgerError::storage("changing the ledger", misfit))?;
            }
            Ok(answer)
        })
    }
}

impl Ledger for MemoryLedger {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        self.change(|entries| entries.claim(fresh.clone()))
    }

    fn withdraw<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.change(|entries| (entries.withdraw(reference.to_owned(), key.clone()), ()))
    }

    fn settle<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.change(|entries| (entries.settle(reference.to_owned(), key.clone()), ()))
    }

    fn release<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.withdraw(reference, key)
    }

    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool> {
        self.change(|entries| {
            let change = entries.forget(reference.to_owned());
            let is_there = change.is_some();
            (change, is_there)
        })
    }

    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>> {
        self.change(|entries| (None, entries.get(reference).cloned()))
    }

    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>> {
        self.change(|entries| (None, entries.open()))
    }
}

impl fmt::Debug for MemoryLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLedger")
            .field("entries", &self.entries().len())
            .finish()
    }
}
