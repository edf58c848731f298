//! Live prices over real sockets, against the sandbox's price socket.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use std::time::Duration;

use florin::core::Backoff;
use florin::tradevest::prices::{Gap, Market, Price, Prices, Reason, Refusal, Update};
use florin::tradevest::{Client, Credentials, Environment};
use florin_sandbox::tradevest::{PriceSocket, Quote, Tradevest};
use florin_sandbox::{Clock, ManualClock, Sandbox};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A sandbox whose clock stands still, so that no sign of life comes unasked.
struct Scene {
    sandbox: Sandbox,
    clock: ManualClock,
    client: Client,
}

async fn scene() -> Scene {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder().clock(&clock).start().await.unwrap();
    let tradevest = sandbox.tradevest();
    let client = client(tradevest, &tradevest.prices_url());
    Scene {
        sandbox,
        clock,
        client,
    }
}

fn client(tradevest: &Tradevest, prices: &str) -> Client {
    Client::builder()
        .environment(Environment::Custom {
            api: tradevest.api_url(),
            auth: tradevest.auth_url(),
            prices: Some(prices.to_owned()),
        })
        .credentials(Credentials::new(
            tradevest.client_id(),
            tradevest.client_secret(),
        ))
        .build()
        .unwrap()
}

impl Scene {
    /// A client whose prices come from somewhere else.
    fn client_of(&self, prices: &str) -> Client {
        client(self.sandbox.tradevest(), prices)
    }

    fn socket(&self) -> PriceSocket {
        self.sandbox.tradevest().prices()
    }

    /// The prices of BTC, quick to come back and slow to give up, since there are no signs of life.
    fn btc(&self) -> Prices {
        let quick = Backoff::new(Duration::from_millis(1), Duration::from_millis(5)).unwrap();
        self.client
            .prices([Market::eur("BTC")])
            .backoff(quick)
            .idle_timeout(Duration::from_secs(60))
    }

    /// A stream that has given its first price.
    async fn live(&self) -> Prices {
        self.live_from(self.btc()).await
    }

    async fn live_from(&self, mut prices: Prices) -> Prices {
        let first = self.pushed_on(1, &mut prices, "1").await;
        assert!(matches!(first, Update::Price(_)), "{first:?}");
        prices
    }

    /// Pushes a price as soon as there is the `nth` subscription, and returns what the stream gives first.
    async fn pushed_on(&self, nth: usize, prices: &mut Prices, price: &str) -> Update {
        let push = async {
            self.socket().wait_for_subscriptions(nth).await;
            self.socket().push(&Quote::of("BTC").ask(price, "1"));
        };
        let (update, ()) = tokio::join!(prices.next(), push);
        update.unwrap().unwrap()
    }
}

async fn gap(prices: &mut Prices) -> Gap {
    match prices.next().await {
        Some(Ok(Update::Gap(gap))) => gap,
        other => panic!("a gap was due: {other:?}"),
    }
}

async fn price(prices: &mut Prices) -> Price {
    match prices.next().await {
        Some(Ok(Update::Price(price))) => price,
        other => panic!("a price was due: {other:?}"),
    }
}

/// The gap once it is closed.
async fn back(prices: &mut Prices) -> Gap {
    loop {
        let gap = gap(prices).await;
        if gap.is_over() {
            return gap;
        }
    }
}

#[tokio::test]
async fn prices_come_exactly_and_the_token_goes_along() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    let quote = Quote::of("BTC").ask("91234.123456789012345678", "0.00000001");
    scene.socket().push(&quote.bid("91230.00", "1"));
    let read = price(&mut prices).await;
    assert_eq!(read.asks[0].price.to_string(), "91234.123456789012345678");
    assert_eq!(read.asks[0].quantity.to_string(), "0.00000001");
    assert_eq!(read.bids[0].price.to_string(), "91230.00");
    assert_eq!(read.time.unwrap().to_rfc3339(), "2026-11-02T10:00:00+02:00");
    assert!(read.is_live);
    let socket = scene.socket();
    assert_eq!(socket.subscriptions().len(), 1);
    assert!(socket.violations().is_empty(), "{:?}", socket.violations());
    let authorization = &socket.handshakes()[0].headers["authorization"];
    assert!(authorization.to_str().unwrap().starts_with("Bearer "));
}

#[tokio::test]
async fn signs_of_life_are_no_prices_and_keep_the_connection() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    scene.clock.advance(Duration::from_secs(1));
    scene.socket().push(&Quote::of("BTC"));
    scene.socket().push(&Quote::of("BTC").bid("2", "1"));
    assert_eq!(price(&mut prices).await.bids.len(), 1);
    let counters = prices.handle().counters();
    assert!(counters.heartbeats >= 1, "{counters:?}");
    assert_eq!(counters.connections, 1);
}

#[tokio::test]
async fn after_every_kind_of_end_prices_come_back() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    let socket = scene.socket();

    socket.close();
    assert!(matches!(
        gap(&mut prices).await.reason,
        Reason::Closed { code: Some(1001) }
    ));
    assert!(matches!(
        scene.pushed_on(2, &mut prices, "2").await,
        Update::Gap(_)
    ));
    price(&mut prices).await;

    socket.cut();
    gap(&mut prices).await;
    scene.pushed_on(3, &mut prices, "3").await;
    price(&mut prices).await;

    socket.fail("no such market");
    let failed = gap(&mut prices).await;
    let told = failed.provider_error.unwrap();
    assert_eq!(told.error(), Some("no such market"));
    assert_eq!(told.connection_id().map(str::len), Some(36));
    scene.pushed_on(4, &mut prices, "4").await;
    assert_eq!(price(&mut prices).await.asks[0].price.to_string(), "4");
    assert_eq!(socket.subscriptions().len(), 4);
}

#[tokio::test]
async fn a_server_that_says_nothing_is_left() {
    let scene = scene().await;
    let mut prices = scene.btc().idle_timeout(Duration::from_millis(100));
    let silent = gap(&mut prices).await;
    assert!(matches!(silent.reason, Reason::Silent(_)), "{silent:?}");
    scene.socket().wait_for_subscriptions(2).await;
}

#[tokio::test]
async fn whatever_else_comes_is_survived() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    let socket = scene.socket();
    socket.say("<html>");
    socket.say_bytes(&b"\x00\xff"[..]);
    socket.say(r#"{"type":"NEWS","headline":"none"}"#);
    socket.ping();
    socket.push(&Quote::of("BTC").ask("2", "1"));
    // Two that can't be read are told as one to who is slow.
    let mut told = 0;
    let next = loop {
        match prices.next().await {
            Some(Ok(Update::Unreadable(unreadable))) => {
                assert_eq!(unreadable.market, None);
                told += 1 + unreadable.overwritten;
            }
            Some(Ok(Update::Price(price))) => break price,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((next.asks[0].price.to_string().as_str(), told), ("2", 2));
    let counters = prices.handle().counters();
    assert_eq!((counters.ill_formed, counters.unknown), (2, 1));
}

#[tokio::test]
async fn a_book_that_can_not_be_read_whole_is_told_and_what_nobody_asked_for_is_dropped() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    scene.socket().say(
        r#"{"type":"PRICES","prices":[
            {"market":{"currency":"EUR","cryptoSymbol":"ETH"},"asks":[{"price":"1","quantity":"1"}],"bids":[]},
            {"market":{"currency":"EUR","cryptoSymbol":"BTC"},"asks":[{"price":"1","quantity":"1"},{"price":"1,5","quantity":"1"}]}]}"#,
    );
    match prices.next().await {
        Some(Ok(Update::Unreadable(told))) => assert_eq!(told.market, Some(Market::eur("BTC"))),
        other => panic!("{other:?}"),
    }
    let counters = prices.handle().counters();
    assert_eq!((counters.ill_formed, counters.unwanted), (1, 1));
    assert!(prices.handle().is_live());
}

/// A host that answers each connection with these bytes, and then with `x` without end or with its end.
async fn host(answer: &'static str, is_endless: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let mut request = Vec::new();
                while !request.ends_with(b"\r\n\r\n") {
                    request.push(stream.read_u8().await.unwrap());
                }
                stream.write_all(answer.as_bytes()).await.unwrap();
                while is_endless && stream.write_all(&[b'x'; 4096]).await.is_ok() {}
            });
        }
    });
    url
}

#[tokio::test]
async fn what_a_host_answered_instead_of_connecting_is_said() {
    let scene = scene().await;
    let endless = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n";
    let broken_off = "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx";
    for (answer, is_endless) in [(endless, true), (broken_off, false)] {
        let client = scene.client_of(&host(answer, is_endless).await);
        let error = client.prices([Market::eur("BTC")]).next().await;
        let error = error.unwrap().unwrap_err();
        assert_eq!(error.reason().refusal().map(Refusal::status), Some(200));
        assert!(error.to_string().contains("no price socket"), "{error}");
    }
    // It was reached, and said nothing.
    let client = scene.client_of(&host("", false).await);
    let silent = gap(&mut client.prices([Market::eur("BTC")])).await;
    assert!(matches!(silent.reason, Reason::Broken(_)), "{silent:?}");
}

#[tokio::test]
async fn a_message_beyond_the_limit_ends_the_connection_and_no_more() {
    let scene = scene().await;
    let mut prices = scene.live_from(scene.btc().message_bytes(1000)).await;
    scene.socket().say(&"x".repeat(1001));
    assert!(matches!(
        gap(&mut prices).await.reason,
        Reason::MessageTooLarge(1000)
    ));
    scene.pushed_on(2, &mut prices, "2").await;
    price(&mut prices).await;
}

#[tokio::test]
async fn the_other_path_is_found() {
    let scene = scene().await;
    scene.socket().only_at("/websockets/prices");
    drop(scene.live().await);
    let answered: Vec<u16> = scene
        .socket()
        .handshakes()
        .iter()
        .map(|handshake| handshake.answered)
        .collect();
    assert_eq!(answered, [404, 101]);
}

#[tokio::test]
async fn a_token_that_has_expired_is_renewed_on_the_way_back() {
    let scene = scene().await;
    scene.socket().require_token(true);
    let mut prices = scene.live().await;
    scene.sandbox.tradevest().expire_tokens();
    scene.socket().cut();
    gap(&mut prices).await;
    scene.pushed_on(2, &mut prices, "2").await;
    price(&mut prices).await;
    assert_eq!(scene.sandbox.tradevest().tokens_issued(), 2);
}

#[tokio::test]
async fn who_is_not_let_in_is_told_what_to_do() {
    let scene = scene().await;
    scene.socket().refuse(403, 2);
    let mut prices = scene.btc();
    let error = prices.next().await.unwrap().unwrap_err();
    assert!(error.is_auth());
    assert_eq!(error.reason().refusal().map(Refusal::status), Some(403));
    let said = error.to_string();
    for part in [
        "/websocket/prices",
        "403",
        "request ",
        "check the credentials",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(prices.next().await.is_none());

    scene.socket().require_token(true);
    let mut without = scene.btc().send_token(false);
    assert!(without.next().await.unwrap().unwrap_err().is_auth());
    let last = scene.socket().handshakes().pop().unwrap();
    assert!(!last.headers.contains_key("authorization"));
}

#[tokio::test]
async fn a_busy_server_is_asked_until_it_lets_us_in() {
    let scene = scene().await;
    scene.socket().refuse(503, 3);
    let mut prices = scene.btc();
    let push = async {
        scene.socket().wait_for_subscriptions(1).await;
        scene.socket().push(&Quote::of("BTC").ask("1", "1"));
    };
    let (gap, ()) = tokio::join!(back(&mut prices), push);
    assert_eq!(gap.failed_attempts, 3);
    price(&mut prices).await;
}

#[tokio::test]
async fn other_markets_take_another_connection() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    prices.handle().add([Market::eur("ETH")]);
    assert!(matches!(
        gap(&mut prices).await.reason,
        Reason::MarketsChanged
    ));
    scene.pushed_on(2, &mut prices, "2").await;
    let subscriptions = scene.socket().subscriptions();
    let symbols = subscriptions[1].symbols.clone().unwrap();
    assert_eq!(symbols, ["BTC", "ETH"]);
    assert!(scene.socket().violations().is_empty());
    assert_eq!(scene.socket().connections(), 1);
}

#[tokio::test]
async fn who_drops_the_stream_leaves_no_connection_behind() {
    let scene = scene().await;
    let prices = scene.live().await;
    assert_eq!(scene.socket().connections(), 1);
    drop(prices);
    scene.socket().wait_for_connections(0).await;
}

#[tokio::test]
async fn a_host_that_is_gone_is_a_gap() {
    let scene = scene().await;
    let mut prices = scene.live().await;
    scene.sandbox.shutdown().await;
    let mut reason = gap(&mut prices).await.reason;
    while !matches!(reason, Reason::Unreachable(_)) {
        reason = gap(&mut prices).await.reason;
    }
    assert!(!prices.handle().is_live());
}

#[tokio::test]
async fn without_a_host_of_prices_the_setting_is_named() {
    let scene = scene().await;
    let client = Client::builder()
        .environment(Environment::Custom {
            api: scene.sandbox.tradevest().api_url(),
            auth: scene.sandbox.tradevest().auth_url(),
            prices: None,
        })
        .credentials(Credentials::new("a", "b"))
        .build()
        .unwrap();
    let mut prices = client.prices([Market::eur("BTC")]);
    let said = prices.next().await.unwrap().unwrap_err().to_string();
    assert!(said.contains("environment.prices is missing"), "{said}");
}
