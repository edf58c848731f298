//! One transaction, and how it moves on.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use super::catalogue::{Currency, Named};
use super::money::{Cents, Rate};
use super::options::Amounts;
use super::people::People;
use super::user::User;
use super::view;
use crate::clock::later;

/// What a payment costs, in the base currency; one that holds the funds costs nothing. Invented.
pub(super) const FEE: Cents = Cents(500);

pub(super) const CREATED: &str = "created";
pub(super) const PENDING_PAYMENT: &str = "pending_payment";
pub(super) const OPEN: &str = "open";
pub(super) const PARTIALLY_SETTLED: &str = "partially_settled";
/// Invented, as is what follows.
pub(super) const SETTLED: &str = "settled";
pub(super) const EXPIRED: &str = "expired";

/// What falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Confirmed,
    Allocated,
    HalfPaid,
    Paid,
}

#[derive(Clone, Debug)]
pub(super) struct Payment {
    pub(super) id: i64,
    pub(super) beneficiary: i64,
    pub(super) amount: Cents,
    pub(super) fee: Cents,
    pub(super) reference: Value,
    pub(super) reason: Option<&'static Named>,
    pub(super) reason_other: Value,
    pub(super) sub_customers: Vec<i64>,
}

#[derive(Debug)]
pub(super) struct Deal {
    pub(super) id: i64,
    pub(super) owner: User,
    pub(super) base: &'static Currency,
    pub(super) counter: &'static Currency,
    pub(super) sold: Cents,
    pub(super) bought: Cents,
    pub(super) rate: Rate,
    pub(super) value_date: NaiveDate,
    pub(super) payments: Vec<Payment>,
    pub(super) status: String,
    pub(super) paid_in: Cents,
    pub(super) confirmations: usize,
    pub(super) created: DateTime<Utc>,
    pub(super) updated: DateTime<Utc>,
    /// Until when it can be confirmed.
    pub(super) until: DateTime<Utc>,
    pub(super) due: Vec<(DateTime<Utc>, Step)>,
}

impl Deal {
    pub(super) fn fees(&self) -> Cents {
        Cents(self.payments.iter().map(|payment| payment.fee.0).sum())
    }

    /// What has to be paid in.
    pub(super) fn receipt(&self) -> Cents {
        Cents(self.sold.0 + self.fees().0)
    }

    pub(super) fn allocated(&self) -> Cents {
        Cents(self.payments.iter().map(|payment| payment.amount.0).sum())
    }

    /// Whether a confirmation is on its way.
    pub(super) fn waits_for(&self, step: Step) -> bool {
        self.due.iter().any(|(_, due)| *due == step)
    }

    /// Plans a step, or takes it where it is due at once.
    pub(super) fn plan(
        &mut self,
        step: Step,
        after: Duration,
        now: DateTime<Utc>,
        settle_after: Option<Duration>,
    ) {
        self.due.push((later(now, after), step));
        self.catch_up(now, settle_after);
    }

    /// Brings the transaction up to `now`.
    pub(super) fn catch_up(&mut self, now: DateTime<Utc>, settle_after: Option<Duration>) {
        loop {
            let next = self.due.iter().enumerate();
            let Some((index, (at, step))) = next
                .min_by_key(|(_, (at, _))| *at)
                .map(|(index, due)| (index, *due))
                .filter(|(_, (at, _))| *at <= now)
            else {
                break;
            };
            self.due.remove(index);
            self.take(step, at, settle_after);
        }
        if self.status == CREATED && !self.waits_for(Step::Confirmed) && self.until <= now {
            self.stand(EXPIRED, self.until);
        }
    }

    fn take(&mut self, step: Step, at: DateTime<Utc>, settle_after: Option<Duration>) {
        match step {
            Step::Confirmed => self.stand(PENDING_PAYMENT, at),
            Step::Allocated => {
                self.stand(OPEN, at);
                if let Some(after) = settle_after {
                    let half = later(at, after);
                    self.due.push((half, Step::HalfPaid));
                    self.due.push((later(half, after), Step::Paid));
                }
            }
            Step::HalfPaid => self.pay_in(Cents(self.receipt().0 / 2), at),
            Step::Paid => self.pay_in(Cents(self.receipt().0 - self.paid_in.0), at),
        }
    }

    /// Puts it where it is to stand.
    pub(super) fn stand(&mut self, status: &str, at: DateTime<Utc>) {
        status.clone_into(&mut self.status);
        self.updated = at;
    }

    /// Whether the customer may pay in.
    pub(super) fn takes_money(&self) -> bool {
        [OPEN, PARTIALLY_SETTLED].contains(&self.status.as_str())
    }

    /// The customer pays in.
    pub(super) fn pay_in(&mut self, amount: Cents, at: DateTime<Utc>) {
        if !self.takes_money() || amount.0 <= 0 {
            return;
        }
        self.paid_in = Cents(self.paid_in.0 + amount.0);
        let all = self.paid_in >= self.receipt();
        self.stand(if all { SETTLED } else { PARTIALLY_SETTLED }, at);
    }

    pub(super) fn view(&self, people: &People, amounts: Amounts) -> Value {
        let payments: Vec<_> = self
            .payments
            .iter()
            .map(|payment| payment.view(people, amounts))
            .collect();
        let bound = self.status != CREATED && self.status != EXPIRED;
        let account = json!({
            "id": self.base.id + 100,
            "name": format!("{} receipts", self.base.code),
            "receipt_text": format!("FX{}", self.id),
            "bank_account": {
                "bank_name": "Sandbox Bank",
                "bank_code": "999",
                "branch_code": "001",
                "branch_name": "Loopback",
                "account_name": "Sandbox Trust Account",
                "account_number": format!("{:09}", self.base.id),
            },
        });
        json!({
            "id": self.id,
            "status": self.status,
            "status_label": label(&self.status),
            "base_currency": self.base.reference(),
            "counter_currency": self.counter.reference(),
            "base_currency_amount": self.sold.view(amounts),
            "counter_currency_amount": self.bought.view(amounts),
            "exchange_rate": self.rate.view(amounts),
            "value_date": self.value_date.to_string(),
            "fees": self.fees().view(amounts),
            "receipt_amount": self.receipt().view(amounts),
            "receipt_account": if bound { account } else { Value::Null },
            "payments": payments,
            "created_date": view::time(self.created),
            "updated_date": view::time(self.updated),
        })
    }
}

impl Payment {
    fn view(&self, people: &People, amounts: Amounts) -> Value {
        let beneficiary = people.beneficiary(self.beneficiary);
        json!({
            "id": self.id,
            "status": "created",
            "status_label": "Created",
            "amount": self.amount.view(amounts),
            "payment_reference": self.reference,
            "beneficiary": beneficiary.map(super::people::Beneficiary::reference),
            "fee": self.fee.view(amounts),
            "transaction_reason": self.reason.map(Named::view),
            "transaction_reason_other": self.reason_other,
            "sub_customer_ids": self.sub_customers,
        })
    }
}

/// `pending_payment` as `Pending payment`.
fn label(status: &str) -> String {
    let words = status.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
