//! A deal step by step, and followed.

use std::time::Duration;

use super::super::*;
use super::*;
use crate::poll::Progress;

const PENDING: &str = r#"{"transaction":{"id":7001,"status":"pending_payment","counter_currency_amount":"2,500.00"}}"#;
const OTHER: &str = r#"{"transaction":{"id":7002,"status":"open"}}"#;

fn amount(text: &str) -> florin_core::Decimal {
    text.parse().unwrap()
}

fn status(transaction: &types::Transaction) -> Status {
    Status::of(transaction).unwrap()
}

#[tokio::test(start_paused = true)]
async fn each_step_is_one_request_under_a_key_of_its_own_and_nothing_confirms_but_confirm() {
    let network = answering(200, CREATED);
    let client = client(&network);
    let deal = client.create_transaction(&order("10")).await.unwrap();
    let deal = deal.update([Payment::new(1, amount("10"))]).await.unwrap();
    deal.read().await.unwrap();
    let deal = deal.allocate().await.unwrap();
    deal.poller(Until::reached(Status::Created)).await.unwrap();
    let _ = deal.confirm(); // Not awaited: nothing is sent.
    let sent = calls(&network);
    assert!(
        sent.iter()
            .all(|sent| sent.operation != "confirm_transaction")
    );

    deal.confirm().await.unwrap();
    let sent = calls(&network);
    let confirm = sent.last().unwrap();
    assert_eq!(confirm.operation, "confirm_transaction");
    assert_eq!(
        (confirm.method.as_str(), confirm.body.as_str()),
        ("PUT", "")
    );
    assert!(
        confirm.url.ends_with("/transactions/7001/confirm"),
        "{}",
        confirm.url
    );
    let update = &sent[1];
    assert_eq!(
        update.body,
        r#"{"transaction":{"payments":[{"amount":"10","beneficiary_id":1}]}}"#
    );
    let keys: std::collections::HashSet<_> =
        sent.iter().filter_map(|sent| sent.key.clone()).collect();
    assert_eq!(keys.len(), 4, "four writes, two readings");
}

#[tokio::test(start_paused = true)]
async fn a_step_brings_the_transaction_as_the_answer_says_in_an_envelope_or_not() {
    for body in [PENDING, r#"{"id":"7001","status":"pending_payment"}"#] {
        let network = answering(200, body);
        let deal = client(&network).deal(7001);
        assert!(deal.transaction().is_none());
        for step in [deal.confirm().await, deal.allocate().await] {
            let deal = step.unwrap();
            assert_eq!(deal.id(), 7001);
            assert_eq!(status(deal.transaction().unwrap()), Status::PendingPayment);
        }
        assert_eq!(status(&deal.read().await.unwrap()), Status::PendingPayment);
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_about_another_transaction_isn_t_taken_for_this_one() {
    let network = answering(200, OTHER);
    let deal = client(&network).deal(7001);
    let read = deal.read().await.unwrap_err();
    assert!(read.to_string().contains("another transaction"), "{read}");
    let confirmed = deal.confirm().await.unwrap_err();
    assert_eq!(confirmed.effect(), florin_core::Effect::MaybeApplied);
}

#[tokio::test(start_paused = true)]
async fn payments_that_can_t_be_meant_are_refused_before_they_are_sent() {
    let network = answering(200, PENDING);
    let deal = client(&network).deal(7001);
    let payment = |paid| Payment::new(1, amount(paid));
    for payments in [vec![], vec![payment("0")]] {
        let error = deal.update(payments).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
    }
    assert!(network.sent().is_empty());
    // What is bought isn't known yet, and then it is.
    let deal = deal.update([payment("2500.01")]).await.unwrap();
    let error = deal.update([payment("2500.01")]).await.unwrap_err();
    assert!(error.to_string().contains("more than is bought"), "{error}");
    deal.update([payment("2500")]).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_handle_takes_a_deal_to_another_process() {
    let network = answering(200, PENDING);
    let handle = client(&network).deal(7001).handle();
    let stored = serde_json::to_string(&handle).unwrap();
    assert_eq!(stored, r#"{"id":7001,"user_id":42}"#);
    let read: DealHandle = serde_json::from_str(&stored).unwrap();
    let office = office(&network).build().unwrap();
    let deal = office.resume(read);
    assert_eq!((deal.id(), deal.handle()), (7001, handle));
    let without: DealHandle = serde_json::from_str(r#"{"id":7001}"#).unwrap();
    assert_eq!(without, DealHandle::new(7001));
    assert_eq!(without.user(42), deal.handle());
}

const OPEN: &str = r#"{"transaction":{"id":7001,"status":"Open"}}"#;
const SILENT: &str = r#"{"transaction":{"id":7001}}"#;
const SETTLED: &str = r#"{"transaction":{"id":7001,"status":"Fully Settled"}}"#;

#[tokio::test(start_paused = true)]
async fn a_deal_is_followed_to_the_state_that_is_named_and_each_reading_is_told() {
    let network = in_turn(&[(200, CREATED), (200, PENDING), (200, SILENT), (200, OPEN)]);
    let mut poller = client(&network)
        .deal(7001)
        .poller(Until::reached(Status::Open));
    let mut on_the_way = 0;
    let done = loop {
        match poller.next().await.unwrap().unwrap() {
            Progress::Pending(_) => on_the_way += 1,
            Progress::Done(transaction) => break transaction,
        }
    };
    assert_eq!((on_the_way, status(&done)), (3, Status::Open));
}

#[tokio::test(start_paused = true)]
async fn failures_of_the_moment_are_tolerated_and_so_are_answers_in_other_words() {
    let network = in_turn(&[
        (503, "busy"),
        (0, ""),
        (404, ""),
        (200, "<html>maintenance</html>"),
        (200, OPEN),
    ]);
    let done = client(&network)
        .deal(7001)
        .poller(Until::reached(Status::Open))
        .await;
    assert_eq!(status(&done.unwrap()), Status::Open);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_and_an_answer_about_another_deal_end_the_wait_at_once() {
    for network in [
        in_turn(&[(200, CREATED), (403, REFUSED)]),
        in_turn(&[(200, CREATED), (200, OTHER)]),
    ] {
        let poller = client(&network)
            .deal(7001)
            .poller(Until::reached(Status::Open));
        poller.await.unwrap_err();
        assert_eq!(calls(&network).len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_state_that_nobody_documented_ends_the_wait_where_the_caller_says_so() {
    let network = in_turn(&[(200, CREATED), (200, SETTLED)]);
    let deal = client(&network).deal(7001);
    let until = Until::reached(Status::PartiallySettled).or_unknown();
    let done = deal.poller(until).await.unwrap();
    assert_eq!(status(&done), Status::from("fully_settled"));
    let done = deal.poller(Until::any_of(["fully-settled"])).await.unwrap();
    assert_eq!(status(&done).to_string(), "Fully Settled");
}

#[tokio::test(start_paused = true)]
async fn nothing_is_taken_for_an_end_that_wasn_t_named() {
    let network = in_turn(&[(200, OPEN), (200, SETTLED)]);
    let poller = client(&network)
        .deal(7001)
        .poller(Until::reached(Status::PartiallySettled));
    let error = poller.deadline(Duration::from_secs(900)).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(error.operation(), "get_transaction");
    let told = error.to_string();
    assert!(told.contains("Until::or_unknown"), "{told}");
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_runs_out_says_where_the_transaction_was() {
    let network = answering(200, OPEN);
    let poller = client(&network)
        .deal(7001)
        .poller(Until::any_of(["settled"]));
    let error = poller.deadline(Duration::from_secs(900)).await.unwrap_err();
    let told = error.to_string();
    assert!(told.contains("it was open when it was last read"), "{told}");
}
