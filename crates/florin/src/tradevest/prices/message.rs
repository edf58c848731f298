//! The messages of the socket: one that is sent, two that are known to come.
//!
//! Read leniently: each entry on its own, so that one that can't be read doesn't take the others with it, and from the text of
//! the numbers, so that no digit is lost. An entry is read whole or not at all: the levels that can be read are no order book.

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::buffer::Said;
use super::reason::ProviderError;
use super::{Level, Market, Markets, Price, Unreadable};

/// The one message that the server expects.
pub(super) fn subscription(markets: &Markets) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Request<'a> {
        r#type: &'static str,
        price_subscription: Subscription<'a>,
    }
    #[derive(Serialize)]
    struct Subscription<'a> {
        markets: Vec<&'a Market>,
    }
    let markets = match markets {
        // Documented: an empty list is all of them.
        Markets::All => Vec::new(),
        Markets::Only(markets) => markets.iter().collect(),
    };
    let request = Request {
        r#type: "PRICE_SUBSCRIPTION",
        price_subscription: Subscription { markets },
    };
    // Texts in structures of our own can always be written.
    serde_json::to_string(&request).unwrap_or_default()
}

/// What a message is.
#[derive(Debug)]
pub(super) enum Message {
    /// `PRICES`: data, or the sign of life that comes each second.
    Prices(Vec<Entry>),
    /// `ERROR`: the server closes after it.
    Error(ProviderError),
    /// Another type than the documented ones.
    Unknown,
}

/// What stands in a `PRICES` message for one market.
#[derive(Debug)]
pub(super) enum Entry {
    Said(Said),
    /// Both lists are empty: nothing has changed. Never an empty book.
    Heartbeat,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(default)]
    r#type: Value,
    #[serde(borrow, default)]
    prices: Option<Vec<&'a RawValue>>,
    #[serde(default)]
    error: Value,
    #[serde(default, rename = "connectionId")]
    connection_id: Value,
}

#[derive(Deserialize)]
struct MarketPrices {
    #[serde(default)]
    market: Option<Market>,
    #[serde(default)]
    time: Value,
    #[serde(default)]
    asks: Option<Vec<Level>>,
    #[serde(default)]
    bids: Option<Vec<Level>>,
}

/// What is left of an entry that can't be read.
#[derive(Deserialize)]
struct Named {
    market: Market,
}

/// Reads a message that came at `received_at` on connection number `connection`; `None` where it isn't what a message is.
pub(super) fn parse(bytes: &[u8], connection: u64, received_at: DateTime<Utc>) -> Option<Message> {
    // A list would be taken for an object's fields in their order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return None;
    }
    let envelope: Envelope<'_> = serde_json::from_slice(bytes).ok()?;
    let entry = |raw: &RawValue| entry(raw, connection, received_at);
    Some(match envelope.r#type.as_str() {
        Some("PRICES") => {
            let prices = envelope.prices.unwrap_or_default();
            Message::Prices(prices.into_iter().map(entry).collect())
        }
        Some("ERROR") => Message::Error(ProviderError::new(
            text(envelope.error),
            text(envelope.connection_id),
        )),
        _ => Message::Unknown,
    })
}

fn entry(raw: &RawValue, connection: u64, received_at: DateTime<Utc>) -> Entry {
    let unreadable = |market| {
        let unreadable = Unreadable::new(market, received_at, Some(raw.to_owned()));
        Entry::Said(Said::Unreadable(unreadable))
    };
    let Ok(read) = serde_json::from_str::<MarketPrices>(raw.get()) else {
        let named = serde_json::from_str::<Named>(raw.get()).ok();
        return unreadable(named.map(|named| named.market));
    };
    let (asks, bids) = (read.asks.unwrap_or_default(), read.bids.unwrap_or_default());
    if asks.is_empty() && bids.is_empty() {
        return Entry::Heartbeat;
    }
    let Some(market) = read.market else {
        return unreadable(None);
    };
    Entry::Said(Said::Price(Price {
        market,
        time: time(&read.time),
        asks,
        bids,
        received_at,
        overwritten: 0,
        is_live: true,
        raw: raw.to_owned(),
        connection,
    }))
}

/// RFC 3339 with an offset and up to nine digits of a second. Another text is no reason to lose a price.
fn time(value: &Value) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(value.as_str()?).ok()
}

/// A documented text, whatever comes in its place.
pub(super) fn text(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}
