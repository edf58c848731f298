//! What an invitation must hold, checked before it is sent: a refusal costs a customer's time, and a wrong telephone
//! number is answered by nobody.

use std::fmt;

use florin_core::{Decimal, Fraction};
use florin_nemuru::types::CreateLoanRequest;

use crate::uuid_text::is_uuid;

/// A field of a request that breaks a rule. `Display` names the field and the rule, never a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    field: &'static str,
    rule: &'static str,
}

impl Problem {
    /// The way to the field, such as `borrower.email`.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// What is wrong with it and what to do.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        self.rule
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field, self.rule)
    }
}

/// The first rule that `request` breaks.
///
/// That the principal is at most the asset's value, that the term is whole months and that the rate is a fraction is
/// documented; the rest follows from what the fields are.
#[must_use]
pub fn loan(request: &CreateLoanRequest) -> Option<Problem> {
    let borrower = &request.borrower;
    let setup_fee = request.setup_fee.as_ref().map(|fee| fee.amount);
    let rules = [
        (
            is_uuid(&request.id),
            "id",
            "isn't a UUID; make one with new_loan_id and keep it",
        ),
        (
            is_uuid(&request.agent_id),
            "agent_id",
            "isn't a UUID; Client::agent reads it",
        ),
        (
            is_currency(&request.currency),
            "currency",
            "isn't three letters, as in EUR",
        ),
        (
            request.term > 0,
            "term",
            "isn't positive; give whole months",
        ),
        (
            request.principal > Decimal::ZERO,
            "principal",
            "isn't positive",
        ),
        (
            request.principal <= request.asset.value,
            "principal",
            "is more than asset.value; no more than the price can be financed",
        ),
        (
            request.annual_interest.is_none_or(is_rate),
            "annual_interest",
            "isn't from 0 up to 1; it is a fraction, 0.091 for 9.1 %",
        ),
        (
            setup_fee.is_none_or(|amount| amount >= Decimal::ZERO),
            "setup_fee.amount",
            "is negative",
        ),
        (
            is_email(&borrower.email),
            "borrower.email",
            "isn't an e-mail address; the invitation goes there",
        ),
        (
            borrower.phone_number.chars().any(|c| c.is_ascii_digit()),
            "borrower.phone_number",
            "isn't a telephone number, as in +34600000000; the invitation goes there",
        ),
        (
            !is_blank(&borrower.first_name),
            "borrower.first_name",
            "is empty",
        ),
        (
            !is_blank(&borrower.last_name),
            "borrower.last_name",
            "is empty",
        ),
        (
            !is_blank(&request.asset.description),
            "asset.description",
            "is empty",
        ),
        (
            !is_blank(request.asset_type.as_str()),
            "asset_type",
            "is empty",
        ),
    ];
    let broken = rules.into_iter().find(|(is_kept, ..)| !is_kept);
    broken.map(|(_, field, rule)| Problem { field, rule })
}

pub(super) fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A hundred per cent a year or more is a percentage that was taken for a fraction.
fn is_rate(rate: Fraction) -> bool {
    rate.get() >= Decimal::ZERO && rate.get() < Decimal::from(1)
}

pub(super) fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !is_blank(name) && !is_blank(host))
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn broken(pointer: &str, value: Value) -> &'static str {
        let mut request = json!({
            "id": "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d",
            "agent_id": "23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7",
            "currency": "EUR", "term": 30, "principal": 5000, "annual_interest": 0.091, "program": "free_program",
            "setup_fee": {"amount": 125, "type": "type_upfront"},
            "borrower": {
                "email": "ana@example.com", "first_name": "Ana", "last_name": "Ruiz", "phone_number": "+34601000001"
            },
            "asset_type": "education",
            "asset": {"description": "Máster", "value": 9000}
        });
        *request.pointer_mut(pointer).unwrap() = value;
        let request = serde_json::from_value(request).unwrap();
        loan(&request).map_or("", |problem| problem.field())
    }

    #[test]
    fn what_is_right_passes() {
        assert_eq!(
            broken("/principal", json!(9000)),
            "",
            "as much as the price"
        );
        assert_eq!(broken("/annual_interest", json!(0)), "");
        assert_eq!(broken("/annual_interest", Value::Null), "");
        assert_eq!(broken("/asset_type", json!("boat")), "", "others may exist");
    }

    #[test]
    fn each_rule_that_is_broken_is_named_by_its_field() {
        for (pointer, value, field) in [
            ("/id", json!("loan-1"), "id"),
            ("/agent_id", json!(""), "agent_id"),
            ("/currency", json!("EURO"), "currency"),
            ("/currency", json!("€"), "currency"),
            ("/term", json!(0), "term"),
            ("/term", json!(-1), "term"),
            ("/principal", json!(0), "principal"),
            ("/principal", json!(9000.01), "principal"),
            ("/asset/value", json!(4999.99), "principal"),
            ("/annual_interest", json!(9.1), "annual_interest"),
            ("/annual_interest", json!(-0.01), "annual_interest"),
            ("/setup_fee/amount", json!(-1), "setup_fee.amount"),
            ("/borrower/email", json!("ana"), "borrower.email"),
            ("/borrower/email", json!(" @ "), "borrower.email"),
            (
                "/borrower/phone_number",
                json!("+"),
                "borrower.phone_number",
            ),
            ("/borrower/first_name", json!(" "), "borrower.first_name"),
            ("/borrower/last_name", json!(""), "borrower.last_name"),
            ("/asset/description", json!(""), "asset.description"),
            ("/asset_type", json!(""), "asset_type"),
        ] {
            assert_eq!(broken(pointer, value), field, "{pointer}");
        }
    }
}
