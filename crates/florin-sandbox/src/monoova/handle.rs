//! What a test sees and steers.

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use super::catalogue::Currency;
use super::keys::KeyRecord;
use super::money::{Cents, Rate};
use super::options::Options;
use super::record::{self, TransactionRecord};
use super::stand_in::{Hold, StandIn};
use super::user::{self, Credentials, User};
use super::{AUTH, SPEC, TOKEN_PATH};
use crate::clock::Clock;
use crate::contract::{API, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::steer::steer;

/// The stand-in for Monoova. A handle, cheap to clone; it does not keep the server alive, [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct Monoova {
    stand_in: Arc<StandIn>,
    address: SocketAddr,
}

steer!(Monoova);

impl Monoova {
    /// The spec with its routes as the options want them; read once per process where they want nothing.
    pub(crate) fn contract(options: &Options) -> Result<Arc<Contract>, ContractError> {
        static CONTRACT: LazyLock<Result<Arc<Contract>, ContractError>> =
            LazyLock::new(|| read(&[]));
        if options.routes.is_empty() {
            CONTRACT.clone()
        } else {
            read(&options.routes)
        }
    }

    pub(crate) fn new(
        contract: Arc<Contract>,
        clock: Clock,
        options: Options,
        address: SocketAddr,
    ) -> Self {
        let stage = Stage {
            clock,
            ..Stage::default()
        };
        Self {
            stand_in: Arc::new(StandIn::new(contract, stage, options)),
            address,
        }
    }

    /// The host and its provider.
    pub(crate) fn host(&self) -> (&'static str, Arc<dyn Provider>) {
        (API, self.stand_in.clone())
    }

    /// Base URL of the API, as in `http://127.0.0.1:40001/global/v1`.
    #[must_use]
    pub fn api_url(&self) -> String {
        let base = self.stand_in.contract.base_path(API);
        format!("http://{}{base}", self.address)
    }

    /// Where tokens are given out. The provider's own address is undocumented; this is the one that the spec guesses.
    #[must_use]
    pub fn token_url(&self) -> String {
        format!("http://{}{TOKEN_PATH}", self.address)
    }

    /// What the back office gets a token with, by client credentials.
    #[must_use]
    pub fn back_office(&self) -> Credentials {
        user::back_office()
    }

    /// What the website gets a token of the first user with, by that user's password.
    #[must_use]
    pub fn client_website(&self) -> Credentials {
        self.client_website_of(User::First)
    }

    /// The same for any user.
    #[must_use]
    pub fn client_website_of(&self, user: User) -> Credentials {
        user.credentials()
    }

    /// A user's beneficiary that is made beforehand to hold the funds of a currency. `None` if there is no such currency.
    #[must_use]
    pub fn hold_funds(&self, user: User, currency: &str) -> Option<i64> {
        self.made_beforehand(user, currency, true)
    }

    /// A user's beneficiary who is really paid, in a currency. `None` if there is no such currency.
    #[must_use]
    pub fn beneficiary(&self, user: User, currency: &str) -> Option<i64> {
        self.made_beforehand(user, currency, false)
    }

    fn made_beforehand(&self, user: User, currency: &str, holds: bool) -> Option<i64> {
        let state = self.stand_in.state();
        let mut all = state.people.beneficiaries.iter();
        let found = all.find(|known| {
            known.owner == user && known.currency.code == currency && known.holds == holds
        });
        found.map(|known| known.id)
    }

    /// The identifiers of a user's beneficiaries, in the order in which they were made; ten of them beforehand.
    #[must_use]
    pub fn beneficiary_ids(&self, user: User) -> Vec<i64> {
        let state = self.stand_in.state();
        let own = state.people.beneficiaries.iter();
        own.filter(|known| known.owner == user)
            .map(|known| known.id)
            .collect()
    }

    /// The identifiers of a user's sub customers, in the order in which they were made; none of them beforehand.
    #[must_use]
    pub fn sub_customer_ids(&self, user: User) -> Vec<i64> {
        let state = self.stand_in.state();
        let own = state.people.sub_customers.iter();
        own.filter(|known| known.owner == user)
            .map(|known| known.id)
            .collect()
    }

    /// What one unit of a currency costs in another one, as plain decimal text. `None` if there is no such pair.
    #[must_use]
    pub fn rate(&self, base: &str, counter: &str) -> Option<String> {
        let pair = (Currency::by_code(base)?, Currency::by_code(counter)?);
        self.stand_in.state().rates.now(pair).map(Rate::plain)
    }

    /// Changes what one unit of a currency costs in another one, from now on. False if there is no such pair, or this is no
    /// rate: plain decimal text above zero with at most six decimals.
    pub fn set_rate(&self, base: &str, counter: &str, rate: &str) -> bool {
        let pair = Currency::by_code(base).zip(Currency::by_code(counter));
        match (pair, Rate::parse(rate)) {
            (Some((base, counter)), Some(rate)) if base != counter => {
                self.stand_in.state().rates.set((base, counter), rate);
                true
            }
            _ => false,
        }
    }

    /// Makes every access token that was given out invalid. Refresh tokens stay good.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// Makes every refresh token that was given out so far invalid.
    pub fn revoke_refresh_tokens(&self) {
        self.stand_in.state().tokens.revoke_refresh_tokens();
    }

    /// How many access tokens were given out.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.stand_in.state().tokens.issued()
    }

    /// Every transaction, in the order in which they were made.
    #[must_use]
    pub fn transactions(&self) -> Vec<TransactionRecord> {
        let state = self.stand_in.state();
        state.deals.all.iter().map(record::of).collect()
    }

    /// One transaction.
    #[must_use]
    pub fn transaction(&self, id: i64) -> Option<TransactionRecord> {
        self.stand_in
            .state()
            .deals
            .find(id)
            .map(|deal| record::of(deal))
    }

    /// The customer pays in, an amount of the base currency as plain decimal text. False where the transaction is neither
    /// open nor partially settled, or this is no amount above zero.
    pub fn pay_in(&self, id: i64, amount: &str) -> bool {
        let now = self.stand_in.stage.clock.now();
        let amount = Cents::parse(amount).filter(|amount| amount.0 > 0);
        let mut state = self.stand_in.state();
        match (state.deals.find(id), amount) {
            (Some(deal), Some(amount)) if deal.takes_money() => {
                deal.pay_in(amount, now);
                true
            }
            _ => false,
        }
    }

    /// Puts a transaction into any status, also one that no documentation has; what was on its way is dropped. False if there
    /// is none of that id.
    pub fn set_status(&self, id: i64, status: &str) -> bool {
        let now = self.stand_in.stage.clock.now();
        let mut state = self.stand_in.state();
        let Some(deal) = state.deals.find(id) else {
            return false;
        };
        deal.due.clear();
        deal.stand(status, now);
        true
    }

    /// Every key that a write came with, in the order of first use. A key that was used again after its time is there twice.
    #[must_use]
    pub fn keys(&self) -> Vec<KeyRecord> {
        let now = self.stand_in.stage.clock.now();
        self.stand_in.state().keys.records(now)
    }

    /// How many requests under a key were taken for new ones: more than one where it was used after its time, or by several
    /// users.
    #[must_use]
    pub fn taken_as_new(&self, key: &str) -> usize {
        let keys = self.keys();
        keys.iter().filter(|known| known.key == key).count()
    }

    /// How many requests got the first answer again.
    #[must_use]
    pub fn replays(&self) -> usize {
        self.keys().iter().map(|key| key.replays).sum()
    }

    /// How many of those were another request than the first one under their key, and were not carried out. More than none is
    /// a bug of the client.
    #[must_use]
    pub fn strangers(&self) -> usize {
        self.keys().iter().map(|key| key.strangers).sum()
    }

    /// How many requests gave an identifier and a code for the same thing. More than none is a bug of the client.
    #[must_use]
    pub fn both_given(&self) -> usize {
        self.stand_in.state().both
    }

    /// The next write that passes the spec fails with a 500 of the application itself, which is kept under its key. `applied`:
    /// whether it has its effect all the same. Called several times, it is about several writes.
    pub fn fail_next_write_with_500(&self, applied: bool) {
        self.stand_in.state().failures.push_back(applied);
    }

    /// The next write is carried out and then held, and is being processed until [`release_writes`](Self::release_writes): so
    /// long it has no answer, and a repetition under its key gets 409. Called several times, it is about several writes.
    pub fn hold_next_write(&self) {
        self.stand_in.state().holds.push_back(Hold::UntilReleased);
    }

    /// The same for so long, on the sandbox's clock.
    pub fn hold_next_write_for(&self, duration: Duration) {
        let mut state = self.stand_in.state();
        state.holds.push_back(Hold::For(duration));
    }

    /// Lets go of every write that is held by [`hold_next_write`](Self::hold_next_write).
    pub fn release_writes(&self) {
        let state = self.stand_in.state();
        state.keys.releases.send_modify(|releases| *releases += 1);
    }

    /// Waits until so many writes in all have been held, by whichever of the two or by
    /// [`write_takes`](Options::write_takes).
    pub async fn wait_for_held(&self, count: usize) {
        let mut held = self.stand_in.held.subscribe();
        // The sender lives as long as this handle.
        let _ = held.wait_for(|held| *held >= count).await;
    }
}

impl fmt::Debug for Monoova {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Monoova")
            .field("api_url", &self.api_url())
            .finish_non_exhaustive()
    }
}

fn read(routes: &[(String, String)]) -> Result<Arc<Contract>, ContractError> {
    let contract = Contract::read_at("monoova", SPEC, routes)?;
    Ok(Arc::new(contract.beside(AUTH, API)))
}
