//! Settings that can't work: refused before anything is sent, by the name that the user knows them by.

use std::time::Duration;

use florin::Limits;
use florin::core::ConfigError;
use florin::nemuru::{Client, ClientBuilder, Credentials, Environment};

fn complete() -> ClientBuilder {
    Client::builder()
        .environment(Environment::Stage)
        .credentials(Credentials::new("tienda@example.com", "password"))
}

fn custom(api: &str, auth: Option<&str>) -> ClientBuilder {
    complete().environment(Environment::Custom {
        api: api.into(),
        auth: auth.map(Into::into),
    })
}

fn credentials(username: &str, password: &str) -> ClientBuilder {
    complete().credentials(Credentials::new(username, password))
}

#[test]
fn what_is_complete_builds() {
    complete().build().unwrap();
    complete()
        .environment(Environment::Production)
        .build()
        .unwrap();
    custom("http://127.0.0.1:1/api/v2/", None).build().unwrap();
    custom(
        "https://api.example.com/api/v2",
        Some("http://localhost:2/api"),
    )
    .build()
    .unwrap();
    credentials("tienda", " a password with white space ")
        .build()
        .unwrap();
}

#[test]
fn each_setting_that_can_not_work_is_named_with_what_to_do() {
    let https = "https://api.example.com/api/v2";
    let cases = [
        (
            Client::builder().credentials(Credentials::new("u", "p")),
            "environment",
            "Environment::Stage",
        ),
        (
            Client::builder().environment(Environment::Stage),
            "credentials",
            "from_env",
        ),
        (
            credentials("", "hunter2"),
            "credentials.username",
            "is empty",
        ),
        (
            credentials(" ", "hunter2"),
            "credentials.username",
            "is empty",
        ),
        (
            credentials("hunter2 ", "hunter2"),
            "credentials.username",
            "white space",
        ),
        (
            credentials("tienda", ""),
            "credentials.password",
            "is empty",
        ),
        (
            custom("api.example.com", None),
            "environment.api",
            "is not a URL",
        ),
        (
            custom("http://api.example.com", None),
            "environment.api",
            "use https",
        ),
        (
            custom("ftp://api.example.com", None),
            "environment.api",
            "use https",
        ),
        (
            custom("https://user:hunter2@example.com", None),
            "environment.api",
            "user name or password",
        ),
        (
            custom("https://api.example.com?x=1", None),
            "environment.api",
            "query",
        ),
        (custom(https, Some("")), "environment.auth", "is not a URL"),
        (
            custom(https, Some("http://auth.example.com")),
            "environment.auth",
            "use https",
        ),
    ];
    for (builder, setting, advice) in cases {
        let error = builder.build().unwrap_err();
        let told = error.to_string();
        assert!(
            told.starts_with(&format!("{setting} ")) && told.contains(advice),
            "{setting}: {told}"
        );
        assert_eq!(error.setting(), setting, "{error}");
        assert_eq!(told.matches(setting).count(), 1, "named once: {told}");
        assert!(!told.contains("hunter2"), "{told}");
    }
}

#[test]
fn limits_that_can_not_work_are_named_as_such() {
    let error = complete()
        .limits(Limits::default().attempt(Duration::ZERO))
        .build()
        .unwrap_err();
    assert!(error.setting().contains("attempt"), "{error}");
}

#[test]
fn the_environments_have_the_hosts_of_nemurus_own_samples_and_one_login_each() {
    for (environment, base) in [
        (Environment::Stage, "https://api.stg.nemuru.io/api/v2"),
        (Environment::Production, "https://api.nemuru.io/api/v2"),
    ] {
        assert_eq!(
            (environment.api_url(), environment.auth_url()),
            (base, base)
        );
    }
    let newer = Environment::Custom {
        api: "https://api.stg.nemuru.io/api/v2".into(),
        auth: Some("https://api.stg.nemuru.io/api".into()),
    };
    assert_eq!(newer.auth_url(), "https://api.stg.nemuru.io/api");
}

#[test]
fn what_is_missing_in_the_environment_is_named() {
    // Nothing of Nemuru is set where tests run; what happens with values is tested beside the code that reads them.
    let setting = |error: ConfigError| error.setting().to_owned();
    assert_eq!(
        setting(Environment::from_env().unwrap_err()),
        "NEMURU_API_URL"
    );
    assert_eq!(
        setting(Credentials::from_env().unwrap_err()),
        "NEMURU_USERNAME"
    );
}

#[test]
fn debug_of_a_builder_shows_neither_user_nor_password() {
    let shown = format!(
        "{:?} {:?}",
        credentials("lucia@example.com", "hunter2"),
        credentials("lucia@example.com", "hunter2").build().unwrap()
    );
    assert!(
        !shown.contains("hunter2") && !shown.contains("lucia"),
        "{shown}"
    );
    assert!(shown.contains("Stage"), "{shown}");
}
