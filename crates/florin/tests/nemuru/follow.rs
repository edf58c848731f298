//! Waiting for a loan, with and without callbacks.

use std::time::Duration;

use florin::nemuru::{Callbacks, LoanHandle, Milestone, Outcome, Until};
use florin::poll::Progress;
use florin::webhook::Sender;
use serde_json::json;
use tokio::time::Instant;

use crate::scripted::{LOAN, Scripted, Step, answer};

const HEADER: Option<&[u8]> = Some(b"Bearer s3cret");

fn status(status: &str) -> Step {
    answer(200, json!({"payload": {"id": LOAN, "status": status}}))
}

fn callbacks() -> Callbacks {
    Callbacks::new(Sender::header("Bearer s3cret").unwrap())
}

fn event(id: &str, at: u32) -> String {
    json!({"id": id, "event": "loan_steps", "step": "status_active_trial", "triggered_at": at})
        .to_string()
}

#[tokio::test(start_paused = true)]
async fn the_end_is_waited_for_through_every_step_and_jump() {
    let script = Scripted::new();
    script.on(
        "get_loan",
        [
            "status_initial",
            "status_analysing",
            "status_active_trial",
            "status_unpaid",
            "status_ended",
        ]
        .map(status),
    );
    let mut poller = script.client().loan(LOAN).poller();
    let mut seen = Vec::new();
    while let Some(reading) = poller.next().await {
        match reading.unwrap() {
            Progress::Pending(loan) => seen.push(loan.status.to_string()),
            Progress::Done(outcome) => seen.push(outcome.word().to_owned()),
        }
    }
    assert_eq!(
        seen,
        [
            "status_initial",
            "status_analysing",
            "status_active_trial",
            "status_unpaid",
            "succeeded"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_milestone_a_failure_and_something_new_end_it() {
    for (last, word) in [
        ("status_active", "succeeded"),
        ("status_denied", "failed"),
        ("status_new", "unknown"),
    ] {
        let script = Scripted::new();
        script.on("get_loan", [status("status_opened"), status(last)]);
        let outcome = script
            .client()
            .loan(LOAN)
            .poller_until(Milestone::FundsSent)
            .await
            .unwrap();
        assert_eq!(
            (outcome.word(), outcome.loan().status.as_str()),
            (word, last)
        );
    }
    let script = Scripted::new();
    script.on("get_loan", [status("status_new"), status("status_active")]);
    let until = Until::from(Milestone::FundsSent).past_unknown();
    let outcome = script
        .client()
        .loan(LOAN)
        .poller_until(until)
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Succeeded(_)));
}

#[tokio::test(start_paused = true)]
async fn another_process_goes_on_from_the_handle() {
    let script = Scripted::new();
    script.on("get_loan", [status("status_ended")]);
    let stored = serde_json::to_string(script.client().loan(LOAN).handle()).unwrap();
    let handle: LoanHandle = serde_json::from_str(&stored).unwrap();
    let outcome = script.client().resume(handle).poller().await.unwrap();
    assert_eq!(outcome.word(), "succeeded");
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_does_not_show_yet_is_asked_for_again_and_one_that_never_does_ends_it() {
    let script = Scripted::new();
    script.on(
        "get_loan",
        [answer(404, "{}"), answer(404, "{}"), status("status_ended")],
    );
    assert_eq!(
        script.client().loan(LOAN).poller().await.unwrap().word(),
        "succeeded"
    );
    let script = Scripted::new();
    script.on("get_loan", [answer(404, "{}")]);
    assert!(
        script
            .client()
            .loan(LOAN)
            .poller()
            .await
            .unwrap_err()
            .is_not_found()
    );
    assert_eq!(script.count("get_loan"), 6);
}

#[tokio::test(start_paused = true)]
async fn an_answer_about_another_loan_is_not_taken_for_this_one() {
    let script = Scripted::new();
    script.on(
        "get_loan",
        [answer(
            200,
            json!({"payload": {"id": "other", "status": "status_ended"}}),
        )],
    );
    assert!(
        script
            .client()
            .loan(LOAN)
            .poller()
            .await
            .unwrap_err()
            .is_decode()
    );
}

#[tokio::test(start_paused = true)]
async fn a_callback_wakes_the_poller_of_its_loan_and_nobody_else() {
    let script = Scripted::new();
    script.on(
        "get_loan",
        [
            status("status_docs_approved"),
            status("status_active_trial"),
        ],
    );
    let callbacks = callbacks();
    let poller = script
        .client()
        .loan(LOAN)
        .poller_until(Milestone::FundsSent);
    let waiting = tokio::spawn(callbacks.attach(poller).into_future());
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!((callbacks.attached(), script.count("get_loan")), (1, 1));
    callbacks
        .receive(HEADER, event("another", 1).as_bytes())
        .unwrap();
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(script.count("get_loan"), 1);
    callbacks
        .receive(HEADER, event(&LOAN.to_uppercase(), 1).as_bytes())
        .unwrap();
    assert_eq!(waiting.await.unwrap().unwrap().word(), "succeeded");
    assert_eq!(callbacks.attached(), 0, "and is let go");
}

#[tokio::test(start_paused = true)]
async fn a_forged_callback_changes_nothing_and_a_flood_of_them_is_no_flood_of_requests() {
    let script = Scripted::new();
    script.on("get_loan", [status("status_opened")]);
    let callbacks = Callbacks::new(Sender::anyone());
    let poller = script
        .client()
        .loan(LOAN)
        .poller_until(Milestone::FundsSent);
    let waiting = tokio::spawn(callbacks.attach(poller).into_future());
    let started = Instant::now();
    for at in 0..600 {
        callbacks.receive(None, event(LOAN, at).as_bytes()).unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(started.elapsed().as_secs(), 60);
    let readings = script.count("get_loan");
    assert!((20..=31).contains(&readings), "{readings} in a minute");
    assert!(
        !waiting.is_finished(),
        "what the callback said isn't believed"
    );
}

#[tokio::test(start_paused = true)]
async fn without_callbacks_it_still_asks_once_in_a_while() {
    let script = Scripted::new();
    script.on(
        "get_loan",
        [status("status_opened"), status("status_ended")],
    );
    let outcome = callbacks()
        .attach(script.client().loan(LOAN).poller())
        .await
        .unwrap();
    assert_eq!(outcome.word(), "succeeded");
    let at: Vec<_> = script.sent("get_loan").iter().map(|sent| sent.at).collect();
    assert_eq!((at[1] - at[0]).as_secs(), 15 * 60);
}
