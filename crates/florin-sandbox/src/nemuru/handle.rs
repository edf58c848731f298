//! What a test sees and steers.

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use serde_json::Value;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use super::agent::{Agent, Credentials};
use super::callbacks::{Callback, Delivery};
use super::loans::Loan;
use super::options::Options;
use super::stand_in::StandIn;
use super::{AUTH, SPEC, background, post};
use crate::clock::Clock;
use crate::contract::{API, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::steer::steer;

/// The stand-in for Nemuru. A handle, cheap to clone; it does not keep the servers alive, [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct Nemuru {
    stand_in: Arc<StandIn>,
    api: SocketAddr,
    auth: SocketAddr,
}

steer!(Nemuru);

/// A loan as the service has it, for a test to look at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LoanState {
    /// The identifier that its creator chose.
    pub id: String,
    /// Whose it is.
    pub agent: Agent,
    /// Where it stands, as in `status_initial`.
    pub status: String,
    /// How many times its borrower was invited. More than once is a bug of the sandbox, which is why it is counted.
    pub invitations: usize,
    /// What was sent to create it.
    pub request: Value,
    /// The bodies of the operations that were carried out on it, in order.
    pub operations: Vec<Value>,
    /// How many files it has.
    pub files: usize,
}

/// A webhook as the service has it, for a test to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WebhookState {
    /// Its identifier.
    pub id: String,
    /// Whose it is.
    pub agent: Agent,
    /// `callback` or `email`.
    pub client: String,
    /// Where its notifications go.
    pub target: String,
    /// Whether it is told anything.
    pub enabled: bool,
}

/// A file as the service has it, for a test to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileState {
    /// The name that it was uploaded under.
    pub uploaded_name: String,
    /// The name that it is listed under, a UUID.
    pub stored_name: String,
    /// Its type, as in `document_id_front`.
    pub kind: String,
    /// Its content, decoded.
    pub content: Bytes,
}

/// No loan has the identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLoan(String);

impl fmt::Display for UnknownLoan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no loan has the id {}; create it first", self.0)
    }
}

impl std::error::Error for UnknownLoan {}

impl Nemuru {
    /// The spec, read once per process unless operations are moved: a test starts a sandbox more often than that.
    pub(crate) fn contract(options: &Options) -> Result<Arc<Contract>, ContractError> {
        static CONTRACT: LazyLock<Result<Arc<Contract>, ContractError>> =
            LazyLock::new(|| read(&[]));
        if options.routes.is_empty() {
            CONTRACT.clone()
        } else {
            read(&options.routes)
        }
    }

    /// The handle, and what runs in the background until `stop` changes.
    pub(crate) fn start(
        contract: Arc<Contract>,
        clock: Clock,
        options: Options,
        api: SocketAddr,
        auth: SocketAddr,
        stop: &watch::Receiver<bool>,
    ) -> (Self, [JoinHandle<()>; 2]) {
        let stage = Stage {
            clock,
            ..Stage::default()
        };
        let (outbox, letters) = mpsc::unbounded_channel();
        let stand_in = Arc::new(StandIn::new(contract, stage, options, outbox));
        let background = background::start(&stand_in, letters, stop);
        let handle = Self {
            stand_in,
            api,
            auth,
        };
        (handle, background)
    }

    /// The provider behind each of its hosts, by the host's name.
    pub(crate) fn hosts(&self) -> [(&'static str, Arc<dyn Provider>); 2] {
        [(API, self.stand_in.clone()), (AUTH, self.stand_in.clone())]
    }

    /// Base URL of the API, as in `http://127.0.0.1:40001/api/v2`. Login and refresh live there too.
    #[must_use]
    pub fn api_url(&self) -> String {
        self.url(self.api, API)
    }

    /// Base URL of the second host that serves login and refresh alone, for a client whose auth base URL is another one. What
    /// it receives has the [`host`](crate::Received::host) `auth`.
    #[must_use]
    pub fn auth_url(&self) -> String {
        self.url(self.auth, AUTH)
    }

    fn url(&self, address: SocketAddr, host: &str) -> String {
        format!("http://{address}{}", self.stand_in.contract.base_path(host))
    }

    /// The credentials of the first agent.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        self.agent(Agent::First)
    }

    /// The credentials of an agent.
    #[must_use]
    pub fn agent(&self, agent: Agent) -> Credentials {
        agent.credentials()
    }

    /// Makes every access token that was given out invalid, as if its time had come. Refresh tokens stay good.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// Makes every refresh token that was given out so far invalid, so that only a login helps.
    pub fn revoke_refresh_tokens(&self) {
        self.stand_in.state().tokens.revoke_refresh_tokens();
    }

    /// How many tokens were given out, for logins and refreshes together.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.logins() + self.refreshes()
    }

    /// How many logins succeeded.
    #[must_use]
    pub fn logins(&self) -> usize {
        self.stand_in.state().tokens.logins
    }

    /// How many refreshes succeeded.
    #[must_use]
    pub fn refreshes(&self) -> usize {
        self.stand_in.state().tokens.refreshes
    }

    /// Every loan, in the order of creation.
    #[must_use]
    pub fn loans(&self) -> Vec<LoanState> {
        self.stand_in.state().loans.all().iter().map(seen).collect()
    }

    /// A loan by its identifier.
    #[must_use]
    pub fn loan(&self, id: &str) -> Option<LoanState> {
        self.stand_in.state().loans.any(id).map(seen)
    }

    /// Where a loan stands.
    #[must_use]
    pub fn loan_status(&self, id: &str) -> Option<String> {
        self.loan(id).map(|loan| loan.status)
    }

    /// How many times the borrower of a loan was invited; 0 for a loan that does not exist.
    #[must_use]
    pub fn invitations(&self, id: &str) -> usize {
        self.loan(id).map_or(0, |loan| loan.invitations)
    }

    /// Brings a loan to a status, whichever it is and wherever the loan stands: any text will do. Webhooks are told.
    ///
    /// # Errors
    ///
    /// There is no such loan.
    pub fn advance(&self, loan_id: &str, status: &str) -> Result<(), UnknownLoan> {
        let mut state = self.stand_in.state();
        if self.stand_in.bring(&mut state, loan_id, status) {
            Ok(())
        } else {
            Err(UnknownLoan(loan_id.to_owned()))
        }
    }

    /// The files of a loan, in the order of upload; none for a loan that does not exist.
    #[must_use]
    pub fn files(&self, loan_id: &str) -> Vec<FileState> {
        let state = self.stand_in.state();
        let files = state.loans.any(loan_id).into_iter();
        let files = files.flat_map(|loan| &loan.files).map(|file| FileState {
            uploaded_name: file.uploaded_name.clone(),
            stored_name: file.stored_name.clone(),
            kind: file.kind.clone(),
            content: file.content.clone(),
        });
        files.collect()
    }

    /// Every webhook, in the order of creation.
    #[must_use]
    pub fn webhooks(&self) -> Vec<WebhookState> {
        let state = self.stand_in.state();
        let webhooks = state.webhooks.iter().map(|webhook| WebhookState {
            id: webhook.id.clone(),
            agent: webhook.agent,
            client: webhook.client.clone(),
            target: webhook.target.clone(),
            enabled: webhook.enabled,
        });
        webhooks.collect()
    }

    /// Enables or disables a webhook, which no operation does. Nothing happens for one that does not exist.
    pub fn set_webhook_enabled(&self, id: &str, enabled: bool) {
        let mut state = self.stand_in.state();
        if let Some(webhook) = state.webhooks.iter_mut().find(|known| known.id == id) {
            webhook.enabled = enabled;
        }
    }

    /// Every callback that was due so far, in the order in which the statuses changed, delivered or not.
    #[must_use]
    pub fn callbacks(&self) -> Vec<Callback> {
        self.stand_in.state().callbacks.all().cloned().collect()
    }

    /// From now on callbacks are kept back. They are delivered one by one with [`deliver`](Self::deliver), or all together
    /// with [`release_callbacks`](Self::release_callbacks).
    pub fn hold_callbacks(&self) {
        self.stand_in.state().callbacks.hold();
    }

    /// Sends what was kept back, in order, and keeps nothing back any more.
    pub fn release_callbacks(&self) {
        self.stand_in.state().callbacks.release();
    }

    /// Delivers one callback now and waits for the answer: one that is kept back, in whatever order, or once more one that
    /// was delivered before. `None` if there is no callback of that number.
    pub async fn deliver(&self, number: usize) -> Option<Delivery> {
        self.stand_in.deliver(number).await
    }

    /// Posts a callback that the service never sent, with any body and any value of the header `Authorization`, and waits
    /// for the answer. The target has to be on loopback.
    pub async fn forge_callback(
        &self,
        target: &str,
        body: &Value,
        authorization: Option<&str>,
    ) -> Delivery {
        post::send(target, body.to_string(), "application/json", authorization).await
    }

    /// How many attempts to deliver a callback failed: no answer, or one that is no success.
    #[must_use]
    pub fn failed_deliveries(&self) -> usize {
        let state = self.stand_in.state();
        let deliveries = state
            .callbacks
            .all()
            .flat_map(|callback| &callback.deliveries);
        deliveries.filter(|delivery| !delivery.is_success()).count()
    }

    /// Waits until so many attempts to deliver a callback are over in all, whatever came of them.
    pub async fn wait_for_deliveries(&self, count: usize) {
        let mut delivered = self.stand_in.delivered.subscribe();
        // The sender lives as long as the stand-in does, so the wait ends only when the count is reached.
        let _ = delivered.wait_for(|delivered| *delivered >= count).await;
    }
}

fn read(routes: &[(String, String)]) -> Result<Arc<Contract>, ContractError> {
    let contract = Contract::read_at("nemuru", SPEC, routes)?;
    contract.also("nemuru", AUTH, API).map(Arc::new)
}

fn seen(loan: &Loan) -> LoanState {
    LoanState {
        id: loan.id.clone(),
        agent: loan.agent,
        status: loan.status.clone(),
        invitations: loan.invitations,
        request: loan.request.clone(),
        operations: loan.operations.clone(),
        files: loan.files.len(),
    }
}

impl fmt::Debug for Nemuru {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nemuru")
            .field("api_url", &self.api_url())
            .field("auth_url", &self.auth_url())
            .finish_non_exhaustive()
    }
}
