//! What came of waiting for a loan.

use florin_nemuru::types;

use super::{Milestone, Phase, Standing};
use crate::poll::Progress;

/// What came of waiting for a loan.
///
/// ```no_run
/// # async fn f(loan: florin::nemuru::Loan) -> Result<(), florin::nemuru::Error> {
/// use florin::nemuru::{Milestone, Outcome};
///
/// match loan.poller_until(Milestone::FundsSent).await? {
///     Outcome::Succeeded(loan) => println!("hand over the goods: {}", loan.status),
///     Outcome::Failed(loan) => println!("no loan: {}", loan.status),
///     Outcome::Unknown(loan) => println!("have somebody look: {}", loan.status),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub enum Outcome {
    /// What was waited for is reached: the milestone, or without one the end of a loan that was paid back.
    Succeeded(types::Loan),
    /// Denied, expired, cancelled or withdrawn.
    Failed(types::Loan),
    /// A status that this version doesn't know; whether something follows can't be told. To wait on in spite of it, see
    /// [`Until::past_unknown`].
    Unknown(types::Loan),
}

impl Outcome {
    /// The loan, as it was read last.
    #[must_use]
    pub const fn loan(&self) -> &types::Loan {
        match self {
            Self::Succeeded(loan) | Self::Failed(loan) | Self::Unknown(loan) => loan,
        }
    }

    /// The loan, as it was read last.
    #[must_use]
    pub fn into_loan(self) -> types::Loan {
        match self {
            Self::Succeeded(loan) | Self::Failed(loan) | Self::Unknown(loan) => loan,
        }
    }

    /// A word for a log or a report: `succeeded`, `failed` or `unknown`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Succeeded(_) => "succeeded",
            Self::Failed(_) => "failed",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// How long to wait for a loan: until a milestone or until the end.
///
/// ```
/// use florin::nemuru::{Milestone, Until};
///
/// // A status that somebody invents meanwhile doesn't end the wait.
/// let until = Until::from(Milestone::FundsSent).past_unknown();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    milestone: Milestone,
    past_unknown: bool,
}

impl Until {
    /// Until nothing follows.
    #[must_use]
    pub const fn the_end() -> Self {
        Self {
            milestone: Milestone::Ended,
            past_unknown: false,
        }
    }

    /// Takes a status that isn't known for one on the way. The wait then ends at the next status that is known to end it,
    /// or at the poller's deadline, should the unknown one be final.
    #[must_use]
    pub const fn past_unknown(mut self) -> Self {
        self.past_unknown = true;
        self
    }

    pub(super) fn progress(self, loan: types::Loan) -> Progress<types::Loan, Outcome> {
        match loan.phase() {
            _ if loan.has_reached(self.milestone) => Progress::Done(Outcome::Succeeded(loan)),
            Phase::Failed => Progress::Done(Outcome::Failed(loan)),
            Phase::Unknown if !self.past_unknown => Progress::Done(Outcome::Unknown(loan)),
            Phase::Going | Phase::Unknown | Phase::Succeeded => Progress::Pending(loan),
        }
    }
}

impl From<Milestone> for Until {
    fn from(milestone: Milestone) -> Self {
        Self {
            milestone,
            past_unknown: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(until: Until, status: &str) -> &'static str {
        let loan: types::Loan =
            serde_json::from_value(serde_json::json!({"id": "x", "status": status})).unwrap();
        match until.progress(loan) {
            Progress::Pending(_) => "pending",
            Progress::Done(outcome) => outcome.word(),
        }
    }

    #[test]
    fn the_end_is_paid_back_or_over() {
        let until = Until::the_end();
        assert_eq!(outcome(until, "status_initial"), "pending");
        assert_eq!(outcome(until, "status_active"), "pending");
        assert_eq!(outcome(until, "status_unpaid"), "pending");
        assert_eq!(outcome(until, "status_ended"), "succeeded");
        assert_eq!(outcome(until, "status_desisted"), "failed");
        assert_eq!(outcome(until, "status_on_hold"), "unknown");
    }

    #[test]
    fn a_milestone_ends_it_early_also_when_it_was_jumped_over() {
        let until = Until::from(Milestone::FundsSent);
        assert_eq!(outcome(until, "status_docs_approved"), "pending");
        for status in [
            "status_active_trial",
            "status_active",
            "status_unpaid",
            "status_ended",
        ] {
            assert_eq!(outcome(until, status), "succeeded", "{status}");
        }
        assert_eq!(outcome(until, "status_desisted"), "failed");
    }

    #[test]
    fn what_is_unknown_can_be_waited_past() {
        let until = Until::the_end().past_unknown();
        assert_eq!(outcome(until, "status_on_hold"), "pending");
        assert_eq!(outcome(until, "status_ended"), "succeeded");
    }
}
