//! Stands in for the network and keeps what it is given.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use florin_core::http::{HeaderMap, HeaderValue, StatusCode};
use florin_core::{Bytes, Incoming, Outgoing, Phase, Transport, TransportError};

use super::redact::recorded;
use super::Recorded;

/// Stands in for the network: keeps every request and answers with what you laid in. Clones share both.
///
/// An operation without an answer fails as if no connection could be made, and the error says so; lay an
/// answer in for each operation that your code calls, the token operation included.
#[derive(Clone, Default)]
pub struct Recorder {
    tape: Arc<Mutex<Tape>>,
}

#[derive(Default)]
struct Tape {
    requests: Vec<Recorded>,
    answers: HashMap<String, VecDeque<(StatusCode, Bytes)>>,
}

impl Recorder {
    /// A recorder that has recorded nothing and knows no answer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lays in a JSON answer for an operation. Several are given in turn; the last one stays.
    ///
    /// A status outside 100 to 999 is taken as 200.
    pub fn answer(&self, operation: &str, status: u16, body: impl Into<Bytes>) {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
        self.tape().answers.entry(operation.to_owned()).or_default().push_back((status, body.into()));
    }

    /// All requests so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        self.tape().requests.clone()
    }

    /// The requests of one operation so far, in order.
    #[must_use]
    pub fn requests_of(&self, operation: &str) -> Vec<Recorded> {
        self.tape().requests.iter().filter(|request| request.operation == operation).cloned().collect()
    }

    /// The latest request.
    #[must_use]
    pub fn last(&self) -> Option<Recorded> {
        self.tape().requests.last().cloned()
    }

    /// Forgets the requests; the answers stay.
    pub fn clear(&self) {
        self.tape().requests.clear();
    }

    fn tape(&self) -> MutexGuard<'_, Tape> {
        self.tape.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, request: &Outgoing<'_>) -> Result<Incoming, TransportError> {
        let mut tape = self.tape();
        tape.requests.push(recorded(request));
        let answers = tape.answers.get_mut(request.operation.id());
        let (status, body) = answers
            .and_then(|answers| if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() })
            .ok_or_else(|| {
                TransportError::new(Phase::NotSent, "the recorder has no answer for it; lay one in with Recorder::answer")
                    .permanent()
            })?;
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        Ok(Incoming { status, headers, body })
    }
}

impl Transport for Recorder {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let answer = self.record(&request);
        Box::pin(std::future::ready(answer))
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").field("requests", &self.tape().requests.len()).finish_non_exhaustive()
    }
}
