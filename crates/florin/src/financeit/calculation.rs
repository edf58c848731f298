//! What to calculate.

use florin_core::{Decimal, Request};
use florin_financeit::types::{FeePaidBy, PaymentFrequency, RegionCode, VerticalName, YesNo};

use super::account::Caller;
use super::{Error, operations};

/// A loan to be calculated. What isn't set is left to the provider; its defaults are documented at each.
///
/// ```
/// use florin::financeit::Calculation;
/// use florin::financeit::types::{RegionCode, VerticalName};
///
/// let calculation = Calculation::new(8_400)
///     .vertical(VerticalName::HomeImprovement)
///     .region(RegionCode::On)
///     .insurance(true)
///     .amortization(36);
/// # let _ = calculation;
/// ```
#[derive(Clone, Debug)]
#[must_use = "give it to Client::calculate"]
pub struct Calculation {
    amount: Decimal,
    vertical: Option<VerticalName>,
    region: Option<RegionCode>,
    payment_frequency: Option<PaymentFrequency>,
    fee_paid_by: Option<FeePaidBy>,
    insurance: Option<bool>,
    promo_program: Option<i64>,
    amortization: Option<u32>,
    partner: Option<i64>,
    work_site_quebec: Option<bool>,
}

impl Calculation {
    /// A loan of this amount, in Canadian dollars.
    pub fn new(amount: impl Into<Decimal>) -> Self {
        Self {
            amount: amount.into(),
            vertical: None,
            region: None,
            payment_frequency: None,
            fee_paid_by: None,
            insurance: None,
            promo_program: None,
            amortization: None,
            partner: None,
            work_site_quebec: None,
        }
    }

    /// The line of business. An anonymous token needs it, and a partner that has several.
    pub const fn vertical(mut self, vertical: VerticalName) -> Self {
        self.vertical = Some(vertical);
        self
    }

    /// The province. An anonymous token needs it for payment protection.
    pub const fn region(mut self, region: RegionCode) -> Self {
        self.region = Some(region);
        self
    }

    /// How often is paid. Monthly unless said.
    pub const fn payment_frequency(mut self, frequency: PaymentFrequency) -> Self {
        self.payment_frequency = Some(frequency);
        self
    }

    /// Who pays the fee. Unless said, what the partner's account is set to; for an anonymous token, the borrower.
    pub const fn fee_paid_by(mut self, payer: FeePaidBy) -> Self {
        self.fee_paid_by = Some(payer);
        self
    }

    /// Whether the borrower wants payment protection. No unless said.
    pub const fn insurance(mut self, wanted: bool) -> Self {
        self.insurance = Some(wanted);
        self
    }

    /// A promo program. 0 is the free program, and not the same as saying nothing.
    pub const fn promo_program(mut self, id: i64) -> Self {
        self.promo_program = Some(id);
        self
    }

    /// The amortization in months. Unless said, the longest that the program has.
    pub const fn amortization(mut self, months: u32) -> Self {
        self.amortization = Some(months);
        self
    }

    /// The partner for whom a broker wants a link to apply. Without it, a broker gets the figures and no link.
    pub const fn partner(mut self, id: i64) -> Self {
        self.partner = Some(id);
        self
    }

    /// Whether the work is done in Quebec, which has rates of its own. No unless said.
    pub const fn work_site_quebec(mut self, it_is: bool) -> Self {
        self.work_site_quebec = Some(it_is);
        self
    }

    pub(super) fn check(&self, caller: Caller) -> Result<(), Error> {
        let operation = &operations::CALCULATE_LOAN_OPTIONS;
        let refuse = |problem: &str| Err(Error::invalid_request(operation, problem));
        caller.check_vertical(operation, self.vertical.is_some())?;
        if self.amount <= Decimal::ZERO {
            return refuse("requested_amount isn't above zero");
        }
        if self.amortization == Some(0) {
            return refuse("amortization is zero; it counts months, and may be left out");
        }
        if caller == Caller::Anonymous && self.insurance == Some(true) && self.region.is_none() {
            return refuse(
                "region_code is missing; an anonymous token needs it where insurance is wanted",
            );
        }
        Ok(())
    }

    pub(super) fn write(&self, request: &mut Request<'_>) {
        let spelled =
            |flag: Option<bool>| flag.map(|flag| if flag { YesNo::Yes } else { YesNo::No });
        request
            .query("amortization", &self.amortization)
            .query("fee_paid_by", &self.fee_paid_by)
            .query("insurance", &spelled(self.insurance))
            .query("partner_id", &self.partner)
            .query("payment_frequency", &self.payment_frequency)
            .query("promo_program_id", &self.promo_program)
            .query("region_code", &self.region)
            .query("requested_amount", &self.amount)
            .query("vertical_name", &self.vertical)
            .query("work_site_quebec", &spelled(self.work_site_quebec));
    }
}

#[cfg(test)]
mod tests {
    use super::super::Account;
    use super::*;

    fn problem(calculation: &Calculation, caller: Caller) -> Option<String> {
        calculation.check(caller).err().map(|error| {
            assert!(error.is_invalid_request());
            error.to_string()
        })
    }

    #[test]
    fn an_anonymous_token_needs_a_vertical_and_a_region_for_insurance() {
        let bare = Calculation::new(100);
        let told = problem(&bare, Caller::Anonymous).unwrap();
        assert!(told.contains("vertical_name is missing"), "{told}");
        let vertical = bare.vertical(VerticalName::Power);
        assert_eq!(problem(&vertical, Caller::Anonymous), None);
        assert_eq!(
            problem(&vertical.clone().insurance(false), Caller::Anonymous),
            None
        );
        let insured = vertical.insurance(true);
        let told = problem(&insured, Caller::Anonymous).unwrap();
        assert!(told.contains("region_code is missing"), "{told}");
        assert_eq!(problem(&insured, Caller::Login(Account::Merchant)), None);
        assert_eq!(
            problem(&insured.region(RegionCode::Qc), Caller::Anonymous),
            None
        );
    }

    #[test]
    fn a_broker_may_calculate_without_a_partner() {
        assert_eq!(
            problem(&Calculation::new(100), Caller::Login(Account::Broker)),
            None
        );
    }

    #[test]
    fn amounts_and_months_are_above_zero() {
        let merchant = Caller::Login(Account::Merchant);
        for amount in [0, -5] {
            let told = problem(&Calculation::new(amount), merchant).unwrap();
            assert!(told.contains("requested_amount"), "{told}");
        }
        let told = problem(&Calculation::new(1).amortization(0), merchant).unwrap();
        assert!(told.contains("amortization"), "{told}");
    }
}
