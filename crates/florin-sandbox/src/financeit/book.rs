//! The loans and leads, and how they change: customers apply, loans move on, applications run out.
//!
//! Nothing runs in the background. Every look at the book first [catches up](Book::catch_up) with the clock: what has fallen
//! due since the last look takes effect in order, at the time at which it was due.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::loan::{Loan, LoanState, NewLoan, end_of};
use super::options::Options;
use crate::clock::later;

/// Somebody who has been invited, and may become a loan.
#[derive(Debug)]
struct Lead {
    lead_id: i64,
    partner_id: i64,
    requested: i64,
    amortization: i64,
    applied: Option<i64>,
}

/// What falls due.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The customer of a lead applies.
    Apply(usize),
    /// A loan takes its next step, if it still stands where it stood.
    Move(i64, LoanState),
    /// An application runs out.
    Expire(i64),
}

#[derive(Debug)]
pub(super) struct Book {
    loans: Vec<Loan>,
    leads: Vec<Lead>,
    next_id: i64,
    moves_after: Option<Duration>,
    /// By the time at which they are due, and by the order in which they were planned.
    due: BTreeMap<(DateTime<Utc>, usize), Step>,
    planned: usize,
}

impl Book {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            loans: Vec::new(),
            leads: Vec::new(),
            next_id: 48_001,
            moves_after: options.moves_after,
            due: BTreeMap::new(),
            planned: 0,
        }
    }

    fn plan(&mut self, at: DateTime<Utc>, step: Step) {
        self.planned += 1;
        self.due.insert((at, self.planned), step);
    }

    /// Brings the state up to `now`.
    pub(super) fn catch_up(&mut self, options: &Options, now: DateTime<Utc>) {
        while let Some(first) = self.due.first_entry()
            && first.key().0 <= now
        {
            let ((at, _), step) = first.remove_entry();
            match step {
                Step::Apply(lead) => drop(self.apply(lead, options, at)),
                Step::Move(id, from) => {
                    if self.find(id).is_some_and(|loan| loan.state == from) {
                        self.move_to(id, next(from), at);
                    }
                }
                Step::Expire(id) => {
                    if self.find(id).is_some_and(|l| l.state == LoanState::Pending) {
                        self.move_to(id, LoanState::Expired, at);
                    }
                }
            }
        }
    }

    /// Notes somebody who was invited. They apply by the clock, or when a test says so.
    pub(super) fn invite(&mut self, lead: NewLead, options: &Options, now: DateTime<Utc>) {
        self.leads.push(Lead {
            lead_id: lead.lead_id,
            partner_id: lead.partner_id,
            requested: lead.requested,
            amortization: lead.amortization,
            applied: None,
        });
        if let Some(wait) = options.applies_after {
            self.plan(later(now, wait), Step::Apply(self.leads.len() - 1));
        }
    }

    /// The customer who was invited last under a lead id applies. `None` if nobody is left to.
    pub(super) fn customer_applies(
        &mut self,
        lead_id: i64,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Option<i64> {
        let waiting = |lead: &Lead| lead.lead_id == lead_id && lead.applied.is_none();
        let lead = self.leads.iter().rposition(waiting)?;
        self.apply(lead, options, now)
    }

    fn apply(&mut self, lead: usize, options: &Options, now: DateTime<Utc>) -> Option<i64> {
        let known = self.leads.get(lead).filter(|lead| lead.applied.is_none())?;
        let loan = Loan {
            id: 0,
            partner_id: known.partner_id,
            lead_id: Some(known.lead_id),
            created_at: now,
            requested: known.requested,
            amortization: known.amortization,
            state: LoanState::Pending,
            disbursed_at: None,
            edits: Map::new(),
            raw: None,
        };
        let id = self.insert(loan, options, now);
        self.leads[lead].applied = Some(id);
        Some(id)
    }

    pub(super) fn add(&mut self, new: &NewLoan, options: &Options, now: DateTime<Utc>) -> i64 {
        let created_at = new.created_at.unwrap_or(now);
        let loan = Loan {
            id: 0,
            partner_id: new.partner_id,
            lead_id: new.lead_id,
            created_at,
            requested: new.requested_cents.into(),
            amortization: new.amortization.into(),
            state: new.state,
            disbursed_at: new.state.funded().then_some(created_at),
            edits: Map::new(),
            raw: None,
        };
        self.insert(loan, options, now)
    }

    /// Adds a loan that is answered as it stands. It is found by the `id` in it, if that can be read.
    pub(super) fn add_raw(&mut self, partner_id: i64, raw: Value, now: DateTime<Utc>) {
        let integer = |name: &str| {
            let value = raw.get(name)?;
            value.as_i64().or_else(|| value.as_str()?.parse().ok())
        };
        let (id, lead_id) = (integer("id"), integer("lead_id"));
        self.loans.push(Loan {
            // No call asks for this one.
            id: id.unwrap_or(i64::MIN),
            partner_id,
            lead_id,
            created_at: now,
            requested: 0,
            amortization: 12,
            state: LoanState::Pending,
            disbursed_at: None,
            edits: Map::new(),
            raw: Some(raw),
        });
    }

    fn insert(&mut self, mut loan: Loan, options: &Options, now: DateTime<Utc>) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        loan.id = id;
        let (state, expiry) = (loan.state, end_of(loan.expiry_date(options)));
        self.loans.push(loan);
        self.plan(expiry, Step::Expire(id));
        self.plan_move(id, state, now);
        id
    }

    fn plan_move(&mut self, id: i64, from: LoanState, now: DateTime<Utc>) {
        if let Some(wait) = self.moves_after.filter(|_| next(from) != from) {
            self.plan(later(now, wait), Step::Move(id, from));
        }
    }

    /// Puts a loan where it is to stand. False if there is none of that id.
    pub(super) fn move_to(&mut self, id: i64, state: LoanState, now: DateTime<Utc>) -> bool {
        let Some(loan) = self.loans.iter_mut().find(|loan| loan.id == id) else {
            return false;
        };
        loan.state = state;
        if state.funded() {
            loan.disbursed_at.get_or_insert(now);
        }
        self.plan_move(id, state, now);
        true
    }

    /// Puts fields into what is answered for a loan. False if there is none of that id.
    pub(super) fn edit(&mut self, id: i64, fields: Map<String, Value>) -> bool {
        let found = self.loans.iter_mut().find(|loan| loan.id == id);
        found.map(|loan| loan.edits.extend(fields)).is_some()
    }

    pub(super) fn find(&self, id: i64) -> Option<&Loan> {
        self.loans.iter().find(|loan| loan.id == id)
    }

    /// The loan that came out of a lead, the latest if there are several.
    pub(super) fn by_lead(&self, lead_id: i64, partner_id: i64) -> Option<&Loan> {
        let mut latest_first = self.loans.iter().rev();
        latest_first.find(|loan| loan.lead_id == Some(lead_id) && loan.partner_id == partner_id)
    }

    /// In the order in which they were added.
    pub(super) fn loans(&self) -> &[Loan] {
        &self.loans
    }
}

/// Somebody who is invited.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewLead {
    pub(super) lead_id: i64,
    pub(super) partner_id: i64,
    /// In cents.
    pub(super) requested: i64,
    pub(super) amortization: i64,
}

/// The next step of a loan by the clock; where there is none, itself.
const fn next(state: LoanState) -> LoanState {
    match state {
        LoanState::Pending => LoanState::ReadyForFunding,
        LoanState::ReadyForFunding => LoanState::Disbursed,
        other => other,
    }
}
