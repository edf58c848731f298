//! A path that was corrected, as transports and traces are told of it.
//!
//! By itself: what is traced is captured reliably only where every call of a process is.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod captured;

use std::sync::{Arc, Mutex};

use captured::Captured;
use florin_core::http::Method;
use florin_core::{Incoming, Operation, Outgoing, Retry, Session, Transport, TransportError};

static GET_LOAN: Operation = Operation::new("get_loan", Method::GET, "/loan/{id}/of/{owner}")
    .retry(Retry::Safe)
    .server("auth");

/// Keeps method and template of what it is given.
#[derive(Debug, Default)]
struct Seen(Mutex<Vec<String>>);

impl Transport for Seen {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        self.0.lock().unwrap().push(format!(
            "{} {} {:?}",
            request.operation.method(),
            request.operation.template(),
            request.operation.retry_class()
        ));
        Box::pin(async { Err(TransportError::new(florin_core::Phase::Sent, "lost").permanent()) })
    }
}

#[tokio::test(start_paused = true)]
async fn transports_and_traces_are_told_the_route_that_is_used() {
    let (captured, _guard) = Captured::start();
    let seen = Arc::new(Seen::default());
    let transport: Arc<dyn Transport> = seen.clone();
    let session = Session::builder("https://api.example.com")
        .anonymous()
        .server("auth", "https://auth.example.com")
        .transport(transport)
        .path(&GET_LOAN, "PUT /loans/{owner}?id={id}")
        .build()
        .unwrap();
    let mut request = session.request(&GET_LOAN);
    request.path("id", "jane").path("owner", &7);
    let error = request.send_empty::<()>().await.unwrap_err();
    assert_eq!(error.operation(), "get_loan");
    let route = "PUT /loans/{owner}?id={id}";
    assert_eq!(*seen.0.lock().unwrap(), [format!("{route} Safe")]);
    let [span] = captured.spans().try_into().unwrap();
    assert_eq!(span.field("otel.name"), Some(route));
    assert_eq!(span.field("http.request.method"), Some("PUT"));
    assert_eq!(span.field("url.template"), Some("/loans/{owner}?id={id}"));
    assert!(!captured.text().contains("jane"));

    let mut request = session.request(&GET_LOAN);
    request.path("id", "jane");
    let error = request.send_empty::<()>().await.unwrap_err();
    assert!(error.is_invalid_request());
    assert!(
        error
            .to_string()
            .contains("path parameter owner is missing"),
        "{error}"
    );
}
