use super::super::buffer::{Buffer, Effect, Said};
use super::super::message::{Entry, Message, parse};
use super::super::{Gap, Market, Markets, Reason, Unreadable, Update};
use super::{ask, start};

/// More than any of these tests puts in.
const ENOUGH: usize = 1 << 20;

const KEPT: Effect = Effect {
    overwrote: false,
    displaced: 0,
};

const OVERWROTE: Effect = Effect {
    overwrote: true,
    displaced: 0,
};

fn price(symbol: &str, amount: &str, connection: u64) -> Said {
    match parse(ask(symbol, amount).as_bytes(), connection, start()) {
        Some(Message::Prices(mut entries)) => match entries.remove(0) {
            Entry::Said(said) => said,
            other @ Entry::Heartbeat => panic!("{other:?}"),
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
        Update::Unreadable(unreadable) => Some((
            unreadable
                .market
                .map_or("any".to_owned(), |of| of.to_string()),
            "unreadable".to_owned(),
            unreadable.overwritten,
            false,
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
    let mut buffer = Buffer::new(10, ENOUGH);
    assert_eq!(buffer.put(price("BTC", "1", 1)), KEPT);
    assert_eq!(buffer.put(price("ETH", "7", 1)), KEPT);
    assert_eq!(buffer.put(price("BTC", "2", 1)), OVERWROTE);
    assert_eq!(buffer.put(price("BTC", "3", 1)), OVERWROTE);
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
    let mut buffer = Buffer::new(2, ENOUGH);
    buffer.put_gap(Gap::begin(start(), Reason::NoMarkets));
    buffer.put(price("A", "1", 1));
    buffer.put(price("B", "2", 1));
    assert_eq!(buffer.put(price("C", "3", 1)).displaced, 1);
    let left: Vec<_> = std::iter::from_fn(|| take(&mut buffer, None))
        .map(|(what, ..)| what)
        .collect();
    assert_eq!(left, ["gap", "B/EUR", "C/EUR"]);
}

#[test]
fn a_price_of_a_connection_that_is_gone_is_not_live() {
    let mut buffer = Buffer::new(10, ENOUGH);
    buffer.put(price("BTC", "1", 1));
    buffer.put(price("ETH", "1", 2));
    buffer.put(price("XRP", "1", 2));
    assert_eq!(take(&mut buffer, Some(2)), of("BTC/EUR", "1", 0, false));
    assert_eq!(take(&mut buffer, Some(2)), of("ETH/EUR", "1", 0, true));
    assert_eq!(take(&mut buffer, None), of("XRP/EUR", "1", 0, false));
}

#[test]
fn markets_that_are_no_longer_asked_for_are_dropped() {
    let mut buffer = Buffer::new(10, ENOUGH);
    for symbol in ["A", "B", "C"] {
        buffer.put(price(symbol, "1", 1));
    }
    buffer.put_gap(Gap::begin(start(), Reason::MarketsChanged));
    let markets = Markets::from([Market::eur("B"), Market::eur("D")]);
    assert_eq!(buffer.keep(&markets), 2, "A and C");
    assert_eq!(buffer.keep(&markets), 0);
    let left: Vec<_> = std::iter::from_fn(|| take(&mut buffer, None))
        .map(|(what, ..)| what)
        .collect();
    assert_eq!(left, ["B/EUR", "gap"]);
}

/// An unreadable entry whose text is as long as this, and a little more.
fn long(symbol: &str, bytes: usize) -> Said {
    let text = format!("\"{}\"", "x".repeat(bytes));
    let raw = serde_json::value::RawValue::from_string(text).unwrap();
    let market = Some(Market::eur(symbol));
    Said::Unreadable(Unreadable::new(market, start(), Some(raw)))
}

fn left(buffer: &mut Buffer) -> Vec<String> {
    std::iter::from_fn(|| take(buffer, None))
        .map(|(what, ..)| what)
        .collect()
}

#[test]
fn beyond_the_bytes_what_has_waited_longest_goes_and_never_what_has_just_come() {
    let mut buffer = Buffer::new(1000, 40_000);
    for symbol in ["A", "B", "C"] {
        assert_eq!(buffer.put(long(symbol, 10_000)), KEPT);
    }
    buffer.put_gap(Gap::begin(start(), Reason::NoMarkets));
    assert_eq!(buffer.put(long("D", 10_000)).displaced, 1, "A");
    let overwrote = buffer.put(long("B", 20_000));
    assert_eq!((overwrote.overwrote, overwrote.displaced), (true, 1), "C");
    assert_eq!(left(&mut buffer), ["B/EUR", "gap", "D/EUR"]);

    for symbol in ["A", "C"] {
        assert_eq!(buffer.put(long(symbol, 10_000)), KEPT, "taken is free");
    }
    assert_eq!(buffer.put(long("B", 90_000)).displaced, 2);
    assert_eq!(left(&mut buffer), ["B/EUR"], "alone, but there");

    for symbol in ["A", "B", "C"] {
        buffer.put(long(symbol, 10_000));
    }
    buffer.keep(&Market::eur("C").into());
    assert_eq!(
        buffer.put(long("D", 20_000)),
        KEPT,
        "what was dropped is free"
    );
}

#[test]
fn ten_thousand_prices_of_nearly_nothing_are_no_reason_to_drop_any_by_their_bytes() {
    let mut buffer = Buffer::new(10_000, 64 << 20);
    for number in 0..10_000 {
        assert_eq!(buffer.put(price(&number.to_string(), "1", 1)), KEPT);
    }
}

#[test]
fn what_was_said_last_of_a_market_counts_readable_or_not() {
    let mut buffer = Buffer::new(10, ENOUGH);
    buffer.put(price("BTC", "1", 1));
    assert_eq!(buffer.put(long("BTC", 1)), OVERWROTE);
    let of_any = || Said::Unreadable(Unreadable::new(None, start(), None));
    assert_eq!(buffer.put(of_any()), KEPT);
    assert_eq!(buffer.put(of_any()), OVERWROTE);
    buffer.put(long("ETH", 1));
    buffer.put(price("ETH", "2", 1));
    buffer.keep(&Markets::from([Market::eur("BTC"), Market::eur("ETH")]));
    assert_eq!(
        take(&mut buffer, Some(1)),
        of("BTC/EUR", "unreadable", 1, false)
    );
    assert_eq!(
        take(&mut buffer, Some(1)),
        of("any", "unreadable", 1, false)
    );
    assert_eq!(take(&mut buffer, Some(1)), of("ETH/EUR", "2", 1, true));
    assert_eq!(take(&mut buffer, Some(1)), None);
}
