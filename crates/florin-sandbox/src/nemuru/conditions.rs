//! What a loan costs: equal monthly instalments at a nominal yearly rate.

use serde_json::{Number, Value, json};

/// The nominal yearly rate of `free_program` in the documentation's sample, unless a loan brings an agreed one.
const ANNUAL_INTEREST: f64 = 0.091;

/// What the merchant bears under `zero_program` in the documentation's sample.
const MERCHANT_DISCOUNT: f64 = 0.099;

/// The terms, in months, that the sandbox has a price for.
pub(super) const TERMS: std::ops::RangeInclusive<i64> = 1..=120;

/// The programs that the sandbox has a price for, in the sample's order.
pub(super) const PROGRAMS: [&str; 2] = ["zero_program", "free_program"];

/// What is asked for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) currency: String,
    pub(super) principal: f64,
    /// In months.
    pub(super) term: i64,
    pub(super) annual_interest: Option<f64>,
}

/// The `loan_conditions` of a program.
pub(super) fn of(wanted: &Wanted, program: &str) -> Value {
    let is_zero = program == "zero_program";
    let annual = match (is_zero, wanted.annual_interest) {
        (true, _) => 0.0,
        (false, agreed) => agreed.unwrap_or(ANNUAL_INTEREST),
    };
    let months = i32::try_from(wanted.term).unwrap_or(i32::MAX).max(1);
    let monthly = annual / 12.0;
    let instalment = if monthly == 0.0 {
        wanted.principal / f64::from(months)
    } else {
        wanted.principal * monthly / (1.0 - (1.0 + monthly).powi(-months))
    };
    // The totals come from the instalment before it is rounded, as the sample's do.
    let total = instalment * f64::from(months);
    json!({
        "currency": wanted.currency,
        "due_date": 1,
        "program": program,
        "merchant_discount_percentage": number(if is_zero { MERCHANT_DISCOUNT } else { 0.0 }),
        "annual_interest": number(annual),
        "principal": number(wanted.principal),
        // Zero also for a loan that was created with a fee: so it is in the documentation's pair of samples.
        "setup_fee": 0,
        "term": wanted.term,
        "number_of_payments": wanted.term,
        "tae": number(rounded((1.0 + monthly).powi(12) - 1.0, 1000.0)),
        "total_interest_paid": number(rounded(total - wanted.principal, 100.0)),
        "total_amount_paid": number(rounded(total, 100.0)),
        "user_defined_quota": number(rounded(instalment, 100.0)),
    })
}

fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

/// Whole numbers without a fraction, as the service writes them.
fn number(value: f64) -> Number {
    let whole = value.fract() == 0.0 && value.abs() < 1e15;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is whole and far below the limits of the type"
    )]
    let number = whole.then(|| Number::from(value as i64));
    number
        .or_else(|| Number::from_f64(value))
        .unwrap_or_else(|| Number::from(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(principal: f64) -> Wanted {
        Wanted {
            currency: "EUR".to_owned(),
            principal,
            term: 30,
            annual_interest: None,
        }
    }

    #[test]
    fn the_documented_offers_come_out_to_the_cent() {
        let free = of(&wanted(5000.0), "free_program");
        assert_eq!(
            free,
            json!({
                "currency": "EUR", "due_date": 1, "program": "free_program", "merchant_discount_percentage": 0,
                "annual_interest": 0.091, "principal": 5000, "setup_fee": 0, "term": 30, "number_of_payments": 30,
                "tae": 0.095, "total_interest_paid": 609.15, "total_amount_paid": 5609.15,
                "user_defined_quota": 186.97
            })
        );
        let zero = of(&wanted(5000.0), "zero_program");
        assert_eq!(
            zero,
            json!({
                "currency": "EUR", "due_date": 1, "program": "zero_program", "merchant_discount_percentage": 0.099,
                "annual_interest": 0, "principal": 5000, "setup_fee": 0, "term": 30, "number_of_payments": 30,
                "tae": 0, "total_interest_paid": 0, "total_amount_paid": 5000, "user_defined_quota": 166.67
            })
        );
    }

    #[test]
    fn an_agreed_rate_takes_the_place_of_the_usual_one() {
        let agreed = Wanted {
            annual_interest: Some(0.12),
            ..wanted(1000.0)
        };
        assert_eq!(of(&agreed, "free_program")["annual_interest"], 0.12);
        assert_eq!(of(&agreed, "zero_program")["annual_interest"], 0);
    }
}
