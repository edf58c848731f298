//! A provider, an identity and the rules for speaking to it. The way of a request through it is in [`call`](crate::call).

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::Method;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use tracing::{Instrument, Span};
use url::Url;

use crate::api_key::ApiKey;
use crate::budget::Budget;
use crate::call::Call;
use crate::default_headers::DefaultHeaders;
use crate::endpoint::Endpoint;
use crate::failure::{Answer, Failure};
use crate::key_in_use::KeyInUse;
use crate::query_rule::QueryRule;
use crate::transport::Transport;
use crate::{
    ConfigError, IdempotencyKey, KeyMemory, Limits, Operation, Request, Response, RetryPolicy,
    Seam, SessionBuilder, Token, TokenCache, trace,
};

/// A provider, an identity and the rules for speaking to it. Cheap to clone; clones share tokens and budgets.
///
/// Every generated client stands on one:
///
/// ```
/// use florin_core::{Secret, Session};
///
/// # fn main() -> Result<(), florin_core::ConfigError> {
/// let session = Session::builder("https://api.example.com/v1").bearer(Secret::from("a token")).build()?;
/// # let _ = session;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Session {
    pub(crate) inner: Arc<Inner>,
    /// Outside of what clones share, so that a clone may have others.
    pub(crate) default_headers: Arc<DefaultHeaders>,
}

pub(crate) struct Inner {
    pub(crate) base: Endpoint,
    pub(crate) servers: Vec<(String, Endpoint)>,
    /// Operations that are elsewhere than their spec says, each with where it is.
    pub(crate) routes: Vec<(&'static Operation, Operation)>,
    pub(crate) query_rules: Vec<QueryRule>,
    /// Where a key goes in operations that name no header for it.
    pub(crate) key_header: Option<&'static str>,
    pub(crate) identity: Identity,
    /// A 401 means that nothing was done.
    pub(crate) checks_tokens_first: bool,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) headers: HeaderMap,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: Budget,
    pub(crate) keys: KeyMemory,
    pub(crate) limits: Limits,
    pub(crate) seam: Seam,
}

/// Whose token a request carries.
pub(crate) enum Identity {
    /// Nobody's.
    Nobody,
    /// The caller's. There is no other, so a refusal is an answer like any other.
    Bearer(Arc<Token>),
    /// One that can be renewed.
    Tokens(TokenCache),
    /// Nobody's: a key says who sends.
    Key(ApiKey),
}

impl Session {
    /// Starts a session on a base URL: `https`, or `http` on loopback.
    pub fn builder(base_url: impl Into<String>) -> SessionBuilder {
        SessionBuilder::new(base_url.into())
    }

    /// What it sends through, for another session to share: connections, TLS, or a recording.
    #[must_use]
    pub fn transport(&self) -> Arc<dyn Transport> {
        Arc::clone(&self.inner.transport)
    }

    /// The same session with another value for a [default header](SessionBuilder::default_header): connections, token, budget
    /// and what is remembered of keys are shared with this one.
    ///
    /// # Errors
    /// [`ConfigError`] where it can't be a header.
    pub fn with_default_header(
        &self,
        name: &str,
        value: impl fmt::Display,
    ) -> Result<Self, ConfigError> {
        let mut headers = DefaultHeaders::clone(&self.default_headers);
        headers.set(name, &value.to_string())?;
        Ok(Self {
            inner: Arc::clone(&self.inner),
            default_headers: Arc::new(headers),
        })
    }

    /// Starts a request for `operation`.
    pub fn request<'a>(&'a self, operation: &'a Operation) -> Request<'a> {
        let routes = &self.inner.routes;
        let route = routes.iter().find(|(known, _)| known.is_same(operation));
        let rerouted = route.map_or(operation, |(_, rerouted)| rerouted);
        Request::new(self, operation, rerouted)
    }

    /// What is said of the query of `operation`.
    pub(crate) fn query_rules<'s>(
        &'s self,
        operation: &'s Operation,
    ) -> impl Iterator<Item = &'s QueryRule> + Clone {
        let rules = self.inner.query_rules.iter();
        rules.filter(|rule| rule.operation.is_same(operation))
    }

    /// The header that carries the idempotency key of a request for `operation`, as it is sent.
    pub(crate) fn key_header(&self, operation: &Operation) -> Option<&'static str> {
        let takes_one = !operation.is_public()
            && matches!(
                *operation.method(),
                Method::POST | Method::PUT | Method::PATCH
            );
        let usual = self.inner.key_header.filter(|_| takes_one);
        operation.idempotency_header().or(usual)
    }

    /// The base URL, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.base.as_str()
    }

    /// The source of time and chance that the session was built with, for what stands on top of it.
    #[must_use]
    pub fn seam(&self) -> &Seam {
        &self.inner.seam
    }

    /// Sends the request and brings a successful answer, or the failure with what is known about it.
    pub(crate) async fn call(
        &self,
        operation: &Operation,
        endpoint: &Endpoint,
        url: Url,
        headers: Vec<(HeaderName, HeaderValue)>,
        body: Option<Bytes>,
        key: Option<KeyInUse>,
    ) -> Result<Success, Failure> {
        let span = trace::call(operation, endpoint);
        let sent_with = key.as_ref().map(|key| key.key().clone());
        let call = Call::new(&self.inner, operation, url, headers, body, key);
        match call.run().instrument(span.clone()).await {
            Ok((attempts, answer)) => {
                trace::succeeded(&span, answer.status);
                Ok(Success {
                    attempts,
                    answer,
                    key: sent_with,
                    span,
                })
            }
            Err(failure) => {
                trace::failed(&span, &failure);
                Err(failure)
            }
        }
    }

    /// Where the operation lives.
    pub(crate) fn endpoint(&self, operation: &Operation) -> Result<&Endpoint, String> {
        let Some(name) = operation.server_name() else {
            return Ok(&self.inner.base);
        };
        let known = self.inner.servers.iter().find(|(known, _)| known == name);
        known.map(|(_, endpoint)| endpoint).ok_or_else(|| {
            format!("it lives on the host {name:?}, which the session doesn't know; name it with SessionBuilder::server")
        })
    }
}

/// A successful answer before it is read.
pub(crate) struct Success {
    pub(crate) attempts: u32,
    pub(crate) answer: Answer,
    pub(crate) key: Option<IdempotencyKey>,
    /// The call's span, still open: reading may fail yet.
    pub(crate) span: Span,
}

impl Success {
    /// The answer without reading it.
    pub(crate) fn response<T>(self, of_bytes: impl FnOnce(Bytes) -> T) -> Response<T> {
        let Answer {
            status,
            headers,
            body,
            ..
        } = self.answer;
        Response::new(of_bytes(body), status, headers)
            .with_key(self.key)
            .with_attempts(self.attempts)
    }
}

/// Shows where it sends to, and nothing of who sends.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("base_url", &self.base_url())
            .finish_non_exhaustive()
    }
}
