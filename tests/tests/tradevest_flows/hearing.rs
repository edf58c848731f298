//! Waiting by notification: whichever comes first, a notification or a reading, for each kind of thing.

use std::time::Duration;

use florin::poll::Poller;
use florin::tradevest::{
    Created, EventType, Following, Goal, Meaning, Outcome, Readable, Webhooks, types,
};
use florin_sandbox::tradevest::{Options, Reason};
use serde_json::json;

use super::desk::receiver::Receiver;
use super::desk::{Desk, HOUR, STEP, Waiting, data, read, soon};

/// Looks at once and then, but for notifications, not before the test is over.
fn by_ear<T: Readable>(created: &Created<T>, goal: Goal, ear: &Webhooks) -> Poller<Following<T>> {
    let poller = created.poller(goal).hear(ear).safety_net(HOUR);
    poller
        .at_most_every(Duration::ZERO)
        .deadline(2 * HOUR)
        .at_once()
}

/// Waits by notification while the sandbox goes through its steps, having read it once at the first of them.
async fn told<T: Readable>(
    desk: &Desk,
    ear: &Receiver,
    created: &Created<T>,
    goal: Goal,
    reading: &str,
) -> T {
    let before = desk.count(reading);
    let waiting = Waiting::on(by_ear(created, goal.clone(), &ear.webhooks));
    desk.answered(reading, before + 1).await;
    let outcome = soon(async {
        while !waiting.is_over() {
            desk.clock.advance(STEP);
            desk.tradevest().webhooks().deliver_pending().await;
            tokio::task::yield_now().await;
        }
        waiting.outcome().await
    })
    .await;
    let told = format!("{goal:?}: {outcome:?}");
    outcome.reached().unwrap_or_else(|| panic!("{told}"))
}

#[tokio::test]
async fn each_kind_of_thing_is_woken_by_its_own_notifications() {
    let options = Options {
        onboarding_needs_papers: false,
        ..Options::default()
    };
    let desk = Desk::open_with(options).await;
    let ear = Receiver::of(&desk).await;
    let client = &desk.client;
    let person = client.create_natural_person(data::person()).await.unwrap();
    told(
        &desk,
        &ear,
        &person,
        Goal::Ready,
        "get_entity_natural_person",
    )
    .await;
    let company = client.create_legal_entity(data::company()).await.unwrap();
    told(
        &desk,
        &ear,
        &company,
        Goal::Ready,
        "get_entity_legal_entity",
    )
    .await;
    let one = client
        .create_legal_representative(company.id(), data::representative())
        .await
        .unwrap();
    told(&desk, &ear, &one, Goal::Ready, "get_legal_representative").await;
    let owner = client
        .create_beneficial_owner(company.id(), data::owner())
        .await
        .unwrap();
    told(&desk, &ear, &owner, Goal::Ready, "get_beneficial_owner").await;
    let proxy = client.create_proxy(read(&json!({
        "proxyType": "SIGNATORY", "naturalPersonId": person.id(), "entityId": company.id(),
        "entityType": "LEGAL_ENTITY", "validityType": "UNLIMITED", "scopeType": "INDIVIDUAL",
    })));
    told(
        &desk,
        &ear,
        &proxy.await.unwrap(),
        Goal::Ready,
        "get_proxies",
    )
    .await;
    let document = client.upload_document(data::certificate_of(person.id()), data::PDF);
    told(
        &desk,
        &ear,
        &document.await.unwrap(),
        Goal::Ready,
        "get_document_v2",
    )
    .await;
    let customer = client
        .create_customer(data::customer_of(person.id()))
        .await
        .unwrap();
    told(&desk, &ear, &customer, Goal::Ready, "get_role_customer").await;
    let role = read(&json!({"roleType": "CUSTOMER", "roleId": customer.id()}));
    let onboarding = client.start_onboarding(role).await.unwrap();
    told(
        &desk,
        &ear,
        &onboarding,
        Goal::Approved,
        "get_role_onboarding",
    )
    .await;
    told(&desk, &ear, &customer, Goal::Active, "get_role_customer").await;
    let product = client.create_product(
        customer.id(),
        read(&json!({"productCode": "BALANCE_ACCOUNT"})),
    );
    let product = product.await.unwrap();
    told(&desk, &ear, &product, Goal::Active, "get_customer_product").await;

    let trader = desk.trader();
    let order = client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    told(&desk, &ear, &order, Goal::Settled, "get_digital_order").await;
    let transfer = client.create_transfer(trader.transfer("10")).await.unwrap();
    told(&desk, &ear, &transfer, Goal::Processed, "get_transfer").await;
    assert_eq!(
        ear.webhooks.arrivals().watching(),
        0,
        "who is done waits no more"
    );
}

#[tokio::test]
async fn a_notification_wakes_at_once_and_a_reading_decides() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let trader = desk.trader();
    let order = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    let waiting = Waiting::on(by_ear(&order, Goal::Filled, &ear.webhooks));
    desk.answered("get_digital_order", 1).await;
    // Pending is told, and read, and not yet it.
    desk.clock.advance(STEP);
    desk.answered("get_digital_order", 2).await;
    assert!(!waiting.is_over());
    desk.clock.advance(STEP);
    let outcome = waiting.outcome().await;
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    assert_eq!(
        desk.count("get_digital_order"),
        3,
        "one reading at first, and one for each notification"
    );
    assert_eq!(
        ear.statuses(&EventType::DigitalAssetOrder),
        ["PENDING", "FILLED"]
    );
}

#[tokio::test]
async fn a_reading_that_comes_first_needs_no_notification() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    desk.tradevest().webhooks().hold();
    let trader = desk.trader();
    let order = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    let poller = by_ear(&order, Goal::Filled, &ear.webhooks).safety_net(Duration::from_millis(5));
    let waiting = Waiting::on(poller);
    desk.answered("get_digital_order", 2).await;
    desk.steps(2);
    let outcome = waiting.outcome().await;
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    assert!(ear.taken().is_empty());
}

#[tokio::test]
async fn two_who_wait_for_one_thing_are_both_woken() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let trader = desk.trader();
    let order = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    let filled = Waiting::on(by_ear(&order, Goal::Filled, &ear.webhooks));
    let settled = Waiting::on(by_ear(&order, Goal::Settled, &ear.webhooks));
    desk.answered("get_digital_order", 2).await;
    for _ in 0..3 {
        desk.clock.advance(STEP);
        desk.tradevest().webhooks().deliver_pending().await;
    }
    assert!(matches!(filled.outcome().await, Outcome::Reached(_)));
    assert!(matches!(settled.outcome().await, Outcome::Reached(_)));
}

#[tokio::test]
async fn a_rejection_is_read_and_its_code_is_heard() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let trader = desk.trader();
    let order = desk
        .client
        .create_digital_order(trader.order("10", ""))
        .await
        .unwrap();
    let waiting = Waiting::on(by_ear(&order, Goal::Settled, &ear.webhooks));
    desk.answered("get_digital_order", 1).await;
    let reason = Reason::new("MARKET_CLOSED_ERROR", "closed");
    desk.tradevest()
        .fail(order.id(), "REJECTED", reason)
        .unwrap();
    let outcome = waiting.outcome().await;
    assert!(matches!(outcome, Outcome::Rejected { .. }), "{outcome:?}");
    let told = ear.taken();
    assert_eq!(told.last().unwrap().meaning(), Meaning::Rejected);
    let heard = by_ear(&order, Goal::Settled, &ear.webhooks).await.unwrap();
    assert_eq!(
        heard.reason().unwrap().error_type(),
        Some("MARKET_CLOSED_ERROR")
    );
}

#[tokio::test]
async fn what_is_new_to_the_partner_is_known_by_its_notification_and_read() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let trader = desk.trader();
    let body: types::TestIncomingTransferData = read(&json!({
        "customerProductId": trader.cash, "amount": 12.5, "reference": "hello",
    }));
    desk.client
        .api()
        .create_test_incoming_transfer()
        .body(body)
        .send()
        .await
        .unwrap();
    let mut transfers = ear.webhooks.arrivals().watch_all(EventType::Transfer);
    desk.clock.advance(STEP);
    let told = soon(transfers.next()).await;
    assert_eq!(told.status(), Some("PROCESSED"));
    let transfer = desk
        .client
        .known::<types::TransferDetails>(told.object_id().unwrap());
    let read = transfer.read().await.unwrap().transfer;
    assert_eq!(read.transfer_status.unwrap().as_str(), "PROCESSED");
}

#[tokio::test]
async fn an_order_for_securities_is_known_by_notifications_alone() {
    let options = Options {
        securities_order_path: Some("/securities/orders".to_owned()),
        ..Options::default()
    };
    let desk = Desk::open_with(options).await;
    let ear = Receiver::of(&desk).await;
    let id = desk.tradevest().plant(
        florin_sandbox::tradevest::Kind::TradingOrder,
        "PENDING",
        &json!({"isin": "DE0007164600", "tradeSide": "BUY", "quantity": 1}),
    );
    let order = desk
        .client
        .known::<florin::tradevest::SecuritiesOrder>(&*id);
    let waiting = Waiting::on(order.told(Goal::Filled, &ear.webhooks));
    let requests = desk.tradevest().received().len();
    desk.tradevest()
        .set_status(&id, "PARTIALLY_FILLED")
        .unwrap();
    desk.tradevest().webhooks().deliver_pending().await;
    assert!(!waiting.is_over());
    desk.tradevest().set_status(&id, "FILLED").unwrap();
    let outcome = waiting.outcome().await;
    let Outcome::Reached(order) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(order.status().unwrap().as_str(), "FILLED");
    assert_eq!(
        desk.tradevest().received().len(),
        requests,
        "nothing is asked"
    );
}
