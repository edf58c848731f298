//! All that the client says, and the search through it.

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};

use florin::nemuru::{Error, ErrorDetails as _, UploadError};

/// Survives every escaping that a URL or JSON knows.
pub(crate) const MARK: &str = "canary7f3a";

/// The mark in Base64, as the start of a file's content.
pub(crate) const ENCODED: &str = "Y2FuYXJ5N2Yz";

/// All that was said, from whatever corner.
#[derive(Default)]
pub(crate) struct Said(pub(crate) String);

impl Said {
    pub(crate) fn debug(&mut self, value: &impl Debug) {
        writeln!(self.0, "{value:?} {value:#?}").unwrap();
    }

    pub(crate) fn error(&mut self, error: &Error) {
        write!(
            self.0,
            "{error} {error:#} {:?} {:?} ",
            error.field(),
            error.body()
        )
        .unwrap();
        self.debug(error);
        self.debug(&error.schema_errors());
        self.causes(error.source());
    }

    pub(crate) fn upload_error(&mut self, error: &UploadError) {
        write!(self.0, "{error} {error:#} ").unwrap();
        self.debug(error);
        self.error(error.error());
        self.causes(error.source());
    }

    pub(crate) fn causes(&mut self, mut source: Option<&(dyn StdError + 'static)>) {
        while let Some(cause) = source {
            writeln!(self.0, "{cause} {cause:#} {cause:?} {cause:#?}").unwrap();
            source = cause.source();
        }
    }

    pub(crate) fn outcome<T: Debug>(&mut self, outcome: Result<T, Error>) {
        match outcome {
            Ok(value) => self.debug(&value),
            Err(error) => self.error(&error),
        }
    }
}

#[track_caller]
pub(crate) fn assert_clean(text: &str) {
    let lower = text.to_lowercase();
    for mark in [MARK, &ENCODED.to_lowercase()] {
        if let Some(at) = lower.find(mark) {
            let from = (0..=at.saturating_sub(300))
                .rev()
                .find(|at| lower.is_char_boundary(*at));
            panic!(
                "the mark shows: …{}…",
                &lower[from.unwrap_or(0)..at + mark.len()]
            );
        }
    }
}
