//! A provider in memory: a transport that answers from a function, for tests on paused time.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use florin::core::http::header::RETRY_AFTER;
use florin::core::http::{HeaderMap, Method, StatusCode};
use florin::core::{Incoming, Outgoing, Phase, Transport, TransportError};
use serde_json::{Value, json};
use tokio::time::Instant;

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The `operationId`.
    pub operation: String,
    /// The method.
    pub method: Method,
    /// The path, percent-encoded.
    pub path: String,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, where it is JSON.
    pub body: Option<Value>,
    /// The body as it was sent, to the letter.
    pub text: String,
    /// When it came, on tokio's clock.
    pub at: Instant,
}

impl Asked {
    /// A query parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// What the provider says to a request.
#[derive(Clone, Debug)]
pub enum Says {
    /// A success with this body.
    Yes(Value),
    /// This status with this body.
    No(u16, Value),
    /// This status with this text for a body, which may be no JSON.
    Text(u16, &'static str),
    /// This status with this text for a body, and seconds to wait in `Retry-After`.
    Wait(u16, u64, &'static str),
    /// Nothing: the connection is lost after the request was sent.
    Silence,
    /// Nothing, ever.
    Hangs,
}

type Script = dyn Fn(&Asked) -> Says + Send + Sync;

/// A provider in memory. Answers take a millisecond, so that a caller really waits for them. Clones are the same provider.
#[derive(Clone)]
pub struct InMemory {
    script: Arc<Script>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl InMemory {
    /// Tokens are given to anybody; `script` answers the rest.
    pub fn new(script: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> Self {
        Self::with_tokens(move |asked| match asked.operation.as_str() {
            "create_access_token" | "login" => Says::Yes(
                json!({"access_token": "a-token", "expires_in": 43_200, "token_type": "Bearer"}),
            ),
            _ => script(asked),
        })
    }

    /// `script` answers everything, what is asked for tokens as well.
    pub fn with_tokens(script: impl Fn(&Asked) -> Says + Send + Sync + 'static) -> Self {
        Self {
            script: Arc::new(script),
            asked: Arc::default(),
        }
    }

    /// All requests of one operation.
    #[must_use]
    pub fn asked(&self, operation: &str) -> Vec<Asked> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked
            .iter()
            .filter(|asked| asked.operation == operation)
            .cloned()
            .collect()
    }

    fn answer(&self, request: &Outgoing<'_>) -> Says {
        let asked = Asked {
            operation: request.operation.id().to_owned(),
            method: request.operation.method().clone(),
            path: request.url.path().to_owned(),
            query: request.url.query_pairs().into_owned().collect(),
            headers: request.headers.clone(),
            body: request
                .body
                .as_ref()
                .and_then(|body| serde_json::from_slice(body).ok()),
            text: request
                .body
                .as_ref()
                .map(|body| String::from_utf8_lossy(body).into_owned())
                .unwrap_or_default(),
            at: Instant::now(),
        };
        let says = (self.script)(&asked);
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(asked);
        says
    }
}

impl Transport for InMemory {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let says = self.answer(&request);
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            let mut headers = HeaderMap::new();
            let (status, body) = match says {
                Says::Yes(body) => (StatusCode::OK, body.to_string()),
                Says::No(status, body) => (known(status), body.to_string()),
                Says::Text(status, body) => (known(status), body.to_owned()),
                Says::Wait(status, seconds, body) => {
                    headers.insert(RETRY_AFTER, seconds.into());
                    (known(status), body.to_owned())
                }
                Says::Silence => {
                    return Err(TransportError::new(Phase::Sent, "the connection was lost"));
                }
                Says::Hangs => std::future::pending().await,
            };
            Ok(Incoming {
                status,
                headers,
                body: body.into(),
            })
        })
    }
}

fn known(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or_default()
}

impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InMemory")
    }
}
