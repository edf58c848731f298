//! What a loan costs: an annuity with equal payments at the end of each period.
//!
//! The formula is everybody's; the fee, the price of payment protection and Quebec's rates are invented, and so are the
//! fields of an option, which the documentation doesn't show.

use serde_json::{Value, json};

use super::options::Dialect;

/// A one-time fee, in cents. The documentation's sample of a loan has the same one.
pub(super) const FEE: i64 = 9900;

/// What somebody applies for who was invited without an amount, in cents. Invented.
pub(super) const DEFAULT_AMOUNT: i64 = 500_000;

/// What payment protection costs, in percent of the amount.
const INSURANCE_PERCENT: i64 = 4;

/// How much lower Quebec's rates are, in hundredths of a percent.
const QUEBEC: i64 = 50;

/// What is to be calculated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms<'a> {
    /// In cents.
    pub(super) requested: i64,
    /// In hundredths of a percent per year, before Quebec.
    pub(super) rate: i64,
    pub(super) months: i64,
    /// `m`, `f` or `w`.
    pub(super) frequency: &'a str,
    pub(super) borrower_pays_fee: bool,
    pub(super) insured: bool,
    pub(super) quebec: bool,
}

/// What comes out. All amounts are in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) rate: i64,
    pub(super) fee: i64,
    pub(super) premium: i64,
    pub(super) principal: i64,
    pub(super) payments: i64,
    pub(super) payment: i64,
}

impl Terms<'_> {
    pub(super) fn cost(&self) -> Cost {
        let rate = if self.quebec {
            (self.rate - QUEBEC).max(0)
        } else {
            self.rate
        };
        let premium = if self.insured {
            self.requested * INSURANCE_PERCENT / 100
        } else {
            0
        };
        let fee = if self.borrower_pays_fee { FEE } else { 0 };
        let principal = self.requested + fee + premium;
        let per_year = match self.frequency {
            "w" => 52,
            "f" => 26,
            _ => 12,
        };
        let payments = (self.months * per_year + 11) / 12;
        Cost {
            rate,
            fee,
            premium,
            principal,
            payments,
            payment: annuity(principal, rate, per_year, payments),
        }
    }
}

/// The equal payment that pays `principal` back, rounded to the cent.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "loans of a shop: far below 2^53 cents, and the result is rounded to the cent"
)]
fn annuity(principal: i64, rate: i64, per_year: i64, payments: i64) -> i64 {
    let (principal, count) = (principal as f64, payments.max(1) as f64);
    let periodic = rate as f64 / 10_000.0 / per_year as f64;
    let payment = if periodic == 0.0 {
        principal / count
    } else {
        principal * periodic / (1.0 - (1.0 + periodic).powf(-count))
    };
    payment.round() as i64
}

impl Cost {
    /// As an option of the calculator.
    pub(super) fn view(&self, terms: &Terms<'_>, dialect: Dialect) -> Value {
        json!({
            "amortization": dialect.integer(terms.months),
            "term": dialect.integer(terms.months),
            "payment_frequency": terms.frequency,
            "interest_rate": dialect.rate(self.rate),
            "fee": dialect.money(self.fee),
            "insurance_premium": dialect.money(self.premium),
            "principal_amount": dialect.money(self.principal),
            "number_of_payments": dialect.integer(self.payments),
            "payment_amount": dialect.money(self.payment),
            "total_amount": dialect.money(self.payment * self.payments),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(requested: i64, rate: i64, months: i64, frequency: &str) -> Terms<'_> {
        Terms {
            requested,
            rate,
            months,
            frequency,
            borrower_pays_fee: false,
            insured: false,
            quebec: false,
        }
    }

    #[test]
    fn a_known_loan_has_its_known_payment() {
        // 10,000 at 12 % over 12 months: 888.49, as any table of annuities says.
        let cost = terms(1_000_000, 1200, 12, "m").cost();
        assert_eq!((cost.payment, cost.payments), (88_849, 12));
        assert_eq!(terms(1_200_000, 0, 24, "m").cost().payment, 50_000);
    }

    #[test]
    fn the_payments_pay_the_loan_back() {
        for frequency in ["m", "f", "w"] {
            let cost = terms(2_500_000, 1299, 60, frequency).cost();
            let per_year = [("m", 12.0), ("f", 26.0), ("w", 52.0)]
                .into_iter()
                .find_map(|(known, count)| (known == frequency).then_some(count))
                .unwrap();
            let mut balance = cost.principal as f64;
            for _ in 0..cost.payments {
                balance = balance * (1.0 + 0.1299 / per_year) - cost.payment as f64;
            }
            // Half a cent of rounding in each payment, with interest.
            assert!(
                balance.abs() < cost.payments as f64,
                "{frequency}: {balance}"
            );
        }
    }

    #[test]
    fn the_fee_protection_and_quebec_count() {
        let plain = terms(500_000, 1299, 36, "m");
        let fee = Terms {
            borrower_pays_fee: true,
            ..plain
        };
        assert_eq!(fee.cost().principal, 500_000 + FEE);
        let insured = Terms {
            insured: true,
            ..plain
        };
        assert_eq!(insured.cost().principal, 520_000);
        let quebec = Terms {
            quebec: true,
            ..plain
        };
        assert_eq!(quebec.cost().rate, 1249);
        assert!(quebec.cost().payment < plain.cost().payment);
    }
}
