//! The transport of real life, over real sockets on loopback.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod loopback;

use florin_core::http::Method;
use florin_core::{Effect, Error, Limits, Operation, Response, Retry, RetryPolicy, Seam, Session};
use loopback::{Reply, Server, answer, chunked, whole};
use serde_json::{Value, json};

static READ: Operation = Operation::new("read", Method::GET, "/things").retry(Retry::Safe);
static WRITE: Operation = Operation::new("write", Method::POST, "/things");
static HEAD: Operation = Operation::new("look", Method::HEAD, "/things");

const CAP: usize = 10;

/// Without retries, because those would really pause.
fn session(url: &str) -> Session {
    Session::builder(url)
        .bearer("t0ken")
        .retry(RetryPolicy::never())
        .limits(Limits::default().response_bytes(CAP))
        .build()
        .unwrap()
}

async fn read(session: &Session) -> Result<Response<Value>, Error> {
    session.request(&READ).send_json().await
}

/// The failure of a write that is answered so.
async fn failure(reply: Reply) -> Error {
    let server = Server::start([reply]).await;
    let error = session(&server.url())
        .request(&WRITE)
        .send_json::<Value, Value>()
        .await
        .unwrap_err();
    assert_eq!(server.requests().len(), 1, "it is sent once");
    error
}

#[tokio::test]
async fn a_request_on_the_wire_holds_what_it_needs_and_asks_for_no_compression() {
    let server = Server::start([
        whole("200 OK", "{}"),
        whole("200 OK", "{}"),
        whole("200 OK", "{}"),
    ])
    .await;
    let session = session(&server.url());
    let mut request = session.request(&WRITE);
    request.query("q", "a b").json(&[1]);
    request.send_json::<Value, Value>().await.unwrap();
    session.request(&WRITE).send_empty::<Value>().await.unwrap();
    read(&session).await.unwrap();
    let lines = |request: &str| {
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        let mut lines: Vec<_> = head
            .lines()
            .filter(|line| !line.starts_with("host: "))
            .map(str::to_owned)
            .collect();
        lines[1..].sort();
        lines.push(body.to_owned());
        lines
    };
    let agent = concat!("user-agent: florin/", env!("CARGO_PKG_VERSION"));
    let common = ["accept: application/json", "authorization: Bearer t0ken"];
    let [with_body, without, read] = server.requests().try_into().unwrap();
    assert_eq!(
        lines(&with_body),
        [
            "POST /things?q=a%20b HTTP/1.1",
            common[0],
            common[1],
            "content-length: 3",
            "content-type: application/json",
            agent,
            "[1]"
        ]
    );
    assert_eq!(
        lines(&without),
        [
            "POST /things HTTP/1.1",
            common[0],
            common[1],
            "content-length: 0",
            agent,
            ""
        ]
    );
    assert_eq!(
        lines(&read),
        ["GET /things HTTP/1.1", common[0], common[1], agent, ""]
    );
}

#[tokio::test]
async fn a_connection_serves_one_call_after_another() {
    let server = Server::start([
        whole("200 OK", "{}"),
        whole("404 Not Found", "{}"),
        Reply::Keep(chunked(&["{", "}"], true)),
    ])
    .await;
    let session = session(&server.url());
    read(&session).await.unwrap();
    read(&session).await.unwrap_err();
    read(&session).await.unwrap();
    assert_eq!((server.connections(), server.requests().len()), (1, 3));
}

#[tokio::test]
async fn an_answer_of_just_the_limit_is_read() {
    let ten = "\"12345678\"";
    let server = Server::start([
        whole("200 OK", ten),
        Reply::Keep(chunked(&["\"1234", "5678\""], true)),
        Reply::Keep(answer("200 OK", &["content-type: text/plain"], "")),
    ])
    .await;
    let session = session(&server.url());
    assert_eq!(read(&session).await.unwrap().into_inner(), "12345678");
    assert_eq!(read(&session).await.unwrap().into_inner(), "12345678");
    assert_eq!(
        session
            .request(&READ)
            .send_bytes::<Value>()
            .await
            .unwrap()
            .len(),
        0
    );
}

#[tokio::test]
async fn an_answer_above_the_limit_is_given_up_announced_or_not() {
    for reply in [
        // Announced; the body itself never comes.
        Reply::Keep(b"HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n".to_vec()),
        Reply::Keep(chunked(&["12345678901"], false)),
        Reply::Keep(chunked(&["12345", "67890", "1"], false)),
        Reply::Close(b"HTTP/1.1 200 OK\r\n\r\n12345678901".to_vec()),
    ] {
        let error = failure(reply).await;
        assert!(
            error.to_string().contains("larger than the limit"),
            "{error}"
        );
        assert_eq!(
            (error.effect(), error.status().unwrap().as_u16()),
            (Effect::MaybeApplied, 200)
        );
        assert!(!error.is_transient() && !error.is_decode());
    }
}

#[tokio::test]
async fn an_answer_to_head_may_announce_what_it_does_not_bring() {
    let server = Server::start([Reply::Keep(
        b"HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n".to_vec(),
    )])
    .await;
    session(&server.url())
        .request(&HEAD)
        .send_empty::<Value>()
        .await
        .unwrap();
}

#[tokio::test]
async fn an_answer_that_breaks_off_leaves_doubt_and_tells_its_status() {
    for reply in [
        Reply::Close(b"HTTP/1.1 201 Created\r\ncontent-length: 9\r\n\r\n{\"a\"".to_vec()),
        Reply::Close(chunked(&["{\"a\""], false)),
    ] {
        let error = failure(reply).await;
        assert!(
            error.status().unwrap().is_success() && error.is_transient() && !error.is_connect()
        );
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert!(error.to_string().contains("broke off"), "{error}");
    }
    let refused = failure(Reply::Close(
        b"HTTP/1.1 409 Conflict\r\ncontent-length: 9\r\n\r\n{".to_vec(),
    ))
    .await;
    assert!(refused.is_conflict() && refused.effect() == Effect::Answered);
}

#[tokio::test]
async fn a_refusal_that_is_cut_off_keeps_what_came_of_it() {
    let head = "HTTP/1.1 400 Bad Request\r\nx-request-id: r1\r\n";
    let said = |rest: &str| format!("{head}{rest}").into_bytes();
    for (reply, text) in [
        // It breaks off, and so does one that would read as something else.
        (
            Reply::Close(said("content-length: 9\r\n\r\n{\"a\"")),
            "{\"a\"",
        ),
        (Reply::Close(said("content-length: 9\r\n\r\n12")), "12"),
        (Reply::Close(said("content-length: 9\r\n\r\n")), ""),
        (
            Reply::Close(said(
                "transfer-encoding: chunked\r\n\r\n2\r\n{\"\r\n1\r\na\r\n",
            )),
            "{\"a",
        ),
        // It is too large, announced or not.
        (
            Reply::Close(said("content-length: 11\r\n\r\n12345678901")),
            "1234567890",
        ),
        (Reply::Close(said("\r\n12345678901")), "1234567890"),
    ] {
        let error = failure(reply).await;
        assert_eq!(error.raw_body().unwrap(), text);
        assert_eq!(error.headers().unwrap()["x-request-id"], "r1");
        assert_eq!(error.body(), None, "{text}");
        assert_eq!(
            error.to_string(),
            "write: the provider refused, status 400 Bad Request (its text is cut off), request id r1; answered"
        );
        assert_eq!(format!("{error:#}"), error.to_string());
        assert!(!error.is_transient() && error.effect() == Effect::Answered);
    }
}

#[tokio::test]
async fn a_refusal_that_broke_off_is_asked_for_again_where_that_is_harmless_and_a_huge_one_is_not()
{
    let broken =
        || Reply::Close(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 9\r\n\r\n{".to_vec());
    let server = Server::start([broken(), broken(), whole("400 Bad Request", "{}")]).await;
    let session = |server: &Server| {
        let limits = Limits::default().response_bytes(CAP);
        let session = Session::builder(server.url()).anonymous().limits(limits);
        let seam = Seam::without_chance("2026-01-01T00:00:00Z".parse().unwrap(), 0.0);
        session.seam(seam).build().unwrap()
    };
    let error = read(&session(&server)).await.unwrap_err();
    assert_eq!((error.attempts(), error.body()), (3, Some(&json!({}))));
    let server = Server::start([whole("400 Bad Request", "12345678901")]).await;
    let error = read(&session(&server)).await.unwrap_err();
    assert_eq!((error.attempts(), error.body()), (1, None));
}

#[tokio::test]
async fn of_a_huge_refusal_a_small_part_is_kept() {
    const LIMIT: usize = 100_000;
    let text = "x".repeat(LIMIT + 1);
    let announced = answer("503 Service Unavailable", &[], &text);
    let unannounced = format!("HTTP/1.1 400 Bad Request\r\n\r\n{text}").into_bytes();
    let server = Server::start([
        Reply::Close(announced),
        Reply::Close(unannounced),
        whole("400 Bad Request", &text[1..]),
    ])
    .await;
    let session = Session::builder(server.url())
        .anonymous()
        .retry(RetryPolicy::never())
        .limits(Limits::default().response_bytes(LIMIT))
        .build()
        .unwrap();
    for (kept, is_transient) in [(64 << 10, true), (64 << 10, false), (LIMIT, false)] {
        let error = read(&session).await.unwrap_err();
        assert_eq!(error.raw_body().unwrap().len(), kept);
        assert_eq!(error.is_transient(), is_transient);
        assert_eq!(error.to_string().contains("cut off"), kept < LIMIT);
    }
}

#[tokio::test]
async fn a_connection_that_closes_before_an_answer_leaves_doubt() {
    for reply in [
        Reply::Close(Vec::new()),
        Reply::Close(b"HTTP/1.1 200 OK\r\ncontent-le".to_vec()),
        Reply::Close(b"this is no HTTP at all\r\n\r\n".to_vec()),
    ] {
        let error = failure(reply).await;
        assert!(error.status().is_none() && !error.is_connect() && error.is_transient());
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert!(
            std::error::Error::source(&error).is_some(),
            "the cause is kept"
        );
        let shown = format!("{error:#}");
        assert_eq!(shown.matches("the connection broke").count(), 1, "{shown}");
    }
}

#[tokio::test]
async fn where_nobody_listens_nothing_is_sent() {
    let session = session(&format!("http://127.0.0.1:{}", Server::absent().await));
    let error = session
        .request(&WRITE)
        .send_empty::<Value>()
        .await
        .unwrap_err();
    assert_eq!(error.effect(), Effect::NotSent);
    assert!(error.is_connect() && error.is_retryable() && !error.is_timeout());
    assert_eq!(error.to_string(), "write: could not connect; not sent");
    assert!(
        format!("{error:#}").to_lowercase().contains("refused"),
        "{error:#}"
    );
}

#[tokio::test]
async fn a_redirect_is_an_error_and_its_target_sees_nothing() {
    let target = Server::start([]).await;
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let location = format!("location: {}/elsewhere", target.url());
        let error = failure(Reply::Keep(answer(status, &[&location], ""))).await;
        assert!(error.status().unwrap().is_redirection());
        // It may well be how a write that is done is answered.
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert!(
            error.to_string().contains("redirects aren't followed"),
            "{error}"
        );
        assert!(!error.to_string().contains("elsewhere"), "{error}");
    }
    assert_eq!(target.connections(), 0);
}

#[tokio::test]
async fn a_port_that_does_not_speak_tls_gets_nothing() {
    for bytes in [
        &b"HTTP/1.1 400 Bad Request\r\n\r\n"[..],
        b"\x16\x03\x01garbage",
        b"",
    ] {
        let server = Server::blurting(bytes).await;
        let session = session(&format!("https://127.0.0.1:{}", server.port()));
        let error = session
            .request(&WRITE)
            .send_empty::<Value>()
            .await
            .unwrap_err();
        assert!(error.is_connect(), "{error:#}");
        assert_eq!(error.effect(), Effect::NotSent);
    }
}

/// Runs an ignored test of this program, in an environment that names a proxy.
async fn run_under_a_proxy(test: &'static str, proxy: &Server, server: &Server) {
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", test, "--ignored"])
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env("HTTP_PROXY", proxy.url())
        .env("http_proxy", proxy.url())
        .env("ALL_PROXY", proxy.url())
        .env("FLORIN_TEST_SERVER", server.url());
    let status = tokio::task::spawn_blocking(move || child.output())
        .await
        .unwrap()
        .unwrap();
    assert!(
        status.status.success(),
        "{}",
        String::from_utf8_lossy(&status.stdout)
    );
}

#[tokio::test]
async fn a_proxy_is_not_asked_for_what_stays_on_this_machine() {
    let proxy = Server::start([]).await;
    let server = Server::start([whole("200 OK", "{}")]).await;
    run_under_a_proxy("under_a_proxy_setting", &proxy, &server).await;
    assert_eq!((proxy.connections(), server.requests().len()), (0, 1));
}

#[tokio::test]
async fn where_one_host_of_several_is_on_this_machine_a_proxy_is_asked_for_the_others_alone() {
    let proxy = Server::start([Reply::Keep(answer("502 Bad Gateway", &[], ""))]).await;
    let server = Server::start([whole("200 OK", "{}")]).await;
    run_under_a_proxy("half_under_a_proxy_setting", &proxy, &server).await;
    assert_eq!(server.requests().len(), 1);
    let asked: Vec<_> = proxy.requests();
    assert_eq!(asked.len(), 1, "{asked:?}");
}

#[tokio::test]
#[ignore = "run by where_one_host_of_several_is_on_this_machine_a_proxy_is_asked_for_the_others_alone"]
async fn half_under_a_proxy_setting() {
    static LOGIN: Operation = Operation::new("login", Method::POST, "/token").server("auth");
    let Ok(url) = std::env::var("FLORIN_TEST_SERVER") else {
        return;
    };
    let session = Session::builder("https://api.invalid")
        .anonymous()
        .server("auth", url)
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let mut login = session.request(&LOGIN);
    login.json(&json!({ "client_secret": "s3cr3t" }));
    login.send_empty::<Value>().await.unwrap();
    let elsewhere = session.request(&READ).send_empty::<Value>().await;
    elsewhere.unwrap_err();
}

#[tokio::test]
#[ignore = "run by a_proxy_is_not_asked_for_what_stays_on_this_machine, with its environment"]
async fn under_a_proxy_setting() {
    // Absent where somebody runs all ignored tests.
    if let Ok(url) = std::env::var("FLORIN_TEST_SERVER") {
        read(&session(&url)).await.unwrap();
    }
}
