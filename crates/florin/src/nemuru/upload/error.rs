//! An upload that didn't bring all files there.

use std::error::Error as StdError;
use std::fmt;

use crate::nemuru::Error;

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileFate {
    /// Its request was answered with success.
    Arrived,
    /// Its request may have been carried out; nobody knows. List the files before you send it again.
    InDoubt,
    /// Its request was refused, so it isn't there.
    Refused,
    /// It was never sent.
    NotSent,
}

/// An upload that didn't bring all files there: what became of each, and why.
///
/// Files are named by their places in the list that was handed in, counted from 0: a file's name may tell whose it is.
#[derive(Debug)]
pub struct UploadError {
    pub(super) fates: Vec<FileFate>,
    pub(super) error: Error,
}

impl UploadError {
    /// What became of each file, in the order in which they were handed in.
    #[must_use]
    pub fn fates(&self) -> &[FileFate] {
        &self.fates
    }

    /// The places of the files that met this fate.
    pub fn files(&self, fate: FileFate) -> impl Iterator<Item = usize> + '_ {
        let fates = self.fates.iter().enumerate();
        fates.filter_map(move |(at, its)| (*its == fate).then_some(at))
    }

    /// Why it stopped: the error of the request that failed, or what was wrong with a file before its request was sent.
    ///
    /// It speaks of that request alone. Files of earlier requests may have arrived even where this one says that nothing
    /// was sent; [`fates`](Self::fates) tells.
    #[must_use]
    pub const fn error(&self) -> &Error {
        &self.error
    }

    /// Why it stopped, alone, for code that hands on one kind of error. What became of each file is lost.
    ///
    /// Once any file has arrived or is in doubt it is an error with
    /// [`Effect::MaybeApplied`](florin_core::Effect::MaybeApplied), whatever its own request came to, and its text says
    /// how many files met which fate. So it is never [retryable](florin_core::Error::is_retryable) then. Its other
    /// predicates go on naming the cause, such as [`is_connect`](florin_core::Error::is_connect), and say nothing about
    /// the files. For that reason `?` doesn't convert by itself.
    ///
    /// ```compile_fail,E0277
    /// # use florin::nemuru::{Error, Loan, UploadFile};
    /// async fn hand_in(loan: &Loan, files: Vec<UploadFile>) -> Result<(), Error> {
    ///     Ok(loan.upload(files).await?)
    /// }
    /// ```
    /// ```
    /// # use florin::nemuru::{Error, Loan, UploadError, UploadFile};
    /// async fn hand_in(loan: &Loan, files: Vec<UploadFile>) -> Result<(), Error> {
    ///     loan.upload(files).await.map_err(UploadError::into_error)
    /// }
    /// ```
    #[must_use]
    pub fn into_error(self) -> Error {
        let may_be_there = |fate: &FileFate| matches!(fate, FileFate::Arrived | FileFate::InDoubt);
        if !self.fates.iter().any(may_be_there) {
            return self.error;
        }
        let note = Counts(&self.fates).to_string();
        self.error.in_doubt().with_note(note)
    }
}

/// How many files met which fate.
struct Counts<'a>(&'a [FileFate]);

impl fmt::Display for Counts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |fate| self.0.iter().filter(|its| **its == fate).count();
        write!(
            f,
            "of {} files {} arrived, {} are in doubt, {} were refused, {} were not sent",
            self.0.len(),
            count(FileFate::Arrived),
            count(FileFate::InDoubt),
            count(FileFate::Refused),
            count(FileFate::NotSent),
        )
    }
}

/// Why it stopped, and how many files met which fate. Shows neither names nor contents.
impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)?;
        write!(f, "; {}", Counts(&self.fates))
    }
}

impl StdError for UploadError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}
