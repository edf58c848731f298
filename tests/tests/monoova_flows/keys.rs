//! Idempotency keys: one for each write, the same over all of its tries, and another one for the next.

use std::collections::BTreeSet;

use florin::core::http::Method;
use florin::core::{Effect, IdempotencyKey};
use florin::monoova::operations;
use florin_tests::in_memory::Says;
use serde_json::json;

use super::{
    answering, bank, beneficiary, client, count_made, in_turn, keys, office, order, payment,
    sub_customer, transaction,
};

fn named(key: &str) -> IdempotencyKey {
    key.parse().unwrap()
}

#[test]
fn every_operation_that_changes_something_takes_a_key_and_no_other() {
    for operation in operations::ALL {
        let writes = [Method::POST, Method::PUT, Method::PATCH].contains(operation.method());
        let takes_one = operation.idempotency_header().is_some();
        let expected = writes && operation.id() != super::TOKEN_CALL;
        assert_eq!(takes_one, expected, "{}", operation.id());
        if expected {
            assert_eq!(operation.idempotency_header(), Some("Idempotency-Key"));
            assert!(operation.replays_answers(), "{}", operation.id());
            let in_progress = operation.in_progress_status().map(|status| status.as_u16());
            assert_eq!(in_progress, Some(409), "{}", operation.id());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn every_write_carries_a_uuid_of_its_own_and_no_reading_carries_any() {
    let provider = answering(json!({
        "transaction": {"id": 7}, "beneficiary": {"id": 1}, "sub_customer": {"id": 1},
        "countries": [], "transactions": [],
    }));
    let client = client(&provider);
    let deal = client.create_transaction(&order("1.00")).await.unwrap();
    let _ = deal.update([payment("1.00")]).await.unwrap();
    let _ = deal.confirm().await.unwrap();
    let _ = deal.allocate().await.unwrap();
    client.create_beneficiary(&beneficiary()).await.unwrap();
    client.create_sub_customer(&sub_customer()).await.unwrap();
    client
        .api()
        .confirm_transaction()
        .id(7)
        .send()
        .await
        .unwrap();
    deal.read().await.unwrap();
    client.countries().page(1).await.unwrap();
    client.transactions().page(1).await.unwrap();
    let mut seen = BTreeSet::new();
    for (operation, count) in [
        ("create_transaction", 1),
        ("update_transaction", 1),
        ("confirm_transaction", 2),
        ("confirm_transaction_payments", 1),
        ("create_beneficiary", 1),
        ("create_sub_customer", 1),
    ] {
        let keys = keys(&provider, operation);
        assert_eq!(keys.len(), count, "{operation}");
        for key in keys {
            assert_eq!((key.len(), &key[14..15]), (36, "4"), "{key} is no v4 UUID");
            assert!(seen.insert(key), "{operation} has another one's key");
        }
    }
    for operation in ["get_transaction", "list_countries", "list_transactions"] {
        let asked = &provider.asked(operation)[0];
        assert!(
            !asked.headers.contains_key("idempotency-key"),
            "{operation}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn one_write_has_one_key_however_often_it_is_sent() {
    let provider = in_turn(vec![
        Says::Silence,
        Says::Text(503, "<html>busy"),
        Says::No(409, json!({})),
        Says::No(429, json!({})),
        Says::Yes(transaction(7, "created")),
    ]);
    let client = client(&provider);
    let deal = client.create_transaction(&order("1.00")).await.unwrap();
    assert_eq!(deal.id(), 7);
    let keys: BTreeSet<_> = keys(&provider, "create_transaction").into_iter().collect();
    assert_eq!(provider.asked("create_transaction").len(), 5);
    assert_eq!(keys.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_same_order_twice_is_two_transactions() {
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    let client = client(&provider);
    let one = client.create_transaction(&order("1.00")).await.unwrap();
    let two = client.create_transaction(&order("1.00")).await.unwrap();
    assert_ne!(one.id(), two.id());
    assert_eq!(count_made(&made), 2);
}

#[tokio::test(start_paused = true)]
async fn a_key_of_ones_own_goes_out_to_the_letter_and_comes_back_with_the_error() {
    let provider = in_turn(vec![
        Says::Yes(transaction(7, "created")),
        Says::No(422, json!({"errors": {"transaction": ["no"]}})),
    ]);
    let client = client(&provider);
    let write = client.create_transaction(&order("1.00"));
    let _ = write.key(named("order/4711~a")).await.unwrap();
    let error = client.deal(7).confirm().key(named("order/4711~b")).await;
    let error = error.unwrap_err();
    assert_eq!(error.idempotency_key(), Some(&named("order/4711~b")));
    assert!(
        !format!("{error:#} {error:?}").contains("4711"),
        "{error:?}"
    );
    assert_eq!(keys(&provider, "create_transaction"), ["order/4711~a"]);
    assert_eq!(keys(&provider, "confirm_transaction"), ["order/4711~b"]);
}

#[tokio::test(start_paused = true)]
async fn what_can_be_no_key_never_gets_as_far_as_a_request() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    let long = "k".repeat(256);
    for text in ["", " ", "a b", "a\r\nx: 1", "schlüssel", long.as_str()] {
        assert!(IdempotencyKey::new(text).is_err(), "{text}");
        let call = client.api().confirm_transaction().id(7);
        let error = call.idempotency_key(text).send().await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert!(error.to_string().contains("idempotency"), "{error}");
        let session = client.api().session();
        let mut request = session.request(&operations::CONFIRM_TRANSACTION);
        request.path("id", &7).header("idempotency-key", &text);
        let set_by_hand = request.send_json::<serde_json::Value, serde_json::Value>();
        assert!(
            set_by_hand.await.unwrap_err().is_invalid_request(),
            "{text}"
        );
    }
    assert!(provider.asked("confirm_transaction").is_empty());
    let call = client.api().confirm_transaction().id(7);
    call.idempotency_key("k".repeat(255)).send().await.unwrap();
    assert_eq!(keys(&provider, "confirm_transaction"), ["k".repeat(255)]);
}

#[tokio::test(start_paused = true)]
async fn the_key_of_an_error_in_doubt_asks_for_the_first_answer_and_not_for_a_second_payment() {
    let down = std::sync::atomic::AtomicBool::new(true);
    let down = std::sync::Arc::new(down);
    let is_down = std::sync::Arc::clone(&down);
    let (provider, made) =
        bank(
            move |_, answer| match is_down.load(std::sync::atomic::Ordering::SeqCst) {
                true => Says::Silence,
                false => Says::Yes(answer),
            },
        );
    let client = client(&provider);
    let error = client.create_transaction(&order("1.00")).await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let key = error.idempotency_key().unwrap().clone();
    down.store(false, std::sync::atomic::Ordering::SeqCst);
    let again = client.create_transaction(&order("1.00")).key(key.clone());
    assert_eq!(again.await.unwrap().id(), 7001);
    assert_eq!(count_made(&made), 1);
    // Another process, which has the key from a file of its own.
    let restarted = office(&provider).user_id(42).build().unwrap();
    let again = restarted.create_transaction(&order("1.00")).key(key);
    assert_eq!(again.await.unwrap().id(), 7001);
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn two_tasks_with_one_key_and_one_order_get_one_transaction() {
    let (provider, made) = bank(|_, answer| Says::Yes(answer));
    let client = client(&provider);
    let order = order("1.00");
    let create = || client.create_transaction(&order).key(named("mine"));
    let (one, two) = tokio::join!(create(), create());
    assert_eq!(one.unwrap().id(), two.unwrap().id());
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_and_no_key_is_spent_until_a_write_is_awaited() {
    let provider = answering(transaction(7, "created"));
    let client = client(&provider);
    drop(client.deal(7).confirm());
    drop(client.create_transaction(&order("1.00")).key(named("mine")));
    assert!(provider.asked("confirm_transaction").is_empty());
    let other = client.create_transaction(&order("2.00")).key(named("mine"));
    let _ = other.await.unwrap();
}
