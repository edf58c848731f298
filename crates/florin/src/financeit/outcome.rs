//! What became of a loan.

use florin_financeit::types;

/// What became of a loan, with the loan as it was read last.
///
/// Only [`Funded`](Self::Funded) rests on a documented field, where that is set. How the others are told apart is said at
/// [`Loan::poller`](super::Loan::poller).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// Paid out.
    Funded(types::Loan),
    /// Refused. Not for good: a co-borrower can be added to the application. To wait for what comes of that, see
    /// [`Loan::past_declines`](super::Loan::past_declines).
    Declined(types::Loan),
    /// Withdrawn or cancelled (inferred from the name).
    Aborted(types::Loan),
    /// Run out before it was funded. It can be taken up again on Financeit's pages, which checks the customer's credit anew.
    Expired(types::Loan),
}

impl Outcome {
    /// The loan as it was read last.
    #[must_use]
    pub const fn loan(&self) -> &types::Loan {
        match self {
            Self::Funded(loan)
            | Self::Declined(loan)
            | Self::Aborted(loan)
            | Self::Expired(loan) => loan,
        }
    }

    /// A word for a log or a report: `funded`, `declined`, `aborted` or `expired`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Funded(_) => "funded",
            Self::Declined(_) => "declined",
            Self::Aborted(_) => "aborted",
            Self::Expired(_) => "expired",
        }
    }
}
