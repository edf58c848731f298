//! Tradevest: who may call, and what is done.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, StatusCode};

use super::options::Options;
use super::tokens::Tokens;
use super::{AUTH, problem};
use crate::contract::{Checked, Contract};
use crate::identifiers::Identifiers;
use crate::provider::{Answer, Caller, Provider, Refusal, Stage};

/// Everything behind the API.
pub(super) struct StandIn {
    pub(super) contract: Arc<Contract>,
    pub(super) stage: Stage,
    pub(super) options: Options,
    state: Mutex<State>,
}

pub(super) struct State {
    pub(super) tokens: Tokens,
    /// What requests are called in errors.
    requests: Identifiers,
}

impl StandIn {
    pub(super) fn new(contract: Arc<Contract>, stage: Stage, options: Options) -> Self {
        Self {
            contract,
            stage,
            options,
            state: Mutex::new(State {
                tokens: Tokens::default(),
                requests: Identifiers::default(),
            }),
        }
    }

    /// The state as of now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Provider for StandIn {
    fn contract(&self) -> &Contract {
        &self.contract
    }

    fn stage(&self) -> &Stage {
        &self.stage
    }

    fn authorise(&self, headers: &HeaderMap) -> Result<Caller, Refusal> {
        self.state()
            .tokens
            .authorise(headers, self.stage.clock.now())?;
        Ok(Caller(0))
    }

    fn expire(&self, headers: &HeaderMap) {
        self.state().tokens.expire(headers);
    }

    fn perform(
        &self,
        operation: &str,
        _caller: Option<Caller>,
        request: &Checked,
    ) -> Result<Answer, Refusal> {
        if operation == "get_token" {
            let now = self.stage.clock.now();
            let answer = self.state().tokens.give(request, &self.options, now)?;
            return Ok(Answer::json(StatusCode::OK, &answer));
        }
        Err(Refusal::new(
            StatusCode::NOT_IMPLEMENTED,
            format!("the sandbox does not play {operation}"),
        ))
    }

    fn refuse(&self, host: &str, _path: &str, refusal: &Refusal) -> Answer {
        if host == AUTH {
            return problem::oauth(refusal);
        }
        let request_id = self.state().requests.next();
        problem::answer(refusal, &request_id)
    }
}
