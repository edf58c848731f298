//! The tokens that come of a grant, from the first to the last.

use std::time::Duration;

use florin_core::{Secret, Token, TokenCache, TokenSource};

use super::super::{GrantHandle, PendingHandle};
use super::*;

#[tokio::test(start_paused = true)]
async fn a_grant_gives_its_token_until_it_expires_and_then_renews_it() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let tokens = TokenCache::new(grant, Seam::simulated(start(), 1));
    assert_eq!(tokens.token().await.unwrap().access().expose(), "t0ken");
    assert_eq!(network.sent().len(), 1);
    tokio::time::advance(Duration::from_secs(7200)).await;
    network.answer(200, r#"{"access_token":"second","expires_in":"7200"}"#);
    let renewed = tokens.token().await.unwrap();
    assert_eq!(renewed.access().expose(), "second");
    assert_eq!(
        renewed.refresh().map(Secret::expose),
        Some("r3fresh"),
        "handed on"
    );
    let sent = network.sent().remove(1);
    assert_eq!(
        field(&sent.body, "grant_type").as_deref(),
        Some("refresh_token")
    );
    assert_eq!(
        field(&sent.body, "refresh_token").as_deref(),
        Some("r3fresh")
    );
    assert_eq!(
        field(&sent.body, "client_secret").as_deref(),
        Some("s3cret")
    );
}

#[tokio::test(start_paused = true)]
async fn a_rotated_refresh_token_replaces_the_first() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    network.answer(
        200,
        r#"{"access_token":"second","refresh_token":"rotated"}"#,
    );
    let first = grant.fetch(None).await.unwrap();
    let second = grant.fetch(Some(first)).await.unwrap();
    network.answer(200, r#"{"access_token":"third"}"#);
    grant.fetch(Some(second)).await.unwrap();
    let sent = network.sent().remove(2);
    assert_eq!(
        field(&sent.body, "refresh_token").as_deref(),
        Some("rotated")
    );
}

#[tokio::test(start_paused = true)]
async fn without_a_refresh_token_a_refusal_sends_the_user_through_again() {
    let network = Scripted::default();
    let grant = granted(&network, r#"{"access_token":"t0ken"}"#).await;
    let token = grant.fetch(None).await.unwrap();
    let error = grant.fetch(Some(token)).await.unwrap_err();
    assert!(error.is_refused());
    assert!(
        error
            .to_string()
            .contains("through the authorisation again"),
        "{error}"
    );
    assert!(!error.to_string().contains("t0ken"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_refused_refresh_token_says_the_same_and_a_busy_endpoint_does_not() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let token = grant.fetch(None).await.unwrap();
    network
        .answer(503, "")
        .answer(400, r#"{"error":"invalid_grant"}"#)
        .answer(422, r#"{"errors":["Invalid token of Jane Doe"]}"#);
    assert!(
        grant
            .fetch(Some(token.clone()))
            .await
            .unwrap_err()
            .is_transient()
    );
    for _ in 0..2 {
        let error = grant.fetch(Some(token.clone())).await.unwrap_err();
        assert!(error.is_refused());
        let shown = error.to_string();
        assert!(shown.contains("through the authorisation again"), "{shown}");
        assert!(!format!("{shown} {error:?}").contains("Jane"), "{shown}");
        assert!(error.status().is_some() && error.raw_body().is_some());
    }
}

#[tokio::test(start_paused = true)]
async fn a_new_grant_is_preferred_to_an_older_token_found_in_a_store() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let older = Token::new("older")
        .with_lifetime(start() - Duration::from_secs(60), Duration::from_secs(30))
        .with_refresh("older");
    assert_eq!(
        grant.fetch(Some(older)).await.unwrap().access().expose(),
        "t0ken"
    );
    assert_eq!(network.sent().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_stored_grant_that_has_expired_is_renewed_before_it_is_used() {
    let network = Scripted::default();
    let grant = granted(&network, TOKEN).await;
    let stored = serde_json::to_string(grant.handle()).unwrap();
    tokio::time::advance(Duration::from_secs(8000)).await;
    let flow = builder(&network)
        .seam(Seam::simulated(start() + Duration::from_secs(8000), 1))
        .build()
        .unwrap();
    let grant = flow.grant(serde_json::from_str(&stored).unwrap());
    network.answer(200, r#"{"access_token":"second"}"#);
    assert_eq!(grant.fetch(None).await.unwrap().access().expose(), "second");
}

#[tokio::test(start_paused = true)]
async fn a_grant_of_another_flow_gives_no_token_and_nothing_is_sent() {
    let network = Scripted::default();
    let granted = granted(&network, TOKEN).await;
    let stored = serde_json::to_value(granted.handle()).unwrap();
    let elsewhere = Scripted::default();
    let others = [
        builder(&elsewhere).token_url("https://c.example/oauth/token"),
        builder(&elsewhere).client("another", "s3cret"),
    ];
    for other in others {
        let handle = serde_json::from_value(stored.clone()).unwrap();
        let grant = other.build().unwrap().grant(handle);
        for previous in [None, Some(granted.handle().token().clone())] {
            let error = grant.fetch(previous).await.unwrap_err();
            assert!(
                error.to_string().contains("another token URL or client id"),
                "{error}"
            );
        }
    }
    let mut nobody_s = stored.clone();
    nobody_s.as_object_mut().unwrap().remove("flow");
    let handle = serde_json::from_value(nobody_s).unwrap();
    flow(&elsewhere)
        .grant(handle)
        .fetch(None)
        .await
        .unwrap_err();
    assert!(elsewhere.sent().is_empty());
    // One that is set up the same way is the same flow, in whatever process.
    let again = flow(&elsewhere).grant(serde_json::from_value(stored).unwrap());
    assert_eq!(again.fetch(None).await.unwrap().access().expose(), "t0ken");
}

#[test]
fn a_spoilt_handle_is_not_quoted() {
    let grants = [
        r#""s3cr3t""#,
        r#"{"id":"a","token":"s3cr3t"}"#,
        r#"{"id":["s3cr3t"],"token":{"access":"s3cr3t"}}"#,
        r#"{"id":"a","token":{"access":77889900}}"#,
    ];
    let grants = grants.map(|text| serde_json::from_str::<GrantHandle>(text).err());
    let pending = [
        r#""s3cr3t""#,
        r#"{"url":77889900}"#,
        r#"{"url":"x","state":77889900}"#,
        r#"{"url":"x","state":"s","verifier":["s3cr3t"]}"#,
        r#"{"url":"x","state":"s","verifier":"v","begun_at":77889900}"#,
        r#"{"url":"x","state":"s","verifier":"v","begun_at":"s3cr3t"}"#,
    ];
    let pending = pending.map(|text| serde_json::from_str::<PendingHandle>(text).err());
    for error in grants.into_iter().chain(pending) {
        let error = error.unwrap();
        let shown = format!("{error} {error:?}");
        assert!(
            !shown.contains("s3cr3t") && !shown.contains("7788"),
            "{shown}"
        );
    }
}
