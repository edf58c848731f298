//! Monoova's one host, operation by operation.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::catalogue::{
    COUNTRIES, CURRENCIES, Country, Currency, Named, REASONS, REMUNERATION_TYPES,
};
use super::deals::Deals;
use super::keys::{Busy, Keys, Verdict};
use super::listing::Page;
use super::options::Options;
use super::people::{Beneficiary, People, SubCustomer};
use super::problem::{self, Faults, missing};
use super::rates::Rates;
use super::request::{id, ok, user};
use super::tokens::Tokens;
use super::user::Identity;
use super::view;
use crate::clock::later;
use crate::contract::{Checked, Contract};
use crate::provider::{Answer, Caller, Provider, Refusal, Sent, Stage, Wait};

/// The operations that change something, and take a key.
const WRITES: [&str; 6] = [
    "create_beneficiary",
    "create_sub_customer",
    "create_transaction",
    "update_transaction",
    "confirm_transaction",
    "confirm_transaction_payments",
];

/// Everything behind the host.
pub(super) struct StandIn {
    pub(super) contract: Arc<Contract>,
    pub(super) stage: Stage,
    pub(super) options: Options,
    state: Mutex<State>,
    /// How many writes were held back.
    pub(super) held: watch::Sender<usize>,
}

/// How the next write is to be held back.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hold {
    For(Duration),
    UntilReleased,
}

pub(super) struct State {
    pub(super) tokens: Tokens,
    pub(super) keys: Keys,
    pub(super) people: People,
    pub(super) rates: Rates,
    pub(super) deals: Deals,
    /// How many times a request gave an identifier and a code for the same thing.
    pub(super) both: usize,
    pub(super) holds: VecDeque<Hold>,
    /// The next writes that fail with a 500, and whether their effect is there.
    pub(super) failures: VecDeque<bool>,
}

impl StandIn {
    pub(super) fn new(contract: Arc<Contract>, stage: Stage, options: Options) -> Self {
        let state = State {
            tokens: Tokens::default(),
            keys: Keys::default(),
            people: People::new(stage.clock.now()),
            rates: Rates::default(),
            deals: Deals::default(),
            both: 0,
            holds: VecDeque::new(),
            failures: VecDeque::new(),
        };
        Self {
            contract,
            stage,
            options,
            state: Mutex::new(state),
            held: watch::Sender::new(0),
        }
    }

    /// The state as of now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.deals.catch_up(&self.options, self.stage.clock.now());
        state
    }

    /// Carries a write out, unless it is to fail.
    fn write(&self, operation: &str, who: Identity, request: &Checked) -> Result<Answer, Refusal> {
        let failure = self.state().failures.pop_front();
        let answer = match failure {
            Some(false) => None,
            _ => Some(self.call(operation, who, request)?),
        };
        match (failure, answer) {
            (None, Some(answer)) => Ok(answer),
            _ => Err(Refusal::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "something went wrong",
            )),
        }
    }

    fn call(&self, operation: &str, who: Identity, request: &Checked) -> Result<Answer, Refusal> {
        let page = || Page::of(request, self.options.pagination);
        let list = |name, all: Vec<Value>| Ok(ok(&page().cut(name, all)));
        let named = |all: &'static [Named]| all.iter().map(Named::view).collect();
        match operation {
            "list_countries" => list("countries", COUNTRIES.iter().map(Country::view).collect()),
            "list_currencies" => list(
                "currencies",
                CURRENCIES.iter().map(Currency::view).collect(),
            ),
            "list_transaction_reasons" => list("transaction_reasons", named(&REASONS)),
            "list_remuneration_types" => list("remuneration_types", named(&REMUNERATION_TYPES)),
            "get_rate" => self.rate(who, request),
            "list_beneficiaries" => {
                let owner = user(who, request)?;
                let currency = self.filter(request)?;
                let state = self.state();
                let all = state.people.beneficiaries.iter();
                let shown = all.filter(|known| {
                    known.owner == owner && currency.is_none_or(|only| only == known.currency)
                });
                list("beneficiaries", shown.map(Beneficiary::view).collect())
            }
            "get_beneficiary" => {
                let state = self.state();
                let found = state.people.beneficiary(id(request));
                let found = found.filter(|known| who.sees(known.owner));
                let found = found.ok_or_else(|| missing("beneficiary", id(request)))?;
                Ok(self.one("beneficiary", found.view(), operation))
            }
            "create_beneficiary" => {
                let owner = user(who, request)?;
                let State { people, both, .. } = &mut *self.state();
                let now = self.stage.clock.now();
                let added = people.add_beneficiary(owner, &request.body, both, now)?;
                Ok(self.one("beneficiary", added.view(), operation))
            }
            "list_sub_customers" => {
                let owner = user(who, request)?;
                let state = self.state();
                let all = state.people.sub_customers.iter();
                let own = all.filter(|known| known.owner == owner);
                list("sub_customers", own.map(SubCustomer::view).collect())
            }
            "get_sub_customer" => {
                let state = self.state();
                let found = state.people.sub_customer(id(request));
                let found = found.filter(|known| who.sees(known.owner));
                let found = found.ok_or_else(|| missing("sub_customer", id(request)))?;
                Ok(ok(&json!({ "sub_customer": found.view() })))
            }
            "create_sub_customer" => self.sub_customer(who, request),
            _ => self.transaction(operation, who, request),
        }
    }

    fn sub_customer(&self, who: Identity, request: &Checked) -> Result<Answer, Refusal> {
        let owner = user(who, request)?;
        let now = self.stage.clock.now();
        let State { people, both, .. } = &mut *self.state();
        let sent = (&request.body["sub_customer"], "/sub_customer");
        let mut faults = Faults::default();
        let added = people.add_sub_customer(owner, sent, &mut faults, both, now);
        let view = added.map(SubCustomer::view).unwrap_or_default();
        faults.refuse()?;
        Ok(ok(&json!({ "sub_customer": view })))
    }

    pub(super) fn one(&self, name: &str, object: Value, operation: &str) -> Answer {
        let envelope = self.options.envelope;
        ok(&view::wrapped(name, object, operation, envelope))
    }

    /// How long the write that has just been carried out is still being processed.
    fn busy(&self) -> Option<(Busy, Wait)> {
        let mut state = self.state();
        let hold = state.holds.pop_front();
        let takes = match hold {
            Some(Hold::UntilReleased) => {
                let release = *state.keys.releases.borrow() + 1;
                let mut released = state.keys.releases.subscribe();
                let wait = async move {
                    // The sender lives as long as the stand-in that this answer is of.
                    let _ = released.wait_for(|made| *made >= release).await;
                };
                return Some((Busy::Held(release), Box::pin(wait)));
            }
            Some(Hold::For(takes)) => takes,
            None => self.options.write_takes,
        };
        if takes.is_zero() {
            return None;
        }
        let clock = self.stage.clock.clone();
        let until = later(clock.now(), takes);
        let wait = async move { clock.wait_until(until).await };
        Some((Busy::Until(until), Box::pin(wait)))
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
        let now = self.stage.clock.now();
        let who = self.state().tokens.authorise(sent.headers, now)?;
        Ok(who.caller())
    }

    fn expire(&self, headers: &HeaderMap) {
        self.state().tokens.expire(headers);
    }

    fn repeated(&self, sent: &Sent<'_>) -> Option<Answer> {
        let who = writer(sent)?;
        let now = self.stage.clock.now();
        let lifetime = self.options.key_lifetime;
        match self.state().keys.note(sent, who, now, lifetime) {
            Verdict::First => None,
            Verdict::Again(answer) => Some(answer),
            Verdict::InProgress => {
                let why = "the first request with this key is still being processed";
                let refusal = Refusal::new(StatusCode::CONFLICT, why);
                Some(problem::answer(&refusal, &self.options))
            }
        }
    }

    fn answered(&self, sent: &Sent<'_>, answer: &Answer) -> Option<Wait> {
        let who = writer(sent)?;
        let (busy, wait) = self.busy().unzip();
        self.state().keys.keep(sent, who, answer, busy);
        if wait.is_some() {
            self.held.send_modify(|held| *held += 1);
        }
        wait
    }

    fn perform(
        &self,
        operation: &str,
        caller: Option<Caller>,
        request: &Checked,
    ) -> Result<Answer, Refusal> {
        match caller.and_then(Identity::of) {
            Some(who) if WRITES.contains(&operation) => self.write(operation, who, request),
            Some(who) => self.call(operation, who, request),
            None => {
                let now = self.stage.clock.now();
                let tokens = &mut self.state().tokens;
                let issued = tokens.issue(request, &self.options, now)?;
                Ok(ok(&issued))
            }
        }
    }

    fn refuse(&self, _host: &str, path: &str, refusal: &Refusal) -> Answer {
        if path == super::TOKEN_PATH {
            problem::oauth(refusal)
        } else {
            problem::answer(refusal, &self.options)
        }
    }
}

/// Who sends a write; `None` for what is none.
fn writer(sent: &Sent<'_>) -> Option<Identity> {
    WRITES
        .contains(&sent.operation)
        .then_some(sent.caller)
        .flatten()
        .and_then(Identity::of)
}
