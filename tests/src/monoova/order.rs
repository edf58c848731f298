//! Orders and people, as good as they have to be.

use florin::core::Decimal;
use florin::monoova::{
    Amount, Country, Currency, NewBeneficiary, NewSubCustomer, Order, Payment, TransactionReason,
};

/// Who is paid.
pub const BENEFICIARY: i64 = 20_481;

/// An amount, from its text.
#[must_use]
pub fn amount(text: &str) -> Decimal {
    // The fallback would be refused before it is sent, so that a test with a wrong text fails.
    text.parse().unwrap_or_default()
}

/// Buys 660.50 US dollars with Australian ones, and sends all of it to one beneficiary.
#[must_use]
pub fn order() -> Order {
    Order::new(
        Currency::code("AUD"),
        Currency::code("USD"),
        Amount::Buy(amount("660.50")),
    )
    .payment(payment("660.50"))
}

/// A payment to the beneficiary.
#[must_use]
pub fn payment(sum: &str) -> Payment {
    Payment::new(BENEFICIARY, amount(sum))
        .reference("Invoice 4711")
        .reason(TransactionReason::name("Purchase of inventory"))
}

/// A company in the United States, paid in its dollars.
pub fn beneficiary() -> NewBeneficiary {
    NewBeneficiary::company(
        "Juniper Tools Inc",
        Country::code("USA"),
        Currency::code("USD"),
    )
}

/// A company in Australia, on whose behalf payments are made.
pub fn sub_customer() -> NewSubCustomer {
    NewSubCustomer::company(
        "Wattle Imports Pty Ltd",
        "7 Wharf Road",
        Country::code("AUS"),
    )
}
