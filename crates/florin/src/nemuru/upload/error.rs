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

    /// Why it stopped: the error of the request that failed, or what was wrong with a file before anything was sent.
    #[must_use]
    pub const fn error(&self) -> &Error {
        &self.error
    }

    /// Why it stopped, alone. What became of the files is lost.
    #[must_use]
    pub fn into_error(self) -> Error {
        self.error
    }
}

/// Why it stopped, and how many files met which fate. Shows neither names nor contents.
impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)?;
        let count = |fate| self.files(fate).count();
        write!(
            f,
            "; of {} files {} arrived, {} are in doubt, {} were refused, {} were not sent",
            self.fates.len(),
            count(FileFate::Arrived),
            count(FileFate::InDoubt),
            count(FileFate::Refused),
            count(FileFate::NotSent),
        )
    }
}

impl StdError for UploadError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

impl From<UploadError> for Error {
    fn from(error: UploadError) -> Self {
        error.error
    }
}
