//! The listener, with browsers that ask for all sorts of things.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::super::*;
use super::state;

/// How long it waits unless told otherwise.
const LIMIT: Duration = Duration::from_secs(300);

fn pending(loopback: &Loopback) -> PendingAuthorization {
    AuthorizationCodeFlow::builder()
        .client("app", "s3cret")
        .authorize_url("https://a.example/authorize")
        .token_url("https://a.example/token")
        .redirect_url(loopback.redirect_url())
        .build()
        .unwrap()
        .authorize_url()
}

fn address(loopback: &Loopback) -> SocketAddr {
    let url = oauth2::url::Url::parse(loopback.redirect_url()).unwrap();
    url.socket_addrs(|| None).unwrap()[0]
}

/// What a browser gets for `GET target`.
async fn get(address: SocketAddr, target: &str) -> String {
    ask(
        address,
        &format!("GET {target} HTTP/1.1\r\nhost: x\r\n\r\n"),
    )
    .await
}

async fn ask(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn the_right_redirect_is_taken_after_all_sorts_of_others_and_the_port_closes() {
    let loopback = Loopback::bind(0, "/granted").await.unwrap();
    let address = address(&loopback);
    let pending = pending(&loopback);
    let state = state(&pending);
    let browser = tokio::spawn(async move {
        // One that never says anything, as browsers open them.
        let idle = TcpStream::connect(address).await.unwrap();
        for (target, status) in [
            ("/favicon.ico".to_owned(), "404"),
            (format!("/other?code=c&state={state}"), "404"),
            ("/granted".to_owned(), "400"),
            ("/granted?code=c&state=forged".to_owned(), "400"),
            (format!("/granted?state={state}"), "400"),
            (format!("/granted?code=c&code=d&state={state}"), "400"),
        ] {
            let answer = get(address, &target).await;
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status}")),
                "{answer}"
            );
        }
        let post = format!("POST /granted?code=c&state={state} HTTP/1.1\r\nhost: x\r\n\r\n");
        assert!(ask(address, &post).await.starts_with("HTTP/1.1 405"));
        ask(address, "nonsense\r\n\r\n").await;
        let page = get(address, &format!("/granted?code=c0de&state={state}")).await;
        drop(idle);
        page
    });
    let redirect = loopback.redirect(&pending).await.unwrap();
    match redirect {
        Redirect::Granted { code, .. } => assert_eq!(code.expose(), "c0de"),
        other => panic!("{other:?}"),
    }
    let page = browser.await.unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(
        page.contains("no-store") && page.contains("no-referrer"),
        "{page}"
    );
    assert!(
        page.ends_with("Access is granted. You can close this page.\n"),
        "{page}"
    );
    assert!(!page.contains("c0de"), "{page}");
    assert!(
        TcpStream::connect(address).await.is_err(),
        "the port is still open"
    );
}

#[tokio::test]
async fn connections_that_stall_do_not_shut_the_redirect_out() {
    let loopback = Loopback::bind(0, "/granted").await.unwrap();
    let address = address(&loopback);
    let pending = pending(&loopback);
    let target = format!("/granted?code=c0de&state={}", state(&pending));
    let browser = async move {
        let mut stalled = Vec::new();
        for _ in 0..80 {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.write_all(b"GET /granted?").await.unwrap();
            stalled.push(stream);
        }
        let page = get(address, &target).await;
        drop(stalled);
        page
    };
    let began = tokio::time::Instant::now();
    let browser = tokio::spawn(browser);
    let redirect = loopback.redirect(&pending).await.unwrap();
    assert!(matches!(redirect, Redirect::Granted { .. }));
    assert!(browser.await.unwrap().starts_with("HTTP/1.1 200"));
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "none of them ran out of time"
    );
}

#[tokio::test]
async fn a_denial_is_taken_and_told() {
    let loopback = Loopback::bind(0, "/granted").await.unwrap();
    let address = address(&loopback);
    let pending = pending(&loopback);
    let target = format!("/granted?error=access_denied&state={}", state(&pending));
    let browser = tokio::spawn(async move { get(address, &target).await });
    let error = loopback.grant(pending).await.unwrap_err();
    assert!(
        matches!(error, LoopbackError::Exchange(ExchangeError::Denied)),
        "{error}"
    );
    assert!(
        browser
            .await
            .unwrap()
            .ends_with("Access was not granted. You can close this page.\n")
    );
}

#[tokio::test(start_paused = true)]
async fn waiting_ends() {
    let loopback = Loopback::bind(0, "/granted").await.unwrap();
    let address = address(&loopback);
    let pending = pending(&loopback);
    let began = tokio::time::Instant::now();
    let error = loopback.grant(pending).await.unwrap_err();
    assert!(matches!(error, LoopbackError::TimedOut(LIMIT)), "{error}");
    assert_eq!(began.elapsed().as_secs(), LIMIT.as_secs());
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[tokio::test]
async fn the_port_may_be_chosen_and_the_path_must_be_one() {
    let first = Loopback::bind(0, "/granted").await.unwrap();
    let port = address(&first).port();
    assert!(
        Loopback::bind(port, "/granted").await.is_err(),
        "it is taken"
    );
    drop(first);
    let second = Loopback::bind(port, "/granted").await.unwrap();
    assert_eq!(
        second.redirect_url(),
        format!("http://127.0.0.1:{port}/granted")
    );
    for path in [
        "",
        "granted",
        "/granted?x=1",
        "/granted#x",
        "/gr anted",
        "/größe",
    ] {
        let error = Loopback::bind(0, path).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{path}");
    }
}
