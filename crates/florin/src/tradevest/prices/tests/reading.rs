use std::time::Duration;

use super::super::{Counters, Market, Markets};
use super::{HEARTBEAT, Server, ask, error, gap, price, prices, seam, unreadable};

#[tokio::test(start_paused = true)]
async fn one_subscription_goes_out_and_prices_come_in() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    assert!(
        server.attempts().is_empty(),
        "nothing is sent before it is polled"
    );
    line.say(ask("BTC", "91234.50"));
    let read = price(prices.next().await);
    assert_eq!(read.market, Market::eur("BTC"));
    assert_eq!(read.asks[0].price.to_string(), "91234.50");
    assert!(read.is_live && read.overwritten == 0);
    assert_eq!(server.sent().len(), 1, "exactly one message");
    assert!(server.sent()[0].contains(r#""cryptoSymbol":"BTC""#));
    let attempt = &server.attempts()[0];
    assert_eq!(attempt.path, "/websocket/prices");
    assert_eq!(attempt.token.as_deref(), Some("token 1"));
}

#[tokio::test(start_paused = true)]
async fn a_slow_reader_gets_the_latest_price_and_is_told_what_it_missed() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    let handle = prices.handle();
    handle.add([Market::eur("ETH")]);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    for amount in ["2", "3", "4"] {
        line.say(ask("BTC", amount));
    }
    line.say(ask("ETH", "9"));
    seam().sleep(Duration::from_secs(1)).await;
    let late = price(prices.next().await);
    assert_eq!(
        (late.asks[0].price.to_string().as_str(), late.overwritten),
        ("4", 2)
    );
    assert_eq!(price(prices.next().await).market, Market::eur("ETH"));
    assert_eq!(handle.counters().overwritten, 2);
}

#[tokio::test(start_paused = true)]
async fn what_is_unknown_is_ignored_and_what_is_ill_formed_is_told_and_both_are_counted() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    for message in [
        HEARTBEAT,
        r#"{"type":"NEWS"}"#,
        "<html>",
        r#"{"type":"PRICES","prices":[7]}"#,
    ] {
        line.say(message);
    }
    line.say(ask("BTC", "1"));
    assert_eq!(unreadable(prices.next().await).market, None);
    assert_eq!(price(prices.next().await).asks[0].price.to_string(), "1");
    let counters = prices.handle().counters();
    let expected = Counters {
        connections: 1,
        messages: 3,
        heartbeats: 1,
        unknown: 1,
        ill_formed: 2,
        overwritten: 1,
        ..Counters::default()
    };
    assert_eq!(counters, expected);
}

#[tokio::test(start_paused = true)]
async fn more_markets_than_the_cap_lose_those_that_waited_longest() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server).capacity(2);
    let handle = prices.handle();
    handle.set(Markets::All);
    line.say(ask("A", "1"));
    price(prices.next().await);
    for symbol in ["B", "C", "D"] {
        line.say(ask(symbol, "1"));
    }
    seam().sleep(Duration::from_secs(1)).await;
    assert_eq!(price(prices.next().await).market, Market::eur("C"));
    assert_eq!(price(prices.next().await).market, Market::eur("D"));
    assert_eq!(handle.counters().displaced, 1);
}

#[tokio::test(start_paused = true)]
async fn dropping_the_stream_closes_the_socket_and_ends_the_task() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    let handle = prices.handle();
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    assert!(handle.is_live() && !line.is_cut());
    drop(prices);
    seam().sleep(Duration::from_secs(1)).await;
    assert!(line.is_cut() && !handle.is_live());
    assert_eq!(server.closed(), 1, "it said goodbye");
    seam().sleep(Duration::from_secs(100)).await;
    assert_eq!(server.attempts().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn dropping_the_stream_ends_an_attempt_and_a_pause_as_well() {
    let server = Server::default();
    server.hangs();
    let mut attempting = prices(&server);
    let waited = tokio::time::timeout(Duration::from_secs(2), attempting.next()).await;
    assert!(waited.is_err());
    drop(attempting);

    let mut pausing = prices(&server);
    gap(pausing.next().await);
    drop(pausing);
    seam().sleep(Duration::from_secs(100)).await;
    assert_eq!(server.attempts().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn settings_that_can_not_work_end_the_stream_before_anything_is_sent() {
    let server = Server::default();
    let mut prices = prices(&server).idle_timeout(Duration::ZERO);
    let said = error(prices.next().await).to_string();
    assert!(said.contains("idle_timeout is zero"), "{said}");
    assert!(prices.next().await.is_none());
    assert!(prices.next().await.is_none());
    assert!(server.attempts().is_empty());
}

#[test]
fn a_runtime_that_goes_away_ends_the_stream_with_a_reason() {
    let server = Server::default();
    let line = server.opens();
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap()
    };
    let first = runtime();
    let mut prices = first.block_on(async {
        let mut prices = prices(&server);
        line.say(ask("BTC", "1"));
        price(prices.next().await);
        prices
    });
    drop(first);
    let said = runtime().block_on(async { error(prices.next().await).to_string() });
    assert!(said.contains("keep the runtime up"), "{said}");
}
