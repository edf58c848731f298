//! What a session is made of, and where it sends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;

use std::time::Duration;

use florin_core::http::Method;
use florin_core::{Limits, Operation, Session};
use scripted::{SAFE, Scripted, call, settings, status};

static LOGIN: Operation = Operation::new("log_in", Method::GET, "/token").server("auth");

fn refusal(builder: florin_core::SessionBuilder) -> (String, String) {
    let error = builder.build().unwrap_err();
    (error.setting().to_owned(), error.to_string())
}

#[tokio::test(start_paused = true)]
async fn an_operation_goes_to_the_server_that_it_lives_on() {
    let transport = Scripted::new([status(200), status(200)]);
    let session = settings(&transport)
        .anonymous()
        .server("auth", "https://auth.example.com/")
        .build()
        .unwrap();
    call(&session, &LOGIN).await.unwrap();
    call(&session, &SAFE).await.unwrap();
    let urls: Vec<String> = transport.sent().into_iter().map(|sent| sent.url).collect();
    assert_eq!(
        urls,
        [
            "https://auth.example.com/token",
            "https://api.example.com/v1/things"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn the_last_url_of_a_server_counts() {
    let transport = Scripted::new([status(200)]);
    let session = settings(&transport)
        .anonymous()
        .server("auth", "https://old.example.com")
        .server("auth", "https://new.example.com")
        .build()
        .unwrap();
    call(&session, &LOGIN).await.unwrap();
    assert_eq!(transport.only().url, "https://new.example.com/token");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_the_session_does_not_know_is_named_and_nothing_is_sent() {
    let transport = Scripted::new([]);
    let session = settings(&transport)
        .anonymous()
        .server("other", "https://other.example.com")
        .build()
        .unwrap();
    let error = call(&session, &LOGIN).await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        error.to_string().contains("\"auth\"")
            && error.to_string().contains("SessionBuilder::server"),
        "{error}"
    );
}

#[test]
fn a_base_url_that_is_not_safe_to_send_a_token_to_is_refused_by_name() {
    for (url, problem) in [
        ("api.example.com", "not a URL"),
        ("", "not a URL"),
        ("http://api.example.com", "plain http"),
        ("http://127.0.0.1.example.com", "plain http"),
        ("ftp://api.example.com", "scheme ftp"),
        (
            "https://user:hunter2@api.example.com",
            "user name or password",
        ),
        ("https://api.example.com/?key=hunter2", "query"),
        ("https://api.example.com/#hunter2", "fragment"),
        ("data:text/plain,hunter2", "names no host"),
    ] {
        let (setting, text) = refusal(Session::builder(url).anonymous());
        assert!(
            setting == "base_url" && text.contains(problem) && !text.contains("hunter2"),
            "{url}: {text}"
        );
        let (setting, text) = refusal(
            Session::builder("https://api.example.com")
                .anonymous()
                .server("auth", url),
        );
        assert!(
            setting == "server auth" && text.contains(problem),
            "{url}: {text}"
        );
    }
}

#[test]
fn loopback_may_be_plain() {
    for url in [
        "http://127.0.0.1:1",
        "http://127.8.9.1",
        "http://localhost:8080/v1",
        "http://[::1]:9",
    ] {
        let session = Session::builder(url).anonymous().build().unwrap();
        assert_eq!(session.base_url(), url);
    }
}

#[test]
fn a_trailing_slash_of_the_base_url_makes_no_difference() {
    for url in ["https://api.example.com/v1", "https://api.example.com/v1/"] {
        let session = Session::builder(url).anonymous().build().unwrap();
        assert_eq!(session.base_url(), "https://api.example.com/v1");
    }
}

#[test]
fn settings_that_cannot_work_are_refused_by_name() {
    let builder = || Session::builder("https://api.example.com").anonymous();
    let zero = Duration::ZERO;
    for (limits, setting) in [
        (Limits::default().connect(zero), "limits.connect"),
        (Limits::default().attempt(zero), "limits.attempt"),
        (Limits::default().total(zero), "limits.total"),
        (Limits::default().total(Duration::MAX), "limits.total"),
        (Limits::default().response_bytes(0), "limits.response_bytes"),
    ] {
        assert_eq!(refusal(builder().limits(limits)).0, setting);
    }
    assert_eq!(
        refusal(builder().header("not a name", "x")).0,
        "header \"not a name\""
    );
    for name in ["Host", "Content-Length", "Transfer-Encoding"] {
        let (setting, text) = refusal(builder().header(name, "5"));
        assert_eq!(setting, format!("header {name:?}"));
        assert!(text.contains("leave it out"), "{text}");
    }
    let (setting, text) = refusal(builder().header("X-Key", "hunter2\r\n"));
    assert!(
        setting.contains("X-Key") && !text.contains("hunter2"),
        "{text}"
    );
    let (setting, text) = refusal(Session::builder("https://api.example.com"));
    assert!(
        setting == "identity" && text.contains("anonymous"),
        "{text}"
    );
}

#[test]
fn nothing_secret_shows_in_what_is_debugged() {
    let builder = Session::builder("https://api.example.com")
        .bearer("hunter2")
        .header("X-Key", "hunter3");
    let shown = format!("{builder:?}");
    assert!(
        shown.contains("api.example.com") && !shown.contains("hunter"),
        "{shown}"
    );
    let shown = format!("{:?}", builder.build().unwrap());
    assert!(
        shown.contains("api.example.com") && !shown.contains("hunter"),
        "{shown}"
    );
    let shown = format!(
        "{:?}",
        Session::builder("https://u:hunter2@api.example.com")
    );
    assert!(!shown.contains("hunter"), "{shown}");
}
