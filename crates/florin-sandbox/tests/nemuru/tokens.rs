//! Tokens: who gets one, how it is renewed, and where it has to stand.

use std::time::Duration;

use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Agent, Options, Refresh, TokenType, UnauthorisedBody};
use serde_json::{Value, json};

use crate::shop::{Shop, answer, client, exception, login, sandbox};

async fn refresh(sandbox: &Sandbox, username: &str, token: &Value) -> (u16, Value) {
    let url = format!("{}/auth/refresh/", sandbox.nemuru().api_url());
    let body = json!({ "username": username, "refresh_token": token });
    answer(client().post(url).json(&body)).await
}

#[tokio::test]
async fn a_login_answers_as_documented() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (status, body) = login(sandbox.nemuru(), Agent::First).await;
    assert_eq!((status, &body["token_type"]), (200, &json!("Bearer")));
    assert_eq!(body["expires_in"], 2_678_400);
    assert!(body["access_token"].is_string() && body["refresh_token"].is_string());
    assert_eq!(body.as_object().unwrap().len(), 4);
}

#[tokio::test]
async fn a_login_may_answer_as_a_guide_has_it() {
    let (sandbox, _clock) = sandbox(Options {
        login_status: 201,
        token_lifetime: Duration::from_secs(7200),
        token_type: TokenType::Lower,
        ..Options::default()
    })
    .await;
    let (status, body) = login(sandbox.nemuru(), Agent::First).await;
    assert_eq!((status, &body["token_type"]), (201, &json!("bearer")));
    assert_eq!(body["expires_in"], 7200);
}

#[tokio::test]
async fn wrong_credentials_get_no_token() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let known = sandbox.nemuru().credentials();
    let url = format!("{}/auth/login/", sandbox.nemuru().api_url());
    for (username, password) in [
        ("nobody@sandbox.invalid", known.password.as_str()),
        (&known.username, "wrong"),
    ] {
        let body = json!({ "username": username, "password": password });
        let (status, body) = answer(client().post(&url).json(&body)).await;
        assert_eq!((status, exception(&body)), (401, "UnauthorizedException"));
    }
    let (status, body) = answer(client().post(&url).json(&json!({ "username": "u" }))).await;
    assert_eq!(
        (status, exception(&body)),
        (400, "SchemaValidatorException")
    );
    assert_eq!(sandbox.nemuru().tokens_issued(), 0);
}

#[tokio::test]
async fn a_token_expires_by_the_clock_and_a_refresh_gives_another_one() {
    let (sandbox, clock) = sandbox(Options {
        token_lifetime: Duration::from_secs(60),
        ..Options::default()
    })
    .await;
    let known = sandbox.nemuru().credentials();
    let (_, first) = login(sandbox.nemuru(), Agent::First).await;
    let mut shop = Shop::open(&sandbox, Agent::First).await;
    shop.token = first["access_token"].as_str().unwrap().to_owned();
    clock.advance(Duration::from_secs(59));
    assert_eq!(shop.get("/agent/profile/").await.0, 200);
    clock.advance(Duration::from_secs(1));
    assert_eq!(shop.get("/agent/profile/").await.0, 401);

    let (status, second) = refresh(&sandbox, &known.username, &first["refresh_token"]).await;
    assert_eq!(status, 200);
    assert_ne!(second["refresh_token"], first["refresh_token"]);
    shop.token = second["access_token"].as_str().unwrap().to_owned();
    assert_eq!(shop.get("/agent/profile/").await.0, 200);

    let used_up = refresh(&sandbox, &known.username, &first["refresh_token"]).await;
    assert_eq!(used_up.0, 401);
    let nemuru = sandbox.nemuru();
    assert_eq!((nemuru.logins(), nemuru.refreshes()), (2, 1));
}

#[tokio::test]
async fn a_refresh_token_is_good_for_its_own_user_alone() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (_, first) = login(sandbox.nemuru(), Agent::First).await;
    let second = sandbox.nemuru().agent(Agent::Second).username;
    assert_eq!(
        refresh(&sandbox, &second, &first["refresh_token"]).await.0,
        401
    );
}

#[tokio::test]
async fn what_becomes_of_a_refresh_token_is_an_option() {
    for (option, status, names_one) in [
        (Refresh::Stays, 200, true),
        (Refresh::Unnamed, 200, false),
        (Refresh::Refused, 401, false),
    ] {
        let (sandbox, _clock) = sandbox(Options {
            refresh: option,
            ..Options::default()
        })
        .await;
        let known = sandbox.nemuru().credentials();
        let (_, first) = login(sandbox.nemuru(), Agent::First).await;
        for _ in 0..2 {
            let (got, body) = refresh(&sandbox, &known.username, &first["refresh_token"]).await;
            let named = body.get("refresh_token");
            assert_eq!((got, named.is_some()), (status, names_one), "{option:?}");
            assert!(named.is_none_or(|token| *token == first["refresh_token"]));
        }
    }
}

#[tokio::test]
async fn tokens_can_be_made_invalid() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let (_, first) = login(nemuru, Agent::First).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    nemuru.expire_tokens();
    assert_eq!(shop.get("/agent/profile/").await.0, 401);
    nemuru.revoke_refresh_tokens();
    let username = nemuru.credentials().username;
    assert_eq!(
        refresh(&sandbox, &username, &first["refresh_token"])
            .await
            .0,
        401
    );
}

#[tokio::test]
async fn a_401_may_look_like_what_a_layer_in_front_says() {
    for (body, content_type) in [
        (UnauthorisedBody::Documented, "application/json"),
        (UnauthorisedBody::OAuth, "application/json"),
        (UnauthorisedBody::Html, "text/html"),
        (UnauthorisedBody::Empty, ""),
    ] {
        let (sandbox, _clock) = sandbox(Options {
            unauthorised: body,
            ..Options::default()
        })
        .await;
        let url = format!("{}/agent/profile/", sandbox.nemuru().api_url());
        let refused = client().get(url).send().await.unwrap();
        assert_eq!(refused.status(), 401);
        assert_eq!(refused.headers()["www-authenticate"], "Bearer");
        let sent = refused.headers().get("content-type");
        let sent = sent.map_or("", |value| value.to_str().unwrap());
        assert_eq!(sent, content_type);
        let sent: Value =
            serde_json::from_slice(&refused.bytes().await.unwrap()).unwrap_or_default();
        let documented = sent.get("exception").is_some();
        assert_eq!(documented, body == UnauthorisedBody::Documented);
    }
}

#[tokio::test]
async fn the_scheme_has_one_spelling() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let shop = Shop::open(&sandbox, Agent::First).await;
    let url = format!("{}/agent/profile/", shop.api);
    for (scheme, status) in [("Bearer", 200), ("bearer", 401), ("Token", 401)] {
        let request = shop.http.get(&url);
        let request = request.header("authorization", format!("{scheme} {}", shop.token));
        assert_eq!(answer(request).await.0, status, "{scheme}");
    }
}

#[tokio::test]
async fn login_lives_on_a_second_host_as_well_and_nothing_else_does() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let nemuru = sandbox.nemuru();
    let known = nemuru.credentials();
    let body = json!({ "username": known.username, "password": known.password });
    let url = format!("{}/auth/login/", nemuru.auth_url());
    assert_eq!(answer(client().post(url).json(&body)).await.0, 200);
    assert_eq!(nemuru.received_by("login")[0].host, "auth");
    let url = format!("{}/agent/profile/", nemuru.auth_url());
    let (status, body) = answer(client().get(url)).await;
    assert_eq!(
        (status, exception(&body)),
        (404, "ResourceNotFoundException")
    );
}
