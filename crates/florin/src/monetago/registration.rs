//! A registration: what came of the FVRs that were sent together.

use std::time::Duration;

use florin_core::Error as CoreError;
use florin_monetago::operations;
use serde::{Deserialize, Serialize};

use super::seen_errors::SeenErrors;
use super::{Client, Error, Fvr, Outcome, Watch};
use crate::poll::{Poll, Poller, Progress, Reading, may_pass};

/// What is needed to read a registration again, in this process or another one. Store it whole: it is serialisable, and
/// versions to come will read what this one wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RegistrationHandle {
    /// The identifier that the registry gave the registration (`request_identification`).
    pub registration_id: String,
    /// The lender that it was made for.
    #[serde(default)]
    pub institution: Option<String>,
    /// The lender's identifiers of the FVRs in it (`submitter_data_set_identification`).
    #[serde(default)]
    pub data_set_ids: Vec<String>,
    /// Whether financing was asked for in the same step (`REFI`).
    #[serde(default)]
    pub finances: bool,
}

impl RegistrationHandle {
    /// For a registration of which only the identifier is known.
    ///
    /// How many FVRs it holds is then learnt from the first answer that names any, and a [`Watch`] finds it only by
    /// events that name the registration. Fill in the other fields where you know them.
    pub fn new(registration_id: impl Into<String>) -> Self {
        Self {
            registration_id: registration_id.into(),
            institution: None,
            data_set_ids: Vec::new(),
            finances: false,
        }
    }
}

/// A registration that the registry took in. Its [`handle`](Self::handle) is yours to store.
#[derive(Clone, Debug)]
#[must_use = "the outcome of a registration is only known once it is polled"]
pub struct Registration {
    pub(super) client: Client,
    pub(super) handle: RegistrationHandle,
}

impl Registration {
    /// The identifier that the registry gave the registration.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.handle.registration_id
    }

    /// What another process needs to go on with it, see [`Client::resume`].
    #[must_use]
    pub const fn handle(&self) -> &RegistrationHandle {
        &self.handle
    }

    /// Reads its FVRs as they stand now.
    ///
    /// # Errors
    /// As any call; and a decode error where an FVR can't be read.
    pub async fn read(&self) -> Result<Vec<Fvr>, Error> {
        self.client
            .read_registration(
                &self.handle.registration_id,
                self.handle.institution.as_deref(),
            )
            .await
    }

    /// Waits for the outcome of the one FVR in it.
    ///
    /// With several FVRs it fails at once and says so, without asking the registry: use [`poll_all`](Self::poll_all).
    ///
    /// Where financing was asked for in the same step (`REFI`), [`Outcome::Unique`] means that the registry names no
    /// obstacle and has not financed it either: finance it yourself, or poll again.
    pub fn poller(&self) -> Poller<OneOutcome> {
        let poller = self.client.poller(OneOutcome(self.clone()));
        if self.handle.data_set_ids.len() > 1 {
            poller.at_once()
        } else {
            poller
        }
    }

    /// Waits for the outcomes of all FVRs in it, in the order of the answer.
    pub fn poll_all(&self) -> Poller<AllOutcomes> {
        self.client.poller(AllOutcomes(self.clone()))
    }

    /// As [`poller`](Self::poller), woken by the activity feed.
    pub fn watched_by(&self, watch: &Watch) -> Poller<OneOutcome> {
        watch.attach(self.poller(), self.names())
    }

    /// As [`poll_all`](Self::poll_all), woken by the activity feed.
    pub fn all_watched_by(&self, watch: &Watch) -> Poller<AllOutcomes> {
        watch.attach(self.poll_all(), self.names())
    }

    /// What an event about it may call it.
    fn names(&self) -> Vec<String> {
        let mut names = self.handle.data_set_ids.clone();
        names.push(self.handle.registration_id.clone());
        names
    }

    /// The FVR's outcome, or the FVR while it has none.
    fn outcome(&self, fvr: Fvr) -> Progress<Fvr, Outcome> {
        // The step that finances is part of the registration, so an error may bear either name.
        let operations: &[&str] = if self.handle.finances {
            &["registration", "financing"]
        } else {
            &["registration"]
        };
        let errors = SeenErrors::default().new_ones(fvr.errors(), operations);
        match Outcome::of(fvr) {
            Progress::Pending(fvr) if !errors.is_empty() => {
                Progress::Done(Outcome::Failed { fvr, errors })
            }
            Progress::Done(Outcome::Unique(fvr)) if self.handle.finances && !errors.is_empty() => {
                Progress::Done(Outcome::Failed { fvr, errors })
            }
            progress => progress,
        }
    }

    async fn outcomes(&self) -> Result<Progress<Vec<Fvr>, Vec<Outcome>>, Error> {
        let fvrs = self.read().await?;
        let expected = self.handle.data_set_ids.len().max(1);
        if fvrs.len() < expected {
            return Ok(Progress::Pending(fvrs));
        }
        let settled = fvrs.iter().cloned().map(|fvr| match self.outcome(fvr) {
            Progress::Pending(_) => None,
            Progress::Done(outcome) => Some(outcome),
        });
        let settled: Option<Vec<_>> = settled.collect();
        Ok(settled.map_or(Progress::Pending(fvrs), Progress::Done))
    }
}

/// Polls a registration with one FVR. The states on the way are the FVRs as read.
#[derive(Debug)]
pub struct OneOutcome(Registration);

impl Poll for OneOutcome {
    type State = Vec<Fvr>;
    type Outcome = Outcome;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        let several = |count: usize| {
            CoreError::invalid_request(
                &operations::GET_STATUS,
                format!(
                    "the registration holds {count} FVRs, so it has no single outcome; use poll_all"
                ),
            )
        };
        let expected = self.0.handle.data_set_ids.len();
        if expected > 1 {
            return Err(several(expected));
        }
        match self.0.outcomes().await? {
            Progress::Pending(fvrs) => Ok(Progress::Pending(fvrs)),
            Progress::Done(mut outcomes) => match (outcomes.pop(), outcomes.len()) {
                (Some(outcome), 0) => Ok(Progress::Done(outcome)),
                (_, others) => Err(several(others + 1)),
            },
        }
    }

    fn is_transient(error: &Error) -> bool {
        may_pass(error)
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(&operations::GET_STATUS, limit)
    }
}

/// Polls a registration with any number of FVRs.
#[derive(Debug)]
pub struct AllOutcomes(Registration);

impl Poll for AllOutcomes {
    type State = Vec<Fvr>;
    type Outcome = Vec<Outcome>;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        self.0.outcomes().await
    }

    fn is_transient(error: &Error) -> bool {
        may_pass(error)
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(&operations::GET_STATUS, limit)
    }
}
