//! Changes, which promise nothing.

use tokio::time::Instant;

use super::*;
use crate::tradevest::{Change, Reply};

const ACTIVE: &str = "ACTIVE";

fn product(status: &str) -> (u16, Value) {
    (200, json!({"customerProductId": "o1", "status": status}))
}

/// A product whose closing was taken in.
async fn closing(readings: &[&str]) -> (Scripted, Submitted<types::CustomerProduct>) {
    let mut answers = vec![(202, json!(null))];
    answers.extend(readings.iter().map(|status| product(status)));
    let network = in_turn(answers);
    let requestor = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10".parse().unwrap();
    let product = client(&network)
        .for_requestor(requestor)
        .known::<types::CustomerProduct>("o1");
    let body =
        types::CustomerProductUpdate::builder().status(types::CustomerProductStatusUpdate::Closed);
    let request = product.client().api().update_customer_product();
    let request = request.customer_product_id("o1").body(body);
    let submitted = product.submit(request.send()).await.unwrap();
    (network, submitted)
}

fn is_closed(product: &types::CustomerProduct) -> bool {
    product
        .status
        .as_ref()
        .is_some_and(|status| status.as_str() == "CLOSED")
}

fn tell_of_product(webhooks: &Webhooks, notification: &Value) {
    let event = EventType::CustomerProduct;
    let body = notification.to_string();
    webhooks
        .receive(event, &HeaderMap::new(), body.as_bytes())
        .unwrap();
}

fn refusal() -> Value {
    json!({
        "customerProductId": "o1", "notificationType": "VALIDATION_ERROR",
        "validationError": {"errorType": "BALANCE_NOT_EMPTY", "description": "Ana Kovač has money left"}
    })
}

#[tokio::test(start_paused = true)]
async fn a_change_that_shows_is_seen() {
    let (network, submitted) = closing(&[ACTIVE, ACTIVE, "CLOSED"]).await;
    let change = submitted.look_again_until(is_closed).await.unwrap();
    assert!(matches!(change, Change::Seen(_)), "{change:?}");
    assert_eq!(calls(&network).len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_change_that_doesnt_show_is_late_or_refused_and_a_poller_can_t_tell() {
    let (_, submitted) = closing(&[ACTIVE]).await;
    let started = Instant::now();
    let change = submitted.look_again_until(is_closed).await.unwrap();
    assert!(matches!(change, Change::Unseen(_)), "{change:?}");
    assert_eq!(
        started.elapsed().as_secs(),
        120,
        "bounded, whatever the client's pace"
    );
}

#[tokio::test(start_paused = true)]
async fn who_hears_learns_of_a_refusal_and_why() {
    let (network, submitted) = closing(&[ACTIVE]).await;
    let webhooks = webhooks();
    let poller = submitted
        .clone()
        .look_again_until(is_closed)
        .hear(&webhooks);
    let waiting = tokio::spawn(poller.into_future());
    tokio::time::sleep(seconds(5)).await;
    tell_of_product(&webhooks, &refusal());
    let change = waiting.await.unwrap().unwrap();
    assert!(!format!("{change:?}").contains("Ana"), "{change:?}");
    let Change::Refused { object, refusal } = change else {
        panic!("{change:?}")
    };
    assert!(!is_closed(&object));
    let reason = refusal.reason.unwrap();
    assert_eq!(reason.error_type(), Some("BALANCE_NOT_EMPTY"));
    assert!(
        calls(&network).len() >= 3,
        "it was read again after the refusal"
    );

    let reply = submitted.hear(&webhooks, seconds(5)).await;
    assert!(
        matches!(reply, Reply::Refused(_)),
        "kept for who comes later: {reply:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_change_that_shows_after_a_refusal_of_another_is_seen() {
    let (_, submitted) = closing(&["CLOSED"]).await;
    let webhooks = webhooks();
    tell_of_product(&webhooks, &refusal());
    let change = submitted
        .look_again_until(is_closed)
        .hear(&webhooks)
        .await
        .unwrap();
    assert!(matches!(change, Change::Seen(_)), "{change:?}");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_from_before_the_sending_isn_t_its_own() {
    let webhooks = webhooks();
    tell_of_product(&webhooks, &refusal());
    tokio::time::sleep(seconds(1)).await;
    let (_, submitted) = closing(&[ACTIVE]).await;
    let poller = submitted
        .clone()
        .look_again_until(is_closed)
        .hear(&webhooks);
    let change = poller.await.unwrap();
    assert!(matches!(change, Change::Unseen(_)), "{change:?}");
    let reply = submitted.hear(&webhooks, seconds(5)).await;
    assert!(matches!(reply, Reply::Silence), "{reply:?}");
}

#[tokio::test(start_paused = true)]
async fn news_after_the_sending_is_told() {
    let (_, submitted) = closing(&[ACTIVE]).await;
    let webhooks = webhooks();
    let mut closed = news("CLOSED");
    closed["customerProductId"] = json!("o1");
    tell_of_product(&webhooks, &closed);
    let Reply::News(news) = submitted.hear(&webhooks, seconds(5)).await else {
        panic!("it was told")
    };
    assert_eq!(news.status(), Some("CLOSED"));
}

#[tokio::test(start_paused = true)]
async fn a_change_that_is_refused_at_once_is_no_submission() {
    let network = in_turn([(400, json!({}))]);
    let product = client(&network).known::<types::CustomerProduct>("o1");
    let request = product.client().api().get_customer_product();
    let error = product
        .submit(request.customer_product_id("o1").send())
        .await;
    assert_eq!(
        error.unwrap_err().status().map(|status| status.as_u16()),
        Some(400)
    );
}
