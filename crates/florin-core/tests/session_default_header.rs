//! Headers that a client sets once, for the operations that take them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod scripted;
mod scripted_source;

use florin_core::http::Method;
use florin_core::{
    Effect, Operation, Place, Retry, Sensitive, Sensitivity, Session, SessionBuilder,
};
use scripted::{SAFE, Scripted, call, settings, status};
use scripted_source::{Source, cache};

static TAKES: Operation = Operation::new("list", Method::GET, "/orders")
    .retry(Retry::Safe)
    .default_header("Requestor-ID");
static WANTS: Operation = Operation::new("order", Method::POST, "/orders")
    .retry(Retry::Keyed)
    .key_header("Idempotency-Key")
    .required_header("Requestor-ID");
static HIDES: Operation = Operation::new("hide", Method::GET, "/orders")
    .default_header("Requestor-ID")
    .sensitive(&[Sensitive {
        place: Place::Header,
        path: "Requestor-ID",
        kind: Sensitivity::Personal,
    }]);

fn session(
    transport: &std::sync::Arc<Scripted>,
    set: impl FnOnce(SessionBuilder) -> SessionBuilder,
) -> Session {
    set(settings(transport).anonymous()).build().unwrap()
}

/// The header as it goes out with this request, given itself `own`.
async fn sent(
    operation: &Operation,
    set: impl FnOnce(SessionBuilder) -> SessionBuilder,
    own: Option<&str>,
) -> Option<String> {
    let transport = Scripted::new([status(200)]);
    let session = session(&transport, set);
    let mut request = session.request(operation);
    if let Some(own) = own {
        request.header("requestor-id", own);
    }
    request.send_empty::<()>().await.unwrap();
    transport.only().header("requestor-id").map(str::to_owned)
}

fn with_default(builder: SessionBuilder) -> SessionBuilder {
    builder
        .default_header("Requestor-ID", "first")
        .default_header("requestor-id", "p-1")
}

#[tokio::test(start_paused = true)]
async fn requests_get_it_whose_operation_takes_it_and_that_have_none() {
    for (operation, own, header) in [
        (&TAKES, None, Some("p-1")),
        (&WANTS, None, Some("p-1")),
        (&WANTS, Some("p-2"), Some("p-2")),
        (&TAKES, Some(""), Some("")),
        (&SAFE, None, None),
        (&SAFE, Some("p-2"), Some("p-2")),
    ] {
        let sent = sent(operation, with_default, own).await;
        assert_eq!(sent.as_deref(), header, "{} {own:?}", operation.id());
    }
    assert_eq!(sent(&TAKES, |builder| builder, None).await, None);
}

#[tokio::test(start_paused = true)]
async fn a_request_without_one_that_is_wanted_is_refused_before_a_token_is_asked_for() {
    let transport = Scripted::new([]);
    let seam = scripted::seam();
    let source = Source::new(&seam, 3600, 0);
    let session = settings(&transport).tokens(cache(&source, &seam));
    let session = session.build().unwrap();
    for own in [None, Some("")] {
        let mut request = session.request(&WANTS);
        if let Some(own) = own {
            request.header("Requestor-ID", own);
        }
        let error = request.send_empty::<()>().await.unwrap_err();
        assert!(error.is_invalid_request());
        assert_eq!(error.effect(), Effect::NotSent);
        assert_eq!(
            error.to_string(),
            "order: invalid request: header Requestor-ID is missing; set it on this request, or for all requests of the \
             client with `default_header` of its session; not sent"
        );
    }
    assert_eq!((transport.attempts(), source.fetches()), (0, 0));
}

#[tokio::test(start_paused = true)]
async fn a_header_that_the_session_has_for_all_operations_will_do_and_the_narrower_one_goes_first()
{
    let wide = |builder: SessionBuilder| builder.header("Requestor-ID", "wide");
    assert_eq!(sent(&WANTS, wide, None).await.as_deref(), Some("wide"));
    let both = |builder: SessionBuilder| with_default(wide(builder));
    assert_eq!(sent(&WANTS, both, None).await.as_deref(), Some("p-1"));
}

#[tokio::test(start_paused = true)]
async fn the_same_session_with_another_one_leaves_the_first_as_it_is() {
    let transport = Scripted::new([status(200), status(200)]);
    let first = session(&transport, with_default);
    let second = first.with_default_header("Requestor-ID", "p-2").unwrap();
    call(&second, &WANTS).await.unwrap();
    call(&first, &WANTS).await.unwrap();
    let sent = transport.sent();
    assert_eq!(sent[0].header("requestor-id"), Some("p-2"));
    assert_eq!(sent[1].header("requestor-id"), Some("p-1"));
}

#[tokio::test(start_paused = true)]
async fn it_is_marked_where_the_operation_says_that_it_must_not_be_shown() {
    for (operation, marked) in [(&HIDES, true), (&TAKES, false)] {
        let transport = Scripted::new([status(200)]);
        let session = session(&transport, with_default);
        call(&session, operation).await.unwrap();
        let sent = transport.only();
        assert_eq!(sent.headers["requestor-id"].is_sensitive(), marked);
    }
}

#[test]
fn what_no_header_can_be_is_refused_with_the_session_and_not_repeated() {
    let refusal = |name: &str, value: &str| {
        let session = Session::builder("https://api.example.com").anonymous();
        let error = session.default_header(name, value).build().unwrap_err();
        error.to_string()
    };
    assert_eq!(
        refusal("a b", "1"),
        "default_header \"a b\" isn't a header name"
    );
    assert_eq!(
        refusal("Requestor-ID", "hunter\n2"),
        "default_header \"Requestor-ID\" has a value that no header may hold"
    );
}

const REMEDY: &str = "name it with `acting_for` of the shop";

fn ruled(builder: SessionBuilder) -> SessionBuilder {
    builder.header_rule("requestor-id", |value| value.starts_with("p-"), REMEDY)
}

#[tokio::test(start_paused = true)]
async fn a_rule_says_what_a_value_looks_like_and_what_to_do_in_the_words_of_who_gave_it() {
    for (operation, own, said) in [
        (&WANTS, None, "header Requestor-ID is missing; "),
        (&WANTS, Some(""), "header Requestor-ID is missing; "),
        (
            &WANTS,
            Some("jane"),
            "header Requestor-ID has a value of another form; ",
        ),
        (
            &TAKES,
            Some("jane"),
            "header Requestor-ID has a value of another form; ",
        ),
    ] {
        let transport = Scripted::new([]);
        let session = session(&transport, ruled);
        let mut request = session.request(operation);
        if let Some(own) = own {
            request.header("Requestor-ID", own);
        }
        let error = request.send_empty::<()>().await.unwrap_err().to_string();
        assert!(
            error.contains(&format!("{said}{REMEDY}; not sent")),
            "{error}"
        );
        assert!(!error.contains("jane"), "{error}");
    }
    assert_eq!(
        sent(&TAKES, ruled, Some("p-1")).await.as_deref(),
        Some("p-1")
    );
    assert_eq!(sent(&TAKES, ruled, None).await, None);
    // An operation that doesn't take it may have a header of that name to itself.
    assert_eq!(
        sent(&SAFE, ruled, Some("jane")).await.as_deref(),
        Some("jane")
    );
}

#[tokio::test(start_paused = true)]
async fn a_default_that_breaks_the_rule_is_refused_when_it_is_set() {
    let transport = Scripted::new([]);
    let wrong = ruled(settings(&transport).anonymous()).default_header("Requestor-ID", "jane");
    let right = session(&transport, |builder| ruled(with_default_p1(builder)));
    for error in [
        wrong.build().map(drop).unwrap_err(),
        right
            .with_default_header("Requestor-ID", "jane")
            .map(drop)
            .unwrap_err(),
    ] {
        let error = error.to_string();
        assert!(error.contains(REMEDY) && !error.contains("jane"), "{error}");
    }
}

fn with_default_p1(builder: SessionBuilder) -> SessionBuilder {
    builder.default_header("Requestor-ID", "p-1")
}
