//! How far an onboarding is.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::step::{Party, Step};
use crate::tradevest::ExternalId;

/// What this version writes.
pub(super) const VERSION: u32 = 1;

/// How far an onboarding is: what was sent, under which external ids, and which identifiers came back. Store it each time you are
/// given it, and hand it to [`Client::resume_onboarding`](crate::tradevest::Client::resume_onboarding).
///
/// It holds **nothing about a person but identifiers**: the data and papers are yours, and are handed in again. Versions to come
/// read what this one wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnboardingState {
    pub(super) version: u32,
    pub(super) of: Of,
    #[serde(default)]
    pub(super) records: Vec<Record>,
    /// External ids that are used up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) spent: Vec<ExternalId>,
}

/// Who is onboarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Of {
    Person,
    Company,
}

/// What is known of a step that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) step: Step,
    pub(super) stage: Stage,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) external_id: Option<ExternalId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    /// When the first attempt that may have made it was about to be sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) began: Option<DateTime<Utc>>,
    /// The provider knows its external id already, and what is under that isn't what was sent, or doesn't show.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) is_taken: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    /// Nothing came of it.
    Unsent,
    /// It is about to be sent, or was and nobody knows what came of it.
    Sending,
    /// The caller has said to send it whatever came of it before.
    Repeat,
    /// It was taken in.
    Sent,
    Done,
    Failed(Failure),
}

/// How a step failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Failure {
    /// It didn't stand up to the checks and never came into being; its external id is used up. Mend the data and
    /// [start again](super::Onboarding::start_again): it is made anew, under another external id.
    Invalid,
    /// A notification says that the change was refused. Mend the data and start again.
    ChangeRefused,
    /// It was refused for something that can be mended, such as a document that is missing. Mend that and start again: it takes a
    /// **new** onboarding.
    Rejected,
    /// It was refused for good.
    RejectedForGood,
    /// It is in a status after which nothing follows. Say [which other one](super::Onboarding::done_with) is taken in its place, or
    /// that [another one is made](super::Onboarding::repeat).
    Ended,
    /// It was there, and isn't any more. The same two lead on.
    Gone,
}

impl Failure {
    /// Whether [`start_again`](super::Onboarding::start_again) can help.
    #[must_use]
    pub const fn can_start_again(self) -> bool {
        matches!(self, Self::Invalid | Self::ChangeRefused | Self::Rejected)
    }
}

impl OnboardingState {
    pub(super) const fn new(of: Of) -> Self {
        Self {
            version: VERSION,
            of,
            records: Vec::new(),
            spent: Vec::new(),
        }
    }

    /// The identifier that a step was answered with, where it has one.
    #[must_use]
    pub fn id_of(&self, step: &Step) -> Option<&str> {
        self.record(step)?.id.as_deref()
    }

    /// The external id that a step went out under, or will, where it has one.
    #[must_use]
    pub fn external_id_of(&self, step: &Step) -> Option<&ExternalId> {
        self.record(step)?.external_id.as_ref()
    }

    /// The natural person with this number.
    #[must_use]
    pub fn person_id(&self, person: usize) -> Option<&str> {
        self.id_of(&Step::CreatePerson { person })
    }

    /// The legal entity.
    #[must_use]
    pub fn company_id(&self) -> Option<&str> {
        self.id_of(&Step::CreateCompany)
    }

    /// The customer.
    #[must_use]
    pub fn customer_id(&self) -> Option<&str> {
        self.id_of(&Step::CreateCustomer)
    }

    /// The onboarding. `None` also where it was started by an attempt that ended in doubt: nothing tells its identifier then.
    #[must_use]
    pub fn onboarding_id(&self) -> Option<&str> {
        self.id_of(&Step::StartOnboarding)
    }

    /// The steps that are done.
    pub fn done(&self) -> impl Iterator<Item = &Step> {
        let done = |record: &&Record| record.stage == Stage::Done;
        self.records.iter().filter(done).map(|record| &record.step)
    }

    pub(super) fn party_id(&self, party: Party) -> Option<&str> {
        match party {
            Party::Company => self.company_id(),
            Party::Person(person) => self.person_id(person),
        }
    }

    pub(super) fn record(&self, step: &Step) -> Option<&Record> {
        self.records.iter().find(|record| record.step == *step)
    }

    pub(super) fn stage(&self, step: &Step) -> Option<Stage> {
        Some(self.record(step)?.stage)
    }

    /// The record of a step, which is made where there is none.
    pub(super) fn record_mut(&mut self, step: &Step) -> &mut Record {
        let at = self.records.iter().position(|record| record.step == *step);
        let at = at.unwrap_or_else(|| {
            self.records.push(Record {
                step: step.clone(),
                stage: Stage::Unsent,
                external_id: None,
                id: None,
                began: None,
                is_taken: false,
            });
            self.records.len() - 1
        });
        &mut self.records[at]
    }

    /// Forgets a step, but for its external id, which isn't used again.
    pub(super) fn forget(&mut self, step: &Step) {
        if let Some(at) = self.records.iter().position(|record| record.step == *step) {
            self.spent.extend(self.records.remove(at).external_id);
        }
    }
}
