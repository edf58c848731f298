//! Tokens: where they are asked for and how, how long they are used, and whose they are.

use std::time::Duration;

use florin_core::MemoryStore;

use super::*;
use crate::tradevest::TokenEndpoint;

async fn call(client: &Client) {
    client.api().get_webhooks().send().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn tokens_come_from_the_token_host_by_a_plain_form() {
    let network = in_turn(&[(200, "[]")]);
    let client = builder(&network).build().unwrap();
    call(&client).await;
    call(&client).await;
    let sent = network.sent();
    assert_eq!(sent.len(), 3);
    assert_eq!(
        sent[0].url,
        "https://b2b.auth.platform-test.tradevest.ai/oauth2/token"
    );
    assert_eq!(sent[0].method, "POST");
    assert_eq!(sent[0].authorization, None);
    let mut fields: Vec<&str> = sent[0].body.split('&').collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "client_id=app",
            "client_secret=s3cret",
            "grant_type=client_credentials"
        ]
    );
    assert_eq!(
        sent[1].url,
        "https://tvda-api.platform-test.tradevest.ai/webhooks"
    );
    assert_eq!(sent[2].authorization.as_deref(), Some("Bearer t1"));
}

#[tokio::test(start_paused = true)]
async fn production_is_asked_at_the_newer_endpoint_with_its_scope() {
    let network = in_turn(&[(200, "[]")]);
    let production = || builder(&network).environment(Environment::Production);
    call(&production().build().unwrap()).await;
    let older = production().token_endpoint(TokenEndpoint::Oauth2);
    call(&older.build().unwrap()).await;
    let sent = network.sent();
    assert_eq!(
        sent[0].url,
        "https://b2b.auth.platform-prod.tradevest.ai/connect/token"
    );
    assert!(sent[0].body.contains("scope=tradevest.api"));
    assert!(sent[2].url.ends_with("/oauth2/token"));
    assert!(!sent[2].body.contains("scope"));
}

#[tokio::test(start_paused = true)]
async fn a_token_without_a_lifetime_is_renewed_within_the_hour() {
    let network = in_turn(&[(200, "[]")]);
    let client = builder(&network).build().unwrap();
    call(&client).await;
    tokio::time::advance(Duration::from_secs(3601)).await;
    call(&client).await;
    let last = network.sent().pop().unwrap();
    assert_eq!(last.authorization.as_deref(), Some("Bearer t2"));
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once() {
    let network = in_turn(&[(401, ""), (200, "[]")]);
    let client = builder(&network).build().unwrap();
    call(&client).await;
    let sent = calls(&network);
    assert_eq!(sent[0].authorization.as_deref(), Some("Bearer t1"));
    assert_eq!(sent[1].authorization.as_deref(), Some("Bearer t2"));
}

#[tokio::test(start_paused = true)]
async fn a_page_in_place_of_a_token_passes_and_is_told_without_a_place_in_it() {
    let network = Scripted::answering(|_| (200, "<html>s3cret</html>".to_owned()));
    let client = builder(&network).build().unwrap();
    let error = client.api().get_webhooks().send().await.unwrap_err();
    let said = error.to_string();
    assert!(said.contains("isn't JSON"), "{said}");
    assert!(error.is_transient() && network.sent().len() > 1, "{said}");
    assert!(!format!("{error:#} {error:?}").contains("s3cret"));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_is_no_token_is_told_without_the_names_in_it() {
    for body in [r#"{"Jane Doe":"#, r#"{"Jane Doe": 1}x"#] {
        let network = Scripted::answering(move |_| (200, body.to_owned()));
        let client = builder(&network).build().unwrap();
        let error = client.api().get_webhooks().send().await.unwrap_err();
        assert!(
            !format!("{error:#} {error:?}").contains("Jane"),
            "{error:#}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_generated_token_call_goes_to_the_same_endpoint() {
    let network = in_turn(&[(200, "[]")]);
    let client = builder(&network)
        .token_endpoint(TokenEndpoint::custom("/my/token", None))
        .build()
        .unwrap();
    let body: crate::tradevest::types::TokenRequest = serde_json::from_value(json!({
        "grant_type": "client_credentials", "client_id": "a", "client_secret": "b"
    }))
    .unwrap();
    client
        .api()
        .get_token()
        .body(body)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        network.sent()[0].url,
        "https://b2b.auth.platform-test.tradevest.ai/my/token"
    );
}

#[tokio::test(start_paused = true)]
async fn tokens_of_two_applications_endpoints_and_scopes_are_kept_apart_in_a_shared_store() {
    let network = in_turn(&[(200, "[]")]);
    let store = MemoryStore::default();
    let shared = || builder(&network).token_store(store.clone());
    for builder in [
        shared(),
        shared().credentials(Credentials::new("other", "s3cret")),
        shared().token_endpoint(TokenEndpoint::Connect),
        shared().scope("more"),
        shared(),
    ] {
        call(&builder.build().unwrap()).await;
    }
    let used: Vec<_> = calls(&network)
        .into_iter()
        .filter_map(|sent| sent.authorization)
        .collect();
    assert_eq!(
        used,
        [
            "Bearer t1",
            "Bearer t2",
            "Bearer t3",
            "Bearer t4",
            "Bearer t1"
        ]
    );
}
