//! 409 says that the first request under the key is still being processed: waited for, with the same key, and for so long
//! as the call may take.

use std::time::Duration;

use florin::RetryPolicy;
use florin::core::{Effect, Limits};
use florin_tests::in_memory::{InMemory, Says};
use serde_json::json;
use tokio::time::Instant;

use super::{bank, client, count_made, in_turn, keys, office, order, transaction};

/// Answers 409 this often, and then with what was made at first.
fn busy(times: usize) -> (InMemory, super::Made) {
    let left = std::sync::atomic::AtomicUsize::new(times);
    bank(move |_, answer| {
        let is_busy = left.fetch_update(
            std::sync::atomic::Ordering::SeqCst,
            std::sync::atomic::Ordering::SeqCst,
            |left| left.checked_sub(1),
        );
        match is_busy {
            Ok(_) => Says::No(
                409,
                json!({"errors": {"transaction": ["is being processed"]}}),
            ),
            Err(_) => Says::Yes(answer),
        }
    })
}

#[tokio::test(start_paused = true)]
async fn it_is_waited_for_and_the_first_result_comes() {
    for times in [1, 3, 8] {
        let (provider, made) = busy(times);
        let deal = client(&provider).create_transaction(&order("1.00")).await;
        assert_eq!(deal.unwrap().id(), 7001, "{times}");
        assert_eq!(count_made(&made), 1);
        let keys = keys(&provider, "create_transaction");
        assert_eq!(
            keys.len(),
            times + 1,
            "more often than a failure is repeated"
        );
        assert!(keys.iter().all(|key| *key == keys[0]));
    }
}

#[tokio::test(start_paused = true)]
async fn the_pauses_grow() {
    let (provider, _) = busy(8);
    let _ = client(&provider)
        .create_transaction(&order("1.00"))
        .await
        .unwrap();
    let asked = provider.asked("create_transaction");
    let pauses: Vec<_> = asked
        .windows(2)
        .map(|pair| pair[1].at - pair[0].at)
        .collect();
    let (early, late) = pauses.split_at(4);
    let sum = |pauses: &[Duration]| pauses.iter().sum::<Duration>();
    assert!(sum(late) > 2 * sum(early), "{pauses:?}");
}

#[tokio::test(start_paused = true)]
async fn the_provider_may_say_how_long() {
    let provider = in_turn(vec![
        Says::Wait(409, 20, "{}"),
        Says::Yes(transaction(7, "pending_payment")),
    ]);
    let began = Instant::now();
    let _ = client(&provider).deal(7).confirm().await.unwrap();
    let took = began.elapsed().as_secs();
    assert!((20..25).contains(&took), "{took}");
}

#[tokio::test(start_paused = true)]
async fn for_good_it_is_an_error_that_says_so_and_leaves_the_key() {
    let (provider, made) = busy(usize::MAX);
    let limit = Duration::from_secs(40);
    let client = office(&provider)
        .user_id(42)
        .limits(Limits::default().total(limit))
        .build()
        .unwrap();
    let began = Instant::now();
    let error = client.create_transaction(&order("1.00")).await.unwrap_err();
    assert!(began.elapsed() <= limit, "{:?}", began.elapsed());
    assert!(began.elapsed() > limit / 4, "{:?}", began.elapsed());
    assert!(error.is_in_progress() && error.is_conflict(), "{error:#}");
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(error.status().unwrap().as_u16(), 409);
    assert!(
        error.to_string().contains("same idempotency key"),
        "{error}"
    );
    let key = error.idempotency_key().unwrap();
    assert_eq!(made.lock().unwrap().get(key.as_str()), Some(&7001));
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn who_wants_no_repetition_gets_none() {
    let (provider, _) = busy(1);
    let client = office(&provider)
        .user_id(42)
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let error = client.create_transaction(&order("1.00")).await.unwrap_err();
    assert!(error.is_in_progress(), "{error:#}");
    assert_eq!(provider.asked("create_transaction").len(), 1);
    let key = error.idempotency_key().unwrap().clone();
    let again = client.create_transaction(&order("1.00")).key(key);
    assert_eq!(again.await.unwrap().id(), 7001);
}

#[tokio::test(start_paused = true)]
async fn a_failure_while_waiting_is_a_try_like_any_other() {
    let busy = || Says::No(409, json!({}));
    let down = || Says::Text(503, "");
    let provider = in_turn(vec![
        busy(),
        busy(),
        busy(),
        busy(),
        down(),
        busy(),
        down(),
        busy(),
        Says::Yes(transaction(7, "pending_payment")),
    ]);
    let _ = client(&provider).deal(7).confirm().await.unwrap();
    let keys = keys(&provider, "confirm_transaction");
    assert_eq!(keys.len(), 9);
    assert!(keys.iter().all(|key| *key == keys[0]));
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_waiting_is_one_and_leaves_the_doubt() {
    let provider = in_turn(vec![
        Says::No(409, json!({})),
        Says::No(422, json!({"errors": {"transaction": ["has expired"]}})),
    ]);
    let error = client(&provider).deal(7).confirm().await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 422);
    assert!(!error.is_in_progress());
    assert!(error.body().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_reading_has_nothing_in_progress() {
    let provider = in_turn(vec![Says::No(409, json!({}))]);
    let error = client(&provider).deal(7).read().await.unwrap_err();
    assert!(error.is_conflict() && !error.is_in_progress(), "{error:#}");
    assert_eq!(provider.asked("get_transaction").len(), 1);
}
