//! Nothing secret or personal gets into an error, a log, a trace or a panic.
//!
//! A mark is planted wherever a caller or a provider can put a value. Everything that the crate says is then searched
//! for it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod captured;
mod loopback;
mod planted;
mod said;
mod scripted;
mod scripted_source;

use std::collections::BTreeMap;
use std::sync::Arc;

use captured::Captured;
use florin_core::http::Method;
use florin_core::{
    Decimal, Error, Operation, Phase, RetryPolicy, Secret, Session, StaticToken, Token, TokenCache,
    Transport, TransportError,
};
use loopback::{Reply, Server, answer, chunked};
use planted::{MARK, Receipt, Unwritable, wrong_bodies};
use said::{Said, assert_clean, forget, listen, logged, marked};
use scripted::{Scripted, Sent, Step, body};

static PAY: Operation = Operation::new("pay", Method::POST, "/payments/{id}")
    .retry(florin_core::Retry::Safe)
    .key_header("Idempotency-Key");

/// Sends a request that holds the mark in all its parts, and says all that can be said of it.
async fn call(said: &mut Said, session: &Session) {
    let id = format!("{MARK}/1");
    let mut request = session.request(&PAY);
    request
        .path("id", &id)
        .query("name", &format!("Jane {MARK}"))
        .header("X-Customer", &format!("Jane {MARK}"))
        .header("Idempotency-Key", MARK)
        .json(&BTreeMap::from([(MARK, Secret::from(MARK))]));
    said.debug(&request);
    match request
        .send_json::<Receipt, BTreeMap<String, String>>()
        .await
    {
        Ok(_) => panic!("no answer here can be read"),
        Err(error) => {
            said.error(&error);
            said.error(&error.without_body());
        }
    }
}

fn marked_token() -> Token {
    Token::new(MARK).with_refresh(MARK)
}

/// A session whose identity and settings hold the mark.
fn session(said: &mut Said, transport: Arc<dyn Transport>) -> Session {
    let tokens = TokenCache::new(StaticToken::from(marked_token()), scripted::seam());
    said.debug(&tokens);
    let builder = Session::builder("https://api.example.com")
        .tokens(tokens)
        .header("X-Api-Key", MARK)
        .transport(transport)
        .seam(scripted::seam());
    said.debug(&builder);
    let session = builder.build().unwrap();
    said.debug(&session);
    session
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

#[tokio::test(start_paused = true)]
async fn no_answer_of_the_provider_shows() {
    listen();
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for wrong in wrong_bodies() {
        for status in [200, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503] {
            let steps = (0..4).map(|_| body(status, leak(wrong.clone())));
            let session = session(&mut said, Scripted::new(steps));
            call(&mut said, &session).await;
        }
    }
    for header in ["location", "set-cookie", "www-authenticate", "retry-after"] {
        let steps = (0..4).map(|_| scripted::with_header(503, header, MARK));
        let session = session(&mut said, Scripted::new(steps));
        call(&mut said, &session).await;
    }
    assert_clean(&said, &captured);
}

/// The provider's identifier of an exchange is in the line for the log: an identifier, and not what is put in its place.
#[tokio::test(start_paused = true)]
async fn only_an_identifier_is_shown_as_one() {
    listen();
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for (header, text) in [
        // The token, sent back.
        ("x-request-id", MARK.to_owned()),
        ("x-request-id", format!("r-1/{MARK}/2")),
        ("x-correlation-id", format!("{MARK}@example.com")),
        ("x-trace-id", format!("Jane {MARK}")),
        ("request-id", format!("\"{MARK}\"")),
    ] {
        let steps = (0..4).map(|_| scripted::with_header(503, header, leak(text.clone())));
        let session = session(&mut said, Scripted::new(steps));
        call(&mut said, &session).await;
    }
    assert!(!said.0.contains("request id"), "{}", said.0);
    assert_clean(&said, &captured);
    let steps =
        (0..4).map(|_| scripted::with_header(503, "x-request-id", "Root=1-5e1b:4/a_b.c+d~e"));
    call(&mut said, &session_of(&mut Said::default(), steps)).await;
    assert!(
        said.0.contains("request id Root=1-5e1b:4/a_b.c+d~e"),
        "{}",
        said.0
    );
}

#[tokio::test(start_paused = true)]
async fn no_lost_request_shows() {
    listen();
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for step in [
        || Step::Lose(Phase::NotSent),
        scripted::lost,
        || scripted::cut(200),
        || Step::Hang,
    ] {
        let transport = Scripted::new((0..4).map(|_| step()));
        let session = session(&mut said, transport.clone());
        call(&mut said, &session).await;
        let sent = transport.sent();
        let is_marked =
            |sent: &Sent| marked(&sent.url) && marked(sent.text()) && marked(sent.token().unwrap());
        assert!(sent.iter().all(is_marked), "the mark went out");
    }
    said.debug(&TransportError::new(Phase::Sent, "lost"));
    assert_clean(&said, &captured);
}

#[tokio::test(start_paused = true)]
async fn no_request_that_is_refused_here_shows() {
    listen();
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let session = session(&mut said, Scripted::new([]));
    let amount: Decimal = "77777777.1234567890123".parse().unwrap();
    type Request<'a> = florin_core::Request<'a>;
    type Fill = for<'r, 'a> fn(&'r mut Request<'a>, Decimal) -> &'r mut Request<'a>;
    let fills: [Fill; 12] = [
        |request, _| request.path("other", MARK),
        |request, _| request.path("id", "x").path("other", MARK),
        |request, _| request.header("X-Customer", &format!("{MARK}\r\n")),
        |request, _| request.header("Idempotency-Key", &format!("{MARK} x")),
        |request, _| {
            let request = request.header("Idempotency-Key", MARK);
            request.header("Idempotency-Key", "other")
        },
        |request, _| request.query("name", &[[MARK]]),
        |request, _| request.query("name", &Unwritable),
        |request, _| request.query("name", &BTreeMap::from([(format!("{MARK} x"), [[1]])])),
        |request, _| request.json(&BTreeMap::from([(format!("{MARK} x"), Unwritable)])),
        |request, _| request.form(&BTreeMap::from([("name", Unwritable)])),
        |request, _| request.form(MARK),
        |request, amount| request.json(&[amount]),
    ];
    for fill in fills {
        let mut request = session.request(&PAY);
        fill(&mut request, amount);
        let error = request
            .send_empty::<BTreeMap<String, String>>()
            .await
            .unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        said.error(&error);
    }
    assert!(!said.0.contains("77777777"), "an amount shows");
    let settings = Session::builder(format!("https://{MARK}:{MARK}@example.com/?{MARK}"));
    said.debug(&settings);
    said.debug(&settings.anonymous().build().unwrap_err());
    let headed = Session::builder("https://example.com")
        .anonymous()
        .header("X-Api-Key", format!("{MARK}\n"));
    said.debug(&headed.build().unwrap_err());
    // One call, so that there is a trace to search.
    let other = session_of(
        &mut said,
        [
            scripted::lost(),
            scripted::lost(),
            scripted::lost(),
            scripted::lost(),
        ],
    );
    call(&mut said, &other).await;
    // Another request under the key of that one.
    let mut request = other.request(&PAY);
    request.path("id", MARK).header("Idempotency-Key", MARK);
    let error = request.send_empty::<()>().await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    said.error(&error);
    assert_clean(&said, &captured);
}

fn session_of(said: &mut Said, steps: impl IntoIterator<Item = Step>) -> Session {
    session(said, Scripted::new(steps))
}

#[tokio::test(start_paused = true)]
async fn no_token_that_is_unfit_or_refused_shows() {
    listen();
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    for token in [format!("{MARK}\n"), format!("\u{7f}{MARK}")] {
        let session = scripted::settings(&Scripted::new([]))
            .bearer(token)
            .build()
            .unwrap();
        call(&mut said, &session).await;
    }
    let source = scripted_source::Source::new(&scripted::seam(), 3600, 0).then([
        scripted_source::Step::Give(marked_token()),
        scripted_source::refused(),
    ]);
    let tokens = scripted_source::cache(&source, &scripted::seam());
    let session = scripted::settings(&Scripted::new([scripted::status(401)]))
        .tokens(tokens)
        .build()
        .unwrap();
    call(&mut said, &session).await;
    call(&mut said, &session).await;
    said.debug(&marked_token());
    assert_clean(&said, &captured);
}

#[tokio::test]
async fn nothing_that_goes_over_a_real_socket_shows_at_the_finest_level_of_logging() {
    listen();
    let (captured, _guard) = Captured::start();
    let mut said = Said::default();
    let head = format!("x-account: {MARK}");
    let location = format!("location: http://127.0.0.1:1/{MARK}");
    let replies = || {
        [
            Reply::Keep(answer("200 OK", &[&head], MARK)),
            Reply::Keep(answer("302 Found", &[&location], MARK)),
            Reply::Keep(answer("500 Oops", &[&head], MARK)),
            Reply::Close(chunked(&[MARK], false)),
            Reply::Close(
                format!("HTTP/1.1 200 OK\r\n{head}\r\ncontent-length: 999\r\n\r\n{MARK}")
                    .into_bytes(),
            ),
            Reply::Close(format!("{MARK} is no HTTP\r\n\r\n").into_bytes()),
            Reply::Close(format!("HTTP/1.1 200 {MARK}\r\n{MARK}\r\n\r\n").into_bytes()),
            Reply::Close(Vec::new()),
        ]
    };
    let server = Server::start(replies()).await;
    let absent = Server::absent().await;
    let tls = Server::blurting(b"canary7f3a").await;
    let to = |url: String| {
        Session::builder(url)
            .bearer(MARK)
            .header("X-Api-Key", MARK)
            .retry(RetryPolicy::never())
            .build()
            .unwrap()
    };
    let session = to(server.url());
    for _ in replies() {
        call(&mut said, &session).await;
    }
    call(&mut said, &to(format!("http://127.0.0.1:{absent}"))).await;
    call(&mut said, &to(format!("https://127.0.0.1:{}", tls.port()))).await;
    assert_eq!(server.requests().len(), replies().len());
    assert!(
        server.requests().iter().all(|request| marked(request)),
        "the mark went out"
    );
    assert!(logged().contains("reqwest"), "reqwest's log is heard");
    assert_clean(&said, &captured);
}

/// The other way round: were something to show the mark, the tests above would see it.
#[test]
fn the_search_finds_the_mark_wherever_it_shows() {
    let (captured, _guard) = Captured::start();
    assert!(!marked(&captured.text()));
    tracing::trace!(field = MARK, "in a field");
    assert!(marked(&captured.text()));

    let (captured, _guard) = Captured::start();
    let span = tracing::info_span!("span", field = tracing::field::Empty);
    span.record("field", tracing::field::debug(MARK.to_uppercase()));
    assert!(marked(&captured.text()));

    let mut said = Said::default();
    let lost: Error<()> = Error::unusable_answer(&PAY, "no value here");
    said.error(&lost);
    assert!(!marked(&said.0));
    let lost: Error<()> = Error::unusable_answer(&PAY, MARK);
    said.error(&lost);
    assert!(marked(&said.0));
}

#[test]
fn the_search_hears_the_log_and_panics() {
    // In a process of its own, because the log and the panic hook are everybody's.
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    let run = child
        .args(["--exact", "under_a_careless_program", "--ignored"])
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stdout)
    );
}

#[test]
#[ignore = "run by the_search_hears_the_log_and_panics, in a process of its own"]
fn under_a_careless_program() {
    listen();
    assert!(!marked(&logged()));
    log::trace!("{MARK}");
    assert!(marked(&logged()));
    forget();
    let (captured, _guard) = Captured::start();
    tracing::info!("florin.call");
    let clean = Said("nothing to see ".repeat(10));
    assert_clean(&clean, &captured);
    let panicked = std::panic::catch_unwind(|| panic!("{MARK}"));
    assert!(panicked.is_err() && marked(&logged()));
    let found = std::panic::catch_unwind(|| assert_clean(&clean, &captured));
    assert!(found.is_err(), "the assertion itself fails");
}
