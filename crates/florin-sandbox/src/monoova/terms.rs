//! The terms of a quote: its rate, its two amounts, its day.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::Value;

use super::catalogue::Currency;
use super::money::{Cents, Rate};
use super::problem::Faults;
use super::rates::Rates;
use super::user::Identity;

/// The rate of the quote: the current one, one that was looked up before, or the back office's own.
pub(super) fn rate(
    who: Identity,
    sent: &Value,
    pair: (&'static Currency, &'static Currency),
    rates: &Rates,
    faults: &mut Faults,
) -> Option<Rate> {
    if let Some(own) = sent["exchange_rate"].as_str() {
        let own = Rate::parse(own).filter(|_| who == Identity::BackOffice);
        if own.is_none() {
            faults.add("/transaction/exchange_rate", "cannot be set");
        }
        return own;
    }
    let given = match &sent["rate_id"] {
        Value::Null => return rates.now(pair),
        Value::String(text) => text.parse().ok(),
        number => number.as_i64(),
    };
    let found = given.and_then(|id| rates.given(id, pair));
    if found.is_none() {
        faults.add("/transaction/rate_id", "is unknown, or of another pair");
    }
    found
}

/// What is sold and bought: one of the two is given, and the other one computed.
pub(super) fn amounts(sent: &Value, rate: Rate, faults: &mut Faults) -> Option<(Cents, Cents)> {
    let base = &sent["base_currency_amount"];
    let counter = &sent["counter_currency_amount"];
    match (base, counter) {
        (Value::Null, Value::Null) => {
            let why = "is required, or the other amount in its place";
            faults.add("/transaction/base_currency_amount", why);
            None
        }
        (base, Value::Null) => {
            let sold = amount(base, "/transaction/base_currency_amount", faults)?;
            Some((sold, rate.buy(sold)))
        }
        (Value::Null, counter) => {
            let bought = amount(counter, "/transaction/counter_currency_amount", faults)?;
            Some((rate.sell(bought), bought))
        }
        _ => {
            let why = "is given beside the other amount";
            faults.add("/transaction/counter_currency_amount", why);
            None
        }
    }
}

pub(super) fn amount(sent: &Value, at: &str, faults: &mut Faults) -> Option<Cents> {
    let amount = sent.as_str().and_then(Cents::parse);
    let amount = amount.filter(|amount| amount.0 > 0);
    if amount.is_none() {
        faults.add(at, "must be above 0, with at most two decimals");
    }
    amount
}

/// The day of the conversion: two days from now where none is given.
pub(super) fn value_date(sent: &Value, now: DateTime<Utc>, faults: &mut Faults) -> NaiveDate {
    let today = now.date_naive();
    let given = sent["value_date"].as_str();
    match given.and_then(|text| text.parse::<NaiveDate>().ok()) {
        Some(day) if day < today => {
            faults.add("/transaction/value_date", "is in the past");
            day
        }
        Some(day) => day,
        None => today.checked_add_days(Days::new(2)).unwrap_or(today),
    }
}
