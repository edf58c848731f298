//! What every provider's stand-in has in common, and what each has to say for itself.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, StatusCode};
use serde_json::Value;

use crate::clock::Clock;
use crate::contract::{Checked, Contract, Violation};
use crate::door::Doors;
use crate::fault::Plan;
use crate::received::Log;

/// A provider's stand-in: its spec, its state, and its way of saying no.
pub(crate) trait Provider: Send + Sync + 'static {
    fn contract(&self) -> &Contract;

    fn stage(&self) -> &Stage;

    /// Who calls, by the token in the headers or whatever else says it.
    fn authorise(&self, sent: &Sent<'_>) -> Result<Caller, Refusal>;

    /// Makes the token in the headers invalid.
    fn expire(&self, headers: &HeaderMap);

    /// Does what a request asks for. It has passed the spec; `caller` is there unless the operation is public.
    fn perform(
        &self,
        operation: &str,
        caller: Option<Caller>,
        request: &Checked,
    ) -> Result<Answer, Refusal>;

    /// The answer to a request that repeats another one, where the provider knows it again: it is not carried out then.
    fn repeated(&self, _request: &Sent<'_>) -> Option<Answer> {
        None
    }

    /// Hears what a request of an operation was answered with. What comes back is waited for before the answer goes out.
    fn answered(&self, _request: &Sent<'_>, _answer: &Answer) -> Option<Wait> {
        None
    }

    /// Answers a route that the spec does not have.
    fn outside(&self, route: &str, _request: &Outside<'_>) -> Result<Answer, Refusal> {
        Err(Refusal::new(
            StatusCode::NOT_FOUND,
            format!("there is no route {route}"),
        ))
    }

    /// Puts a refusal into the provider's own words.
    fn refuse(&self, host: &str, path: &str, refusal: &Refusal) -> Answer;
}

/// What an answer waits for.
pub(crate) type Wait = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A request of an operation, by somebody who may call it, before it is checked against the spec.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) operation: &'a str,
    /// There unless the operation is public.
    pub(crate) caller: Option<Caller>,
    pub(crate) path: &'a str,
    pub(crate) query: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

/// A request that no spec says anything of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outside<'a> {
    /// As it was sent, without the question mark.
    pub(crate) query: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

/// Who calls. The number is the provider's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Caller(pub(crate) usize);

/// What a test sees and steers from outside.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    pub(crate) clock: Clock,
    pub(crate) received: Log,
    pub(crate) faults: Plan,
    /// Requests that were never read.
    pub(crate) turned_away: AtomicUsize,
    pub(crate) doors: Arc<Doors>,
}

/// Why a request was not carried out.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) detail: String,
    pub(crate) violations: Vec<Violation>,
    /// `WWW-Authenticate` of the answer.
    pub(crate) challenge: Option<&'static str>,
    /// What a program tells it by, where the provider has such a thing.
    pub(crate) code: Option<&'static str>,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
            violations: Vec::new(),
            challenge: None,
            code: None,
        }
    }

    pub(crate) fn violations(status: StatusCode, violations: Vec<Violation>) -> Self {
        let detail = violations
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("; ");
        Self {
            status,
            detail,
            violations,
            challenge: None,
            code: None,
        }
    }

    pub(crate) fn with_challenge(mut self, challenge: &'static str) -> Self {
        self.challenge = Some(challenge);
        self
    }

    pub(crate) fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }
}

/// An answer, whole.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn json(status: StatusCode, body: &Value) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Self {
            status,
            headers,
            body: body.to_string().into(),
        }
    }
}
