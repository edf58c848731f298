//! The price socket.

use std::time::Duration;

use florin_sandbox::tradevest::{PriceSocket, Quote};
use florin_sandbox::{Clock, Sandbox};
use futures_util::{SinkExt as _, StreamExt as _};
use http::header::{AUTHORIZATION, HeaderValue};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_websockets::{ClientBuilder, Error, MaybeTlsStream, Message, WebSocketStream};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

const BTC: &str = r#"{"type":"PRICE_SUBSCRIPTION","priceSubscription":{"markets":[{"currency":"EUR","cryptoSymbol":"BTC"}]}}"#;
const ALL: &str = r#"{"type":"PRICE_SUBSCRIPTION"}"#;

/// A clock that stands still, so that no sign of life comes in between.
async fn start() -> (Sandbox, florin_sandbox::ManualClock) {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder().clock(&clock).start().await.unwrap();
    (sandbox, clock)
}

fn prices(sandbox: &Sandbox) -> PriceSocket {
    sandbox.tradevest().prices()
}

async fn connect(sandbox: &Sandbox, path: &str) -> Result<Socket, Error> {
    connect_with(sandbox, path, None).await
}

async fn connect_with(sandbox: &Sandbox, path: &str, token: Option<&str>) -> Result<Socket, Error> {
    let url = sandbox.tradevest().prices_url().replace("http://", "ws://");
    let mut builder = ClientBuilder::new().uri(&format!("{url}{path}")).unwrap();
    if let Some(token) = token {
        let value = HeaderValue::from_str(&format!("Bearer {token}")).unwrap();
        builder = builder.add_header(AUTHORIZATION, value)?;
    }
    builder.connect().await.map(|(socket, _)| socket)
}

/// A connection that has subscribed.
async fn subscribe(sandbox: &Sandbox, message: &'static str) -> Socket {
    let before = prices(sandbox).subscriptions().len();
    let mut socket = connect(sandbox, "/websocket/prices").await.unwrap();
    socket.send(Message::text(message)).await.unwrap();
    prices(sandbox).wait_for_subscriptions(before + 1).await;
    socket
}

async fn hear(socket: &mut Socket) -> Value {
    let message = socket.next().await.unwrap().unwrap();
    serde_json::from_str(message.as_text().unwrap()).unwrap()
}

async fn closed_with(socket: &mut Socket) -> u16 {
    let message = socket.next().await.unwrap().unwrap();
    let (code, _) = message.as_close().unwrap();
    code.into()
}

#[tokio::test]
async fn prices_go_to_who_has_subscribed_to_them() {
    let (sandbox, _clock) = start().await;
    let mut btc = subscribe(&sandbox, BTC).await;
    let mut all = subscribe(&sandbox, ALL).await;
    let socket = prices(&sandbox);
    assert_eq!(socket.push(&Quote::of("ETH").ask("3000.10", "2")), 1);
    let quote = Quote::of("BTC")
        .ask("91234.50", "0.25")
        .bid("91230.00", "1");
    assert_eq!(socket.push(&quote), 2);
    let expected = json!({"type": "PRICES", "prices": [{
        "market": {"currency": "EUR", "cryptoSymbol": "BTC"},
        "time": "2026-11-02T10:00:00.000+02:00",
        "asks": [{"price": "91234.50", "quantity": "0.25"}],
        "bids": [{"price": "91230.00", "quantity": "1"}],
    }]});
    assert_eq!(hear(&mut btc).await, expected);
    let eth = hear(&mut all).await;
    assert_eq!(eth["prices"][0]["market"]["cryptoSymbol"], "ETH");
    assert_eq!(hear(&mut all).await, expected);
    let subscriptions = socket.subscriptions();
    assert_eq!(subscriptions[0].symbols, Some(vec!["BTC".to_owned()]));
    assert_eq!(subscriptions[1].symbols, None);
    assert!(socket.violations().is_empty());
}

#[tokio::test]
async fn several_prices_come_in_one_message_without_those_of_others() {
    let (sandbox, _clock) = start().await;
    let mut btc = subscribe(&sandbox, BTC).await;
    let quotes = [
        Quote::of("ETH").ask("1", "1"),
        Quote::of("BTC").ask("2", "1"),
    ];
    prices(&sandbox).push_all(&quotes);
    let heard = hear(&mut btc).await;
    assert_eq!(heard["prices"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn each_second_of_the_clock_brings_a_sign_of_life_unless_it_is_to_be_silent() {
    let (sandbox, clock) = start().await;
    let mut btc = subscribe(&sandbox, BTC).await;
    for _ in 0..2 {
        clock.advance(Duration::from_secs(1));
        let heard = hear(&mut btc).await;
        assert_eq!(heard["type"], "PRICES");
        assert_eq!(heard["prices"][0]["market"]["cryptoSymbol"], "BTC");
        assert_eq!(heard["prices"][0]["asks"], json!([]));
        assert_eq!(heard["prices"][0]["bids"], json!([]));
    }
    prices(&sandbox).stay_silent(true);
    clock.advance(Duration::from_secs(10));
    prices(&sandbox).push(&Quote::of("BTC").bid("1", "1"));
    let heard = hear(&mut btc).await;
    assert_ne!(
        heard["prices"][0]["bids"],
        json!([]),
        "nothing came before it"
    );
}

#[tokio::test]
async fn a_second_message_is_an_error_and_ends_the_connection() {
    let (sandbox, _clock) = start().await;
    let mut btc = subscribe(&sandbox, BTC).await;
    btc.send(Message::text(ALL)).await.unwrap();
    let heard = hear(&mut btc).await;
    assert_eq!(heard["type"], "ERROR");
    assert!(
        heard["error"]
            .as_str()
            .unwrap()
            .contains("one subscription")
    );
    assert_eq!(heard["connectionId"].as_str().unwrap().len(), 36);
    assert_eq!(closed_with(&mut btc).await, 1008);
    assert_eq!(prices(&sandbox).violations().len(), 1);
    prices(&sandbox).wait_for_connections(0).await;
}

#[tokio::test]
async fn a_first_message_that_is_no_subscription_is_an_error() {
    let (sandbox, _clock) = start().await;
    for message in [
        "BTC",
        r#"{"type":"SUBSCRIBE"}"#,
        r#"{"type":"PRICE_SUBSCRIPTION","markets":[]}"#,
        r#"{"type":"PRICE_SUBSCRIPTION","priceSubscription":{"markets":["BTC"]}}"#,
        r#"{"type":"PRICE_SUBSCRIPTION","priceSubscription":{"markets":[{"currency":"USD","cryptoSymbol":"BTC"}]}}"#,
    ] {
        let mut socket = connect(&sandbox, "/websocket/prices").await.unwrap();
        socket.send(Message::text(message)).await.unwrap();
        assert_eq!(hear(&mut socket).await["type"], "ERROR", "{message}");
    }
    assert!(prices(&sandbox).subscriptions().is_empty());
}

#[tokio::test]
async fn connections_are_refused_as_documented_and_counted() {
    let (sandbox, _clock) = start().await;
    let socket = prices(&sandbox);
    socket.refuse(403, 2);
    let url = format!("{}/websocket/prices", sandbox.tradevest().prices_url());
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let answer = reqwest::get(&url).await.unwrap();
    assert_eq!(answer.status(), 403);
    let body: Value = answer.json().await.unwrap();
    assert!(body["message"].is_string() && body["requestId"].is_string());
    assert!(connect(&sandbox, "/websocket/prices").await.is_err());
    let plain = reqwest::get(&url).await.unwrap();
    assert_eq!(plain.status(), 400, "no request for a websocket");
    let body: Value = plain.json().await.unwrap();
    assert_eq!(body["type"], "ERROR");
    connect(&sandbox, "/websocket/prices").await.unwrap();
    let answered: Vec<u16> = socket.handshakes().iter().map(|one| one.answered).collect();
    assert_eq!(answered, [403, 403, 400, 101]);
}

#[tokio::test]
async fn both_paths_are_there_unless_one_is_chosen() {
    let (sandbox, _clock) = start().await;
    for path in ["/websocket/prices", "/websockets/prices"] {
        connect(&sandbox, path).await.unwrap();
    }
    connect(&sandbox, "/prices").await.unwrap_err();
    prices(&sandbox).only_at("/websockets/prices");
    connect(&sandbox, "/websocket/prices").await.unwrap_err();
    connect(&sandbox, "/websockets/prices").await.unwrap();
    let last = prices(&sandbox).handshakes().pop().unwrap();
    assert_eq!(
        (last.path.as_str(), last.answered),
        ("/websockets/prices", 101)
    );
}

#[tokio::test]
async fn a_token_is_wanted_where_the_test_wants_one() {
    let (sandbox, _clock) = start().await;
    prices(&sandbox).require_token(true);
    connect(&sandbox, "/websocket/prices").await.unwrap_err();
    rustls::crypto::ring::default_provider()
        .install_default()
        .ok();
    let tradevest = sandbox.tradevest();
    let answer: Value = reqwest::Client::new()
        .post(format!("{}/oauth2/token", tradevest.auth_url()))
        .form(&[
            ("grant_type", "client_credentials"),
            ("client_id", tradevest.client_id()),
            ("client_secret", tradevest.client_secret()),
        ])
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let token = answer["access_token"].as_str();
    connect_with(&sandbox, "/websocket/prices", token)
        .await
        .unwrap();
    tradevest.expire_tokens();
    connect_with(&sandbox, "/websocket/prices", token)
        .await
        .unwrap_err();
}

#[tokio::test]
async fn connections_end_in_every_way_that_is_asked_for() {
    let (sandbox, _clock) = start().await;
    let socket = prices(&sandbox);

    let mut btc = subscribe(&sandbox, BTC).await;
    assert_eq!(socket.close(), 1);
    assert_eq!(closed_with(&mut btc).await, 1001);
    assert!(btc.next().await.is_none());

    let mut btc = subscribe(&sandbox, BTC).await;
    socket.wait_for_connections(1).await;
    assert_eq!(socket.fail("no such market"), 1);
    let heard = hear(&mut btc).await;
    assert_eq!(
        (&heard["type"], &heard["error"]),
        (&json!("ERROR"), &json!("no such market"))
    );
    assert_eq!(closed_with(&mut btc).await, 1011);
    drop(btc);
    socket.wait_for_connections(0).await;

    let mut btc = subscribe(&sandbox, BTC).await;
    assert_eq!(socket.cut(), 1);
    assert!(!matches!(btc.next().await, Some(Ok(_))), "not a word");
    socket.wait_for_connections(0).await;
}

#[tokio::test]
async fn whatever_the_test_says_goes_out() {
    let (sandbox, _clock) = start().await;
    let mut btc = subscribe(&sandbox, BTC).await;
    let socket = prices(&sandbox);
    socket.say("<html>");
    socket.say_bytes(&b"\x00\xff"[..]);
    socket.ping();
    assert_eq!(btc.next().await.unwrap().unwrap().as_text(), Some("<html>"));
    assert!(btc.next().await.unwrap().unwrap().is_binary());
    assert!(btc.next().await.unwrap().unwrap().is_ping());
}

#[tokio::test]
async fn a_client_that_goes_away_is_forgotten_and_so_is_everybody_with_the_sandbox() {
    let (sandbox, _clock) = start().await;
    let first = subscribe(&sandbox, BTC).await;
    drop(first);
    prices(&sandbox).wait_for_connections(0).await;
    let mut second = subscribe(&sandbox, BTC).await;
    sandbox.shutdown().await;
    assert!(!matches!(second.next().await, Some(Ok(_))));
}
