//! A transport that answers as the test says and keeps what it was given.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use florin_core::http::header::{HeaderMap, HeaderName, HeaderValue};
use florin_core::http::{Method, StatusCode};
use florin_core::{
    Bytes, Error, Incoming, Operation, Outgoing, Phase, Response, Retry, Seam, Session,
    SessionBuilder, Transport, TransportError,
};
use serde_json::Value;
use tokio::time::Instant;

pub(crate) static SAFE: Operation =
    Operation::new("read", Method::GET, "/things").retry(Retry::Safe);
pub(crate) static KEYED: Operation =
    Operation::new("pay", Method::POST, "/payments").retry(Retry::Keyed);
pub(crate) static NEVER: Operation =
    Operation::new("register", Method::POST, "/registrations").retry(Retry::Never);
pub(crate) static EACH: [&Operation; 3] = [&SAFE, &KEYED, &NEVER];

/// What becomes of one attempt.
pub(crate) enum Step {
    Answer(u16, HeaderMap, &'static str),
    Lose(Phase),
    LoseForGood(Phase),
    Hang,
    /// Takes so long, and then answers.
    Slow(Duration, u16),
}

/// An answer with an empty JSON object.
pub(crate) fn status(status: u16) -> Step {
    Step::Answer(status, HeaderMap::new(), "{}")
}

pub(crate) fn body(status: u16, body: &'static str) -> Step {
    Step::Answer(status, HeaderMap::new(), body)
}

pub(crate) fn with_header(status: u16, name: &'static str, value: &str) -> Step {
    let headers = HeaderMap::from_iter([(
        HeaderName::from_static(name),
        HeaderValue::from_str(value).unwrap(),
    )]);
    Step::Answer(status, headers, "{}")
}

pub(crate) fn unreachable() -> Step {
    Step::Lose(Phase::NotSent)
}

pub(crate) fn lost() -> Step {
    Step::Lose(Phase::Sent)
}

pub(crate) fn cut(status: u16) -> Step {
    Step::Lose(Phase::Answering(StatusCode::from_u16(status).unwrap()))
}

/// One attempt as the transport got it.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) at: Instant,
    pub(crate) url: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
}

impl Sent {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn token(&self) -> Option<&str> {
        self.header("authorization")?.strip_prefix("Bearer ")
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(self.body.as_deref().unwrap()).unwrap()
    }
}

/// Plays its steps in turn; a step too many is a bug of the test or of the session, and fails it.
pub(crate) struct Scripted {
    steps: Mutex<VecDeque<Step>>,
    sent: Mutex<Vec<Sent>>,
}

impl Scripted {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Arc<Self> {
        Arc::new(Self {
            steps: Mutex::new(steps.into_iter().collect()),
            sent: Mutex::default(),
        })
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }

    pub(crate) fn only(&self) -> Sent {
        let [sent] = self.sent().try_into().unwrap();
        sent
    }

    pub(crate) fn attempts(&self) -> usize {
        self.sent.lock().unwrap().len()
    }

    /// Seconds from each attempt to the next.
    pub(crate) fn pauses(&self) -> Vec<f64> {
        self.sent()
            .windows(2)
            .map(|pair| (pair[1].at - pair[0].at).as_secs_f64())
            .collect()
    }
}

impl std::fmt::Debug for Scripted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scripted")
    }
}

impl Transport for Scripted {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        Box::pin(async move {
            self.sent.lock().unwrap().push(Sent {
                at: Instant::now(),
                url: request.url.to_string(),
                headers: request.headers,
                body: request.body,
            });
            let step = self.steps.lock().unwrap().pop_front();
            match step.expect("another attempt than the script has") {
                Step::Answer(status, headers, body) => Ok(incoming(status, headers, body)),
                Step::Lose(phase) => Err(TransportError::new(phase, "lost on the way")),
                Step::LoseForGood(phase) => {
                    Err(TransportError::new(phase, "lost for good").permanent())
                }
                Step::Hang => std::future::pending().await,
                Step::Slow(delay, status) => {
                    tokio::time::sleep(delay).await;
                    Ok(incoming(status, HeaderMap::new(), "{}"))
                }
            }
        })
    }
}

fn incoming(status: u16, headers: HeaderMap, body: &'static str) -> Incoming {
    Incoming {
        status: StatusCode::from_u16(status).unwrap(),
        headers,
        body: Bytes::from_static(body.as_bytes()),
    }
}

/// A simulated clock that draws zero each time: retries don't pause unless the server asks.
pub(crate) fn seam() -> Seam {
    Seam::without_chance("2026-01-01T00:00:00Z".parse().unwrap(), 0.0)
}

/// Settings over `transport`, without an identity.
pub(crate) fn settings(transport: &Arc<Scripted>) -> SessionBuilder {
    let transport: Arc<dyn Transport> = transport.clone();
    Session::builder("https://api.example.com/v1")
        .transport(transport)
        .seam(seam())
}

pub(crate) fn anonymous(transport: &Arc<Scripted>) -> Session {
    settings(transport).anonymous().build().unwrap()
}

/// Calls `operation`, without parameters, and takes any JSON.
pub(crate) async fn call(
    session: &Session,
    operation: &Operation,
) -> Result<Response<Value>, Error> {
    session.request(operation).send_json().await
}

/// Plays `steps` to one call, and brings its outcome and the number of attempts.
pub(crate) async fn play(
    operation: &Operation,
    steps: impl IntoIterator<Item = Step>,
) -> (Result<Response<Value>, Error>, usize) {
    let transport = Scripted::new(steps);
    let outcome = call(&anonymous(&transport), operation).await;
    (outcome, transport.attempts())
}

/// The failure of one call under `steps`.
pub(crate) async fn failure(operation: &Operation, steps: impl IntoIterator<Item = Step>) -> Error {
    play(operation, steps).await.0.unwrap_err()
}
