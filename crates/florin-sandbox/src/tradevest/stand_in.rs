//! Tradevest: who may call, and what is done.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, StatusCode};
use tokio::sync::{Notify, watch};

use super::kind::Kind;
use super::options::{Options, RequestorCheck};
use super::verdict::Reason;
use super::world::{Reply, World};
use super::{
    AUTH, changelog, companies, customers, documents, hooks, identification, labels, money,
    onboarding, orders, persons, plans, problem, products, proxies, trading, users,
};
use crate::contract::{Checked, Contract};
use crate::provider::{Answer, Caller, Outside, Provider, Refusal, Sent, Stage};

/// What plays some operations, and knows nothing of the others.
type Family = fn(&mut World, &str, &Checked) -> Option<Reply>;

const FAMILIES: [Family; 15] = [
    changelog::call,
    companies::call,
    customers::call,
    documents::call,
    hooks::call,
    identification::call,
    labels::call,
    money::call,
    onboarding::call,
    orders::call,
    persons::call,
    plans::call,
    products::call,
    proxies::call,
    users::call,
];

/// Everything behind the API.
pub(super) struct StandIn {
    pub(super) contract: Arc<Contract>,
    pub(super) stage: Stage,
    pub(super) options: Options,
    pub(super) prices: super::prices::Desk,
    /// What the clock does next, or what is to be sent, may have changed.
    pub(super) stirred: Notify,
    /// Whose turn it is to deliver.
    pub(super) delivering: tokio::sync::Mutex<()>,
    /// How many attempts to deliver are over.
    pub(super) delivered: watch::Sender<usize>,
    world: Mutex<World>,
    /// The person that is there from the start.
    pub(super) partner_person: String,
}

/// The state while somebody has it, who may change it.
pub(super) struct Desk<'a> {
    world: MutexGuard<'a, World>,
    stirred: &'a Notify,
}

impl Deref for Desk<'_> {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl DerefMut for Desk<'_> {
    fn deref_mut(&mut self) -> &mut World {
        &mut self.world
    }
}

impl Drop for Desk<'_> {
    fn drop(&mut self) {
        self.stirred.notify_one();
    }
}

impl StandIn {
    pub(super) fn new(contract: Arc<Contract>, stage: Stage, options: Options) -> Self {
        let mut world = World::new(options.clone(), stage.clock.now());
        documents::seed(&mut world);
        let partner_person = super::plant::person(&mut world);
        Self {
            contract,
            stage,
            options,
            prices: super::prices::Desk::default(),
            stirred: Notify::new(),
            delivering: tokio::sync::Mutex::new(()),
            delivered: watch::Sender::new(0),
            world: Mutex::new(world),
            partner_person,
        }
    }

    /// The state as of now, to be changed.
    pub(super) fn state(&self) -> Desk<'_> {
        Desk {
            world: self.look(),
            stirred: &self.stirred,
        }
    }

    /// The state as of now, for who works in the background and need not be woken for it.
    pub(super) fn look(&self) -> MutexGuard<'_, World> {
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        world.catch_up(self.stage.clock.now());
        world
    }

    /// Whether a request names somebody who may do it, where that is looked at.
    fn requestor(&self, world: &mut World, request: &Checked) -> Result<(), Refusal> {
        world.unfit_requestor = None;
        // Reading is nobody's business but the partner's.
        if world.operation.starts_with("get_") || world.operation.starts_with("search_") {
            return Ok(());
        }
        let named = request.headers.get("requestor-id");
        let Some(named) = named.and_then(|value| value.to_str().ok()) else {
            return Ok(());
        };
        let person = world.objects.get(Kind::NaturalPerson, named);
        if person.is_some_and(|person| person.status == "ACTIVE") {
            return Ok(());
        }
        let why = "the Requestor-ID names no active natural person";
        match self.options.requestor {
            RequestorCheck::None => Ok(()),
            RequestorCheck::Refused => {
                Err(Refusal::new(StatusCode::FORBIDDEN, why).with_code("REQUESTOR_NOT_AUTHORIZED"))
            }
            RequestorCheck::Invalid => {
                world.unfit_requestor = Some(Reason::new("REQUESTOR_NOT_AUTHORIZED_ERROR", why));
                Ok(())
            }
        }
    }

    fn play(&self, operation: &str, request: &Checked) -> Reply {
        let mut desk = self.state();
        let world = &mut *desk;
        operation.clone_into(&mut world.operation);
        self.requestor(world, request)?;
        let answer = FAMILIES
            .iter()
            .find_map(|family| family(world, operation, request))
            .or_else(|| trading::call(world, operation, request));
        answer.unwrap_or_else(|| {
            Err(Refusal::new(
                StatusCode::NOT_IMPLEMENTED,
                format!("the sandbox does not play {operation}"),
            ))
        })
    }
}

impl StandIn {
    /// Lets in whoever brings a token.
    pub(super) fn admit(&self, headers: &HeaderMap) -> Result<Caller, Refusal> {
        self.state()
            .tokens
            .authorise(headers, self.stage.clock.now())?;
        Ok(Caller(0))
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
        self.admit(sent.headers)
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
        self.play(operation, request)
    }

    /// The one route that the spec doesn't have: where a test wants orders for securities placed.
    fn outside(&self, route: &str, request: &Outside<'_>) -> Result<Answer, Refusal> {
        self.admit(request.headers)?;
        let body = serde_json::from_slice(request.body)
            .map_err(|error| problem::wrong("", &format!("is not JSON: {error}")))?;
        let request = Checked {
            headers: request.headers.clone(),
            body,
            ..Checked::default()
        };
        self.play(route, &request)
    }

    fn refuse(&self, host: &str, _path: &str, refusal: &Refusal) -> Answer {
        if host == AUTH {
            return problem::oauth(refusal);
        }
        let request_id = self.state().requests.next();
        problem::answer(refusal, &request_id)
    }
}

#[cfg(test)]
mod tests {
    use super::super::spec;
    use super::*;

    #[test]
    fn every_operation_of_the_spec_is_played() {
        let options = Options::default();
        let contract = Arc::new(spec::read(&options).unwrap());
        let stand_in = StandIn::new(contract.clone(), Stage::default(), options);
        let unplayed: Vec<_> = contract
            .ids()
            .filter(|id| *id != "get_token")
            .filter(|id| {
                let answer = stand_in.play(id, &Checked::default());
                answer.is_err_and(|refusal| refusal.status == StatusCode::NOT_IMPLEMENTED)
            })
            .collect();
        assert_eq!(unplayed, Vec::<&str>::new());
        assert!(contract.ids().count() > 100);
    }
}
