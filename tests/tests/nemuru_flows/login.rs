//! Logging in: what is sent, what is taken, and how many times.

use std::time::Duration;

use florin::core::Effect;
use florin::nemuru::Credentials;
use florin_sandbox::nemuru::{Agent, Options, TokenType, UnauthorisedBody};
use florin_sandbox::{Clock, Fault, Sandbox};
use florin_tests::in_memory::{Asked, InMemory, Says};
use florin_tests::nemuru::shop;
use serde_json::json;

use super::{first, sandbox, sandbox_with};

#[tokio::test]
async fn the_login_is_the_documented_one() {
    let sandbox = sandbox().await;
    first(&sandbox).agent().await.unwrap();
    let [login] = &sandbox.nemuru().received_by("login")[..] else {
        panic!("not one login")
    };
    assert_eq!(
        (login.method.as_str(), login.path.as_str(), &login.query),
        ("POST", "/api/v2/auth/login/", &None)
    );
    assert_eq!(login.header("content-type"), Some("application/json"));
    assert_eq!(login.header("authorization"), None);
    let known = sandbox.nemuru().credentials();
    assert_eq!(
        login.json().unwrap(),
        json!({"username": known.username, "password": known.password})
    );
}

#[tokio::test]
async fn two_hundred_and_two_hundred_and_one_are_both_a_login_in_either_spelling() {
    for (login_status, token_type) in [
        (200, TokenType::Capital),
        (201, TokenType::Capital),
        (200, TokenType::Lower),
        (201, TokenType::Lower),
    ] {
        let sandbox = sandbox_with(Options {
            login_status,
            token_type,
            ..Options::default()
        })
        .await;
        first(&sandbox).agent().await.unwrap();
        let profile = &sandbox.nemuru().received_by("get_agent_profile")[0];
        assert!(
            profile
                .header("authorization")
                .unwrap()
                .starts_with("Bearer "),
            "the scheme is always sent in this spelling"
        );
        assert_eq!(sandbox.nemuru().logins(), 1);
    }
}

#[tokio::test]
async fn a_login_on_another_host_is_asked_for_there_and_nothing_else_is() {
    let sandbox = sandbox().await;
    let environment = florin::nemuru::Environment::Custom {
        api: sandbox.nemuru().api_url(),
        auth: Some(sandbox.nemuru().auth_url()),
    };
    let client = shop::builder(&sandbox, Agent::First)
        .unwrap()
        .environment(environment)
        .build()
        .unwrap();
    client.agent().await.unwrap();
    sandbox.nemuru().expire_tokens();
    client.agent().await.unwrap();
    for request in sandbox.nemuru().received() {
        let operation = request.operation.as_deref().unwrap();
        let is_token = ["login", "refresh_token"].contains(&operation);
        assert_eq!(request.host, if is_token { "auth" } else { "api" });
    }
    assert_eq!(sandbox.nemuru().tokens_issued(), 2);
}

#[tokio::test]
async fn wrong_credentials_are_refused_once_and_not_tried_again_and_again() {
    for unauthorised in [
        UnauthorisedBody::Documented,
        UnauthorisedBody::OAuth,
        UnauthorisedBody::Empty,
        UnauthorisedBody::Html,
    ] {
        let sandbox = sandbox_with(Options {
            unauthorised,
            ..Options::default()
        })
        .await;
        let username = sandbox.nemuru().credentials().username;
        let client = shop::builder(&sandbox, Agent::First)
            .unwrap()
            .credentials(Credentials::new(username, "hunter2"))
            .build()
            .unwrap();
        for _ in 0..10 {
            let error = client.agent().await.unwrap_err();
            assert!(error.is_auth(), "{error:#}");
            assert_eq!(error.effect(), Effect::NotSent);
            let shown = format!("{error:#} {error:?}");
            assert!(
                !shown.contains("hunter2") && !shown.contains("first.agent"),
                "{shown}"
            );
        }
        assert_eq!(sandbox.nemuru().received_by("login").len(), 1);
        assert!(sandbox.nemuru().received_by("get_agent_profile").is_empty());
    }
}

#[tokio::test]
async fn a_login_under_load_has_not_refused_the_credentials() {
    for status in [429, 500, 502, 503, 504] {
        let sandbox = sandbox().await;
        let client = first(&sandbox);
        sandbox
            .nemuru()
            .misbehave(Fault::status(status).on("login").always())
            .unwrap();
        let error = client.agent().await.unwrap_err();
        assert!(
            !error.is_auth() && error.is_transient(),
            "{status}: {error:#}"
        );
        sandbox.nemuru().behave();
    }
}

#[tokio::test]
async fn a_login_whose_answer_is_lost_or_spoilt_is_asked_for_again() {
    for fault in [
        Fault::reset(),
        Fault::close().after_effect(),
        Fault::truncated(),
        Fault::status(502),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        sandbox.nemuru().misbehave(fault.on("login")).unwrap();
        first(&sandbox).agent().await.unwrap();
        assert_eq!(sandbox.nemuru().received_by("login").len(), 2, "{told}");
    }
}

#[tokio::test]
async fn a_thousand_tasks_on_an_expired_token_ask_for_one_token() {
    let clock = Clock::manual();
    let sandbox = Sandbox::builder().clock(&clock).start().await.unwrap();
    let client = first(&sandbox);
    client.agent().await.unwrap();
    clock.advance(Duration::from_secs(2_678_401));
    let tasks: Vec<_> = (0..1000)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.agent().await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(sandbox.nemuru().logins(), 1);
    assert_eq!(sandbox.nemuru().refreshes(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_thousand_tasks_on_a_token_that_ran_out_on_the_way_ask_for_one_token() {
    let provider = InMemory::with_tokens(|asked| match asked.operation.as_str() {
        "login" => Says::Yes(json!({"access_token": "t", "expires_in": 7200})),
        _ => Says::Yes(json!({"data": []})),
    });
    let client = provider.nemuru().build().unwrap();
    client.webhooks().await.unwrap();
    tokio::time::sleep(Duration::from_secs(7201)).await;
    let tasks: Vec<_> = (0..1000)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.webhooks().await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(provider.asked("login").len(), 2);
}

/// Gives tokens of a lifetime, numbered, and with no refresh token.
fn tokens_of(lifetime: serde_json::Value) -> InMemory {
    InMemory::with_tokens(move |asked: &Asked| match asked.operation.as_str() {
        "login" => Says::Yes(json!({"access_token": "t", "expires_in": lifetime})),
        _ => Says::Yes(json!({"data": []})),
    })
}

#[tokio::test(start_paused = true)]
async fn a_lifetime_is_the_one_that_the_answer_names() {
    for lifetime in [2_678_400_u64, 7200, 60] {
        let provider = tokens_of(json!(lifetime));
        let client = provider.nemuru().build().unwrap();
        client.webhooks().await.unwrap();
        tokio::time::sleep(Duration::from_secs(lifetime / 2)).await;
        client.webhooks().await.unwrap();
        assert_eq!(provider.asked("login").len(), 1, "{lifetime}");
        tokio::time::sleep(Duration::from_secs(lifetime / 2 + 1)).await;
        client.webhooks().await.unwrap();
        assert_eq!(provider.asked("login").len(), 2, "{lifetime}");
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_lifetime_a_token_is_used_until_it_is_refused() {
    for lifetime in [json!(null), json!("soon"), json!(-1)] {
        let provider = tokens_of(lifetime.clone());
        let client = provider.nemuru().build().unwrap();
        client.webhooks().await.unwrap();
        tokio::time::sleep(Duration::from_secs(400 * 24 * 3600)).await;
        client.webhooks().await.unwrap();
        assert_eq!(provider.asked("login").len(), 1, "{lifetime}");
    }
}
