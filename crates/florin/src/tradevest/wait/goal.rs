//! How far to wait.

use super::Status;
use super::course::Course;

/// How far to wait for something. Which goals there are depends on what it is; another one is refused before anything is sent.
///
/// A failure ends every wait: `INVALID`, `REJECTED`, and whatever makes the goal unreachable. A status that isn't documented
/// ends none, unless [told to](crate::poll::Poller::or_unknown).
///
/// | goal | reached at | of |
/// | --- | --- | --- |
/// | `Accepted` | any status after `RECEIVED` | everything |
/// | `Ready` | `CREATED` or further | persons, companies, roles, documents |
/// | `Ready` | `PENDING` or further, and with the address to go to | identifications |
/// | `Active` | `ACTIVE` | persons, companies, roles, products |
/// | `Approved` | `APPROVED` | onboardings, offboardings, documents, identifications |
/// | `Completed` | `COMPLETED` | searches for companies |
/// | `Filled` | `FILLED` or `SETTLED`; ends at `CORRECTED`, and reached no more | orders |
/// | `Settled` | `SETTLED` | orders |
/// | `Canceled` | `CANCELED` | orders, offboardings |
/// | `Closed` | `CLOSED` | products |
/// | `Processed` | `PROCESSED` | transfers |
/// | `OneOf` | the statuses that you name | everything |
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Goal {
    /// The checks are passed. No success yet: it may be refused later.
    Accepted,
    /// It can be used for the next step. Not while somebody at Tradevest [reviews](Status::REVIEW) it.
    Ready,
    /// It is in use.
    Active,
    /// It is through.
    Approved,
    /// It is done.
    Completed,
    /// It is executed. **Not the end**: an execution may be corrected, and the order be canceled after that. Wait for
    /// [`Settled`](Self::Settled) before you pay out what it brought.
    ///
    /// Whoever reads it first at [`CORRECTED`](Status::CORRECTED) gets [`Ended`](super::Outcome::Ended) with that status: it was
    /// executed, and is about to be canceled. To [`Settled`](Self::Settled) and [`Canceled`](Self::Canceled) it is on its way then.
    Filled,
    /// It is settled, which takes a sale three trading days (documented): wait with a deadline to match, or on another day.
    Settled,
    /// It is canceled. A cancellation that fails says nothing and changes nothing, so this may be waited for in vain: bound it,
    /// and read the order then.
    Canceled,
    /// It is closed.
    Closed,
    /// The money has moved.
    Processed,
    /// It is in one of these statuses.
    OneOf(Vec<Status>),
}

/// What a status means to who waits for a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Reached,
    OnTheWay,
    Unknown,
    Invalid,
    Rejected,
    Ended,
}

impl Goal {
    /// One of these statuses, whatever they mean.
    pub fn one_of<S: Into<Status>>(statuses: impl IntoIterator<Item = S>) -> Self {
        Self::OneOf(statuses.into_iter().map(Into::into).collect())
    }

    /// What to say where a thing of this course can't come to it.
    pub(super) fn problem(&self, course: &Course) -> Option<String> {
        match self {
            Self::OneOf(statuses) if statuses.is_empty() => {
                Some("no status to wait for is named; name one or more".to_owned())
            }
            Self::Accepted | Self::OneOf(_) => None,
            other if course.steps_to(other).is_some() => None,
            other => Some(format!(
                "it never comes to {other:?}; see Goal for what it can come to, or name statuses with Goal::one_of"
            )),
        }
    }

    /// What `status` means on this course.
    pub(super) fn verdict(&self, course: &Course, status: &Status) -> Verdict {
        let word = status.as_str();
        let steps = course.steps_to(self);
        let is_reached = match self {
            Self::OneOf(wanted) => wanted.contains(status),
            Self::Accepted => course.is_after_the_first(word),
            _ => steps.is_some_and(|steps| steps.reached.contains(&word)),
        };
        match word {
            _ if is_reached => Verdict::Reached,
            "INVALID" => Verdict::Invalid,
            "REJECTED" => Verdict::Rejected,
            _ if course.ends.contains(&word) => Verdict::Ended,
            _ if steps.is_some_and(|steps| steps.missed.contains(&word)) => Verdict::Ended,
            "RECEIVED" => Verdict::OnTheWay,
            _ if course.way.contains(&word) => Verdict::OnTheWay,
            // Of these it is known only that there are more words than are documented.
            _ if course.is_untold() && *self == Self::Accepted => Verdict::Reached,
            _ => Verdict::Unknown,
        }
    }
}
