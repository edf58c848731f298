//! Callbacks that the sandbox really posts to a shop's server: they wake who waits, and do nothing else.

use std::future::IntoFuture;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use florin::nemuru::{Callback, Callbacks, Milestone, WebhookAuth, callback_webhook};
use florin::webhook::Sender;
use florin_sandbox::nemuru::Delivery;
use florin_tests::nemuru::invitation::LOAN;

use super::first;
use super::scene::{HEADER, Scene, Waiting, patient};

#[tokio::test]
async fn a_callback_wakes_who_waits_and_the_loan_is_read() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    let outcome = waiting.outcome().await;
    assert_eq!((outcome.word(), scene.readings()), ("succeeded", 2));
    let taken = scene.receiver.taken();
    let [callback] = &taken[..] else {
        panic!("{taken:?}")
    };
    assert_eq!(callback.loan_id(), LOAN);
    assert_eq!(callback.step().as_str(), "status_active_trial");
    assert_eq!(
        callback.triggered_at().unwrap().to_rfc3339(),
        scene.nemuru().callbacks()[0].triggered_at
    );
    assert!(!callback.is_repeat());
    assert_eq!(scene.receiver.callbacks.attached(), 0);
    scene.nemuru().wait_for_deliveries(1).await;
    assert_eq!(
        scene.nemuru().callbacks()[0].deliveries,
        [Delivery::Answered(200)]
    );
}

#[tokio::test]
async fn every_step_of_a_loan_is_told_and_the_last_one_ends_the_wait() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::Ended).await;
    let steps = [
        "status_opened",
        "status_analysing",
        "status_active_trial",
        "status_active",
        "status_ended",
    ];
    for (count, step) in steps.into_iter().enumerate() {
        scene.nemuru().advance(LOAN, step).unwrap();
        scene.nemuru().wait_for_deliveries(count + 1).await;
    }
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    let taken: Vec<_> = scene.receiver.taken();
    let taken: Vec<_> = taken
        .iter()
        .map(|callback| callback.step().as_str())
        .collect();
    assert_eq!(taken, steps);
}

#[tokio::test]
async fn a_late_callback_does_no_harm() {
    let scene = Scene::new().await;
    scene.nemuru().hold_callbacks();
    scene.nemuru().advance(LOAN, "status_opened").unwrap();
    scene.nemuru().advance(LOAN, "status_denied").unwrap();
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    let waiting = scene.wait(Milestone::WithdrawalOver).await;
    // What it says was so once: the loan was denied. It isn't any more.
    assert_eq!(
        scene.nemuru().deliver(1).await,
        Some(Delivery::Answered(200))
    );
    scene.nemuru().wait_for_received(2).await;
    scene.nemuru().advance(LOAN, "status_active").unwrap();
    scene.nemuru().release_callbacks();
    assert_eq!(waiting.outcome().await.word(), "succeeded");
}

#[tokio::test]
async fn a_repeated_callback_is_told_as_such_and_answered_alike() {
    let scene = Scene::new().await;
    scene.nemuru().advance(LOAN, "status_opened").unwrap();
    scene.nemuru().wait_for_deliveries(1).await;
    for _ in 0..3 {
        assert_eq!(
            scene.nemuru().deliver(0).await,
            Some(Delivery::Answered(200))
        );
    }
    let repeats: Vec<_> = scene.receiver.taken();
    let repeats: Vec<_> = repeats.iter().map(Callback::is_repeat).collect();
    assert_eq!(repeats, [false, true, true, true]);
}

#[tokio::test]
async fn a_repeat_wakes_too_because_the_first_one_may_have_been_lost_on_our_side() {
    let scene = Scene::new().await;
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    scene.nemuru().wait_for_deliveries(1).await;
    scene
        .nemuru()
        .advance(LOAN, "status_docs_approved")
        .unwrap();
    scene.nemuru().wait_for_deliveries(2).await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    scene.nemuru().hold_callbacks();
    scene.nemuru().advance(LOAN, "status_active").unwrap();
    assert_eq!(
        scene.nemuru().deliver(0).await,
        Some(Delivery::Answered(200))
    );
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    assert!(scene.receiver.taken().last().unwrap().is_repeat());
}

#[tokio::test]
async fn callbacks_out_of_order_lead_to_the_loan_as_it_is() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::Ended).await;
    scene.nemuru().hold_callbacks();
    let steps = [
        "status_opened",
        "status_analysing",
        "status_active",
        "status_ended",
    ];
    for step in steps {
        scene.nemuru().advance(LOAN, step).unwrap();
    }
    for number in [3, 1, 0, 2] {
        scene.nemuru().deliver(number).await.unwrap();
    }
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    let mut taken = scene.receiver.taken();
    assert_eq!(taken.len(), 4);
    taken.sort_by_key(Callback::triggered_at);
    assert!(taken.iter().all(|callback| !callback.is_repeat()));
}

#[tokio::test]
async fn many_who_wait_are_each_woken_by_their_own() {
    let scene = Scene::new().await;
    let nemuru = scene.nemuru();
    let client = patient(&scene.sandbox);
    let mut waiting = Vec::new();
    let mut ids = Vec::new();
    for _ in 0..10 {
        let id = florin::nemuru::new_loan_id().unwrap();
        let agent = nemuru.credentials().agent_id;
        let request = florin_tests::nemuru::invitation::invitation(&agent, &id).unwrap();
        let loan = client.create_loan(&request).await.unwrap();
        let poller = loan.poller_until(Milestone::FundsSent).at_once();
        waiting.push(Waiting::with(&scene.receiver.callbacks, poller));
        ids.push(id);
    }
    for id in ids.iter().rev() {
        nemuru.advance(id, "status_active_trial").unwrap();
    }
    for (one, id) in waiting.into_iter().zip(&ids) {
        let outcome = one.outcome().await;
        assert_eq!((outcome.word(), &outcome.loan().id), ("succeeded", id));
    }
    assert_eq!(scene.receiver.callbacks.attached(), 0);
}

#[tokio::test]
async fn callbacks_that_bring_a_token_of_ones_own_server_are_let_in() {
    use axum::routing::post;

    let issued = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&issued);
    let router = axum::Router::new().route(
        "/token",
        post(move |form: String| async move {
            assert!(form.contains("grant_type=password") && form.contains("client_secret=s3cret"));
            count.fetch_add(1, Ordering::SeqCst);
            r#"{"access_token": "of-the-shop", "token_type": "Bearer"}"#
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/token", listener.local_addr().unwrap());
    let server = tokio::spawn(axum::serve(listener, router).into_future());

    let sender = Sender::verified_by(|presented| presented == b"Bearer of-the-shop");
    let access = florin::nemuru::types::WebhookAuthOAuth2 {
        url,
        client_id: "florin".into(),
        client_secret: "s3cret".into(),
        username: "nemuru".into(),
        password: "p".into(),
    };
    let scene = Scene::of(Callbacks::new(sender), WebhookAuth::oauth2(access)).await;
    scene.nemuru().advance(LOAN, "status_opened").unwrap();
    scene.nemuru().wait_for_deliveries(1).await;
    assert_eq!(
        scene.nemuru().callbacks()[0].deliveries,
        [Delivery::Answered(200)]
    );
    assert_eq!(issued.load(Ordering::SeqCst), 1);
    server.abort();
}

#[tokio::test]
async fn while_the_header_is_changed_both_values_are_let_in() {
    let sender = Sender::any_header_of(["Bearer new", HEADER]).unwrap();
    let scene = Scene::of(Callbacks::new(sender), WebhookAuth::header(HEADER)).await;
    scene.nemuru().advance(LOAN, "status_opened").unwrap();
    scene.nemuru().wait_for_deliveries(1).await;
    let client = first(&scene.sandbox);
    let webhook = &client.webhooks().await.unwrap()[0];
    let changed = callback_webhook(&scene.receiver.url, WebhookAuth::header("Bearer new"));
    client.update_webhook(&webhook.id, &changed).await.unwrap();
    scene.nemuru().advance(LOAN, "status_kyc_set").unwrap();
    scene.nemuru().wait_for_deliveries(2).await;
    assert_eq!(scene.nemuru().failed_deliveries(), 0);
    assert_eq!(scene.receiver.taken().len(), 2);
}

#[tokio::test]
async fn a_disabled_webhook_tells_nothing_and_the_poller_asks_by_itself() {
    let quick = Callbacks::builder(Sender::header(HEADER).unwrap())
        .safety_net(Duration::from_millis(5))
        .spread(Duration::ZERO)
        .build();
    let scene = Scene::of(quick, WebhookAuth::header(HEADER)).await;
    let id = scene.nemuru().webhooks()[0].id.clone();
    scene.nemuru().set_webhook_enabled(&id, false);
    let waiting = scene.wait(Milestone::FundsSent).await;
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    assert!(scene.receiver.taken().is_empty());
}
