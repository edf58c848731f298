//! A ledger in a file.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use florin_core::IdempotencyKey;
use tokio::sync::Mutex;

use super::entries::Entries;
use super::journal::Change;
use super::locked_file::{LockedFile, New};
use super::{Entry, Ledger, LedgerError, LedgerFuture};

/// A change takes milliseconds. Who holds the file for longer has stopped.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keeps entries in a file, so that a process that crashed can go on with the same keys. Clones share it, and any number of
/// processes on one machine may open the same path.
///
/// ```
/// # fn f(path: &std::path::Path) -> Result<(), florin::ledger::LedgerError> {
/// use florin::ledger::FileLedger;
///
/// // `FileLedger::open` on the very first start, which creates it.
/// let ledger = FileLedger::open_existing(path)?;
/// # Ok(())
/// # }
/// ```
///
/// # What is promised
///
/// - A claim is in the file, and the file is on the disk (`fsync`), before a byte is sent. On a full or failing disk the call
///   fails and nothing is sent.
/// - Changes are made one at a time, under a lock on the file that the operating system frees when its holder dies. What other
///   processes wrote is read before each.
/// - A process that is killed in the middle of a line leaves a line without an end. It was never acknowledged: it is passed
///   over, and cut off before the next line is written.
/// - Each line has a checksum over itself and all lines before it. A line that was altered, left out or moved by accident is an
///   error with its number, and nothing is sent until somebody has looked.
/// - A file that is deleted, replaced, shortened or written anew under a ledger is noticed (replacing it, on Unix only) before
///   the next claim, which fails.
///
/// # If it is damaged or lost
///
/// Stop whatever uses it. A backup lacks what was claimed since it was made, and a new ledger lacks everything. What a ledger
/// lacks is sent again under a new key, so it is paid twice: look at the provider for each of those references before you go
/// on with a backup or a new file. That lines are missing at the end of a file, as in a backup, nobody can tell by the file.
///
/// # What isn't
///
/// - A call waits for ten seconds, counted from its beginning, for others who use the ledger in this process or another one. A
///   disk that hangs is waited for as long as it takes.
/// - The file never shrinks, and all of it is held in memory: about 300 bytes for a request. Begin a new one when it is large:
///   stop the processes, see that [`open_entries`](Ledger::open_entries) is empty, and keep the old file for a day at least,
///   since only it knows what was done.
/// - Locks of network file systems are as good as those make them. Keep it on a local disk.
///
/// # What is in it
///
/// Lines of JSON, the first with the version of the format. References, names of operations, keys, SHA-256 digests of requests,
/// times; nothing else of a request. On Unix a new file is readable for its owner alone.
#[derive(Clone)]
pub struct FileLedger {
    path: Arc<PathBuf>,
    /// Who waits for it waits in turn.
    file: Arc<Mutex<LockedFile>>,
    patience: Duration,
}

impl FileLedger {
    /// Opens the ledger, and creates it where there is none. The folder has to be there.
    ///
    /// For the first start. A ledger that is created by mistake knows nothing of what was sent, so that it is sent again under
    /// new keys, and paid twice: because a relative path begins at another working directory, because a volume isn't mounted,
    /// because a container began without its files. So give an absolute path, and from the second start on use
    /// [`open_existing`](Self::open_existing).
    ///
    /// Reads the whole file and may wait for other processes, so it blocks for a moment: call it when the program starts. The
    /// methods of [`Ledger`] do their work on tokio's threads for blocking work.
    ///
    /// # Errors
    /// Where the path can't be opened for reading and writing or is no file, where the file isn't a ledger or is one of a later
    /// version, where a line can't be read, and where another process doesn't let go of the file for ten seconds.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::open_patiently(path.as_ref(), New::Made, PATIENCE)
    }

    /// Opens the ledger that is there, and creates none. Otherwise as [`open`](Self::open).
    ///
    /// # Errors
    /// Where there is no file or an empty one, and where [`open`](Self::open) fails.
    pub fn open_existing(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::open_patiently(path.as_ref(), New::Refused, PATIENCE)
    }

    pub(super) fn open_patiently(
        path: &Path,
        new: New,
        patience: Duration,
    ) -> Result<Self, LedgerError> {
        let file = LockedFile::open(path, new, Instant::now() + patience)?;
        Ok(Self {
            path: Arc::new(file.path().to_owned()),
            file: Arc::new(Mutex::new(file)),
            patience,
        })
    }

    /// Looks at what is there, changes it as `decide` says, and waits until that is on the disk.
    fn change<'a, T: Send + 'static>(
        &self,
        decide: impl FnOnce(&Entries) -> (Option<Change>, T) + Send + 'static,
    ) -> LedgerFuture<'a, T> {
        let (file, patience) = (Arc::clone(&self.file), self.patience);
        Box::pin(async move {
            // Whoever is before us in this process has begun to wait earlier, and so gives up earlier, as we do then.
            let until = Instant::now() + patience;
            let mut file = file.lock_owned().await;
            let work = move || file.change(until, decide);
            match tokio::task::spawn_blocking(work).await {
                Ok(done) => done,
                Err(stopped) => Err(LedgerError::storage(
                    "the ledger's work was stopped",
                    stopped,
                )),
            }
        })
    }
}

impl Ledger for FileLedger {
    fn claim<'a>(&'a self, fresh: &'a Entry) -> LedgerFuture<'a, Entry> {
        let fresh = fresh.clone();
        self.change(move |entries| entries.claim(fresh))
    }

    fn withdraw<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        let (reference, key) = (reference.to_owned(), key.clone());
        self.change(move |entries| (entries.withdraw(reference, key), ()))
    }

    fn settle<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        let (reference, key) = (reference.to_owned(), key.clone());
        self.change(move |entries| (entries.settle(reference, key), ()))
    }

    fn release<'a>(&'a self, reference: &'a str, key: &'a IdempotencyKey) -> LedgerFuture<'a, ()> {
        self.withdraw(reference, key)
    }

    fn forget<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, bool> {
        let reference = reference.to_owned();
        self.change(move |entries| {
            let change = entries.forget(reference);
            let is_there = change.is_some();
            (change, is_there)
        })
    }

    fn entry<'a>(&'a self, reference: &'a str) -> LedgerFuture<'a, Option<Entry>> {
        let reference = reference.to_owned();
        self.change(move |entries| (None, entries.get(&reference).cloned()))
    }

    fn open_entries(&self) -> LedgerFuture<'_, Vec<Entry>> {
        self.change(|entries| (None, entries.open()))
    }
}

impl fmt::Debug for FileLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Whoever is at the file isn't waited for.
        let entries = self.file.try_lock().ok().map(|file| file.count());
        f.debug_struct("FileLedger")
            .field("path", &self.path)
            .field("entries", &entries)
            .finish()
    }
}
