//! The file of a ledger: opened once, locked for each change, read on from where the last change left off.

use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::LedgerError;
use super::entries::Entries;
use super::journal::{Change, Checksum, HEADER, NO_LEDGER, check_header};

/// No line of ours is longer, and nothing longer is read into memory.
const LONGEST_LINE: u64 = 64 * 1024;

/// What has to be known before anybody mends a ledger, or goes on without it.
const BEFORE_MENDING: &str = "stop whatever uses the ledger. A backup lacks what was claimed since it was made, and a new ledger \
     lacks everything: look at the provider for each of those first, since it would be sent again under a new key, and be paid \
     twice";

/// How often a lock is tried that somebody else holds.
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// What the end of the file is that has no newline.
enum Ending {
    /// The beginning of a line, or nothing: its writer died over it, and it was never acknowledged.
    NeverWritten,
    /// A whole line.
    WithoutNewline,
    /// A whole line, and something else where its newline was.
    Damaged,
}

/// What is done where there is no ledger.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum New {
    Made,
    Refused,
}

pub(super) struct LockedFile {
    path: PathBuf,
    file: File,
    new: New,
    entries: Entries,
    /// Where the last whole line that was read ends.
    end: u64,
    /// How many lines that is.
    lines: u64,
    /// The last of them, its newline included.
    last: Vec<u8>,
    /// What is known by it of all the lines so far.
    checksum: Checksum,
    /// Set where a failed write couldn't be taken back.
    is_broken: bool,
}

impl LockedFile {
    pub(super) fn open(path: &Path, new: New, until: Instant) -> Result<Self, LedgerError> {
        let path = &std::path::absolute(path).map_err(|error| failed_to_open(path, error))?;
        let failed = |error| failed_to_open(path, error);
        let mut options = OpenOptions::new();
        options.read(true).write(true).truncate(false);
        options.create(new == New::Made);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if new == New::Refused => failed(none_there()),
            _ => failed(error),
        })?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(failed(io::Error::other("this is no file")));
        }
        let mut opened = Self {
            path: path.clone(),
            file,
            new,
            entries: Entries::default(),
            end: 0,
            lines: 0,
            last: Vec::new(),
            checksum: Checksum::of_header(),
            is_broken: false,
        };
        // Also makes an empty file a ledger.
        opened.change(until, |_| (None, ()))?;
        opened.sync_folder()?;
        Ok(opened)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn count(&self) -> usize {
        self.entries.len()
    }

    /// Looks at all entries, writes the change that `decide` wants, and brings both what was found and what was written to the
    /// disk. Waits until then for others who change it.
    pub(super) fn change<T>(
        &mut self,
        until: Instant,
        decide: impl FnOnce(&Entries) -> (Option<Change>, T),
    ) -> Result<T, LedgerError> {
        self.lock(until)?;
        let done = self.change_locked(decide);
        let unlocked = self.file.unlock();
        let done = done?;
        unlocked.map_err(|error| self.failed("unlocking", error))?;
        Ok(done)
    }

    fn change_locked<T>(
        &mut self,
        decide: impl FnOnce(&Entries) -> (Option<Change>, T),
    ) -> Result<T, LedgerError> {
        self.check_place()?;
        self.read_on()?;
        let (change, answer) = decide(&self.entries);
        match change {
            Some(change) => {
                let line = change
                    .line(self.checksum)
                    .map_err(|error| self.failed("writing to", io::Error::other(error)))?;
                if line.len() as u64 >= LONGEST_LINE {
                    let problem = "the line would be longer than any may be";
                    return Err(self.failed("writing to", io::Error::other(problem)));
                }
                self.append(&line)?;
                self.read_on()?;
            }
            // What another process wrote may not be on the disk: it may have died before that.
            None => self
                .file
                .sync_all()
                .map_err(|error| self.failed("writing to", error))?,
        }
        Ok(answer)
    }

    fn lock(&self, until: Instant) -> Result<(), LedgerError> {
        loop {
            match self.file.try_lock() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if Instant::now() < until => {
                    thread::sleep(BETWEEN_TRIES);
                }
                Err(TryLockError::WouldBlock) => {
                    let problem =
                        "another process doesn't let go of it; see whether one has stopped";
                    return Err(self.failed("locking", io::Error::other(problem)));
                }
                Err(TryLockError::Error(error)) => return Err(self.failed("locking", error)),
            }
        }
    }

    /// Whether the path still leads to the file that is open, with all that was read of it.
    fn check_place(&self) -> Result<(), LedgerError> {
        let failed = |error| self.failed("reading", error);
        let changed = |problem: &str| {
            let problem = format!("{problem}; {BEFORE_MENDING}");
            Err(failed(io::Error::other(problem)))
        };
        if self.is_broken {
            let problem = "an earlier write failed half-way; open the ledger again";
            return Err(failed(io::Error::other(problem)));
        }
        let open = self.file.metadata().map_err(failed)?;
        match std::fs::metadata(&self.path) {
            Ok(there) if identity(&there) == identity(&open) => {}
            Ok(_) => return changed("another file was put in its place"),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return changed("the file was deleted");
            }
            Err(error) => return Err(failed(error)),
        }
        if open.len() < self.end {
            return changed("the file was shortened");
        }
        if !self.is_as_read().map_err(failed)? {
            return changed("what was read of the file isn't there any more");
        }
        Ok(())
    }

    /// Whether the last line that was read is where it was. Its checksum stands for all lines before it.
    fn is_as_read(&self) -> io::Result<bool> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(self.end - self.last.len() as u64))?;
        let mut there = Vec::with_capacity(self.last.len());
        file.take(self.last.len() as u64).read_to_end(&mut there)?;
        Ok(there == self.last)
    }

    /// Takes in the whole lines that have come since.
    fn read_on(&mut self) -> Result<(), LedgerError> {
        self.file
            .seek(SeekFrom::Start(self.end))
            .map_err(|error| self.failed("reading", error))?;
        let mut reader = BufReader::new(&self.file);
        let mut line = Vec::new();
        let problem = loop {
            line.clear();
            let read = (&mut reader)
                .take(LONGEST_LINE)
                .read_until(b'\n', &mut line);
            let read = match read {
                Ok(read) => read as u64,
                Err(error) => return Err(self.failed("reading", error)),
            };
            let Some(text) = line.strip_suffix(b"\n") else {
                if read == LONGEST_LINE {
                    break match self.lines {
                        0 => NO_LEDGER.to_owned(),
                        _ => format!("it is longer than any line of a ledger; {BEFORE_MENDING}"),
                    };
                }
                if self.lines == 0 {
                    return self.begin(&line);
                }
                match self.ending(&line) {
                    Ending::NeverWritten => return Ok(()),
                    Ending::WithoutNewline => return self.complete(&line),
                    Ending::Damaged => {
                        break format!("the end of the line is damaged; {BEFORE_MENDING}");
                    }
                }
            };
            let taken = match self.lines {
                0 => check_header(text).map(|()| self.checksum),
                _ => Change::read(text, self.checksum)
                    .and_then(|(change, checksum)| {
                        self.entries.apply(change)?;
                        Ok(checksum)
                    })
                    .map_err(|problem| format!("{problem}; {BEFORE_MENDING}")),
            };
            match taken {
                Ok(checksum) => self.checksum = checksum,
                Err(problem) => break problem,
            }
            self.end += read;
            self.lines += 1;
            self.last.clone_from(&line);
        };
        Err(LedgerError::Corrupt {
            path: self.path.clone(),
            line: self.lines + 1,
            problem,
        })
    }

    /// What the end of the file is that has no newline.
    fn ending(&self, found: &[u8]) -> Ending {
        let is_whole = |line| self.checksum.of_next(line).is_some();
        if is_whole(found) {
            return Ending::WithoutNewline;
        }
        match found.split_last() {
            Some((_, line)) if is_whole(line) => Ending::Damaged,
            _ => Ending::NeverWritten,
        }
    }

    /// Ends a line that only lacks its newline, and takes it in. Somebody may rely on it.
    fn complete(&mut self, found: &[u8]) -> Result<(), LedgerError> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(self.end + found.len() as u64))
            .and_then(|_| file.write_all(b"\n"))
            .and_then(|()| file.sync_all())
            .map_err(|error| self.failed("writing to", error))?;
        self.read_on()
    }

    /// Makes a ledger of a file that is empty, or that somebody died over while doing this.
    fn begin(&mut self, found: &[u8]) -> Result<(), LedgerError> {
        if !HEADER.as_bytes().starts_with(found) {
            return Err(LedgerError::Corrupt {
                path: self.path.clone(),
                line: 1,
                problem: NO_LEDGER.to_owned(),
            });
        }
        if self.new == New::Refused {
            return Err(failed_to_open(&self.path, none_there()));
        }
        self.append(HEADER.as_bytes())?;
        self.end = HEADER.len() as u64;
        self.lines = 1;
        self.last = HEADER.as_bytes().to_vec();
        Ok(())
    }

    /// Writes a line in the place of what nobody finished, or leaves the file as it was.
    fn append(&mut self, line: &[u8]) -> Result<(), LedgerError> {
        let mut write = || {
            self.file.set_len(self.end)?;
            self.file.seek(SeekFrom::Start(self.end))?;
            self.file.write_all(line)?;
            self.file.sync_all()
        };
        let written = write();
        written.map_err(|error| {
            // A line that isn't known to be on the disk must not be found by anybody.
            self.is_broken = self.file.set_len(self.end).is_err();
            self.failed("writing to", error)
        })
    }

    /// A new file is lost with the power unless its folder is on the disk too.
    fn sync_folder(&self) -> Result<(), LedgerError> {
        #[cfg(unix)]
        if let Some(folder) = self.path.parent() {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(|error| self.failed("syncing the folder of", error))?;
        }
        Ok(())
    }

    fn failed(&self, doing: &str, error: io::Error) -> LedgerError {
        LedgerError::storage(format!("{doing} the ledger {}", self.path.display()), error)
    }
}

fn failed_to_open(path: &Path, error: io::Error) -> LedgerError {
    LedgerError::storage(format!("opening the ledger {}", path.display()), error)
}

fn none_there() -> io::Error {
    let problem = "there is no ledger: no file, or an empty one. A new one would know nothing of what was sent, so that it would \
         be paid twice; see whether this is the path that is meant (a relative one begins at the working directory) and whether \
         its volume is mounted. For the very first start there is FileLedger::open";
    io::Error::new(io::ErrorKind::NotFound, problem)
}

/// What tells a file from another one under the same name.
#[cfg(unix)]
fn identity(file: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino())
}

/// Not to be had everywhere.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> Option<(u64, u64)> {
    None
}
