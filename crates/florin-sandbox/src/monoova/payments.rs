//! The payments of a request: who gets how much, why, and on whose behalf.

use serde_json::Value;

use super::catalogue::{Currency, REASONS};
use super::deal::{FEE, Payment};
use super::deals::Around;
use super::either::Either;
use super::money::Cents;
use super::problem::Faults;
use super::terms;
use super::user::User;

/// Reads the payments of a transaction in the currency that is bought. `next` is the next identifier.
pub(super) fn read(
    (owner, counter): (User, Option<&'static Currency>),
    sent: &Value,
    around: &mut Around<'_>,
    faults: &mut Faults,
    next: &mut i64,
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
        let Some(amount) = terms::amount(&sent["amount"], &format!("{at}/amount"), faults) else {
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
            id: *next,
            beneficiary: id,
            amount,
            fee,
            reference: sent["payment_reference"].clone(),
            reason,
            reason_other: sent["transaction_reason_other"].clone(),
            sub_customers,
        });
        *next += 1;
    }
    payments
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
