//! Transactions and payments as a test sees them.

use super::deal::Deal;
use super::user::User;

/// A transaction as the service has it, for a test to look at. Amounts are plain decimal text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransactionRecord {
    /// Its identifier.
    pub id: i64,
    /// Whose it is.
    pub user: User,
    /// Where it stands, as on the wire.
    pub status: String,
    /// The currency that is sold, by its code.
    pub base_currency: String,
    /// The currency that is bought, by its code.
    pub counter_currency: String,
    /// The amount that is sold.
    pub base_amount: String,
    /// The amount that is bought.
    pub counter_amount: String,
    /// Units of the counter currency for one of the base currency.
    pub exchange_rate: String,
    /// What has to be paid in, in the base currency.
    pub receipt_amount: String,
    /// What was paid in.
    pub paid_in: String,
    /// Its payments.
    pub payments: Vec<PaymentRecord>,
    /// How many times it was confirmed. More than once is a bug of the sandbox, which is why it is counted.
    pub confirmations: usize,
}

/// A payment as the service has it, for a test to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PaymentRecord {
    /// Who is paid.
    pub beneficiary_id: i64,
    /// How much, in the counter currency, as plain decimal text.
    pub amount: String,
    /// On whose behalf.
    pub sub_customer_ids: Vec<i64>,
}

pub(super) fn of(deal: &Deal) -> TransactionRecord {
    let payments = deal.payments.iter().map(|payment| PaymentRecord {
        beneficiary_id: payment.beneficiary,
        amount: payment.amount.plain(),
        sub_customer_ids: payment.sub_customers.clone(),
    });
    TransactionRecord {
        id: deal.id,
        user: deal.owner,
        status: deal.status.clone(),
        base_currency: deal.base.code.to_owned(),
        counter_currency: deal.counter.code.to_owned(),
        base_amount: deal.sold.plain(),
        counter_amount: deal.bought.plain(),
        exchange_rate: deal.rate.plain(),
        receipt_amount: deal.receipt().plain(),
        paid_in: deal.paid_in.plain(),
        payments: payments.collect(),
        confirmations: deal.confirmations,
    }
}
