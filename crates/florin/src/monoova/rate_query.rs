//! Which rate is asked for.

use florin_core::Request;
use florin_core::decimal_string::DecimalString;

use super::order::same;
use super::{Amount, Currency};

/// A pair of currencies to ask the [rate](super::Client::rate) of.
///
/// ```
/// use florin::monoova::{Amount, Currency, RateQuery};
///
/// let query = RateQuery::new(Currency::code("AUD"), Currency::code("USD"))
///     .amount(Amount::Buy("2500.00".parse()?));
/// # let _ = query;
/// # Ok::<(), florin::core::DecimalError>(())
/// ```
///
/// A rate is an indication: it has no expiry and, in the documented sample, no identifier to order at. What counts is the rate
/// of the quote, which is made by [creating a transaction](super::Client::create_transaction).
#[derive(Clone, Debug)]
pub struct RateQuery {
    sell: Currency,
    buy: Currency,
    amount: Option<Amount>,
}

impl RateQuery {
    /// Sells one currency to buy another.
    #[must_use]
    pub const fn new(sell: Currency, buy: Currency) -> Self {
        Self {
            sell,
            buy,
            amount: None,
        }
    }

    /// For an amount. That the amount that is bought can be given is documented, the other one is inferred.
    #[must_use]
    pub const fn amount(mut self, amount: Amount) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Why it can't be sent.
    pub(super) fn problem(&self) -> Option<String> {
        self.sell
            .problem()
            .or_else(|| self.buy.problem())
            .or_else(|| same(&self.sell, &self.buy))
            .or_else(|| self.amount.and_then(Amount::problem))
    }

    pub(super) fn write(&self, request: &mut Request<'_>) {
        let sold = self.amount.and_then(Amount::sold).map(DecimalString);
        let bought = self.amount.and_then(Amount::bought).map(DecimalString);
        request
            .query("base_currency_amount", &sold)
            .query("base_currency_code", &self.sell.as_code())
            .query("base_currency_id", &self.sell.as_id())
            .query("counter_currency_amount", &bought)
            .query("counter_currency_code", &self.buy.as_code())
            .query("counter_currency_id", &self.buy.as_id());
    }
}
