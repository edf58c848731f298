//! Whether an entry of a list is what a step has made just now.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::tradevest::Status;
use crate::tradevest::same::differences;

/// The statuses of a role at its beginning, before its onboarding.
pub(super) const BEGUN: &[&str] = &["RECEIVED", "CREATED"];

/// The statuses of a person at its beginning: somebody at Tradevest may review it.
pub(super) const CHECKED: &[&str] = &["RECEIVED", "CREATED", "REVIEW"];

/// So far the provider's clock may be behind this one.
const CLOCKS: TimeDelta = TimeDelta::minutes(10);

/// How much an entry is like what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// It is just like it, as it is at its beginning.
    Same,
    /// It may be it, written otherwise, or be an earlier one.
    Akin,
    /// It is about somebody else.
    Other,
}

pub(super) const fn likeness(is_about_it: bool, is_same: bool) -> Likeness {
    match (is_about_it, is_same) {
        (false, _) => Likeness::Other,
        (true, false) => Likeness::Akin,
        (true, true) => Likeness::Same,
    }
}

/// What was seen in a list, without what other steps have made. It shows counts alone.
#[derive(Default)]
pub(super) struct Seen {
    first: Option<String>,
    same: usize,
    akin: usize,
    others: usize,
}

impl Seen {
    pub(super) fn add(&mut self, id: Option<&str>, likeness: Likeness, is_earlier: bool) {
        match (likeness, id) {
            (Likeness::Other, _) => self.others += 1,
            (Likeness::Same, Some(id)) if !is_earlier => {
                self.same += 1;
                self.first.get_or_insert_with(|| id.to_owned());
            }
            _ => self.akin += 1,
        }
    }

    /// The one that is just like it, where no second one is.
    pub(super) fn only(&self) -> Option<String> {
        self.first.clone().filter(|_| self.same == 1)
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            same, akin, others, ..
        } = self;
        write!(
            f,
            "besides what other steps have made, the list shows {same} that are just like it, {akin} that may be it and {others} of \
             somebody else; it may also show late"
        )
    }
}

/// Whether an entry shows one of these statuses, and no other.
pub(super) fn is_in(entry: &Value, members: &[&str], statuses: &[&str]) -> bool {
    let mut shown = members
        .iter()
        .map(|member| &entry[*member])
        .filter(|status| !status.is_null())
        .peekable();
    let is_one = |status: &Value| {
        let status = status.as_str().map(Status::from);
        status.is_some_and(|status| statuses.contains(&status.as_str()))
    };
    shown.peek().is_some() && shown.all(is_one)
}

/// Whether an entry shows when it was made.
pub(super) fn is_dated(entry: &Value) -> bool {
    !entry["createdOn"].is_null()
}

/// Whether an entry was made before the step began, or at a time that can't be read. What shows no time isn't.
pub(super) fn is_earlier(entry: &Value, began: Option<DateTime<Utc>>) -> bool {
    let (created, Some(began)) = (&entry["createdOn"], began) else {
        return false;
    };
    if created.is_null() {
        return false;
    }
    let created = created.as_str().map(DateTime::parse_from_rfc3339);
    !matches!(created, Some(Ok(created)) if created >= began - CLOCKS)
}

/// Whether somebody in a list is who was asked for: nothing contradicts, and the name and the day of birth are there to agree.
pub(super) fn is_same(asked: &Value, found: &Value) -> bool {
    ["firstName", "lastName", "birthDay"]
        .iter()
        .all(|member| !found[member].is_null())
        && asked.is_object()
        && differences(asked, found).is_empty()
}
