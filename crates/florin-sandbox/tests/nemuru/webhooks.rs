//! Subscribing, reading and changing webhooks.

use std::time::Duration;

use florin_sandbox::nemuru::{Agent, Options, WebhookPayload};
use serde_json::{Value, json};

use crate::shop::{LOAN, Shop, exception, sandbox};

const TARGET: &str = "http://127.0.0.1:9/nemuru";

/// The webhooks that a shop sees.
async fn listed(shop: &Shop) -> Vec<Value> {
    let (status, body) = shop.get("/webhook/").await;
    assert_eq!((status, &body["status"]), (200, &json!("ok")));
    body["data"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_webhook_is_created_without_an_echo_and_found_in_the_list() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let request = json!({ "client": "callback", "event": "loan_steps", "target": TARGET });
    let (status, body) = shop.post("/webhook/", &request).await;
    assert_eq!((status, body), (201, json!({})));
    let [webhook] = &listed(&shop).await[..] else {
        panic!("one webhook")
    };
    assert_eq!(webhook["state"], 1);
    assert_eq!(webhook["target"], TARGET);
    assert_eq!(webhook["created_at"], "2026-11-02T08:00:00+00:00");
    let other = Shop::open(&sandbox, Agent::Second).await;
    assert!(listed(&other).await.is_empty());
    assert_eq!(sandbox.nemuru().webhooks()[0].target, TARGET);
}

#[tokio::test]
async fn a_single_webhook_comes_in_a_list_or_by_itself() {
    for (webhook_payload, pointer) in [
        (WebhookPayload::List, "/payload/0/id"),
        (WebhookPayload::Object, "/payload/id"),
    ] {
        let (sandbox, _clock) = sandbox(Options {
            webhook_payload,
            ..Options::default()
        })
        .await;
        let shop = Shop::open(&sandbox, Agent::First).await;
        shop.subscribe(TARGET, None).await;
        let id = sandbox.nemuru().webhooks()[0].id.clone();
        let (status, body) = shop.get(&format!("/webhook/{id}/")).await;
        assert_eq!(status, 200, "{body}");
        assert_eq!(body.pointer(pointer), Some(&json!(id)));
        let urn = format!("urn:nemuru:sync_and_integration:webhook:{id}");
        assert_eq!(body["identifier"], urn);
        let other = Shop::open(&sandbox, Agent::Second).await;
        let (status, body) = other.get(&format!("/webhook/{id}/")).await;
        assert_eq!(
            (status, exception(&body)),
            (404, "WebhookNotFoundByIdException")
        );
    }
}

#[tokio::test]
async fn the_target_may_not_come_back() {
    let (sandbox, _clock) = sandbox(Options {
        webhook_shows_target: false,
        ..Options::default()
    })
    .await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.subscribe(TARGET, None).await;
    assert_eq!(listed(&shop).await[0].get("target"), None);
}

#[tokio::test]
async fn an_update_replaces_a_webhook_and_leaves_its_state() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    shop.subscribe(TARGET, None).await;
    let id = sandbox.nemuru().webhooks()[0].id.clone();
    sandbox.nemuru().set_webhook_enabled(&id, false);
    clock.advance(Duration::from_secs(60));
    let request = json!({ "client": "email", "event": "loan_steps", "target": "till@example.com" });
    let path = format!("/webhook/{id}/");
    assert_eq!(shop.put(&path, &request).await, (204, json!(null)));
    let [webhook] = &listed(&shop).await[..] else {
        panic!("one webhook")
    };
    assert_eq!(webhook["id"], json!(id));
    assert_eq!(webhook["client"], "email");
    assert_eq!(webhook["target"], "till@example.com");
    assert_eq!(webhook["state"], 2);
    assert_eq!(webhook["created_at"], "2026-11-02T08:00:00+00:00");
    assert_eq!(webhook["updated_at"], "2026-11-02T08:01:00+00:00");
    let other = Shop::open(&sandbox, Agent::Second).await;
    assert_eq!(other.put(&path, &request).await.0, 404);
}

#[tokio::test]
async fn a_target_has_to_fit_its_client() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    for (client, target, pointer) in [
        ("callback", "till@example.com", "/target"),
        ("callback", "/nemuru", "/target"),
        ("email", TARGET, "/target"),
        ("pigeon", TARGET, "/client"),
    ] {
        let request = json!({ "client": client, "event": "loan_steps", "target": target });
        let (status, body) = shop.post("/webhook/", &request).await;
        assert_eq!(status, 400, "{client} {target}");
        assert!(body["schema_errors"][pointer].is_string(), "{body}");
    }
    assert!(sandbox.nemuru().webhooks().is_empty());
}

#[tokio::test]
async fn a_disabled_webhook_and_another_agents_hear_nothing() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    nemuru.hold_callbacks();
    let shop = Shop::open(&sandbox, Agent::First).await;
    let other = Shop::open(&sandbox, Agent::Second).await;
    shop.subscribe(TARGET, None).await;
    other.subscribe(TARGET, None).await;
    shop.invite(LOAN).await;
    assert_eq!(nemuru.callbacks().len(), 1);
    let id = nemuru.webhooks()[0].id.clone();
    assert_eq!(nemuru.callbacks()[0].webhook_id, id);
    nemuru.set_webhook_enabled(&id, false);
    nemuru.advance(LOAN, "status_opened").unwrap();
    assert_eq!(nemuru.callbacks().len(), 1);
}
