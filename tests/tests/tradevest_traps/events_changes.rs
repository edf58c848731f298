//! What is told of changes, and what is told to nobody.

use std::time::Duration;

use florin::tradevest::{EventType, Goal, Reply, RequestorId, SecuritiesOrder};
use florin_sandbox::tradevest::{Kind, Reason, Verdict};
use florin_tests::in_memory::Says;
use serde_json::json;

use super::desk::receiver::Receiver;
use super::desk::{Desk, Waiting, acting_of, provider, read};

#[tokio::test]
async fn events_trap_10_a_failed_cancellation_is_waited_for_for_a_while_and_no_longer() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let id = desk
        .tradevest()
        .plant(Kind::TradingOrder, "PENDING", &json!({"quantity": 1}));
    let order = desk.client.known::<SecuritiesOrder>(&*id);
    let verdict = Verdict::Invalid(Reason::new("ANY", "any"));
    desk.tradevest()
        .decide_next("cancel_trading_order", verdict)
        .unwrap();
    let submitted = order.cancel().await.unwrap();
    desk.steps(1);
    let short = Duration::from_millis(50);
    let reply = submitted.hear(&ear.webhooks, short).await;
    assert!(matches!(reply, Reply::Silence), "{reply:?}");
    let error = order
        .told(Goal::Canceled, &ear.webhooks)
        .deadline(short)
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        desk.tradevest().status(&id).unwrap(),
        "PENDING",
        "it is as it was"
    );
}

#[tokio::test]
async fn events_trap_26_an_identification_has_one_identifier_wherever_it_is_named() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let person = desk.tradevest().plant_person();
    let video = read(&json!({
        "naturalPersonId": person, "externalVerifier": "WEB_ID", "identificationType": "VIDEO_IDENT",
    }));
    let verification = desk.client.verify_identification(video).await.unwrap();
    desk.steps(1);
    desk.tradevest()
        .complete_identification(verification.id())
        .unwrap();
    desk.tradevest().webhooks().deliver_pending().await;
    let told = ear.taken().into_iter();
    let told: Vec<_> = told
        .filter(|told| *told.event_type() == EventType::IdentificationVerification)
        .collect();
    assert_eq!(told.len(), 2);
    assert!(
        told.iter()
            .all(|told| told.object_id() == Some(verification.id()))
    );
    let read = verification.read().await.unwrap();
    assert_eq!(read.identification_verification_id, verification.id());
    // It is the verification that is told of here, and not the person, who is named as well.
    let waiting = Waiting::on(
        verification
            .poller(Goal::Approved)
            .hear(&ear.webhooks)
            .at_once(),
    );
    assert!(waiting.outcome().await.reached().is_some());
}

#[tokio::test(start_paused = true)]
async fn events_trap_27_a_requestor_is_named_once_in_whichever_spelling() {
    let provider = provider(|_| Says::Yes(json!({"data": []})));
    let client = acting_of(&provider);
    let other: RequestorId = "11111111-2222-4333-8444-555555555555".parse().unwrap();
    let request = client
        .api()
        .get_role_customers()
        .requestor_id(other.clone());
    request.send().await.unwrap();
    let asked = &provider.asked("get_role_customers")[0];
    let named: Vec<_> = asked.headers.get_all("REQUESTOR-id").iter().collect();
    assert_eq!(
        named,
        [other.as_str()],
        "the one of the call, and not the client's besides"
    );
}
