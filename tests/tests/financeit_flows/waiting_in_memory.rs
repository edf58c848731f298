//! Waiting for what becomes of a loan, on paused time: how often, how long, and until which day.

use std::time::Duration;

use florin::core::Effect;
use florin::financeit::Client;
use florin::poll::{Pace, Progress};
use florin_tests::financeit::in_memory::{InMemory, Says, provider};
use serde_json::{Value, json};
use tokio::time::Instant;

/// A provider whose loan 7 reads as it is said, in turn and then the last for ever, and whose lists are empty.
fn reading(loans: Vec<Value>) -> InMemory {
    let next = std::sync::atomic::AtomicUsize::new(0);
    provider(move |asked| match asked.operation.as_str() {
        "get_loan" => {
            let at = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            Says::Yes(loans[at.min(loans.len() - 1)].clone())
        }
        _ => Says::Yes(json!([])),
    })
}

fn client(provider: &InMemory) -> Client {
    provider.merchant().build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn there_is_no_hurry_and_less_of_it_as_time_goes_by() {
    let provider = reading(vec![json!({"id": 7, "state": "pending"})]);
    let began = Instant::now();
    let error = client(&provider).loan(7).poller().await.unwrap_err();
    assert!(error.is_timeout(), "{error:#}");
    let asked = provider.asked("get_loan");
    assert_eq!(
        (asked[0].at - began).as_secs(),
        0,
        "the first reading is made at once"
    );
    let pauses: Vec<u64> = asked
        .windows(2)
        .map(|pair| (pair[1].at - pair[0].at).as_secs())
        .collect();
    assert!(pauses[0] >= 30, "{pauses:?}");
    assert!(
        pauses.windows(2).all(|pair| pair[0] <= pair[1] + 1),
        "{pauses:?}"
    );
    assert!(pauses.iter().all(|pause| *pause <= 900 * 2), "{pauses:?}");
    assert!(
        asked.len() < 24 * 4 + 10,
        "{} readings in a day",
        asked.len()
    );
    assert!(asked.len() > 48, "{} readings in a day", asked.len());
}

#[tokio::test(start_paused = true)]
async fn a_deadline_ends_the_wait_and_leaves_nothing_in_doubt() {
    let provider = reading(vec![json!({"id": 7, "state": "pending"})]);
    let began = Instant::now();
    let limit = Duration::from_secs(3600);
    let poller = client(&provider).loan(7).poller().deadline(limit);
    let error = poller.await.unwrap_err();
    assert!(error.is_timeout(), "{error:#}");
    assert_eq!(error.effect(), Effect::Answered);
    assert!(began.elapsed() <= limit + Duration::from_secs(1));
    // The loan goes on without being watched, and may be polled again.
    let error = client(&provider)
        .loan(7)
        .poller()
        .deadline(limit)
        .await
        .unwrap_err();
    assert!(error.is_timeout());
}

#[tokio::test(start_paused = true)]
async fn a_service_that_is_down_for_a_while_is_waited_for_and_one_that_stays_down_is_not() {
    let up_again = Duration::from_secs(600);
    let began = Instant::now();
    let provider_down = provider(move |_| {
        if began.elapsed() < up_again {
            Says::No(503, json!({"errors": ["down"]}))
        } else {
            Says::Yes(json!({"id": 7, "funded": true}))
        }
    });
    let outcome = client(&provider_down).loan(7).poller().await;
    assert_eq!(outcome.unwrap().word(), "funded");
    let for_good = provider(|_| Says::No(503, json!({"errors": ["down"]})));
    let error = client(&for_good).loan(7).poller().await.unwrap_err();
    assert!(error.is_transient() || error.is_timeout(), "{error:#}");
}

#[tokio::test(start_paused = true)]
async fn an_application_expires_when_its_day_is_over_everywhere() {
    // It is 2 November 2026.
    for (expiry, state, ends_now) in [
        ("2026-10-31", "pending", true),
        ("2026-10-31", "Car", false),
        ("2026-11-1", "pending", false),
        ("2026-11-02", "pending", false),
        ("2026-10-31", "Ready for Funding", false),
        ("soon", "pending", false),
    ] {
        let provider = reading(vec![
            json!({"id": 7, "state": state, "expiry_date": expiry}),
        ]);
        let mut poller = client(&provider).loan(7).poller();
        let first = poller.next().await.unwrap().unwrap();
        let ended = matches!(&first, Progress::Done(outcome) if outcome.word() == "expired");
        assert_eq!(ended, ends_now, "{expiry} {state} {first:?}");
    }
    // A state that says nothing is taken for run out once the lists were looked into.
    let provider = reading(vec![
        json!({"id": 7, "state": "Car", "expiry_date": "2026-10-31"}),
    ]);
    let outcome = client(&provider).loan(7).poller().await.unwrap();
    assert_eq!(outcome.word(), "expired");
    let mut lists: Vec<String> = provider
        .asked("list_loans")
        .iter()
        .filter_map(|asked| asked.parameter("state").map(str::to_owned))
        .collect();
    lists.sort();
    assert_eq!(lists, ["aborted", "declined", "disbursed_or_closed"]);
}

#[tokio::test(start_paused = true)]
async fn a_loan_that_is_paid_out_is_never_called_expired() {
    for loan in [
        json!({"id": 7, "state": "disbursed_or_closed", "funded": null}),
        json!({"id": 7, "state": "Disbursed"}),
        json!({"id": 7, "state": "closed", "funded": "perhaps"}),
    ] {
        let mut loan = loan;
        loan["expiry_date"] = "2025-10-5".into();
        let outcome = client(&reading(vec![loan])).loan(7).poller().await.unwrap();
        assert_eq!(outcome.word(), "funded");
    }
}

#[tokio::test(start_paused = true)]
async fn the_day_of_expiry_comes_while_somebody_waits() {
    let provider = reading(vec![
        json!({"id": 7, "state": "pending", "expiry_date": "2026-11-5"}),
    ]);
    let pace = Pace::default()
        .first(Duration::from_secs(600))
        .slowest(Duration::from_secs(600))
        .deadline(Duration::from_secs(30 * 24 * 3600));
    let client = provider.merchant().pace(pace).build().unwrap();
    let began = Instant::now();
    let outcome = client.loan(7).poller().await.unwrap();
    assert_eq!(outcome.word(), "expired");
    let days = began.elapsed().as_secs_f64() / 86_400.0;
    // Since eight in the morning of the second, until the seventh has begun: the fifth is over in every time zone.
    assert!((4.6..4.8).contains(&days), "{days}");
}

#[tokio::test(start_paused = true)]
async fn without_lists_nothing_but_the_loan_is_read() {
    let provider = reading(vec![
        json!({"id": 7, "state": "Car"}),
        json!({"id": 7, "state": "Car"}),
        json!({"id": 7, "state": "Car", "funded": "true"}),
    ]);
    let loan = client(&provider).loan(7).without_lists();
    assert_eq!(loan.poller().await.unwrap().word(), "funded");
    assert!(provider.asked("list_loans").is_empty());
}

#[tokio::test(start_paused = true)]
async fn every_state_on_the_way_may_be_watched() {
    let provider = reading(vec![
        json!({"id": 7, "state": "pending", "next_step_in_application": "Sign"}),
        json!({"id": 7, "state": "Pending", "next_step_in_application": "Wait"}),
        json!({"id": 7, "state": "pending", "funded": true}),
    ]);
    let mut poller = client(&provider).loan(7).poller();
    let mut steps = Vec::new();
    while let Some(progress) = poller.next().await {
        match progress.unwrap() {
            Progress::Pending(loan) => {
                steps.push(loan.next_step_in_application.unwrap().text().to_owned());
            }
            Progress::Done(outcome) => steps.push(outcome.word().to_owned()),
        }
    }
    assert_eq!(steps, ["Sign", "Wait", "funded"]);
}
