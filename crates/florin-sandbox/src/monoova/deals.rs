//! The transactions: quotes, and what becomes of them.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::deal::{self, Deal, Step};
use super::either::Either;
use super::money::Cents;
use super::options::Options;
use super::people::People;
use super::problem::{Faults, missing, unfit};
use super::rates::Rates;
use super::user::{Identity, User};
use super::{payments, terms};
use crate::clock::later;
use crate::provider::Refusal;

const RECORD: &str = "transaction";

#[derive(Debug)]
pub(super) struct Deals {
    pub(super) all: Vec<Deal>,
    next_payment: i64,
}

impl Default for Deals {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            next_payment: 70_001,
        }
    }
}

/// What a transaction has to do with.
pub(super) struct Around<'a> {
    pub(super) people: &'a mut People,
    pub(super) rates: &'a Rates,
    pub(super) both: &'a mut usize,
    pub(super) options: &'a Options,
    pub(super) now: DateTime<Utc>,
}

impl Deals {
    pub(super) fn catch_up(&mut self, options: &Options, now: DateTime<Utc>) {
        for deal in &mut self.all {
            deal.catch_up(now, options.settle_after);
        }
    }

    pub(super) fn find(&mut self, id: i64) -> Option<&mut Deal> {
        self.all.iter_mut().find(|known| known.id == id)
    }

    /// A transaction that the caller may see.
    pub(super) fn seen(&mut self, who: Identity, id: i64) -> Result<&mut Deal, Refusal> {
        self.find(id)
            .filter(|deal| who.sees(deal.owner))
            .ok_or_else(|| missing(RECORD, id))
    }

    /// Makes a quote.
    pub(super) fn create(
        &mut self,
        (who, owner): (Identity, User),
        body: &Value,
        around: &mut Around<'_>,
    ) -> Result<i64, Refusal> {
        let sent = &body[RECORD];
        let mut faults = Faults::default();
        let mut either = Either {
            sent,
            at: "/transaction".to_owned(),
            faults: &mut faults,
            both: around.both,
        };
        let base = either.currency("base_currency", true);
        let counter = either.currency("counter_currency", true);
        let pair = base.zip(counter);
        if pair.is_some_and(|(base, counter)| base == counter) {
            faults.add("/transaction/counter_currency_code", "is the base currency");
        }
        let rate = pair.and_then(|pair| terms::rate(who, sent, pair, around.rates, &mut faults));
        let amounts = rate.and_then(|rate| terms::amounts(sent, rate, &mut faults));
        let value_date = terms::value_date(sent, around.now, &mut faults);
        let known = around.people.sub_customers.len();
        let next = &mut self.next_payment;
        let payments = payments::read((owner, counter), sent, around, &mut faults, next);
        if let Err(refusal) = faults.refuse() {
            around.people.sub_customers.truncate(known);
            return Err(refusal);
        }
        let (Some((base, counter)), Some(rate), Some((sold, bought))) = (pair, rate, amounts)
        else {
            return Err(unfit(RECORD, "cannot be quoted"));
        };
        let id = 51_001 + i64::try_from(self.all.len()).unwrap_or_default();
        self.all.push(Deal {
            id,
            owner,
            base,
            counter,
            sold,
            bought,
            rate,
            value_date,
            payments,
            status: deal::CREATED.to_owned(),
            paid_in: Cents(0),
            confirmations: 0,
            created: around.now,
            updated: around.now,
            until: later(around.now, around.options.quote_lifetime),
            due: Vec::new(),
        });
        Ok(id)
    }

    /// Puts other payments in the place of those that a transaction has.
    pub(super) fn update(
        &mut self,
        who: Identity,
        id: i64,
        body: &Value,
        around: &mut Around<'_>,
    ) -> Result<(), Refusal> {
        let deal = self.seen(who, id)?;
        let (owner, counter) = (deal.owner, deal.counter);
        if ![deal::CREATED, deal::PENDING_PAYMENT].contains(&deal.status.as_str())
            || deal.waits_for(Step::Allocated)
        {
            return Err(cannot(deal, "be changed"));
        }
        let mut faults = Faults::default();
        let known = around.people.sub_customers.len();
        let payments = payments::read(
            (owner, Some(counter)),
            &body[RECORD],
            around,
            &mut faults,
            &mut self.next_payment,
        );
        if let Err(refusal) = faults.refuse() {
            around.people.sub_customers.truncate(known);
            return Err(refusal);
        }
        let deal = self.seen(who, id)?;
        deal.payments = payments;
        deal.updated = around.now;
        Ok(())
    }

    /// Binds the quote.
    pub(super) fn confirm(
        &mut self,
        who: Identity,
        id: i64,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        let deal = self.seen(who, id)?;
        if deal.status != deal::CREATED || deal.waits_for(Step::Confirmed) {
            return Err(cannot(deal, "be confirmed"));
        }
        deal.confirmations += 1;
        deal.plan(
            Step::Confirmed,
            options.confirm_after,
            now,
            options.settle_after,
        );
        Ok(())
    }

    /// Checks that the payments cover what was bought, and opens the transaction.
    pub(super) fn allocate(
        &mut self,
        who: Identity,
        id: i64,
        options: &Options,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        let deal = self.seen(who, id)?;
        if deal.status != deal::PENDING_PAYMENT || deal.waits_for(Step::Allocated) {
            return Err(cannot(deal, "have its payments confirmed"));
        }
        let (allocated, bought) = (deal.allocated(), deal.bought);
        if allocated != bought {
            let why = format!(
                "is not fully allocated: {} of {} is",
                allocated.plain(),
                bought.plain()
            );
            return Err(unfit(RECORD, why));
        }
        deal.plan(
            Step::Allocated,
            options.allocate_after,
            now,
            options.settle_after,
        );
        Ok(())
    }
}

fn cannot(deal: &Deal, what: &str) -> Refusal {
    let why = if deal.status == deal::EXPIRED {
        format!("cannot {what}: the quote has expired")
    } else {
        format!("cannot {what}: it is {}", deal.status)
    };
    unfit(RECORD, why)
}
