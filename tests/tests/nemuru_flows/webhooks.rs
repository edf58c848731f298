//! Subscriptions: making, listing, reading, replacing them, and never making one twice.

use florin::core::Effect;
use florin::nemuru::types::{WebhookAuthOAuth2, WebhookClient};
use florin::nemuru::{ErrorDetails, WebhookAuth, callback_webhook, email_webhook};
use florin_sandbox::Fault;
use florin_sandbox::nemuru::{Agent, Options, WebhookPayload};
use florin_tests::in_memory::{InMemory, Says};
use serde_json::{Value, json};

use super::{first, sandbox, sandbox_with, second};

const TARGET: &str = "https://shop.example/nemuru/steps";

fn header() -> WebhookAuth {
    WebhookAuth::header("Bearer s3cret")
}

#[tokio::test]
async fn a_subscription_is_made_listed_read_and_replaced() {
    for webhook_payload in [WebhookPayload::List, WebhookPayload::Object] {
        let sandbox = sandbox_with(Options {
            webhook_payload,
            ..Options::default()
        })
        .await;
        let nemuru = sandbox.nemuru();
        let client = first(&sandbox);
        client
            .create_webhook(&callback_webhook(TARGET, header()))
            .await
            .unwrap();
        assert_eq!(
            nemuru.received_by("create_webhook")[0].json().unwrap(),
            json!({
                "client": "callback", "event": "loan_steps", "target": TARGET,
                "notification_auth": {"authorization_header": "Bearer s3cret", "content_type": "application/json"}
            })
        );
        let listed = client.webhooks().await.unwrap();
        let read = client.webhook(&listed[0].id).await.unwrap();
        assert_eq!(read.id, listed[0].id);
        assert_eq!(read.target.as_deref(), Some(TARGET));
        assert_eq!(read.state, Some(1.into()));
        assert_eq!(read.client, Some(WebhookClient::Callback));

        let replacement = email_webhook("caja@example.com");
        client.update_webhook(&read.id, &replacement).await.unwrap();
        let [webhook] = &nemuru.webhooks()[..] else {
            panic!("not one webhook")
        };
        assert_eq!(
            (webhook.client.as_str(), webhook.target.as_str()),
            ("email", "caja@example.com")
        );
        let sent = &nemuru.received_by("update_webhook")[0];
        assert_eq!(sent.method, "PUT");
        assert_eq!(sent.path, format!("/api/v2/webhook/{}/", read.id));
        assert_eq!(
            sent.json().unwrap(),
            json!({"client": "email", "event": "loan_steps", "target": "caja@example.com"})
        );
    }
}

#[tokio::test]
async fn a_token_for_callbacks_is_asked_for_with_all_five_values_and_none_shows() {
    let sandbox = sandbox().await;
    let access = WebhookAuthOAuth2 {
        url: "https://shop.example/token".into(),
        client_id: "florin".into(),
        client_secret: "s3cret-1".into(),
        username: "nemuru".into(),
        password: "s3cret-2".into(),
    };
    let request = callback_webhook(TARGET, WebhookAuth::oauth2(access));
    assert!(!format!("{request:?}").contains("s3cret"), "{request:?}");
    first(&sandbox).create_webhook(&request).await.unwrap();
    assert_eq!(
        sandbox.nemuru().received_by("create_webhook")[0]
            .json()
            .unwrap()["notification_auth"],
        json!({
            "url": "https://shop.example/token", "client_id": "florin", "client_secret": "s3cret-1",
            "username": "nemuru", "password": "s3cret-2"
        })
    );
}

#[tokio::test]
async fn fields_under_other_names_go_along() {
    let sandbox = sandbox().await;
    let mut request = callback_webhook(TARGET, WebhookAuth::none());
    request
        .extra
        .insert("authorization_header".into(), "Bearer s3cret".into());
    first(&sandbox).create_webhook(&request).await.unwrap();
    assert_eq!(
        sandbox.nemuru().received_by("create_webhook")[0]
            .json()
            .unwrap(),
        json!({
            "client": "callback", "event": "loan_steps", "target": TARGET,
            "authorization_header": "Bearer s3cret"
        })
    );
    assert!(!format!("{request:?}").contains("s3cret"), "{request:?}");
}

#[tokio::test]
async fn a_target_that_does_not_fit_its_client_is_not_sent() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    for request in [
        callback_webhook("caja@example.com", header()),
        callback_webhook(" ", header()),
        callback_webhook(TARGET, WebhookAuth::header(" ")),
        email_webhook(TARGET),
        email_webhook(""),
    ] {
        for error in [
            client.create_webhook(&request).await.unwrap_err(),
            client.ensure_webhook(&request).await.unwrap_err(),
            client.update_webhook("w", &request).await.unwrap_err(),
        ] {
            assert!(error.is_invalid_request() && error.effect() == Effect::NotSent);
            let shown = format!("{error:#} {error:?}");
            assert!(
                !shown.contains("caja") && !shown.contains("shop.example"),
                "{shown}"
            );
        }
    }
    assert!(sandbox.nemuru().received().is_empty());
}

#[tokio::test]
async fn what_is_ensured_twice_is_there_once() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let request = callback_webhook(TARGET, header());
    let one = first(&sandbox).ensure_webhook(&request).await.unwrap();
    let two = first(&sandbox).ensure_webhook(&request).await.unwrap();
    assert_eq!(one.id, two.id);
    assert_eq!(nemuru.received_by("create_webhook").len(), 1);
    // A disabled one is there too.
    nemuru.set_webhook_enabled(&one.id, false);
    let three = first(&sandbox).ensure_webhook(&request).await.unwrap();
    assert_eq!((three.id, three.state), (one.id, Some(2.into())));
    assert_eq!(nemuru.webhooks().len(), 1);
}

#[tokio::test]
async fn others_targets_clients_and_agents_are_no_reason_not_to_subscribe() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    client
        .create_webhook(&callback_webhook("https://shop.example/2", header()))
        .await
        .unwrap();
    client
        .create_webhook(&email_webhook("caja@example.com"))
        .await
        .unwrap();
    second(&sandbox)
        .create_webhook(&callback_webhook(TARGET, header()))
        .await
        .unwrap();
    let ensured = client
        .ensure_webhook(&callback_webhook(TARGET, header()))
        .await
        .unwrap();
    assert_eq!(nemuru.webhooks().len(), 4);
    let own = nemuru
        .webhooks()
        .into_iter()
        .find(|webhook| webhook.id == ensured.id)
        .unwrap();
    assert_eq!((own.agent, own.target.as_str()), (Agent::First, TARGET));
    assert_eq!(
        client.webhooks().await.unwrap().len(),
        3,
        "not the other agent's"
    );
}

#[tokio::test]
async fn a_creation_whose_answer_is_lost_is_looked_for_and_not_repeated() {
    for fault in [
        Fault::reset(),
        Fault::close(),
        Fault::status(500),
        Fault::status(502).body("text/html", "<html>"),
        Fault::status(504),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        nemuru
            .misbehave(fault.after_effect().on("create_webhook").always())
            .unwrap();
        let request = callback_webhook(TARGET, header());
        let webhook = first(&sandbox).ensure_webhook(&request).await.unwrap();
        assert_eq!(webhook.target.as_deref(), Some(TARGET), "{told}");
        assert_eq!(nemuru.received_by("create_webhook").len(), 1, "{told}");
        assert_eq!(nemuru.webhooks().len(), 1, "{told}");
    }
}

#[tokio::test]
async fn a_creation_alone_is_not_repeated_and_may_have_been_carried_out() {
    for after in [false, true] {
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        let fault = if after {
            Fault::reset().after_effect()
        } else {
            Fault::reset()
        };
        nemuru
            .misbehave(fault.on("create_webhook").always())
            .unwrap();
        let request = callback_webhook(TARGET, header());
        let error = first(&sandbox).create_webhook(&request).await.unwrap_err();
        assert_eq!(
            (error.effect(), error.attempts()),
            (Effect::MaybeApplied, 1)
        );
        assert_eq!(nemuru.webhooks().len(), usize::from(after));
    }
}

#[tokio::test]
async fn a_replacement_is_repeated_because_a_repeat_changes_nothing() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    let webhook = client
        .ensure_webhook(&callback_webhook(TARGET, header()))
        .await
        .unwrap();
    nemuru
        .misbehave(Fault::reset().after_effect().on("update_webhook").times(2))
        .unwrap();
    client
        .update_webhook(
            &webhook.id,
            &callback_webhook("https://shop.example/2", header()),
        )
        .await
        .unwrap();
    assert_eq!(nemuru.received_by("update_webhook").len(), 3);
    assert_eq!(nemuru.webhooks()[0].target, "https://shop.example/2");
}

#[tokio::test]
async fn one_that_is_not_there_or_another_agents_is_not_found() {
    let sandbox = sandbox().await;
    let request = callback_webhook(TARGET, header());
    let webhook = first(&sandbox).ensure_webhook(&request).await.unwrap();
    let other = second(&sandbox);
    for error in [
        other.webhook(&webhook.id).await.unwrap_err(),
        other
            .update_webhook(&webhook.id, &request)
            .await
            .unwrap_err(),
        other
            .webhook("00000000-0000-4000-8000-000000000000")
            .await
            .unwrap_err(),
    ] {
        assert!(error.is_not_found(), "{error}");
        assert_eq!(
            error.exception().unwrap().name(),
            "WebhookNotFoundByIdException"
        );
    }
}

#[tokio::test]
async fn where_targets_are_not_shown_a_first_one_is_found_and_a_second_is_not_guessed_at() {
    let sandbox = sandbox_with(Options {
        webhook_shows_target: false,
        ..Options::default()
    })
    .await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    let request = callback_webhook(TARGET, header());
    let webhook = client.ensure_webhook(&request).await.unwrap();
    assert_eq!(
        (webhook.id.as_str(), webhook.target),
        (nemuru.webhooks()[0].id.as_str(), None)
    );
    let error = client.ensure_webhook(&request).await.unwrap_err();
    assert!(
        error.is_decode() && error.to_string().contains("target"),
        "{error}"
    );
    assert_eq!(nemuru.webhooks().len(), 1, "nothing was made in doubt");
}

/// Lists what `lists` says, in turn, and answers creations with `created`.
fn listing(created: Says, lists: Vec<Value>) -> InMemory {
    let lists = std::sync::Mutex::new(lists.into_iter());
    let last = std::sync::Mutex::new(json!([]));
    InMemory::new(move |asked| match asked.operation.as_str() {
        "list_webhooks" => {
            if let Some(next) = lists.lock().unwrap().next() {
                *last.lock().unwrap() = next;
            }
            Says::Yes(json!({"status": "ok", "data": *last.lock().unwrap()}))
        }
        "create_webhook" => created.clone(),
        other => panic!("{other}"),
    })
}

fn listed(id: &str) -> Value {
    json!({"id": id, "client": "callback", "event": "loan_steps", "state": 1, "target": TARGET})
}

#[tokio::test(start_paused = true)]
async fn one_that_shows_late_is_waited_for() {
    for created in [Says::No(201, json!({})), Says::Text(204, ""), Says::Silence] {
        let lists = vec![json!([]), json!([]), json!([]), json!([listed("w")])];
        let provider = listing(created, lists);
        let client = provider.nemuru().build().unwrap();
        let request = callback_webhook(TARGET, header());
        assert_eq!(client.ensure_webhook(&request).await.unwrap().id, "w");
        assert_eq!(provider.asked("create_webhook").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_never_shows_is_left_in_doubt_and_not_made_again() {
    for created in [
        Says::No(201, json!({})),
        Says::Silence,
        Says::Text(502, "<html>"),
        Says::No(200, json!({"error": "invalid"})),
    ] {
        let provider = listing(created.clone(), vec![json!([])]);
        let client = provider.nemuru().build().unwrap();
        let request = callback_webhook(TARGET, header());
        if matches!(created, Says::No(200, _)) {
            let error = client.create_webhook(&request).await.unwrap_err();
            assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
            continue;
        }
        let error = client.ensure_webhook(&request).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
        assert_eq!(provider.asked("create_webhook").len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_is_refused_is_not_looked_for() {
    let provider = listing(Says::No(409, json!({"exception": "A"})), vec![json!([])]);
    let client = provider.nemuru().build().unwrap();
    let request = callback_webhook(TARGET, header());
    let error = client.ensure_webhook(&request).await.unwrap_err();
    assert!(error.is_conflict() && error.effect() == Effect::Answered);
    assert_eq!(provider.asked("list_webhooks").len(), 1);
}
