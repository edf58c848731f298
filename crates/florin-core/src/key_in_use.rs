//! A call's hold on its idempotency key.

use std::time::Duration;

use crate::key_memory::{KeyMemory, LIFETIME};
use crate::moment::Moment;
use crate::{IdempotencyKey, Seam};

/// A key that is in use by one call. Dropped, it is given back: and forgotten, if nothing was ever sent under it.
pub(crate) struct KeyInUse {
    memory: KeyMemory,
    key: IdempotencyKey,
}

impl KeyInUse {
    pub(crate) const fn new(memory: KeyMemory, key: IdempotencyKey) -> Self {
        Self { memory, key }
    }

    pub(crate) const fn key(&self) -> &IdempotencyKey {
        &self.key
    }

    /// Whether something may have been carried out under it, or may be just now, by this call or another one.
    pub(crate) fn is_in_doubt(&self) -> bool {
        let is_in_doubt = self.memory.with(&self.key, |entry| entry.is_in_doubt());
        is_in_doubt == Some(true)
    }

    /// How long it may still be sent.
    pub(crate) fn left(&self, seam: &Seam) -> Duration {
        let now = Moment::now(seam);
        let age = self.memory.with(&self.key, |entry| entry.age(now));
        LIFETIME.saturating_sub(age.unwrap_or_default())
    }

    /// Notes that it is being sent, before it is.
    pub(crate) fn goes_out(&self, seam: &Seam) -> OnTheWire<'_> {
        let now = Moment::now(seam);
        self.memory.with(&self.key, |entry| {
            entry.sent += 1;
            entry.open += 1;
            entry.first.get_or_insert(now);
        });
        OnTheWire {
            key: self,
            fate: Fate::InDoubt,
        }
    }
}

impl Drop for KeyInUse {
    fn drop(&mut self) {
        self.memory.release(&self.key);
    }
}

/// What became of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// No byte left.
    NotSent,
    /// The provider said no.
    Refused,
    /// It may have been carried out, or was.
    InDoubt,
}

/// An attempt under a key. Until somebody says what became of it, it may have been carried out: a call may be dropped.
pub(crate) struct OnTheWire<'a> {
    key: &'a KeyInUse,
    fate: Fate,
}

impl OnTheWire<'_> {
    pub(crate) fn ends(mut self, fate: Fate) {
        self.fate = fate;
    }
}

impl Drop for OnTheWire<'_> {
    fn drop(&mut self) {
        let fate = self.fate;
        let _ = self.key.memory.with(&self.key.key, |entry| {
            entry.open -= 1;
            match fate {
                Fate::Refused => {}
                Fate::InDoubt => entry.in_doubt = true,
                Fate::NotSent => {
                    entry.sent -= 1;
                    if entry.sent == 0 {
                        entry.first = None;
                    }
                }
            }
        });
    }
}
