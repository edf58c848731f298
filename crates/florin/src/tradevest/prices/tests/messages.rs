use chrono::{DateTime, Timelike};
use florin_core::Decimal;

use super::super::buffer::Said;
use super::super::message::{Entry, Message, parse, subscription};
use super::super::{Level, Market, Markets};
use super::{HEARTBEAT, start};

fn entries(message: &str) -> Vec<Entry> {
    match parse(message.as_bytes(), 1, start()) {
        Some(Message::Prices(entries)) => entries,
        other => panic!("not prices: {other:?}"),
    }
}

fn entry(entry: &str) -> Entry {
    let mut entries = entries(&format!(r#"{{"type":"PRICES","prices":[{entry}]}}"#));
    assert_eq!(entries.len(), 1);
    entries.remove(0)
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_subscription_names_its_markets_and_none_where_all_are_meant() {
    let two = Markets::from([Market::eur("ETH"), Market::eur("BTC")]);
    assert_eq!(
        subscription(&two),
        r#"{"type":"PRICE_SUBSCRIPTION","priceSubscription":{"markets":[{"cryptoSymbol":"BTC","currency":"EUR"},{"cryptoSymbol":"ETH","currency":"EUR"}]}}"#
    );
    assert_eq!(
        subscription(&Markets::All),
        r#"{"type":"PRICE_SUBSCRIPTION","priceSubscription":{"markets":[]}}"#
    );
}

#[test]
fn prices_and_quantities_keep_every_digit_as_text_and_as_number() {
    let read = entry(
        r#"{"market":{"currency":"EUR","cryptoSymbol":"BTC"},"time":"2026-11-02T09:00:00.123456789+01:00",
            "asks":[{"price":"91234.1234567890123456789012","quantity":"0.10"}],
            "bids":[{"price":91233.12345678901234567,"quantity":1E-8}]}"#,
    );
    let Entry::Said(Said::Price(price)) = read else {
        panic!("a price: {read:?}");
    };
    assert_eq!(price.market, Market::eur("BTC"));
    assert_eq!(
        price.asks[0].price.to_string(),
        "91234.1234567890123456789012"
    );
    let bid = Level {
        price: number("91233.12345678901234567"),
        quantity: number("0.00000001"),
    };
    assert_eq!(price.bids, [bid]);
    let time = price.time.unwrap();
    assert_eq!(time.nanosecond(), 123_456_789);
    assert_eq!(time.offset().local_minus_utc(), 3600);
    assert_eq!(price.received_at, start());
    assert!(price.raw.get().contains("1E-8"));
}

#[test]
fn two_empty_lists_are_a_sign_of_life_and_one_empty_list_is_not() {
    assert!(matches!(entries(HEARTBEAT)[..], [Entry::Heartbeat]));
    for silent in [
        "{}",
        r#"{"asks":null,"bids":null}"#,
        r#"{"market":null,"asks":[]}"#,
    ] {
        assert!(matches!(entry(silent), Entry::Heartbeat), "{silent}");
    }
    let one_sided = r#"{"market":{"currency":"EUR","cryptoSymbol":"BTC"},"asks":[],"bids":[{"price":"1","quantity":"2"}]}"#;
    assert!(matches!(entry(one_sided), Entry::Said(Said::Price(_))));
    assert!(entries(r#"{"type":"PRICES"}"#).is_empty());
    assert!(entries(r#"{"type":"PRICES","prices":null}"#).is_empty());
}

#[test]
fn an_entry_that_can_not_be_read_does_not_take_the_others_with_it() {
    let level = r#"{"price":"1","quantity":"2"}"#;
    let good = format!(
        r#"{{"market":{{"currency":"EUR","cryptoSymbol":"BTC","new":1}},"asks":[{level}],"extra":{{}}}}"#
    );
    let eth = r#""market":{"currency":"EUR","cryptoSymbol":"ETH"}"#;
    let named = Some(Market::eur("ETH"));
    let bad = [
        (format!(r#"{{"asks":[{level}]}}"#), None),
        (
            format!(r#"{{{eth},"asks":[{{"price":"1"}}]}}"#),
            named.clone(),
        ),
        (
            format!(r#"{{{eth},"asks":[{{"price":"1,5","quantity":"1"}}]}}"#),
            named.clone(),
        ),
        (
            format!(r#"{{{eth},"asks":[{level}],"bids":[{level},7]}}"#),
            named.clone(),
        ),
        (format!(r#"{{{eth},"asks":[],"bids":{{}}}}"#), named),
        (r#"{"market":"BTC","asks":[]}"#.to_owned(), None),
        ("7".to_owned(), None),
    ];
    for (bad, market) in bad {
        let read = entries(&format!(r#"{{"type":"PRICES","prices":[{bad},{good}]}}"#));
        let [
            Entry::Said(Said::Unreadable(told)),
            Entry::Said(Said::Price(price)),
        ] = &read[..]
        else {
            panic!("{bad}: {read:?}");
        };
        assert_eq!(told.market, market, "{bad}");
        assert_eq!(told.received_at, start());
        assert_eq!(told.raw.as_ref().map(|raw| raw.get()), Some(bad.as_str()));
        assert_eq!(price.market, Market::eur("BTC"));
    }
}

#[test]
fn a_time_that_can_not_be_read_loses_no_price() {
    let at = |time: &str| {
        let read = entry(&format!(
            r#"{{"market":{{"currency":"EUR","cryptoSymbol":"BTC"}},"time":{time},"asks":[{{"price":"1","quantity":"2"}}]}}"#
        ));
        match read {
            Entry::Said(Said::Price(price)) => price.time,
            other => panic!("a price: {other:?}"),
        }
    };
    assert_eq!(at("null"), None);
    assert_eq!(at("17"), None);
    assert_eq!(at(r#""yesterday""#), None);
    let zulu = DateTime::parse_from_rfc3339("2026-11-02T08:00:00Z").unwrap();
    assert_eq!(at(r#""2026-11-02T10:00:00+02:00""#), Some(zulu));
}

#[test]
fn errors_bring_their_connection_and_show_no_text_by_themselves() {
    let error = r#"{"type":"ERROR","error":"Jane's market","connectionId":"8f0e"}"#;
    let Some(Message::Error(error)) = parse(error.as_bytes(), 1, start()) else {
        panic!("an error");
    };
    assert_eq!(error.error(), Some("Jane's market"));
    assert_eq!(error.connection_id(), Some("8f0e"));
    assert!(error.to_string().contains("connection 8f0e"), "{error}");
    assert!(!format!("{error} {error:?}").contains("Jane"));
    let Some(Message::Error(bare)) = parse(br#"{"type":"ERROR","error":{"code":7}}"#, 1, start())
    else {
        panic!("an error");
    };
    assert_eq!(bare.error(), Some(r#"{"code":7}"#));
    let forged = r#"{"type":"ERROR","connectionId":"c\n1 Jane \u001b[31m"}"#;
    let Some(Message::Error(forged)) = parse(forged.as_bytes(), 1, start()) else {
        panic!("an error");
    };
    assert!(
        forged.to_string().ends_with("about connection ?"),
        "{forged}"
    );
    let shown = format!("{forged:?}");
    assert!(shown.contains(r#"Some("?")"#), "{shown}");
}

#[test]
fn other_types_are_unknown_and_what_is_no_message_is_none() {
    for unknown in [
        r#"{"type":"NEWS","prices":[]}"#,
        "{}",
        r#"{"type":7}"#,
        r#"{"type":"prices"}"#,
    ] {
        let read = parse(unknown.as_bytes(), 1, start());
        assert!(matches!(read, Some(Message::Unknown)), "{unknown}");
    }
    for garbage in [
        &b"<html>"[..],
        b"",
        b"7",
        b"\xff\xfe",
        br#"{"type":"PRICES","prices":7}"#,
        br#"["PRICES",[],null,null]"#,
        b"[[]]",
    ] {
        assert!(parse(garbage, 1, start()).is_none(), "{garbage:?}");
    }
}
