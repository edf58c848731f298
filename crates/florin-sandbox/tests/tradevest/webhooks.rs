//! Registrations and deliveries.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Delivery, Options, Reason, Verdict};
use serde_json::json;

use crate::partner::{Partner, person};
use crate::receiver::Receiver;

const ORDER: &str = "/digital-asset-order-notification";
const PERSON: &str = "/natural-person-notification";

async fn trade(partner: &Partner, external_id: &str) -> String {
    let [_, cash, wallet] = partner.trader();
    partner.tradevest.deposit(&cash, "1000");
    let order = partner.order(&wallet, &cash, external_id);
    partner.create("/digital/orders/market", &order).await
}

#[tokio::test]
async fn one_url_for_each_event_type_which_a_second_registration_replaces() {
    let partner = Partner::open(Options::default()).await;
    assert_eq!(
        partner
            .read("/webhooks-missing")
            .await
            .as_array()
            .unwrap()
            .len(),
        26
    );
    let mut webhook = json!({
        "eventType": "TRANSFER_NOTIFICATION",
        "url": "https://partner.example.com/a",
        "headers": [{ "name": "api-key", "value": "k" }],
    });
    assert_eq!(partner.post("/webhooks", &webhook).await.0, 200);
    let first = partner.read("/webhooks/TRANSFER_NOTIFICATION").await;
    assert_eq!(first["headers"], webhook["headers"]);
    partner.wait();
    webhook =
        json!({ "eventType": "TRANSFER_NOTIFICATION", "url": "https://partner.example.com/b" });
    assert_eq!(partner.post("/webhooks", &webhook).await.0, 200);
    let all = partner.read("/webhooks").await;
    assert_eq!(all.as_array().unwrap().len(), 1);
    assert_eq!(all[0]["url"], webhook["url"]);
    assert_eq!(
        all[0]["headers"],
        json!([]),
        "the headers are replaced as well"
    );
    assert_eq!(all[0]["createdOn"], first["createdOn"]);
    assert_ne!(all[0]["modifiedOn"], first["modifiedOn"]);
    assert_eq!(
        partner.delete("/webhooks/TRANSFER_NOTIFICATION").await.0,
        200
    );
    assert_eq!(partner.get("/webhooks/TRANSFER_NOTIFICATION").await.0, 404);
    assert_eq!(
        partner.delete("/webhooks/TRANSFER_NOTIFICATION").await.0,
        404
    );
}

#[tokio::test]
async fn only_https_and_this_machine_are_taken() {
    let partner = Partner::open(Options::default()).await;
    for (url, status) in [
        ("http://partner.example.com/a", 400),
        ("ftp://127.0.0.1/a", 400),
        ("not a url", 400),
        ("http://127.0.0.1:1/a", 200),
        ("https://partner.example.com/a", 200),
    ] {
        let webhook = json!({ "eventType": "USER_NOTIFICATION", "url": url });
        assert_eq!(partner.post("/webhooks", &webhook).await.0, status, "{url}");
    }
    let headers: Vec<_> = (0..6)
        .map(|n| json!({ "name": format!("h{n}"), "value": "v" }))
        .collect();
    let webhook = json!({
        "eventType": "USER_NOTIFICATION",
        "url": "https://partner.example.com",
        "headers": headers,
    });
    assert_eq!(partner.post("/webhooks", &webhook).await.0, 400);
}

#[tokio::test]
async fn every_change_of_an_order_is_posted_with_the_headers() {
    let partner = Partner::open(Options::default()).await;
    let receiver = Receiver::open(200).await;
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&receiver.url, &[("api-key", "k"), ("x-site", "main")]);
    let id = trade(&partner, "o-1").await;
    partner.wait();
    webhooks.wait_for_deliveries(3).await;
    assert_eq!(receiver.statuses(ORDER), ["PENDING", "FILLED", "SETTLED"]);
    let arrived = receiver.arrived();
    assert_eq!(arrived[0].headers["api-key"], "k");
    assert_eq!(arrived[0].headers["x-site"], "main");
    assert_eq!(arrived[0].body["orderId"], id);
    assert_eq!(arrived[0].body["notificationType"], "CREATED");
    assert_eq!(arrived[1].body["notificationType"], "UPDATED");
    assert!(arrived[0].body.get("eventType").is_none());
    let told = webhooks.notifications();
    assert_eq!(told[0].deliveries, [Delivery::Answered(200)]);
}

#[tokio::test]
async fn failures_are_told_as_documented() {
    let partner = Partner::open(Options::default()).await;
    let receiver = Receiver::open(200).await;
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&receiver.url, &[]);
    let reason = Reason::new("ALREADY_EXISTS_ERROR", "there is one");
    let verdict = Verdict::Invalid(reason);
    partner
        .tradevest
        .decide_next("create_natural_person", verdict.clone())
        .unwrap();
    partner.create("/natural-persons", &person("p-1")).await;
    let id = partner.tradevest.plant_person();
    partner
        .tradevest
        .decide_next("update_natural_person", verdict)
        .unwrap();
    partner
        .patch(&format!("/natural-persons/{id}"), &json!({ "title": "DR" }))
        .await;
    partner.wait();
    webhooks.deliver_pending().await;
    let arrived = receiver.arrived();
    assert_eq!(arrived.len(), 2);
    let created = &arrived[0].body;
    assert_eq!(created["status"], "INVALID");
    assert_eq!(created["notificationType"], "VALIDATION_ERROR");
    assert_eq!(
        created["validationError"]["errorType"],
        "ALREADY_EXISTS_ERROR"
    );
    let refused = &arrived[1].body;
    assert_eq!(refused["naturalPersonId"], id);
    assert!(refused.get("status").is_none() && refused.get("modifiedOn").is_none());
    assert_eq!(refused["validationError"]["description"], "there is one");
}

#[tokio::test]
async fn notifications_are_held_reordered_doubled_and_repeated() {
    let partner = Partner::open(Options::default()).await;
    let receiver = Receiver::open(200).await;
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&receiver.url, &[]);
    webhooks.hold();
    trade(&partner, "o-1").await;
    partner.wait();
    assert_eq!(webhooks.pending(), [0, 1, 2]);
    assert!(receiver.arrived().is_empty());
    webhooks.shuffle();
    let shuffled = webhooks.pending();
    assert_ne!(shuffled, [0, 1, 2]);
    webhooks.duplicate();
    assert_eq!(
        webhooks.deliver_pending().await,
        [shuffled.clone(), shuffled].concat()
    );
    assert_eq!(receiver.arrived().len(), 6);
    webhooks.redeliver();
    webhooks.reverse();
    assert_eq!(webhooks.deliver_pending().await, [2, 1, 0]);
    assert_eq!(webhooks.deliver(1).await, Some(Delivery::Answered(200)));
    assert_eq!(receiver.statuses(ORDER).last().unwrap(), "FILLED");
    assert_eq!(webhooks.deliver(99).await, None);
    webhooks.release();
    trade(&partner, "o-2").await;
    partner.wait();
    webhooks.wait_for_deliveries(13).await;
}

#[tokio::test]
async fn what_is_lost_or_refused_is_kept_for_thirty_days() {
    let partner = Partner::open(Options {
        token_lifetime: Duration::from_secs(365 * 24 * 3600),
        ..Options::default()
    })
    .await;
    let receiver = Receiver::open(200).await;
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&receiver.url, &[]);
    webhooks.hold();
    trade(&partner, "o-1").await;
    partner.wait();
    webhooks.lose();
    assert!(webhooks.deliver_pending().await.is_empty());
    receiver.answers(503);
    partner.create("/natural-persons", &person("p-1")).await;
    partner.wait();
    webhooks.deliver_pending().await;
    webhooks.lose_next(1);
    partner.create("/natural-persons", &person("p-2")).await;
    partner.wait();
    let kept = partner.read("/undelivered-webhooks?limit=20").await;
    let events: Vec<_> = kept["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["eventType"].as_str().unwrap())
        .collect();
    assert_eq!(events.len(), 5);
    assert_eq!(events[0], "DIGITAL_ASSET_ORDER_NOTIFICATION");
    assert_eq!(kept["data"][0]["payload"]["status"], "PENDING");
    // One that arrives after all is not undelivered any more.
    receiver.answers(200);
    webhooks.deliver(0).await;
    let kept = partner.read("/undelivered-webhooks?limit=20").await;
    assert_eq!(kept["data"].as_array().unwrap().len(), 4);
    partner.clock.advance(Duration::from_secs(31 * 24 * 3600));
    let kept = partner.read("/undelivered-webhooks?limit=20").await;
    assert_eq!(kept["data"], json!([]));
}

#[tokio::test]
async fn a_failed_delivery_is_repeated_where_an_option_says_so() {
    let options = Options {
        delivery_attempts: 2,
        retry_after: Duration::from_secs(60),
        webhook_delay: Duration::from_secs(10),
        ..Options::default()
    };
    let partner = Partner::open(options).await;
    let receiver = Receiver::open(500).await;
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&receiver.url, &[]);
    partner.create("/natural-persons", &person("p-1")).await;
    partner.clock.advance(Duration::from_millis(100));
    assert_eq!(webhooks.pending(), [0]);
    partner.clock.advance(Duration::from_secs(10));
    webhooks.wait_for_deliveries(1).await;
    receiver.answers(200);
    partner.clock.advance(Duration::from_secs(60));
    webhooks.wait_for_deliveries(2).await;
    let told = webhooks.notifications();
    assert_eq!(
        told[0].deliveries,
        [Delivery::Answered(500), Delivery::Answered(200)]
    );
    assert!(!told[0].undelivered);
    assert_eq!(receiver.statuses(PERSON), ["CREATED", "CREATED"]);
}

#[tokio::test]
async fn a_receiver_that_asks_back_is_answered_meanwhile() {
    let partner = Partner::open(Options::default()).await;
    let receiver = Receiver::open(200).await;
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&receiver.url, &[]);
    // The API stalls nobody while a notification is on its way, nor the other way round.
    let slow = Fault::delay(Duration::from_secs(3600)).on("get_webhooks");
    partner.tradevest.misbehave(slow).unwrap();
    let stalled = tokio::spawn(partner.request(reqwest::Method::GET, "/webhooks").send());
    partner.tradevest.wait_for_received(2).await;
    partner.create("/natural-persons", &person("p-1")).await;
    partner.wait();
    webhooks.wait_for_deliveries(1).await;
    assert_eq!(receiver.statuses(PERSON), ["CREATED"]);
    stalled.abort();
}

#[tokio::test]
async fn anything_can_be_forged_and_nothing_is_sent_to_nobody() {
    let partner = Partner::open(Options::default()).await;
    let receiver = Receiver::open(401).await;
    let webhooks = partner.tradevest.webhooks();
    let url = format!("{}{PERSON}", receiver.url);
    let forged = webhooks
        .forge(&url, &[("api-key", "guessed")], "{\"a\":1}")
        .await;
    assert_eq!(forged, Delivery::Answered(401));
    assert_eq!(receiver.arrived()[0].headers["api-key"], "guessed");
    partner.create("/natural-persons", &person("p-1")).await;
    partner.wait();
    assert_eq!(webhooks.notifications()[0].url, None);
    assert!(webhooks.pending().is_empty());
    let kept = partner.read("/undelivered-webhooks?limit=20").await;
    assert_eq!(kept["data"], json!([]));
    webhooks.register_all(&receiver.url, &[]);
    webhooks.hold();
    webhooks.notify("RE_TOKEN_PRICES", json!({ "prices": [] }));
    webhooks.deliver_pending().await;
    assert_eq!(receiver.arrived().last().unwrap().path, "/re-token-prices");
}

#[tokio::test]
async fn a_receiver_that_never_answers_holds_the_others_up_for_ten_seconds() {
    let partner = Partner::open(Options::default()).await;
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let webhooks = partner.tradevest.webhooks();
    webhooks.register_all(&format!("http://{}", silent.local_addr().unwrap()), &[]);
    partner.create("/natural-persons", &person("p-1")).await;
    partner.wait();
    let (stream, _) = silent.accept().await.unwrap();
    stream.readable().await.unwrap();
    partner.clock.advance(Duration::from_secs(10));
    webhooks.wait_for_deliveries(1).await;
    let told = webhooks.notifications();
    assert!(matches!(told[0].deliveries[0], Delivery::Failed(_)));
    assert!(told[0].undelivered);
}
