//! What a rule finds: where, what is wrong there, and what to do.

use std::fmt;

use serde::Serialize;

/// What a rule says of one place; of which provider, and by which rule, is known where it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// An operation, a field, a file: what `[excused.<rule>]` names it by.
    pub place: String,
    /// What is wrong with it.
    pub wrong: String,
    /// What to do.
    pub remedy: String,
}

impl Found {
    /// Something at a place.
    pub fn at(
        place: impl Into<String>,
        wrong: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            place: place.into(),
            wrong: wrong.into(),
            remedy: remedy.into(),
        }
    }
}

/// What is told: `provider: rule: place: what is wrong; what to do`, on one line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// Whose spec it is about, or the file of the workspace.
    pub provider: String,
    /// By which rule.
    pub rule: String,
    /// Where.
    pub place: String,
    /// What is wrong.
    pub wrong: String,
    /// What to do.
    pub remedy: String,
}

impl Finding {
    pub(super) fn of(provider: &str, rule: &str, found: Found) -> Self {
        Self {
            provider: provider.to_owned(),
            rule: rule.to_owned(),
            place: found.place,
            wrong: found.wrong,
            remedy: found.remedy,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            provider,
            rule,
            place,
            wrong,
            remedy,
        } = self;
        let line = format!("{provider}: {rule}: {place}: {wrong}; {remedy}");
        // A line of a message that has several says where in the file it is; here, each finding has one.
        let words: Vec<_> = line.lines().map(str::trim).collect();
        f.write_str(&words.join(" "))
    }
}
