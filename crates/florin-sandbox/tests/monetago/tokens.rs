//! Access tokens: who gets one, how long it is good, and where it has to stand.

use std::time::Duration;

use florin_sandbox::monetago::{Lender, Options};
use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::{self, Desk, answer, client, sandbox};

#[tokio::test]
async fn a_token_expires_by_the_clock() {
    let (sandbox, clock) = sandbox(Options {
        token_lifetime: Duration::from_secs(60),
        ..Options::default()
    })
    .await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    clock.advance(Duration::from_secs(59));
    assert_eq!(desk.get("/activity").await.0, 200);
    clock.advance(Duration::from_secs(1));
    let refused = desk.request(Method::GET, "/activity").send().await.unwrap();
    assert_eq!(refused.status(), 401);
    assert_eq!(
        refused.headers()["www-authenticate"],
        "Bearer error=\"invalid_token\""
    );
    let body: Value = refused.json().await.unwrap();
    assert_eq!(body["status"], "401 UNAUTHORIZED");
    assert_eq!(body["path"], "/activity");
}

#[tokio::test]
async fn all_tokens_can_be_made_to_expire() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    sandbox.monetago().expire_tokens();
    assert_eq!(desk.get("/activity").await.0, 401);
    assert_eq!(sandbox.monetago().tokens_issued(), 1);
    let renewed = Desk::open(&sandbox, Lender::First).await;
    assert_eq!(renewed.get("/activity").await.0, 200);
    assert_eq!(sandbox.monetago().tokens_issued(), 2);
}

#[tokio::test]
async fn the_answer_has_the_documented_fields() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let body: Value = desk::token(&client(), sandbox.monetago(), Lender::Second)
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(body["expires_in"], 43_200);
    assert_eq!(body["token_type"], "Bearer");
    assert_eq!(body["access_token"].as_str().unwrap().split('.').count(), 3);
}

#[tokio::test]
async fn wrong_credentials_get_no_token() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let known = sandbox.monetago().lender(Lender::First);
    let url = format!("{}/oauth/token", sandbox.monetago().auth_url());
    let right = json!({
        "client_id": known.client_id,
        "client_secret": known.client_secret,
        "audience": known.audience,
        "grant_type": "client_credentials",
    });
    let cases = [
        ("client_id", "nobody", 401, "invalid_client"),
        ("client_secret", "wrong", 401, "invalid_client"),
        (
            "audience",
            "https://elsewhere.invalid",
            403,
            "access_denied",
        ),
        ("grant_type", "password", 400, "unsupported_grant_type"),
    ];
    for (field, value, status, error) in cases {
        let mut body = right.clone();
        body[field] = value.into();
        let (got, body) = answer(client().post(&url).json(&body)).await;
        assert_eq!((got, &body["error"]), (status, &json!(error)), "{field}");
        assert!(body["error_description"].is_string());
    }
    let mut incomplete = right.clone();
    incomplete.as_object_mut().unwrap().remove("audience");
    let (got, body) = answer(client().post(&url).json(&incomplete)).await;
    assert_eq!((got, &body["error"]), (400, &json!("invalid_request")));
    assert_eq!(answer(client().post(&url).json(&right)).await.0, 200);
}

#[tokio::test]
async fn a_form_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let url = format!("{}/oauth/token", sandbox.monetago().auth_url());
    let (status, body) = answer(
        client()
            .post(url)
            .form(&[("grant_type", "client_credentials")]),
    )
    .await;
    assert_eq!((status, &body["error"]), (415, &json!("invalid_request")));
}

#[tokio::test]
async fn the_header_authentication_is_not_read() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let desk = Desk::open(&sandbox, Lender::First).await;
    let url = format!("{}/activity", desk.api);
    let bearer = format!("Bearer {}", desk.token);
    assert_eq!(
        answer(desk.http.get(&url).header("Authentication", &bearer))
            .await
            .0,
        401
    );
    assert_eq!(
        answer(
            desk.http
                .get(&url)
                .header("Authentication", &bearer)
                .bearer_auth(&desk.token)
        )
        .await
        .0,
        401
    );
    assert_eq!(
        answer(desk.http.get(&url).header("Authorization", &bearer))
            .await
            .0,
        200
    );
}

#[tokio::test]
async fn a_token_is_asked_for_before_the_request_is_looked_at() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let url = format!("{}/registrations", sandbox.monetago().api_url());
    assert_eq!(answer(client().post(url).json(&json!({}))).await.0, 401);
}
