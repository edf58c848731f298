//! What is said to the provider.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::super::EventType;
use super::{KEY, builder, calls, client, webhooks};
use crate::oauth::scripted::{Scripted, Sent};

const BASE: &str = "https://partner.example/tradevest/";
const PIECE: &str = "not-to-be-guessed-41c7";

fn url(event: &EventType) -> String {
    format!("{BASE}{PIECE}/{}", event.suggested_path())
}

fn registered(event: &EventType, url: &str, value: &str) -> Value {
    json!({
        "eventType": event.as_str(), "url": url, "headers": [{"name": "Api-Key", "value": value}],
        "createdOn": "2026-01-01T00:00:00Z", "modifiedOn": "2026-01-01T00:00:00Z"
    })
}

/// A provider with these registrations, that lists two types as missing.
fn provider(there: Vec<Value>) -> (super::Client, Scripted) {
    client(move |sent: &Sent| {
        let body = match sent.operation.as_str() {
            "get_webhooks" => json!(there).to_string(),
            "get_missing_webhooks" => {
                json!([{"eventType": "RE_TOKEN_PRICES", "since": 1}, {"eventType": "NEW"}, {}])
                    .to_string()
            }
            _ => String::new(),
        };
        (200, body)
    })
}

fn written(network: &Scripted) -> Vec<Value> {
    let calls = calls(network).into_iter();
    calls
        .filter(|sent| sent.operation == "create_or_update_webhook")
        .map(|sent| serde_json::from_str(&sent.body).unwrap())
        .collect()
}

#[tokio::test]
async fn each_event_type_gets_an_address_of_its_own_with_the_headers_that_are_expected() {
    let webhooks = builder()
        .headers_for(EventType::Transfer, [("x-money", "another value")])
        .path(EventType::User, "u")
        .build()
        .unwrap();
    let events = [
        EventType::Customer,
        EventType::Transfer,
        EventType::User,
        EventType::User,
    ];
    let wanted = webhooks.registration(BASE, PIECE, events).unwrap();
    let (client, network) = provider(vec![]);
    let registered = client.register_webhooks(&wanted).await.unwrap();
    assert_eq!(
        registered.written,
        [EventType::Customer, EventType::Transfer, EventType::User]
    );
    assert_eq!(
        registered.missing,
        [EventType::RealEstateTokenPrices, EventType::from("NEW")]
    );
    let headers = json!([{"name": KEY.0, "value": KEY.1}]);
    assert_eq!(
        written(&network),
        [
            json!({"eventType": "CUSTOMER_NOTIFICATION", "url": url(&EventType::Customer), "headers": headers}),
            json!({"eventType": "TRANSFER_NOTIFICATION", "url": url(&EventType::Transfer),
                "headers": [{"name": "x-money", "value": "another value"}]}),
            json!({"eventType": "USER_NOTIFICATION", "url": format!("{BASE}{PIECE}/u"), "headers": headers}),
        ]
    );
    for data in wanted.data() {
        let path = data.url.strip_prefix("https://partner.example").unwrap();
        assert_eq!(
            webhooks.event_at(path).unwrap().as_str(),
            data.event_type.as_str()
        );
    }
}

#[tokio::test]
async fn it_looks_before_it_writes() {
    let (same, turned, others, absent) = (
        EventType::Customer,
        EventType::Document,
        EventType::Transfer,
        EventType::User,
    );
    let there = vec![
        registered(&same, &url(&same), KEY.1),
        registered(&turned, &url(&turned), "the old value"),
        registered(&others, "https://other.example/hooks", "theirs"),
    ];
    let events = [&same, &turned, &others, &absent].map(Clone::clone);
    let wanted = webhooks().registration(BASE, PIECE, events).unwrap();

    let (client, network) = provider(there.clone());
    let registered = client.register_webhooks(&wanted).await.unwrap();
    assert_eq!(registered.unchanged.as_slice(), [same]);
    assert_eq!(registered.written, [turned.clone(), absent.clone()]);
    assert_eq!(
        registered.occupied.as_slice(),
        std::slice::from_ref(&others)
    );
    assert_eq!(written(&network).len(), 2);

    let (client, network) = provider(there);
    let registered = client.register_webhooks(&wanted.replacing()).await.unwrap();
    assert!(registered.occupied.is_empty());
    assert_eq!(registered.written, [turned, others, absent]);
    assert_eq!(written(&network).len(), 3);
}

#[tokio::test]
async fn registering_again_writes_nothing() {
    let there = Arc::new(Mutex::new(Vec::<Value>::new()));
    let kept = Arc::clone(&there);
    let (client, network) = client(move |sent: &Sent| {
        let mut there = kept.lock().unwrap();
        let body = match sent.operation.as_str() {
            "get_webhooks" => json!(*there).to_string(),
            "create_or_update_webhook" => {
                there.push(serde_json::from_str(&sent.body).unwrap());
                String::new()
            }
            _ => "[]".to_owned(),
        };
        (200, body)
    });
    let wanted = webhooks()
        .registration(BASE, PIECE, EventType::ALL)
        .unwrap();
    let first = client.register_webhooks(&wanted).await.unwrap();
    assert_eq!(first.written.len(), 26);
    let second = client.register_webhooks(&wanted).await.unwrap();
    assert_eq!((second.written.len(), second.unchanged.len()), (0, 26));
    assert_eq!(written(&network).len(), 26);
}

#[test]
fn only_https_is_registered_but_for_tests_on_this_machine() {
    let refused = |base: &str| {
        let wanted = webhooks().registration(base, PIECE, [EventType::User]);
        wanted.is_err()
    };
    for base in [
        "http://partner.example",
        "http://localhost.example",
        "http://127.0.0.1.example/",
        "http://[::2]:80/",
        "ftp://partner.example",
        "partner.example",
        "https://",
        "https:///hooks",
        "https://:443/hooks",
        "https://partner.example/?a=b",
        "https://partner.example/#a",
        "https://user:pw@partner.example/",
        "http://localhost@partner.example/",
        "https://partner.example/a b",
        "https://partner.example\\a",
    ] {
        assert!(refused(base), "{base}");
    }
    for base in [
        "https://partner.example",
        "HTTPS://partner.example:8443/hooks/",
        "http://127.0.0.1:8080",
        "http://localhost/hooks",
        "http://[::1]:80",
        "http://[::1]",
    ] {
        assert!(!refused(base), "{base}");
    }
}

#[test]
fn an_address_that_can_be_guessed_is_refused_and_none_is_shown() {
    for piece in [
        "",
        "short",
        "customer/and/more/of/it",
        "sixteen characte",
        "ünguessable-41c7",
    ] {
        let refused = webhooks().registration(BASE, piece, [EventType::User]);
        let error = refused.unwrap_err().to_string();
        assert!(piece.is_empty() || !error.contains(piece), "{error}");
    }
    let wanted = webhooks()
        .registration(BASE, PIECE, [EventType::User])
        .unwrap();
    let shown = format!("{wanted:?} {:?}", wanted.data().collect::<Vec<_>>());
    assert!(!shown.contains(PIECE) && !shown.contains(KEY.1), "{shown}");
}

#[test]
fn what_would_be_turned_away_is_not_registered() {
    let only = super::Webhooks::builder().headers_for(EventType::User, [KEY]);
    let only = only.build().unwrap();
    assert!(only.registration(BASE, PIECE, [EventType::User]).is_ok());
    let refused = only.registration(BASE, PIECE, [EventType::User, EventType::Customer]);
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("CUSTOMER_NOTIFICATION")
    );
}
