//! Where a loan stands: the phases of its life and the milestones on the way.
//!
//! The statuses and their order are documented; that the steps of the onboarding come in the order of the table, and that
//! steps may be left out, is inferred. Nothing here refuses a jump: the provider drives, the client looks.

use florin_nemuru::types::{Loan, LoanStatus, LoanStepEvent};

/// Where a loan stands, as a program branches on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Something is still to come.
    Going,
    /// Paid back (`status_ended`). Final. The merchant has had its money since
    /// [`Milestone::FundsSent`].
    Succeeded,
    /// Denied, expired, cancelled or withdrawn. Final.
    Failed,
    /// A status that this version doesn't know. It may be final or not.
    Unknown,
}

/// A point on a loan's way that something may be waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Milestone {
    /// The borrower has finished the onboarding, and the lenders have the application (`status_analysing`).
    Onboarded,
    /// A lender has accepted it for now (`status_lender_has_been_selected`).
    LenderSelected,
    /// The borrower has signed (`status_contract_signed`).
    ContractSigned,
    /// The money was sent to the merchant (`status_active_trial`): what a merchant waits for. The borrower may still
    /// withdraw for 14 days.
    FundsSent,
    /// Those 14 days are over (`status_active`).
    WithdrawalOver,
    /// Paid back (`status_ended`).
    Ended,
}

impl Milestone {
    const fn rank(self) -> u8 {
        match self {
            Self::Onboarded => 6,
            Self::LenderSelected => 7,
            Self::ContractSigned => 9,
            Self::FundsSent => 11,
            Self::WithdrawalOver => 12,
            Self::Ended => 13,
        }
    }
}

/// How far a status is on the way to success; `None` off it.
const fn rank(status: &LoanStatus) -> Option<u8> {
    Some(match status {
        LoanStatus::StatusInitial => 0,
        LoanStatus::StatusOpened => 1,
        LoanStatus::StatusKycSet => 2,
        LoanStatus::StatusIncomeSet => 3,
        LoanStatus::StatusProfessionalDetailsSet => 4,
        LoanStatus::StatusRiskSet => 5,
        LoanStatus::StatusAnalysing => 6,
        LoanStatus::StatusLenderHasBeenSelected => 7,
        LoanStatus::StatusContractSent => 8,
        LoanStatus::StatusContractSigned => 9,
        LoanStatus::StatusDocsApproved => 10,
        LoanStatus::StatusActiveTrial => 11,
        // Somebody who stopped paying had begun to.
        LoanStatus::StatusActive | LoanStatus::StatusUnpaid => 12,
        LoanStatus::StatusEnded => 13,
        _ => return None,
    })
}

/// What a status says. For a [`LoanStatus`], and for whatever has one.
///
/// ```
/// use florin::nemuru::{Milestone, Phase, Standing, types::LoanStatus};
///
/// assert_eq!(LoanStatus::StatusActive.phase(), Phase::Going);
/// assert!(LoanStatus::StatusActive.funds_sent());
/// assert!(LoanStatus::StatusDesisted.is_failure());
/// // A status that nobody has heard of is neither.
/// let new = LoanStatus::from("status_on_hold");
/// assert_eq!(new.phase(), Phase::Unknown);
/// assert!(!new.is_terminal() && !new.funds_sent());
/// ```
pub trait Standing {
    /// The status.
    fn loan_status(&self) -> &LoanStatus;

    /// Where the loan stands.
    fn phase(&self) -> Phase {
        match self.loan_status() {
            LoanStatus::StatusEnded => Phase::Succeeded,
            LoanStatus::StatusDenied
            | LoanStatus::StatusExpired
            | LoanStatus::StatusCancelled
            | LoanStatus::StatusCancelledTest
            | LoanStatus::StatusDesisted => Phase::Failed,
            status if rank(status).is_some() => Phase::Going,
            _ => Phase::Unknown,
        }
    }

    /// Whether nothing follows. False for a status that isn't known.
    fn is_terminal(&self) -> bool {
        matches!(self.phase(), Phase::Succeeded | Phase::Failed)
    }

    /// Whether the loan was paid back.
    fn is_success(&self) -> bool {
        self.phase() == Phase::Succeeded
    }

    /// Whether it was denied, expired, cancelled or withdrawn.
    fn is_failure(&self) -> bool {
        self.phase() == Phase::Failed
    }

    /// Whether the status says that the merchant has the money. A loan that was withdrawn after that no longer says so.
    fn funds_sent(&self) -> bool {
        self.has_reached(Milestone::FundsSent)
    }

    /// Whether the loan is at `milestone` or beyond it on the way to success.
    fn has_reached(&self, milestone: Milestone) -> bool {
        rank(self.loan_status()).is_some_and(|rank| rank >= milestone.rank())
    }
}

impl Standing for LoanStatus {
    fn loan_status(&self) -> &LoanStatus {
        self
    }
}

impl Standing for Loan {
    fn loan_status(&self) -> &LoanStatus {
        &self.status
    }
}

impl Standing for LoanStepEvent {
    fn loan_status(&self) -> &LoanStatus {
        &self.step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The statuses on the way to success, in order.
    const WAY: [&str; 14] = [
        "status_initial",
        "status_opened",
        "status_kyc_set",
        "status_income_set",
        "status_professional_details_set",
        "status_risk_set",
        "status_analysing",
        "status_lender_has_been_selected",
        "status_contract_sent",
        "status_contract_signed",
        "status_docs_approved",
        "status_active_trial",
        "status_active",
        "status_ended",
    ];
    const FAILURES: [&str; 5] = [
        "status_denied",
        "status_expired",
        "status_cancelled",
        "status_cancelled_test",
        "status_desisted",
    ];

    fn reached_at(milestone: Milestone) -> Vec<&'static str> {
        let reached = |text: &&&str| LoanStatus::from(**text).has_reached(milestone);
        WAY.iter().filter(reached).copied().collect()
    }

    #[test]
    fn each_documented_status_is_in_the_phase_that_the_state_machine_says() {
        for text in WAY.iter().take(13).chain(&["status_unpaid"]) {
            assert_eq!(LoanStatus::from(*text).phase(), Phase::Going, "{text}");
        }
        assert_eq!(LoanStatus::from("status_ended").phase(), Phase::Succeeded);
        for text in FAILURES {
            let status = LoanStatus::from(text);
            assert!(status.is_failure() && status.is_terminal(), "{text}");
            assert!(!status.is_success() && !status.funds_sent(), "{text}");
        }
    }

    #[test]
    fn a_milestone_is_reached_at_its_status_and_ever_after() {
        assert_eq!(reached_at(Milestone::Onboarded), WAY[6..]);
        assert_eq!(reached_at(Milestone::LenderSelected), WAY[7..]);
        assert_eq!(reached_at(Milestone::ContractSigned), WAY[9..]);
        assert_eq!(reached_at(Milestone::FundsSent), WAY[11..]);
        assert_eq!(reached_at(Milestone::WithdrawalOver), WAY[12..]);
        assert_eq!(reached_at(Milestone::Ended), WAY[13..]);
    }

    #[test]
    fn unpaid_has_had_its_funds_and_is_no_end() {
        let unpaid = LoanStatus::from("status_unpaid");
        assert!(unpaid.funds_sent() && !unpaid.is_terminal());
        assert!(unpaid.has_reached(Milestone::WithdrawalOver));
        assert!(!unpaid.has_reached(Milestone::Ended));
    }

    #[test]
    fn a_status_that_is_not_known_has_reached_nothing_and_ended_nothing() {
        let unknown = LoanStatus::from("status_paused");
        assert_eq!(unknown.phase(), Phase::Unknown);
        assert!(!unknown.is_terminal() && !unknown.is_success() && !unknown.is_failure());
        assert!(!unknown.has_reached(Milestone::Onboarded));
    }
}
