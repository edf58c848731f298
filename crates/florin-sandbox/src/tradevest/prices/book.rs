//! Messages as the socket sends them.

use chrono::{DateTime, FixedOffset, Offset as _, SecondsFormat, Utc};
use serde_json::{Value, json};

/// What is offered of one market against EUR: levels of price and quantity, both as texts.
///
/// ```
/// use florin_sandbox::tradevest::Quote;
///
/// let quote = Quote::of("BTC").ask("91234.50", "0.25").bid("91230.00", "1");
/// ```
#[derive(Clone, Debug)]
#[must_use = "a quote is shown to nobody before it is pushed"]
pub struct Quote {
    pub(super) symbol: String,
    asks: Vec<Value>,
    bids: Vec<Value>,
}

impl Quote {
    /// Of this crypto currency, with no level yet: pushed as it is, it says that nothing has changed.
    pub fn of(symbol: &str) -> Self {
        Self {
            symbol: symbol.to_owned(),
            asks: Vec::new(),
            bids: Vec::new(),
        }
    }

    /// Somebody sells at this price.
    pub fn ask(mut self, price: &str, quantity: &str) -> Self {
        self.asks.push(level(price, quantity));
        self
    }

    /// Somebody buys at this price.
    pub fn bid(mut self, price: &str, quantity: &str) -> Self {
        self.bids.push(level(price, quantity));
        self
    }

    pub(super) fn entry(&self, now: DateTime<Utc>) -> Value {
        json!({
            "market": market(&self.symbol),
            "time": time(now),
            "asks": self.asks,
            "bids": self.bids,
        })
    }
}

fn level(price: &str, quantity: &str) -> Value {
    json!({"price": price, "quantity": quantity})
}

fn market(symbol: &str) -> Value {
    json!({"currency": "EUR", "cryptoSymbol": symbol})
}

/// With an offset, as documented for the socket, and unlike all other times.
fn time(now: DateTime<Utc>) -> String {
    let summer = FixedOffset::east_opt(2 * 3600).unwrap_or_else(|| Utc.fix());
    now.with_timezone(&summer)
        .to_rfc3339_opts(SecondsFormat::Millis, false)
}

/// Data.
pub(super) fn prices(entries: &[Value]) -> String {
    json!({"type": "PRICES", "prices": entries}).to_string()
}

/// The sign of life of each second.
pub(super) fn unchanged<'a>(
    symbols: impl IntoIterator<Item = &'a str>,
    now: DateTime<Utc>,
) -> String {
    let entries: Vec<Value> = symbols
        .into_iter()
        .map(|symbol| Quote::of(symbol).entry(now))
        .collect();
    prices(&entries)
}

/// What goes before the close.
pub(super) fn error(text: &str, connection_id: &str) -> String {
    json!({"type": "ERROR", "error": text, "connectionId": connection_id}).to_string()
}
