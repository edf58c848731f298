//! Changes of what is there: made, refused aloud, refused in silence, and cancellations.

use std::time::Duration;

use florin::core::Effect;
use florin::tradevest::{
    Change, Created, EventType, Goal, Meaning, Reply, SecuritiesOrder, Submitted, types,
};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Kind, Modification, Options, Reason, Verdict};
use serde_json::json;

use super::desk::receiver::Receiver;
use super::desk::{Desk, HOUR, STEP, Waiting, read};

type Product = types::CustomerProduct;

/// A product that is about to be closed.
struct Scene {
    desk: Desk,
    ear: Receiver,
    product: Created<Product>,
}

const SHORT: Duration = Duration::from_millis(100);

fn is_closed(product: &Product) -> bool {
    product.status == Some(types::CustomerProductStatus::Closed)
}

impl Scene {
    async fn new() -> Self {
        let desk = Desk::open().await;
        let ear = Receiver::of(&desk).await;
        let customer = desk.tradevest().plant_customer();
        let id = desk.tradevest().plant_product(&customer, "BALANCE_ACCOUNT");
        let product = desk.client.known::<Product>(id);
        Self { desk, ear, product }
    }

    async fn close(&self) -> Submitted<Product> {
        let body: types::CustomerProductUpdate = read(&json!({"status": "CLOSED"}));
        let request = self.desk.client.api().update_customer_product();
        let request = request.customer_product_id(self.product.id()).body(body);
        self.product.submit(request.send()).await.unwrap()
    }

    fn refuse_next(&self) {
        let reason = Reason::new("OPEN_ORDERS_ERROR", "Jane Roe has orders");
        let verdict = Verdict::Invalid(reason);
        self.desk
            .tradevest()
            .decide_next("update_customer_product", verdict)
            .unwrap();
    }

    fn status(&self) -> String {
        self.desk.tradevest().status(self.product.id()).unwrap()
    }
}

#[tokio::test]
async fn a_change_that_was_taken_in_is_not_made_yet_and_shows_later() {
    let scene = Scene::new().await;
    let submitted = scene.close().await;
    assert_eq!(scene.status(), "ACTIVE");
    let waiting = Waiting::on(submitted.look_again_until(is_closed));
    scene.desk.answered("get_customer_product", 2).await;
    scene.desk.clock.advance(STEP);
    let Change::Seen(product) = waiting.outcome().await else {
        panic!("it was made")
    };
    assert!(is_closed(&product));
    // Closed, it has come as far as that goes.
    let closed = scene.product.poller(Goal::Closed).await.unwrap();
    assert!(closed.reached().is_some());
}

#[tokio::test]
async fn a_refused_change_is_told_without_a_status_to_who_hears_and_never_read() {
    let scene = Scene::new().await;
    scene.refuse_next();
    let submitted = scene.close().await;
    let looking = submitted
        .clone()
        .look_again_until(is_closed)
        .hear(&scene.ear.webhooks);
    let waiting = Waiting::on(looking.at_most_every(Duration::ZERO));
    scene.desk.answered("get_customer_product", 1).await;
    scene.desk.clock.advance(STEP);
    let change = waiting.outcome().await;
    let shown = format!("{change:?}");
    assert!(!shown.contains("Jane"), "{shown}");
    let Change::Refused {
        object, refusal, ..
    } = change
    else {
        panic!("{shown}")
    };
    assert!(!is_closed(&object), "it is as it was");
    let reason = refusal.reason.unwrap();
    assert_eq!(reason.error_type(), Some("OPEN_ORDERS_ERROR"));
    let told = scene.ear.taken().pop().unwrap();
    assert_eq!(told.meaning(), Meaning::UpdateRefused);
    assert_eq!((told.status(), told.modified_on()), (None, None));
    let reply = submitted.hear(&scene.ear.webhooks, HOUR).await;
    assert!(matches!(reply, Reply::Refused(_)), "{reply:?}");
    assert_eq!(scene.status(), "ACTIVE");
}

#[tokio::test]
async fn a_second_refusal_that_says_the_same_is_told_as_well() {
    let scene = Scene::new().await;
    for _ in 0..2 {
        scene.refuse_next();
        let submitted = scene.close().await;
        scene.desk.clock.advance(STEP);
        scene.desk.tradevest().webhooks().deliver_pending().await;
        let reply = submitted.hear(&scene.ear.webhooks, SHORT).await;
        assert!(matches!(reply, Reply::Refused(_)), "{reply:?}");
    }
    let told = scene.ear.taken();
    assert_eq!(told[0].dedup_key(), told[1].dedup_key());
    assert!(told[1].is_repeat() && told[1].modified_on().is_none());
}

#[tokio::test]
async fn who_only_asks_can_t_tell_a_refused_change_from_a_late_one() {
    let scene = Scene::new().await;
    for is_refused in [true, false] {
        if is_refused {
            scene.refuse_next();
        }
        let submitted = scene.close().await;
        if is_refused {
            scene.desk.clock.advance(STEP);
        }
        let change = submitted
            .look_again_until(is_closed)
            .deadline(SHORT)
            .await
            .unwrap();
        let Change::Unseen(product) = change else {
            panic!("{change:?}")
        };
        assert!(!is_closed(&product));
    }
}

#[tokio::test]
async fn what_was_told_before_a_change_is_not_taken_for_its_answer() {
    let scene = Scene::new().await;
    scene.refuse_next();
    scene.close().await;
    scene.desk.clock.advance(STEP);
    scene.desk.tradevest().webhooks().deliver_pending().await;
    assert_eq!(scene.ear.taken().len(), 1);
    let second = scene.close().await;
    let reply = second.hear(&scene.ear.webhooks, SHORT).await;
    assert!(matches!(reply, Reply::Silence), "{reply:?}");
    scene.desk.clock.advance(STEP);
    let Reply::News(told) = second.hear(&scene.ear.webhooks, HOUR).await else {
        panic!("it was made")
    };
    assert_eq!(told.status(), Some("CLOSED"));
}

#[tokio::test]
async fn a_change_that_is_refused_at_once_is_an_error_and_nothing_is_submitted() {
    let scene = Scene::new().await;
    scene.desk.misbehave(
        Fault::status(400)
            .on("update_customer_product")
            .json(&json!({
                "message": "no", "responseType": "BAD_REQUEST", "requestId": "r-1",
            })),
    );
    let body: types::CustomerProductUpdate = read(&json!({"status": "CLOSED"}));
    let request = scene.desk.client.api().update_customer_product();
    let request = request.customer_product_id(scene.product.id()).body(body);
    let error = scene.product.submit(request.send()).await.unwrap_err();
    assert_eq!(error.effect(), Effect::Answered);
    assert_eq!(scene.desk.count("update_customer_product"), 1);
}

#[tokio::test]
async fn a_change_without_a_key_that_sets_no_state_is_not_repeated() {
    let desk = Desk::open().await;
    let person = desk.tradevest().plant_person();
    desk.misbehave(
        Fault::reset()
            .after_effect()
            .on("update_entity_natural_person"),
    );
    let body: types::NaturalPersonUpdateRequest =
        read(&json!({"naturalPersonUpdateData": {"profession": "baker"}}));
    let request = desk.client.api().update_entity_natural_person();
    let error = request
        .natural_person_id(&*person)
        .body(body)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(desk.count("update_entity_natural_person"), 1);
}

/// An order for securities that is open.
fn open_order(desk: &Desk) -> Created<SecuritiesOrder> {
    let data =
        json!({"isin": "DE0007164600", "tradeSide": "BUY", "quantityType": "UNIT", "quantity": 1});
    let id = desk.tradevest().plant(Kind::TradingOrder, "PENDING", &data);
    desk.client.known(id)
}

async fn cancel(desk: &Desk, order: &Created<SecuritiesOrder>) -> Submitted<SecuritiesOrder> {
    let request = desk
        .client
        .api()
        .cancel_trading_order()
        .order_id(order.id());
    order.submit(request.send()).await.unwrap()
}

#[tokio::test]
async fn a_cancellation_that_succeeds_is_told_with_either_answer() {
    for modification in [Modification::Accepted, Modification::Identified] {
        let options = Options {
            modification,
            ..Options::default()
        };
        let desk = Desk::open_with(options).await;
        let ear = Receiver::of(&desk).await;
        let order = open_order(&desk);
        cancel(&desk, &order).await;
        let waiting = Waiting::on(order.told(Goal::Canceled, &ear.webhooks));
        desk.clock.advance(STEP);
        let outcome = waiting.outcome().await;
        assert!(outcome.reached().is_some(), "{modification:?}");
    }
}

#[tokio::test]
async fn a_cancellation_that_fails_is_told_to_nobody_and_its_wait_ends_all_the_same() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let order = open_order(&desk);
    let verdict = Verdict::Invalid(Reason::new("TOO_LATE", "too late"));
    desk.tradevest()
        .decide_next("cancel_trading_order", verdict)
        .unwrap();
    let submitted = cancel(&desk, &order).await;
    desk.clock.advance(STEP);
    desk.tradevest().webhooks().deliver_pending().await;
    let reply = submitted.hear(&ear.webhooks, SHORT).await;
    assert!(matches!(reply, Reply::Silence), "{reply:?}");
    let waiting = order.told(Goal::Canceled, &ear.webhooks).deadline(SHORT);
    let error = waiting.await.unwrap_err();
    assert!(error.is_timeout(), "{error:#}");
    assert!(ear.taken().is_empty());
    // Filled later on, it can't be canceled any more.
    let waiting = Waiting::on(order.told(Goal::Canceled, &ear.webhooks));
    desk.tradevest().set_status(order.id(), "FILLED").unwrap();
    let outcome = waiting.outcome().await;
    assert!(outcome.reached().is_none());
}

#[tokio::test]
async fn labels_are_changed_by_no_object_and_heard_of_by_type() {
    let desk = Desk::open().await;
    let ear = Receiver::of(&desk).await;
    let customer = desk.tradevest().plant_customer();
    let mut told = ear.webhooks.arrivals().watch_all(EventType::LabelsUpdate);
    let api = desk.client.api();
    for (customers, meaning) in [
        (vec![customer.clone()], Meaning::Changed),
        (vec![super::desk::PERSON.to_owned()], Meaning::UpdateRefused),
    ] {
        let request = api
            .add_role_label_to_customers()
            .label_name("vip")
            .body(customers);
        request.send().await.unwrap();
        desk.clock.advance(STEP);
        let notification = super::desk::soon(told.next()).await;
        assert_eq!(notification.meaning(), meaning);
        assert_eq!(notification.object_id(), None);
    }
}
