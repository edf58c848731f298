//! Callbacks that anybody might send: forged, without the header, in floods. They change nothing.

use std::time::Duration;

use axum::body::Body;
use axum::extract::FromRequest;
use axum::http::Request;
use florin::nemuru::{Callback, Callbacks, Milestone, Outcome, WebhookAuth};
use florin::webhook::{Rejection, Sender};
use florin_sandbox::nemuru::Delivery;
use florin_tests::nemuru::invitation::LOAN;
use serde_json::json;

use super::scene::{HEADER, Scene, callbacks, event};

#[tokio::test]
async fn a_forged_callback_with_the_right_header_causes_a_reading_and_changes_nothing() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    let forged = event(LOAN, "status_active_trial");
    assert_eq!(
        scene.forge(&forged, Some(HEADER)).await,
        Delivery::Answered(200)
    );
    scene.nemuru().wait_for_received(2).await;
    assert_eq!(scene.nemuru().loan_status(LOAN).unwrap(), "status_initial");
    scene.nemuru().advance(LOAN, "status_desisted").unwrap();
    let outcome = waiting.outcome().await;
    assert!(
        matches!(outcome, Outcome::Failed(_)),
        "what was forged wasn't believed"
    );
}

#[tokio::test]
async fn a_wrong_header_wakes_nobody() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    let forged = event(LOAN, "status_active_trial");
    for header in [
        None,
        Some(""),
        Some("Bearer"),
        Some("Bearer a-long-and-random-valu"),
        Some("Bearer a-long-and-random-valueX"),
        Some("bearer a-long-and-random-value"),
        Some("Basic a-long-and-random-value"),
    ] {
        assert_eq!(
            scene.forge(&forged, header).await,
            Delivery::Answered(401),
            "{header:?}"
        );
    }
    assert!(scene.receiver.taken().is_empty());
    // The next one that is right is the first that is read for.
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    assert_eq!(scene.readings(), 2);
}

#[tokio::test]
async fn a_flood_without_the_header_reads_nothing() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    for number in 0..300 {
        let header = (number % 2 == 0).then_some("Bearer a guess");
        let step = format!("status_{number}");
        assert_eq!(
            scene.forge(&event(LOAN, &step), header).await,
            Delivery::Answered(401)
        );
    }
    assert_eq!(scene.readings(), 1);
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    assert_eq!(scene.readings(), 2);
}

#[tokio::test]
async fn a_flood_with_the_header_reads_at_a_bounded_rate() {
    let slow = Callbacks::builder(Sender::anyone())
        .at_most_every(Duration::from_secs(3600))
        .spread(Duration::ZERO)
        .build();
    let scene = Scene::of(slow, WebhookAuth::none()).await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    for number in 0..300 {
        let step = format!("status_{number}");
        assert_eq!(
            scene.forge(&event(LOAN, &step), None).await,
            Delivery::Answered(200)
        );
    }
    assert_eq!(scene.readings(), 1, "the next one is due in an hour");
    drop(waiting);
}

#[tokio::test]
async fn callbacks_of_others_loans_and_of_nobodys_wake_nobody() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    for loan in [
        "00000000-0000-4000-8000-000000000000",
        "x",
        LOAN.trim_end_matches('d'),
    ] {
        let answered = scene
            .forge(&event(loan, "status_ended"), Some(HEADER))
            .await;
        assert_eq!(answered, Delivery::Answered(200));
    }
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    assert_eq!(scene.readings(), 2);
}

#[tokio::test]
async fn what_is_no_event_is_refused_and_wakes_nobody() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    for body in [
        json!(null),
        json!([]),
        json!("status_ended"),
        json!({}),
        json!({"id": LOAN}),
        json!({"step": "status_ended"}),
        json!({"id": "", "step": "status_ended"}),
        json!({"id": {"a": 1}, "step": "status_ended"}),
    ] {
        assert_eq!(
            scene.forge(&body, Some(HEADER)).await,
            Delivery::Answered(400),
            "{body}"
        );
    }
    let long = json!({"id": LOAN, "step": "x".repeat(65 << 10)});
    assert_eq!(
        scene.forge(&long, Some(HEADER)).await,
        Delivery::Answered(413)
    );
    assert_eq!(
        scene.forge(&long, None).await,
        Delivery::Answered(401),
        "before it is read"
    );
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    assert_eq!(scene.readings(), 2);
}

#[tokio::test]
async fn an_event_that_is_odd_but_names_loan_and_step_is_taken() {
    let scene = Scene::new().await;
    let odd = json!({
        "id": LOAN.to_uppercase(), "step": "status_on_hold", "event": "loan_holidays", "triggered_at": "yesterday",
        "amount": 5
    });
    let waiting = scene.wait(Milestone::FundsSent).await;
    scene.nemuru().hold_callbacks();
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    assert_eq!(
        scene.forge(&odd, Some(HEADER)).await,
        Delivery::Answered(200)
    );
    assert_eq!(waiting.outcome().await.word(), "succeeded");
    let callback = &scene.receiver.taken()[0];
    assert_eq!(callback.step().as_str(), "status_on_hold");
    assert_eq!(callback.triggered_at(), None);
}

#[tokio::test]
async fn of_two_headers_neither_counts() {
    let presented = |values: &[&str]| {
        let request = Request::builder().method("POST");
        let request = values.iter().fold(request, |request, value| {
            request.header("authorization", *value)
        });
        let body = event(LOAN, "status_opened").to_string();
        request.body(Body::from(body)).unwrap()
    };
    let callbacks = callbacks();
    let taken = Callback::from_request(presented(&[HEADER]), &callbacks).await;
    assert_eq!(taken.unwrap().loan_id(), LOAN);
    for values in [
        &[HEADER, HEADER][..],
        &[HEADER, "Bearer x"],
        &["Bearer x", HEADER],
    ] {
        let refused = Callback::from_request(presented(values), &callbacks).await;
        assert_eq!(refused.unwrap_err(), Rejection::Unauthorized);
    }
}
