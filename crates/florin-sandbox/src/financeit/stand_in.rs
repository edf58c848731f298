//! Financeit's one host, operation by operation.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use chrono::{DateTime, NaiveDate, Utc};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::book::{Book, NewLead};
use super::calculator::{self, Terms};
use super::consent::Codes;
use super::invites::{self, AccessLink, Invite};
use super::listing::Listing;
use super::loan::Loan;
use super::options::{Denied, InviteAnswer, LinkAnswer, NoLoanYet, Options};
use super::tokens::Tokens;
use super::user::{Area, Identity, User};
use super::{AUTHORIZE, EXCHANGE, integer, opaque, partners, problem, programs};
use crate::contract::{Checked, Contract};
use crate::provider::{Answer, Caller, Outside, Provider, Refusal, Sent, Stage};

/// Everything behind the host.
pub(super) struct StandIn {
    pub(super) contract: Arc<Contract>,
    pub(super) stage: Stage,
    pub(super) options: Options,
    state: Mutex<State>,
}

pub(super) struct State {
    pub(super) tokens: Tokens,
    pub(super) codes: Codes,
    pub(super) book: Book,
    pub(super) invites: Vec<Invite>,
    pub(super) links: Vec<AccessLink>,
    /// How many links were made, of all kinds.
    slugs: usize,
}

impl State {
    fn link(&mut self, kind: &str) -> String {
        self.slugs += 1;
        opaque::link(kind, self.slugs)
    }
}

impl StandIn {
    pub(super) fn new(contract: Arc<Contract>, stage: Stage, options: Options) -> Self {
        let state = State {
            tokens: Tokens::default(),
            codes: Codes::default(),
            book: Book::new(&options),
            invites: Vec::new(),
            links: Vec::new(),
            slugs: 0,
        };
        Self {
            contract,
            stage,
            options,
            state: Mutex::new(state),
        }
    }

    /// The state as of now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.book.catch_up(&self.options, self.stage.clock.now());
        state
    }

    fn call(&self, operation: &str, who: Identity, request: &Checked) -> Result<Answer, Refusal> {
        let now = self.stage.clock.now();
        if let Some(area) = Area::of(operation).filter(|area| !who.may(*area)) {
            return Err(self.denied(who, area));
        }
        match (operation, who.user()) {
            ("calculate_loan_options", _) => self.calculate(who, request).map(ok),
            ("list_promo_programs", _) => self.programs(who, request).map(ok),
            ("list_subverticals", _) => {
                let vertical = vertical(who, request)?;
                Ok(ok(programs::subverticals(&vertical, self.options.dialect)))
            }
            ("send_direct_invite", Some(user)) => self.invite(user, request, now),
            ("list_loans", Some(user)) => {
                let listing = Listing::of(request, now);
                Ok(ok(listing.page(&self.state().book, user, &self.options)))
            }
            ("get_loan", Some(user)) => {
                let id = request.path("id").parse().unwrap_or_default();
                let state = self.state();
                Ok(ok(own_loan(&state.book, user, id)?.view(&self.options)))
            }
            ("get_loan_id_by_lead_id", Some(user)) => self.loan_of_lead(user, request),
            ("list_partners", Some(user)) => {
                // A single merchant has no partners of its own: it is one.
                let listed = partners::of(user).filter(|_| user == User::Broker);
                Ok(ok(listed.map(|p| p.view(self.options.dialect)).collect()))
            }
            ("get_partner", Some(user)) => {
                let id = request.path("id").parse().unwrap_or_default();
                Ok(ok(partners::find(user, id)?.view(self.options.dialect)))
            }
            ("get_partner_commission_totals", Some(user)) => {
                self.commissions(user, request).map(ok)
            }
            ("create_loan_access_link", Some(user)) => self.loan_link(user, request),
            ("create_partner_access_link", Some(user)) => self.partner_link(user, request, now),
            (other, _) => Err(Refusal::new(
                StatusCode::NOT_IMPLEMENTED,
                format!("the sandbox does not play {other}"),
            )),
        }
    }

    fn denied(&self, who: Identity, area: Area) -> Refusal {
        let status = match self.options.denied {
            Denied::Forbidden => StatusCode::FORBIDDEN,
            Denied::Unauthorized => StatusCode::UNAUTHORIZED,
        };
        let detail = format!("A token of {} may not call this ({area:?})", who.named());
        Refusal::new(status, detail)
    }

    fn calculate(&self, who: Identity, request: &Checked) -> Result<Value, Refusal> {
        let partner_id = integer(request, "partner_id");
        // A broker may ask without naming a partner: then it gets no link.
        let partner = match who.user() {
            Some(User::Broker) => partner_id
                .map(|id| partners::find(User::Broker, id))
                .transpose()?,
            Some(User::Merchant) => Some(partners::for_call(User::Merchant, partner_id)?),
            None => None,
        };
        match partner {
            Some(partner) => drop(partner.vertical(request.query("vertical_name"))?),
            None if who == Identity::Anonymous => {
                vertical(who, request)?;
            }
            None => {}
        }
        let insured = request.query("insurance") == Some("yes");
        let region = request.query("region_code");
        if insured && region.is_none() && who == Identity::Anonymous {
            let detail = "region_code is required where insurance is yes";
            return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
        }
        let program = programs::find(integer(request, "promo_program_id"))?;
        let payer = request.query("fee_paid_by");
        let payer = payer.unwrap_or(partner.map_or("borrower", |partner| partner.fee_paid_by));
        let requested = request.query("requested_amount").unwrap_or_default();
        let requested = requested.parse::<f64>().map_or(Value::Null, Value::from);
        let requested = invites::cents(&requested).filter(|cents| *cents > 0);
        let Some(requested) = requested else {
            let detail = "requested_amount must be more than 0";
            return Err(Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, detail));
        };
        let offered = program.offered(integer(request, "amortization"))?;
        let results: Vec<_> = offered
            .into_iter()
            .map(|months| {
                let terms = Terms {
                    requested,
                    rate: program.rate,
                    months,
                    frequency: request.query("payment_frequency").unwrap_or("m"),
                    borrower_pays_fee: payer == "borrower",
                    insured,
                    quebec: region == Some("QC")
                        || request.query("work_site_quebec") == Some("yes"),
                };
                terms.cost().view(&terms, self.options.dialect)
            })
            .collect();
        let mut body = json!({ "results": results });
        if partner.is_some() {
            body["application_link"] = self.state().link("s").into();
        }
        Ok(body)
    }

    fn programs(&self, who: Identity, request: &Checked) -> Result<Value, Refusal> {
        vertical(who, request)?;
        let months = match (integer(request, "loan_id"), who.user()) {
            (Some(id), Some(user)) => Some(own_loan(&self.state().book, user, id)?.amortization),
            (Some(id), None) => return Err(no_loan(id)),
            (None, _) => None,
        };
        Ok(programs::list(self.options.dialect, months))
    }

    fn invite(&self, user: User, request: &Checked, now: DateTime<Utc>) -> Result<Answer, Refusal> {
        let checked = invites::check(user, &request.body)?;
        let mut state = self.state();
        state.invites.push(Invite {
            sender: user,
            partner_id: checked.partner.id,
            lead_id: checked.lead_id,
            body: request.body.clone(),
        });
        if let Some(lead_id) = checked.lead_id {
            let lead = NewLead {
                lead_id,
                partner_id: checked.partner.id,
                requested: checked.requested,
                amortization: checked.amortization,
            };
            state.book.invite(lead, &self.options, now);
        }
        Ok(match self.options.invite_answer {
            InviteAnswer::EmptyObject => ok(json!({})),
            InviteAnswer::NoBody => empty(StatusCode::OK),
            InviteAnswer::NoContent => empty(StatusCode::NO_CONTENT),
            InviteAnswer::Link => ok(json!({ "application_link": state.link("s") })),
        })
    }

    fn loan_of_lead(&self, user: User, request: &Checked) -> Result<Answer, Refusal> {
        let lead_id = integer(request, "lead_id").unwrap_or_default();
        let partner = partners::for_call(user, integer(request, "partner_id"))?;
        let state = self.state();
        if let Some(loan) = state.book.by_lead(lead_id, partner.id) {
            return Ok(ok(json!({ "id": self.options.dialect.integer(loan.id) })));
        }
        let why = format!("There is no loan for lead {lead_id}");
        match self.options.no_loan_yet {
            NoLoanYet::NotFound => Err(Refusal::new(StatusCode::NOT_FOUND, why)),
            NoLoanYet::ErrorsInSuccess => Ok(ok(problem::body(&[why], self.options.error_shape))),
            NoLoanYet::NullId => Ok(ok(json!({ "id": null }))),
        }
    }

    /// Two percent of what was paid out within the window, and of what waits to be. Invented.
    fn commissions(&self, user: User, request: &Checked) -> Result<Value, Refusal> {
        let id = request.path("id").parse().unwrap_or_default();
        let partner = partners::find(user, id)?;
        let day = |name: &str| -> Option<NaiveDate> { request.query(name)?.parse().ok() };
        let (start, end) = (day("earned_start_date"), day("earned_end_date"));
        let within = |paid: DateTime<Utc>| {
            let paid = paid.date_naive();
            start.is_none_or(|start| start <= paid) && end.is_none_or(|end| paid <= end)
        };
        let state = self.state();
        let loans = || {
            let all = state.book.loans().iter();
            all.filter(|loan| loan.partner_id == partner.id && loan.raw.is_none())
        };
        let sum = |counted: &dyn Fn(&&Loan) -> bool| -> i64 {
            loans()
                .filter(counted)
                .map(|loan| loan.principal() / 50)
                .sum()
        };
        let dialect = self.options.dialect;
        Ok(json!({
            "earned": dialect.money(sum(&|loan| loan.disbursed_at.is_some_and(within))),
            "outstanding": dialect.money(sum(&|loan| loan.state.is_in("ready_for_funding"))),
        }))
    }

    fn loan_link(&self, user: User, request: &Checked) -> Result<Answer, Refusal> {
        let loan_id = request.body["loan_id"].as_i64().unwrap_or_default();
        let mut state = self.state();
        own_loan(&state.book, user, loan_id)?;
        let url = state.link("loan-access");
        state.links.push(AccessLink {
            asker: user,
            loan_id: Some(loan_id),
            lead_id: None,
            url: url.clone(),
            body: request.body.clone(),
        });
        Ok(self.link_answer(&url))
    }

    fn partner_link(
        &self,
        user: User,
        request: &Checked,
        now: DateTime<Utc>,
    ) -> Result<Answer, Refusal> {
        let partner = partners::for_call(user, request.body["partner_id"].as_i64())?;
        let lead_id = request.body["lead_id"].as_i64().unwrap_or_default();
        let mut state = self.state();
        let url = state.link("partner-access");
        state.links.push(AccessLink {
            asker: user,
            loan_id: None,
            lead_id: Some(lead_id),
            url: url.clone(),
            body: request.body.clone(),
        });
        let lead = NewLead {
            lead_id,
            partner_id: partner.id,
            requested: calculator::DEFAULT_AMOUNT,
            amortization: programs::PROGRAMS[0].longest(),
        };
        state.book.invite(lead, &self.options, now);
        Ok(self.link_answer(&url))
    }

    fn link_answer(&self, url: &str) -> Answer {
        match self.options.link_answer {
            LinkAnswer::Object => ok(json!({ "url": url })),
            LinkAnswer::Nested => ok(json!({
                "status": "created",
                "single_access_link": { "note": "valid once", "href": url },
            })),
            LinkAnswer::Text => ok(url.into()),
            LinkAnswer::NoBody => empty(StatusCode::OK),
        }
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
        let who = self
            .state()
            .tokens
            .authorise(sent.headers, self.stage.clock.now())?;
        let index = Identity::ALL.iter().position(|known| *known == who);
        Ok(Caller(index.unwrap_or_default()))
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
        match caller.and_then(|Caller(index)| Identity::ALL.get(index).copied()) {
            Some(who) => self.call(operation, who, request),
            None => {
                let now = self.stage.clock.now();
                self.state().tokens.issue(&request.body, now).map(ok)
            }
        }
    }

    fn outside(&self, route: &str, request: &Outside<'_>) -> Result<Answer, Refusal> {
        let now = self.stage.clock.now();
        let state = &mut *self.state();
        match route {
            AUTHORIZE => state.codes.authorize(request, &self.options, now),
            EXCHANGE => {
                let tokens = &mut state.tokens;
                Ok(state.codes.exchange(request, tokens, &self.options, now))
            }
            other => Err(Refusal::new(
                StatusCode::NOT_FOUND,
                format!("the sandbox does not play {other}"),
            )),
        }
    }

    fn refuse(&self, _host: &str, _path: &str, refusal: &Refusal) -> Answer {
        problem::answer(refusal, self.options.error_shape)
    }
}

/// The line of business of a call for programs or subverticals.
fn vertical(who: Identity, request: &Checked) -> Result<String, Refusal> {
    let named = request.query("vertical_name");
    match (who.user(), named) {
        (Some(user), named) => {
            let partner = partners::for_call(user, integer(request, "partner_id"))?;
            partner.vertical(named).map(str::to_owned)
        }
        (None, Some(named)) => Ok(named.to_owned()),
        (None, None) => Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "vertical_name is required for an anonymous user",
        )),
    }
}

fn own_loan(book: &Book, user: User, id: i64) -> Result<&Loan, Refusal> {
    let found = book.find(id);
    let own = |loan: &&Loan| partners::find(user, loan.partner_id).is_ok();
    found.filter(own).ok_or_else(|| no_loan(id))
}

fn no_loan(id: i64) -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, format!("You have no loan {id}"))
}

#[expect(clippy::needless_pass_by_value, reason = "callers make it on the spot")]
fn ok(body: Value) -> Answer {
    Answer::json(StatusCode::OK, &body)
}

fn empty(status: StatusCode) -> Answer {
    Answer {
        status,
        headers: HeaderMap::new(),
        body: Bytes::new(),
    }
}
