//! The transactions: quotes, and what becomes of them.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::Value;

use super::catalogue::{Currency, REASONS};
use super::deal::{self, Deal, FEE, Payment, Step};
use super::either::Either;
use super::money::{Cents, Rate};
use super::options::Options;
use super::people::People;
use super::problem::{Faults, missing, unfit};
use super::rates::Rates;
use super::user::{Identity, User};
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
        let rate = pair.and_then(|pair| rate(who, sent, pair, around.rates, &mut faults));
        let amounts = rate.and_then(|rate| amounts(sent, rate, &mut faults));
        let value_date = value_date(sent, around.now, &mut faults);
        let known = around.people.sub_customers.len();
        let payments = self.payments(owner, sent, counter, around, &mut faults);
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
        let payments = self.payments(owner, &body[RECORD], Some(counter), around, &mut faults);
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

    fn payments(
        &mut self,
        owner: User,
        sent: &Value,
        counter: Option<&'static Currency>,
        around: &mut Around<'_>,
        faults: &mut Faults,
    ) -> Vec<Payment> {
        let sent = sent["payments"].as_array().map_or(&[][..], Vec::as_slice);
        let mut payments = Vec::new();
        for (index, sent) in sent.iter().enumerate() {
            let at = format!("/transaction/payments/{index}");
            let id = sent["beneficiary_id"].as_i64().unwrap_or_default();
            let beneficiary = around.people.beneficiary(id);
            let beneficiary = beneficiary.filter(|known| known.owner == owner);
            let fee = match (beneficiary, counter) {
                (None, _) => {
                    faults.add(format!("{at}/beneficiary_id"), "is unknown");
                    continue;
                }
                (Some(known), Some(counter)) if known.currency != counter => {
                    let why = "is not paid in the currency that is bought";
                    faults.add(format!("{at}/beneficiary_id"), why);
                    continue;
                }
                (Some(known), _) if known.holds => Cents(0),
                _ => FEE,
            };
            let Some(amount) = amount(&sent["amount"], &format!("{at}/amount"), faults) else {
                continue;
            };
            let mut either = Either {
                sent,
                at: at.clone(),
                faults,
                both: around.both,
            };
            let reason = either.named("transaction_reason", false, &REASONS);
            let sub_customers = sub_customers(owner, sent, &at, around, faults);
            payments.push(Payment {
                id: self.next_payment,
                beneficiary: id,
                amount,
                fee,
                reference: sent["payment_reference"].clone(),
                reason,
                reason_other: sent["transaction_reason_other"].clone(),
                sub_customers,
            });
            self.next_payment += 1;
        }
        payments
    }
}

/// Those who are named, and those who are added along with the payment.
fn sub_customers(
    owner: User,
    sent: &Value,
    at: &str,
    around: &mut Around<'_>,
    faults: &mut Faults,
) -> Vec<i64> {
    let list = |name: &str| sent[name].as_array().cloned().unwrap_or_default();
    let mut ids = Vec::new();
    for (index, id) in list("sub_customer_ids").iter().enumerate() {
        let id = id.as_i64().unwrap_or_default();
        let known = around.people.sub_customer(id);
        if known.is_none_or(|known| known.owner != owner) {
            faults.add(format!("{at}/sub_customer_ids/{index}"), "is unknown");
        }
        ids.push(id);
    }
    for (index, new) in list("sub_customers").iter().enumerate() {
        let at = format!("{at}/sub_customers/{index}");
        let added =
            around
                .people
                .add_sub_customer(owner, (new, &at), faults, around.both, around.now);
        ids.extend(added.map(|added| added.id));
    }
    ids
}

/// The rate of the quote: the current one, one that was looked up before, or the back office's own.
fn rate(
    who: Identity,
    sent: &Value,
    pair: (&'static Currency, &'static Currency),
    rates: &Rates,
    faults: &mut Faults,
) -> Option<Rate> {
    if let Some(own) = sent["exchange_rate"].as_str() {
        let own = Rate::parse(own).filter(|_| who == Identity::BackOffice);
        if own.is_none() {
            faults.add("/transaction/exchange_rate", "cannot be set");
        }
        return own;
    }
    let given = match &sent["rate_id"] {
        Value::Null => return rates.now(pair),
        Value::String(text) => text.parse().ok(),
        number => number.as_i64(),
    };
    let found = given.and_then(|id| rates.given(id, pair));
    if found.is_none() {
        faults.add("/transaction/rate_id", "is unknown, or of another pair");
    }
    found
}

/// What is sold and bought: one of the two is given, and the other one computed.
fn amounts(sent: &Value, rate: Rate, faults: &mut Faults) -> Option<(Cents, Cents)> {
    let base = &sent["base_currency_amount"];
    let counter = &sent["counter_currency_amount"];
    match (base, counter) {
        (Value::Null, Value::Null) => {
            let why = "is required, or the other amount in its place";
            faults.add("/transaction/base_currency_amount", why);
            None
        }
        (base, Value::Null) => {
            let sold = amount(base, "/transaction/base_currency_amount", faults)?;
            Some((sold, rate.buy(sold)))
        }
        (Value::Null, counter) => {
            let bought = amount(counter, "/transaction/counter_currency_amount", faults)?;
            Some((rate.sell(bought), bought))
        }
        _ => {
            let why = "is given beside the other amount";
            faults.add("/transaction/counter_currency_amount", why);
            None
        }
    }
}

fn amount(sent: &Value, at: &str, faults: &mut Faults) -> Option<Cents> {
    let amount = sent.as_str().and_then(Cents::parse);
    let amount = amount.filter(|amount| amount.0 > 0);
    if amount.is_none() {
        faults.add(at, "must be above 0, with at most two decimals");
    }
    amount
}

/// The day of the conversion: two days from now where none is given.
fn value_date(sent: &Value, now: DateTime<Utc>, faults: &mut Faults) -> NaiveDate {
    let today = now.date_naive();
    let given = sent["value_date"].as_str();
    match given.and_then(|text| text.parse::<NaiveDate>().ok()) {
        Some(day) if day < today => {
            faults.add("/transaction/value_date", "is in the past");
            day
        }
        Some(day) => day,
        None => today.checked_add_days(Days::new(2)).unwrap_or(today),
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
