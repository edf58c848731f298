//! Settings that can't work: refused before anything is sent, by the name that the user knows them by.

use std::time::Duration;

use florin::Limits;
use florin::monetago::{Client, ClientBuilder, ClientCredentials, Environment};

fn complete() -> ClientBuilder {
    Client::builder()
        .environment(Environment::CustomerTest)
        .credentials(ClientCredentials::new("id", "secret", "audience"))
}

fn custom(api: &str, auth: &str) -> ClientBuilder {
    complete().environment(Environment::Custom {
        api: api.into(),
        auth: auth.into(),
    })
}

fn credentials(id: &str, secret: &str, audience: &str) -> ClientBuilder {
    complete().credentials(ClientCredentials::new(id, secret, audience))
}

#[test]
fn what_is_complete_builds() {
    complete().build().unwrap();
    complete()
        .environment(Environment::Production)
        .institution("EXMPSGSGXXX")
        .build()
        .unwrap();
    custom("http://127.0.0.1:1/v1/", "http://localhost:2")
        .build()
        .unwrap();
}

#[test]
fn each_setting_that_can_not_work_is_named_with_what_to_do() {
    let https = "https://api.example.com/v1";
    let cases = [
        (
            Client::builder().credentials(ClientCredentials::new("i", "s", "a")),
            "environment",
            "CustomerTest",
        ),
        (
            Client::builder().environment(Environment::CustomerTest),
            "credentials",
            "from_env",
        ),
        (
            credentials("", "secret", "audience"),
            "credentials.client_id",
            "is empty",
        ),
        (
            credentials("id", " ", "audience"),
            "credentials.client_secret",
            "is empty",
        ),
        (
            credentials("id", "hunter2\n", "audience"),
            "credentials.client_secret",
            "white space",
        ),
        (
            credentials("id", "secret", ""),
            "credentials.audience",
            "is empty",
        ),
        (complete().institution(""), "institution", "BIC or UUID"),
        (
            complete().institution(" EXMPSGSG"),
            "institution",
            "white space",
        ),
        (
            complete().institution("x".repeat(37)),
            "institution",
            "37 characters",
        ),
        (
            custom("api.example.com", https),
            "environment.api",
            "is not a URL",
        ),
        (
            custom("http://api.example.com", https),
            "environment.api",
            "use https",
        ),
        (
            custom("ftp://api.example.com", https),
            "environment.api",
            "use https",
        ),
        (
            custom("https://user:hunter2@example.com", https),
            "environment.api",
            "user name or password",
        ),
        (
            custom("https://api.example.com?x=1", https),
            "environment.api",
            "query",
        ),
        (custom(https, ""), "environment.auth", "is not a URL"),
        (
            custom(https, "http://auth.example.com"),
            "environment.auth",
            "use https",
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
        assert_eq!(told.matches(setting).count(), 1, "named once: {told}");
        assert!(!told.contains("hunter2"), "{told}");
    }
}

#[test]
fn limits_that_can_not_work_are_named_as_such() {
    let error = complete()
        .limits(Limits::default().total(Duration::ZERO))
        .build()
        .unwrap_err();
    assert!(error.setting().contains("total"), "{error}");
}

#[test]
fn the_documented_environments_have_the_documented_hosts() {
    let hosts = |environment: Environment| {
        [
            environment.api_url().to_owned(),
            environment.auth_url().to_owned(),
        ]
    };
    assert_eq!(
        hosts(Environment::CustomerTest),
        [
            "https://api.uat.securefinancing.com/v1",
            "https://auth.uat.securefinancing.com"
        ]
    );
    assert_eq!(
        hosts(Environment::Production),
        [
            "https://api.securefinancing.com/v1",
            "https://auth.securefinancing.com"
        ]
    );
}

#[test]
fn debug_of_a_builder_shows_no_secret() {
    let shown = format!("{:?}", credentials("id", "hunter2", "audience"));
    assert!(!shown.contains("hunter2"), "{shown}");
}
