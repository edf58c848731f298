//! The mark in every secret and personal field that goes out or comes back.

use florin::monoova::types::{AddressInput, BankAccountInput};
use florin::monoova::{
    Amount, Country, Currency, NewBeneficiary, NewSubCustomer, Order, Payment, TransactionReason,
};
use florin_tests::monoova::in_memory::{Asked, InMemory, Says};
use florin_tests::monoova::order::{self, amount};
use serde_json::{Value, json};

use super::said::MARK;

/// An object with the mark under each of the names, and under one that nobody knows.
pub(crate) fn fields(names: &[&str]) -> Value {
    let names = names.iter().chain(&["something_new"]);
    names
        .map(|name| ((*name).to_owned(), json!(MARK)))
        .collect()
}

fn address() -> Value {
    fields(&[
        "address_line_1",
        "address_line_2",
        "suburb",
        "city",
        "province",
        "postcode",
        "country_code",
    ])
}

fn name() -> Value {
    fields(&["first_name", "middle_name", "last_name"])
}

fn bank_account() -> Value {
    fields(&[
        "bank_name",
        "bank_code",
        "branch_code",
        "branch_name",
        "account_name",
        "account_number",
    ])
}

fn marked_address() -> AddressInput {
    serde_json::from_value(address()).unwrap()
}

pub(crate) fn beneficiary() -> NewBeneficiary {
    let account: BankAccountInput = serde_json::from_value(bank_account()).unwrap();
    NewBeneficiary::individual(MARK, MARK, Country::code("USA"), Currency::code("USD"))
        .address(marked_address())
        .bank_account(account)
        .email(format!("{MARK}@example.com"))
        .mobile(MARK)
        .field("iban", MARK)
}

pub(crate) fn sub_customers() -> [NewSubCustomer; 2] {
    let country = || Country::code("AUS");
    [
        NewSubCustomer::individual(MARK, MARK, MARK, country())
            .address(marked_address())
            .email(format!("{MARK}@example.com"))
            .mobile(MARK),
        NewSubCustomer::company(MARK, MARK, country())
            .registration_number(MARK)
            .field("trading_name", MARK),
    ]
}

pub(crate) fn payment() -> Payment {
    let [person, company] = sub_customers();
    Payment::new(order::BENEFICIARY, amount("1.00"))
        .reference(MARK)
        .reason(TransactionReason::name("Other"))
        .reason_text(MARK)
        .on_behalf_of(30_055)
        .on_behalf_of_new(person)
        .on_behalf_of_new(company)
}

pub(crate) fn order() -> Order {
    let amount = Amount::Sell(amount("1000.00"));
    Order::new(Currency::code("AUD"), Currency::code("USD"), amount).payment(payment())
}

/// What can't be sent as it is, and has the mark where it can't.
pub(crate) fn unsendable() -> [Order; 4] {
    let sold = Amount::Sell(amount("1"));
    let of = |sell: Currency, buy: Currency| Order::new(sell, buy, sold);
    let usd = || Currency::code("USD");
    [
        of(usd(), usd()).payment(payment()),
        of(Currency::code("AUD"), usd()),
        of(Currency::code(" "), usd()).payment(payment()),
        of(Currency::code("AUD"), usd())
            .payment(payment().on_behalf_of_new(sub_customers()[0].clone().field("email", MARK))),
    ]
}

fn transaction() -> Value {
    let mut payment = fields(&["payment_reference"]);
    payment["id"] = json!(71_001);
    payment["beneficiary"] = json!({"id": 1, MARK: MARK});
    let mut account = fields(&["name", "receipt_text"]);
    account["bank_account"] = bank_account();
    let mut transaction = fields(&[]);
    for (name, value) in [
        ("id", json!(7)),
        ("status", json!("open")),
        ("receipt_account", account),
        ("payments", json!([payment, payment])),
        ("base_currency", fields(&[])),
        ("counter_currency", json!("USD")),
        ("fees", json!("15.00")),
    ] {
        transaction[name] = value;
    }
    transaction
}

fn person() -> Value {
    let mut person = fields(&[
        "gender",
        "birth_date",
        "company_name",
        "registration_number",
        "email",
        "mobile",
    ]);
    for (field, value) in [
        ("id", json!(9)),
        ("status", json!("active")),
        ("name", name()),
        ("address", address()),
        ("bank_account", bank_account()),
        ("country", fields(&[])),
        ("currency", fields(&[])),
        ("account_type", fields(&[])),
    ] {
        person[field] = value;
    }
    person
}

/// A good answer, marked.
pub(crate) fn answer(operation: &str) -> Value {
    let mut answer = fields(&[]);
    let (name, value) = match operation {
        "list_countries" => {
            let mut country = fields(&[]);
            country["available_currencies"] = json!([fields(&[])]);
            ("countries", json!([country]))
        }
        "list_currencies" => ("currencies", json!([fields(&[])])),
        "list_transaction_reasons" => ("transaction_reasons", json!([fields(&[])])),
        "list_remuneration_types" => ("remuneration_types", json!([fields(&[])])),
        "get_rate" => {
            let mut rate = fields(&[]);
            rate["exchange_rate"] = json!("0.6605");
            ("rate", rate)
        }
        "list_beneficiaries" => ("beneficiaries", json!([person()])),
        "list_sub_customers" => ("sub_customers", json!([person()])),
        "list_transactions" => ("transactions", json!([transaction()])),
        "create_beneficiary" | "get_beneficiary" => ("beneficiary", person()),
        "create_sub_customer" | "get_sub_customer" => ("sub_customer", person()),
        _ => ("transaction", transaction()),
    };
    answer[name] = value;
    answer
}

/// A provider that gives a marked token and else says this.
pub(crate) fn saying(says: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> InMemory {
    InMemory::with_tokens(move |asked| match asked.operation.as_str() {
        "create_access_token" => Says::Yes(json!({
            "access_token": MARK, "token_type": "Bearer", "refresh_token": MARK, "more": MARK,
        })),
        _ => says(asked),
    })
}
