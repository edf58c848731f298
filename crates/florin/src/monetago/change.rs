//! A financing or a cancellation on its way: followed on the FVR, not on its own identifier.
//!
//! `POST /financings` answers with an identifier, and yet the financed FVR is read with the identifier of its
//! registration. A refusal shows as a new entry in the FVR's `errors`. Both kinds of change are followed the same way.

use std::time::Duration;

use florin_core::Error as CoreError;
use florin_monetago::operations;
use serde::{Deserialize, Serialize};

use super::seen_errors::SeenErrors;
use super::{Client, Error, Fvr, Outcome, Watch};
use crate::poll::{Poll, Poller, Progress, Reading, may_pass};

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ChangeKind {
    /// The FVR shall be financed.
    Financing,
    /// The FVR shall be cancelled.
    Cancellation,
}

impl ChangeKind {
    /// The word by which the registry's errors name it.
    const fn word(self) -> &'static str {
        match self {
            Self::Financing => "financing",
            Self::Cancellation => "cancellation",
        }
    }
}

/// What is needed to follow a change again, in this process or another one. Store it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeHandle {
    pub(super) kind: ChangeKind,
    pub(super) registration_id: String,
    pub(super) data_set_id: String,
    pub(super) institution: Option<String>,
    pub(super) change_id: Option<String>,
    pub(super) seen: SeenErrors,
}

/// A financing or cancellation of one FVR that the registry took in.
#[derive(Clone, Debug)]
#[must_use = "whether a change went through is only known once it is polled"]
pub struct Change {
    pub(super) client: Client,
    pub(super) handle: ChangeHandle,
}

impl Change {
    /// What was asked for.
    #[must_use]
    pub const fn kind(&self) -> ChangeKind {
        self.handle.kind
    }

    /// The identifier that the registry gave the change itself, where it named one.
    ///
    /// It is good for a support question and, for a cancellation, for [`Client::cancellation_status`]. The outcome is read
    /// with [`registration_id`](Self::registration_id).
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.handle.change_id.as_deref()
    }

    /// The identifier that the outcome is read with: the registration's.
    #[must_use]
    pub fn registration_id(&self) -> &str {
        &self.handle.registration_id
    }

    /// What another process needs to go on with it, see [`Client::resume_change`].
    #[must_use]
    pub const fn handle(&self) -> &ChangeHandle {
        &self.handle
    }

    /// Waits until the change went through or failed.
    ///
    /// It ends with [`Outcome::Financed`] or [`Outcome::Cancelled`]; with [`Outcome::Failed`] when a new error of this
    /// operation appears on the FVR; for a financing with [`Outcome::DuplicateFinanced`] when another lender was first, and
    /// with [`Outcome::Cancelled`] when it was cancelled in between.
    ///
    /// An FVR that was financed already when its financing was asked for is [`Outcome::Financed`]: that is what was wanted.
    pub fn poller(&self) -> Poller<ChangeOutcome> {
        self.client.poller(ChangeOutcome(self.clone()))
    }

    /// As [`poller`](Self::poller), woken by the activity feed.
    pub fn watched_by(&self, watch: &Watch) -> Poller<ChangeOutcome> {
        let handle = &self.handle;
        let mut names = vec![handle.registration_id.clone(), handle.data_set_id.clone()];
        names.extend(handle.change_id.clone());
        watch.attach(self.poller(), names)
    }

    fn progress(&self, fvr: Fvr) -> Progress<Option<Fvr>, Outcome> {
        let errors = self
            .handle
            .seen
            .new_ones(fvr.errors(), &[self.handle.kind.word()]);
        let outcome = match Outcome::of(fvr) {
            Progress::Done(outcome) => outcome,
            Progress::Pending(fvr) if errors.is_empty() => return Progress::Pending(Some(fvr)),
            Progress::Pending(fvr) => return Progress::Done(Outcome::Failed { fvr, errors }),
        };
        match (self.handle.kind, outcome) {
            // Nothing leads out of a cancellation, and an unknown status is for the caller to judge.
            (_, outcome @ (Outcome::Cancelled(_) | Outcome::Unknown { .. })) => {
                Progress::Done(outcome)
            }
            (ChangeKind::Financing, outcome @ Outcome::Financed(_)) => Progress::Done(outcome),
            (_, outcome) if !errors.is_empty() => Progress::Done(Outcome::Failed {
                fvr: outcome.fvr().clone(),
                errors,
            }),
            (ChangeKind::Financing, outcome @ Outcome::DuplicateFinanced(_)) => {
                Progress::Done(outcome)
            }
            (_, outcome) => Progress::Pending(Some(outcome.fvr().clone())),
        }
    }
}

/// Polls a change. The state on the way is the FVR as read; `None` while the answer doesn't hold it.
#[derive(Debug)]
pub struct ChangeOutcome(Change);

impl Poll for ChangeOutcome {
    type State = Option<Fvr>;
    type Outcome = Outcome;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        let Change { client, handle } = &self.0;
        let fvrs = client
            .read_registration(&handle.registration_id, handle.institution.as_deref())
            .await?;
        Ok(match one(fvrs, &handle.data_set_id) {
            Some(fvr) => self.0.progress(fvr),
            None => Progress::Pending(None),
        })
    }

    fn is_transient(error: &Error) -> bool {
        may_pass(error)
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(&operations::GET_STATUS, limit)
    }
}

/// The FVR of that name; or the only one there is, where the answer names none.
pub(super) fn one(mut fvrs: Vec<Fvr>, data_set_id: &str) -> Option<Fvr> {
    if let Some(at) = fvrs
        .iter()
        .position(|fvr| fvr.data_set_id() == Some(data_set_id))
    {
        return Some(fvrs.swap_remove(at));
    }
    let only = fvrs
        .pop()
        .filter(|fvr| fvrs.is_empty() && fvr.data_set_id().is_none());
    only.map(|mut fvr| {
        fvr.data_set_id = Some(data_set_id.to_owned());
        fvr
    })
}
