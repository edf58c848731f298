//! Stands in for the network and keeps what it is given.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use florin_core::http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE};
use florin_core::{Bytes, Incoming, Outgoing, Phase, Transport, TransportError};

use super::Recorded;
use super::redact::{Show, recorded};

/// Stands in for the network: keeps every request and answers with what you laid in. Clones share both.
///
/// An operation without an answer is recorded and then fails as if no connection could be made; `{:#}` of the error says
/// so. A client that the recorder sets up, by the method of its provider's name, has its token operation answered already.
///
/// `Display` writes all requests so far, the token requests among them, for a snapshot of a whole flow.
#[derive(Clone, Default)]
pub struct Recorder {
    tape: Arc<Mutex<Tape>>,
}

#[derive(Default)]
struct Tape {
    show: Show,
    requests: Vec<Recorded>,
    answers: BTreeMap<String, VecDeque<Answer>>,
    defaults: BTreeMap<String, Answer>,
}

#[derive(Clone)]
struct Answer {
    status: StatusCode,
    body: Bytes,
}

impl Recorder {
    /// A recorder that has recorded nothing and knows no answer.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Shows personal data from here on; secrets stay hidden.
    ///
    /// For tests with made-up data: a snapshot then also notices when two names are swapped.
    #[must_use]
    pub fn with_personal_data(self) -> Self {
        self.tape().show = Show::PersonalData;
        self
    }

    /// Lays in a JSON answer for an operation, by its `operationId`. Several are given in turn; the last one stays.
    ///
    /// A number that is no HTTP status counts as 500.
    pub fn answer(&self, operation: &str, status: u16, body: impl Into<Bytes>) {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let answer = Answer {
            status,
            body: body.into(),
        };
        self.tape()
            .answers
            .entry(operation.to_owned())
            .or_default()
            .push_back(answer);
    }

    /// All requests so far, in order, token requests and retries included.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        self.tape().requests.clone()
    }

    /// The requests of one operation so far, in order, retries included.
    #[must_use]
    pub fn requests_of(&self, operation: &str) -> Vec<Recorded> {
        self.tape()
            .requests
            .iter()
            .filter(|request| request.operation == operation)
            .cloned()
            .collect()
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

    /// What an operation gets that nobody laid in an answer for.
    #[cfg(feature = "_tokens")]
    pub(super) fn answer_by_default(&self, operation: &str, body: &'static str) {
        let answer = Answer {
            status: StatusCode::OK,
            body: Bytes::from_static(body.as_bytes()),
        };
        self.tape().defaults.insert(operation.to_owned(), answer);
    }

    fn tape(&self) -> MutexGuard<'_, Tape> {
        self.tape.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tape {
    fn record(&mut self, request: &Outgoing<'_>) -> Result<Incoming, TransportError> {
        self.requests.push(recorded(request, self.show));
        let Some(Answer { status, body }) = self.next_answer(request.operation.id()) else {
            return Err(TransportError::new(
                Phase::NotSent,
                "the recorder has no answer for it; lay one in with Recorder::answer",
            )
            .permanent());
        };
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(Incoming {
            status,
            headers,
            body,
        })
    }

    fn next_answer(&mut self, operation: &str) -> Option<Answer> {
        match self.answers.get_mut(operation) {
            Some(answers) if answers.len() > 1 => answers.pop_front(),
            Some(answers) => answers.front().cloned(),
            None => self.defaults.get(operation).cloned(),
        }
    }
}

impl Transport for Recorder {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let answer = self.tape().record(&request);
        Box::pin(std::future::ready(answer))
    }
}

impl fmt::Display for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, request) in self.tape().requests.iter().enumerate() {
            if at > 0 {
                f.write_str("\n\n")?;
            }
            request.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("requests", &self.tape().requests.len())
            .finish_non_exhaustive()
    }
}
