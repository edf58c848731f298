//! The stand-in for Financeit: one host, a merchant, a broker with three partners, and whoever is anonymous.
//!
//! What the documentation says is played as it says. Where it is silent the stand-in takes the plainest reading, and
//! [`Options`] turns it to others. Choices that no option turns:
//!
//! - Identifiers that name nothing of the caller's are refused with 404. A rule that a schema can't express, such as the
//!   address of an invite by e-mail, is refused with 422, and what breaks the schema with 400.
//! - A merchant's login that asks for partners is refused like any other; the documentation says "N/A". By the authorization
//!   code flow a merchant's list of partners is empty.
//! - A day of the loan list's window is one of UTC, both ends belong to it, and what counts is when the loan was made.
//! - An application that nobody goes on with runs out at the end of its `expiry_date`; then it is in no group but `all`.
//! - A lead id that was used again leads to the latest loan under it, and so does one that two partners used, each to its own.
//! - The calculator gives one option for each amortization that it is asked for; promo programs, subverticals, options, the
//!   fee, the price of payment protection and Quebec's rates are invented. The payment is that of an annuity.
//! - Commission is two percent of what is financed: earned when the loan is paid out, outstanding while it waits to be.
//! - An anonymous token's `user_id` and `user_type` are `null`; a broker's `user_type` is `Broker`.
//! - The authorization code flow is at [`Financeit::authorize_url`] and [`Financeit::token_url`], asks for PKCE with S256,
//!   and has no refresh token; a code is good once, for ten minutes. Its two requests are called `authorize` and
//!   `exchange_code` in the log and in faults.

mod book;
mod calculator;
mod consent;
mod dialect;
mod invites;
mod listing;
mod loan;
mod opaque;
mod options;
mod partners;
mod problem;
mod programs;
mod stand_in;
mod tokens;
mod user;

use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};

use http::Method;
use serde_json::{Map, Value};

pub use invites::{AccessLink, Invite};
pub use loan::{LoanState, NewLoan};
pub use options::{
    Consent, Denied, Dialect, ErrorShape, InviteAnswer, LinkAnswer, NoLoanYet, Options, StateTexts,
};
pub use user::{Credentials, User};

use crate::clock::Clock;
use crate::contract::{API, Checked, Contract, ContractError};
use crate::provider::{Provider, Stage};
use crate::steer::steer;
use stand_in::StandIn;

const SPEC: &str = include_str!("../../specs/financeit.yaml");

/// What the two requests of the authorization code flow are called.
const AUTHORIZE: &str = "authorize";
const EXCHANGE: &str = "exchange_code";

/// Where they go. The provider's own paths are undocumented, and these are not meant to be mistaken for them.
const AUTHORIZE_PATH: &str = "/sandbox/authorize";
const EXCHANGE_PATH: &str = "/sandbox/token";

/// The stand-in for Financeit. A handle, cheap to clone; it does not keep the server alive, [`Sandbox`](crate::Sandbox) does.
#[derive(Clone)]
pub struct Financeit {
    stand_in: Arc<StandIn>,
    address: SocketAddr,
}

steer!(Financeit);

/// A loan as the sandbox has it, for a test to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoanRecord {
    /// Its identifier.
    pub id: i64,
    /// Whose it is.
    pub partner_id: i64,
    /// The lead that it came out of.
    pub lead_id: Option<i64>,
    /// Where it stands.
    pub state: LoanState,
}

impl Financeit {
    /// The spec with its routes as the options want them; read once per process where they want nothing.
    pub(crate) fn contract(options: &Options) -> Result<Arc<Contract>, ContractError> {
        static CONTRACT: LazyLock<Result<Arc<Contract>, ContractError>> =
            LazyLock::new(|| Financeit::read(&[]));
        if options.routes.is_empty() {
            CONTRACT.clone()
        } else {
            Self::read(&options.routes)
        }
    }

    fn read(routes: &[(String, String)]) -> Result<Arc<Contract>, ContractError> {
        let contract = Contract::read_at("financeit", SPEC, routes)?
            .with_route(AUTHORIZE, API, Method::GET, AUTHORIZE_PATH)
            .with_route(EXCHANGE, API, Method::POST, EXCHANGE_PATH);
        Ok(Arc::new(contract))
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

    /// Base URL of the API, as in `http://127.0.0.1:40001/en/api/v3`.
    #[must_use]
    pub fn api_url(&self) -> String {
        let base = self.stand_in.contract.base_path(API);
        format!("http://{}{base}", self.address)
    }

    /// Where a browser is sent to let an application in. On a path of the sandbox's own; the provider's is undocumented.
    #[must_use]
    pub fn authorize_url(&self) -> String {
        format!("http://{}{AUTHORIZE_PATH}", self.address)
    }

    /// Where a code is exchanged for a token. On a path of the sandbox's own; the provider's is undocumented.
    #[must_use]
    pub fn token_url(&self) -> String {
        format!("http://{}{EXCHANGE_PATH}", self.address)
    }

    /// What the single merchant logs in with. Its `app_id` and `app_secret` do for an anonymous token too.
    #[must_use]
    pub fn merchant(&self) -> Credentials {
        User::Merchant.credentials()
    }

    /// What the broker logs in with. `app_id` and `app_secret` are the merchant's: both use the same application.
    #[must_use]
    pub fn broker(&self) -> Credentials {
        User::Broker.credentials()
    }

    /// The partner that the merchant is. It has one line of business, `Home Improvement`.
    #[must_use]
    pub fn merchant_partner(&self) -> i64 {
        partners::PARTNERS[0].id
    }

    /// The partners of the broker. The first and the last have one line of business, `Home Improvement` and `Retail`; the
    /// second has two, `Marine` and `Recreational Vehicle`.
    #[must_use]
    pub fn broker_partners(&self) -> [i64; 3] {
        let [_, first, second, third] = &partners::PARTNERS;
        [first.id, second.id, third.id]
    }

    /// Makes every token that was given out invalid, by whichever flow.
    pub fn expire_tokens(&self) {
        self.stand_in.state().tokens.expire_all();
    }

    /// How many tokens were given out, by either flow.
    #[must_use]
    pub fn tokens_issued(&self) -> usize {
        self.stand_in.state().tokens.issued()
    }

    /// How many authorization codes were given out.
    #[must_use]
    pub fn codes_issued(&self) -> usize {
        self.stand_in.state().codes.issued()
    }

    /// Every invite that was sent, in order.
    #[must_use]
    pub fn invites(&self) -> Vec<Invite> {
        self.stand_in.state().invites.clone()
    }

    /// Every access link that was made, in order.
    #[must_use]
    pub fn access_links(&self) -> Vec<AccessLink> {
        self.stand_in.state().links.clone()
    }

    /// The customer who was invited last under a lead id, by an invite or an access link, applies: there is a loan now, and
    /// this is its id. `None` if nobody is left who could.
    pub fn customer_applies(&self, lead_id: i64) -> Option<i64> {
        let now = self.stand_in.stage.clock.now();
        let options = &self.stand_in.options;
        let mut state = self.stand_in.state();
        state.book.customer_applies(lead_id, options, now)
    }

    /// Makes a loan, and gives its id.
    pub fn add_loan(&self, loan: &NewLoan) -> i64 {
        let now = self.stand_in.stage.clock.now();
        let options = &self.stand_in.options;
        self.stand_in.state().book.add(loan, options, now)
    }

    /// Makes a loan of a partner that is answered just as it stands here, however odd, as long as it is an object. It is found
    /// by the `id` and `lead_id` in it, if there are any that can be read, and counts as pending until it is moved.
    pub fn add_raw_loan(&self, partner_id: i64, loan: Value) {
        let now = self.stand_in.stage.clock.now();
        self.stand_in.state().book.add_raw(partner_id, loan, now);
    }

    /// Puts a loan where it is to stand, from wherever it stood. False if there is none of that id.
    pub fn move_loan(&self, id: i64, state: LoanState) -> bool {
        let now = self.stand_in.stage.clock.now();
        self.stand_in.state().book.move_to(id, state, now)
    }

    /// Puts fields into what is answered for a loan, in place of those that would stand there, as in
    /// `[("state", json!("Car")), ("rate", json!(12.99))]`. False if there is no loan of that id.
    pub fn edit_loan<'a>(
        &self,
        id: i64,
        fields: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> bool {
        let fields = fields.into_iter();
        let fields: Map<_, _> = fields
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        self.stand_in.state().book.edit(id, fields)
    }

    /// Every loan, in the order in which they were made or added. The id of a raw loan without one is [`i64::MIN`].
    #[must_use]
    pub fn loans(&self) -> Vec<LoanRecord> {
        let state = self.stand_in.state();
        let loans = state.book.loans().iter().map(|loan| LoanRecord {
            id: loan.id,
            partner_id: loan.partner_id,
            lead_id: loan.lead_id,
            state: loan.state,
        });
        loans.collect()
    }

    /// Where a loan stands.
    #[must_use]
    pub fn loan_state(&self, id: i64) -> Option<LoanState> {
        let state = self.stand_in.state();
        state.book.find(id).map(|loan| loan.state)
    }
}

impl fmt::Debug for Financeit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Financeit")
            .field("api_url", &self.api_url())
            .finish_non_exhaustive()
    }
}

/// A query parameter that the spec has as an integer.
fn integer(request: &Checked, name: &str) -> Option<i64> {
    request.query(name)?.parse().ok()
}
