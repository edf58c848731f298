//! The steps of a loan, and which follow which.

use super::options::Course;

pub(super) const INITIAL: &str = "status_initial";
const OPENED: &str = "status_opened";
const KYC_SET: &str = "status_kyc_set";
const INCOME_SET: &str = "status_income_set";
const PROFESSIONAL_DETAILS_SET: &str = "status_professional_details_set";
const RISK_SET: &str = "status_risk_set";
const ANALYSING: &str = "status_analysing";
const LENDER_SELECTED: &str = "status_lender_has_been_selected";
const CONTRACT_SENT: &str = "status_contract_sent";
const CONTRACT_SIGNED: &str = "status_contract_signed";
const DOCS_APPROVED: &str = "status_docs_approved";
pub(super) const ACTIVE_TRIAL: &str = "status_active_trial";
pub(super) const ACTIVE: &str = "status_active";
const DENIED: &str = "status_denied";
pub(super) const EXPIRED: &str = "status_expired";
const CANCELLED: &str = "status_cancelled";
const DESISTED: &str = "status_desisted";

/// The way to the money.
const TO_FUNDS: [&str; 12] = [
    INITIAL,
    OPENED,
    KYC_SET,
    INCOME_SET,
    PROFESSIONAL_DETAILS_SET,
    RISK_SET,
    ANALYSING,
    LENDER_SELECTED,
    CONTRACT_SENT,
    CONTRACT_SIGNED,
    DOCS_APPROVED,
    ACTIVE_TRIAL,
];

/// The step that a loan takes by itself.
pub(super) fn next(course: Course, status: &str) -> Option<&'static str> {
    let along = |way: &[&'static str]| {
        let at = way.iter().position(|step| *step == status)?;
        way.get(at + 1).copied()
    };
    match course {
        Course::ByHand => None,
        Course::ToAnalysis => along(&TO_FUNDS[..7]),
        Course::ToFunds => along(&TO_FUNDS),
        Course::ToDenial if status == ANALYSING => Some(DENIED),
        Course::ToDenial => along(&TO_FUNDS[..7]),
        Course::ToWithdrawal => along(&[INITIAL, OPENED, DESISTED]),
    }
}

/// Whether the invitation may still run out: during the onboarding, and once a lender has been found.
pub(super) fn may_expire(status: &str) -> bool {
    TO_FUNDS[..6].contains(&status) || status == LENDER_SELECTED
}

/// The status that an operation leads to; nothing where the present one doesn't allow it.
pub(super) fn after(operation: &str, status: &str) -> Option<&'static str> {
    let from = |from: &str, to: &'static str| (status == from).then_some(to);
    match operation {
        // Until the transfer is ordered.
        "cancelLoan" => TO_FUNDS[..10].contains(&status).then_some(CANCELLED),
        "approveLoan" => from(ANALYSING, LENDER_SELECTED),
        "sendContract" => from(LENDER_SELECTED, CONTRACT_SENT),
        "signContract" => from(CONTRACT_SENT, CONTRACT_SIGNED),
        "confirmLoan" => from(CONTRACT_SIGNED, DOCS_APPROVED),
        "payLoan" => from(DOCS_APPROVED, ACTIVE_TRIAL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_course_ends_where_it_says() {
        let end = |course| {
            let mut status = INITIAL;
            while let Some(step) = next(course, status) {
                status = step;
            }
            status
        };
        assert_eq!(end(Course::ByHand), INITIAL);
        assert_eq!(end(Course::ToAnalysis), ANALYSING);
        assert_eq!(end(Course::ToFunds), ACTIVE_TRIAL);
        assert_eq!(end(Course::ToDenial), DENIED);
        assert_eq!(end(Course::ToWithdrawal), DESISTED);
    }

    #[test]
    fn a_loan_can_be_cancelled_until_the_transfer_is_ordered() {
        assert_eq!(after("cancelLoan", CONTRACT_SIGNED), Some(CANCELLED));
        assert_eq!(after("cancelLoan", DOCS_APPROVED), None);
        assert_eq!(after("cancelLoan", CANCELLED), None);
    }
}
