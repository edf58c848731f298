use std::time::Duration;

use chrono::TimeDelta;

use super::super::{Market, Reason, Update};
use super::{HEARTBEAT, Server, ask, gap, price, prices, seam, start};

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_lost_is_told_at_once_and_told_again_when_prices_are_back() {
    let server = Server::default();
    let (first, second) = (server.opens(), server.opens());
    let mut prices = prices(&server);
    first.say(ask("BTC", "1"));
    price(prices.next().await);
    drop(first);
    let lost = gap(prices.next().await);
    assert_eq!((lost.since, lost.until), (start(), None));
    assert!(matches!(lost.reason, Reason::Closed { code: Some(1001) }));
    assert!(!prices.handle().is_live());
    // A second of backoff later.
    second.say(HEARTBEAT);
    let back = gap(prices.next().await);
    assert_eq!(back.until, Some(start() + TimeDelta::seconds(1)));
    assert_eq!((back.losses, back.failed_attempts), (1, 0));
    assert!(prices.handle().is_live());
    assert_eq!(server.sent().len(), 2, "each connection subscribes once");
}

#[tokio::test(start_paused = true)]
async fn five_seconds_of_silence_are_a_loss_and_a_sign_of_life_each_second_is_not() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    let beats = tokio::spawn(async move {
        for _ in 0..20 {
            line.say(HEARTBEAT);
            seam().sleep(Duration::from_secs(1)).await;
        }
        line
    });
    let lost = gap(prices.next().await);
    assert!(matches!(lost.reason, Reason::Silent(limit) if limit == Duration::from_secs(5)));
    assert_eq!(lost.since, start() + TimeDelta::seconds(19));
    assert!(beats.await.unwrap().is_cut(), "the silent one is closed");
}

#[tokio::test(start_paused = true)]
async fn talk_about_something_else_is_no_sign_of_life() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server).idle_timeout(Duration::from_secs(3));
    tokio::spawn(async move {
        line.say(HEARTBEAT);
        loop {
            line.say(r#"{"type":"NEWS"}"#);
            line.say("garbage");
            seam().sleep(Duration::from_secs(1)).await;
        }
    });
    // The garbage is told; that is all it is.
    let lost = loop {
        match prices.next().await {
            Some(Ok(Update::Unreadable(told))) => assert_eq!(told.market, None),
            other => break gap(other),
        }
    };
    assert!(matches!(lost.reason, Reason::Silent(limit) if limit == Duration::from_secs(3)));
    assert_eq!(lost.since, start());
}

#[tokio::test(start_paused = true)]
async fn an_error_message_is_told_with_its_connection_and_a_new_connection_is_made() {
    let server = Server::default();
    let first = server.opens();
    server.is_unreachable(1);
    let second = server.opens();
    let mut prices = prices(&server);
    first.say(r#"{"type":"ERROR","error":"no such market","connectionId":"c-17"}"#);
    let lost = gap(prices.next().await);
    let told = lost.provider_error.unwrap();
    assert_eq!(told.connection_id(), Some("c-17"));
    assert_eq!(told.error(), Some("no such market"));
    assert!(lost.reason.provider_error().is_some());
    let still = gap(prices.next().await);
    assert!(matches!(still.reason, Reason::Unreachable(_)));
    second.say(ask("BTC", "1"));
    let back = gap(prices.next().await);
    assert!(back.is_over());
    assert_eq!(
        back.failed_attempts, 2,
        "a connection without prices was in vain"
    );
    assert_eq!(back.provider_error.unwrap().connection_id(), Some("c-17"));
    assert_eq!(price(prices.next().await).market, Market::eur("BTC"));
}

#[tokio::test(start_paused = true)]
async fn what_breaks_the_connection_is_named() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    line.fail(Reason::MessageTooLarge(4096));
    let said = gap(prices.next().await).reason.to_string();
    assert!(
        said.contains("4096 bytes") && said.contains("message_bytes"),
        "{said}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_reader_who_sleeps_through_several_losses_gets_one_gap_that_spans_them() {
    let server = Server::default();
    let lines = [server.opens(), server.opens(), server.opens()];
    let mut prices = prices(&server);
    for (number, line) in lines.iter().enumerate() {
        line.say(ask("BTC", &number.to_string()));
    }
    price(prices.next().await);
    let [first, second, _third] = lines;
    drop(first);
    drop(second);
    seam().sleep(Duration::from_secs(4)).await;
    let spanned = gap(prices.next().await);
    assert_eq!(spanned.since, start());
    assert!(spanned.is_over());
    assert_eq!(spanned.losses, 2);
    let latest = price(prices.next().await);
    assert_eq!(
        (latest.asks[0].price.to_string().as_str(), latest.is_live),
        ("2", true)
    );
}

#[tokio::test(start_paused = true)]
async fn prices_of_a_connection_that_is_gone_are_not_passed_off_as_live() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    line.say(ask("BTC", "2"));
    drop(line);
    seam().sleep(Duration::from_millis(500)).await;
    assert!(!price(prices.next().await).is_live);
    assert!(!gap(prices.next().await).is_over());
}
