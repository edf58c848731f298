//! What becomes of what a step has made.

use std::time::Duration;

use florin_core::{Effect, Secret};
use florin_tradevest::types;

use super::sequence::Onboarding;
use super::state::Failure;
use super::step::Step;
use crate::poll::Progress;
use crate::tradevest::{Created, Error, Goal, Outcome, Readable, Reason, Status};

/// How far it has come.
pub(super) enum Came {
    Through,
    Failed(Failure, Option<Reason>),
    /// This person has to go to this address.
    User(usize, Secret),
    Review,
    Longer,
}

/// How long the customer of a rejected onboarding may take to fall back to where it was.
const FALLS_BACK: Duration = Duration::from_secs(120);

/// A customer whose onboarding has no identifier is taken for fallen back when so many readings in a row find it `CREATED`: fewer
/// may be from before the onboarding has begun.
const FALLEN_BACK: u32 = 4;

impl Onboarding {
    /// Waits for what a step has made.
    pub(super) async fn wait(&self, step: &Step) -> Result<Came, Error> {
        let id = self.state.id_of(step);
        let client = self.client_for(step);
        if *step == Step::StartOnboarding {
            return self.wait_for_onboarding(id).await;
        }
        let id = self.need(id, step)?;
        match step {
            Step::CreatePerson { .. } => self.ready::<types::NaturalPerson>(client.known(id)).await,
            Step::CreateCompany => self.ready::<types::LegalEntity>(client.known(id)).await,
            Step::CreateRepresentative { .. } => {
                self.ready::<types::LegalRepresentative>(client.known(id))
                    .await
            }
            Step::CreateOwner { .. } => {
                self.ready::<types::BeneficialOwner>(client.known(id)).await
            }
            Step::UploadDocument { .. } => self.ready::<types::Document>(client.known(id)).await,
            Step::CreateCustomer => self.ready::<types::Customer>(client.known(id)).await,
            Step::CreateProxy { .. } => self.ready::<types::Proxy>(client.known(id)).await,
            Step::VerifyIdentification { person } => {
                let verification = client.known::<types::IdentificationVerification>(id);
                let came = self
                    .follow(verification, Goal::Approved, |verification| {
                        let url = verification.identification_url.clone();
                        url.map(|url| Came::User(*person, url))
                    })
                    .await?;
                Ok(match came {
                    // Another identification may go better.
                    Came::Failed(Failure::RejectedForGood | Failure::Ended, reason) => {
                        Came::Failed(Failure::Rejected, reason)
                    }
                    came => came,
                })
            }
            Step::ReportIdentification { .. }
            | Step::SignTerms { .. }
            | Step::SignPrivacyPolicy { .. }
            | Step::StartOnboarding => Ok(Came::Through),
        }
    }

    async fn ready<T: Readable>(&self, created: Created<T>) -> Result<Came, Error> {
        self.follow(created, Goal::Ready, |_| None).await
    }

    /// How a rejection is to be taken, the customer tells: one that fell back to `CREATED` can be onboarded anew.
    async fn wait_for_onboarding(&self, id: Option<&str>) -> Result<Came, Error> {
        let step = &Step::StartOnboarding;
        let client = self.client_for(step);
        let customer = self.need(self.state.customer_id(), step)?;
        let customer = client.known::<types::Customer>(customer);
        let Some(id) = id else {
            let mut in_a_row = 0;
            return self
                .follow(customer, Goal::Active, |customer| {
                    let status = customer.customer_status.as_ref()?;
                    let is_back = Status::from(status.as_str()) == Status::CREATED;
                    in_a_row = if is_back { in_a_row + 1 } else { 0 };
                    (in_a_row == FALLEN_BACK).then_some(Came::Failed(Failure::Rejected, None))
                })
                .await;
        };
        let onboarding = client.known::<types::RoleOnboarding>(id);
        let came = self.follow(onboarding, Goal::Approved, |_| None).await?;
        let Came::Failed(Failure::Invalid | Failure::RejectedForGood, reason) = came else {
            return Ok(came);
        };
        let fallen_back = Goal::one_of([Status::CREATED]);
        let outcome = customer.poller(fallen_back).deadline(FALLS_BACK).await?;
        let failure = match outcome {
            Outcome::Reached(_) => Failure::Rejected,
            _ => Failure::RejectedForGood,
        };
        Ok(Came::Failed(failure, reason))
    }

    /// Follows something to a goal, and stops on the way where `stop` says so, or where it is reviewed.
    async fn follow<T: Readable>(
        &self,
        created: Created<T>,
        goal: Goal,
        mut stop: impl FnMut(&T) -> Option<Came>,
    ) -> Result<Came, Error> {
        let mut poller = created.poller(goal);
        if let Some(webhooks) = &self.webhooks {
            poller = poller.hear(webhooks);
        }
        if let Some(limit) = self.patience {
            poller = poller.deadline(limit);
        }
        while let Some(read) = poller.next().await {
            let outcome = match read {
                Ok(Progress::Done(outcome)) => outcome,
                Ok(Progress::Pending(thing)) => {
                    if thing.status() == Some(Status::REVIEW) {
                        return Ok(Came::Review);
                    }
                    match stop(&thing) {
                        Some(came) => return Ok(came),
                        None => continue,
                    }
                }
                // Its own deadline, and not one of a call.
                Err(error) if error.is_timeout() && error.effect() == Effect::Answered => break,
                Err(error) => return Err(error),
            };
            return Ok(match outcome {
                Outcome::Reached(_) => Came::Through,
                Outcome::Invalid { reason, .. } => Came::Failed(Failure::Invalid, reason),
                Outcome::Rejected { reason, .. } => Came::Failed(Failure::RejectedForGood, reason),
                Outcome::Ended { .. } => Came::Failed(Failure::Ended, None),
                Outcome::Gone { .. } => Came::Failed(Failure::Gone, None),
            });
        }
        Ok(Came::Longer)
    }
}
