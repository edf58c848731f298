//! Live prices beyond one market: several, all, a reader who is slow, and who changes what is read.

use std::time::Duration;

use florin::core::Backoff;
use florin::tradevest::prices::{Gap, Market, Markets, Price, Prices, Reason, Update};
use florin_sandbox::tradevest::{PriceSocket, Quote};

use super::desk::{Desk, HOUR, soon};

/// Quick to come back and slow to give up, since the clock stands still.
fn patient(prices: Prices) -> Prices {
    let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(5)).unwrap();
    prices.backoff(quick).idle_timeout(HOUR)
}

async fn price(prices: &mut Prices) -> Price {
    match soon(prices.next()).await {
        Some(Ok(Update::Price(price))) => price,
        other => panic!("a price was due: {other:?}"),
    }
}

async fn gap(prices: &mut Prices) -> Gap {
    match soon(prices.next()).await {
        Some(Ok(Update::Gap(gap))) => gap,
        other => panic!("a gap was due: {other:?}"),
    }
}

/// Reads while `push` waits for the subscription and pushes.
async fn pushed(prices: &mut Prices, socket: &PriceSocket, nth: usize, quotes: &[Quote]) -> Price {
    let push = async {
        socket.wait_for_subscriptions(nth).await;
        assert_eq!(socket.push_all(quotes), 1);
    };
    let (price, ()) = soon(async { tokio::join!(price(prices), push) }).await;
    price
}

#[tokio::test]
async fn several_markets_come_in_one_message_and_are_told_apart() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let markets = [Market::eur("BTC"), Market::eur("ETH")];
    let mut prices = patient(desk.client.prices(markets));
    let quotes = [
        Quote::of("BTC").ask("91234.50", "1"),
        Quote::of("ETH").bid("2500.01", "3"),
        Quote::of("DOGE").ask("0.1", "9"),
    ];
    let first = pushed(&mut prices, &socket, 1, &quotes).await;
    let second = price(&mut prices).await;
    let mut seen = [first, second];
    seen.sort_by(|one, other| one.market.cmp(&other.market));
    assert_eq!(seen[0].market, Market::eur("BTC"));
    assert_eq!(seen[0].asks[0].price.to_string(), "91234.50");
    assert_eq!(seen[1].market, Market::eur("ETH"));
    assert!(
        seen[1].asks.is_empty(),
        "one side alone is a price, and no sign of life"
    );
    let asked = socket.subscriptions()[0].symbols.clone().unwrap();
    assert_eq!(asked, ["BTC", "ETH"]);
    assert_eq!(prices.handle().counters().messages, 1);
}

#[tokio::test]
async fn all_markets_are_subscribed_to_without_naming_any() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let mut prices = patient(desk.client.prices(Markets::All));
    let quotes = [Quote::of("DOGE").ask("0.1", "9")];
    let read = pushed(&mut prices, &socket, 1, &quotes).await;
    assert_eq!(read.market, Market::eur("DOGE"));
    let asked = socket.subscriptions()[0].symbols.clone();
    assert!(asked.is_none_or(|symbols| symbols.is_empty()));
    assert!(socket.violations().is_empty());
}

#[tokio::test]
async fn a_slow_reader_gets_the_latest_of_each_market_and_how_many_went_by() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let markets = [Market::eur("BTC"), Market::eur("ETH")];
    let mut prices = patient(desk.client.prices(markets));
    let quotes = [Quote::of("BTC").ask("1", "1")];
    pushed(&mut prices, &socket, 1, &quotes).await;
    for number in 2..=50 {
        socket.push(&Quote::of("BTC").ask(&number.to_string(), "1"));
    }
    socket.push(&Quote::of("ETH").ask("7", "1"));
    let handle = prices.handle();
    soon(async {
        while handle.counters().messages < 51 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    let mut seen = [price(&mut prices).await, price(&mut prices).await];
    seen.sort_by(|one, other| one.market.cmp(&other.market));
    assert_eq!(
        (
            seen[0].asks[0].price.to_string().as_str(),
            seen[0].overwritten
        ),
        ("50", 48)
    );
    assert_eq!(
        (
            seen[1].asks[0].price.to_string().as_str(),
            seen[1].overwritten
        ),
        ("7", 0)
    );
    assert_eq!(handle.counters().overwritten, 48);
}

#[tokio::test]
async fn signs_of_life_on_the_clock_keep_it_alive_and_clear_no_book() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let mut prices = patient(desk.client.prices([Market::eur("BTC")]));
    let quotes = [Quote::of("BTC").ask("1", "1")];
    pushed(&mut prices, &socket, 1, &quotes).await;
    let handle = prices.handle();
    for _ in 0..3 {
        let before = handle.counters().heartbeats;
        desk.clock.advance(Duration::from_secs(1));
        soon(async {
            while handle.counters().heartbeats == before {
                tokio::task::yield_now().await;
            }
        })
        .await;
    }
    assert!(handle.is_live());
    socket.push(&Quote::of("BTC").ask("2", "1"));
    let next = price(&mut prices).await;
    assert_eq!(
        next.asks[0].price.to_string(),
        "2",
        "nothing came of the empty ones"
    );
    assert_eq!(next.overwritten, 0);
}

#[tokio::test]
async fn markets_are_taken_away_and_put_back_by_connecting_anew() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    let mut prices = patient(desk.client.prices([Market::eur("BTC"), Market::eur("ETH")]));
    let quotes = [Quote::of("ETH").ask("1", "1")];
    pushed(&mut prices, &socket, 1, &quotes).await;
    let handle = prices.handle();
    assert!(handle.remove(&Market::eur("ETH")));
    assert!(!handle.remove(&Market::eur("ETH")), "it is gone already");
    assert!(matches!(
        gap(&mut prices).await.reason,
        Reason::MarketsChanged
    ));
    let push = async {
        socket.wait_for_subscriptions(2).await;
        socket.push_all(&[
            Quote::of("ETH").ask("2", "1"),
            Quote::of("BTC").ask("3", "1"),
        ]);
    };
    let (closed, ()) = soon(async { tokio::join!(gap(&mut prices), push) }).await;
    assert!(closed.is_over());
    let read = price(&mut prices).await;
    assert_eq!(read.market, Market::eur("BTC"));
    assert_eq!(socket.connections(), 1);
    assert!(
        socket.violations().is_empty(),
        "one message on each connection"
    );
}

#[tokio::test]
async fn a_path_of_ones_own_is_taken_first() {
    let desk = Desk::open().await;
    let socket = desk.tradevest().prices();
    socket.only_at("/websockets/prices");
    let mut prices = patient(desk.client.prices([Market::eur("BTC")])).path("/websockets/prices");
    let quotes = [Quote::of("BTC").ask("1", "1")];
    pushed(&mut prices, &socket, 1, &quotes).await;
    let answered: Vec<_> = socket
        .handshakes()
        .iter()
        .map(|handshake| handshake.answered)
        .collect();
    assert_eq!(answered, [101]);
}
