//! Live prices without a network: a scripted server, and time that is paused.

mod buffer;
mod connecting;
mod gaps;
mod markets;
mod messages;
mod reading;
mod server;
mod still;
mod unreadable;

use chrono::{DateTime, Utc};
use florin_core::{ConfigError, Seam, TokenCache};

use super::stream::Source;
use super::{Gap, Market, Price, Prices, PricesError, Unreadable, Update};
use server::{Server, Tokens};

fn start() -> DateTime<Utc> {
    "2026-11-02T08:00:00Z".parse().unwrap()
}

/// A seam under which pauses are as long as they can be.
fn seam() -> Seam {
    Seam::without_chance(start(), 1.0)
}

fn source(tokens: Tokens) -> Source {
    let seam = seam();
    Source {
        base_url: Ok::<_, ConfigError>("https://prices.example".to_owned()),
        tokens: TokenCache::new(tokens, seam.clone()),
        seam,
    }
}

/// The prices of BTC from a scripted server.
fn prices(server: &Server) -> Prices {
    Prices::new(Market::eur("BTC").into(), source(Tokens::default())).link(server.clone())
}

fn price(update: Option<Result<Update, PricesError>>) -> Price {
    match update {
        Some(Ok(Update::Price(price))) => price,
        other => panic!("a price was due: {other:?}"),
    }
}

fn gap(update: Option<Result<Update, PricesError>>) -> Gap {
    match update {
        Some(Ok(Update::Gap(gap))) => gap,
        other => panic!("a gap was due: {other:?}"),
    }
}

fn unreadable(update: Option<Result<Update, PricesError>>) -> Unreadable {
    match update {
        Some(Ok(Update::Unreadable(unreadable))) => unreadable,
        other => panic!("something unreadable was due: {other:?}"),
    }
}

fn error(update: Option<Result<Update, PricesError>>) -> PricesError {
    match update {
        Some(Err(error)) => error,
        other => panic!("an error was due: {other:?}"),
    }
}

/// A message with one ask of `symbol` at this price.
fn ask(symbol: &str, price: &str) -> String {
    format!(
        r#"{{"type":"PRICES","prices":[{{"market":{{"currency":"EUR","cryptoSymbol":"{symbol}"}},"time":"2026-11-02T09:00:00.5+01:00","asks":[{{"price":"{price}","quantity":"0.5"}}],"bids":[]}}]}}"#
    )
}

/// The sign of life.
const HEARTBEAT: &str = r#"{"type":"PRICES","prices":[{"market":{"currency":"EUR","cryptoSymbol":"BTC"},"asks":[],"bids":[]}]}"#;
