//! Answers that are lost, late or spoilt, before the effect and after it: whatever happens, one order is one transaction and
//! one confirmation binds once. Counted at the provider.

use std::time::Duration;

use florin::RetryPolicy;
use florin::core::{Effect, Limits};
use florin_sandbox::Fault;
use florin_sandbox::monoova::Options;

use super::desk::{
    client, count, misbehave, order_at, settings, soon, timed, timed_with, wait_for_in_progress,
};

const PAGE: &str = "<html><body><h1>Bad gateway</h1></body></html>";

/// What can go wrong on the way of an answer.
fn faults() -> Vec<(&'static str, Fault)> {
    let gateway = |status| Fault::status(status).body("text/html", PAGE);
    vec![
        ("reset", Fault::reset()),
        ("close", Fault::close()),
        ("502", gateway(502)),
        ("503", gateway(503)),
        ("504", gateway(504)),
        ("408", gateway(408)),
        ("expired token", Fault::expired_token()),
        ("reset, done", Fault::reset().after_effect()),
        ("close, done", Fault::close().after_effect()),
        ("cut off", Fault::truncated()),
        ("502, done", gateway(502).after_effect()),
        ("503, done", gateway(503).after_effect()),
        ("504, done", gateway(504).after_effect()),
        ("401, done", Fault::status(401).after_effect()),
    ]
}

#[tokio::test]
async fn an_order_is_one_transaction_whatever_becomes_of_the_answer() {
    for (what, fault) in faults() {
        let (sandbox, _clock) = timed().await;
        misbehave(&sandbox, fault.on("create_transaction"));
        let order = order_at(&sandbox, "100.00");
        let deal = client(&sandbox).create_transaction(&order).await;
        let deal = deal.unwrap_or_else(|error| panic!("{what}: {error:#}"));
        let made = sandbox.monoova().transactions();
        assert_eq!(made.len(), 1, "{what}");
        assert_eq!(made[0].id, deal.id(), "{what}");
        assert_eq!(count(&sandbox, "create_transaction"), 2, "{what}");
        assert_eq!(sandbox.monoova().keys().len(), 1, "{what}");
        assert_eq!(sandbox.monoova().strangers(), 0, "{what}");
    }
}

#[tokio::test]
async fn a_confirmation_binds_once_and_so_does_an_allocation() {
    for (what, fault) in faults() {
        let (sandbox, _clock) = timed().await;
        let order = order_at(&sandbox, "100.00");
        let deal = client(&sandbox).create_transaction(&order).await.unwrap();
        misbehave(&sandbox, fault.clone().on("confirm_transaction"));
        misbehave(&sandbox, fault.on("confirm_transaction_payments"));
        let deal = deal.confirm().await;
        let deal = deal.unwrap_or_else(|error| panic!("{what}: {error:#}"));
        let allocated = deal.allocate().await;
        let _ = allocated.unwrap_or_else(|error| panic!("{what}: {error:#}"));
        let made = sandbox.monoova().transactions();
        assert_eq!((made.len(), made[0].confirmations), (1, 1), "{what}");
        assert_eq!(made[0].status, "open", "{what}");
    }
}

#[tokio::test]
async fn several_failures_in_a_row_are_one_transaction_too() {
    let (sandbox, _clock) = timed().await;
    for fault in [
        Fault::reset().after_effect(),
        Fault::status(503).body("text/html", PAGE),
        Fault::truncated(),
    ] {
        misbehave(&sandbox, fault.on("create_transaction"));
    }
    let order = order_at(&sandbox, "100.00");
    let _ = client(&sandbox).create_transaction(&order).await.unwrap();
    assert_eq!(sandbox.monoova().transactions().len(), 1);
    assert_eq!(count(&sandbox, "create_transaction"), 4);
}

#[tokio::test]
async fn who_repeats_nothing_is_told_the_doubt_and_the_key_that_resolves_it() {
    for (what, fault, made) in [
        ("reset", Fault::reset(), 0),
        ("reset, done", Fault::reset().after_effect(), 1),
        ("cut off", Fault::truncated(), 1),
        ("504", Fault::status(504).body("text/html", PAGE), 0),
        ("garbage, done", Fault::garbage().after_effect(), 1),
    ] {
        let (sandbox, _clock) = timed().await;
        misbehave(&sandbox, fault.on("create_transaction"));
        let never = settings(&sandbox).retry(RetryPolicy::never());
        let client = never.build().unwrap();
        let order = order_at(&sandbox, "100.00");
        let error = client.create_transaction(&order).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{what}");
        assert_eq!(sandbox.monoova().transactions().len(), made, "{what}");
        let key = error.idempotency_key().unwrap().clone();
        let deal = client.create_transaction(&order).key(key).await.unwrap();
        let transactions = sandbox.monoova().transactions();
        assert_eq!(transactions.len(), 1, "{what}");
        assert_eq!(transactions[0].id, deal.id(), "{what}");
    }
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_asked_for_again() {
    let (sandbox, clock) = timed().await;
    sandbox.monoova().hold_next_write();
    let limits = Limits::default().attempt(Duration::from_millis(500));
    let client = settings(&sandbox).limits(limits).build().unwrap();
    let order = order_at(&sandbox, "100.00");
    let calling = tokio::spawn({
        let (client, order) = (client.clone(), order.clone());
        async move {
            client
                .create_transaction(&order)
                .await
                .map(|deal| deal.id())
        }
    });
    soon(sandbox.monoova().wait_for_held(1)).await;
    // The first try runs out of time; the second finds it in progress, until it is let go.
    wait_for_in_progress(&sandbox).await;
    sandbox.monoova().release_writes();
    let id = soon(calling).await.unwrap().unwrap();
    drop(clock);
    assert_eq!(sandbox.monoova().transactions().len(), 1);
    assert_eq!(sandbox.monoova().transactions()[0].id, id);
    assert_eq!(sandbox.monoova().replays(), 1);
}

#[tokio::test]
async fn two_tasks_with_one_key_at_once_make_one_transaction() {
    let (sandbox, _clock) = timed().await;
    sandbox.monoova().hold_next_write();
    let client = client(&sandbox);
    let order = order_at(&sandbox, "100.00");
    let call = || {
        let (client, order) = (client.clone(), order.clone());
        let key = "one-for-both".parse().unwrap();
        tokio::spawn(async move {
            let write = client.create_transaction(&order).key(key);
            write.await.map(|deal| deal.id())
        })
    };
    let (one, two) = (call(), call());
    soon(sandbox.monoova().wait_for_held(1)).await;
    wait_for_in_progress(&sandbox).await;
    sandbox.monoova().release_writes();
    assert_eq!(
        soon(one).await.unwrap().unwrap(),
        soon(two).await.unwrap().unwrap()
    );
    assert_eq!(sandbox.monoova().transactions().len(), 1);
}

#[tokio::test]
async fn a_500_of_the_provider_is_asked_for_once_whether_it_was_done_or_not() {
    for applied in [true, false] {
        let (sandbox, _clock) = timed().await;
        sandbox.monoova().fail_next_write_with_500(applied);
        let client = client(&sandbox);
        let order = order_at(&sandbox, "100.00");
        let error = client.create_transaction(&order).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(count(&sandbox, "create_transaction"), 1);
        let made = usize::from(applied);
        assert_eq!(sandbox.monoova().transactions().len(), made);
        // The same key brings the same answer and does nothing.
        let key = error.idempotency_key().unwrap().clone();
        let again = client.create_transaction(&order).key(key);
        assert_eq!(again.await.unwrap_err().status().unwrap().as_u16(), 500);
        assert_eq!(sandbox.monoova().transactions().len(), made);
        assert_eq!(sandbox.monoova().replays(), 1);
    }
}

#[tokio::test]
async fn a_write_that_takes_its_time_is_answered_when_it_is_done() {
    let (sandbox, clock) = timed_with(Options {
        retry_after: Some(1),
        ..Options::default()
    })
    .await;
    let took = Duration::from_secs(3600);
    sandbox.monoova().hold_next_write_for(took);
    let client = client(&sandbox);
    let order = order_at(&sandbox, "100.00");
    let calling = tokio::spawn(async move {
        let deal = client.create_transaction(&order).await;
        deal.map(|deal| deal.id())
    });
    soon(sandbox.monoova().wait_for_held(1)).await;
    clock.advance(took);
    soon(calling).await.unwrap().unwrap();
    assert_eq!(sandbox.monoova().transactions().len(), 1);
    assert_eq!(sandbox.monoova().replays(), 0);
}
