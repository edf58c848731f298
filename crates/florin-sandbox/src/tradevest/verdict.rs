//! What a test says about what becomes of something.

use std::collections::VecDeque;

use serde_json::{Value, json};

/// Why something failed, as webhooks tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What a program tells it by, as in `ALREADY_EXISTS_ERROR`.
    pub error_type: String,
    /// The same for people.
    pub description: String,
}

impl Reason {
    /// A reason.
    #[must_use]
    pub fn new(error_type: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            error_type: error_type.into(),
            description: description.into(),
        }
    }

    pub(super) fn view(&self) -> Value {
        json!({ "errorType": self.error_type, "description": self.description })
    }
}

/// What becomes of the next command of an operation. Without one the rules of the sandbox decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A created object becomes `INVALID` in place of its first status; an update is refused, and the object stays as it
    /// was; a cancellation fails without a word.
    Invalid(Reason),
    /// A created object becomes `REJECTED` in place of what it was to come to: `FILLED`, or its last status. Updates and
    /// cancellations fail as above.
    Rejected(Reason),
    /// A created object goes through these statuses, in place of its own; none at all leaves it `RECEIVED`. Nothing for an
    /// update.
    Through(Vec<String>),
}

impl Verdict {
    /// A created object goes through these statuses, whichever they are.
    #[must_use]
    pub fn through(statuses: &[&str]) -> Self {
        Self::Through(statuses.iter().map(|status| (*status).to_owned()).collect())
    }

    /// The course of an object, and the reason of its end.
    pub(super) fn course(
        verdict: Option<Self>,
        own: &[&'static str],
    ) -> (VecDeque<String>, Option<Reason>) {
        let own = |count: usize| own.iter().take(count).map(|status| (*status).to_owned());
        match verdict {
            None => (own(usize::MAX).collect(), None),
            Some(Self::Invalid(reason)) => (["INVALID".to_owned()].into(), Some(reason)),
            Some(Self::Rejected(reason)) => {
                let all: Vec<_> = own(usize::MAX).collect();
                let filled = all.iter().position(|status| status == "FILLED");
                let before = filled.unwrap_or(all.len().saturating_sub(1));
                let rejected = ["REJECTED".to_owned()];
                (own(before).chain(rejected).collect(), Some(reason))
            }
            Some(Self::Through(statuses)) => (statuses.into(), None),
        }
    }

    /// Why an update is refused.
    pub(super) fn refusal(self) -> Option<Reason> {
        match self {
            Self::Invalid(reason) | Self::Rejected(reason) => Some(reason),
            Self::Through(_) => None,
        }
    }
}
