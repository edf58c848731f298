//! Waiting, against a scripted provider and a paused clock.

// They are about things of every part.
#![cfg(feature = "tradevest")]

mod changes;
mod following;
mod goals;
mod handles;
mod hearing;
mod told;
mod words;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use florin_core::http::HeaderMap;
use florin_core::{RetryPolicy, Seam};
use florin_tradevest::types;
use serde_json::{Value, json};

use super::*;
use crate::oauth::scripted::{Scripted, Sent};
use crate::tradevest::{Client, Credentials, Environment, EventType, ExternalId, Webhooks};
use crate::webhook::Sender;

type Order = types::DigitalAssetsOrder;

/// Every state at the same time, as in one of the provider's guides: a time orders nothing.
const WHEN: &str = "2026-03-10T12:00:00.123456789Z";

fn seam() -> Seam {
    Seam::without_chance("2026-03-10T12:00:00Z".parse().unwrap(), 0.0)
}

fn client(network: &Scripted) -> Client {
    Client::builder()
        .environment(Environment::Test)
        .credentials(Credentials::new("app", "s3cret"))
        .retry(RetryPolicy::never())
        .seam(seam())
        .transport(network.transport())
        .build()
        .unwrap()
}

fn webhooks() -> Webhooks {
    let builder = Webhooks::builder().sender(Sender::anyone());
    builder.seam(seam()).build().unwrap()
}

/// Answers one after the other; the last one stays.
fn in_turn(answers: impl IntoIterator<Item = (u16, Value)>) -> Scripted {
    let answers: Vec<_> = answers.into_iter().collect();
    let next = AtomicUsize::new(0);
    Scripted::answering(move |sent| {
        if sent.operation == "get_token" {
            return (
                200,
                json!({"access_token": "t", "token_type": "Bearer"}).to_string(),
            );
        }
        let at = next.fetch_add(1, Ordering::SeqCst);
        let (status, body) = &answers[at.min(answers.len() - 1)];
        match body {
            Value::Null => (*status, String::new()),
            body => (*status, body.to_string()),
        }
    })
}

/// The requests but for those for a token.
fn calls(network: &Scripted) -> Vec<Sent> {
    let mut sent = network.sent();
    sent.retain(|sent| sent.operation != "get_token");
    sent
}

fn order(status: &str) -> (u16, Value) {
    let order = json!({
        "orderId": "o1", "createdOn": WHEN, "modifiedOn": WHEN, "status": status, "externalId": "e1",
        "walletCustomerProductId": "w1", "orderType": "MARKET", "side": "BUY"
    });
    (200, order)
}

fn orders(statuses: &[&str]) -> Scripted {
    in_turn(statuses.iter().map(|status| order(status)))
}

fn missing() -> (u16, Value) {
    let body = json!({"message": "no such thing", "responseType": "ERROR", "requestId": "r1"});
    (404, body)
}

fn created_order(network: &Scripted) -> Created<Order> {
    let external_id = ExternalId::new("e1").unwrap();
    Created::new(client(network), "o1".to_owned(), Some(external_id), false)
}

/// What the provider posts about an order.
fn tell(webhooks: &Webhooks, notification: &Value) {
    let event = EventType::DigitalAssetOrder;
    let body = notification.to_string();
    webhooks
        .receive(event, &HeaderMap::new(), body.as_bytes())
        .unwrap();
}

fn news(status: &str) -> Value {
    json!({"orderId": "o1", "notificationType": "UPDATED", "status": status, "modifiedOn": WHEN})
}

fn invalid() -> Value {
    json!({
        "orderId": "o1", "notificationType": "VALIDATION_ERROR", "status": "INVALID", "modifiedOn": WHEN,
        "validationError": {"errorType": "DATA_NOT_FOUND_ERROR", "description": "Ana Kovač has no wallet"}
    })
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
