//! Settings that can't work: refused before anything is sent, by the name that the user knows them by.

use florin::core::{MemoryStore, StaticToken};
use florin::financeit::{Account, Client, ClientBuilder, Credentials, Environment};
use florin::oauth::{AuthorizationCodeFlow, AuthorizationCodeFlowBuilder};

fn login() -> Credentials {
    Credentials::login("id", "secret", "login", "hunter2")
}

fn complete() -> ClientBuilder {
    Client::builder()
        .environment(Environment::Training)
        .credentials(login())
        .account(Account::Merchant)
}

fn custom(api: &str) -> ClientBuilder {
    complete().environment(Environment::Custom { api: api.into() })
}

#[test]
fn what_is_complete_builds() {
    complete().build().unwrap();
    let builder = || Client::builder().environment(Environment::Production);
    builder()
        .credentials(Credentials::anonymous("id", "secret"))
        .build()
        .unwrap();
    builder().authorized(StaticToken::new("t")).build().unwrap();
    custom("http://127.0.0.1:1/en/api/v3/").build().unwrap();
}

#[test]
fn each_setting_that_can_not_work_is_named_with_what_to_do() {
    let bare = || Client::builder().environment(Environment::Training);
    let cases = [
        (
            Client::builder().credentials(login()),
            "environment",
            "Environment::Training",
        ),
        (bare(), "credentials", "authorized"),
        (bare().credentials(login()), "account", "Account::Broker"),
        (
            complete().authorized(StaticToken::new("hunter2")),
            "credentials",
            "one of the two",
        ),
        (
            complete().credentials(Credentials::login("", "hunter2", "l", "p")),
            "credentials.app_id",
            "is empty",
        ),
        (
            complete().credentials(Credentials::anonymous("id", "hunter2 ")),
            "credentials.app_secret",
            "white space",
        ),
        (
            complete().credentials(Credentials::login("id", "s", "", "hunter2")),
            "credentials.login",
            "is empty",
        ),
        (
            complete().credentials(Credentials::login("id", "hunter2", "l", "")),
            "credentials.password",
            "is empty",
        ),
        (
            bare()
                .authorized(StaticToken::new("hunter2"))
                .token_store(MemoryStore::default()),
            "token_store",
            "Authorized::source",
        ),
        (
            custom("training.financeit.ca"),
            "environment.api",
            "is not a URL",
        ),
        (
            custom("http://training.financeit.ca"),
            "environment.api",
            "use https",
        ),
        (
            custom("https://user:hunter2@example.com"),
            "environment.api",
            "user name or password",
        ),
    ];
    for (builder, setting, advice) in cases {
        let error = builder.build().unwrap_err();
        assert_eq!(error.setting(), setting, "{error}");
        let told = error.to_string();
        assert!(
            told.starts_with(&format!("{setting} ")) && told.contains(advice),
            "{told}"
        );
        assert!(!told.contains("hunter2"), "{told}");
    }
}

#[test]
fn the_addresses_of_the_authorization_code_flow_have_no_default() {
    let client = || AuthorizationCodeFlow::builder().client("app", "hunter2");
    let page = || client().authorize_url("https://provider.example/authorize");
    let token = || page().token_url("https://provider.example/token");
    let setting = |builder: AuthorizationCodeFlowBuilder| {
        let error = builder.build().unwrap_err();
        let told = error.to_string();
        assert!(
            told.contains("is missing") && !told.contains("hunter2"),
            "{told}"
        );
        assert!(!told.contains("financeit.ca"), "nothing is guessed: {told}");
        error.setting().to_owned()
    };
    assert_eq!(setting(AuthorizationCodeFlow::builder()), "client");
    assert_eq!(setting(client()), "authorize_url");
    assert_eq!(setting(page()), "token_url");
    assert_eq!(setting(token()), "redirect_url");
    token()
        .redirect_url("https://shop.example/granted")
        .build()
        .unwrap();
}

#[test]
fn the_documented_environments_have_the_documented_addresses() {
    assert_eq!(
        Environment::Training.api_url(),
        "https://training.financeit.ca/en/api/v3"
    );
    assert_eq!(
        Environment::Production.api_url(),
        "https://www.financeit.ca/en/api/v3"
    );
}

#[test]
fn debug_of_builders_and_credentials_shows_no_secret() {
    let flow = AuthorizationCodeFlow::builder().client("app", "hunter2");
    let shown = format!("{:?} {:?} {flow:?}", complete(), login());
    assert!(
        !shown.contains("hunter2") && !shown.contains("secret\""),
        "{shown}"
    );
}
