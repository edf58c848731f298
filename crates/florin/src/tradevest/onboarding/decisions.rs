//! What somebody decides where an onboarding can't go on by itself.

use super::error::NotNow;
use super::sequence::Onboarding;
use super::state::{Failure, Stage};
use super::step::{NextStep, Step};

impl Onboarding {
    /// Says to send the step in doubt again, after you have found out that nothing came of it. If something did, there are two then.
    ///
    /// What has an external id keeps it, so that the provider recognises it, unless the provider has answered that it knows that one
    /// already, and what was sent isn't found under it. Then the next attempt goes out under another external id.
    ///
    /// Also says to make another one in place of what a step has made and what [has ended](Failure::Ended) or
    /// [is gone](Failure::Gone), under another external id.
    ///
    /// # Errors
    /// [`NotNow`] where no step is in doubt, and none has failed so.
    pub fn repeat(&mut self) -> Result<(), NotNow> {
        match self.next_step() {
            NextStep::FindOut(step) => {
                if self
                    .state
                    .record(&step)
                    .is_some_and(|record| record.is_taken)
                {
                    self.state.forget(&step);
                } else {
                    self.state.record_mut(&step).stage = Stage::Repeat;
                }
                Ok(())
            }
            NextStep::Failed(step)
                if matches!(self.failure(&step), Failure::Ended | Failure::Gone) =>
            {
                self.state.forget(&step);
                Ok(())
            }
            NextStep::Failed(_) => Err(NotNow(
                "the step was refused, and the same again would be; see start_again and done_with",
            )),
            _ => Err(NotNow("no step is in doubt, so there is nothing to repeat")),
        }
    }

    /// Says that the step that comes next is done, after you have found that out: a report, a signature, or the start of the
    /// onboarding. The latter is then followed by its customer.
    ///
    /// # Errors
    /// [`NotNow`] where that step makes something, whose identifier is needed: see [`done_with`](Self::done_with).
    pub fn done(&mut self) -> Result<(), NotNow> {
        match self.next_step() {
            NextStep::FindOut(step) | NextStep::Send(step)
                if !step.is_waited_for() || step == Step::StartOnboarding =>
            {
                self.take_in(&step, None);
                Ok(())
            }
            NextStep::FindOut(_) | NextStep::Send(_) => Err(NotNow(
                "the step makes something; give the identifier of that to done_with",
            )),
            _ => Err(NotNow("the step that comes next was sent already")),
        }
    }

    /// Says that the step that comes next has made this: what a list, a notification or Tradevest told, or what was there before.
    /// It is then waited for until it is ready. Where that step has failed, this is taken in place of what it made.
    ///
    /// # Errors
    /// [`NotNow`] where what that step made is waited for, where it makes nothing, and where the identifier is empty.
    pub fn done_with(&mut self, id: impl Into<String>) -> Result<(), NotNow> {
        let id = id.into();
        match self.next_step() {
            _ if id.trim().is_empty() => Err(NotNow("the identifier is empty")),
            NextStep::FindOut(step) | NextStep::Send(step) if step.is_waited_for() => {
                self.take_in(&step, Some(id));
                Ok(())
            }
            NextStep::Failed(step) if step.is_waited_for() => {
                self.state.forget(&step);
                self.take_in(&step, Some(id));
                Ok(())
            }
            NextStep::FindOut(_) | NextStep::Send(_) => Err(NotNow(
                "the step makes nothing that has an identifier; see done",
            )),
            NextStep::Failed(_) => Err(NotNow(
                "the step makes nothing that has an identifier; see start_again",
            )),
            _ => Err(NotNow("the step that comes next was sent already")),
        }
    }

    /// Begins the step that failed anew: with what you have mended, under another external id, and for a customer that fell back to
    /// `CREATED` with a **new** onboarding. To hand in other data, [resume](crate::tradevest::Client::resume_onboarding) with this state.
    ///
    /// # Errors
    /// [`NotNow`] where no step has failed, and where one has [for good](Failure::can_start_again).
    pub fn start_again(&mut self) -> Result<(), NotNow> {
        let mut steps = self.subject.steps().into_iter();
        let has_failed = |step: &Step| matches!(self.state.stage(step), Some(Stage::Failed(_)));
        let Some(step) = steps.find(has_failed) else {
            return Err(NotNow("no step has failed"));
        };
        if !self.failure(&step).can_start_again() {
            return Err(NotNow(
                "it was refused for good, and starting again can't help",
            ));
        }
        self.state.forget(&step);
        Ok(())
    }
}
