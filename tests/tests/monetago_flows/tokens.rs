//! Tokens that expire, are refused, or can't be had, in the middle of business.

use florin::monetago::ClientCredentials;
use florin::testing::Recorder;
use florin_sandbox::Fault;
use florin_sandbox::monetago::Lender;
use florin_tests::monetago::lender;
use serde_json::json;

use super::{check, first, sandbox};

#[tokio::test]
async fn a_token_that_expires_midway_is_renewed_and_nobody_notices() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let registration = client.register(&check("fvr-1", "inv-1")).await.unwrap();
    sandbox.monetago().expire_tokens();
    let outcome = registration.poller().await.unwrap();
    sandbox.monetago().expire_tokens();
    let _ = client
        .finance(outcome.fvr())
        .await
        .unwrap()
        .poller()
        .await
        .unwrap();
    assert_eq!(sandbox.monetago().tokens_issued(), 3);
}

#[tokio::test]
async fn a_post_is_repeated_when_the_provider_says_that_it_refused_the_token() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let _ = client.find("x").await.unwrap();
    sandbox.monetago().expire_tokens();
    let _ = client.register(&check("fvr-1", "inv-1")).await.unwrap();
    assert_eq!(
        sandbox
            .monetago()
            .received_by("register_transactions")
            .len(),
        2
    );
    assert_eq!(sandbox.monetago().registrations(), 1);
}

#[tokio::test]
async fn a_post_is_not_repeated_after_a_401_that_says_nothing() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    // The effect has happened; a gateway behind it turned the answer into a 401.
    sandbox
        .monetago()
        .misbehave(
            Fault::status(401)
                .after_effect()
                .on("register_transactions"),
        )
        .unwrap();
    let error = client.register(&check("fvr-1", "inv-1")).await.unwrap_err();
    assert!(error.is_auth(), "{error}");
    assert_eq!(
        sandbox
            .monetago()
            .received_by("register_transactions")
            .len(),
        1
    );
    assert_eq!(sandbox.monetago().registrations(), 1);
    assert_eq!(client.find("fvr-1").await.unwrap().len(), 1);
    assert_eq!(
        sandbox.monetago().tokens_issued(),
        2,
        "the refused token is not used again"
    );
}

#[tokio::test]
async fn a_403_is_never_repeated() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    sandbox
        .monetago()
        .misbehave(
            Fault::status(403)
                .on("search_financing_validation_requests")
                .always(),
        )
        .unwrap();
    assert!(client.find("x").await.unwrap_err().is_auth());
    assert_eq!(
        sandbox
            .monetago()
            .received_by("search_financing_validation_requests")
            .len(),
        1
    );
    assert_eq!(sandbox.monetago().tokens_issued(), 1);
}

#[tokio::test]
async fn many_calls_at_once_share_one_token() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let calls: Vec<_> = (0..50)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.document_matches().await })
        })
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(sandbox.monetago().tokens_issued(), 1);
}

#[tokio::test]
async fn wrong_credentials_are_refused_once_and_not_tried_again_and_again() {
    let sandbox = sandbox().await;
    let known = sandbox.monetago().lender(Lender::First);
    let wrong = ClientCredentials::new(known.client_id, "hunter2", known.audience);
    let client = lender::builder(&sandbox, Lender::First)
        .unwrap()
        .credentials(wrong)
        .build()
        .unwrap();
    for _ in 0..10 {
        let error = client.find("x").await.unwrap_err();
        assert!(
            error.is_auth() && format!("{error:#}").contains("invalid_client"),
            "{error:#}"
        );
        assert!(!format!("{error:#} {error:?}").contains("hunter2"));
    }
    assert_eq!(
        sandbox.monetago().received_by("create_access_token").len(),
        1
    );
    assert!(
        sandbox
            .monetago()
            .received_by("search_financing_validation_requests")
            .is_empty()
    );
}

#[tokio::test]
async fn a_token_host_under_load_has_not_refused_the_credentials() {
    for (status, code) in [
        (429, "too_many_requests"),
        (503, "access_denied"),
        (400, "temporarily_unavailable"),
    ] {
        let sandbox = sandbox().await;
        let client = first(&sandbox);
        let busy = Fault::status(status)
            .json(&json!({"error": code}))
            .on("create_access_token")
            .always();
        sandbox.monetago().misbehave(busy).unwrap();
        let error = client.find("x").await.unwrap_err();
        assert!(
            !error.is_auth() && error.is_transient(),
            "{status}: {error:#}"
        );
    }
}

#[tokio::test]
async fn a_token_answer_with_its_lifetime_as_text_and_its_type_in_small_letters_is_read() {
    let recorder = Recorder::new();
    let answer =
        json!({"access_token": "t", "expires_in": "43200", "token_type": "bearer", "scope": "all"});
    recorder.answer("create_access_token", 200, answer.to_string());
    recorder.answer("search_document_matches", 200, "[]");
    let client = florin::monetago::Client::builder()
        .environment(florin::monetago::Environment::CustomerTest)
        .credentials(ClientCredentials::new("id", "secret", "audience"))
        .transport(std::sync::Arc::new(recorder.clone()))
        .build()
        .unwrap();
    client.document_matches().await.unwrap();
    client.document_matches().await.unwrap();
    assert_eq!(recorder.requests_of("create_access_token").len(), 1);
}

#[tokio::test]
async fn a_token_answer_that_is_none_quotes_nothing() {
    for body in [
        "{\"access_token\": \"very-secret\"}",
        "<html>very-secret</html>",
        "{\"error\": \"very secret text\"}",
        "",
    ] {
        let recorder = Recorder::new();
        recorder.answer("create_access_token", 200, body);
        let client = florin::monetago::Client::builder()
            .environment(florin::monetago::Environment::CustomerTest)
            .credentials(ClientCredentials::new("id", "secret", "audience"))
            .transport(std::sync::Arc::new(recorder))
            .build()
            .unwrap();
        let error = client.document_matches().await.unwrap_err();
        assert!(
            !format!("{error:#} {error:?}").contains("very"),
            "{error:#} {error:?}"
        );
    }
}

#[tokio::test]
async fn the_token_request_is_the_documented_one() {
    let sandbox = sandbox().await;
    let _ = first(&sandbox).document_matches().await.unwrap();
    let asked = &sandbox.monetago().received_by("create_access_token")[0];
    assert_eq!(
        (asked.host, asked.path.as_str(), asked.query.as_deref()),
        ("auth", "/oauth/token", None)
    );
    assert_eq!(asked.header("content-type"), Some("application/json"));
    assert_eq!(asked.header("authorization"), None);
    let known = sandbox.monetago().lender(Lender::First);
    let expected = json!({
        "client_id": known.client_id,
        "client_secret": known.client_secret,
        "audience": known.audience,
        "grant_type": "client_credentials",
    });
    assert_eq!(asked.json().unwrap(), expected);
}
