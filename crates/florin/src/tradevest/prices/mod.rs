//! Live prices of crypto currencies, over a WebSocket.
//!
//! [`Client::prices`] gives a [`Prices`]: a `Stream` that connects, subscribes, and connects again whenever the connection is lost.
//! It needs the feature `tradevest-prices`, which adds five crates to the build.
//!
//! ```no_run
//! # async fn f(tradevest: florin::tradevest::Client) -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use florin::tradevest::prices::{Market, Update};
//!
//! let mut prices = tradevest
//!     .prices([Market::eur("BTC")])
//!     .idle_timeout(Duration::from_secs(3));
//!
//! // The handle goes wherever markets are chosen; the stream is read meanwhile.
//! let handle = prices.handle();
//! tokio::spawn(async move { handle.add([Market::eur("ETH")]) });
//!
//! while let Some(update) = prices.next().await {
//!     match update? {
//!         Update::Price(price) => {
//!             for ask in &price.asks {
//!                 println!("{} {} at {}", price.market, ask.quantity, ask.price);
//!             }
//!             if price.overwritten > 0 {
//!                 println!("{} updates came too fast", price.overwritten);
//!             }
//!         }
//!         Update::Gap(gap) => match gap.until {
//!             None => println!("no live prices since {}: {}", gap.since, gap.reason),
//!             Some(until) => println!("live again at {until}"),
//!         },
//!         Update::Unreadable(lost) => match lost.market {
//!             Some(market) => println!("what was said of {market} can't be read"),
//!             None => println!("something can't be read; it may be about any market"),
//!         },
//!         _ => {}
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What is known of the prices
//!
//! A message brings entries of order books: levels to sell and to buy at, as texts, read exactly. Whether they are whole books or
//! what has changed in them isn't documented, so nothing is worked out of them; [`Price::raw`] has the entry as it came. An entry
//! whose two lists are empty says that nothing has changed (documented): it is a sign of life, and never an empty book.
//!
//! An entry with anything in it that can't be read, be it one number, is handed out as [`Unreadable`], which names its market as far
//! as that can be read: half an order book would look like a whole one. The other entries of its message aren't touched by it. What
//! comes of a market that isn't subscribed to is dropped, and [counted](Counters::unwanted).
//!
//! # When prices aren't live
//!
//! Something is due each second (documented). After 5 seconds without it, or when the connection is lost, the stream hands out an
//! open [`Gap`], and connects again: after a second at first, then ever more slowly up to every 30 seconds. When prices come again, it
//! hands out the gap closed. What was said in between is lost: the server keeps nothing for who is away. A price says by
//! [`is_live`](Price::is_live) whether its connection was alive when it was handed out, and [`PricesHandle::is_live`] says it
//! at any time. Both look at the clocks, so they are right also where this process was stopped, its machine suspended, or the runtime
//! blocked, and nobody could notice the silence. What waited in the socket meanwhile isn't taken for live; another connection is made.
//! A calendar that is set forward by more than the idle timeout has the same effect.
//!
//! # Who reads too slowly
//!
//! The socket is read whether or not anybody takes what it brings. Of each market the latest price is kept, and it says
//! [how many](Price::overwritten) it has overwritten. So a slow reader misses what is old and never what is new, and no more is held
//! than one price for each market, and [64 MiB](Prices::capacity) for all of them.
//!
//! # Connecting
//!
//! How the socket is protected isn't documented. The client's token goes along unless [told otherwise](Prices::send_token). Where it
//! is refused (401, 403), it is given up and another one is asked for, once for each time that prices are away. Where nothing is at
//! the path (404), the other documented one is tried.
//!
//! What the server refuses for good, and credentials that are refused, end the stream with an error as long as no prices have come:
//! something is wrong with the settings. Once they have come, the stream goes on trying whatever is said, and the
//! [gap](Gap::reason) says what. A busy or failing server never ends it.
//!
//! Connections go the way of every other call: same TLS, same proxies, plain `http` on loopback only. They don't go through a
//! [`transport`](super::ClientBuilder::transport) that was given for tests, which carries single requests; the token does.
//!
//! # Changing the markets
//!
//! A connection has one subscription, which can't be changed (documented). A change by the [handle](Prices::handle) closes the
//! connection and makes another one, at most once a second. Without any market left, there is no connection. A change during a pause
//! between two attempts doesn't shorten it: the next attempt has the new markets, and where none is left the stream says so at once.

mod buffer;
mod dial;
mod handle;
mod handshake;
mod market;
mod message;
mod moment;
mod reason;
mod reconnect;
mod refusal;
mod shared;
mod socket;
mod stream;
mod task;
#[cfg(test)]
mod tests;
mod update;
mod web;

use florin_core::ConfigError;

pub use handle::{Counters, PricesHandle};
pub use market::{Market, Markets};
pub use reason::{PricesError, ProviderError, Reason};
pub use refusal::Refusal;
pub use stream::Prices;
pub use update::{Gap, Level, Price, Unreadable, Update};

use super::Client;

impl Client {
    /// Live prices of these markets, see [`prices`](self). Sends nothing before the stream is polled.
    ///
    /// ```no_run
    /// # async fn f(tradevest: florin::tradevest::Client) -> Result<(), florin::tradevest::prices::PricesError> {
    /// use florin::tradevest::prices::{Market, Update};
    ///
    /// let mut prices = tradevest.prices([Market::eur("BTC"), Market::eur("ETH")]);
    /// while let Some(update) = prices.next().await {
    ///     match update? {
    ///         Update::Price(price) if price.is_live => println!("{}: {:?}", price.market, price.asks),
    ///         Update::Gap(gap) if !gap.is_over() => println!("no live prices: {}", gap.reason),
    ///         _ => {}
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn prices(&self, markets: impl Into<Markets>) -> Prices {
        let connection = self.connection();
        let base_url = connection.environment.prices_url().ok_or_else(|| {
            ConfigError::new(
                "environment.prices",
                "is missing; name the host of live prices in Environment::Custom, or set TRADEVEST_PRICES_URL",
            )
        });
        Prices::new(
            markets.into(),
            stream::Source {
                base_url: base_url.map(str::to_owned),
                tokens: connection.tokens.clone(),
                seam: self.api().session().seam().clone(),
            },
        )
    }
}
