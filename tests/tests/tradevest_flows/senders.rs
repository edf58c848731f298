//! Who is let in: by which headers, of which type, and beside which other program.

use florin::tradevest::{EventType, Goal, Webhooks};
use florin::webhook::Sender;
use florin_sandbox::tradevest::Delivery;

use super::deliveries::{EVENT, Scene};
use super::desk::receiver::{HEADERS, Receiver, webhooks};

#[tokio::test]
async fn who_hasnt_the_headers_is_turned_away_and_wakes_nobody() {
    let scene = Scene::new().await;
    let waiting = scene.waiting(Goal::Canceled).await;
    let news = scene.news("CANCELED");
    let [(key, value), (second, other)] = HEADERS;
    for headers in [
        vec![],
        vec![(key, value)],
        vec![(second, other)],
        vec![(key, "wrong"), (second, other)],
        vec![(key, value), (second, "wrong")],
        vec![(key, "a-long-and-random-value "), (second, "TOO")],
        vec![(key, other), (second, value)],
    ] {
        let answer = scene.forge(&news, &headers).await;
        assert_eq!(answer, Delivery::Answered(401), "{headers:?}");
    }
    // Header names have no case.
    let right = [("API-Key", value), ("X-Second", other)];
    assert!(scene.ear.taken().is_empty());
    assert_eq!(scene.readings(), 1);
    assert_eq!(scene.forge(&news, &right).await, Delivery::Answered(200));
    // Let in, it is read, and nothing of it is true.
    scene.desk.answered("get_digital_order", 2).await;
    assert!(!waiting.is_over());
    assert_eq!(
        scene.desk.tradevest().status(scene.order.id()).unwrap(),
        "RECEIVED"
    );
}

#[tokio::test]
async fn all_of_five_headers_have_to_be_right() {
    let names = ["h-1", "h-2", "h-3", "h-4", "h-5"];
    let right = names.map(|name| (name, "a-long-and-random-value"));
    let five = Webhooks::builder().headers(right).build().unwrap();
    let scene = Scene::heard_by(five).await;
    let told = scene.news("PENDING");
    for at in 0..5 {
        let mut wrong = right;
        wrong[at].1 = "a-long-and-random-valuE";
        assert_eq!(scene.forge(&told, &wrong).await, Delivery::Answered(401));
        let others: Vec<_> = (0..5)
            .filter(|other| *other != at)
            .map(|other| right[other])
            .collect();
        assert_eq!(scene.forge(&told, &others).await, Delivery::Answered(401));
    }
    assert!(scene.ear.taken().is_empty());
    // The provider itself is let in: it sends what was registered.
    scene.desk.steps(1);
    scene.hooks().deliver_pending().await;
    assert_eq!(scene.statuses(), ["PENDING"]);
}

#[tokio::test]
async fn headers_may_be_changed_while_notifications_come() {
    let both = Webhooks::builder()
        .headers([("api-key", "the-new-and-random-value")])
        .previous_headers(HEADERS)
        .build()
        .unwrap();
    let scene = Scene::heard_by(both).await;
    let told = scene.news("PENDING");
    for headers in [&HEADERS[..], &[("api-key", "the-new-and-random-value")]] {
        assert_eq!(scene.forge(&told, headers).await, Delivery::Answered(200));
    }
    assert_eq!(
        scene.forge(&told, &HEADERS[..1]).await,
        Delivery::Answered(401)
    );
    // What is registered are the new ones.
    let registered = scene.hooks().registered();
    let shown = format!("{:?}", registered[0]);
    assert!(
        shown.contains("the-new-and-random-value") && !shown.contains("x-second"),
        "{shown}"
    );
}

#[tokio::test]
async fn each_type_may_have_headers_of_its_own() {
    let own = Webhooks::builder()
        .headers(HEADERS)
        .headers_for(EVENT, [("api-key", "for-orders-alone")])
        .build()
        .unwrap();
    let scene = Scene::heard_by(own).await;
    let told = scene.news("PENDING");
    assert_eq!(scene.forge(&told, &HEADERS).await, Delivery::Answered(401));
    scene.desk.steps(1);
    scene.hooks().deliver_pending().await;
    assert_eq!(scene.statuses(), ["PENDING"]);
}

#[tokio::test]
async fn without_headers_nobody_is_let_in_unless_that_is_said_aloud() {
    let error = Webhooks::builder().build().unwrap_err();
    assert!(error.to_string().contains("headers"), "{error}");
    let open = Webhooks::builder()
        .sender(Sender::anyone())
        .build()
        .unwrap();
    let scene = Scene::heard_by(open).await;
    let told = scene.news("PENDING");
    assert_eq!(scene.forge(&told, &[]).await, Delivery::Answered(200));
}

#[tokio::test]
async fn a_second_program_keeps_what_it_has_registered() {
    let scene = Scene::new().await;
    let other = Receiver::start(webhooks()).await;
    let wanted = other
        .webhooks
        .registration(&other.base, "another-piece-of-path", EventType::ALL);
    let wanted = wanted.unwrap();
    let registered = scene.desk.client.register_webhooks(&wanted).await.unwrap();
    assert_eq!(registered.occupied, [EVENT]);
    assert_eq!(registered.written.len(), 25);
    assert!(registered.missing.is_empty());
    scene.desk.steps(1);
    scene.hooks().deliver_pending().await;
    assert_eq!(
        scene.statuses(),
        ["PENDING"],
        "the first one still gets its own"
    );

    let again = scene
        .desk
        .client
        .register_webhooks(&wanted.clone().replacing())
        .await
        .unwrap();
    assert_eq!((again.written.len(), again.unchanged.len()), (1, 25));
    let once_more = scene.desk.client.register_webhooks(&wanted).await.unwrap();
    assert_eq!(
        once_more.unchanged.len(),
        26,
        "repeating it changes nothing"
    );
}
