//! A network for tests: answers each operation from a list, and keeps what was sent.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use florin::core::http::{HeaderMap, StatusCode};
use florin::core::{Bytes, Incoming, Outgoing, Phase, Seam, Transport, TransportError};
use florin::nemuru::{Client, ClientBuilder, Credentials, Environment};
use serde_json::Value;
use tokio::time::Instant;

pub(crate) const LOAN: &str = "e7c52ad3-0473-4fbc-bc36-7eb755b1c18d";

/// What becomes of a request.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Answer(u16, String),
    /// Sent, and no answer came.
    Lost,
    /// No connection.
    Unreachable,
    /// Never answered.
    Hangs,
}

pub(crate) fn answer(status: u16, body: impl fmt::Display) -> Step {
    Step::Answer(status, body.to_string())
}

#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) operation: String,
    pub(crate) url: String,
    pub(crate) authorization: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Bytes,
    pub(crate) at: Instant,
}

impl Sent {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// Clones share the script. Of several steps for an operation each is played once, but the last, which stays.
#[derive(Clone, Default)]
pub(crate) struct Scripted {
    steps: Arc<Mutex<HashMap<&'static str, VecDeque<Step>>>>,
    sent: Arc<Mutex<Vec<Sent>>>,
    when: Arc<Mutex<HashMap<&'static str, Happening>>>,
}

type Happening = Box<dyn Fn() + Send>;

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scripted").finish_non_exhaustive()
    }
}

impl Scripted {
    /// Logs in without being told.
    pub(crate) fn new() -> Self {
        let script = Self::default();
        script.on(
            "login",
            [answer(
                200,
                r#"{"access_token": "t1", "token_type": "bearer"}"#,
            )],
        );
        script
    }

    /// What the operation gets from here on.
    pub(crate) fn on(&self, operation: &'static str, steps: impl IntoIterator<Item = Step>) {
        let steps = steps.into_iter().collect();
        self.steps.lock().unwrap().insert(operation, steps);
    }

    /// What happens each time the operation is sent.
    pub(crate) fn when(&self, operation: &'static str, happens: impl Fn() + Send + 'static) {
        let happens = Box::new(happens);
        self.when.lock().unwrap().insert(operation, happens);
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        Client::builder()
            .environment(Environment::Stage)
            .credentials(Credentials::new("tienda@example.com", "hunter2"))
            .seam(Seam::without_chance(
                "2026-11-02T08:00:00Z".parse().unwrap(),
                1.0,
            ))
            .transport(Arc::new(self.clone()))
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn sent(&self, operation: &str) -> Vec<Sent> {
        let sent = self.sent.lock().unwrap();
        sent.iter()
            .filter(|sent| sent.operation == operation)
            .cloned()
            .collect()
    }

    /// The operations in the order of their requests.
    pub(crate) fn order(&self) -> Vec<String> {
        let sent = self.sent.lock().unwrap();
        sent.iter().map(|sent| sent.operation.clone()).collect()
    }

    pub(crate) fn count(&self, operation: &str) -> usize {
        self.sent(operation).len()
    }
}

impl Transport for Scripted {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let header = |name| {
            let value = request.headers.get(name)?;
            Some(value.to_str().unwrap().to_owned())
        };
        let operation = request.operation.id();
        self.sent.lock().unwrap().push(Sent {
            operation: operation.to_owned(),
            url: request.url.to_string(),
            authorization: header("authorization"),
            content_type: header("content-type"),
            body: request.body.clone().unwrap_or_default(),
            at: Instant::now(),
        });
        if let Some(happens) = self.when.lock().unwrap().get(operation) {
            happens();
        }
        let step = match self.steps.lock().unwrap().get_mut(operation) {
            Some(steps) if steps.len() > 1 => steps.pop_front().unwrap(),
            Some(steps) => steps[0].clone(),
            None => panic!("nobody expected {operation}"),
        };
        Box::pin(async {
            tokio::task::yield_now().await;
            match step {
                Step::Answer(status, body) => Ok(Incoming {
                    status: StatusCode::from_u16(status).unwrap(),
                    headers: HeaderMap::new(),
                    body: body.into(),
                }),
                Step::Lost => Err(TransportError::new(Phase::Sent, "lost on the way")),
                Step::Unreachable => Err(TransportError::new(Phase::NotSent, "no connection")),
                Step::Hangs => std::future::pending().await,
            }
        })
    }
}
