//! What happens by the clock.

use std::time::Duration;

use florin_sandbox::monoova::Options;

use crate::desk::{desk_with, order};

const STEP: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_confirmation_may_take_its_time_and_says_created_meanwhile() {
    let (sandbox, clock, desk) = desk_with(Options {
        confirm_after: STEP,
        allocate_after: STEP,
        quote_lifetime: STEP / 2,
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let id = desk.create(&order(monoova)).await;
    let path = format!("/transactions/{id}");
    let (_, body) = desk.put(&format!("{path}/confirm")).await;
    assert_eq!(body["transaction"]["status"], "created");
    let (status, _) = desk.put(&format!("{path}/confirm")).await;
    assert_eq!(status, 422, "it is on its way");
    clock.advance(STEP - Duration::from_millis(1));
    let status = || monoova.transaction(id).unwrap().status;
    assert_eq!(
        status(),
        "created",
        "a quote that is confirmed doesn't run out"
    );
    clock.advance(Duration::from_millis(1));
    assert_eq!(status(), "pending_payment");
    let (_, body) = desk.put(&format!("{path}/confirm_payments")).await;
    assert_eq!(body["transaction"]["status"], "pending_payment");
    clock.advance(STEP);
    assert_eq!(status(), "open");
}

#[tokio::test]
async fn an_open_transaction_is_settled_in_two_halves() {
    let (sandbox, clock, desk) = desk_with(Options {
        settle_after: Some(STEP),
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let id = desk.open_deal(monoova).await;
    let state = || {
        let made = monoova.transaction(id).unwrap();
        (made.status, made.paid_in)
    };
    assert_eq!(state(), ("open".to_owned(), "0.00".to_owned()));
    clock.advance(STEP);
    assert_eq!(
        state(),
        ("partially_settled".to_owned(), "1895.00".to_owned())
    );
    clock.advance(STEP);
    assert_eq!(state(), ("settled".to_owned(), "3790.01".to_owned()));
}

#[tokio::test]
async fn all_steps_that_are_due_are_taken_at_one_look_and_at_their_own_time() {
    let (sandbox, clock, desk) = desk_with(Options {
        allocate_after: STEP,
        settle_after: Some(STEP),
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let id = desk.open_deal(monoova).await;
    clock.advance(STEP * 10);
    let (_, body) = desk.get(&format!("/transactions/{id}")).await;
    assert_eq!(body["transaction"]["status"], "settled");
    assert_eq!(
        body["transaction"]["updated_date"],
        "2026-11-02T19:00:30+11:00"
    );
}

#[tokio::test]
async fn a_state_that_a_test_sets_stays() {
    let (sandbox, clock, desk) = desk_with(Options {
        settle_after: Some(STEP),
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let id = desk.open_deal(monoova).await;
    for status in ["partially_settled", "on_hold"] {
        monoova.set_status(id, status);
        clock.advance(STEP * 10);
        assert_eq!(monoova.transaction(id).unwrap().status, status);
    }
}
