//! One write, one key, however often it is sent.

use florin_core::{Effect, IdempotencyKey};

use super::*;

fn key(text: &str) -> IdempotencyKey {
    text.parse().unwrap()
}

/// The keys that went out, in order.
fn keys(network: &Scripted) -> Vec<String> {
    let keys = calls(network).into_iter().map(|sent| sent.key);
    keys.map(|key| key.expect("a write without a key"))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn each_write_has_a_key_of_its_own_and_keeps_it_over_its_tries() {
    let network = in_turn(&[(503, ""), (409, "{}"), (0, ""), (200, CREATED)]);
    let client = office(&network).user_id(42).build().unwrap();
    let deal = client.create_transaction(&order("1.00")).await.unwrap();
    let _ = deal.confirm().await.unwrap();
    let keys = keys(&network);
    assert_eq!(keys.len(), 5);
    assert!(keys[..4].iter().all(|key| *key == keys[0]), "{keys:?}");
    assert_ne!(keys[4], keys[0]);
    assert_eq!(keys[0].len(), 36);
}

#[tokio::test(start_paused = true)]
async fn a_write_is_sent_under_the_callers_key_and_again_under_the_errors() {
    let network = in_turn(&[(502, ""), (200, CREATED), (504, ""), (200, CREATED)]);
    let client = client(&network);
    let create = || client.create_transaction(&order("1.00"));
    let error = create().key(key("mine")).await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied);
    assert_eq!(error.idempotency_key(), Some(&key("mine")));
    let _ = create().key(key("mine")).await.unwrap();
    let error = create().await.unwrap_err();
    let random = error.idempotency_key().unwrap().clone();
    let _ = create().key(random.clone()).await.unwrap();
    assert_eq!(
        keys(&network),
        ["mine", "mine", random.as_str(), random.as_str()]
    );
}

#[tokio::test(start_paused = true)]
async fn a_key_goes_with_one_request_for_good() {
    let network = answering(200, CREATED);
    let client = client(&network);
    let create = |amount| client.create_transaction(&order(amount)).key(key("mine"));
    let _ = create("1.00").await.unwrap();
    let error = create("2.00").await.unwrap_err();
    assert!(error.is_invalid_request() && error.effect() == Effect::NotSent);
    let error = client.deal(7001).confirm().key(key("mine")).await;
    assert!(error.unwrap_err().is_invalid_request());
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_key_of_another_process_is_in_doubt_and_refused_a_day_after_it_was_sent() {
    let network = answering(422, REFUSED);
    let client = client(&network);
    let ago = |hours| now() - chrono::TimeDelta::hours(hours);
    let create = |amount, name, hours| {
        let write = client.create_transaction(&order(amount));
        write.key_since(key(name), ago(hours))
    };
    // What it did then isn't known.
    let error = create("1.00", "young", 22).await.unwrap_err();
    assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
    assert_eq!(calls(&network).len(), 1);
    let error = create("2.00", "old", 23).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert_eq!(error.effect(), Effect::MaybeApplied, "{error}");
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn clients_that_share_a_memory_use_no_key_for_two_requests() {
    let network = answering(200, CREATED);
    let keys = florin_core::KeyMemory::default();
    let [one, other] = [(), ()].map(|()| {
        let builder = office(&network).user_id(42).key_memory(keys.clone());
        builder.build().unwrap()
    });
    let write = one.create_transaction(&order("1.00")).key(key("mine"));
    let _ = write.await.unwrap();
    let write = other.create_transaction(&order("2.00")).key(key("mine"));
    assert!(write.await.unwrap_err().is_invalid_request());
    assert_eq!(calls(&network).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_replayed_500_is_not_asked_for_again_and_the_error_warns_of_a_second_payment() {
    let network = answering(500, "<html>");
    let client = office(&network).user_id(42).build().unwrap();
    let error = client.create_transaction(&order("1.00")).await.unwrap_err();
    assert_eq!(calls(&network).len(), 1);
    assert_eq!(error.effect(), Effect::MaybeApplied);
    let told = error.to_string();
    assert!(
        told.contains("new key") && told.contains("look first"),
        "{told}"
    );
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_until_a_write_is_awaited() {
    let network = answering(200, CREATED);
    let client = client(&network);
    drop(client.deal(1).confirm());
    let write = client.create_transaction(&order("1.00"));
    assert!(network.sent().is_empty());
    let task = tokio::spawn(async move { write.await.map(|deal| deal.id()) });
    assert_eq!(task.await.unwrap().unwrap(), 7001);
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_read_with_its_envelope_or_without_and_refused_where_it_is_neither() {
    for answer in [
        CREATED,
        r#"{"id":7001,"status":"created"}"#,
        r#"{"transaction":{"id":"7001"},"id":1}"#,
        r#"{"transaction":null,"id":7001}"#,
    ] {
        let network = answering(200, answer);
        let deal = client(&network).create_transaction(&order("1.00")).await;
        assert_eq!(deal.unwrap().id(), 7001, "{answer}");
    }
    for answer in [
        "{}",
        r#"{"transaction":{}}"#,
        r#"{"transaction":{"status":"created"},"id":7001}"#,
        r#"{"id":null}"#,
        r#"{"id":"x"}"#,
        r#"{"errors":{"transaction":["is c4nary"]}}"#,
    ] {
        let network = answering(200, answer);
        let error = client(&network)
            .create_transaction(&order("1.00"))
            .await
            .unwrap_err();
        assert!(error.is_decode(), "{answer} {error}");
        assert_eq!(error.effect(), Effect::MaybeApplied, "{answer}");
        assert!(error.idempotency_key().is_some(), "{answer}");
        assert_eq!(error.raw_body().unwrap().as_ref(), answer.as_bytes());
        assert!(!format!("{error:#} {error:?}").contains("c4nary"));
    }
}
