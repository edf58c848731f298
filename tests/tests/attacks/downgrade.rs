//! Downgrade: no client is built that would send anything in plain text to another machine.

use florin::core::ConfigError;
use florin::oauth::AuthorizationCodeFlow;
use florin::{financeit, monetago, monoova, nemuru, tradevest};

/// What looks harmless to somebody.
const EVIL: [&str; 17] = [
    "http://api.example.com",
    "HTTP://API.EXAMPLE.COM/v1",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://localhost@example.com",
    "http://127.0.0.1:80@example.com/",
    "https://127.0.0.1@example.com/",
    "http://0.0.0.0",
    "http://10.0.0.1",
    "http://169.254.169.254/latest",
    "http://[fe80::1]",
    "http://[::ffff:10.0.0.1]",
    "http:\\\\example.com",
    "ws://prices.example.com",
    "wss://prices.example.com",
    "ftp://example.com",
    "file:///etc/passwd",
];

const FINE: &str = "https://api.example.com/v1";

/// A URL of a client's that is `url`, with its name.
fn clients(url: &str) -> Vec<(&'static str, Option<ConfigError>)> {
    let [evil, fine] = [url, FINE].map(str::to_owned);
    let monetago = |api: &String, auth: &String| {
        let environment = monetago::Environment::Custom {
            api: api.clone(),
            auth: auth.clone(),
        };
        let credentials = monetago::ClientCredentials::new("id", "s3cret", "audience");
        monetago::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .build()
            .err()
    };
    let nemuru = |api: &String, auth: Option<&String>| {
        let environment = nemuru::Environment::Custom {
            api: api.clone(),
            auth: auth.cloned(),
        };
        let credentials = nemuru::Credentials::new("user", "s3cret");
        nemuru::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .build()
            .err()
    };
    let financeit = |api: &String| {
        let environment = financeit::Environment::Custom { api: api.clone() };
        let credentials = financeit::Credentials::anonymous("id", "s3cret");
        financeit::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .build()
            .err()
    };
    let monoova = |api: &String, token: &String| {
        let environment = monoova::Environment::Custom { api: api.clone() };
        let credentials = monoova::Credentials::client_website("id", "s3cret", "user", "s3cret");
        let builder = monoova::Client::builder()
            .environment(environment)
            .token_url(token.clone());
        builder.credentials(credentials).build().err()
    };
    let tradevest = |api: &String, auth: &String, prices: &String| {
        let (api, auth) = (api.clone(), auth.clone());
        let environment = tradevest::Environment::Custom {
            api,
            auth,
            prices: Some(prices.clone()),
        };
        let credentials = tradevest::Credentials::new("id", "s3cret");
        tradevest::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .build()
            .err()
    };
    let flow = |authorize: &String, token: &String, back: &String, issuer: &String| {
        let builder = AuthorizationCodeFlow::builder()
            .client("id", "s3cret")
            .issuer(issuer.clone());
        let builder = builder
            .authorize_url(authorize.clone())
            .token_url(token.clone());
        builder.redirect_url(back.clone()).build().err()
    };
    vec![
        ("api", monetago(&evil, &fine)),
        ("auth", monetago(&fine, &evil)),
        ("api", nemuru(&evil, None)),
        ("auth", nemuru(&fine, Some(&evil))),
        ("api", financeit(&evil)),
        ("api", monoova(&evil, &fine)),
        ("token_url", monoova(&fine, &evil)),
        ("api", tradevest(&evil, &fine, &fine)),
        ("auth", tradevest(&fine, &evil, &fine)),
        ("prices", tradevest(&fine, &fine, &evil)),
        ("authorize_url", flow(&evil, &fine, &fine, &fine)),
        ("token_url", flow(&fine, &evil, &fine, &fine)),
        ("redirect_url", flow(&fine, &fine, &evil, &fine)),
        ("issuer", flow(&fine, &fine, &fine, &evil)),
    ]
}

#[tokio::test]
async fn plain_text_to_another_machine_is_refused_by_the_name_of_the_setting() {
    for url in EVIL {
        for (at, (setting, refusal)) in clients(url).into_iter().enumerate() {
            let error =
                refusal.unwrap_or_else(|| panic!("{at}: a client was built with {setting} {url}"));
            assert!(error.setting().contains(setting), "{at} {url}: {error}");
            assert!(!format!("{error} {error:?}").contains("s3cret"));
        }
    }
}

#[tokio::test]
async fn on_this_machine_it_is_taken_and_https_everywhere() {
    for url in [
        "http://127.0.0.1:9",
        "http://localhost:9",
        "http://[::1]:9",
        FINE,
    ] {
        for (setting, refusal) in clients(url) {
            assert!(refusal.is_none(), "{setting} {url}: {refusal:?}");
        }
    }
}
