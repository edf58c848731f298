//! Going through an onboarding step by step.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::time::Duration;

use chrono::{DateTime, Utc};
use florin_core::Effect;

use super::call::Sent;
use super::checklist::{self, MissingDocument};
use super::company::Company;
use super::error::{CannotResume, OnboardingError};
use super::halt::Halt;
use super::look::Found;
use super::person::Person;
use super::state::{Failure, OnboardingState, Stage, VERSION};
use super::step::{NextStep, Step};
use super::subject::Subject;
use super::waiting::Came;
use crate::tradevest::{Client, Error, Reply, RequestorId, Webhooks};

/// How long a refusal of what can't be read is listened for.
const HEAR: Duration = Duration::from_secs(30);

type AnyError = Box<dyn StdError + Send + Sync>;

/// An onboarding: what is handed in, and how far it is. Made by [`Client::onboard_person`] and [`Client::onboard_company`].
///
/// [`run`](Self::run) goes on until it is through or has to stop; [`advance`](Self::advance) takes a single step. Both hand out the
/// [state](OnboardingState) **before each thing that is sent** and after it, and send nothing unless it was stored. See the
/// [module](super).
#[derive(Clone)]
#[must_use = "nothing is sent until it runs"]
pub struct Onboarding {
    pub(in crate::tradevest) client: Client,
    pub(super) subject: Subject,
    pub(super) state: OnboardingState,
    pub(super) webhooks: Option<Webhooks>,
    pub(super) patience: Option<Duration>,
    pub(super) requestor: Option<RequestorId>,
    checks_documents: bool,
}

impl Client {
    /// Onboards a natural person as a customer. Nothing is sent yet.
    ///
    /// What is done for the person is done in the person's own name, as in the provider's guides, unless
    /// [said otherwise](Onboarding::requestor).
    pub fn onboard_person(&self, person: Person) -> Onboarding {
        Onboarding::new(self, person.into())
    }

    /// Onboards a company as a customer. Nothing is sent yet.
    ///
    /// What is done for the company is done in the name of this client's requestor, unless
    /// [said otherwise](Onboarding::requestor), and what is done for a signatory in their own.
    pub fn onboard_company(&self, company: Company) -> Onboarding {
        Onboarding::new(self, company.into())
    }

    /// Takes up an onboarding where its stored state stands, with a [`Person`] or a [`Company`] handed in again.
    ///
    /// What is done isn't done again, whatever is handed in for it. People and documents are known by their order, and documents by
    /// their type besides: keep it, and add new ones behind.
    ///
    /// # Errors
    /// [`CannotResume`] where the state is another sort's, or from a later version.
    pub fn resume_onboarding(
        &self,
        subject: impl Into<Subject>,
        state: OnboardingState,
    ) -> Result<Onboarding, CannotResume> {
        let new = Onboarding::new(self, subject.into());
        if state.version > VERSION {
            return Err(CannotResume::TooNew);
        }
        if state.of != new.state.of {
            return Err(CannotResume::OfAnother);
        }
        Ok(Onboarding { state, ..new })
    }
}

impl Onboarding {
    fn new(client: &Client, subject: Subject) -> Self {
        Self {
            client: client.clone(),
            state: OnboardingState::new(subject.of()),
            subject,
            webhooks: None,
            patience: None,
            requestor: None,
            checks_documents: true,
        }
    }

    /// Also listens for notifications: waits are shorter, a failure has a reason, and a refused identification or signature is
    /// known at all. For the events, see the [module](super).
    pub fn hear(mut self, webhooks: &Webhooks) -> Self {
        self.webhooks = Some(webhooks.clone());
        self
    }

    /// How long each wait lasts at most before it stops with [`Halt::TakesLonger`]. Unless said, that of any
    /// [poller](crate::tradevest::Created::poller).
    pub const fn patience(mut self, limit: Duration) -> Self {
        self.patience = Some(limit);
        self
    }

    /// In whose name everything is done, in place of each person's own name and of the client's requestor.
    pub fn requestor(mut self, requestor: RequestorId) -> Self {
        self.requestor = Some(requestor);
        self
    }

    /// Goes on without the documents that are [missing](Self::missing_documents): for who knows better, or where they are at the
    /// provider's already, such as those that a vendor delivered.
    pub const fn without_document_check(mut self) -> Self {
        self.checks_documents = false;
        self
    }

    /// How far it is.
    #[must_use]
    pub const fn state(&self) -> &OnboardingState {
        &self.state
    }

    /// All its steps, in order.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        self.subject.steps()
    }

    /// The documents that it takes and that aren't handed in. The rules are known second hand; see
    /// [`without_document_check`](Self::without_document_check).
    #[must_use]
    pub fn missing_documents(&self) -> Vec<MissingDocument> {
        checklist::missing(&self.subject, &self.state, self.today())
    }

    /// What comes next.
    #[must_use]
    pub fn next_step(&self) -> NextStep {
        let steps = self.subject.steps().into_iter();
        for step in steps {
            return match self.state.stage(&step) {
                Some(Stage::Done) => continue,
                None | Some(Stage::Unsent | Stage::Repeat) => NextStep::Send(step),
                Some(Stage::Sending) => NextStep::FindOut(step),
                Some(Stage::Sent) => NextStep::Wait(step),
                Some(Stage::Failed(_)) => NextStep::Failed(step),
            };
        }
        NextStep::Nothing
    }

    /// Goes on until it is through, or until somebody has to see to something.
    ///
    /// `save` stores the state that it is given, before each thing that is sent and after it, and nothing goes on until it has. It is a
    /// closure that returns a future, so that an onboarding can be spawned. What it changes itself, it changes before that future: an
    /// `async` closure that changes what it has captured doesn't compile here, since the compiler couldn't tell then that the
    /// onboarding may run on any thread.
    ///
    /// ```no_run
    /// # async fn f(mut onboarding: florin::tradevest::onboarding::Onboarding) -> Result<(), Box<dyn std::error::Error>> {
    /// use std::convert::Infallible;
    /// use std::future::ready;
    ///
    /// let mut states = Vec::new();
    /// let halt = onboarding
    ///     .run(|state| {
    ///         states.push(state);
    ///         ready(Ok::<(), Infallible>(()))
    ///     })
    ///     .await?;
    /// println!("{halt:?} after {} states", states.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`advance`](Self::advance).
    pub async fn run<S, F, E>(&mut self, mut save: S) -> Result<Halt, OnboardingError>
    where
        S: FnMut(OnboardingState) -> F,
        F: Future<Output = Result<(), E>>,
        E: Into<AnyError>,
    {
        loop {
            if let Some(halt) = self.advance(&mut save).await? {
                return Ok(halt);
            }
        }
    }

    /// Takes one step: sends one thing, or waits for one. `None` where it can go on at once. `save` as for [`run`](Self::run).
    ///
    /// # Errors
    /// [`OnboardingError`]: a call failed, or the state couldn't be stored. Going on repeats nothing that may have been done
    /// without finding out first.
    pub async fn advance<S, F, E>(&mut self, mut save: S) -> Result<Option<Halt>, OnboardingError>
    where
        S: FnMut(OnboardingState) -> F,
        F: Future<Output = Result<(), E>>,
        E: Into<AnyError>,
    {
        if let Some(error) = self.refusal() {
            return Err(error.into());
        }
        let was_started = self.state.record(&Step::StartOnboarding).is_some();
        if self.checks_documents && !was_started {
            let missing = self.missing_documents();
            if !missing.is_empty() {
                return Ok(Some(Halt::NeedsDocuments(missing)));
            }
        }
        match self.next_step() {
            NextStep::Nothing => Ok(Some(Halt::Onboarded {
                customer_id: self.state.customer_id().unwrap_or_default().to_owned(),
            })),
            NextStep::Failed(step) => Ok(Some(self.failed(step))),
            NextStep::Wait(step) => {
                let came = self.wait(&step).await?;
                let halt = self.arrive(step, came);
                keep(&mut save, &self.state).await?;
                Ok(halt)
            }
            NextStep::FindOut(step) => match self.find(&step).await? {
                Found::It(id) => {
                    self.take_in(&step, id);
                    keep(&mut save, &self.state).await?;
                    Ok(None)
                }
                Found::NotSeen(about) | Found::CannotTell(about) => {
                    Ok(Some(Halt::InDoubt { step, about }))
                }
                Found::Recognised => self.send(step, save).await,
            },
            NextStep::Send(step) => {
                if let (Step::SignTerms { person } | Step::SignPrivacyPolicy { person }, None) =
                    (&step, self.accepted(&step))
                {
                    let (person, documents) = (*person, self.to_accept().await?);
                    return Ok(Some(Halt::NeedsAcceptance { person, documents }));
                }
                self.send(step, save).await
            }
        }
    }

    async fn send<S, F, E>(
        &mut self,
        step: Step,
        mut save: S,
    ) -> Result<Option<Halt>, OnboardingError>
    where
        S: FnMut(OnboardingState) -> F,
        F: Future<Output = Result<(), E>>,
        E: Into<AnyError>,
    {
        let before = self.state.clone();
        let is_repeated = before.stage(&step) == Some(Stage::Repeat);
        let may_be_there = is_repeated || before.stage(&step) == Some(Stage::Sending);
        let call = self.call(&step, may_be_there)?;
        let now = self.now();
        let has_external_id = call.external_id.is_some();
        let record = self.state.record_mut(&step);
        record.external_id = call.external_id;
        record.stage = Stage::Sending;
        if !may_be_there {
            record.began = Some(now);
        }
        if let Err(error) = keep(&mut save, &self.state).await {
            self.state = before;
            return Err(error);
        }
        let submitted = match call.sending.await {
            Ok(Sent::As(id)) => {
                self.take_in(&step, Some(id));
                None
            }
            Ok(Sent::Taken(submitted)) => {
                self.take_in(&step, None);
                Some(submitted)
            }
            // The same again would be answered the same.
            Err(error) if has_external_id && error.is_conflict() && in_doubt(&error) => {
                self.state.record_mut(&step).is_taken = true;
                keep(&mut save, &self.state).await?;
                let about = error.to_string();
                return Ok(Some(Halt::InDoubt { step, about }));
            }
            Err(error) if in_doubt(&error) => return Err(error.into()),
            // A refusal of this attempt says nothing of an earlier one, unless somebody has found out about that. A conflict speaks
            // against what they have found.
            Err(error) if may_be_there && (!is_repeated || error.is_conflict()) => {
                return Err(error.into());
            }
            Err(error) => {
                self.state.record_mut(&step).stage = match is_repeated {
                    true => Stage::Repeat,
                    false => Stage::Unsent,
                };
                // What went wrong first is told.
                let _ = keep(&mut save, &self.state).await;
                return Err(error.into());
            }
        };
        keep(&mut save, &self.state).await?;
        let (Some(submitted), Some(webhooks)) = (submitted, &self.webhooks) else {
            return Ok(None);
        };
        let Reply::Refused(refusal) = submitted.hear(webhooks, HEAR).await else {
            return Ok(None);
        };
        let halt = self.arrive(step, Came::Failed(Failure::ChangeRefused, refusal.reason));
        keep(&mut save, &self.state).await?;
        Ok(halt)
    }

    pub(super) fn take_in(&mut self, step: &Step, id: Option<String>) {
        let record = self.state.record_mut(step);
        record.id = id;
        record.is_taken = false;
        record.stage = if step.is_waited_for() {
            Stage::Sent
        } else {
            Stage::Done
        };
    }

    fn arrive(&mut self, step: Step, came: Came) -> Option<Halt> {
        let record = self.state.record_mut(&step);
        Some(match came {
            Came::Through => {
                record.stage = Stage::Done;
                return None;
            }
            Came::Failed(failure, reason) => {
                record.stage = Stage::Failed(failure);
                Halt::Failed {
                    step,
                    failure,
                    reason,
                }
            }
            Came::User(person, url) => Halt::WaitingForUser { person, url },
            Came::Review => Halt::Review { step },
            Came::Longer => Halt::TakesLonger { step },
        })
    }

    fn failed(&self, step: Step) -> Halt {
        Halt::Failed {
            failure: self.failure(&step),
            step,
            reason: None,
        }
    }

    pub(super) fn failure(&self, step: &Step) -> Failure {
        match self.state.stage(step) {
            Some(Stage::Failed(failure)) => failure,
            _ => Failure::Ended,
        }
    }

    pub(super) fn today(&self) -> chrono::NaiveDate {
        self.now().date_naive()
    }

    fn now(&self) -> DateTime<Utc> {
        self.client.api().session().seam().now()
    }
}

fn in_doubt(error: &Error) -> bool {
    error.effect() == Effect::MaybeApplied
}

async fn keep<S, F, E>(save: &mut S, state: &OnboardingState) -> Result<(), OnboardingError>
where
    S: FnMut(OnboardingState) -> F,
    F: Future<Output = Result<(), E>>,
    E: Into<AnyError>,
{
    let saved = save(state.clone()).await;
    saved.map_err(|error| OnboardingError::NotSaved(error.into()))
}

/// Shows how far it is, and nothing about who it is for.
impl fmt::Debug for Onboarding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Onboarding")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
