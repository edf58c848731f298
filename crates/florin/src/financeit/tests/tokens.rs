//! How long a token is used, and what is said when there is none.

use florin_core::{Effect, MemoryStore, Seam};
use serde_json::json;

use super::super::*;
use super::*;
use crate::oauth::{AuthorizationCodeFlow, Redirect};

/// Takes the token `t2` and no other.
fn taking_only_the_second_token() -> Scripted {
    with_tokens(|sent| match sent.authorization.as_deref() {
        Some("Bearer t2") => (200, r#"{"id":7}"#.to_owned()),
        _ => (401, r#"{"errors":["Unauthorized"]}"#.to_owned()),
    })
}

#[tokio::test(start_paused = true)]
async fn a_token_is_used_until_a_401_and_then_once_again() {
    let network = taking_only_the_second_token();
    let client = login(&network, Account::Merchant);
    client.loan(7).read().await.unwrap();
    client.loan(7).read().await.unwrap();
    assert_eq!(count(&network, "create_user_oauth_token"), 2);
    assert_eq!(count(&network, "get_loan"), 3);
    let asked = network.sent().remove(0);
    assert_eq!(
        asked.url,
        "https://training.financeit.ca/en/api/v3/accounts/create_user_oauth_token"
    );
    assert_eq!(asked.authorization, None);
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&asked.body).unwrap(),
        json!({"app_id": "app", "app_secret": "s3cret", "login": "jane", "password": "p4ss"})
    );
}

#[tokio::test(start_paused = true)]
async fn many_calls_that_find_one_token_refused_ask_for_one_more() {
    let network = taking_only_the_second_token();
    let client = login(&network, Account::Merchant);
    let tasks: Vec<_> = (0..25)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.loan(7).read().await.is_ok() })
        })
        .collect();
    for task in tasks {
        assert!(task.await.unwrap());
    }
    assert_eq!(count(&network, "create_user_oauth_token"), 2);
}

#[tokio::test(start_paused = true)]
async fn an_invite_whose_token_is_refused_is_sent_once_more_with_another() {
    let network = taking_only_the_second_token();
    let client = login(&network, Account::Merchant);
    client.invite(&invite()).await.unwrap();
    assert_eq!(count(&network, "send_direct_invite"), 2);
    assert_eq!(last(&network).authorization.as_deref(), Some("Bearer t2"));
    let network = answering(401, r#"{"errors":["Unauthorized"]}"#);
    let error = login(&network, Account::Merchant)
        .invite(&invite())
        .await
        .unwrap_err();
    assert!(error.is_auth() && error.effect() == Effect::Answered);
    assert_eq!(count(&network, "send_direct_invite"), 2);
}

#[tokio::test(start_paused = true)]
async fn refused_credentials_are_told_from_failures_of_the_moment_and_nothing_is_quoted() {
    for (status, body) in [
        (401, "{}"),
        (403, ""),
        (400, r#"{"errors":["no user jane"]}"#),
        (422, r#"{"errors":"no user jane"}"#),
        (200, r#"{"errors":["no user jane"]}"#),
    ] {
        let network = Scripted::answering(move |_| (status, body.to_owned()));
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert!(
            error.is_auth() && error.effect() == Effect::NotSent,
            "{status} {error:#}"
        );
        assert!(
            !format!("{error:#} {error:?}").contains("jane"),
            "{error:#}"
        );
        assert_eq!(network.sent().len(), 1, "{status}");
    }
    for (status, body) in [(503, ""), (429, "{}"), (0, ""), (200, "<html>")] {
        let network = Scripted::answering(move |_| (status, body.to_owned()));
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert!(
            error.is_transient() && !error.is_auth(),
            "{status} {error:#}"
        );
    }
    for body in ["", "{}", r#"{"access_token":""}"#, r#"{"access_token":7}"#] {
        let network = Scripted::answering(move |_| (200, body.to_owned()));
        let error = login(&network, Account::Merchant)
            .loan(7)
            .read()
            .await
            .unwrap_err();
        assert!(
            !error.is_auth() && !error.is_transient(),
            "{body} {error:#}"
        );
        assert!(
            format!("{error:#}").contains("access_token"),
            "{body} {error:#}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_got_elsewhere_is_used_until_it_is_refused_and_then_asked_for_anew() {
    let network = Scripted::default();
    network.answer(200, "[]").answer(401, "{}");
    let client = authorized(&network);
    client.partners().await.unwrap();
    assert_eq!(
        last(&network).authorization.as_deref(),
        Some("Bearer t0ken")
    );
    let error = client.partners().await.unwrap_err();
    assert!(error.is_auth(), "{error:#}");
    assert!(
        format!("{error:#}").contains("give it a new one"),
        "{error:#}"
    );
    assert_eq!(network.sent().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_grant_that_can_be_renewed_is_and_one_that_cannot_sends_the_user_through_again() {
    for (refresh, renewed) in [(r#","refresh_token":"r1""#, true), ("", false)] {
        let endpoint = Scripted::default();
        let flow = AuthorizationCodeFlow::builder()
            .client("app", "s3cret")
            .authorize_url("https://a.example/authorize")
            .token_url("https://a.example/token")
            .redirect_url("https://you.example/granted")
            .seam(Seam::simulated(now(), 1))
            .transport(endpoint.transport())
            .build()
            .unwrap();
        let pending = flow.authorize_url();
        let (_, state) = pending.url().split_once("&state=").unwrap();
        let state = state.split('&').next().unwrap();
        let redirect = Redirect::parse(&format!("code=c&state={state}")).unwrap();
        endpoint.answer(200, format!(r#"{{"access_token":"u1"{refresh}}}"#));
        endpoint.answer(200, r#"{"access_token":"u2"}"#);
        let grant = pending.finish(redirect).await.unwrap();
        let network = Scripted::default();
        network.answer(401, "{}").answer(200, "[]");
        let client = builder(&network).authorized(grant).build().unwrap();
        let outcome = client.partners().await;
        assert_eq!(outcome.is_ok(), renewed);
        match outcome {
            Ok(_) => assert_eq!(last(&network).authorization.as_deref(), Some("Bearer u2")),
            Err(error) => {
                let told = format!("{error:#}");
                assert!(told.contains("through the authorisation again"), "{told}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn tokens_of_two_logins_are_kept_apart_in_a_shared_store() {
    let network = answering(200, r#"{"id":7}"#);
    let store = MemoryStore::default();
    let client = |login: &str| {
        builder(&network)
            .credentials(Credentials::login("app", "s3cret", login, "p4ss"))
            .account(Account::Merchant)
            .token_store(store.clone())
            .build()
            .unwrap()
    };
    client("jane").loan(7).read().await.unwrap();
    client("jane").loan(7).read().await.unwrap();
    client("john").loan(7).read().await.unwrap();
    assert_eq!(count(&network, "create_user_oauth_token"), 2);
    assert_eq!(last(&network).authorization.as_deref(), Some("Bearer t2"));
}
