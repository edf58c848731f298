use super::super::buffer::{Buffer, Fate};
use super::super::message::{Entry, Message, parse};
use super::super::{Gap, Market, Markets, Price, Reason, Update};
use super::{ask, start};

fn price(symbol: &str, amount: &str, connection: u64) -> Price {
    match parse(ask(symbol, amount).as_bytes(), connection, start()) {
        Some(Message::Prices(mut entries)) => match entries.remove(0) {
            Entry::Price(price) => price,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn take(buffer: &mut Buffer, live: Option<u64>) -> Option<(String, String, u64, bool)> {
    match buffer.take(live)? {
        Update::Price(price) => Some((
            price.market.to_string(),
            price.asks[0].price.to_string(),
            price.overwritten,
            price.is_live,
        )),
        Update::Gap(gap) => Some((
            "gap".to_owned(),
            gap.reason.to_string(),
            u64::from(gap.losses),
            gap.is_over(),
        )),
    }
}

fn of(
    market: &str,
    price: &str,
    overwritten: u64,
    live: bool,
) -> Option<(String, String, u64, bool)> {
    Some((market.to_owned(), price.to_owned(), overwritten, live))
}

#[test]
fn the_latest_price_of_a_market_wins_and_says_how_many_it_has_overwritten() {
    let mut buffer = Buffer::new(10);
    assert_eq!(buffer.put(price("BTC", "1", 1)), Fate::Kept);
    assert_eq!(buffer.put(price("ETH", "7", 1)), Fate::Kept);
    assert_eq!(buffer.put(price("BTC", "2", 1)), Fate::Overwrote);
    assert_eq!(buffer.put(price("BTC", "3", 1)), Fate::Overwrote);
    assert_eq!(take(&mut buffer, Some(1)), of("BTC/EUR", "3", 2, true));
    buffer.put(price("BTC", "4", 1));
    assert_eq!(
        take(&mut buffer, Some(1)),
        of("ETH/EUR", "7", 0, true),
        "a busy market doesn't overtake"
    );
    assert_eq!(
        take(&mut buffer, Some(1)),
        of("BTC/EUR", "4", 0, true),
        "what was told is told once"
    );
    assert_eq!(take(&mut buffer, Some(1)), None);
}

#[test]
fn beyond_the_cap_the_price_that_has_waited_longest_goes() {
    let mut buffer = Buffer::new(2);
    buffer.put_gap(Gap::begin(start(), Reason::NoMarkets));
    buffer.put(price("A", "1", 1));
    buffer.put(price("B", "2", 1));
    assert_eq!(buffer.put(price("C", "3", 1)), Fate::Displaced);
    let left: Vec<_> = std::iter::from_fn(|| take(&mut buffer, None))
        .map(|(what, ..)| what)
        .collect();
    assert_eq!(left, ["gap", "B/EUR", "C/EUR"]);
}

#[test]
fn a_price_of_a_connection_that_is_gone_is_not_live() {
    let mut buffer = Buffer::new(10);
    buffer.put(price("BTC", "1", 1));
    buffer.put(price("ETH", "1", 2));
    buffer.put(price("XRP", "1", 2));
    assert_eq!(take(&mut buffer, Some(2)), of("BTC/EUR", "1", 0, false));
    assert_eq!(take(&mut buffer, Some(2)), of("ETH/EUR", "1", 0, true));
    assert_eq!(take(&mut buffer, None), of("XRP/EUR", "1", 0, false));
}

#[test]
fn markets_that_are_no_longer_asked_for_are_dropped() {
    let mut buffer = Buffer::new(10);
    for symbol in ["A", "B", "C"] {
        buffer.put(price(symbol, "1", 1));
    }
    buffer.put_gap(Gap::begin(start(), Reason::MarketsChanged));
    buffer.keep(&Markets::from([Market::eur("B"), Market::eur("D")]));
    let left: Vec<_> = std::iter::from_fn(|| take(&mut buffer, None))
        .map(|(what, ..)| what)
        .collect();
    assert_eq!(left, ["B/EUR", "gap"]);
}
