use super::super::{Market, Prices};
use super::{Server, Tokens, ask, price, prices, source, start, unreadable};

/// BTC with one level that can be read and one that can't, and ETH.
const MIXED: &str = r#"{"type":"PRICES","prices":[
    {"market":{"currency":"EUR","cryptoSymbol":"BTC"},"asks":[{"price":"1","quantity":"1"},{"price":"Jane","quantity":"1"}],"bids":[]},
    {"market":{"currency":"EUR","cryptoSymbol":"ETH"},"asks":[{"price":"2","quantity":"1"}],"bids":[]}]}"#;

#[tokio::test(start_paused = true)]
async fn a_market_whose_book_can_not_be_read_is_told_and_the_others_of_the_message_are_not_lost() {
    let server = Server::default();
    let line = server.opens();
    let markets = [Market::eur("BTC"), Market::eur("ETH")];
    let mut prices = Prices::new(markets.into(), source(Tokens::default())).link(server.clone());
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    line.say(MIXED);
    let told = unreadable(prices.next().await);
    assert_eq!(told.market, Some(Market::eur("BTC")));
    assert_eq!((told.received_at, told.overwritten), (start(), 0));
    assert!(told.raw.as_ref().unwrap().get().contains("Jane"));
    assert!(!format!("{told:?}").contains("Jane"));
    assert_eq!(price(prices.next().await).market, Market::eur("ETH"));
    let counters = prices.handle().counters();
    assert_eq!((counters.ill_formed, counters.messages), (1, 2));
    assert!(
        prices.handle().is_live(),
        "it was a sign of life all the same"
    );
    line.say(ask("BTC", "3"));
    assert_eq!(price(prices.next().await).overwritten, 0);
}

#[tokio::test(start_paused = true)]
async fn what_is_no_message_at_all_is_told_of_no_market_in_particular() {
    let server = Server::default();
    let line = server.opens();
    let mut prices = prices(&server);
    line.say(ask("BTC", "1"));
    price(prices.next().await);
    line.say(r#"{"type":"PRICES","pri"#);
    let told = unreadable(prices.next().await);
    assert!(told.market.is_none() && told.raw.is_none());
}
