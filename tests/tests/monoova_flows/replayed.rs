//! What the provider keeps under a key it says again, a 500 too: asked for once, and the error warns of a second payment.

use florin::core::Effect;
use florin_tests::in_memory::Says;
use serde_json::json;

use super::{bank, client, count_made, in_turn, keys, order, payment, transaction};

#[tokio::test(start_paused = true)]
async fn a_500_is_one_request_and_a_warning() {
    for body in ["", "<html>Internal", r#"{"errors":{"base":["c4nary"]}}"#] {
        let (provider, made) = bank(move |_, _| Says::Text(500, body));
        let client = client(&provider);
        let error = client.create_transaction(&order("1.00")).await.unwrap_err();
        assert_eq!(provider.asked("create_transaction").len(), 1);
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(error.status().unwrap().as_u16(), 500);
        assert_eq!(error.raw_body().unwrap().as_ref(), body.as_bytes());
        assert!(!error.is_retryable(), "{error}");
        let told = error.to_string();
        for word in ["same idempotency key", "a new key", "second", "look first"] {
            assert!(told.contains(word), "{told} lacks {word}");
        }
        assert!(!told.contains("c4nary"), "{told}");
        let key = error.idempotency_key().unwrap();
        assert!(made.lock().unwrap().contains_key(key.as_str()));
    }
}

#[tokio::test(start_paused = true)]
async fn every_write_is_treated_so() {
    let provider = in_turn(vec![Says::No(500, json!({}))]);
    let client = client(&provider);
    let deal = client.deal(7);
    let errors = [
        client.create_transaction(&order("1.00")).await.map(drop),
        deal.update([payment("1.00")]).await.map(drop),
        deal.confirm().await.map(drop),
        deal.allocate().await.map(drop),
        client
            .create_beneficiary(&super::beneficiary())
            .await
            .map(drop),
        client
            .create_sub_customer(&super::sub_customer())
            .await
            .map(drop),
        client
            .api()
            .confirm_transaction()
            .id(8)
            .send()
            .await
            .map(drop),
    ];
    for outcome in errors {
        let error = outcome.unwrap_err();
        assert!(error.to_string().contains("a new key"), "{error}");
        assert_eq!(error.attempts(), 1, "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn asking_again_under_its_key_brings_the_same_500_and_no_second_payment() {
    let (provider, made) = bank(|_, _| Says::No(500, json!({})));
    let client = client(&provider);
    let error = client.create_transaction(&order("1.00")).await.unwrap_err();
    let key = error.idempotency_key().unwrap().clone();
    for sent in 2..5 {
        let again = client.create_transaction(&order("1.00")).key(key.clone());
        let error = again.await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 500);
        assert_eq!(provider.asked("create_transaction").len(), sent);
    }
    assert_eq!(count_made(&made), 1);
}

#[tokio::test(start_paused = true)]
async fn what_a_gateway_says_is_asked_again_under_the_same_key() {
    for status in [502, 503, 504] {
        let provider = in_turn(vec![
            Says::Text(status, "<html><body>Bad gateway</body></html>"),
            Says::Yes(transaction(7, "pending_payment")),
        ]);
        let _ = client(&provider).deal(7).confirm().await.unwrap();
        let keys = keys(&provider, "confirm_transaction");
        assert_eq!((keys.len(), &keys[0]), (2, &keys[1]), "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_500_after_a_lost_answer_ends_it() {
    let provider = in_turn(vec![
        Says::Silence,
        Says::No(500, json!({})),
        Says::Yes(transaction(7, "pending_payment")),
    ]);
    let error = client(&provider).deal(7).confirm().await.unwrap_err();
    assert_eq!(provider.asked("confirm_transaction").len(), 2);
    assert_eq!(error.effect(), Effect::MaybeApplied);
}

#[tokio::test(start_paused = true)]
async fn a_reading_has_no_key_and_is_repeated_after_a_500() {
    let provider = in_turn(vec![
        Says::No(500, json!({})),
        Says::Yes(transaction(7, "open")),
    ]);
    client(&provider).deal(7).read().await.unwrap();
    assert_eq!(provider.asked("get_transaction").len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_is_not_repeated_and_leaves_no_doubt() {
    for status in [400, 403, 404, 422] {
        let provider = in_turn(vec![Says::No(
            status,
            json!({"errors": {"transaction": ["no"]}}),
        )]);
        let error = client(&provider).deal(7).confirm().await.unwrap_err();
        assert_eq!(error.effect(), Effect::Answered, "{status}");
        assert_eq!(provider.asked("confirm_transaction").len(), 1, "{status}");
    }
}
