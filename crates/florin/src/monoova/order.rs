//! What is ordered: a conversion, and who gets what was bought.

use chrono::NaiveDate;
use florin_core::Decimal;
use florin_core::decimal_string::DecimalString;
use florin_monoova::types;

use super::ordered::Ordered;
use super::{Currency, Payment, payment};

/// How much. The other amount follows from the rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So much of the currency that is sold (the base currency).
    Sell(Decimal),
    /// So much of the currency that is bought (the counter currency), in which payments are made.
    Buy(Decimal),
}

impl Amount {
    /// Why it can't be sent.
    pub(super) fn problem(self) -> Option<String> {
        let (Self::Sell(amount) | Self::Buy(amount)) = self;
        (amount <= Decimal::ZERO).then(|| "the amount is not above zero".to_owned())
    }

    pub(super) const fn sold(self) -> Option<Decimal> {
        match self {
            Self::Sell(amount) => Some(amount),
            Self::Buy(_) => None,
        }
    }

    pub(super) const fn bought(self) -> Option<Decimal> {
        match self {
            Self::Sell(_) => None,
            Self::Buy(amount) => Some(amount),
        }
    }
}

/// What a transaction is made from. Creating one makes a quote, which binds nobody until it is
/// [confirmed](super::Deal::confirm).
///
/// ```
/// use florin::monoova::{Amount, Currency, Order, Payment, TransactionReason};
///
/// // Buy 2500 US dollars with Australian ones, and send all of it to one beneficiary.
/// let amount = "2500.00".parse()?;
/// let order = Order::new(Currency::code("AUD"), Currency::code("USD"), Amount::Buy(amount)).payment(
///     Payment::new(20481, amount)
///         .reference("Invoice 4711")
///         .reason(TransactionReason::name("Purchase of inventory")),
/// );
/// # let _ = order;
/// # Ok::<(), florin::core::DecimalError>(())
/// ```
///
/// # What is refused before it is sent
///
/// An order without a payment (at least one is documented), an amount that isn't above zero, a code or name that is empty or has
/// white space around it, a currency against itself, and payments that come to more than is bought where [`Amount::Buy`] says how much that is. Payments that
/// come to less are sent: more of them can be [added](super::Deal::update) later, before they are
/// [allocated](super::Deal::allocate).
#[derive(Clone, Debug)]
pub struct Order {
    sell: Currency,
    buy: Currency,
    amount: Amount,
    payments: Vec<Payment>,
    value_date: Option<NaiveDate>,
    rate_id: Option<types::RateId>,
    exchange_rate: Option<Decimal>,
    from_account: Option<i64>,
    receipt_account: Option<i64>,
}

impl Order {
    /// Sells one currency to buy another.
    #[must_use]
    pub const fn new(sell: Currency, buy: Currency, amount: Amount) -> Self {
        Self {
            sell,
            buy,
            amount,
            payments: Vec::new(),
            value_date: None,
            rate_id: None,
            exchange_rate: None,
            from_account: None,
            receipt_account: None,
        }
    }

    /// Adds a payment, in the currency that is bought.
    #[must_use]
    pub fn payment(mut self, payment: Payment) -> Self {
        self.payments.push(payment);
        self
    }

    /// Adds payments, in the currency that is bought.
    #[must_use]
    pub fn payments(mut self, payments: impl IntoIterator<Item = Payment>) -> Self {
        self.payments.extend(payments);
        self
    }

    /// The day on which the conversion is made. The provider's choice unless said (documented as optional).
    #[must_use]
    pub const fn value_date(mut self, day: NaiveDate) -> Self {
        self.value_date = Some(day);
        self
    }

    /// A rate that was looked up before, by number or, as [`RateId::String`](types::RateId::String), by text. Documented as
    /// optional, and yet the documented rate has no identifier: a rate that was read is an indication, and what counts is the
    /// [`exchange_rate`](types::Transaction::exchange_rate) of the quote.
    #[must_use]
    pub fn rate_id(mut self, rate: impl Into<types::RateId>) -> Self {
        self.rate_id = Some(rate.into());
        self
    }

    /// A rate of one's own: units of the currency bought for one of the currency sold. The introduction calls it read-only, and
    /// one sample sends it; leave it out unless the provider has told you to send it.
    #[must_use]
    pub const fn exchange_rate(mut self, rate: Decimal) -> Self {
        self.exchange_rate = Some(rate);
        self
    }

    /// An account with held funds to pay from, by its identifier (inferred from the name, `base_currency_account_id`).
    #[must_use]
    pub const fn from_account(mut self, id: i64) -> Self {
        self.from_account = Some(id);
        self
    }

    /// The account to pay into, by its identifier (the name, `receipt_account_id`, is inferred from a sample that is cut off).
    #[must_use]
    pub const fn receipt_account(mut self, id: i64) -> Self {
        self.receipt_account = Some(id);
        self
    }

    /// Why it can't be sent.
    pub(super) fn problem(&self) -> Option<String> {
        self.sell
            .problem()
            .or_else(|| self.buy.problem())
            .or_else(|| same(&self.sell, &self.buy))
            .or_else(|| self.amount.problem())
            .or_else(|| {
                let rate = self.exchange_rate?;
                (rate <= Decimal::ZERO).then(|| "the exchange rate is not above zero".to_owned())
            })
            .or_else(|| payment::problem(&self.payments, self.amount.bought()))
    }

    /// What the answer is held against.
    pub(super) fn ordered(&self) -> Ordered {
        Ordered {
            sell: self.sell.clone(),
            buy: self.buy.clone(),
            amount: self.amount,
        }
    }

    /// The body of the request.
    pub(super) fn body(&self) -> types::CreateTransactionRequest {
        let code = |currency: &Currency| currency.as_code().map(str::to_owned);
        types::CreateTransactionRequest {
            transaction: types::TransactionInput {
                base_currency_id: self.sell.as_id(),
                base_currency_code: code(&self.sell),
                counter_currency_id: self.buy.as_id(),
                counter_currency_code: code(&self.buy),
                base_currency_amount: self.amount.sold().map(DecimalString),
                counter_currency_amount: self.amount.bought().map(DecimalString),
                value_date: self.value_date.map(|day| day.to_string()),
                rate_id: self.rate_id.clone(),
                base_currency_account_id: self.from_account,
                exchange_rate: self.exchange_rate.map(DecimalString),
                receipt_account_id: self.receipt_account,
                payments: payment::inputs(&self.payments),
            },
        }
    }
}

/// Two codes or two numbers that are the same. A code and a number can't be compared here.
pub(super) fn same(sell: &Currency, buy: &Currency) -> Option<String> {
    let is_same = match (sell.as_code(), buy.as_code()) {
        (Some(sell), Some(buy)) => sell.eq_ignore_ascii_case(buy),
        _ => sell == buy,
    };
    is_same.then(|| "the currency that is bought is the one that is sold".to_owned())
}
