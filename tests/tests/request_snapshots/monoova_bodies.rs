//! What Monoova is sent: everything that the facade can say, with canaries wherever it is personal.

use florin::monoova::types::{AddressInput, BankAccountInput};
use florin::monoova::{
    Amount, Country, Currency, NewBeneficiary, NewSubCustomer, Order, Payment, TransactionReason,
};
use serde_json::{Value, json};

/// What requests name by number.
#[derive(Clone, Copy)]
pub(super) struct Ids {
    pub(super) user: i64,
    pub(super) beneficiary: i64,
    pub(super) keeper: i64,
    pub(super) sub_customers: [i64; 2],
    pub(super) deal: i64,
    pub(super) country: i64,
    pub(super) currency: i64,
    pub(super) reason: i64,
    pub(super) value_date: &'static str,
}

/// Those of the samples.
pub(super) const SAMPLED: Ids = Ids {
    user: 40_017,
    beneficiary: 20_481,
    keeper: 20_001,
    sub_customers: [30_055, 30_056],
    deal: 51_842,
    country: 10_513,
    currency: 10_921,
    reason: 10_851,
    value_date: "2026-07-02",
};

fn address(fields: Value) -> AddressInput {
    serde_json::from_value(fields).unwrap()
}

/// Everything that the facade can say of a beneficiary.
pub(super) fn beneficiary(ids: Ids) -> NewBeneficiary {
    let account: BankAccountInput = serde_json::from_value(json!({
        "bank_name": "Canary Bank", "bank_code": "canary", "branch_code": "canary", "branch_name": "canary",
        "account_name": "Canary", "account_number": "canary-0012", "swift": "CANARYXX",
    }))
    .unwrap();
    NewBeneficiary::individual(
        "Canary",
        "Canarini",
        Country::code("CHN"),
        Currency::id(ids.currency),
    )
    .address(address(json!({
        "address_line_1": "8 Canary Lane", "address_line_2": "canary", "suburb": "canary", "city": "canary",
        "province": "canary", "postcode": "canary", "country_code": "CHN", "floor": "canary",
    })))
    .bank_account(account)
    .email("canary@example.com")
    .mobile("+61canary")
    .field("nickname", "canary")
}

/// The sampled sub customer.
pub(super) fn sub_customer() -> NewSubCustomer {
    NewSubCustomer::company("Canary Imports", "8 Canary Lane", Country::code("AUS"))
        .address(address(json!({
            "address_line_2": "Canary", "city": "Canaryville", "postcode": "canary",
        })))
        .registration_number("canary 0011")
        .email("canary@example.com")
        .mobile("+61canary")
        .field("trading_name", "canary")
}

/// The sampled order, which says everything.
pub(super) fn order(ids: Ids) -> Order {
    let decimal = |text: &str| text.parse().unwrap();
    let person = NewSubCustomer::individual(
        "Canary",
        "Canarini",
        "8 Canary Lane",
        Country::id(ids.country),
    );
    let paid = Payment::new(ids.beneficiary, decimal("2000.00"))
        .reference("Canary invoice 9")
        .reason(TransactionReason::id(ids.reason))
        .reason_text("for the canary")
        .on_behalf_of(ids.sub_customers[0])
        .on_behalf_of(ids.sub_customers[1]);
    let kept = Payment::new(ids.keeper, decimal("500.10"))
        .reason(TransactionReason::name("Other"))
        .on_behalf_of_new(person);
    Order::new(
        Currency::code("AUD"),
        Currency::id(ids.currency),
        Amount::Buy(decimal("2500.10")),
    )
    .value_date(ids.value_date.parse().unwrap())
    .rate_id(77)
    .from_account(60_010)
    .exchange_rate(decimal("4.7120"))
    .receipt_account(10_177)
    .payments([paid, kept])
}

pub(super) fn only_payment(ids: Ids) -> [Payment; 1] {
    [Payment::new(ids.beneficiary, "2500.10".parse().unwrap())]
}
