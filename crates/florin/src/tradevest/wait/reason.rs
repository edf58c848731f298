//! Why something was refused.

use std::fmt;

use florin_core::Redacted;
use serde::{Deserialize, Serialize};

use super::code::is_code;
use crate::tradevest::ValidationError;

/// Why something was refused: told by a notification, and for orders and transfers also, in words, by the thing itself.
///
/// The words are free text and may be about a person, so neither `Debug` nor `Display` shows them. Serializing keeps them, for
/// storing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

impl Reason {
    /// The code, such as `ALREADY_EXISTS_ERROR`. Which ones there are is documented for few things, and completely for one.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.error_type.as_deref()
    }

    /// What the provider says about it, in words. May hold personal data.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// The words that a thing has of its own; `None` where they say nothing.
    pub(super) fn in_words(words: Option<&str>) -> Option<Self> {
        let words = words?.trim();
        (!words.is_empty()).then(|| Self {
            error_type: None,
            description: Some(words.to_owned()),
        })
    }
}

impl From<&ValidationError> for Reason {
    fn from(error: &ValidationError) -> Self {
        Self {
            error_type: error.error_type().map(str::to_owned),
            description: error.description().map(str::to_owned),
        }
    }
}

/// The code, and not the words.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.error_type() {
            Some(code) if is_code(code) => code,
            _ => "a reason in words, which aren't shown",
        })
    }
}

/// The code, and not the words.
impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.error_type().filter(|code| is_code(code));
        f.debug_struct("Reason")
            .field("error_type", &code)
            .field("description", &self.description.as_ref().map(|_| Redacted))
            .finish()
    }
}

/// A change was refused, says a notification: the thing is as it was.
///
/// Nothing else tells it, and no reading can confirm it. Where several changes of one thing are under way, it doesn't say which
/// of them was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UpdateRefused {
    /// Why, where that is said.
    pub reason: Option<Reason>,
}

impl fmt::Display for UpdateRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the change was refused")?;
        match &self.reason {
            Some(reason) => write!(f, ": {reason}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UpdateRefused {}
