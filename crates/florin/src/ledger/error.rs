//! Why a request doesn't go out under a reference.

use std::error::Error as StdError;
use std::fmt;
use std::path::PathBuf;

use super::Entry;

/// The request wasn't sent, or the ledger couldn't be read or written.
///
/// `Display` says what to do, and shows neither the reference nor anything of the request.
#[derive(Debug)]
#[non_exhaustive]
pub enum LedgerError {
    /// The reference can't be used, and why.
    InvalidReference(&'static str),
    /// The reference stands for another request: this entry.
    OtherRequest(Box<Entry>),
    /// The request is the same, and its key may be unknown to the provider by now, which would do it a second time.
    KeyTooOld(Box<Entry>),
    /// The entry is dated more than five minutes ahead of the clock, so nobody knows how old its key is.
    AheadOfClock(Box<Entry>),
    /// The file holds what no ledger of this version writes.
    Corrupt {
        /// The ledger's file.
        path: PathBuf,
        /// The line, counted from 1.
        line: u64,
        /// What is wrong with it, and what to do.
        problem: String,
    },
    /// The ledger couldn't be read or written.
    Storage {
        /// What couldn't be done.
        what: String,
        /// Why.
        source: Box<dyn StdError + Send + Sync>,
    },
}

impl LedgerError {
    /// For a ledger of your own: it couldn't be read or written. `what` ends up in logs.
    #[must_use]
    pub fn storage(
        what: impl Into<String>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self::Storage {
            what: what.into(),
            source: source.into(),
        }
    }

    /// What the ledger has of the reference, where that is why the request was refused.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::OtherRequest(entry) | Self::KeyTooOld(entry) | Self::AheadOfClock(entry) => {
                Some(entry)
            }
            _ => None,
        }
    }
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = |entry: &Entry| {
            let at = entry.first_sent_at.format("%Y-%m-%dT%H:%M:%SZ");
            format!("{}, first sent at {at}", entry.operation)
        };
        match self {
            Self::InvalidReference(problem) => f.write_str(problem),
            Self::OtherRequest(entry) if entry.is_settled() => write!(
                f,
                "the reference stands for another request ({}), which is done; only if this one \
                 is to be done as well, choose another reference for it",
                first(entry)
            ),
            Self::OtherRequest(entry) => write!(
                f,
                "the reference stands for another request ({}), and whether that was done isn't known; look at \
                 the provider first, and then forget the reference or choose another one",
                first(entry)
            ),
            Self::KeyTooOld(entry) if entry.is_settled() => write!(
                f,
                "the request of this reference was done ({}), and its key is too old to ask for the answer again; look at \
                 the provider by reading",
                first(entry)
            ),
            Self::KeyTooOld(entry) => write!(
                f,
                "the key of this reference is too old to be sent again ({}): the provider may have forgotten it and would do \
                 it a second time; look at the provider whether it was done, and if not, forget the reference and send again",
                first(entry)
            ),
            Self::AheadOfClock(entry) => write!(
                f,
                "the entry of this reference is dated ahead of the clock ({}), so the age of its key isn't known; set the \
                 clock right, or look at the provider whether it was done, and if not, forget the reference and send again",
                first(entry)
            ),
            Self::Corrupt {
                path,
                line,
                problem,
            } => write!(f, "{}, line {line}: {problem}", path.display()),
            Self::Storage { what, source } => write!(f, "{what}: {source}"),
        }
    }
}

impl StdError for LedgerError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Storage { source, .. } => Some(&**source),
            _ => None,
        }
    }
}
