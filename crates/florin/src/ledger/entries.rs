//! What a ledger knows: its entries, who has claimed them, and what each change makes of them. The same for both ledgers.

use std::collections::HashMap;

use florin_core::IdempotencyKey;

use super::Entry;
use super::entry::oldest_first;
use super::journal::Change;

#[derive(Debug, Default)]
pub(super) struct Entries(HashMap<String, Kept>);

#[derive(Debug)]
struct Kept {
    entry: Entry,
    /// How many calls have claimed it and haven't taken that back. Never none.
    claims: u64,
}

/// What is wrong with a change that nobody makes who has read the ones before.
pub(super) type Misfit = &'static str;

impl Entries {
    pub(super) fn get(&self, reference: &str) -> Option<&Entry> {
        self.0.get(reference).map(|kept| &kept.entry)
    }

    pub(super) fn open(&self) -> Vec<Entry> {
        oldest_first(self.0.values().map(|kept| &kept.entry))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The entry that counts, and what has to be written down for that.
    pub(super) fn claim(&self, fresh: Entry) -> (Option<Change>, Entry) {
        match self.get(&fresh.reference) {
            None => (Some(Change::claim(&fresh)), fresh),
            // It stays whatever comes of this call, so that this call has claimed it too needn't be known.
            Some(entry) if entry.is_settled() => (None, entry.clone()),
            Some(entry) => {
                let (reference, key) = (entry.reference.clone(), entry.key.clone());
                (Some(Change::ClaimAgain { reference, key }), entry.clone())
            }
        }
    }

    pub(super) fn settle(&self, reference: String, key: IdempotencyKey) -> Option<Change> {
        self.is_open(&reference, &key)
            .then_some(Change::Settle { reference, key })
    }

    pub(super) fn withdraw(&self, reference: String, key: IdempotencyKey) -> Option<Change> {
        self.is_open(&reference, &key)
            .then_some(Change::Withdraw { reference, key })
    }

    pub(super) fn forget(&self, reference: String) -> Option<Change> {
        let is_there = self.0.contains_key(&reference);
        is_there.then_some(Change::Forget { reference })
    }

    /// Whether the reference stands for the request with this key, and isn't known to be over.
    fn is_open(&self, reference: &str, key: &IdempotencyKey) -> bool {
        self.get(reference)
            .is_some_and(|entry| entry.key == *key && !entry.is_settled())
    }

    /// The entry that is open under this key, for a change that is only made to such a one.
    fn open_under(&mut self, reference: &str, key: &IdempotencyKey) -> Result<&mut Kept, Misfit> {
        self.0
            .get_mut(reference)
            .filter(|kept| kept.entry.key == *key && !kept.entry.is_settled())
            .ok_or("it changes what isn't there, so lines are missing or come from another file")
    }

    pub(super) fn apply(&mut self, change: Change) -> Result<(), Misfit> {
        match change {
            Change::Claim(entry) => {
                if self.0.contains_key(&entry.reference) {
                    return Err(
                        "it claims a reference that is taken, so lines are missing or come from another file",
                    );
                }
                let entry = Entry::from(entry);
                let kept = Kept { entry, claims: 1 };
                self.0.insert(kept.entry.reference.clone(), kept);
            }
            Change::ClaimAgain { reference, key } => {
                let kept = self.open_under(&reference, &key)?;
                kept.claims = kept.claims.saturating_add(1);
            }
            Change::Settle { reference, key } => {
                self.open_under(&reference, &key)?.entry.state = super::EntryState::Settled;
            }
            Change::Withdraw { reference, key } => {
                let kept = self.open_under(&reference, &key)?;
                kept.claims -= 1;
                if kept.claims == 0 {
                    self.0.remove(&reference);
                }
            }
            Change::Forget { reference } => {
                self.0.remove(&reference).ok_or(
                    "it takes away what isn't there, so lines are missing or come from another file",
                )?;
            }
        }
        Ok(())
    }
}
