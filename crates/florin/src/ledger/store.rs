//! What a ledger has to be able to do.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use florin_core::IdempotencyKey;

use super::{Entry, LedgerError};

/// What the methods of a [`Ledger`] return.
pub type LedgerFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, LedgerError>> + Send + 'a>>;

/// Keeps [entries](Entry) by their reference. [`MemoryLedger`](super::MemoryLedger) and [`FileLedger`](super::FileLedger) are
/// there; implement it for a database of your own.
///
/// A ledger only stores. Whether a request may go out under an entry is decided in one place for all of them,
/// [`Entry::check`].
///
/// # What an implementation owes
///
/// - [`claim`](Self::claim) is atomic, between processes too where they share the ledger: of two that claim a reference at
///   once, both get the same entry.
/// - What `claim` returns is durable before it returns. A payment may be sent in the next moment.
/// - A failure is an error and never "nothing there": the request is then not sent.
/// - Whoever counts claims, so that they can be [withdrawn](Self::withdraw), counts every one, durably as well.
pub trait Ledger: fmt::Debug + Send + Sync + 'static {
    /// The entry that counts for the reference of `fresh`: the one that is there, whatever it says, else `fresh`, which is then
    /// kept. [`Entry::is_begun_by`] tells which of the two it was.
    ///
    /// The caller has claimed the entry then, in either case and also where it was another request's. It tells what came of it
    /// by [`settle`](Self::settle), [`release`](Self::release) or [`withdraw`](Self::withdraw), or not at all, and then the
    /// claim stands.
    ///
    /// # Errors
    /// Where the ledger can't be read or written. Nothing may be sent then.
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry>;

    /// Takes one claim back, of the entry with `key` if it is open: nothing has left under it in this call. The entry goes with
    /// the last claim, and the reference is free. Where others have claimed it, sending now or died over it, it stays.
    ///
    /// To be called once per claim at most, by who made it.
    ///
    /// Does nothing unless implemented, which is safe: the reference then stays taken until somebody has looked at the provider
    /// and [forgets](Self::forget) it.
    ///
    /// # Errors
    /// Where the ledger can't be read or written.
    fn withdraw<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        let _ = (reference, key);
        Box::pin(async { Ok(()) })
    }

    /// Marks the entry as done, if it is the one with `key`.
    ///
    /// # Errors
    /// Where the ledger can't be read or written.
    fn settle<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()>;

    /// Takes the entry away, if it is the one with `key` and is open: the provider has refused the request of the call that
    /// began the entry, and another one may go under the reference. What is settled stays. A ledger that counts claims takes
    /// only one back, as [`withdraw`](Self::withdraw) does, since another call may have sent the same in the meantime.
    ///
    /// # Errors
    /// Where the ledger can't be read or written.
    fn release<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()>;

    /// Takes the entry away, settled or not: the caller has looked at the provider and knows that nothing is under way. True
    /// where there was one.
    ///
    /// The next request under the reference has a new key, so it is a new payment. Don't forget what somebody may still be
    /// sending.
    ///
    /// # Errors
    /// Where the ledger can't be read or written.
    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool>;

    /// What is known of a reference.
    ///
    /// # Errors
    /// Where the ledger can't be read.
    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>>;

    /// What was begun and isn't known to be over, the oldest first.
    ///
    /// For a process that has just started. For each of them: send the same request under the same reference again where
    /// [`Entry::can_be_sent`], else look at the provider whether it was done.
    ///
    /// # Errors
    /// Where the ledger can't be read.
    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>>;
}

impl<L: Ledger + ?Sized> Ledger for Arc<L> {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        (**self).claim(fresh)
    }

    fn withdraw<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        (**self).withdraw(reference, key)
    }

    fn settle<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        (**self).settle(reference, key)
    }

    fn release<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        (**self).release(reference, key)
    }

    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool> {
        (**self).forget(reference)
    }

    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>> {
        (**self).entry(reference)
    }

    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>> {
        (**self).open_entries()
    }
}
