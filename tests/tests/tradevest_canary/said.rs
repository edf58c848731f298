//! All that the client says, and the search through it.

use std::error::Error as StdError;
use std::fmt::{Debug, Write as _};

use florin::tradevest::{Error, HasProblems as _};
use florin_tests::tradevest::call::Sent;
use florin_tests::tradevest::{MARK, MARKED_DAY, MARKED_NUMBER};

use super::captured::Captured;

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
            "{error} {error:#} {error:?} {error:#?} {:?} ",
            error.field(),
        )
        .unwrap();
        if let Some(problems) = error.problems() {
            write!(self.0, "{problems} {problems:?} {:?} ", problems.fields()).unwrap();
        }
        self.causes(error.source());
    }

    /// An error of any other type.
    pub(crate) fn other(&mut self, error: &impl StdError) {
        write!(self.0, "{error} {error:#} {error:?} ").unwrap();
        self.causes(error.source());
    }

    fn causes(&mut self, mut source: Option<&(dyn StdError + 'static)>) {
        while let Some(cause) = source {
            write!(self.0, "{cause} {cause:#} {cause:?} ").unwrap();
            source = cause.source();
        }
    }

    /// Either half of an outcome, and what was there in case of success.
    pub(crate) fn outcome<T: Debug>(&mut self, outcome: Result<T, Error>) -> Option<T> {
        match outcome {
            Ok(answer) => {
                self.debug(&answer);
                Some(answer)
            }
            Err(error) => {
                self.error(&error);
                None
            }
        }
    }

    /// What a call of a generated operation has said.
    pub(crate) fn sent(&mut self, sent: Sent) {
        self.0.push_str(&sent.request);
        match sent.answer {
            Ok(answer) => self.0.push_str(&answer),
            Err(error) => self.error(&error),
        }
    }

    pub(crate) fn is_clean(&self, captured: &Captured) {
        for text in [&self.0, &captured.text()] {
            let lower = text.to_lowercase();
            for mark in [MARK, MARKED_DAY, MARKED_NUMBER] {
                if let Some(at) = lower.find(mark) {
                    let around = at.saturating_sub(300)..(at + 60).min(text.len());
                    panic!("{mark} shows: …{}…", text.get(around).unwrap_or(text));
                }
            }
        }
        assert!(self.0.len() > 500, "something was said");
        assert!(captured.text().contains("florin"), "and traced");
    }
}
