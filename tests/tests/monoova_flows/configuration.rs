//! Settings that can't work: refused before anything is sent, by the name that the user knows them by.

use florin::core::{MemoryStore, StaticToken};
use florin::monoova::{Access, Client, ClientBuilder, Credentials, Environment};

fn office() -> Credentials {
    Credentials::back_office("app", "hunter2")
}

fn bare() -> ClientBuilder {
    Client::builder().environment(Environment::Sandbox)
}

fn complete() -> ClientBuilder {
    bare()
        .credentials(office())
        .token_url("https://auth.example/token")
}

fn custom(api: &str) -> ClientBuilder {
    complete().environment(Environment::Custom { api: api.into() })
}

fn user(name: &str, password: &str) -> ClientBuilder {
    complete().credentials(Credentials::client_website(
        "app", "hunter2", name, password,
    ))
}

#[test]
fn what_is_complete_builds() {
    complete().build().unwrap();
    complete().user_id(42).build().unwrap();
    user("jane", " pass ").build().unwrap();
    custom("http://127.0.0.1:1/global/v1/").build().unwrap();
    custom("http://[::1]:1").build().unwrap();
    complete()
        .token_url("http://localhost:1/token")
        .build()
        .unwrap();
    let own = bare().authorized(Access::ClientWebsite, StaticToken::new("t"));
    assert_eq!(own.build().unwrap().access(), Access::ClientWebsite);
    for environment in [Environment::Sandbox, Environment::Production] {
        let guess = environment.guessed_token_url().unwrap();
        let builder = complete().environment(environment).token_url(guess);
        builder.build().unwrap();
    }
}

#[test]
fn each_setting_that_can_not_work_is_named_with_what_to_do() {
    let token = || StaticToken::new("hunter2");
    let token_url = |url: &str| complete().token_url(url);
    let cases = [
        (Client::builder(), "environment", "Environment::Sandbox"),
        (bare(), "credentials", "authorized"),
        (
            bare().credentials(office()),
            "token_url",
            "guessed_token_url",
        ),
        (
            complete().authorized(Access::BackOffice, token()),
            "credentials",
            "one of the two",
        ),
        (
            complete().credentials(Credentials::back_office("", "hunter2")),
            "credentials.client_id",
            "is empty",
        ),
        (
            complete().credentials(Credentials::back_office("app", "hunter2\n")),
            "credentials.client_secret",
            "white space",
        ),
        (
            complete().credentials(office().scope("")),
            "credentials.scope",
            "is empty",
        ),
        (user("", "hunter2"), "credentials.username", "is empty"),
        (user("jane", ""), "credentials.password", "is empty"),
        (
            user("jane", "hunter2").user_id(42),
            "user_id",
            "client_website",
        ),
        (complete().user_id(0), "user_id", "above zero"),
        (
            bare()
                .authorized(Access::BackOffice, token())
                .token_store(MemoryStore::default()),
            "token_store",
            "Authorized::source",
        ),
        (token_url("auth.example/token"), "token_url", "URL"),
        (token_url(""), "token_url", "URL"),
        (token_url("ftp://auth.example/token"), "token_url", "https"),
        (token_url("http://auth.example/token"), "token_url", "https"),
        (token_url("http://10.0.0.1/token"), "token_url", "https"),
        (
            token_url("http://localhost.example/token"),
            "token_url",
            "https",
        ),
        (
            token_url("https://app:hunter2@auth.example/token"),
            "token_url",
            "user name",
        ),
        (
            token_url("https://auth.example/token?secret=hunter2"),
            "token_url",
            "query",
        ),
        (
            token_url("https://auth.example/token#hunter2"),
            "token_url",
            "fragment",
        ),
        (custom("sand-api.monoova.com"), "environment.api", "URL"),
        (
            custom("http://sand-api.monoova.com"),
            "environment.api",
            "https",
        ),
        (
            custom("https://app:hunter2@example.com"),
            "environment.api",
            "user name",
        ),
    ];
    for (at, (builder, setting, advice)) in cases.into_iter().enumerate() {
        let Err(error) = builder.build() else {
            panic!("{at}: {setting} ({advice}) is taken");
        };
        assert_eq!(error.setting(), setting, "{at}: {error}");
        let told = error.to_string();
        assert!(told.contains(advice), "{told} lacks {advice}");
        assert!(!told.contains("hunter2"), "{told}");
    }
}

#[test]
fn the_environments_have_the_addresses_that_are_known() {
    let known = [
        (
            Environment::Sandbox,
            "https://sand-api.monoova.com/global/v1",
        ),
        (Environment::Production, "https://api.monoova.com/global/v1"),
    ];
    for (environment, api) in known {
        assert_eq!(environment.api_url(), api);
    }
    let api = "https://proxy.example".to_owned();
    assert_eq!(Environment::Custom { api }.guessed_token_url(), None);
}

#[test]
fn debug_of_everything_with_settings_shows_no_secret_and_no_user() {
    let builder = user("jane", "hunter2");
    let credentials = Credentials::client_website("app", "hunter2", "jane", "hunter2");
    let shown = format!("{builder:?} {credentials:?}");
    let shown = format!("{shown} {:?}", builder.build().unwrap());
    for hidden in ["hunter2", "jane"] {
        assert!(!shown.contains(hidden), "{shown}");
    }
}
