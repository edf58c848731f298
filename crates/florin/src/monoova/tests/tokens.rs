//! Tokens: where they are asked for, how long they are used, and whose they are.

use std::time::Duration;

use florin_core::{MemoryStore, StaticToken};

use super::*;
use crate::monoova::Access;

const COUNTRIES: &str = r#"{"countries":[]}"#;

#[tokio::test(start_paused = true)]
async fn tokens_come_from_the_token_url_and_not_from_the_api() {
    let network = answering(200, COUNTRIES);
    let client = office(&network).build().unwrap();
    client.api().list_countries().send().await.unwrap();
    client.api().list_countries().send().await.unwrap();
    let sent = network.sent();
    assert_eq!(sent.len(), 3);
    assert_eq!(sent[0].url, TOKEN_URL);
    assert_eq!(sent[0].authorization, None);
    assert!(sent[0].body.contains("scope=back_office"));
    assert_eq!(
        sent[1].url,
        "https://sand-api.monoova.com/global/v1/countries"
    );
    assert_eq!(sent[2].authorization.as_deref(), Some("Bearer t1"));
}

#[tokio::test(start_paused = true)]
async fn a_token_without_a_lifetime_is_renewed_within_a_day() {
    let network = answering(200, COUNTRIES);
    let client = office(&network).build().unwrap();
    client.api().list_countries().send().await.unwrap();
    tokio::time::advance(Duration::from_secs(12 * 3600)).await;
    client.api().list_countries().send().await.unwrap();
    tokio::time::advance(Duration::from_secs(12 * 3600)).await;
    client.api().list_countries().send().await.unwrap();
    let last = network.sent().pop().unwrap();
    assert_eq!(last.authorization.as_deref(), Some("Bearer t2"));
}

#[tokio::test(start_paused = true)]
async fn the_generated_token_call_goes_to_the_token_url_as_well() {
    let network = answering(200, COUNTRIES);
    let client = office(&network).build().unwrap();
    let request = crate::monoova::types::TokenRequest::builder().grant_type("client_credentials");
    client
        .api()
        .create_access_token()
        .body(request)
        .send()
        .await
        .unwrap();
    assert_eq!(network.sent()[0].url, TOKEN_URL);
}

#[tokio::test(start_paused = true)]
async fn a_token_got_elsewhere_needs_no_token_url() {
    let network = Scripted::default();
    network.answer(200, COUNTRIES);
    let client = Client::builder()
        .environment(Environment::Sandbox)
        .authorized(Access::ClientWebsite, StaticToken::new("mine"))
        .transport(network.transport())
        .build()
        .unwrap();
    client.api().list_countries().send().await.unwrap();
    let sent = network.sent().remove(0);
    assert_eq!(sent.authorization.as_deref(), Some("Bearer mine"));
}

#[tokio::test(start_paused = true)]
async fn users_are_kept_apart_in_a_shared_store() {
    let network = answering(200, COUNTRIES);
    let store = MemoryStore::default();
    let of = |name: &str| {
        builder(&network)
            .credentials(Credentials::client_website("app", "s3cret", name, "p4ss"))
            .token_store(store.clone())
            .build()
            .unwrap()
    };
    for name in ["jane", "jane", "john"] {
        of(name).api().list_countries().send().await.unwrap();
    }
    let tokens = network.sent().len() - calls(&network).len();
    assert_eq!(tokens, 2);
}

#[tokio::test(start_paused = true)]
async fn a_write_whose_token_is_refused_goes_once_more_with_another_under_the_same_key() {
    let network = with_tokens(|sent| match sent.authorization.as_deref() {
        Some("Bearer t2") => (200, CREATED.to_owned()),
        _ => (401, "{}".to_owned()),
    });
    let deal = client(&network).create_transaction(&order("1.00")).await;
    assert_eq!(deal.unwrap().id(), 7001);
    let sent = calls(&network);
    assert_eq!(sent.len(), 2);
    assert!(sent[0].key.is_some());
    assert_eq!(sent[0].key, sent[1].key);
}
