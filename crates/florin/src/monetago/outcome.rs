//! What an FVR came to, as a lender branches on it.

use florin_monetago::types::{FinancingRequestStatus, OperationError};

use super::Fvr;
use crate::poll::Progress;

/// What an FVR came to.
///
/// None of these but [`Cancelled`](Self::Cancelled) is final for ever: what another lender does later can change it.
/// Watch the [`ActivityFeed`](super::ActivityFeed) to learn of that.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// `REGU`: no exact match of the same applicant. Not the same as no match: see [`Fvr::matches`].
    Unique(Fvr),
    /// `REDU`: a document was registered elsewhere for the same applicant, and nobody has financed it yet.
    Duplicate(Fvr),
    /// `DFIN`: a document was registered elsewhere and financed there. It can't be financed.
    DuplicateFinanced(Fvr),
    /// `FNCD`: financed by the caller.
    Financed(Fvr),
    /// `CANC`: cancelled.
    Cancelled(Fvr),
    /// The operation that was waited for failed; its errors are those that came since it was started.
    Failed {
        /// The FVR, as it stands now.
        fvr: Fvr,
        /// What the registry says went wrong. Show it; its texts are not made to be matched on.
        errors: Vec<OperationError>,
    },
    /// A status that this version doesn't know.
    Unknown {
        /// The FVR, as it stands now.
        fvr: Fvr,
        /// The status as the registry worded it.
        status: String,
    },
}

impl Outcome {
    /// What the FVR's status says; pending while it isn't processed (`PNDG`).
    pub(super) fn of(fvr: Fvr) -> Progress<Fvr, Self> {
        Progress::Done(match fvr.status().clone() {
            FinancingRequestStatus::Pndg => return Progress::Pending(fvr),
            FinancingRequestStatus::Regu => Self::Unique(fvr),
            FinancingRequestStatus::Redu => Self::Duplicate(fvr),
            FinancingRequestStatus::Dfin => Self::DuplicateFinanced(fvr),
            FinancingRequestStatus::Fncd => Self::Financed(fvr),
            FinancingRequestStatus::Canc => Self::Cancelled(fvr),
            other => Self::Unknown {
                status: other.as_str().to_owned(),
                fvr,
            },
        })
    }

    /// The FVR that it is about.
    #[must_use]
    pub const fn fvr(&self) -> &Fvr {
        match self {
            Self::Unique(fvr)
            | Self::Duplicate(fvr)
            | Self::DuplicateFinanced(fvr)
            | Self::Financed(fvr)
            | Self::Cancelled(fvr)
            | Self::Failed { fvr, .. }
            | Self::Unknown { fvr, .. } => fvr,
        }
    }

    /// A word for a log or a report: `unique`, `duplicate`, `duplicate financed`, `financed`, `cancelled`, `failed`, or the
    /// status itself where it is unknown.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Unique(_) => "unique",
            Self::Duplicate(_) => "duplicate",
            Self::DuplicateFinanced(_) => "duplicate financed",
            Self::Financed(_) => "financed",
            Self::Cancelled(_) => "cancelled",
            Self::Failed { .. } => "failed",
            Self::Unknown { status, .. } => status,
        }
    }
}
