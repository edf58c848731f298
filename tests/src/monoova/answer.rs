//! What a provider in memory answers, in the documented form.

use serde_json::{Value, json};

/// A transaction in its envelope: 1000 Australian dollars sold for 660.50 US dollars.
#[must_use]
pub fn transaction(id: i64, status: &str) -> Value {
    json!({"transaction": bare_transaction(id, status)})
}

/// The same without its envelope.
#[must_use]
pub fn bare_transaction(id: i64, status: &str) -> Value {
    json!({
        "id": id,
        "status": status,
        "status_label": status.to_uppercase(),
        "base_currency": aud(),
        "counter_currency": usd(),
        "base_currency_amount": "1000.00",
        "counter_currency_amount": "660.50",
        "exchange_rate": "0.6605",
        "value_date": "2026-11-04",
        "fees": "15.00",
        "receipt_amount": "1015.00",
        "payments": [],
        "created_date": "2026-11-02T19:00:00+11:00",
        "updated_date": "2026-11-02T19:00:00+11:00",
    })
}

/// A rate in its envelope.
#[must_use]
pub fn rate() -> Value {
    json!({"rate": {
        "base_currency": aud(),
        "counter_currency": usd(),
        "exchange_rate": "0.6605",
        "updated_date": "2026-11-02T19:00:00+11:00",
    }})
}

/// A sub customer in its envelope.
#[must_use]
pub fn sub_customer(id: i64) -> Value {
    json!({"sub_customer": {
        "id": id,
        "status": "active",
        "account_type": {"id": 10_000, "name": "company"},
        "name": {"first_name": null, "middle_name": "", "last_name": null},
        "company_name": "Wattle Imports Pty Ltd",
        "country": {"id": 10_013, "name": "Australia", "country_code": "AUS"},
        "address": {"address_line_1": "7 Wharf Road", "postcode": "2000"},
        "created_date": "2026-11-02T19:00:00+11:00",
        "updated_date": "2026-11-02T19:00:00+11:00",
    }})
}

fn aud() -> Value {
    json!({"id": 10_004, "name": "Australian Dollar", "currency_code": "AUD"})
}

fn usd() -> Value {
    json!({"id": 10_001, "name": "US Dollar", "currency_code": "USD"})
}
