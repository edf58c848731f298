//! A process that stood still: stopped, suspended with its machine, or blocked.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use chrono::TimeDelta;

use super::super::{Market, Prices, Reason};
use super::{Server, Tokens, ask, gap, price, seam, source, start};

/// Time passes and nothing runs.
async fn stands_still(duration: Duration) {
    let mut advance = pin!(tokio::time::advance(duration));
    poll_fn(|cx| {
        let _ = advance.as_mut().poll(cx);
        Poll::Ready(())
    })
    .await;
}

fn two(server: &Server) -> Prices {
    let markets = [Market::eur("BTC"), Market::eur("ETH")];
    Prices::new(markets.into(), source(Tokens::default())).link(server.clone())
}

#[tokio::test(start_paused = true)]
async fn after_standing_still_nothing_is_passed_off_as_live_before_prices_come_anew() {
    let server = Server::default();
    let (line, next) = (server.opens(), server.opens());
    let mut prices = two(&server);
    let handle = prices.handle();
    line.say(ask("BTC", "1"));
    line.say(ask("ETH", "1"));
    assert!(price(prices.next().await).is_live);
    assert!(handle.is_live());
    stands_still(Duration::from_secs(6)).await;
    assert!(!handle.is_live(), "nobody has noticed yet, but the clock");
    assert_eq!(handle.last_heard(), Some(start()));
    assert!(!price(prices.next().await).is_live);
    // Said meanwhile, who knows when.
    line.say(ask("BTC", "2"));
    let silence = gap(prices.next().await);
    assert!(matches!(silence.reason, Reason::Silent(_)), "{silence:?}");
    assert_eq!(silence.since, start());
    assert!(!handle.is_live());

    next.say(ask("BTC", "3"));
    assert_eq!(
        gap(prices.next().await).until,
        Some(start() + TimeDelta::seconds(7))
    );
    let anew = price(prices.next().await);
    assert_eq!(
        (anew.asks[0].price.to_string().as_str(), anew.is_live),
        ("3", true)
    );
    assert!(handle.is_live());
}

#[tokio::test(start_paused = true)]
async fn the_limit_is_the_idle_timeout_that_was_said() {
    for (limit, is_live) in [(3, false), (9, true)] {
        let server = Server::default();
        let line = server.opens();
        let mut prices = two(&server).idle_timeout(Duration::from_secs(limit));
        line.say(ask("BTC", "1"));
        line.say(ask("ETH", "1"));
        price(prices.next().await);
        stands_still(Duration::from_secs(6)).await;
        assert_eq!(prices.handle().is_live(), is_live);
        assert_eq!(price(prices.next().await).is_live, is_live);
        line.say(ask("BTC", "2"));
        if is_live {
            price(prices.next().await);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_that_waited_meanwhile_is_still_told() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = two(&server);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    stands_still(Duration::from_secs(6)).await;
    line.say(r#"{"type":"ERROR","error":"x","connectionId":"c-1"}"#);
    let told = gap(prices.next().await).provider_error.unwrap();
    assert_eq!(told.connection_id(), Some("c-1"));
    seam().sleep(Duration::from_millis(1)).await;
    assert!(!prices.handle().is_live());
}
