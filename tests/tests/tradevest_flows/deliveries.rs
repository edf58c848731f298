//! Notifications as they come: late, twice, in any order, lost, forged, and never.

use std::time::Duration;

use florin::tradevest::{Created, EventType, Goal, Meaning, Outcome, Webhooks, types};
use florin_sandbox::tradevest::Delivery;
use serde_json::{Value, json};

use super::desk::receiver::{HEADERS, Receiver, webhooks};
use super::desk::{Desk, HOUR, STEP, Waiting};

type Order = types::DigitalAssetsOrder;

pub(super) const EVENT: EventType = EventType::DigitalAssetOrder;

pub(super) struct Scene {
    pub(super) desk: Desk,
    pub(super) ear: Receiver,
    pub(super) order: Created<Order>,
}

impl Scene {
    pub(super) async fn new() -> Self {
        Self::heard_by(webhooks()).await
    }

    pub(super) async fn heard_by(webhooks: Webhooks) -> Self {
        let desk = Desk::open().await;
        let ear = Receiver::start(webhooks).await;
        ear.register(&desk, [EVENT]).await;
        let trader = desk.trader();
        let create = desk.client.create_digital_order(trader.order("10", ""));
        let order = create.await.unwrap();
        Self { desk, ear, order }
    }

    pub(super) fn hooks(&self) -> florin_sandbox::tradevest::Webhooks {
        self.desk.tradevest().webhooks()
    }

    /// Waits by ear alone, and has looked once when this returns.
    pub(super) async fn waiting(&self, goal: Goal) -> Waiting<Outcome<Order>> {
        let before = self.readings();
        let poller = self.order.poller(goal).hear(&self.ear.webhooks);
        let poller = poller.safety_net(HOUR).at_most_every(Duration::ZERO);
        let waiting = Waiting::on(
            poller
                .reason_within(Duration::ZERO)
                .deadline(2 * HOUR)
                .at_once(),
        );
        self.desk.answered("get_digital_order", before + 1).await;
        waiting
    }

    pub(super) fn readings(&self) -> usize {
        self.desk.count("get_digital_order")
    }

    pub(super) fn statuses(&self) -> Vec<String> {
        self.ear.statuses(&EVENT)
    }

    /// What the service would say of the order.
    pub(super) fn news(&self, status: &str) -> Value {
        json!({
            "orderId": self.order.id(), "status": status, "notificationType": "UPDATED",
            "modifiedOn": "2026-11-02T08:00:00.000Z",
        })
    }

    pub(super) async fn forge(&self, body: &Value, headers: &[(&str, &str)]) -> Delivery {
        let url = self.ear.url(&EVENT);
        self.hooks().forge(&url, headers, &body.to_string()).await
    }
}

#[tokio::test]
async fn out_of_order_and_twice_each_the_order_is_followed_to_its_end() {
    let scene = Scene::new().await;
    scene.hooks().hold();
    let waiting = scene.waiting(Goal::Settled).await;
    scene.desk.steps(3);
    scene.hooks().reverse();
    scene.hooks().duplicate();
    scene.hooks().deliver_pending().await;
    let outcome = waiting.outcome().await;
    assert!(matches!(outcome, Outcome::Reached(_)), "{outcome:?}");
    assert_eq!(
        scene.statuses(),
        [
            "SETTLED", "FILLED", "PENDING", "SETTLED", "FILLED", "PENDING"
        ]
    );
    let repeats: Vec<_> = scene
        .ear
        .taken()
        .iter()
        .map(|told| told.is_repeat())
        .collect();
    assert_eq!(repeats, [false, false, false, true, true, true]);
    assert!(
        scene
            .hooks()
            .notifications()
            .iter()
            .all(|told| !told.undelivered)
    );
}

#[tokio::test]
async fn one_of_an_earlier_status_that_comes_late_undoes_nothing() {
    let scene = Scene::new().await;
    scene.hooks().hold();
    scene.desk.steps(2);
    let filled = scene.waiting(Goal::Filled).await;
    assert!(matches!(filled.outcome().await, Outcome::Reached(_)));
    let settled = scene.waiting(Goal::Settled).await;
    let late = scene.hooks().pending()[0];
    scene.hooks().deliver(late).await.unwrap();
    scene.desk.answered("get_digital_order", 3).await;
    assert_eq!(scene.statuses(), ["PENDING"]);
    assert!(!settled.is_over());
    scene.desk.steps(1);
    scene.hooks().deliver_pending().await;
    assert!(matches!(settled.outcome().await, Outcome::Reached(_)));
}

#[tokio::test]
async fn what_is_delivered_again_later_is_a_repeat_and_makes_no_difference() {
    let scene = Scene::new().await;
    scene.desk.steps(3);
    scene.hooks().deliver_pending().await;
    let outcome = scene.waiting(Goal::Settled).await.outcome().await;
    assert!(matches!(outcome, Outcome::Reached(_)));
    let keys: Vec<_> = scene
        .ear
        .taken()
        .iter()
        .map(|told| told.dedup_key())
        .collect();
    scene.hooks().redeliver();
    scene.hooks().deliver_pending().await;
    let taken = scene.ear.taken();
    assert_eq!(taken.len(), 6);
    assert!(taken[3..].iter().all(|told| told.is_repeat()));
    let again: Vec<_> = taken[3..].iter().map(|told| told.dedup_key()).collect();
    assert_eq!(again, keys, "what a database keeps apart is the same");
}

#[tokio::test]
async fn what_is_lost_is_made_up_for_by_looking() {
    let scene = Scene::new().await;
    scene.hooks().lose_next(3);
    let before = scene.readings();
    let poller = scene.order.poller(Goal::Settled).hear(&scene.ear.webhooks);
    let waiting = Waiting::on(poller.safety_net(Duration::from_millis(10)).at_once());
    scene.desk.answered("get_digital_order", before + 2).await;
    scene.desk.steps(3);
    assert!(matches!(waiting.outcome().await, Outcome::Reached(_)));
    assert!(scene.ear.taken().is_empty());
}

#[tokio::test]
async fn what_was_lost_is_recovered_and_wakes_those_who_wait() {
    let scene = Scene::new().await;
    let since = scene.desk.clock.now();
    scene.hooks().lose_next(2);
    scene.desk.clock.advance(STEP);
    scene.desk.clock.advance(STEP);
    let waiting = scene.waiting(Goal::Settled).await;
    scene.desk.clock.advance(STEP);
    // The last one came. That it is settled was told, and read.
    assert!(matches!(waiting.outcome().await, Outcome::Reached(_)));
    scene.hooks().deliver_pending().await;
    assert_eq!(scene.statuses(), ["SETTLED"]);

    let mut undelivered = scene.desk.client.undelivered_webhooks(since);
    let mut recovered = Vec::new();
    while let Some(page) = undelivered.next_page().await.unwrap() {
        for entry in page {
            assert_eq!(entry.event_type(), Some(&EVENT));
            recovered.push(scene.ear.webhooks.recover(&entry).unwrap());
        }
    }
    let statuses: Vec<_> = recovered
        .iter()
        .map(|told| told.status().unwrap())
        .collect();
    assert_eq!(statuses, ["PENDING", "FILLED"]);
    assert!(recovered.iter().all(|told| !told.is_repeat()));
    let mut kept = scene.ear.webhooks.arrivals().watch(EVENT, scene.order.id());
    let order: Vec<_> = (0..3)
        .map(|_| kept.try_next().unwrap().status().unwrap().to_owned())
        .collect();
    assert_eq!(order, ["SETTLED", "PENDING", "FILLED"], "as they came in");
}

#[tokio::test]
async fn a_whole_outage_is_recovered_page_by_page_and_twice_is_once() {
    let scene = Scene::new().await;
    let since = scene.desk.clock.now();
    scene.hooks().hold();
    for number in 0..45 {
        let mut news = scene.news("PENDING");
        news["number"] = json!(number);
        scene.hooks().notify(EVENT.as_str(), news);
    }
    scene.hooks().lose();
    for is_repeat in [false, true] {
        let mut undelivered = scene.desk.client.undelivered_webhooks(since);
        let mut pages = Vec::new();
        while let Some(page) = undelivered.next_page().await.unwrap() {
            let repeats = page
                .iter()
                .map(|entry| scene.ear.webhooks.recover(entry).unwrap().is_repeat());
            assert!(repeats.eq(std::iter::repeat_n(is_repeat, page.len())));
            pages.push(page.len());
        }
        assert_eq!(pages, [20, 20, 5]);
    }
    // After 30 days they are gone.
    scene.desk.clock.advance(31 * 24 * HOUR);
    let mut undelivered = scene.desk.client.undelivered_webhooks(since);
    let page = undelivered.next_page().await.unwrap();
    assert!(page.is_none_or(|page| page.is_empty()));
}

#[tokio::test]
async fn a_forgery_with_the_right_headers_changes_nothing_that_is_read() {
    let scene = Scene::new().await;
    scene.desk.steps(1);
    scene.hooks().deliver_pending().await;
    let waiting = scene.waiting(Goal::Settled).await;
    let mut lie = scene.news("INVALID");
    lie["notificationType"] = "VALIDATION_ERROR".into();
    lie["validationError"] = json!({"errorType": "FORGED", "description": "no"});
    let before = scene.readings();
    assert_eq!(scene.forge(&lie, &HEADERS).await, Delivery::Answered(200));
    scene.desk.answered("get_digital_order", before + 1).await;
    assert!(!waiting.is_over(), "it isn't invalid where it is read");
    let rejected = scene.news("REJECTED");
    scene.forge(&rejected, &HEADERS).await;
    scene.desk.answered("get_digital_order", before + 2).await;
    assert!(!waiting.is_over());
    scene.desk.steps(2);
    assert!(matches!(waiting.outcome().await, Outcome::Reached(_)));
}

#[tokio::test]
async fn nothing_but_json_at_an_address_that_is_there_is_taken_in() {
    let scene = Scene::new().await;
    let url = scene.ear.url(&EVENT);
    let forge = async |url: &str, body: &str| {
        let answer = scene.hooks().forge(url, &HEADERS, body).await;
        let Delivery::Answered(status) = answer else {
            panic!("{answer:?}")
        };
        status
    };
    assert_eq!(forge(&url, "<html>").await, 400);
    assert_eq!(forge(&url, "").await, 400);
    assert_eq!(
        forge(&url.replace("digital-asset-order", "nothing"), "{}").await,
        404
    );
    assert_eq!(forge(&url.replace("not-to-be", "to-be"), "{}").await, 404);
    let long = format!("\"{}\"", "x".repeat(1 << 20));
    assert_eq!(forge(&url, &long).await, 413);
    assert!(scene.ear.taken().is_empty());
    // What isn't of the shape is taken all the same, since it may not come again.
    assert_eq!(forge(&url, "[]").await, 200);
    assert_eq!(scene.ear.taken()[0].meaning(), Meaning::Other);
}
