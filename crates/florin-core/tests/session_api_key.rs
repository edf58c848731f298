//! A key instead of a token: where it goes, where it doesn't, and that nothing shows it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "a test fails by panicking, and not every test file needs all of the script"
)]

mod scripted;

use florin_core::http::Method;
use florin_core::{Operation, SessionBuilder};
use scripted::{SAFE, Scripted, Sent, call, settings, status};

static PUBLIC: Operation = Operation::new("log_in", Method::GET, "/token").public();

/// What is sent for a call that needs the key, and for one that needs none.
async fn sent(identify: impl Fn(SessionBuilder) -> SessionBuilder) -> [Sent; 2] {
    let transport = Scripted::new([status(200), status(200)]);
    let session = identify(settings(&transport)).build().unwrap();
    assert!(!format!("{session:?}").contains("s3cret"));
    call(&session, &SAFE).await.unwrap();
    call(&session, &PUBLIC).await.unwrap();
    transport.sent().try_into().ok().unwrap()
}

#[tokio::test]
async fn a_key_goes_into_its_header_marked_as_a_secret() {
    let [with, without] = sent(|session| session.api_key_header("X-Key", "s3cret")).await;
    assert_eq!(with.header("x-key"), Some("s3cret"));
    assert!(with.headers["x-key"].is_sensitive());
    assert_eq!(without.header("x-key"), None);
}

#[tokio::test]
async fn a_key_goes_into_a_cookie_beside_others() {
    let cookies = |session: SessionBuilder| {
        let session = session.header("cookie", "language=en");
        session.api_key_cookie("sid", "s3cret")
    };
    let [with, without] = sent(cookies).await;
    assert_eq!(with.header("cookie"), Some("language=en; sid=s3cret"));
    assert!(with.headers["cookie"].is_sensitive());
    assert_eq!(without.header("cookie"), Some("language=en"));
}

#[tokio::test]
async fn a_key_goes_into_the_query_escaped_and_once() {
    let [with, without] = sent(|session| session.api_key_query("key", "s3cret&more")).await;
    assert!(with.url.ends_with("?key=s3cret%26more"), "{}", with.url);
    assert!(!without.url.contains('?'), "{}", without.url);
    let filled = |session: SessionBuilder| {
        let session = session.default_query(&SAFE, "key", "of a request");
        session
            .default_query(&SAFE, "page", 2)
            .api_key_query("key", "s3cret")
    };
    let [with, _] = sent(filled).await;
    assert!(with.url.ends_with("?page=2&key=s3cret"), "{}", with.url);
}

#[tokio::test]
async fn credentials_go_under_the_scheme_that_they_are_for() {
    let [with, without] = sent(|session| session.authorization("Basic", "dTpz")).await;
    assert_eq!(with.header("authorization"), Some("Basic dTpz"));
    assert!(with.headers["authorization"].is_sensitive());
    assert_eq!(without.header("authorization"), None);
}

#[test]
fn a_key_that_cannot_be_sent_is_refused_and_not_shown() {
    let refused = |identify: fn(SessionBuilder) -> SessionBuilder| {
        let built = identify(settings(&Scripted::new([]))).build();
        let error = built.map(drop).unwrap_err().to_string();
        assert!(
            error.contains("api key") && !error.contains("s3cret"),
            "{error}"
        );
    };
    refused(|session| session.api_key_header("X Key", "s3cret"));
    refused(|session| session.api_key_header("X-Key", "s3cret\n"));
    refused(|session| session.api_key_cookie("sid", "s3cret;more"));
    refused(|session| session.api_key_query("", "s3cret"));
    refused(|session| session.api_key_query("key", ""));
}
