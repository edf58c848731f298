//! Who waits gets what comes, and what came.

use std::time::Duration;

use super::super::{EventType, Meaning};
use super::{an_id, builder, customer, seam, take, webhooks};

#[tokio::test]
async fn who_waits_is_woken_by_its_object_however_that_is_spelled() {
    let webhooks = webhooks();
    let id = an_id('a');
    let mut watcher = webhooks.arrivals().watch(EventType::Customer, &id);
    assert!(watcher.try_next().is_none());
    let waiting = tokio::spawn(async move { watcher.next().await });
    tokio::task::yield_now().await;
    take(
        &webhooks,
        EventType::Customer,
        &customer(&an_id('b'), "ACTIVE"),
    );
    take(
        &webhooks,
        EventType::NaturalPerson,
        &customer(&id, "ACTIVE"),
    );
    take(
        &webhooks,
        EventType::Customer,
        &customer(&id.to_uppercase(), "ACTIVE"),
    );
    let notification = waiting.await.unwrap();
    assert_eq!(notification.object_id(), Some(&*id.to_uppercase()));
    assert_eq!(
        webhooks.arrivals().watching(),
        0,
        "who is gone waits no more"
    );
}

#[tokio::test]
async fn what_came_before_comes_first_and_to_everybody() {
    let webhooks = webhooks();
    let arrivals = webhooks.arrivals();
    for status in ["PENDING", "REVIEW"] {
        take(&webhooks, EventType::Customer, &customer("c1", status));
    }
    let mut one = arrivals.watch(EventType::Customer, "c1");
    take(&webhooks, EventType::Customer, &customer("c1", "ACTIVE"));
    let mut other = arrivals.watch(EventType::Customer, " C1 ");
    for watcher in [&mut one, &mut other] {
        for status in ["PENDING", "REVIEW", "ACTIVE"] {
            assert_eq!(watcher.next().await.status(), Some(status));
        }
        assert!(watcher.try_next().is_none());
    }
    assert_eq!(arrivals.watching(), 2);
    drop((one, other));
    assert_eq!(arrivals.watching(), 0);
}

#[tokio::test]
async fn a_repetition_wakes_and_is_kept_once() {
    let webhooks = webhooks();
    let mut watcher = webhooks.arrivals().watch(EventType::Customer, "c1");
    for _ in 0..3 {
        take(&webhooks, EventType::Customer, &customer("c1", "ACTIVE"));
    }
    let repeats: Vec<bool> = std::iter::from_fn(|| watcher.try_next())
        .map(|notification| notification.is_repeat())
        .collect();
    assert_eq!(repeats, [false, true, true]);
    let mut late = webhooks.arrivals().watch(EventType::Customer, "c1");
    assert!(late.try_next().is_some() && late.try_next().is_none());
}

#[tokio::test(start_paused = true)]
async fn what_is_too_old_is_forgotten() {
    let webhooks = builder().kept_for(Duration::from_secs(60)).build().unwrap();
    take(&webhooks, EventType::Customer, &customer("c1", "PENDING"));
    seam().sleep(Duration::from_secs(40)).await;
    take(&webhooks, EventType::Customer, &customer("c1", "ACTIVE"));
    seam().sleep(Duration::from_secs(40)).await;
    let mut watcher = webhooks.arrivals().watch(EventType::Customer, "c1");
    assert_eq!(watcher.next().await.status(), Some("ACTIVE"));
    assert!(watcher.try_next().is_none());
}

#[tokio::test(start_paused = true)]
async fn what_came_before_a_moment_can_be_left_out() {
    let webhooks = webhooks();
    let labels = r#"{"notificationType": "UPDATED"}"#;
    take(&webhooks, EventType::Customer, &customer("c1", "PENDING"));
    take(&webhooks, EventType::LabelsUpdate, labels);
    seam().sleep(Duration::from_secs(1)).await;
    let sent = seam().instant();
    take(&webhooks, EventType::Customer, &customer("c1", "ACTIVE"));
    let arrivals = webhooks.arrivals();
    let mut since = arrivals.watch_since(EventType::Customer, "c1", sent);
    assert_eq!(since.next().await.status(), Some("ACTIVE"));
    let mut labels_since = arrivals.watch_all_since(EventType::LabelsUpdate, sent);
    assert!(labels_since.try_next().is_none());
    take(&webhooks, EventType::LabelsUpdate, labels);
    assert!(labels_since.try_next().is_some());
}

#[tokio::test(start_paused = true)]
async fn two_refusals_that_look_the_same_are_told_after_each_change() {
    let webhooks = webhooks();
    let refused =
        r#"{"customerId": "c1", "validationError": {"errorType": "ALREADY_EXISTS_ERROR"}}"#;
    for _ in 0..2 {
        let sent = seam().instant();
        seam().sleep(Duration::from_secs(1)).await;
        take(&webhooks, EventType::Customer, refused);
        let arrivals = webhooks.arrivals();
        let mut watcher = arrivals.watch_since(EventType::Customer, "c1", sent);
        let told = watcher.try_next().unwrap();
        assert_eq!(told.meaning(), Meaning::UpdateRefused);
        assert!(watcher.try_next().is_none(), "it is kept once");
        seam().sleep(Duration::from_secs(1)).await;
    }
}

#[test]
fn what_is_kept_is_bounded_for_each_type_by_itself() {
    let webhooks = builder().kept(3, 1000).build().unwrap();
    take(&webhooks, EventType::User, r#"{"userId": "u"}"#);
    for number in 0..1000 {
        let prices = format!(r#"{{"price": {number}}}"#);
        take(&webhooks, EventType::RealEstateTokenPrices, &prices);
    }
    let kept = |event: EventType| {
        let mut watcher = webhooks.arrivals().watch_all(event);
        std::iter::from_fn(move || watcher.try_next()).collect::<Vec<_>>()
    };
    let prices = kept(EventType::RealEstateTokenPrices);
    let newest: Vec<_> = prices
        .iter()
        .map(|price| price.json()["price"].clone())
        .collect();
    assert_eq!(newest, [997, 998, 999]);
    assert_eq!(kept(EventType::User).len(), 1, "it isn't driven out");

    let long = |id: &str, bytes| {
        let more = "x".repeat(bytes);
        format!(r#"{{"documentId": "{id}", "more": "{more}"}}"#)
    };
    take(&webhooks, EventType::Document, &long("a", 500));
    take(&webhooks, EventType::Document, &long("b", 500));
    let documents = kept(EventType::Document);
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0].object_id(), Some("b"));
    take(&webhooks, EventType::Document, &long("c", 1000));
    assert_eq!(
        kept(EventType::Document).len(),
        1,
        "what is longer than all isn't kept"
    );
}

#[test]
fn one_who_takes_nothing_gets_the_newest() {
    let webhooks = webhooks();
    let mut watcher = webhooks
        .arrivals()
        .watch_all(EventType::RealEstateTokenPrices);
    for number in 0..1000 {
        take(
            &webhooks,
            EventType::RealEstateTokenPrices,
            &format!(r#"{{"price": {number}}}"#),
        );
    }
    let unread: Vec<_> = std::iter::from_fn(|| watcher.try_next()).collect();
    assert_eq!(unread.len(), 256);
    assert_eq!(unread[0].json()["price"], 744);
    assert_eq!(unread[255].json()["price"], 999);
}

#[test]
fn where_the_payload_is_undocumented_any_identifier_finds_it() {
    let webhooks = webhooks();
    let id = an_id('d');
    let order = format!(
        r#"{{"digitalOrderId": "{id}", "customerId": "{}", "status": "FILLED"}}"#,
        an_id('e')
    );
    take(&webhooks, EventType::DigitalAssetOrder, &order);
    let mut watcher = webhooks.arrivals().watch(EventType::DigitalAssetOrder, &id);
    assert_eq!(watcher.try_next().unwrap().status(), Some("FILLED"));
}
