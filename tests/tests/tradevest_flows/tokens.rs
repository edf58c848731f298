//! Tokens: at which endpoint they are asked for and how, how long they are used, and what happens when they are refused.

use florin::core::Effect;
use florin::tradevest::{Client, ClientBuilder, Credentials, Environment, TokenEndpoint};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Options, TokenPaths};
use florin_tests::in_memory::{InMemory, Says};
use serde_json::json;

use super::desk::{Desk, HOUR, of, settings, token};

async fn call(client: &Client) -> Result<(), florin::tradevest::Error> {
    client.api().get_webhooks().send().await.map(drop)
}

/// The fields of the last form that a token was asked for with, as they came.
fn form(desk: &Desk) -> Vec<String> {
    let asked = desk.last("get_token");
    assert_eq!((asked.method.as_str(), asked.host), ("POST", "auth"));
    assert!(asked.header("authorization").is_none() && asked.query.is_none());
    assert_eq!(
        asked.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    let text = String::from_utf8(asked.body.to_vec()).unwrap();
    let mut fields: Vec<String> = text.split('&').map(str::to_owned).collect();
    fields.sort_unstable();
    fields
}

#[tokio::test]
async fn both_documented_endpoints_give_tokens_each_in_its_own_way() {
    for (endpoint, served, path, scope) in [
        (
            TokenEndpoint::Connect,
            TokenPaths::Connect,
            "/connect/token",
            Some("scope=tradevest.api"),
        ),
        (
            TokenEndpoint::Oauth2,
            TokenPaths::Oauth2,
            "/oauth2/token",
            None,
        ),
    ] {
        let options = Options {
            token_paths: served,
            ..Options::default()
        };
        let desk = Desk::open_with(options).await;
        let client = settings(&desk.sandbox).token_endpoint(endpoint);
        call(&client.build().unwrap()).await.unwrap();
        assert_eq!(desk.last("get_token").path, path);
        let known = desk.tradevest();
        let id = format!("client_id={}", known.client_id());
        let secret = format!("client_secret={}", known.client_secret());
        let mut expected = vec![id, secret, "grant_type=client_credentials".to_owned()];
        expected.extend(scope.map(str::to_owned));
        assert_eq!(form(&desk), expected);
        let sent = desk.last("get_webhooks");
        assert!(sent.header("authorization").unwrap().starts_with("Bearer "));
        assert_eq!(sent.host, "api");
    }
}

#[tokio::test]
async fn the_wrong_endpoint_is_told_and_not_tried_at_another_path() {
    for (endpoint, served) in [
        (TokenEndpoint::Connect, TokenPaths::Oauth2),
        (TokenEndpoint::Oauth2, TokenPaths::Connect),
    ] {
        let options = Options {
            token_paths: served,
            ..Options::default()
        };
        let desk = Desk::open_with(options).await;
        let client = settings(&desk.sandbox)
            .token_endpoint(endpoint)
            .build()
            .unwrap();
        let error = call(&client).await.unwrap_err();
        assert!(error.is_auth(), "{error:#}");
        assert_eq!(error.effect(), Effect::NotSent);
        assert_eq!(desk.count("get_webhooks"), 0);
        let asked = desk.received("get_token");
        assert!(asked.iter().all(|request| request.path == asked[0].path));
    }
}

#[tokio::test(start_paused = true)]
async fn a_path_and_a_scope_of_ones_own_are_asked_for() {
    let provider = InMemory::with_tokens(|asked| match asked.operation.as_str() {
        "get_token" => Says::Yes(token()),
        _ => Says::Yes(json!([])),
    });
    let ask = |builder: ClientBuilder| {
        let provider = provider.clone();
        async move {
            call(&builder.build().unwrap()).await.unwrap();
            let asked = provider.asked("get_token").pop().unwrap();
            let scope = asked
                .text
                .split('&')
                .find(|field| field.starts_with("scope="));
            (asked.path.clone(), scope.map(str::to_owned))
        }
    };
    let own = TokenEndpoint::custom("/realms/b2b/token", Some("one two".to_owned()));
    let expected = (
        "/realms/b2b/token".to_owned(),
        Some("scope=one+two".to_owned()),
    );
    assert_eq!(
        ask(of(&provider).token_endpoint(own.clone())).await,
        expected
    );
    // What is said of the scope alone counts before that of the endpoint.
    let scope = Some("scope=other".to_owned());
    let named = of(&provider).token_endpoint(own).scope("other");
    assert_eq!(ask(named).await.1, scope);
    // By itself, production alone asks at the newer one.
    for (environment, path) in [
        (Environment::Test, "/oauth2/token"),
        (Environment::Pretest, "/oauth2/token"),
        (Environment::Production, "/connect/token"),
    ] {
        assert_eq!(ask(of(&provider).environment(environment)).await.0, path);
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_is_used_for_its_hour_and_renewed_before_that_is_over() {
    let provider = InMemory::with_tokens(|asked| match asked.operation.as_str() {
        "get_token" => Says::Yes(token()),
        _ => Says::Yes(json!([])),
    });
    let client = of(&provider).build().unwrap();
    call(&client).await.unwrap();
    tokio::time::advance(HOUR / 2).await;
    call(&client).await.unwrap();
    assert_eq!(provider.asked("get_token").len(), 1);
    tokio::time::advance(HOUR / 2 - std::time::Duration::from_secs(1)).await;
    call(&client).await.unwrap();
    assert_eq!(
        provider.asked("get_token").len(),
        2,
        "a second before it ends"
    );
}

#[tokio::test]
async fn a_token_whose_hour_is_over_at_the_provider_is_renewed_and_the_call_goes_through() {
    let desk = Desk::open().await;
    call(&desk.client).await.unwrap();
    desk.clock.advance(HOUR);
    call(&desk.client).await.unwrap();
    assert_eq!(desk.tradevest().tokens_issued(), 2);
    let answers: Vec<_> = desk
        .received("get_webhooks")
        .iter()
        .map(|r| r.answered.unwrap().as_u16())
        .collect();
    assert_eq!(answers, [200, 401, 200]);
}

#[tokio::test]
async fn a_second_refusal_in_a_row_is_told() {
    let desk = Desk::open().await;
    desk.misbehave(Fault::expired_token().always());
    let error = call(&desk.client).await.unwrap_err();
    assert!(error.is_auth());
    assert_eq!(desk.count("get_webhooks"), 2);
    assert_eq!(desk.tradevest().tokens_issued(), 2);
}

#[tokio::test]
async fn a_refused_token_costs_no_call_that_is_sent_once_and_none_is_sent_a_third_time() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    call(&desk.client).await.unwrap();
    desk.tradevest().expire_tokens();
    let pay_out = || {
        let amount = "1.10".parse().unwrap();
        desk.client.pay_out(&*trader.cash, amount, "March")
    };
    pay_out().await.unwrap();
    assert_eq!(desk.count("create_transfer"), 2);
    assert_eq!(desk.tradevest().transfers().len(), 1);
    desk.misbehave(Fault::expired_token().on("create_transfer").always());
    let error = pay_out().await.unwrap_err();
    assert!(error.is_auth());
    assert_eq!(error.effect(), florin::core::Effect::Answered);
    assert_eq!(desk.count("create_transfer"), 4);
    assert_eq!(desk.tradevest().transfers().len(), 1);
}

#[tokio::test]
async fn an_order_that_is_refused_for_its_token_is_placed_once() {
    let desk = Desk::open().await;
    let trader = desk.trader();
    call(&desk.client).await.unwrap();
    desk.tradevest().expire_tokens();
    let create = desk.client.create_digital_order(trader.order("10", ""));
    let order = create.await.unwrap();
    assert!(!order.was_there());
    assert_eq!(desk.tradevest().orders().len(), 1);
    assert_eq!(desk.count("create_digital_market_order"), 2);
}

#[tokio::test]
async fn many_who_have_no_token_ask_for_one() {
    let desk = Desk::open().await;
    let calls: Vec<_> = (0..8)
        .map(|_| {
            let client = desk.client.clone();
            tokio::spawn(async move { call(&client).await })
        })
        .collect();
    for called in calls {
        called.await.unwrap().unwrap();
    }
    assert_eq!(desk.tradevest().tokens_issued(), 1);
}

#[tokio::test]
async fn credentials_that_are_refused_are_told_in_the_providers_words_and_never_shown() {
    let desk = Desk::open().await;
    let wrong = settings(&desk.sandbox).credentials(Credentials::new("an-app", "wr0ng-s3cret"));
    let client = wrong.build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert!(error.is_auth());
    assert_eq!(error.effect(), Effect::NotSent);
    let shown = format!("{error:#} {error:?} {client:?}");
    assert!(shown.contains("invalid_client"), "{shown}");
    assert!(!shown.contains("wr0ng-s3cret"), "{shown}");
    assert_eq!(desk.count("get_webhooks"), 0);
    assert_eq!(
        desk.count("get_token"),
        1,
        "what is refused is not asked for again"
    );
}

#[tokio::test]
async fn a_token_host_that_fails_for_a_moment_is_asked_again() {
    let desk = Desk::open().await;
    desk.misbehave(Fault::status(503).on("get_token"));
    call(&desk.client).await.unwrap();
    assert_eq!(desk.count("get_token"), 2);
    desk.misbehave(Fault::status(503).on("get_token").always());
    let other = settings(&desk.sandbox).build().unwrap();
    let error = call(&other).await.unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent, "{error:#}");
}

#[tokio::test]
async fn the_generated_token_call_goes_to_the_token_host_too() {
    let desk = Desk::open().await;
    let known = desk.tradevest();
    let body = super::desk::read::<florin::tradevest::types::TokenRequest>(&json!({
        "grant_type": "client_credentials", "client_id": known.client_id(), "client_secret": known.client_secret(),
    }));
    let answer = desk.client.api().get_token().body(body).send().await;
    let token = answer.unwrap().into_inner();
    assert_eq!(
        (token.expires_in, token.token_type.as_str()),
        (3600, "Bearer")
    );
    assert!(!format!("{token:?}").contains(token.access_token.expose()));
    assert_eq!(desk.last("get_token").host, "auth");
}
