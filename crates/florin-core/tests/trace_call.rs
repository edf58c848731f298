//! One span per call and one event per attempt, under OpenTelemetry's names.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod captured;
mod scripted;

use captured::{Captured, Traced};
use florin_core::http::Method;
use florin_core::{Operation, Retry};
use scripted::{Scripted, Step, anonymous, body, call, lost, status, with_header};
use tracing::Level;

static THING: Operation =
    Operation::new("read_thing", Method::GET, "/things/{id}").retry(Retry::Safe);

/// What one call under `steps` leaves in the trace.
async fn traced(steps: impl IntoIterator<Item = Step>) -> (Traced, Vec<Traced>) {
    let (captured, _guard) = Captured::start();
    let session = anonymous(&Scripted::new(steps));
    let mut request = session.request(&THING);
    request
        .path("id", "jane")
        .query("who", "joe")
        .header("X-Who", "jim");
    let _ = request.send_json::<Vec<u8>, ()>().await;
    let [span] = captured.spans().try_into().unwrap();
    let events = captured.events();
    assert!(
        events.iter().all(|event| event.within == Some(0)),
        "all lie in the span of the call"
    );
    let text = captured.text();
    assert!(
        !["jane", "joe", "jim", "/v1"]
            .iter()
            .any(|value| text.contains(value)),
        "{text}"
    );
    (span, events)
}

#[tokio::test(start_paused = true)]
async fn the_span_of_a_call_bears_the_names_of_opentelemetry() {
    let (span, events) = traced([body(200, "[]")]).await;
    assert_eq!(
        (span.name, span.level, span.target.as_str()),
        ("florin.call", Level::INFO, "florin_core::trace")
    );
    for (field, value) in [
        ("otel.name", "GET /things/{id}"),
        ("otel.kind", "client"),
        ("florin.operation", "read_thing"),
        ("http.request.method", "GET"),
        ("url.template", "/things/{id}"),
        ("server.address", "api.example.com"),
        ("server.port", "443"),
        ("http.response.status_code", "200"),
    ] {
        assert_eq!(span.field(field), Some(value), "{field}");
    }
    assert_eq!(
        (span.field("error.type"), span.field("otel.status_code")),
        (None, None)
    );
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].level, Level::DEBUG);
    assert_eq!(events[0].field("http.response.status_code"), Some("200"));
    assert_eq!(events[0].field("http.request.resend_count"), Some("0"));
}

#[tokio::test(start_paused = true)]
async fn each_attempt_and_each_pause_is_an_event_in_the_span() {
    let (span, events) = traced([
        with_header(503, "retry-after", "2"),
        lost(),
        body(200, "[]"),
    ])
    .await;
    let messages: Vec<_> = events
        .iter()
        .map(|event| event.field("message").unwrap())
        .collect();
    let pause = "pausing before the next attempt";
    assert_eq!(messages, ["answered", pause, "lost", pause, "answered"]);
    assert_eq!(events[1].field("pause_ms"), Some("2000"));
    assert_eq!(events[2].field("error.type"), Some("transport"));
    assert_eq!(events[4].field("http.request.resend_count"), Some("2"));
    assert_eq!(span.field("http.response.status_code"), Some("200"));
    assert_eq!(span.field("error.type"), None);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_says_of_what_type_the_error_is() {
    let (span, _) = traced([status(404)]).await;
    assert_eq!(
        (span.field("error.type"), span.field("otel.status_code")),
        (Some("404"), Some("ERROR"))
    );
    assert_eq!(span.field("http.response.status_code"), Some("404"));

    let (span, _) = traced((0..4).map(|_| lost())).await;
    assert_eq!(
        (span.field("error.type"), span.field("otel.status_code")),
        (Some("transport"), Some("ERROR"))
    );
    assert_eq!(span.field("http.response.status_code"), None);

    let (span, events) = traced((0..4).map(|_| Step::Hang)).await;
    // Three attempts of 30 s fill the 90 s of the call.
    assert_eq!(span.field("error.type"), Some("deadline"));
    assert_eq!(events[0].field("error.type"), Some("timeout"));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_cannot_be_read_is_an_error_of_the_call() {
    let (span, _) = traced([body(200, "{}")]).await;
    assert_eq!(
        (span.field("error.type"), span.field("otel.status_code")),
        (Some("decode"), Some("ERROR"))
    );
    assert_eq!(span.field("http.response.status_code"), Some("200"));
}

#[tokio::test(start_paused = true)]
async fn calls_do_not_share_a_span() {
    let (captured, _guard) = Captured::start();
    let session = anonymous(&Scripted::new([status(200), status(200)]));
    let (one, two) = tokio::join!(
        call(&session, &scripted::SAFE),
        call(&session, &scripted::NEVER)
    );
    assert!(one.is_ok() && two.is_ok());
    let names: Vec<_> = captured
        .spans()
        .iter()
        .map(|span| span.field("florin.operation").unwrap().to_owned())
        .collect();
    assert_eq!(names, ["read", "register"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_refused_here_makes_no_span() {
    let (captured, _guard) = Captured::start();
    let session = anonymous(&Scripted::new([]));
    call(&session, &THING).await.unwrap_err();
    assert!(captured.all().is_empty());
}
