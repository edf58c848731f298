//! Who gets what was bought.

use std::fmt;

use florin_core::decimal_string::DecimalString;
use florin_core::{Decimal, Redacted};
use florin_monoova::types;

use super::{NewSubCustomer, TransactionReason};

/// A payment to a beneficiary, in the currency that is bought.
///
/// `Debug` doesn't show what the beneficiary reads, nor on whose behalf it is.
#[derive(Clone)]
pub struct Payment {
    beneficiary_id: i64,
    amount: Decimal,
    reference: Option<String>,
    reason: Option<TransactionReason>,
    reason_text: Option<String>,
    sub_customer_ids: Vec<i64>,
    new_sub_customers: Vec<NewSubCustomer>,
}

impl Payment {
    /// Pays so much to the beneficiary with this identifier, see [`Client::beneficiaries`](super::Client::beneficiaries).
    #[must_use]
    pub const fn new(beneficiary_id: i64, amount: Decimal) -> Self {
        Self {
            beneficiary_id,
            amount,
            reference: None,
            reason: None,
            reason_text: None,
            sub_customer_ids: Vec::new(),
            new_sub_customers: Vec::new(),
        }
    }

    /// What the beneficiary gets to read (documented as optional).
    #[must_use]
    pub fn reference(mut self, text: impl Into<String>) -> Self {
        self.reference = Some(text.into());
        self
    }

    /// Why it is paid. Whether a reason is required is undocumented.
    #[must_use]
    pub fn reason(mut self, reason: TransactionReason) -> Self {
        self.reason = Some(reason);
        self
    }

    /// Why it is paid, in free words; presumably beside a reason such as "Other" (inferred).
    #[must_use]
    pub fn reason_text(mut self, text: impl Into<String>) -> Self {
        self.reason_text = Some(text.into());
        self
    }

    /// On behalf of this sub customer, by its identifier. More than one can be named.
    #[must_use]
    pub fn on_behalf_of(mut self, sub_customer_id: i64) -> Self {
        self.sub_customer_ids.push(sub_customer_id);
        self
    }

    /// On behalf of a sub customer that is added along with the payment.
    #[must_use]
    pub fn on_behalf_of_new(mut self, sub_customer: NewSubCustomer) -> Self {
        self.new_sub_customers.push(sub_customer);
        self
    }

    /// How much is paid, in the currency that is bought.
    #[must_use]
    pub const fn amount(&self) -> Decimal {
        self.amount
    }

    /// Why it can't be sent.
    fn problem(&self) -> Option<String> {
        if self.amount <= Decimal::ZERO {
            return Some("the amount is not above zero".to_owned());
        }
        let reason = self.reason.as_ref().and_then(TransactionReason::problem);
        reason.or_else(|| {
            self.new_sub_customers
                .iter()
                .find_map(NewSubCustomer::problem)
        })
    }

    fn input(&self) -> types::PaymentInput {
        let reason = self.reason.as_ref();
        types::PaymentInput {
            beneficiary_id: self.beneficiary_id,
            amount: DecimalString(self.amount),
            payment_reference: self.reference.clone(),
            transaction_reason_id: reason.and_then(TransactionReason::as_id),
            transaction_reason_name: reason
                .and_then(TransactionReason::as_name)
                .map(str::to_owned),
            transaction_reason_other: self.reason_text.clone(),
            sub_customer_ids: self.sub_customer_ids.clone(),
            sub_customers: self
                .new_sub_customers
                .iter()
                .map(NewSubCustomer::input)
                .collect(),
        }
    }
}

/// The payments as they are sent.
pub(super) fn inputs(payments: &[Payment]) -> Vec<types::PaymentInput> {
    payments.iter().map(Payment::input).collect()
}

/// Why they can't be sent. `bought` is the amount that they share, where it is known.
pub(super) fn problem(payments: &[Payment], bought: Option<Decimal>) -> Option<String> {
    if payments.is_empty() {
        return Some("there is no payment; say who gets what is bought".to_owned());
    }
    for (at, payment) in payments.iter().enumerate() {
        if let Some(problem) = payment.problem() {
            return Some(format!("payments[{at}]: {problem}"));
        }
    }
    let mut total = Decimal::ZERO.as_rust_decimal();
    for payment in payments {
        match total.checked_add(payment.amount.as_rust_decimal()) {
            Some(sum) => total = sum,
            None => return Some("the payments come to more than can be counted".to_owned()),
        }
    }
    bought
        .filter(|bought| total > bought.as_rust_decimal())
        .map(|_| {
            "the payments come to more than is bought; payments are in the currency that is bought"
                .to_owned()
        })
}

impl fmt::Debug for Payment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Payment")
            .field("beneficiary_id", &self.beneficiary_id)
            .field("amount", &self.amount)
            .field("reference", &Redacted)
            .field("reason", &self.reason)
            .field("reason_text", &Redacted)
            .field("sub_customer_ids", &self.sub_customer_ids)
            .field("new_sub_customers", &self.new_sub_customers.len())
            .finish()
    }
}
