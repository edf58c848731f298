//! The token endpoint.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::monoova::{Options, User};
use reqwest::Method;

use crate::desk::{Desk, answer, client, desk, desk_with, form, sandbox, token};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn replace(form: &mut [(&'static str, String)], name: &str, value: &str) {
    let field = form.iter_mut().find(|(known, _)| *known == name).unwrap();
    field.1 = value.to_owned();
}

#[tokio::test]
async fn a_token_is_opaque_and_has_43_characters() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let monoova = sandbox.monoova();
    let (status, body) = token(monoova, &form(&monoova.back_office())).await;
    assert_eq!(status, 200);
    let given = body["access_token"].as_str().unwrap();
    assert_eq!(given.len(), 43);
    assert_eq!(body["token_type"], "Bearer");
    assert_eq!(body["expires_in"], 86_400);
    assert_eq!(body["scope"], "back_office");
    assert_eq!(body["created_at"], 1_793_606_400);
    assert!(body.get("refresh_token").is_none(), "{body}");

    let (_, again) = token(monoova, &form(&monoova.back_office())).await;
    assert_ne!(again["access_token"], given, "none is given twice");
    assert_eq!(monoova.tokens_issued(), 2);
}

#[tokio::test]
async fn an_application_shows_itself_in_the_form_or_in_the_header() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let monoova = sandbox.monoova();
    let known = monoova.back_office();
    let in_header = client()
        .post(monoova.token_url())
        .basic_auth(&known.client_id, Some(&known.client_secret))
        .form(&[
            ("grant_type", "client_credentials"),
            ("scope", "back_office"),
        ]);
    assert_eq!(answer(in_header).await.0, 200);
    let mut wrong = form(&known);
    replace(&mut wrong, "client_secret", "wrong");
    let (status, body) = token(monoova, &wrong).await;
    assert_eq!((status, &body["error"]), (401, &"invalid_client".into()));
    assert!(body["error_description"].is_string());
}

#[tokio::test]
async fn refusals_are_those_of_oauth() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let monoova = sandbox.monoova();
    let (office, website) = (monoova.back_office(), monoova.client_website());
    for (known, field, value, error) in [
        (&office, "grant_type", "implicit", "unsupported_grant_type"),
        (&office, "grant_type", "password", "unauthorized_client"),
        (
            &website,
            "grant_type",
            "client_credentials",
            "unauthorized_client",
        ),
        (&office, "scope", "client_website", "invalid_scope"),
        (&website, "scope", "", "invalid_scope"),
        (&website, "password", "wrong", "invalid_grant"),
        (
            &website,
            "username",
            "second@sandbox.invalid",
            "invalid_grant",
        ),
    ] {
        let mut form = form(known);
        replace(&mut form, field, value);
        let (status, body) = token(monoova, &form).await;
        assert_eq!(
            (status, &body["error"]),
            (400, &error.into()),
            "{field}={value}"
        );
    }
    let (status, body) = token(monoova, &[("client_id", "x".to_owned())]).await;
    assert_eq!((status, &body["error"]), (400, &"invalid_request".into()));
    assert_eq!(monoova.tokens_issued(), 0);
}

#[tokio::test]
async fn a_token_request_is_a_form() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let monoova = sandbox.monoova();
    let json = serde_json::json!({ "grant_type": "client_credentials" });
    let sent = client().post(monoova.token_url()).json(&json);
    assert_eq!(answer(sent).await.0, 415);
    let mut twice = form(&monoova.back_office());
    twice.push(("scope", "back_office".to_owned()));
    assert_eq!(token(monoova, &twice).await.0, 400);
}

#[tokio::test]
async fn a_token_lives_24_hours() {
    let (sandbox, clock) = sandbox(Options::default()).await;
    let desk = Desk::office(&sandbox).await;
    clock.advance(DAY - Duration::from_secs(1));
    assert_eq!(desk.get("/currencies").await.0, 200);
    clock.advance(Duration::from_secs(1));
    let response = desk.request(Method::GET, "/currencies");
    let response = response.send().await.unwrap();
    assert_eq!(response.status(), 401);
    assert_eq!(response.headers()["www-authenticate"], "Bearer");
    let body: serde_json::Value = response.json().await.unwrap();
    assert!(body["errors"]["base"][0].is_string(), "{body}");
}

#[tokio::test]
async fn a_refresh_token_is_good_once() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let monoova = sandbox.monoova();
    let (_, first) = token(monoova, &form(&monoova.client_website())).await;
    let refresh = |token: &serde_json::Value| {
        let mut form = form(&monoova.client_website());
        form.retain(|(name, _)| name.starts_with("client_"));
        form.push(("grant_type", "refresh_token".to_owned()));
        form.push(("refresh_token", token.as_str().unwrap().to_owned()));
        form
    };
    let spent = refresh(&first["refresh_token"]);
    let (status, second) = token(monoova, &spent).await;
    assert_eq!(status, 200, "{second}");
    assert_eq!(token(monoova, &spent).await.1["error"], "invalid_grant");
    let (status, _) = token(monoova, &refresh(&second["refresh_token"])).await;
    assert_eq!(status, 200);

    let (_, last) = token(monoova, &form(&monoova.client_website())).await;
    monoova.revoke_refresh_tokens();
    let revoked = refresh(&last["refresh_token"]);
    assert_eq!(token(monoova, &revoked).await.0, 400);
}

#[tokio::test]
async fn a_token_may_say_neither_lifetime_nor_refresh_token() {
    let (sandbox, _clock) = sandbox(Options {
        lifetime_in_answer: false,
        refresh_tokens: false,
        ..Options::default()
    })
    .await;
    let monoova = sandbox.monoova();
    let (status, body) = token(monoova, &form(&monoova.client_website())).await;
    assert_eq!(status, 200);
    assert!(body.get("expires_in").is_none() && body.get("refresh_token").is_none());
}

#[tokio::test]
async fn tokens_end_when_a_test_says_so() {
    let (sandbox, _clock, desk) = desk().await;
    let monoova = sandbox.monoova();
    monoova.misbehave(Fault::expired_token()).unwrap();
    assert_eq!(desk.get("/currencies").await.0, 401);
    let desk = Desk::website(&sandbox, User::Second).await;
    assert_eq!(desk.get("/currencies").await.0, 200);
    monoova.expire_tokens();
    assert_eq!(desk.get("/currencies").await.0, 401);
}

#[tokio::test]
async fn the_token_operation_can_be_made_to_fail() {
    let (sandbox, _clock, _desk) = desk_with(Options::default()).await;
    let monoova = sandbox.monoova();
    monoova
        .misbehave(Fault::status(503).on("create_access_token"))
        .unwrap();
    let (status, _) = token(monoova, &form(&monoova.back_office())).await;
    assert_eq!(status, 503);
    assert_eq!(monoova.received_by("create_access_token").len(), 2);
}
