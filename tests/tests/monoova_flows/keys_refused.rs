//! Keys that would make a payment vanish or happen twice: refused before anything is sent.

use std::time::Duration;

use chrono::TimeDelta;
use florin::core::{Effect, IdempotencyKey};
use florin::monoova::Error;
use florin_tests::in_memory::Says;
use serde_json::json;

use super::{answering, bank, client, count_made, in_turn, order, payment, start, transaction};

fn named(key: &str) -> IdempotencyKey {
    key.parse().unwrap()
}

/// Nothing was sent. Whether an earlier call under the key has done something is another question.
fn refused(error: &Error) {
    assert!(error.is_invalid_request(), "{error:#}");
    assert_eq!(error.attempts(), 0, "{error:#}");
    let told = format!("{error:#} {error:?}");
    assert!(!told.contains("mine-4711"), "{told}");
}

#[tokio::test(start_paused = true)]
async fn a_key_goes_with_one_request_whatever_differs_in_the_other() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    let first = client.create_transaction(&order("1.00"));
    let _ = first.key(named("mine-4711")).await.unwrap();
    let other_user = client.for_user(43).unwrap();
    let deal = client.deal(7);
    let api = client.api();
    let body = json!({"transaction": {"payments": []}});
    let body: florin::monoova::types::CreateTransactionRequest =
        serde_json::from_value(body).unwrap();
    let key = || named("mine-4711");
    let errors = [
        client
            .create_transaction(&order("1.01"))
            .key(key())
            .await
            .map(drop),
        client
            .create_transaction(&order("1.0"))
            .key(key())
            .await
            .map(drop),
        other_user
            .create_transaction(&order("1.00"))
            .key(key())
            .await
            .map(drop),
        deal.confirm().key(key()).await.map(drop),
        deal.allocate().key(key()).await.map(drop),
        deal.update([payment("1.00")]).key(key()).await.map(drop),
        api.create_transaction()
            .body(body)
            .idempotency_key(key())
            .send()
            .await
            .map(drop),
        api.confirm_transaction()
            .id(7)
            .idempotency_key(key())
            .send()
            .await
            .map(drop),
    ];
    for (at, outcome) in errors.into_iter().enumerate() {
        let error = outcome.expect_err(&at.to_string());
        refused(&error);
    }
    let sent = provider.asked("create_transaction").len();
    assert_eq!(sent, 1);
    for operation in ["confirm_transaction", "confirm_transaction_payments"] {
        assert!(provider.asked(operation).is_empty(), "{operation}");
    }
    // The same again goes through, from a clone and through the generated client too.
    let again = client.clone().create_transaction(&order("1.00"));
    let _ = again.key(key()).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn confirming_another_deal_is_another_request() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    let _ = client
        .deal(7)
        .confirm()
        .key(named("mine-4711"))
        .await
        .unwrap();
    let error = client
        .deal(8)
        .confirm()
        .key(named("mine-4711"))
        .await
        .unwrap_err();
    refused(&error);
    assert_eq!(provider.asked("confirm_transaction").len(), 1);
}

#[tokio::test(start_paused = true)]
async fn of_two_orders_at_once_under_one_key_one_is_refused() {
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    let client = client(&provider);
    let (one, two) = (order("1.00"), order("2.00"));
    let create = |order| client.create_transaction(order).key(named("mine-4711"));
    let (one, two) = tokio::join!(create(&one), create(&two));
    assert!(one.is_ok());
    refused(&two.unwrap_err());
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn a_key_stays_taken_when_its_request_was_refused_or_lost() {
    for first in [
        Says::No(422, json!({"errors": {"transaction": ["no"]}})),
        Says::Silence,
        Says::No(500, json!({})),
    ] {
        let provider = in_turn(vec![first]);
        let client = client(&provider);
        let first = client.create_transaction(&order("1.00"));
        first.key(named("mine-4711")).await.unwrap_err();
        let sent = provider.asked("create_transaction").len();
        let corrected = client.create_transaction(&order("2.00"));
        refused(&corrected.key(named("mine-4711")).await.unwrap_err());
        assert_eq!(provider.asked("create_transaction").len(), sent);
    }
}

#[tokio::test(start_paused = true)]
async fn a_key_that_the_provider_may_have_forgotten_is_refused_and_it_is_said_what_to_do() {
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    let client = client(&provider);
    let create = || {
        client
            .create_transaction(&order("1.00"))
            .key(named("mine-4711"))
    };
    let _ = create().await.unwrap();
    tokio::time::advance(Duration::from_secs(23 * 3600 - 60)).await;
    let _ = create().await.unwrap();
    tokio::time::advance(Duration::from_secs(60)).await;
    let error = create().await.unwrap_err();
    refused(&error);
    let told = error.to_string();
    assert!(
        told.contains("23 hours") && told.contains("look whether"),
        "{told}"
    );
    assert_eq!(error.effect(), Effect::MaybeApplied, "by the earlier calls");
    assert_eq!(count_made(&made), 1);
    assert_eq!(provider.asked("create_transaction").len(), 2);
}

#[tokio::test(start_paused = true)]
async fn how_old_a_key_is_counts_from_the_first_time_and_not_from_the_last() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    let confirm = || client.deal(7).confirm().key(named("mine-4711"));
    for _ in 0..23 {
        let _ = confirm().await.unwrap();
        tokio::time::advance(Duration::from_secs(3600)).await;
    }
    refused(&confirm().await.unwrap_err());
    assert_eq!(provider.asked("confirm_transaction").len(), 23);
}

#[tokio::test(start_paused = true)]
async fn a_key_from_a_file_of_ones_own_is_as_old_as_it_is_said_to_be() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    for (hours, goes) in [(1, true), (22, true), (23, false), (48, false), (-2, false)] {
        let key = named(&format!("mine-{hours}"));
        let mut request = client
            .api()
            .session()
            .request(&florin::monoova::operations::CONFIRM_TRANSACTION);
        request.path("id", &7);
        request.idempotency_key_since(&key, start() - TimeDelta::hours(hours));
        let sent = request.send_json::<serde_json::Value, serde_json::Value>();
        assert_eq!(sent.await.is_ok(), goes, "{hours}");
    }
    assert_eq!(provider.asked("confirm_transaction").len(), 2);
}
