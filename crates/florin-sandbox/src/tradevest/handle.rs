//! What a test sees and steers.

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::hooks::{self, Webhooks};
use super::kind::Kind;
use super::objects::Object;
use super::options::Options;
use super::stand_in::StandIn;
use super::verdict::{Reason, Verdict};
use super::{AUTH, CLIENT_ID, CLIENT_SECRET, plant, prices, products, spec, view};
use crate::UnknownOperation;
use crate::clock::Clock;
use crate::contract::{API, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::steer::steer;

/// The stand-in for Tradevest. A handle, cheap to clone; it does not keep the servers alive,
/// [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct Tradevest {
    pub(super) stand_in: Arc<StandIn>,
    api: SocketAddr,
    auth: SocketAddr,
    prices: SocketAddr,
}

steer!(Tradevest);

/// An object as the service has it, for a test to look at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObjectState {
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: String,
    /// Where it stands.
    pub status: String,
    /// The identifier that its creator chose.
    pub external_id: Option<String>,
    /// What was sent to create it.
    pub request: Value,
    /// What a client that reads it is shown.
    pub shown: Value,
    /// Why it failed, which no client is shown.
    pub reason: Option<Reason>,
    /// Whether it was removed, so that reading it answers 404.
    pub removed: bool,
}

/// The money on a product, in euros, as decimal numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Balance {
    /// What can be traded with.
    pub available: String,
    /// What can be paid out.
    pub withdrawable: String,
}

/// No object has the identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownObject(String);

impl fmt::Display for UnknownObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing has the id {}; create it first", self.0)
    }
}

impl std::error::Error for UnknownObject {}

impl Tradevest {
    /// The spec, read once per process unless operations are moved or added: a test starts a sandbox more often than that.
    pub(crate) fn contract(options: &Options) -> Result<Arc<Contract>, ContractError> {
        static CONTRACT: LazyLock<Result<Arc<Contract>, ContractError>> =
            LazyLock::new(|| spec::read(&Options::default()).map(Arc::new));
        if options.routes.is_empty() && options.securities_order_path.is_none() {
            CONTRACT.clone()
        } else {
            spec::read(options).map(Arc::new)
        }
    }

    /// The handle, and what runs in the background until `stop` changes.
    pub(crate) fn start(
        contract: Arc<Contract>,
        clock: Clock,
        options: Options,
        [api, auth, prices]: [SocketAddr; 3],
        prices_listener: TcpListener,
        stop: &watch::Receiver<bool>,
    ) -> (Self, Vec<JoinHandle<()>>) {
        let stage = Stage {
            clock,
            ..Stage::default()
        };
        let stand_in = Arc::new(StandIn::new(contract, stage, options));
        let background = vec![
            prices::serve(prices_listener, stand_in.clone(), stop.clone()),
            hooks::run(stand_in.clone(), stop.clone()),
        ];
        let handle = Self {
            stand_in,
            api,
            auth,
            prices,
        };
        (handle, background)
    }

    /// The provider behind each of its hosts, by the host's name.
    pub(crate) fn hosts(&self) -> [(&'static str, Arc<dyn Provider>); 2] {
        [(API, self.stand_in.clone()), (AUTH, self.stand_in.clone())]
    }

    /// Base URL of the API, as in `http://127.0.0.1:40001`.
    #[must_use]
    pub fn api_url(&self) -> String {
        self.url(self.api, API)
    }

    /// Base URL of the token host. Tokens are given at `/connect/token` and `/oauth2/token` below it.
    #[must_use]
    pub fn auth_url(&self) -> String {
        self.url(self.auth, AUTH)
    }

    /// Base URL of the price socket, with the scheme `http`: a client upgrades from there.
    #[must_use]
    pub fn prices_url(&self) -> String {
        format!("http://{}", self.prices)
    }

    fn url(&self, address: SocketAddr, host: &str) -> String {
        format!("http://{address}{}", self.stand_in.contract.base_path(host))
    }

    /// The client id of the partner.
    #[must_use]
    pub const fn client_id(&self) -> &'static str {
        CLIENT_ID
    }

    /// The client secret of the partner.
    #[must_use]
    pub const fn client_secret(&self) -> &'static str {
        CLIENT_SECRET
    }

    /// Makes every token that was given out invalid, as if its time had come.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// How many tokens were given out.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.stand_in.state().tokens.issued
    }

    /// A natural person who is `ACTIVE` from the start, to be named as `Requestor-ID`.
    #[must_use]
    pub fn partner_person(&self) -> String {
        self.stand_in.partner_person.clone()
    }

    /// What is sent to registered URLs.
    #[must_use]
    pub fn webhooks(&self) -> Webhooks {
        Webhooks::new(self.stand_in.clone())
    }

    /// Says what becomes of the next command of an operation, in place of what the rules would say: of the next object
    /// that it creates, or of the next change that it asks for. Several for one operation apply in order.
    ///
    /// # Errors
    ///
    /// There is no such operation.
    pub fn decide_next(&self, operation: &str, verdict: Verdict) -> Result<(), UnknownOperation> {
        let contract = &self.stand_in.contract;
        if !contract.has(operation) {
            return Err(UnknownOperation {
                operation: operation.to_owned(),
                known: contract.ids().map(str::to_owned).collect(),
            });
        }
        let mut state = self.stand_in.state();
        state.verdicts.push((operation.to_owned(), verdict));
        Ok(())
    }

    /// Brings an object to a status, whichever it is and wherever the object stands: any text will do. What was to come by
    /// itself does not come any more. Everything follows that follows from the status, and webhooks are told.
    ///
    /// # Errors
    ///
    /// There is no such object.
    pub fn set_status(&self, id: &str, status: &str) -> Result<(), UnknownObject> {
        self.bring(id, status, None)
    }

    /// The same, with a reason that webhooks are told: for `INVALID`, `REJECTED` and the like.
    ///
    /// # Errors
    ///
    /// There is no such object.
    pub fn fail(&self, id: &str, status: &str, reason: Reason) -> Result<(), UnknownObject> {
        self.bring(id, status, Some(reason))
    }

    fn bring(&self, id: &str, status: &str, reason: Option<Reason>) -> Result<(), UnknownObject> {
        let mut state = self.stand_in.state();
        let index = state
            .objects
            .any(id)
            .ok_or_else(|| UnknownObject(id.to_owned()))?;
        state.objects.at_mut(index).course.clear();
        state.bring(index, status, reason);
        Ok(())
    }

    /// The user of an identification at an external verifier has shown who they are: it is `APPROVED`, and leaves a record
    /// and a document behind.
    ///
    /// # Errors
    ///
    /// There is no such verification.
    pub fn complete_identification(&self, verification_id: &str) -> Result<(), UnknownObject> {
        self.set_status(verification_id, "APPROVED")
    }

    /// Any object by its identifier.
    #[must_use]
    pub fn object(&self, id: &str) -> Option<ObjectState> {
        let state = self.stand_in.state();
        let index = state.objects.any(id)?;
        Some(seen(state.objects.at(index)))
    }

    /// Every object of a kind, in the order of creation, with those that were removed.
    #[must_use]
    pub fn objects(&self, kind: Kind) -> Vec<ObjectState> {
        let state = self.stand_in.state();
        let all = state.objects.all().iter();
        all.filter(|object| object.kind == kind).map(seen).collect()
    }

    /// Every order of any kind, in the order of creation.
    #[must_use]
    pub fn orders(&self) -> Vec<ObjectState> {
        let state = self.stand_in.state();
        let orders = [Kind::DigitalOrder, Kind::TokenizedOrder, Kind::TradingOrder];
        let all = state.objects.all().iter();
        all.filter(|object| orders.contains(&object.kind))
            .map(seen)
            .collect()
    }

    /// Every transfer, in the order of creation.
    #[must_use]
    pub fn transfers(&self) -> Vec<ObjectState> {
        self.objects(Kind::Transfer)
    }

    /// How many objects there are under an external identifier. More than one of a kind is a bug of the sandbox, which is
    /// why they are counted.
    #[must_use]
    pub fn created_under(&self, external_id: &str) -> usize {
        let state = self.stand_in.state();
        let all = state.objects.all().iter();
        all.filter(|object| object.external_id.as_deref() == Some(external_id))
            .count()
    }

    /// Where an object stands.
    #[must_use]
    pub fn status(&self, id: &str) -> Option<String> {
        self.object(id).map(|object| object.status)
    }

    /// The money on a product.
    #[must_use]
    pub fn balance(&self, product_id: &str) -> Option<Balance> {
        let state = self.stand_in.state();
        let product = state.objects.get(Kind::CustomerProduct, product_id)?;
        let (available, withdrawable) = products::balances(product);
        Some(Balance {
            available: available.json().to_string(),
            withdrawable: withdrawable.json().to_string(),
        })
    }

    /// How many times a user was sent a first password again.
    #[must_use]
    pub fn password_mails(&self, user_id: &str) -> usize {
        let state = self.stand_in.state();
        state
            .password_mails
            .get(user_id)
            .copied()
            .unwrap_or_default()
    }

    /// Adds a natural person who is `ACTIVE` and identified. Nobody is told, here and with whatever is planted.
    #[must_use]
    pub fn plant_person(&self) -> String {
        plant::person(&mut self.stand_in.state())
    }

    /// Adds a natural person and makes it an `ACTIVE` customer; gives the identifier of the customer.
    #[must_use]
    pub fn plant_customer(&self) -> String {
        plant::customer(&mut self.stand_in.state())
    }

    /// Opens a product for a customer, with nothing in it: `BALANCE_ACCOUNT`, `CURRENCY_WALLET`, `DEPOSITORY_ACCOUNT`, ….
    #[must_use]
    pub fn plant_product(&self, customer_id: &str, product_code: &str) -> String {
        plant::product(&mut self.stand_in.state(), customer_id, product_code)
    }

    /// Puts money on a cash product, in euros: `"750.55"`. Negative amounts take it away.
    pub fn deposit(&self, product_id: &str, amount: &str) {
        plant::deposit(&mut self.stand_in.state(), product_id, amount);
    }

    /// Puts units of something into a wallet (`BTC`) or a depository (an ISIN).
    pub fn plant_position(&self, product_id: &str, what: &str, quantity: &str) {
        plant::position(&mut self.stand_in.state(), product_id, what, quantity);
    }

    /// Adds a quote: `BTC`, `BUY`, so many units, at so many euros each. How one is asked for is undocumented.
    #[must_use]
    pub fn plant_quote(
        &self,
        crypto_symbol: &str,
        side: &str,
        quantity: &str,
        price: &str,
        good_for: Duration,
    ) -> String {
        let mut state = self.stand_in.state();
        plant::quote(&mut state, crypto_symbol, side, quantity, price, good_for)
    }

    /// Adds an object of any kind in any status, showing `data`, with nothing due to happen to it: an order for securities
    /// that is `PENDING`, a corporate action that was announced.
    #[must_use]
    pub fn plant(&self, kind: Kind, status: &str, data: &Value) -> String {
        plant::object(&mut self.stand_in.state(), kind, status, data)
    }
}

fn seen(object: &Object) -> ObjectState {
    ObjectState {
        kind: object.kind,
        id: object.id.clone(),
        status: object.status.clone(),
        external_id: object.external_id.clone(),
        request: object.sent.clone(),
        shown: view::object(object),
        reason: object.reason.clone(),
        removed: object.purged,
    }
}

impl fmt::Debug for Tradevest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tradevest")
            .field("api_url", &self.api_url())
            .field("auth_url", &self.auth_url())
            .field("prices_url", &self.prices_url())
            .finish_non_exhaustive()
    }
}
