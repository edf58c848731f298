//! MonetaGo's two hosts, operation by operation.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::lender::Lender;
use super::options::{CancellationKey, Options, Refusals};
use super::registry::{Cancellation, Registry, Request};
use super::selection::{Selector, selectors};
use super::tokens::Tokens;
use super::view::{self, Window};
use super::{AUTH, problem, rules, submission};
use crate::contract::{Checked, Contract, Violation};
use crate::provider::{Answer, Caller, Provider, Refusal, Sent, Stage};

/// Everything behind the two hosts.
pub(super) struct StandIn {
    pub(super) contract: Arc<Contract>,
    pub(super) stage: Stage,
    pub(super) options: Options,
    state: Mutex<State>,
}

pub(super) struct State {
    pub(super) tokens: Tokens,
    pub(super) registry: Registry,
}

impl StandIn {
    pub(super) fn new(contract: Arc<Contract>, stage: Stage, options: Options) -> Self {
        let tokens = Tokens::new(options.token_lifetime);
        let registry = Registry::new(options.settle_after);
        Self {
            contract,
            stage,
            options,
            state: Mutex::new(State { tokens, registry }),
        }
    }

    /// The state as of now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.registry.catch_up(self.stage.clock.now());
        state
    }

    fn call(&self, operation: &str, lender: Lender, request: &Checked) -> Result<Value, Refusal> {
        let now = self.stage.clock.now();
        let mut state = self.state();
        let registry = &mut state.registry;
        match operation {
            "register_transactions" => {
                allowed(rules::registration(&request.body))?;
                let id = submission::register(registry, lender, &request.body, now);
                Ok(json!({ "request_identification": id }))
            }
            "mark_as_financed" => {
                allowed(rules::financing(&request.body))?;
                let fvrs = self.affected(registry, lender, "/financings", &request.body, now)?;
                Ok(json!({ "request_identification": registry.finance(lender, fvrs, now) }))
            }
            "cancel_transactions" => {
                allowed(rules::cancellation(&request.body))?;
                let fvrs = self.affected(registry, lender, "/cancellations", &request.body, now)?;
                let key = match self.options.cancellation_key {
                    CancellationKey::Id => "cancellation_id",
                    CancellationKey::Identification => "cancellation_identification",
                };
                Ok(json!({ key: registry.cancel(lender, fvrs, now) }))
            }
            "create_status_request" => {
                let selectors = selectors(&request.body);
                let fvrs = registry.select(lender, &selectors).map_err(no_such_fvr)?;
                Ok(json!({ "request_identification": registry.define_set(lender, fvrs) }))
            }
            "get_status" => {
                let id = request.path("request-identification");
                let known = registry
                    .requests
                    .get(id)
                    .filter(|known| known.lender() == lender);
                let known = known
                    .ok_or_else(|| not_found(format!("no request has the identification {id}")))?;
                Ok(view::status(registry, &self.options, id, known))
            }
            "search_financing_validation_requests" => {
                let own: Vec<_> = (0..registry.fvrs.len())
                    .filter(|fvr| registry.fvrs[*fvr].lender == lender)
                    .collect();
                Ok(view::list(registry, &self.options, &own))
            }
            "get_cancellation_status" => {
                let id = request.path("cancellation-identification");
                let known = registry
                    .cancellations
                    .get(id)
                    .filter(|known| known.lender == lender);
                let known = known.ok_or_else(|| {
                    not_found(format!("no cancellation has the identification {id}"))
                })?;
                Ok(
                    json!({ "cancellation_identification": id, "cancellation_status": cancellation_status(known) }),
                )
            }
            "search_document_matches" => Ok(view::document_matches(registry, lender)),
            "get_document_match" => {
                let id = request.path("match-identification");
                let found = view::document_match_by_id(registry, lender, id);
                found.ok_or_else(|| {
                    not_found(format!("no document match has the identification {id}"))
                })
            }
            "get_activity" => Ok(view::activity(
                registry,
                &self.options,
                lender,
                &window(request)?,
            )),
            other => Err(Refusal::new(
                StatusCode::NOT_IMPLEMENTED,
                format!("the sandbox does not play {other}"),
            )),
        }
    }

    /// The FVRs that a financing or cancellation names, if it may be taken in.
    fn affected(
        &self,
        registry: &Registry,
        lender: Lender,
        path: &str,
        body: &Value,
        now: DateTime<Utc>,
    ) -> Result<Vec<usize>, Refusal> {
        let selectors = selectors(body);
        let fvrs = registry.select(lender, &selectors).map_err(no_such_fvr)?;
        if self.options.refusals == Refusals::AsHttpError {
            let obstacles: Vec<_> = fvrs
                .iter()
                .filter_map(|fvr| registry.obstacle(path, *fvr, now))
                .collect();
            if !obstacles.is_empty() {
                return Err(Refusal::new(StatusCode::CONFLICT, obstacles.join("; ")));
            }
        }
        Ok(fvrs)
    }
}

impl Provider for StandIn {
    fn contract(&self) -> &Contract {
        &self.contract
    }

    fn stage(&self) -> &Stage {
        &self.stage
    }

    fn authorise(&self, sent: &Sent<'_>) -> Result<Caller, Refusal> {
        let lender = self
            .state()
            .tokens
            .authorise(sent.headers, self.stage.clock.now())?;
        Ok(Caller(lender as usize))
    }

    fn expire(&self, headers: &HeaderMap) {
        self.state().tokens.expire(headers);
    }

    fn perform(
        &self,
        operation: &str,
        caller: Option<Caller>,
        request: &Checked,
    ) -> Result<Answer, Refusal> {
        let lender = caller.and_then(|Caller(index)| Lender::ALL.get(index).copied());
        let body = match lender {
            Some(lender) => self.call(operation, lender, request)?,
            None => self
                .state()
                .tokens
                .issue(&request.body, self.stage.clock.now())?,
        };
        Ok(Answer::json(StatusCode::OK, &body))
    }

    fn refuse(&self, host: &str, path: &str, refusal: &Refusal) -> Answer {
        if host == AUTH {
            problem::oauth_answer(refusal)
        } else {
            problem::answer(refusal, path, self.stage.clock.now())
        }
    }
}

impl Request {
    const fn lender(&self) -> Lender {
        match self {
            Self::Registration { lender, .. }
            | Self::Financing { lender }
            | Self::Set { lender, .. } => *lender,
        }
    }
}

fn allowed(violations: Vec<Violation>) -> Result<(), Refusal> {
    if violations.is_empty() {
        Ok(())
    } else {
        Err(Refusal::violations(StatusCode::BAD_REQUEST, violations))
    }
}

fn not_found(detail: String) -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, detail)
}

fn no_such_fvr(Selector { kind, value }: &Selector) -> Refusal {
    not_found(format!(
        "FVR_NOT_FOUND: no FVR of this lender has the {} {value}",
        kind.field()
    ))
}

/// The values are undocumented; these are the sandbox's own.
const fn cancellation_status(cancellation: &Cancellation) -> &'static str {
    match cancellation {
        Cancellation { done: false, .. } => "PNDG",
        Cancellation { refused: 0, .. } => "DONE",
        _ => "RJCT",
    }
}

fn window(request: &Checked) -> Result<Window, Refusal> {
    let time = |name: &str| match request.query(name).map(DateTime::parse_from_rfc3339) {
        None => Ok(None),
        Some(Ok(time)) => Ok(Some(time.with_timezone(&Utc))),
        Some(Err(error)) => {
            let message = format!("is no time as in 2026-11-02T08:30:00.000Z: {error}");
            Err(Refusal::violations(
                StatusCode::BAD_REQUEST,
                vec![Violation::new(format!("query {name}"), "", message)],
            ))
        }
    };
    // The spec has made sure that these are numbers and not below zero.
    let count = |name: &str| request.query(name).and_then(|text| text.parse().ok());
    Ok(Window {
        after: time("after")?,
        before: time("before")?,
        limit: count("limit"),
        offset: count("offset").unwrap_or(0),
    })
}
