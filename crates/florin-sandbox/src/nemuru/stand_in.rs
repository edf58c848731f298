//! Nemuru, operation by operation.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc, watch};

use super::agent::Agent;
use super::callbacks::{Callbacks, Delivery};
use super::conditions::{self, PROGRAMS, TERMS, Wanted};
use super::loans::{File, Loans};
use super::options::{Options, Oversize, WebhookPayload};
use super::tokens::Tokens;
use super::webhooks::Webhook;
use super::{post, problem, rules, steps, view};
use crate::contract::{Checked, Contract, Lookup, Violation};
use crate::identifiers::Identifiers;
use crate::provider::{Answer, Caller, Provider, Refusal, Sent, Stage};

/// Everything behind the API.
pub(super) struct StandIn {
    pub(super) contract: Arc<Contract>,
    pub(super) stage: Stage,
    pub(super) options: Options,
    /// What the clock does next may have changed.
    pub(super) stirred: Notify,
    /// How many deliveries are over.
    pub(super) delivered: watch::Sender<usize>,
    state: Mutex<State>,
}

pub(super) struct State {
    pub(super) tokens: Tokens,
    pub(super) loans: Loans,
    pub(super) webhooks: Vec<Webhook>,
    pub(super) callbacks: Callbacks,
    identifiers: Identifiers,
}

impl StandIn {
    pub(super) fn new(
        contract: Arc<Contract>,
        stage: Stage,
        options: Options,
        outbox: mpsc::UnboundedSender<usize>,
    ) -> Self {
        Self {
            contract,
            stage,
            options,
            stirred: Notify::new(),
            delivered: watch::Sender::new(0),
            state: Mutex::new(State {
                tokens: Tokens::default(),
                loans: Loans::default(),
                webhooks: Vec::new(),
                callbacks: Callbacks::new(outbox),
                identifiers: Identifiers::default(),
            }),
        }
    }

    /// The state as of now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        let mut guard = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = &mut *guard;
        while let Some(change) = state.loans.catch_up(self.stage.clock.now(), &self.options) {
            state.callbacks.tell(&change, state.webhooks.iter());
        }
        guard
    }

    /// Brings a loan to a step, and tells whoever wants to know.
    pub(super) fn bring(&self, state: &mut State, loan_id: &str, status: &str) -> bool {
        let now = self.stage.clock.now();
        let Some(change) = state.loans.set(loan_id, status, now, &self.options) else {
            return false;
        };
        state.callbacks.tell(&change, state.webhooks.iter());
        self.stirred.notify_one();
        true
    }

    /// Delivers a callback, and notes what came of it.
    pub(super) async fn deliver(&self, number: usize) -> Option<Delivery> {
        let letter = self.state().callbacks.take(number)?;
        let delivery = post::deliver(&letter).await;
        self.state().callbacks.delivered(number, delivery.clone());
        self.delivered.send_modify(|count| *count += 1);
        Some(delivery)
    }

    fn call(&self, operation: &str, agent: Agent, request: &Checked) -> Result<Answer, Refusal> {
        let found = |body: Value| Ok(Answer::json(StatusCode::OK, &body));
        let now = self.stage.clock.now();
        let mut guard = self.state();
        let state = &mut *guard;
        match operation {
            "get_agent_profile" => found(view::single(
                view::agent(agent),
                "api_gateway:external:v2:agent",
                agent.id(),
            )),
            "get_loan_conditions" => {
                valid(rules::simulation(request))?;
                self.simulate(agent, request).and_then(found)
            }
            "create_loan" => self.create(state, agent, &request.body),
            "get_loan" => {
                let id = request.path("loanId");
                valid(rules::identifier("loanId", id))?;
                let loan = state.loans.of(agent, id).ok_or_else(|| no_loan(id))?;
                found(view::single(
                    view::loan(loan),
                    "api_gateway:external:v2:loan",
                    id,
                ))
            }
            "perform_loan_operation" => self.perform_on(state, agent, &request.body),
            "create_webhook" => {
                valid(rules::webhook(&request.body))?;
                let id = state.identifiers.next();
                let webhook = Webhook::new(id, agent, &request.body, now);
                state.webhooks.push(webhook);
                Ok(created())
            }
            "list_webhooks" => {
                let own = state.webhooks.iter().filter(|known| known.agent == agent);
                found(view::list(
                    own.map(|known| known.view(self.options.webhook_shows_target)),
                ))
            }
            "get_webhook" => {
                let webhook = webhook(state, agent, request)?;
                let view = webhook.view(self.options.webhook_shows_target);
                let payload = match self.options.webhook_payload {
                    WebhookPayload::List => json!([view]),
                    WebhookPayload::Object => view,
                };
                let urn = "sync_and_integration:webhook";
                found(view::single(payload, urn, request.path("id")))
            }
            "update_webhook" => {
                valid(rules::webhook(&request.body))?;
                webhook(state, agent, request)?.replace(&request.body, now);
                Ok(modified())
            }
            "upload_files" => self.upload(state, agent, request),
            "list_files" => {
                let id = request.path("loanId");
                valid(rules::identifier("loanId", id))?;
                let loan = state.loans.of(agent, id).ok_or_else(|| no_loan(id))?;
                found(view::list(loan.files.iter().map(view::file)))
            }
            other => Err(Refusal::new(
                StatusCode::NOT_IMPLEMENTED,
                format!("the sandbox does not play {other}"),
            )),
        }
    }

    fn simulate(&self, agent: Agent, request: &Checked) -> Result<Value, Refusal> {
        let text = |name: &str| request.query(name).unwrap_or_default();
        belongs(agent, text("agent_id"))?;
        let term = text("term").parse().unwrap_or_default();
        let wanted = Wanted {
            currency: text("currency").to_owned(),
            principal: text("principal").parse().unwrap_or_default(),
            term,
            annual_interest: None,
        };
        let now = view::time(self.stage.clock.now());
        let priced = PROGRAMS.iter().filter(|_| TERMS.contains(&term));
        Ok(view::list(priced.map(|program| {
            json!({
                "created_at": now,
                "updated_at": now,
                "loan_conditions": conditions::of(&wanted, program),
            })
        })))
    }

    fn create(&self, state: &mut State, agent: Agent, body: &Value) -> Result<Answer, Refusal> {
        valid(rules::creation(body))?;
        belongs(agent, body["agent_id"].as_str().unwrap_or_default())?;
        let id = body["id"].as_str().unwrap_or_default();
        if state.loans.any(id).is_some() {
            let detail = format!(r"\Loan\ with id \{id}\ already exists");
            return Err(problem::conflict(detail, problem::LOAN_ALREADY_EXISTS));
        }
        let amount = |field: &str| body[field].as_f64();
        let wanted = Wanted {
            currency: body["currency"].as_str().unwrap_or_default().to_owned(),
            principal: amount("principal").unwrap_or_default(),
            term: body["term"].as_i64().unwrap_or_default(),
            annual_interest: amount("annual_interest"),
        };
        let program = body["program"].as_str().unwrap_or_default();
        let change = state.loans.create(
            agent,
            body.clone(),
            conditions::of(&wanted, program),
            self.stage.clock.now(),
            &self.options,
        );
        state.callbacks.tell(&change, state.webhooks.iter());
        self.stirred.notify_one();
        Ok(created())
    }

    fn perform_on(&self, state: &mut State, agent: Agent, body: &Value) -> Result<Answer, Refusal> {
        let text = |field: &str| body[field].as_str().unwrap_or_default();
        let (id, operation) = (text("id"), text("op"));
        let loan = state.loans.of_mut(agent, id).ok_or_else(|| no_loan(id))?;
        let Some(status) = steps::after(operation, &loan.status) else {
            let detail = format!("{operation} does not go with {}", loan.status);
            return Err(problem::conflict(detail, problem::LOAN_STATUS_CONFLICT));
        };
        loan.operations.push(body.clone());
        self.bring(state, id, status);
        Ok(modified())
    }

    fn upload(
        &self,
        state: &mut State,
        agent: Agent,
        request: &Checked,
    ) -> Result<Answer, Refusal> {
        if request.body_size > rules::LARGEST_UPLOAD {
            let status = match self.options.oversize {
                Oversize::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
                Oversize::BadRequest => StatusCode::BAD_REQUEST,
            };
            let detail = format!(
                "the request has {} bytes, and may have {}",
                request.body_size,
                rules::LARGEST_UPLOAD
            );
            return Err(Refusal::new(status, detail).with_code(problem::REQUEST_TOO_LARGE));
        }
        let id = request.path("loanId");
        valid(rules::identifier("loanId", id))?;
        let contents = rules::upload(&request.body).map_err(problem::invalid)?;
        let loan = state.loans.of_mut(agent, id).ok_or_else(|| no_loan(id))?;
        let files = request.body["files"].as_array().into_iter().flatten();
        for (file, content) in files.zip(contents) {
            let text = |field: &str| file[field].as_str().unwrap_or_default().to_owned();
            loan.files.push(File {
                uploaded_name: text("name"),
                kind: text("type"),
                content: Bytes::from(content),
                stored_name: state.identifiers.next(),
            });
        }
        Ok(created())
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
        let agent = self
            .state()
            .tokens
            .authorise(sent.headers, self.stage.clock.now())?;
        Ok(Caller(agent as usize))
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
        let agent = caller.and_then(|Caller(index)| Agent::ALL.get(index).copied());
        if let Some(agent) = agent {
            return self.call(operation, agent, request);
        }
        let now = self.stage.clock.now();
        let mut guard = self.state();
        let State {
            tokens,
            identifiers,
            ..
        } = &mut *guard;
        let body = match operation {
            "refresh_token" => tokens.refresh(&request.body, &self.options, identifiers, now)?,
            _ => tokens.login(&request.body, &self.options, identifiers, now)?,
        };
        let status = match self.options.login_status {
            201 => StatusCode::CREATED,
            _ => StatusCode::OK,
        };
        Ok(Answer::json(status, &body))
    }

    fn refuse(&self, host: &str, path: &str, refusal: &Refusal) -> Answer {
        if refusal.status == StatusCode::NOT_FOUND && !path.ends_with('/') {
            let slashed = format!("{}{path}/", self.contract.base_path(host));
            // Whatever the method: it is the path that is known or isn't.
            if !matches!(
                self.contract.lookup(host, &Method::GET, &slashed),
                Lookup::NotFound
            ) {
                return problem::redirect(&slashed);
            }
        }
        problem::answer(refusal, self.options.unauthorised)
    }
}

fn created() -> Answer {
    Answer::json(StatusCode::CREATED, &json!({}))
}

fn modified() -> Answer {
    Answer {
        status: StatusCode::NO_CONTENT,
        headers: HeaderMap::new(),
        body: Bytes::new(),
    }
}

fn valid(violations: Vec<Violation>) -> Result<(), Refusal> {
    if violations.is_empty() {
        Ok(())
    } else {
        Err(problem::invalid(violations))
    }
}

fn no_loan(id: &str) -> Refusal {
    problem::not_found("Loan", id, problem::LOAN_NOT_FOUND)
}

/// An agent acts for itself alone.
fn belongs(agent: Agent, agent_id: &str) -> Result<(), Refusal> {
    if agent_id == agent.id() {
        return Ok(());
    }
    if Agent::ALL.iter().any(|known| known.id() == agent_id) {
        return Err(problem::forbidden("the token is another agent's"));
    }
    Err(problem::not_found(
        "Agent",
        agent_id,
        problem::AGENT_NOT_FOUND,
    ))
}

fn webhook<'a>(
    state: &'a mut State,
    agent: Agent,
    request: &Checked,
) -> Result<&'a mut Webhook, Refusal> {
    let id = request.path("id");
    valid(rules::identifier("id", id))?;
    state
        .webhooks
        .iter_mut()
        .find(|known| known.agent == agent && known.id == id)
        .ok_or_else(|| problem::not_found("Webhook", id, problem::WEBHOOK_NOT_FOUND))
}
