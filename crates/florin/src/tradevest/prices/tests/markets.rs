use std::time::Duration;

use super::super::{Market, Markets, Prices, Reason};
use super::{HEARTBEAT, Server, Tokens, ask, gap, price, prices, seam, source};

#[tokio::test(start_paused = true)]
async fn a_change_of_the_markets_makes_another_connection_with_the_new_ones() {
    let server = Server::default();
    let (first, second) = (server.opens(), server.opens());
    let mut prices = prices(&server);
    let handle = prices.handle();
    first.say(ask("BTC", "1"));
    price(prices.next().await);
    assert!(handle.add([Market::eur("ETH")]));
    second.say(ask("ETH", "2"));
    let change = gap(prices.next().await);
    assert!(matches!(change.reason, Reason::MarketsChanged) && !change.is_over());
    let back = gap(prices.next().await);
    assert_eq!((back.losses, back.failed_attempts), (1, 0));
    assert_eq!(price(prices.next().await).market, Market::eur("ETH"));
    assert!(first.is_cut());
    assert_eq!(server.closed(), 1);
    let sent = server.sent();
    assert!(!sent[0].contains("ETH") && sent[1].contains("BTC") && sent[1].contains("ETH"));
}

#[tokio::test(start_paused = true)]
async fn what_changes_nothing_keeps_the_connection() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    let handle = prices.handle();
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    assert!(!handle.add([Market::eur("BTC")]));
    assert!(!handle.remove(&Market::eur("ETH")));
    assert!(!handle.set([Market::eur("BTC")]));
    line.say(ask("BTC", "2"));
    price(prices.next().await);
    assert_eq!(server.attempts().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn many_changes_make_one_connection_a_second() {
    let server = Server::default();
    let lines: Vec<_> = (0..20).map(|_| server.opens()).collect();
    lines.iter().for_each(|line| line.say(HEARTBEAT));
    let mut prices = prices(&server);
    let handle = prices.handle();
    let changing = tokio::spawn(async move {
        for number in 0..30 {
            handle.add([Market::eur(format!("C{number}"))]);
            seam().sleep(Duration::from_millis(100)).await;
        }
    });
    while !changing.is_finished() {
        let _ = tokio::time::timeout(Duration::from_millis(50), prices.next()).await;
    }
    let attempts = server.attempts().len();
    assert!((3..=5).contains(&attempts), "{attempts} in three seconds");
    seam().sleep(Duration::from_secs(2)).await;
    let sent = server.sent();
    assert!(
        sent[sent.len() - 1].contains("C29"),
        "the last one has them all"
    );
}

#[tokio::test(start_paused = true)]
async fn without_any_market_there_is_no_connection_and_never_all_markets() {
    let server = Server::default();
    let (first, second) = (server.opens(), server.opens());
    let mut prices = prices(&server);
    let handle = prices.handle();
    first.say(ask("BTC", "1"));
    price(prices.next().await);
    assert!(handle.remove(&Market::eur("BTC")));
    let mut none = gap(prices.next().await);
    while !matches!(none.reason, Reason::NoMarkets) {
        none = gap(prices.next().await);
    }
    seam().sleep(Duration::from_secs(100)).await;
    assert_eq!(server.attempts().len(), 1);
    handle.add([Market::eur("ETH")]);
    second.say(ask("ETH", "2"));
    assert!(gap(prices.next().await).is_over());
    assert_eq!(price(prices.next().await).market, Market::eur("ETH"));
    assert!(server.sent()[1].contains("ETH") && !server.sent()[1].contains("BTC"));
}

#[tokio::test(start_paused = true)]
async fn all_markets_are_asked_for_by_naming_none_and_none_of_them_can_be_taken_away() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = Prices::new(Markets::All, source(Tokens::default())).link(server.clone());
    let handle = prices.handle();
    line.say(ask("XRP", "1"));
    assert_eq!(price(prices.next().await).market, Market::eur("XRP"));
    assert!(server.sent()[0].ends_with(r#"{"markets":[]}}"#));
    assert!(!handle.remove(&Market::eur("XRP")));
    assert!(!handle.add([Market::eur("XRP")]));
    assert_eq!(handle.markets(), Markets::All);
}

#[tokio::test(start_paused = true)]
async fn prices_of_a_market_that_was_taken_away_are_not_handed_out() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    let handle = prices.handle();
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    line.say(ask("BTC", "2"));
    seam().sleep(Duration::from_millis(10)).await;
    handle.set([Market::eur("ETH")]);
    gap(prices.next().await);
}

#[tokio::test(start_paused = true)]
async fn what_waited_of_a_market_that_was_taken_away_is_counted() {
    let unreadable = r#"{"type":"PRICES","prices":[{"market":{"currency":"EUR","cryptoSymbol":"BTC"},"asks":[7]}]}"#;
    for (last, ill_formed) in [(ask("BTC", "2"), 0), (unreadable.to_owned(), 1)] {
        let server = Server::default();
        let line = server.opens();
        let markets = [Market::eur("BTC"), Market::eur("ETH")];
        let mut prices =
            Prices::new(markets.into(), source(Tokens::default())).link(server.clone());
        let handle = prices.handle();
        line.say(HEARTBEAT);
        let none = tokio::time::timeout(Duration::from_millis(10), prices.next()).await;
        none.unwrap_err();
        line.say(ask("BTC", "1"));
        line.say(ask("ETH", "1"));
        line.say(last);
        seam().sleep(Duration::from_millis(10)).await;
        assert_eq!(handle.counters().unwanted, 0);
        assert!(handle.remove(&Market::eur("BTC")));
        let counters = handle.counters();
        assert_eq!((counters.messages, counters.heartbeats), (4, 1));
        assert_eq!((counters.overwritten, counters.unwanted), (1, 1));
        assert_eq!((counters.displaced, counters.ill_formed), (0, ill_formed));
        assert_eq!(price(prices.next().await).market, Market::eur("ETH"));
        gap(prices.next().await);
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_server_goes_on_saying_of_other_markets_is_dropped_and_counted() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    let handle = prices.handle();
    handle.add([Market::eur("ETH")]);
    line.say(ask("BTC", "1"));
    line.say(ask("ETH", "1"));
    assert_eq!(price(prices.next().await).market, Market::eur("BTC"));
    assert!(handle.remove(&Market::eur("ETH")));
    // The connection is still the old one: nothing has run since.
    for _ in 0..100 {
        line.say(ask("ETH", "2"));
        line.say(ask("DOGE", "3"));
        line.say(r#"{"type":"PRICES","prices":[{"market":{"currency":"EUR","cryptoSymbol":"XRP"},"asks":[7]}]}"#);
    }
    gap(prices.next().await);

    let second = server.opens();
    second.say(ask("ETH", "4"));
    second.say(ask("BTC", "5"));
    assert!(gap(prices.next().await).is_over());
    let next = price(prices.next().await);
    assert_eq!(
        (next.market, next.asks[0].price.to_string()),
        (Market::eur("BTC"), "5".to_owned())
    );
    let counters = handle.counters();
    // What waited when the market was taken away, and what the second connection said.
    assert_eq!((counters.unwanted, counters.ill_formed), (2, 0));
}

#[tokio::test(start_paused = true)]
async fn unasked_markets_are_not_kept() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    for number in 0..50 {
        line.say(ask(&format!("C{number}"), "1"));
    }
    line.say(r#"{"type":"PRICES","prices":[{"market":{"currency":"EUR","cryptoSymbol":"XRP"},"asks":[7]}]}"#);
    line.say(ask("BTC", "2"));
    assert_eq!(price(prices.next().await).asks[0].price.to_string(), "2");
    let counters = prices.handle().counters();
    assert_eq!((counters.unwanted, counters.ill_formed), (51, 0));
}

/// The pauses from the second attempt on, with this done a second into a pause of 8 seconds.
async fn changed_in_a_pause(change: impl FnOnce(&super::super::PricesHandle)) -> (Server, Prices) {
    let server = Server::default();
    let pause = Duration::from_secs(8);
    let mut prices = prices(&server).backoff(florin_core::Backoff::new(pause, pause).unwrap());
    gap(prices.next().await);
    let rest = tokio::time::timeout(Duration::from_secs(1), prices.next()).await;
    rest.unwrap_err();
    change(&prices.handle());
    (server, prices)
}

#[tokio::test(start_paused = true)]
async fn the_last_market_taken_away_in_a_pause_is_told_at_once() {
    let (server, mut prices) = changed_in_a_pause(|handle| {
        handle.remove(&Market::eur("BTC"));
    })
    .await;
    let asked = tokio::time::Instant::now();
    let none = gap(prices.next().await);
    assert!(matches!(none.reason, Reason::NoMarkets), "{none:?}");
    assert_eq!((none.failed_attempts, asked.elapsed()), (1, Duration::ZERO));
    seam().sleep(Duration::from_secs(100)).await;
    assert_eq!(server.attempts().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_market_added_in_a_pause_is_in_the_next_attempt_which_comes_no_earlier() {
    for all_were_gone in [false, true] {
        let (server, mut prices) = changed_in_a_pause(|handle| {
            if all_were_gone {
                handle.remove(&Market::eur("BTC"));
            }
        })
        .await;
        let line = server.opens();
        let handle = prices.handle();
        if all_were_gone {
            gap(prices.next().await);
        }
        handle.add([Market::eur("ETH")]);
        line.say(ask("ETH", "1"));
        assert!(gap(prices.next().await).is_over());
        assert_eq!(price(prices.next().await).market, Market::eur("ETH"));
        assert_eq!(server.pauses(), [Duration::from_secs(8)]);
        assert!(server.sent()[0].contains("ETH"));
    }
}
