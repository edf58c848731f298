//! Tokens, of which both notes speak.

use florin::tradevest::{ClientBuilder, Environment, TokenEndpoint};
use florin_tests::in_memory::{Asked, InMemory, Says};
use serde_json::json;

use super::desk::{Desk, of, settings, token};
use super::specs;

/// What a token was asked for with.
async fn asked(build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Asked {
    let provider = InMemory::with_tokens(|asked| match asked.operation.as_str() {
        "get_token" => Says::Yes(token()),
        _ => Says::Yes(json!([])),
    });
    let client = build(of(&provider)).build().unwrap();
    client.api().get_webhooks().send().await.unwrap();
    provider.asked("get_token").remove(0)
}

#[tokio::test(start_paused = true)]
async fn rest_trap_01_host_path_and_scope_of_tokens_are_settings_and_no_specs_token_url_is_followed()
 {
    let scope = |asked: &Asked| asked.text.contains("scope=").then(|| asked.text.clone());
    let connect = asked(|builder| builder.token_endpoint(TokenEndpoint::Connect)).await;
    assert_eq!(connect.path, "/connect/token");
    assert!(scope(&connect).unwrap().contains("scope=tradevest.api"));
    let older = asked(|builder| builder.token_endpoint(TokenEndpoint::Oauth2)).await;
    assert_eq!(
        (older.path.as_str(), scope(&older)),
        ("/oauth2/token", None)
    );
    let own = TokenEndpoint::custom("/mine", Some("a".to_owned()));
    let own = asked(|builder| builder.token_endpoint(own).scope("b")).await;
    assert_eq!(own.path, "/mine");
    assert!(scope(&own).unwrap().contains("scope=b"));
    for (name, (text, _)) in specs::documents() {
        for stranger in ["tokenUrl:", "amazoncognito"] {
            assert!(!text.contains(stranger), "{name}: {stranger}");
        }
    }
}

#[tokio::test]
async fn events_trap_01_one_token_of_the_environments_own_host_is_good_for_all_domains() {
    let desk = Desk::open().await;
    let client = settings(&desk.sandbox).build().unwrap();
    let api = client.api();
    api.get_webhooks().send().await.unwrap();
    api.get_product_definitions().send().await.unwrap();
    api.get_users().send().await.unwrap();
    api.get_role_customers().send().await.unwrap();
    api.get_strategies().send().await.unwrap();
    let asked = desk.received("get_token");
    assert_eq!((asked.len(), asked[0].host), (1, "auth"));
    for (environment, host) in [
        (
            Environment::Test,
            "https://b2b.auth.platform-test.tradevest.ai",
        ),
        (
            Environment::Pretest,
            "https://b2b.auth.platform-pretest.tradevest.ai",
        ),
        (
            Environment::Production,
            "https://b2b.auth.platform-prod.tradevest.ai",
        ),
    ] {
        assert_eq!(environment.auth_url(), host);
    }
    assert_eq!(
        Environment::Production.usual_token_endpoint(),
        TokenEndpoint::Connect
    );
    assert_eq!(
        Environment::Test.usual_token_endpoint(),
        TokenEndpoint::Oauth2
    );
}

/// The fields of a plain form.
fn fields(asked: &Asked) -> Vec<(String, String)> {
    assert_eq!(
        asked.headers["content-type"],
        "application/x-www-form-urlencoded"
    );
    assert!(asked.body.is_none(), "it is no JSON, and no text in quotes");
    let mut fields: Vec<_> = asked
        .text
        .split('&')
        .map(|field| field.split_once('=').unwrap())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    fields.sort_unstable();
    fields
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let fields = fields.iter();
    fields
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn rest_trap_02_a_token_is_asked_for_with_a_plain_form_and_not_with_the_quotes_of_the_sample()
{
    let asked = asked(|builder| builder).await;
    let expected = [
        ("client_id", "an-app"),
        ("client_secret", "s3cret"),
        ("grant_type", "client_credentials"),
    ];
    assert_eq!(fields(&asked), owned(&expected));
}

#[tokio::test(start_paused = true)]
async fn events_trap_02_what_needs_it_is_escaped_in_the_form_and_nothing_else() {
    let strange = florin::tradevest::Credentials::new("an app", "a+b&c='d'/ä%");
    let asked = asked(|builder| builder.credentials(strange)).await;
    let expected = [
        ("client_id", "an+app"),
        ("client_secret", "a%2Bb%26c%3D%27d%27%2F%C3%A4%25"),
        ("grant_type", "client_credentials"),
    ];
    assert_eq!(fields(&asked), owned(&expected));
}

/// There is no third version of it.
fn check_oauth(spec_says: &str) {
    assert!(spec_says.contains("OAuth 2.0"), "{spec_says}");
    for (name, (text, _)) in specs::documents() {
        assert!(!text.contains("OAuth 3"), "{name}");
    }
}

#[test]
fn rest_trap_03_the_specs_speak_of_the_oauth_that_there_is() {
    let scheme = specs::component("securitySchemes", "bearer");
    assert_eq!(
        (&scheme["type"], &scheme["scheme"]),
        (&json!("http"), &json!("bearer"))
    );
    check_oauth(scheme["description"].as_str().unwrap());
}

#[tokio::test]
async fn events_trap_03_a_refused_grant_is_read_as_oauth_says() {
    let desk = Desk::open().await;
    let body = super::desk::read::<florin::tradevest::types::TokenRequest>(&json!({
        "grant_type": "client_credentials", "client_id": "nobody", "client_secret": "nothing",
    }));
    let answer = desk.client.api().get_token().body(body).send().await;
    let error = answer.unwrap_err();
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(
        error.body().unwrap().error.as_ref().unwrap().as_str(),
        "invalid_client"
    );
    let codes = specs::schema("AuthErrorCode");
    assert_eq!(codes["enum"].as_array().unwrap().len(), 5);
    check_oauth(
        specs::schema("AuthError")["properties"]["error_description"]["description"]
            .as_str()
            .unwrap(),
    );
}
