//! Callbacks, posted to servers made with axum: good ones and bad ones, by who may and who may not, and a handler that panics.

use std::future::IntoFuture as _;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::post;
use florin::nemuru::{Callback, Callbacks};
use florin::tradevest::{EventType, TradevestCallback, Webhooks};
use florin::webhook::Sender;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::canary::MARKED;
use super::{said, sieve};

/// Whom it is about, which is no secret.
const ID: &str = "f6bbadf9-f4d2-5020-b049-e6418f92cb34";

#[derive(Clone)]
struct Shop {
    callbacks: Callbacks,
    webhooks: Webhooks,
}

impl FromRef<Shop> for Callbacks {
    fn from_ref(shop: &Shop) -> Self {
        shop.callbacks.clone()
    }
}

impl FromRef<Shop> for Webhooks {
    fn from_ref(shop: &Shop) -> Self {
        shop.webhooks.clone()
    }
}

async fn step(callback: Callback) {
    said::value("Debug of callbacks", &callback);
}

async fn notified(TradevestCallback(notification): TradevestCallback) {
    said::handle("Debug of callbacks", &notification);
}

/// Somebody's handler that can't cope, and says only what it got.
async fn careless(TradevestCallback(notification): TradevestCallback) {
    let nothing: Result<(), _> = Err(notification);
    nothing.unwrap();
}

/// Posts, and says what came back.
async fn send(address: &str, path: &str, headers: &str, body: &[u8]) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    stream
        .write_all(&[head.as_bytes(), body].concat())
        .await
        .unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    sieve::never("answers to callbacks", &String::from_utf8_lossy(&answer));
}

fn bodies() -> Vec<Vec<u8>> {
    let text = MARKED.text;
    let fields = json!({
        "id": ID, "step": ID, "borrower": text, text: text, "customerId": ID,
        "naturalPersonId": ID, "status": "INVALID", "notificationType": "VALIDATION_ERROR",
        "modifiedOn": "2026-03-02T08:38:31.104Z", "orderId": ID,
        "validationError": {"errorType": "ALREADY_EXISTS_ERROR", "description": text, text: text},
    });
    let mut bodies = vec![
        fields.to_string().into_bytes(),
        format!("{{\"{text}\": ").into_bytes(),
        format!("[\"{text}\"]").into_bytes(),
        json!({"id": [text], "step": {text: text}, "status": [text], "customerId": {text: 1}})
            .to_string()
            .into_bytes(),
        text.as_bytes().to_vec(),
        text.repeat(100_000).into_bytes(),
        Vec::new(),
    ];
    bodies.push([text.as_bytes(), b"\xff", text.as_bytes()].concat());
    bodies
}

/// All of it.
pub(crate) async fn everything() {
    let callbacks = Callbacks::new(Sender::header(format!("Bearer {}", MARKED.text)).unwrap());
    let webhooks = Webhooks::builder().headers([("api-key", MARKED.text)]);
    said::handle("Debug of receivers", &webhooks);
    let webhooks = webhooks.build().unwrap();
    said::handle("Debug of receivers", &(&callbacks, &webhooks));
    let shop = Shop {
        callbacks,
        webhooks: webhooks.clone(),
    };
    let router = Router::new()
        .route("/nemuru", post(step))
        .route("/tradevest/{event}", post(notified))
        .route("/careless/{event}", post(careless))
        .with_state(shop);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(axum::serve(listener, router).into_future());
    let text = MARKED.text;
    let events = EventType::ALL.into_iter().step_by(4);
    let mut paths: Vec<_> = events.map(|event| format!("/tradevest/{event}")).collect();
    paths.extend([
        "/nemuru".to_owned(),
        format!("/nemuru?token={text}"),
        format!("/tradevest/{text}"),
        "/careless/NATURAL_PERSON_NOTIFICATION".to_owned(),
    ]);
    for path in &paths {
        for header in [
            format!("authorization: Bearer {text}\r\napi-key: {text}\r\n"),
            format!("authorization: {text}\r\napi-key: not {text}\r\ncookie: {text}\r\n"),
            format!(
                "authorization: Bearer {text}\r\nauthorization: {text}\r\napi-key: {text}\r\napi-key: {text}\r\n"
            ),
            format!("{text}: {text}\r\n"),
        ] {
            for body in bodies() {
                sieve::doing(&format!("a callback to {path}"));
                send(&address, path, &header, &body).await;
            }
        }
    }
    said::handle("Debug of receivers", &webhooks.arrivals());
}
