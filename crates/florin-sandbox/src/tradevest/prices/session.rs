//! One connection: a subscription, then prices and signs of life until somebody closes.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio_websockets::{CloseCode, Message, WebSocketStream};

use super::Desk;
use super::desk::Order;
use crate::clock::{Clock, later};

type Socket = WebSocketStream<TokioIo<Upgraded>>;

const SECOND: Duration = Duration::from_secs(1);

/// Takes its place among the connections for as long as it lives.
struct Place<'a>(&'a Desk, u64);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.leave(self.1);
    }
}

/// Plays a connection to its end.
pub(super) async fn play(mut socket: Socket, desk: &Desk, clock: &Clock) {
    let (number, mut orders) = desk.enter();
    let _place = Place(desk, number);
    let mut next_sign = None;
    loop {
        let due = async {
            match next_sign {
                Some(time) => clock.wait_until(time).await,
                None => std::future::pending().await,
            }
        };
        let done = tokio::select! {
            biased;
            order = orders.recv() => match order {
                Some(order) => obey(&mut socket, order).await,
                None => true,
            },
            heard = socket.next() => match heard {
                Some(Ok(message)) if message.is_text() || message.is_binary() => {
                    match hear(desk, number, &message, next_sign.is_some()) {
                        Ok(()) => {
                            next_sign = Some(later(clock.now(), SECOND));
                            false
                        }
                        Err(why) => {
                            desk.violated(why);
                            let error = desk.error(number, why);
                            let _ = socket.send(Message::text(error)).await;
                            obey(&mut socket, Order::Close(1008)).await
                        }
                    }
                }
                // Pings, pongs, and a goodbye that is returned by the next look.
                Some(Ok(_)) => false,
                Some(Err(_)) | None => true,
            },
            () = due => {
                next_sign = Some(later(clock.now(), SECOND));
                match desk.sign_of_life(number, clock) {
                    Some(text) => socket.send(Message::text(text)).await.is_err(),
                    None => false,
                }
            }
        };
        if done {
            return;
        }
    }
}

/// Does what the test says; true where the connection is over.
async fn obey(socket: &mut Socket, order: Order) -> bool {
    let sent = match order {
        Order::Text(text) => socket.send(Message::text(text)).await,
        Order::Binary(bytes) => socket.send(Message::binary(bytes)).await,
        Order::Ping => socket.send(Message::ping("alive?")).await,
        Order::Close(code) => {
            let code = CloseCode::try_from(code).unwrap_or(CloseCode::GOING_AWAY);
            let _ = socket.send(Message::close(Some(code), "")).await;
            // Until the other side has said goodbye, or for a second: it may have gone.
            let _ = tokio::time::timeout(SECOND, socket.close()).await;
            return true;
        }
        Order::Cut => return true,
    };
    sent.is_err()
}

/// Takes the one message that a client has to say.
fn hear(
    desk: &Desk,
    number: u64,
    message: &Message,
    has_subscribed: bool,
) -> Result<(), &'static str> {
    if has_subscribed {
        return Err("a connection has one subscription; connect again for another one");
    }
    let text = message
        .as_text()
        .ok_or("a subscription is a text message")?;
    let symbols = read(text)?;
    desk.subscribed(number, text, symbols);
    Ok(())
}

/// The symbols of a subscription; `None` for all markets.
fn read(text: &str) -> Result<Option<Vec<String>>, &'static str> {
    let request: Value = serde_json::from_str(text).map_err(|_| "the message isn't JSON")?;
    let has_only = |value: &Value, known: &[&str]| {
        value
            .as_object()
            .is_some_and(|object| object.keys().all(|name| known.contains(&name.as_str())))
    };
    if !has_only(&request, &["type", "priceSubscription"])
        || request["type"] != "PRICE_SUBSCRIPTION"
    {
        return Err("the first message has to be a PRICE_SUBSCRIPTION");
    }
    let subscription = &request["priceSubscription"];
    if subscription.is_null() {
        return Ok(None);
    }
    if !has_only(subscription, &["markets"]) {
        return Err("a priceSubscription has markets");
    }
    let markets = match &subscription["markets"] {
        Value::Null => return Ok(None),
        Value::Array(markets) if markets.is_empty() => return Ok(None),
        Value::Array(markets) => markets,
        _ => return Err("markets are a list"),
    };
    let symbol = |market: &Value| {
        if !has_only(market, &["currency", "cryptoSymbol"]) || market["currency"] != "EUR" {
            return Err("a market has a cryptoSymbol and the currency EUR");
        }
        match market["cryptoSymbol"].as_str() {
            Some(symbol) if !symbol.is_empty() => Ok(symbol.to_owned()),
            _ => Err("a market has a cryptoSymbol"),
        }
    };
    markets
        .iter()
        .map(symbol)
        .collect::<Result<_, _>>()
        .map(Some)
}
