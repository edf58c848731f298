//! Refreshing a token, and logging in where that doesn't work, once.

use std::time::Duration;

use florin::core::MemoryStore;
use florin_sandbox::nemuru::{Agent, Options, Refresh};
use florin_sandbox::{Clock, Fault, Sandbox};
use florin_tests::nemuru::shop;
use serde_json::json;

use super::{asked, first, sandbox, sandbox_with};
use florin_tests::nemuru::invitation::LOAN;

#[tokio::test]
async fn an_expired_token_is_refreshed_with_the_user_name_and_the_call_repeated_once() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    client.agent().await.unwrap();
    nemuru.expire_tokens();
    nemuru.clear_received();
    client.agent().await.unwrap();
    let asked: Vec<_> = nemuru
        .received()
        .into_iter()
        .map(|request| request.operation.unwrap())
        .collect();
    assert_eq!(
        asked,
        ["get_agent_profile", "refresh_token", "get_agent_profile"]
    );
    let refresh = &nemuru.received_by("refresh_token")[0];
    assert_eq!(refresh.path, "/api/v2/auth/refresh/");
    assert_eq!(refresh.header("authorization"), None);
    let body = refresh.json().unwrap();
    assert_eq!(body["username"], nemuru.credentials().username);
    assert_eq!(body.as_object().unwrap().len(), 2, "no password");
    assert_eq!((nemuru.logins(), nemuru.refreshes()), (1, 1));
}

#[tokio::test]
async fn rotated_constant_and_unnamed_refresh_tokens_go_on_without_a_login() {
    for refresh in [Refresh::Rotates, Refresh::Stays, Refresh::Unnamed] {
        let sandbox = sandbox_with(Options {
            refresh,
            ..Options::default()
        })
        .await;
        let client = first(&sandbox);
        for _ in 0..5 {
            client.agent().await.unwrap();
            sandbox.nemuru().expire_tokens();
        }
        client.agent().await.unwrap();
        let nemuru = sandbox.nemuru();
        assert_eq!((nemuru.logins(), nemuru.refreshes()), (1, 5), "{refresh:?}");
        let brought: Vec<_> = nemuru
            .received_by("refresh_token")
            .iter()
            .map(|request| request.json().unwrap()["refresh_token"].clone())
            .collect();
        let is_one = brought.iter().all(|token| *token == brought[0]);
        assert_eq!(is_one, refresh != Refresh::Rotates, "{refresh:?}");
    }
}

#[tokio::test]
async fn a_refresh_that_is_refused_is_followed_by_exactly_one_login() {
    for revoked in [true, false] {
        let options = Options {
            refresh: if revoked {
                Refresh::Rotates
            } else {
                Refresh::Refused
            },
            ..Options::default()
        };
        let sandbox = sandbox_with(options).await;
        let nemuru = sandbox.nemuru();
        let client = first(&sandbox);
        client.agent().await.unwrap();
        nemuru.expire_tokens();
        nemuru.revoke_refresh_tokens();
        client.agent().await.unwrap();
        assert_eq!(nemuru.received_by("refresh_token").len(), 1);
        assert_eq!((nemuru.logins(), nemuru.refreshes()), (2, 0));
        client.agent().await.unwrap();
        assert_eq!(nemuru.tokens_issued(), 2, "and then all is well");
    }
}

#[tokio::test]
async fn whatever_a_refresh_answers_in_refusal_one_login_follows() {
    let no_token = Fault::status(200).json(&json!({"token_type": "Bearer"}));
    let faults = [400, 401, 403, 404, 409, 410, 422, 500, 503]
        .map(Fault::status)
        .into_iter();
    for fault in faults.chain([no_token, Fault::garbage(), Fault::reset()]) {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let nemuru = sandbox.nemuru();
        let client = first(&sandbox);
        client.agent().await.unwrap();
        nemuru.expire_tokens();
        nemuru
            .misbehave(fault.on("refresh_token").always())
            .unwrap();
        client.agent().await.unwrap();
        assert_eq!(nemuru.received_by("refresh_token").len(), 1, "{told}");
        assert_eq!(nemuru.logins(), 2, "{told}");
    }
}

#[tokio::test]
async fn where_login_and_refresh_are_both_refused_it_is_told_after_one_of_each() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    client.agent().await.unwrap();
    nemuru.expire_tokens();
    for operation in ["refresh_token", "login"] {
        nemuru
            .misbehave(Fault::status(403).on(operation).always())
            .unwrap();
    }
    for _ in 0..5 {
        assert!(client.agent().await.unwrap_err().is_auth());
    }
    assert_eq!(nemuru.received_by("refresh_token").len(), 1);
    assert_eq!(
        nemuru.received_by("login").len(),
        2,
        "the first and one more"
    );
}

#[tokio::test]
async fn a_token_that_is_refused_again_at_once_ends_the_call() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    nemuru
        .misbehave(Fault::expired_token().on("get_agent_profile").always())
        .unwrap();
    let error = first(&sandbox).agent().await.unwrap_err();
    assert!(error.is_auth() && error.status().is_some(), "{error}");
    assert_eq!(
        nemuru.received_by("get_agent_profile").len(),
        2,
        "once again"
    );
    assert_eq!(nemuru.tokens_issued(), 2);
}

#[tokio::test]
async fn a_loan_is_created_once_although_the_token_ran_out() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let client = first(&sandbox);
    client.agent().await.unwrap();
    nemuru.expire_tokens();
    let loan = client.create_loan(&asked(nemuru)).await.unwrap();
    assert!(!loan.was_there());
    assert_eq!(nemuru.received_by("create_loan").len(), 2);
    assert_eq!(nemuru.invitations(LOAN), 1);
}

#[tokio::test]
async fn under_a_manual_clock_a_token_lives_as_long_as_it_was_given_for() {
    let clock = Clock::manual();
    for lifetime in [2_678_400, 7200] {
        let sandbox = Sandbox::builder()
            .clock(&clock)
            .nemuru(Options {
                token_lifetime: Duration::from_secs(lifetime),
                ..Options::default()
            })
            .start()
            .await
            .unwrap();
        let client = first(&sandbox);
        client.agent().await.unwrap();
        clock.advance(Duration::from_secs(lifetime - 1));
        client.agent().await.unwrap();
        assert_eq!(sandbox.nemuru().tokens_issued(), 1);
        clock.advance(Duration::from_secs(1));
        client.agent().await.unwrap();
        assert_eq!(sandbox.nemuru().tokens_issued(), 2);
        assert_eq!(sandbox.nemuru().refreshes(), 1);
    }
}

#[tokio::test]
async fn processes_that_share_a_store_share_the_token_and_its_refresh() {
    let sandbox = sandbox().await;
    let nemuru = sandbox.nemuru();
    let store = MemoryStore::default();
    let process = || {
        shop::builder(&sandbox, Agent::First)
            .unwrap()
            .token_store(store.clone())
            .build()
            .unwrap()
    };
    process().agent().await.unwrap();
    process().agent().await.unwrap();
    assert_eq!(nemuru.logins(), 1);
    nemuru.expire_tokens();
    process().agent().await.unwrap();
    assert_eq!(
        (nemuru.logins(), nemuru.refreshes()),
        (1, 1),
        "refreshed by a third one"
    );
    let other = shop::builder(&sandbox, Agent::Second)
        .unwrap()
        .token_store(store)
        .build()
        .unwrap();
    let agent = other.agent().await.unwrap();
    assert_eq!(
        agent.id,
        nemuru.agent(Agent::Second).agent_id,
        "not the first one's token"
    );
}
