//! What is known by notifications alone.

use super::*;
use crate::tradevest::{Reply, SecuritiesOrder};

fn securities(network: &Scripted) -> Created<SecuritiesOrder> {
    let external_id = ExternalId::new("e1").unwrap();
    Created::new(client(network), "o1".to_owned(), Some(external_id), false)
}

fn tell_of_securities(webhooks: &Webhooks, notification: &Value) {
    let event = EventType::TraditionalAssetOrder;
    let body = notification.to_string();
    webhooks
        .receive(event, &HeaderMap::new(), body.as_bytes())
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_order_of_securities_is_followed_by_what_is_told_and_nothing_is_sent() {
    let network = in_turn([missing()]);
    let webhooks = webhooks();
    tell_of_securities(&webhooks, &news("PLACED"));
    let waiting = tokio::spawn(
        securities(&network)
            .told(Goal::Filled, &webhooks)
            .into_future(),
    );
    tokio::time::sleep(seconds(3600)).await;
    tell_of_securities(&webhooks, &news("PARTIALLY_FILLED"));
    tokio::time::sleep(seconds(3600)).await;
    tell_of_securities(&webhooks, &news("FILLED"));
    let order = waiting.await.unwrap().unwrap().reached().unwrap();
    assert_eq!(order.status(), Some(&Status::FILLED));
    assert_eq!(order.notification().object_id(), Some("o1"));
    assert!(network.sent().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_comes_late_after_an_end_undoes_it_not() {
    let webhooks = webhooks();
    for status in ["CANCELLED", "PLACED", "FILLED"] {
        tell_of_securities(&webhooks, &news(status));
    }
    let order = securities(&in_turn([missing()]));
    let outcome = order.told(Goal::Filled, &webhooks).await.unwrap();
    let Outcome::Ended { status, .. } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(status, Status::CANCELED);
}

#[tokio::test(start_paused = true)]
async fn a_failure_is_told_with_its_reason_and_the_external_id() {
    let webhooks = webhooks();
    tell_of_securities(&webhooks, &invalid());
    let order = securities(&in_turn([missing()]));
    let outcome = order.told(Goal::Settled, &webhooks).await.unwrap();
    assert_eq!(
        outcome.reason().and_then(Reason::error_type),
        Some("DATA_NOT_FOUND_ERROR")
    );
    assert!(matches!(
        outcome,
        Outcome::Invalid {
            external_id: Some(_),
            ..
        }
    ));
}

#[tokio::test(start_paused = true)]
async fn a_cancellation_that_fails_is_silence_and_the_wait_for_it_ends() {
    let network = in_turn([(202, json!(null))]);
    let webhooks = webhooks();
    let order = securities(&network);
    tell_of_securities(&webhooks, &news("PLACED"));
    tokio::time::sleep(seconds(1)).await;
    let requestor = "0d2f4a6e-6f5c-4a53-9d5d-6f0a7d1f6f10".parse().unwrap();
    let tradevest = client(&network).for_requestor(requestor);
    let cancel = tradevest.api().cancel_trading_order().order_id("o1").send();
    let submitted = order.submit(cancel).await.unwrap();
    let reply = submitted.hear(&webhooks, seconds(60)).await;
    assert!(matches!(reply, Reply::Silence), "{reply:?}");

    let poller = order.told(Goal::Canceled, &webhooks).deadline(seconds(60));
    let error = poller.await.unwrap_err();
    assert!(error.is_timeout());
    assert!(
        error.to_string().contains("last told to be PLACED"),
        "{error}"
    );
    let never = securities(&network).told(Goal::Canceled, &super::webhooks());
    let error = never.deadline(seconds(60)).await.unwrap_err();
    assert!(error.to_string().contains("registered"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn unknown_words_end_it_where_asked_for_and_goals_are_checked() {
    let webhooks = webhooks();
    tell_of_securities(&webhooks, &news("SOLAR_ECLIPSE"));
    let order = securities(&in_turn([missing()]));
    let outcome = order
        .told(Goal::Filled, &webhooks)
        .or_unknown()
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Ended { .. }), "{outcome:?}");
    let error = order.told(Goal::Approved, &webhooks).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
}
