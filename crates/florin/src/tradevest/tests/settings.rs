//! What a client can't be made from.

use std::env::VarError;

use super::*;
use crate::env_variables::Variables;
use crate::tradevest::TokenEndpoint;

fn refused(builder: ClientBuilder) -> String {
    builder.build().unwrap_err().to_string()
}

fn elsewhere(api: &str, auth: &str, prices: Option<&str>) -> ClientBuilder {
    Client::builder()
        .environment(Environment::Custom {
            api: api.to_owned(),
            auth: auth.to_owned(),
            prices: prices.map(str::to_owned),
        })
        .credentials(Credentials::new("app", "s3cret"))
}

#[tokio::test]
async fn what_is_missing_or_cannot_work_is_named() {
    let complete = || builder(&Scripted::default());
    assert!(complete().build().is_ok());
    assert!(refused(Client::builder()).starts_with("environment is missing"));
    assert!(
        refused(Client::builder().environment(Environment::Test))
            .starts_with("credentials are missing")
    );
    let spaced = complete().credentials(Credentials::new("app", "s3cret "));
    let said = refused(spaced);
    assert!(
        said.starts_with("credentials.client_secret") && !said.contains("s3cret"),
        "{said}"
    );
    let local = "http://127.0.0.1:9";
    for (builder, setting) in [
        (elsewhere("api", local, None), "environment.api "),
        (elsewhere(local, "ftp://x", None), "environment.auth "),
        (
            elsewhere(local, local, Some("http://prices.example")),
            "environment.prices ",
        ),
        (
            complete().token_endpoint(TokenEndpoint::custom("token", None)),
            "token_endpoint ",
        ),
        (complete().scope(" "), "token_endpoint "),
        (complete().path("get_token", "/token"), "path get_token "),
        (
            complete().path("get_wishes", "/wishes"),
            "path get_wishes names no operation of the features that are on; turn on",
        ),
        (
            complete().path("create_trading_market_order", "/orders"),
            "path create_trading_market_order isn't said here, since there is none to correct; give it to securities_order_path",
        ),
        (
            complete().token_endpoint(TokenEndpoint::custom("//evil/token", None)),
            "token_endpoint has a path that starts with two slashes",
        ),
        (complete().scope("a\nb"), "token_endpoint has a scope with"),
        (
            complete().path("get_webhook", "/webhooks/{type}"),
            "path get_webhook has {type}",
        ),
    ] {
        let said = refused(builder);
        assert!(said.starts_with(setting), "{said}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_corrected_path_is_used() {
    let network = in_turn(&[(200, "[]")]);
    let client = builder(&network)
        .path("get_webhooks", "/v2/webhooks")
        .build()
        .unwrap();
    client.api().get_webhooks().send().await.unwrap();
    assert_eq!(
        calls(&network)[0].url,
        "https://tvda-api.platform-test.tradevest.ai/v2/webhooks"
    );
}

fn from_env(extra: &[(&str, &str)]) -> Result<ClientBuilder, florin_core::ConfigError> {
    let mut values = vec![
        ("TRADEVEST_ENVIRONMENT", "production"),
        ("TRADEVEST_CLIENT_ID", "app"),
        ("TRADEVEST_CLIENT_SECRET", "s3cret"),
    ];
    values.extend_from_slice(extra);
    ClientBuilder::from_variables(&Variables::scripted(&|name| {
        let found = values.iter().find(|(known, _)| *known == name);
        found
            .map(|(_, value)| (*value).to_owned())
            .ok_or(VarError::NotPresent)
    }))
}

#[tokio::test(start_paused = true)]
async fn the_environment_variables_say_which_token_endpoint_and_who() {
    const PATH: &str = "TRADEVEST_TOKEN_PATH";
    const SCOPE: &str = "TRADEVEST_SCOPE";
    for (extra, path, scope) in [
        (&[][..], "/connect/token", Some("tradevest.api")),
        (&[(PATH, "/oauth2/token")], "/oauth2/token", None),
        (&[(PATH, "/t")], "/t", None),
        (&[(PATH, "/t"), (SCOPE, "a")], "/t", Some("a")),
    ] {
        let network = in_turn(&[(200, "[]")]);
        let client = from_env(extra)
            .unwrap()
            .seam(Seam::simulated(now(), 1))
            .transport(network.transport())
            .build()
            .unwrap();
        client.api().get_webhooks().send().await.unwrap();
        let token = &network.sent()[0];
        assert!(token.url.ends_with(path), "{}", token.url);
        let asked = scope.map(|scope| format!("scope={scope}"));
        assert_eq!(
            asked.is_some_and(|asked| token.body.contains(&asked)),
            scope.is_some(),
            "{}",
            token.body
        );
        assert_eq!(token.body.contains("scope"), scope.is_some());
    }
    let person = from_env(&[("TRADEVEST_REQUESTOR_ID", PERSON)]).unwrap();
    let person = person
        .seam(Seam::simulated(now(), 1))
        .transport(Scripted::default().transport())
        .build()
        .unwrap();
    assert_eq!(
        person.requestor().map(ToString::to_string).as_deref(),
        Some(PERSON)
    );
    let error = from_env(&[("TRADEVEST_REQUESTOR_ID", "jane")]).unwrap_err();
    assert_eq!(error.setting(), "TRADEVEST_REQUESTOR_ID");
    assert!(!error.to_string().contains("jane"));
}

#[tokio::test]
async fn debug_shows_where_it_sends_to_and_no_secret() {
    let shown = format!(
        "{:?} {:?}",
        builder(&Scripted::default()),
        client(&Scripted::default())
    );
    assert!(
        shown.contains(PERSON) && shown.contains("tvda-api"),
        "{shown}"
    );
    assert!(!shown.contains("s3cret"), "{shown}");
}
