//! All that the client says, and the search through it.

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};

use florin::monoova::{Error, HasProblems as _};

use super::captured::Captured;

/// Survives every escaping that a URL, a form or JSON knows.
pub(crate) const MARK: &str = "canary7f3a";

/// Stands in references of the caller's, which are hidden as well, and may stand in the ledger's file alone.
pub(crate) const REFERENCE: &str = "canaryref19c4";

/// All that was said, from whatever corner.
#[derive(Default)]
pub(crate) struct Said(pub(crate) String);

impl Said {
    pub(crate) fn debug(&mut self, value: &impl Debug) {
        write!(self.0, "{value:?} {value:#?} ").unwrap();
    }

    pub(crate) fn error(&mut self, error: &Error) {
        write!(
            self.0,
            "{error} {error:#} {error:?} {error:#?} {:?} {:?} ",
            error.field(),
            error.problems(),
        )
        .unwrap();
        self.causes(error.source());
    }

    pub(crate) fn causes(&mut self, mut source: Option<&(dyn StdError + 'static)>) {
        while let Some(cause) = source {
            write!(self.0, "{cause} {cause:#} {cause:?} ").unwrap();
            source = cause.source();
        }
    }

    /// Either half of an outcome; a success is shown too.
    pub(crate) fn outcome<T: Debug>(&mut self, outcome: Result<T, Error>) {
        match outcome {
            Ok(answer) => self.debug(&answer),
            Err(error) => self.error(&error),
        }
    }

    pub(crate) fn is_clean(&self, captured: &Captured) {
        for text in [&self.0, &captured.text()] {
            let lower = text.to_lowercase();
            let found = [MARK, REFERENCE].iter().find_map(|mark| lower.find(mark));
            if let Some(at) = found {
                let around = at.saturating_sub(200)..(at + 60).min(text.len());
                panic!("the mark shows: …{}…", text.get(around).unwrap_or(text));
            }
        }
        assert!(self.0.len() > 500, "something was said");
        assert!(captured.text().contains("florin"), "and traced");
    }
}
