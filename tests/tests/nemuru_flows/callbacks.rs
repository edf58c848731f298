//! Callbacks that the sandbox really posts to a shop's server: they wake who waits, and do nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use florin::nemuru::{Callbacks, Loan, Milestone, Outcome, WebhookAuth, callback_webhook};
use florin::webhook::Sender;
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Delivery, Nemuru};
use florin_tests::nemuru::invitation::LOAN;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::receiver::Receiver;
use super::{first, invited, sandbox};

const HEADER: &str = "Bearer a-long-and-random-value";

/// Pollers that ask by themselves once and then, but for callbacks, not for an hour: whoever gets on was woken.
fn callbacks() -> Callbacks {
    Callbacks::builder(Sender::header(HEADER).unwrap())
        .safety_net(Duration::from_secs(3600))
        .at_most_every(Duration::ZERO)
        .spread(Duration::ZERO)
        .build()
}

type Waiting = JoinHandle<Result<Outcome, florin::nemuru::Error>>;

/// A sandbox that posts to a receiver, and a loan that somebody waits for.
struct Scene {
    sandbox: Sandbox,
    receiver: Receiver,
    loan: Loan,
}

impl Scene {
    async fn new() -> Self {
        Self::of(callbacks(), WebhookAuth::header(HEADER)).await
    }

    async fn of(callbacks: Callbacks, auth: WebhookAuth) -> Self {
        let sandbox = sandbox().await;
        let receiver = Receiver::start(callbacks).await;
        let loan = invited(&sandbox).await;
        let request = callback_webhook(&receiver.url, auth);
        first(&sandbox).ensure_webhook(&request).await.unwrap();
        Self {
            sandbox,
            receiver,
            loan,
        }
    }

    fn nemuru(&self) -> &Nemuru {
        self.sandbox.nemuru()
    }

    /// Waits in the background, and has read the loan once when this returns.
    async fn wait(&self, milestone: Milestone) -> Waiting {
        self.nemuru().clear_received();
        let poller = self.loan.poller_until(milestone).at_once();
        let waiting = tokio::spawn(self.receiver.callbacks.attach(poller).into_future());
        self.nemuru().wait_for_received(1).await;
        waiting
    }

    fn readings(&self) -> usize {
        self.nemuru().received_by("get_loan").len()
    }

    async fn forge(&self, body: &Value, header: Option<&str>) -> Delivery {
        self.nemuru()
            .forge_callback(&self.receiver.url, body, header)
            .await
    }
}

fn event(loan: &str, step: &str) -> Value {
    json!({"id": loan, "event": "loan_steps", "step": step, "triggered_at": "2026-11-02T08:00:00+00:00"})
}

#[tokio::test]
async fn a_callback_wakes_who_waits_and_the_loan_is_read() {
    let scene = Scene::new().await;
    let waiting = scene.wait(Milestone::FundsSent).await;
    scene.nemuru().advance(LOAN, "status_active_trial").unwrap();
    let outcome = waiting.await.unwrap().unwrap();
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    let repeats: Vec<_> = repeats
        .iter()
        .map(florin::nemuru::Callback::is_repeat)
        .collect();
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
    let mut taken = scene.receiver.taken();
    assert_eq!(taken.len(), 4);
    taken.sort_by_key(florin::nemuru::Callback::triggered_at);
    assert!(taken.iter().all(|callback| !callback.is_repeat()));
}

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
    let outcome = waiting.await.unwrap().unwrap();
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    waiting.abort();
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
    let callback = &scene.receiver.taken()[0];
    assert_eq!(callback.step().as_str(), "status_on_hold");
    assert_eq!(callback.triggered_at(), None);
}

#[tokio::test]
async fn many_who_wait_are_each_woken_by_their_own() {
    let scene = Scene::new().await;
    let nemuru = scene.nemuru();
    let client = first(&scene.sandbox);
    let mut waiting = Vec::new();
    let mut ids = Vec::new();
    for _ in 0..10 {
        let id = florin::nemuru::new_loan_id().unwrap();
        let agent = nemuru.credentials().agent_id;
        let request = florin_tests::nemuru::invitation::invitation(&agent, &id).unwrap();
        let loan = client.create_loan(&request).await.unwrap();
        let poller = loan.poller_until(Milestone::FundsSent).at_once();
        waiting.push(tokio::spawn(
            scene.receiver.callbacks.attach(poller).into_future(),
        ));
        ids.push(id);
    }
    for id in ids.iter().rev() {
        nemuru.advance(id, "status_active_trial").unwrap();
    }
    for (one, id) in waiting.into_iter().zip(&ids) {
        let outcome = one.await.unwrap().unwrap();
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
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
    assert!(scene.receiver.taken().is_empty());
}
