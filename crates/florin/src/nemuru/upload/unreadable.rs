//! Why a file can't be read, without anybody else's words.

use std::{fmt, io};

/// Why a file can't be read. What the system or a reader says about it may hold a path or a name, so of that only the
/// kind is kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unreadable {
    Kind(io::ErrorKind),
    /// In words of our own.
    Because(&'static str),
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Self::Kind(error.kind())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => fmt::Display::fmt(kind, f),
            Self::Because(problem) => f.write_str(problem),
        }
    }
}
