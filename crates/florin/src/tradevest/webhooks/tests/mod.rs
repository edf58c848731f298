//! The parts together: what is let in, what becomes of it, and what is said to the provider.

mod arrivals;
#[cfg(feature = "axum")]
mod extractor;
mod notifications;
mod receiving;
mod recovery;
mod registering;

use florin_core::http::{HeaderMap, HeaderName};
use florin_core::{RetryPolicy, Seam};
use serde_json::json;

use super::super::{Client, Credentials, Environment};
use super::{EventType, Webhooks, WebhooksBuilder};
use crate::oauth::scripted::{Scripted, Sent};

const KEY: (&str, &str) = ("api-key", "a long random value");

fn builder() -> WebhooksBuilder {
    Webhooks::builder().headers([KEY]).seam(seam())
}

fn webhooks() -> Webhooks {
    builder().build().unwrap()
}

fn seam() -> Seam {
    Seam::simulated("2026-03-10T12:00:00Z".parse().unwrap(), 1)
}

fn headers(headers: &[(&str, &str)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
        map.append(name, value.parse().unwrap());
    }
    map
}

/// A client that repeats nothing; a call is answered by `answer`.
fn client(answer: impl Fn(&Sent) -> (u16, String) + Send + Sync + 'static) -> (Client, Scripted) {
    let network = Scripted::answering(move |sent| {
        if sent.operation != "get_token" {
            return answer(sent);
        }
        let token = json!({"access_token": "t", "expires_in": 3600, "token_type": "Bearer"});
        (200, token.to_string())
    });
    let client = Client::builder()
        .environment(Environment::Test)
        .credentials(Credentials::new("partner", "s3cret"))
        .retry(RetryPolicy::never())
        .seam(seam())
        .transport(network.transport())
        .build()
        .unwrap();
    (client, network)
}

/// What was asked for besides tokens.
fn calls(network: &Scripted) -> Vec<Sent> {
    let mut sent = network.sent();
    sent.retain(|sent| sent.operation != "get_token");
    sent
}

fn an_id(digit: char) -> String {
    "00000000-0000-4000-8000-000000000000".replace('0', &digit.to_string())
}

fn customer(id: &str, status: &str) -> String {
    json!({
        "customerId": id, "status": status, "notificationType": "UPDATED",
        "modifiedOn": "2026-03-10T12:00:00.123456789Z"
    })
    .to_string()
}

fn take(webhooks: &Webhooks, event: EventType, body: &str) -> std::sync::Arc<super::Notification> {
    webhooks
        .receive(event, &headers(&[KEY]), body.as_bytes())
        .unwrap()
}
