//! The loans, and how they change: by operations, by hand, and by the clock.
//!
//! What has fallen due by the clock takes effect in order, at the time at which it was due, whenever somebody looks.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::agent::Agent;
use super::options::Options;
use super::steps;
use crate::clock::later;

/// How long an invitation is good. Documented.
pub(super) const INVITATION: TimeDelta = TimeDelta::days(30);

/// How long a borrower may withdraw once the money was sent. Documented.
const TRIAL: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// A file as it was uploaded, and what the service calls it.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) uploaded_name: String,
    pub(super) kind: String,
    pub(super) content: Bytes,
    pub(super) stored_name: String,
}

#[derive(Debug)]
pub(super) struct Loan {
    pub(super) id: String,
    pub(super) agent: Agent,
    pub(super) status: String,
    pub(super) created_at: DateTime<Utc>,
    pub(super) changed_at: DateTime<Utc>,
    pub(super) invitations: usize,
    /// What was sent to create it.
    pub(super) request: Value,
    pub(super) conditions: Value,
    pub(super) operations: Vec<Value>,
    pub(super) files: Vec<File>,
    due: Option<DateTime<Utc>>,
}

/// A loan has come to a step.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) agent: Agent,
    pub(super) loan_id: String,
    pub(super) step: String,
    pub(super) at: DateTime<Utc>,
}

#[derive(Debug, Default)]
pub(super) struct Loans {
    loans: Vec<Loan>,
    by_id: HashMap<String, usize>,
    due: BTreeMap<(DateTime<Utc>, usize), &'static str>,
}

impl Loans {
    pub(super) fn all(&self) -> &[Loan] {
        &self.loans
    }

    pub(super) fn any(&self, id: &str) -> Option<&Loan> {
        self.by_id.get(id).map(|index| &self.loans[*index])
    }

    /// The loan, if it is the agent's.
    pub(super) fn of(&self, agent: Agent, id: &str) -> Option<&Loan> {
        self.any(id).filter(|loan| loan.agent == agent)
    }

    pub(super) fn of_mut(&mut self, agent: Agent, id: &str) -> Option<&mut Loan> {
        let index = self.by_id.get(id)?;
        let loan = &mut self.loans[*index];
        (loan.agent == agent).then_some(loan)
    }

    /// Takes in a loan under an identifier that is free, and invites the borrower.
    pub(super) fn create(
        &mut self,
        agent: Agent,
        request: Value,
        conditions: Value,
        now: DateTime<Utc>,
        options: &Options,
    ) -> Change {
        let id = request["id"].as_str().unwrap_or_default().to_owned();
        let index = self.loans.len();
        self.by_id.insert(id.clone(), index);
        self.loans.push(Loan {
            id,
            agent,
            status: String::new(),
            created_at: now,
            changed_at: now,
            invitations: 1,
            request,
            conditions,
            operations: Vec::new(),
            files: Vec::new(),
            due: None,
        });
        self.change(index, steps::INITIAL, now, options)
    }

    /// Brings a loan to a step, whichever it is.
    pub(super) fn set(
        &mut self,
        id: &str,
        status: &str,
        now: DateTime<Utc>,
        options: &Options,
    ) -> Option<Change> {
        let index = *self.by_id.get(id)?;
        Some(self.change(index, status, now, options))
    }

    /// The next change by the clock that has fallen due.
    pub(super) fn catch_up(&mut self, now: DateTime<Utc>, options: &Options) -> Option<Change> {
        let (&(at, index), &status) = self.due.first_key_value()?;
        (at <= now).then(|| self.change(index, status, at, options))
    }

    /// When the clock changes something next.
    pub(super) fn next_due(&self) -> Option<DateTime<Utc>> {
        self.due.first_key_value().map(|((at, _), _)| *at)
    }

    fn change(
        &mut self,
        index: usize,
        status: &str,
        at: DateTime<Utc>,
        options: &Options,
    ) -> Change {
        let loan = &mut self.loans[index];
        if let Some(due) = loan.due.take() {
            self.due.remove(&(due, index));
        }
        status.clone_into(&mut loan.status);
        loan.changed_at = at;
        if let Some((due, status)) = falls_due(loan, options) {
            loan.due = Some(due);
            self.due.insert((due, index), status);
        }
        Change {
            agent: loan.agent,
            loan_id: loan.id.clone(),
            step: loan.status.clone(),
            at,
        }
    }
}

impl Loan {
    /// When the invitation runs out.
    pub(super) fn expires_on(&self) -> DateTime<Utc> {
        self.created_at
            .checked_add_signed(INVITATION)
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// What the clock does to a loan next, and when.
fn falls_due(loan: &Loan, options: &Options) -> Option<(DateTime<Utc>, &'static str)> {
    let step = steps::next(options.course, &loan.status)
        .map(|next| (later(loan.changed_at, options.step_after), next));
    let expiry = steps::may_expire(&loan.status).then(|| (loan.expires_on(), steps::EXPIRED));
    let trial = (loan.status == steps::ACTIVE_TRIAL)
        .then(|| (later(loan.changed_at, TRIAL), steps::ACTIVE));
    [step, expiry, trial]
        .into_iter()
        .flatten()
        .min_by_key(|(due, _)| *due)
}
