//! The private token call, and where a token has to stand.

use florin_sandbox::Fault;
use florin_sandbox::financeit::{Options, User};
use reqwest::Method;
use serde_json::json;

use crate::office::{Office, anonymous, answer, client, error, login, sandbox, token};

#[tokio::test]
async fn the_answer_has_the_documented_fields() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let financeit = sandbox.financeit();
    let (_, body) = token(&client(), financeit, &login(financeit, User::Merchant)).await;
    let given = body["access_token"].as_str().unwrap();
    assert_eq!(given.len(), 64);
    assert!(given.bytes().all(|b| b.is_ascii_hexdigit()));
    assert!(body["user_id"].is_i64());
    assert_eq!(body["user_type"], "Partner");
    assert_eq!(body.as_object().unwrap().len(), 3, "no lifetime: {body}");
}

#[tokio::test]
async fn an_anonymous_token_needs_no_login_and_names_no_user() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let financeit = sandbox.financeit();
    let (status, body) = token(&client(), financeit, &anonymous(financeit)).await;
    assert_eq!(status, 200);
    assert_eq!(
        (&body["user_id"], &body["user_type"]),
        (&json!(null), &json!(null))
    );
}

#[tokio::test]
async fn wrong_credentials_get_401_with_errors_and_no_token() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let financeit = sandbox.financeit();
    for field in ["app_id", "app_secret", "login", "password"] {
        let mut request = login(financeit, User::Broker);
        request[field] = "wrong".into();
        let (status, body) = token(&client(), financeit, &request).await;
        assert_eq!(status, 401, "{field}");
        assert!(error(&body).contains(if field.starts_with("app") {
            "app_id"
        } else {
            "login"
        }));
    }
    let mut crossed = login(financeit, User::Broker);
    crossed["login"] = financeit.merchant().login.into();
    assert_eq!(token(&client(), financeit, &crossed).await.0, 401);
    assert_eq!(financeit.tokens_issued(), 0);
}

#[tokio::test]
async fn a_login_without_a_password_is_refused_unless_it_is_anonymous() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let financeit = sandbox.financeit();
    let mut request = login(financeit, User::Merchant);
    request.as_object_mut().unwrap().remove("password");
    assert_eq!(token(&client(), financeit, &request).await.0, 422);
    request["anonymous_user"] = false.into();
    assert_eq!(token(&client(), financeit, &request).await.0, 422);
    request["anonymous_user"] = true.into();
    assert_eq!(token(&client(), financeit, &request).await.0, 200);
}

#[tokio::test]
async fn a_token_has_no_end_until_a_test_makes_one() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    clock.advance(std::time::Duration::from_secs(400 * 24 * 60 * 60));
    assert_eq!(office.get("/loans").await.0, 200);
    sandbox.financeit().expire_tokens();
    let (status, body) = office.get("/loans").await;
    assert_eq!((status, error(&body)), (401, "The access token is invalid"));
    let renewed = Office::open(&sandbox, User::Merchant).await;
    assert_eq!(renewed.get("/loans").await.0, 200);
    assert_ne!(renewed.token, office.token);
    assert_eq!(sandbox.financeit().tokens_issued(), 2);
}

#[tokio::test]
async fn a_fault_ends_the_token_that_it_strikes_and_no_other() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (one, other) = (
        Office::open(&sandbox, User::Merchant).await,
        Office::open(&sandbox, User::Merchant).await,
    );
    sandbox
        .financeit()
        .misbehave(Fault::expired_token())
        .unwrap();
    assert_eq!(one.get("/loans").await.0, 401);
    assert_eq!(one.get("/loans").await.0, 401);
    assert_eq!(other.get("/loans").await.0, 200);
}

#[tokio::test]
async fn a_token_belongs_behind_bearer_without_quotes() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let url = format!("{}/loans", office.api);
    let with = |value: String| office.http.get(&url).header("authorization", value);
    let token = &office.token;
    assert_eq!(answer(with(format!("Bearer {token}"))).await.0, 200);
    for wrong in [
        format!("\"Bearer\" '{token}'"),
        format!("Bearer '{token}'"),
        format!("Bearer \"{token}\""),
        format!("Token {token}"),
        token.clone(),
    ] {
        assert_eq!(answer(with(wrong.clone())).await.0, 401, "{wrong}");
    }
    let none = office.http.request(Method::GET, &url);
    assert_eq!(answer(none).await.0, 401);
}
