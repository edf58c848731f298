//! Following a deal on paused time: until which state, how often, how long, and through what.

use std::time::Duration;

use florin::core::Effect;
use florin::monoova::{Deal, Status, Until, types};
use florin::poll::{Pace, Progress};
use florin_tests::in_memory::{InMemory, Says};
use serde_json::json;
use tokio::time::Instant;

use super::{client, in_turn, office, transaction};

/// A provider whose transaction 7 is in these states, one reading after the other, and in the last one for ever.
fn through(states: &[&str]) -> InMemory {
    let says = |state: &&str| Says::Yes(transaction(7, state));
    in_turn(states.iter().map(says).collect())
}

fn deal(provider: &InMemory) -> Deal {
    client(provider).deal(7)
}

fn readings(provider: &InMemory) -> usize {
    provider.asked("get_transaction").len()
}

fn state(transaction: &types::Transaction) -> String {
    Status::of(transaction).unwrap().to_string()
}

const WAY: [&str; 5] = [
    "created",
    "pending_payment",
    "open",
    "partially_settled",
    "settled",
];

#[tokio::test(start_paused = true)]
async fn it_ends_at_the_state_that_was_named_or_a_later_one() {
    for (wanted, at) in [
        (Status::Created, 1),
        (Status::PendingPayment, 2),
        (Status::Open, 3),
        (Status::PartiallySettled, 4),
        (Status::from("settled"), 5),
    ] {
        let provider = through(&WAY);
        let end = deal(&provider).poller(Until::reached(wanted.clone())).await;
        assert_eq!(Status::of(&end.unwrap()), Some(wanted));
        assert_eq!(readings(&provider), at);
    }
    // Open passed between two readings.
    let provider = through(&["created", "partially_settled"]);
    let end = deal(&provider).poller(Until::reached(Status::Open)).await;
    assert_eq!(state(&end.unwrap()), "partially_settled");
}

#[tokio::test(start_paused = true)]
async fn exact_states_are_waited_for_past_later_ones() {
    let provider = through(&["open", "partially_settled", "settled", "completed"]);
    let until = Until::any_of(["cancelled", "Completed"]);
    let end = deal(&provider).poller(until).await.unwrap();
    assert_eq!(state(&end), "completed");
    assert_eq!(readings(&provider), 4);
}

#[tokio::test(start_paused = true)]
async fn a_state_that_nobody_documented_is_no_end_unless_said() {
    for word in [
        "settled",
        "cancelled",
        "expired",
        "failed",
        "Complete",
        "???",
    ] {
        let provider = through(&["open", word]);
        let until = Until::reached(Status::PartiallySettled);
        let poller = deal(&provider).poller(until.clone());
        let error = poller
            .deadline(Duration::from_secs(7200))
            .await
            .unwrap_err();
        assert!(error.is_timeout(), "{word}: {error}");
        let provider = through(&["open", word]);
        let end = deal(&provider).poller(until.or_unknown()).await.unwrap();
        assert_eq!(state(&end), word);
        assert_eq!(readings(&provider), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn how_a_state_is_spelled_makes_no_difference() {
    for spelled in [
        "Pending Payment",
        "PENDING-PAYMENT",
        "pending_payment",
        " pending payment ",
    ] {
        let provider = through(&["created", spelled]);
        let until = Until::any_of([Status::PendingPayment]);
        deal(&provider).poller(until).await.unwrap();
        assert_eq!(readings(&provider), 2, "{spelled}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_transaction_that_says_no_state_is_on_the_way() {
    let provider = in_turn(vec![
        Says::Yes(json!({"transaction": {"id": 7}})),
        Says::Yes(json!({"transaction": {"id": 7, "status": null}})),
        Says::Yes(json!({"transaction": {"id": 7, "status": ""}})),
        Says::Yes(json!({"transaction": {"id": 7, "status": {"name": "open"}}})),
        Says::Yes(transaction(7, "open")),
    ]);
    let until = Until::reached(Status::Open).or_unknown();
    deal(&provider).poller(until).await.unwrap();
    assert_eq!(readings(&provider), 5);
}

#[tokio::test(start_paused = true)]
async fn the_states_on_the_way_are_shown_and_the_last_is_the_outcome() {
    let provider = through(&WAY);
    let mut poller = deal(&provider).poller(Until::any_of(["settled"]));
    let mut seen = Vec::new();
    while let Some(reading) = poller.next().await {
        seen.push(match reading.unwrap() {
            Progress::Pending(transaction) => state(&transaction),
            Progress::Done(transaction) => format!("{}!", state(&transaction)),
        });
    }
    assert_eq!(
        seen,
        [
            "created",
            "pending_payment",
            "open",
            "partially_settled",
            "settled!"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn there_is_no_hurry_and_less_of_it_as_time_goes_by() {
    let provider = through(&["open"]);
    let began = Instant::now();
    let error = deal(&provider).poller(Until::any_of(["settled"])).await;
    assert!(error.unwrap_err().is_timeout());
    assert!(began.elapsed() <= Duration::from_secs(24 * 3600 + 1));
    let asked = provider.asked("get_transaction");
    let pauses: Vec<_> = asked
        .windows(2)
        .map(|pair| pair[1].at - pair[0].at)
        .collect();
    assert!(pauses[0] >= Duration::from_secs(2), "{pauses:?}");
    assert!(
        pauses
            .iter()
            .all(|pause| *pause <= Duration::from_secs(600)),
        "{pauses:?}"
    );
    assert!(
        (250..700).contains(&asked.len()),
        "{} in a day",
        asked.len()
    );
}

#[tokio::test(start_paused = true)]
async fn running_out_of_time_leaves_nothing_in_doubt_and_can_be_taken_up_again() {
    let provider = through(&["open", "open", "open", "settled"]);
    let pace = Pace::default()
        .first(Duration::from_secs(60))
        .slowest(Duration::from_secs(60));
    let client = office(&provider).user_id(42).pace(pace).build().unwrap();
    let deal = client.deal(7);
    let limit = Duration::from_secs(70);
    let began = Instant::now();
    let error = deal
        .poller(Until::any_of(["settled"]))
        .deadline(limit)
        .await
        .unwrap_err();
    assert!(error.is_timeout() && began.elapsed() <= limit, "{error}");
    assert_eq!(error.effect(), Effect::Answered);
    let end = deal.poller(Until::any_of(["settled"])).await.unwrap();
    assert_eq!(state(&end), "settled");
}

#[tokio::test(start_paused = true)]
async fn failures_of_the_moment_are_lived_through() {
    let provider = in_turn(vec![
        Says::No(404, json!({"errors": {"transaction": ["is unknown"]}})),
        Says::Yes(transaction(7, "created")),
        Says::Text(200, "<html>maintenance</html>"),
        Says::Text(503, "<html>"),
        Says::Silence,
        Says::Yes(transaction(7, "open")),
    ]);
    deal(&provider)
        .poller(Until::reached(Status::Open))
        .await
        .unwrap();
    assert!(readings(&provider) >= 6);
}

#[tokio::test(start_paused = true)]
async fn what_can_not_get_better_ends_it_at_once() {
    for (status, body) in [
        (401, json!({})),
        (403, json!({})),
        (400, json!({"errors": {"transaction": ["no"]}})),
        (200, json!({"transaction": {"id": 8, "status": "open"}})),
    ] {
        let provider = in_turn(vec![
            Says::Yes(transaction(7, "created")),
            Says::No(status, body.clone()),
        ]);
        let until = Until::reached(Status::Open);
        let error = deal(&provider).poller(until).await.unwrap_err();
        assert!(!error.is_timeout(), "{status} {error}");
        assert!(readings(&provider) <= 3, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_transaction_that_is_never_there_is_not_asked_for_all_day() {
    let provider = in_turn(vec![Says::No(404, json!({}))]);
    let error = deal(&provider).poller(Until::reached(Status::Open)).await;
    assert!(error.unwrap_err().is_not_found());
    assert!(readings(&provider) < 20, "{}", readings(&provider));
}

#[tokio::test(start_paused = true)]
async fn polling_changes_nothing() {
    let provider = through(&WAY);
    deal(&provider)
        .poller(Until::any_of(["settled"]))
        .await
        .unwrap();
    for operation in [
        "confirm_transaction",
        "confirm_transaction_payments",
        "update_transaction",
    ] {
        assert!(provider.asked(operation).is_empty(), "{operation}");
    }
}
