//! Prices, and the quotes that a test has planted: how one is asked for is undocumented.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::amount::Amount;

/// A price that is good for a while.
#[derive(Clone, Debug)]
pub(super) struct Quote {
    pub(super) symbol: String,
    pub(super) side: String,
    pub(super) quantity: Amount,
    pub(super) price: Amount,
    pub(super) until: DateTime<Utc>,
}

/// The quotes, by their identifier.
#[derive(Debug, Default)]
pub(super) struct Quotes(pub(super) HashMap<String, Quote>);

/// What a unit of something costs in euros, always.
pub(super) fn price(symbol: &str) -> Amount {
    match symbol {
        "BTC" => Amount::whole(50_000),
        "ETH" => Amount::whole(2_500),
        _ => Amount::whole(100),
    }
}
