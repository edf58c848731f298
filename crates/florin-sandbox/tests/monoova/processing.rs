//! A request that is still being processed: 409 for whoever repeats its key.

use std::time::Duration;

use florin_sandbox::monoova::Options;

use crate::desk::{answer, desk, desk_with, fields, order};

const STEP: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_repetition_gets_409_until_the_first_one_is_let_go() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.hold_next_write();
    let first = tokio::spawn(answer(desk.keyed("k-1", &order(monoova))));
    monoova.wait_for_held(1).await;
    let (status, body) = answer(desk.keyed("k-1", &order(monoova))).await;
    assert_eq!((status, fields(&body)), (409, vec!["base".to_owned()]));
    assert_eq!(monoova.keys()[0].status, None);
    let (status, _) = answer(desk.keyed("k-2", &order(monoova))).await;
    assert_eq!(status, 200, "another key is not held");
    monoova.release_writes();
    let first = first.await.unwrap();
    assert_eq!(first.0, 200);
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await, first);
    let key = &monoova.keys()[0];
    assert_eq!((key.in_progress, key.replays), (1, 1));
    assert_eq!(monoova.transactions().len(), 2);
}

#[tokio::test]
async fn a_write_takes_as_long_as_the_option_says() {
    let (sandbox, clock, desk) = desk_with(Options {
        write_takes: STEP,
        retry_after: Some(3),
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let first = tokio::spawn(answer(desk.keyed("k-1", &order(monoova))));
    monoova.wait_for_held(1).await;
    assert_eq!(monoova.transactions().len(), 1, "its effect is there");
    clock.advance(STEP - Duration::from_millis(1));
    let busy = desk.keyed("k-1", &order(monoova)).send().await.unwrap();
    assert_eq!(busy.status(), 409);
    assert_eq!(busy.headers()["retry-after"], "3");
    assert!(!first.is_finished());
    clock.advance(Duration::from_millis(1));
    assert_eq!(first.await.unwrap().0, 200);
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 200);
}

#[tokio::test]
async fn a_client_that_has_gone_leaves_its_request_behind() {
    let (sandbox, clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.hold_next_write_for(STEP);
    let first = tokio::spawn(answer(desk.keyed("k-1", &order(monoova))));
    monoova.wait_for_held(1).await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 409);
    clock.advance(STEP);
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 200);
    assert_eq!(monoova.transactions().len(), 1);
}

#[tokio::test]
async fn a_failure_may_take_its_time_too() {
    let (sandbox, clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.hold_next_write_for(STEP);
    monoova.fail_next_write_with_500(true);
    let first = tokio::spawn(answer(desk.keyed("k-1", &order(monoova))));
    monoova.wait_for_held(1).await;
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 409);
    clock.advance(STEP);
    assert_eq!(first.await.unwrap().0, 500);
    assert_eq!(answer(desk.keyed("k-1", &order(monoova))).await.0, 500);
}
