//! What goes wrong in an onboarding.

use std::error::Error as StdError;
use std::fmt;

use crate::tradevest::Error;

/// Why a step couldn't be taken. Where the onboarding stands is in its [state](super::Onboarding::state); go on with it.
#[derive(Debug)]
#[non_exhaustive]
pub enum OnboardingError {
    /// A call failed, or was refused before it was sent. Where it ended in doubt, going on finds out first.
    Call(Error),
    /// The state couldn't be stored, so nothing more was sent.
    NotSaved(Box<dyn StdError + Send + Sync>),
}

impl From<Error> for OnboardingError {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl fmt::Display for OnboardingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => error.fmt(f),
            Self::NotSaved(_) => f.write_str("the state of the onboarding couldn't be stored"),
        }
    }
}

impl StdError for OnboardingError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Call(error) => error.source(),
            Self::NotSaved(error) => Some(&**error),
        }
    }
}

/// A stored state can't be taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CannotResume {
    /// It is that of a person and a company is handed in, or the other way round.
    OfAnother,
    /// A later version of Florin wrote it.
    TooNew,
}

impl fmt::Display for CannotResume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OfAnother => {
                "the state is that of a person and a company is handed in, or the other way round; hand in whom it is of"
            }
            Self::TooNew => "a later version wrote the state; take it up with that one",
        })
    }
}

impl StdError for CannotResume {}

/// What was said doesn't fit where the onboarding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotNow(pub(super) &'static str);

impl fmt::Display for NotNow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl StdError for NotNow {}
