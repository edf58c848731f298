//! Subscriptions.

use florin::core::Effect;
use florin::nemuru::{Error, WebhookAuth, callback_webhook, types};
use serde_json::{Value, json};

use crate::scripted::{Scripted, Step, answer};

const TARGET: &str = "https://shop.example/nemuru";

fn webhook(id: &str, target: Option<&str>) -> Value {
    json!({"id": id, "client": "callback", "event": "loan_steps", "state": 1, "target": target})
}

fn list(webhooks: &[Value]) -> Step {
    answer(200, json!({"status": "ok", "data": webhooks}))
}

async fn ensure(script: &Scripted) -> Result<types::Webhook, Error> {
    let request = callback_webhook(TARGET, WebhookAuth::header("Bearer s3cret"));
    script.client().ensure_webhook(&request).await
}

#[tokio::test(start_paused = true)]
async fn a_subscription_that_is_there_is_not_made_again() {
    let script = Scripted::new();
    script.on(
        "list_webhooks",
        [list(&[
            webhook("other", Some("https://shop.example/2")),
            webhook("mine", Some(TARGET)),
        ])],
    );
    assert_eq!(ensure(&script).await.unwrap().id, "mine");
    assert_eq!(script.count("create_webhook"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_new_one_is_found_by_its_target_or_by_being_new() {
    for target in [Some(TARGET), None] {
        let script = Scripted::new();
        let other = webhook("other", Some("https://shop.example/2"));
        script.on(
            "list_webhooks",
            [
                list(std::slice::from_ref(&other)),
                list(std::slice::from_ref(&other)),
                list(&[other, webhook("new", target)]),
            ],
        );
        script.on("create_webhook", [answer(201, "")]);
        assert_eq!(ensure(&script).await.unwrap().id, "new");
        assert_eq!(script.count("create_webhook"), 1);
        assert_eq!(
            script.sent("create_webhook")[0].json()["notification_auth"],
            json!({"authorization_header": "Bearer s3cret", "content_type": "application/json"})
        );
    }
}

#[tokio::test(start_paused = true)]
async fn one_without_a_target_may_be_it_so_nothing_is_created() {
    let script = Scripted::new();
    script.on("list_webhooks", [list(&[webhook("w", None)])]);
    assert!(ensure(&script).await.unwrap_err().is_decode());
    assert_eq!(script.count("create_webhook"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_creation_whose_answer_was_lost_is_looked_for_and_not_repeated() {
    let script = Scripted::new();
    script.on("create_webhook", [Step::Lost]);
    script.on(
        "list_webhooks",
        [list(&[]), list(&[webhook("new", Some(TARGET))])],
    );
    assert_eq!(ensure(&script).await.unwrap().id, "new");

    let script = Scripted::new();
    script.on("create_webhook", [Step::Lost]);
    script.on("list_webhooks", [list(&[])]);
    let error = ensure(&script).await.unwrap_err();
    assert_eq!(
        (error.effect(), script.count("create_webhook")),
        (Effect::MaybeApplied, 1)
    );

    let script = Scripted::new();
    script.on("create_webhook", [answer(201, "")]);
    script.on("list_webhooks", [list(&[])]);
    assert_eq!(
        ensure(&script).await.unwrap_err().effect(),
        Effect::MaybeApplied
    );
}

#[tokio::test(start_paused = true)]
async fn a_single_one_comes_in_a_list_or_by_itself() {
    let one = webhook("w", None);
    for payload in [json!([one]), one] {
        let script = Scripted::new();
        script.on("get_webhook", [answer(200, json!({"payload": payload}))]);
        assert_eq!(script.client().webhook("w").await.unwrap().id, "w");
    }
    let script = Scripted::new();
    script.on("get_webhook", [answer(200, json!({"payload": []}))]);
    assert!(script.client().webhook("w").await.is_err());
}

#[tokio::test(start_paused = true)]
async fn an_update_replaces_it_whole() {
    let script = Scripted::new();
    script.on("update_webhook", [answer(204, "")]);
    let request = callback_webhook(TARGET, WebhookAuth::none());
    script.client().update_webhook("w", &request).await.unwrap();
    let sent = &script.sent("update_webhook")[0];
    assert_eq!(
        sent.json(),
        json!({"client": "callback", "event": "loan_steps", "target": TARGET})
    );
    assert!(sent.url.ends_with("/webhook/w/"), "{}", sent.url);
}
