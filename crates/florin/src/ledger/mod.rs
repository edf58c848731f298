//! Which request went out under which idempotency key, kept so that a process that crashed can ask again instead of paying
//! twice.
//!
//! A key that was made at random dies with the process that made it: who doesn't know whether a payment went out, and has lost
//! its key, can only look. With a ledger a request has a *reference* instead, a name from your own books such as
//! `invoice 4711`. The first time, a key is made and written down, durably, before the first byte is sent. Every other time the
//! same key goes out again, and the provider answers with what it did the first time.
//!
//! ```no_run
//! # async fn f() -> Result<(), Box<dyn std::error::Error>> {
//! use florin::ledger::{FileLedger, Ledger};
//!
//! // An absolute path; `open` on the very first start, which creates the file.
//! let ledger = FileLedger::open_existing("/var/lib/shop/payments.ledger")?;
//! // After a restart: what was begun, and isn't known to be over.
//! for entry in ledger.open_entries().await? {
//!     println!("{} has to be sent again, or looked for", entry.operation);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What happens to a reference
//!
//! | the ledger has of the reference | and the request is | then |
//! | --- | --- | --- |
//! | nothing | any | a new key is written down and goes out |
//! | an entry that is open or settled, first sent less than 23 hours ago | the same | the same key goes out: the provider does what it hasn't done yet, or repeats its answer |
//! | an entry, first sent 23 hours ago or earlier | the same | refused: the provider forgets keys after 24 hours and would do it a second time |
//! | an entry | another one | refused, whatever its age |
//!
//! Every call that sends claims the reference first, and its claim is written down, also where the entry was there already.
//! What becomes of the entry then depends on what came of the call:
//!
//! | the call | then |
//! | --- | --- |
//! | succeeds | the entry is settled |
//! | sent nothing (no connection, no access, refused here) | its claim is withdrawn; without any other claim the entry goes, and the reference is free |
//! | is refused by the provider for good, and no earlier call claimed the entry | as if nothing was sent: a corrected request can go under the reference with a new key |
//! | is refused by the provider, and an earlier call has claimed the entry | the entry stays open: what that call sent may have been done |
//! | ends in any other way, or its process dies | its claim stands, so the entry stays open |
//!
//! Out of a refusal here leads [`Ledger::forget`], once you have looked at the provider whether the thing was done.
//!
//! # Choosing references
//!
//! A reference names one request, not one business case: creating a transaction and confirming it are two, so `4711 create`
//! and `4711 confirm`. References are compared byte by byte; what differs in case or by a blank is another one. They are the
//! only thing from your books that is written down, so choose none that says something of a person. A ledger belongs to one
//! account at one provider: keys mean nothing elsewhere.
//!
//! # Time
//!
//! Ages are measured on the calendar of the client ([`Seam::now`](florin_core::Seam::now), UTC), since they have to outlast
//! the process. An hour of the 24 is left for clocks that differ and for the time that a call takes. An entry from more than
//! five minutes ahead of the clock is of unknown age, so it is refused.
//!
//! That is all that can be noticed. A clock that is set back by more than the hour that is left, between one process and the
//! next, makes an old key look young: to a clock that has lost two hours, a key of 24 and a half is one of 22 and a half, so it
//! is sent, and the provider may do the request a second time. Keep clocks right by NTP, and where one was set back look at the
//! provider before you send again.

mod entries;
mod entry;
mod error;
mod file;
mod journal;
mod locked_file;
mod memory;
mod store;
#[cfg(test)]
mod tests;

pub use entry::{Entry, EntryState};
pub use error::LedgerError;
pub use file::FileLedger;
pub use memory::MemoryLedger;
pub use store::{Ledger, LedgerFuture};
