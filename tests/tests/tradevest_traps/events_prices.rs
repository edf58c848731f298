//! Live prices: where they are, who is let in, and what they look like.

use std::time::Duration;

use florin::core::Backoff;
use florin::tradevest::prices::{Market, Price, Prices, Update};
use florin_sandbox::tradevest::Quote;

use super::desk::{Desk, HOUR, soon};
use super::specs;

fn btc(desk: &Desk) -> Prices {
    let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(5)).unwrap();
    let prices = desk.client.prices([Market::eur("BTC")]);
    prices.backoff(quick).idle_timeout(HOUR)
}

/// Reads the first price, pushed as soon as there is the nth subscription.
async fn first(desk: &Desk, prices: &mut Prices, nth: usize) -> Price {
    let socket = desk.tradevest().prices();
    let push = async {
        socket.wait_for_subscriptions(nth).await;
        socket.push(&Quote::of("BTC").ask("1.50", "2"));
    };
    let (update, ()) = soon(async { tokio::join!(prices.next(), push) }).await;
    match update {
        Some(Ok(Update::Price(price))) => price,
        other => panic!("a price was due: {other:?}"),
    }
}

#[tokio::test]
async fn events_trap_04_the_path_of_prices_is_found_in_either_spelling_and_may_be_said() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    for path in ["/websocket/prices", "/websockets/prices"] {
        let before = (socket.handshakes().len(), socket.subscriptions().len());
        socket.only_at(path);
        first(&desk, &mut btc(&desk), before.1 + 1).await;
        let mut told = btc(&desk).path(path);
        let handshakes = socket.handshakes().len();
        first(&desk, &mut told, before.1 + 2).await;
        assert_eq!(
            socket.handshakes().len(),
            handshakes + 1,
            "what is said is taken first"
        );
    }
}

#[tokio::test]
async fn events_trap_05_the_token_goes_along_to_the_prices_unless_it_is_told_not_to() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    first(&desk, &mut btc(&desk), 1).await;
    first(&desk, &mut btc(&desk).send_token(false), 2).await;
    let sent: Vec<_> = socket
        .handshakes()
        .iter()
        .map(|handshake| handshake.headers.contains_key("authorization"))
        .collect();
    assert_eq!(sent, [true, false]);
    assert_eq!(desk.tradevest().tokens_issued(), 1);
}

#[test]
fn events_trap_06_prices_are_no_rest_operation() {
    for (id, written) in specs::operations() {
        assert!(
            !written.path.contains("/prices") && !written.path.contains("websocket"),
            "{id}"
        );
    }
    let (digital, _) = &specs::documents()["digital-assets"];
    assert!(
        digital.contains("Prices come over a websocket"),
        "and that is said"
    );
}

#[tokio::test]
async fn events_trap_23_two_empty_sides_say_that_nothing_has_changed() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let mut prices = btc(&desk);
    first(&desk, &mut prices, 1).await;
    socket.push(&Quote::of("BTC"));
    socket.push(&Quote::of("BTC").bid("1.40", "1"));
    let Some(Ok(Update::Price(next))) = soon(prices.next()).await else {
        panic!("a price was due")
    };
    assert_eq!(
        (next.asks.len(), next.bids.len()),
        (0, 1),
        "the empty one came to nothing"
    );
    assert_eq!(prices.handle().counters().heartbeats, 1);
}

#[tokio::test]
async fn events_trap_24_times_come_with_an_offset_and_with_up_to_nine_digits() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let mut prices = btc(&desk);
    let price = first(&desk, &mut prices, 1).await;
    let time = price.time.unwrap();
    assert_eq!(time.offset().to_string(), "+02:00");
    assert_eq!(time.to_utc().to_rfc3339(), "2026-11-02T08:00:00+00:00");
    socket.say(
        r#"{"type":"PRICES","prices":[{"market":{"currency":"EUR","cryptoSymbol":"BTC"},
        "time":"2026-11-02T10:00:00.123456789+02:00","asks":[{"price":"1","quantity":"1"}],"bids":[]}]}"#,
    );
    let Some(Ok(Update::Price(next))) = soon(prices.next()).await else {
        panic!("a price was due")
    };
    assert_eq!(next.time.unwrap().timestamp_subsec_nanos(), 123_456_789);
    let body = br#"{"customerId": "c", "modifiedOn": "2025-12-17T08:38:31.104169414Z"}"#;
    let told = florin::tradevest::Notification::parse(florin::tradevest::EventType::Customer, body);
    assert_eq!(
        told.unwrap()
            .modified_on()
            .unwrap()
            .timestamp_subsec_nanos(),
        104_169_414
    );
}
