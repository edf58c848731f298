//! The way of a request: authorise, send, classify, and repeat where that is safe.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderMap, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use http::StatusCode;
use tokio::time::{Instant, timeout, timeout_at};
use tracing::Instrument;
use url::Url;

use crate::budget::Budget;
use crate::endpoint::Endpoint;
use crate::failure::{Answer, Failure, Kind};
use crate::transport::{Incoming, Phase, Transport, TransportError};
use crate::{
    Effect, Limits, Operation, Outgoing, Request, Retry, RetryPolicy, Seam, SessionBuilder, Token, TokenCache, retry_after,
    trace,
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
}

pub(crate) struct Inner {
    pub(crate) base: Endpoint,
    pub(crate) servers: Vec<(String, Endpoint)>,
    pub(crate) tokens: Option<TokenCache>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) headers: HeaderMap,
    pub(crate) retry: RetryPolicy,
    pub(crate) budget: Budget,
    pub(crate) limits: Limits,
    pub(crate) seam: Seam,
}

impl Session {
    /// Starts a session on a base URL: `https`, or `http` on loopback.
    pub fn builder(base_url: impl Into<String>) -> SessionBuilder {
        SessionBuilder::new(base_url.into())
    }

    /// Starts a request for `operation`.
    pub fn request<'a>(&'a self, operation: &'a Operation) -> Request<'a> {
        Request::new(self, operation)
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
        path_and_query: String,
        headers: HeaderMap,
        body: Option<Bytes>,
    ) -> Result<(u32, Answer), Failure> {
        let refused = |message: String| Failure::new(operation, Kind::InvalidRequest(message), Effect::NotSent);
        let endpoint = self.endpoint(operation).map_err(refused)?;
        let url = Url::parse(&format!("{}{path_and_query}", endpoint.as_str()))
            .map_err(|error| refused(format!("the path makes no URL ({error})")))?;
        let span = trace::call(operation, endpoint);
        let call = Call {
            inner: &self.inner,
            operation,
            url,
            headers,
            body,
            deadline: Instant::now() + self.inner.limits.total,
            attempts: 0,
            in_doubt: false,
            reauthorised: None,
        };
        let outcome = call.run().instrument(span.clone()).await;
        match &outcome {
            Ok((_, answer)) => trace::finished(&span, Some(answer.status), None),
            Err(failure) => trace::finished(&span, failure.status(), Some(failure.kind.name())),
        }
        outcome
    }

    fn endpoint(&self, operation: &Operation) -> Result<&Endpoint, String> {
        let Some(name) = operation.server_name() else {
            return Ok(&self.inner.base);
        };
        let known = self.inner.servers.iter().find(|(known, _)| known == name);
        known.map(|(_, endpoint)| endpoint).ok_or_else(|| {
            format!("it lives on the host {name:?}, which the session doesn't know; name it with SessionBuilder::server")
        })
    }
}

/// Shows where it sends to, and nothing of who sends.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("base_url", &self.base_url()).finish_non_exhaustive()
    }
}

/// One call: its attempts, and what they leave in doubt.
struct Call<'a> {
    inner: &'a Inner,
    operation: &'a Operation,
    url: Url,
    headers: HeaderMap,
    body: Option<Bytes>,
    deadline: Instant,
    attempts: u32,
    /// An attempt may have been processed without our learning how.
    in_doubt: bool,
    /// The 401 that a fresh token is being tried for.
    reauthorised: Option<Failure>,
}

impl Call<'_> {
    async fn run(mut self) -> Result<(u32, Answer), Failure> {
        loop {
            let token = self.authorise().await?;
            self.attempts += 1;
            let failure = match self.attempt(token.as_deref()).await {
                Ok(answer) if answer.status.is_success() => {
                    self.inner.budget.refund();
                    return Ok((self.attempts, answer));
                }
                Ok(answer) => {
                    let failure = self.refused(answer);
                    if let Some(token) = token.filter(|_| failure.status() == Some(StatusCode::UNAUTHORIZED)) {
                        if let Some(tokens) = &self.inner.tokens {
                            tokens.invalidate(&token);
                        }
                        if self.reauthorised.is_none() && self.may_replay(&failure) {
                            self.reauthorised = Some(failure);
                            continue;
                        }
                    }
                    failure
                }
                Err(error) => self.lost(error),
            };
            match self.pause_before_retry(&failure) {
                Some(pause) => {
                    trace::pausing(self.attempts, pause);
                    tokio::time::sleep(pause).await;
                }
                None => return Err(failure),
            }
        }
    }

    /// A token, unless the operation takes none. After a 401, that answer is the error where no new token can be had.
    async fn authorise(&mut self) -> Result<Option<Arc<Token>>, Failure> {
        let tokens = match &self.inner.tokens {
            Some(tokens) if !self.operation.is_public() => tokens,
            _ => return Ok(None),
        };
        let kind = match timeout_at(self.deadline, tokens.token()).await {
            Ok(Ok(token)) => return Ok(Some(token)),
            Ok(Err(error)) => Kind::Token(error),
            Err(_) => Kind::Deadline(self.inner.limits.total),
        };
        match self.reauthorised.take() {
            Some(refusal) => Err(refusal),
            None => Err(self.failure(kind, Effect::NotSent)),
        }
    }

    async fn attempt(&self, token: Option<&Token>) -> Result<Answer, TransportError> {
        let started = Instant::now();
        let mut headers = self.headers.clone();
        for (name, value) in &self.inner.headers {
            if !headers.contains_key(name) {
                headers.append(name.clone(), value.clone());
            }
        }
        if let Some(token) = token {
            headers.insert(AUTHORIZATION, bearer(token)?);
        }
        let outgoing = Outgoing {
            operation: self.operation,
            url: self.url.clone(),
            headers,
            body: self.body.clone(),
            response_bytes: self.inner.limits.response_bytes,
        };
        let limit = self.inner.limits.attempt.min(self.deadline.saturating_duration_since(started));
        let outcome = timeout(limit, self.inner.transport.send(outgoing)).await.unwrap_or_else(|_| {
            Err(TransportError::new(Phase::Sent, "no whole answer came in time").timed_out())
        });
        match outcome {
            Ok(Incoming { status, headers, body }) => {
                trace::answered(self.attempts, status, started.elapsed());
                Ok(Answer { status, headers, body })
            }
            Err(error) => {
                trace::lost(self.attempts, &error, started.elapsed());
                Err(error)
            }
        }
    }

    /// An answer that isn't success. A server's failure says nothing about whether the request was carried out.
    fn refused(&mut self, answer: Answer) -> Failure {
        if answer.status.is_server_error() || answer.status == StatusCode::REQUEST_TIMEOUT {
            self.in_doubt = true;
        }
        let asked = answer.headers.get(RETRY_AFTER).and_then(|value| retry_after::parse(value, self.inner.seam.now()));
        let mut failure = self.failure(Kind::Status, Effect::Answered).answered(answer);
        failure.retry_after = asked;
        failure
    }

    fn lost(&mut self, error: TransportError) -> Failure {
        if error.phase() != Phase::NotSent {
            self.in_doubt = true;
        }
        if self.deadline <= Instant::now() {
            return self.failure(Kind::Deadline(self.inner.limits.total), Effect::NotSent);
        }
        self.failure(Kind::Transport(error), Effect::NotSent)
    }

    /// Doubt that one attempt leaves isn't taken away by a later one that failed otherwise.
    fn failure(&self, kind: Kind, effect: Effect) -> Failure {
        let effect = if self.in_doubt { Effect::MaybeApplied } else { effect };
        Failure::new(self.operation, kind, effect).attempts(self.attempts)
    }

    /// A 401 may be answered with a new token where repeating is harmless, or where the provider says that it refused
    /// the token itself, which comes before any processing (RFC 6750).
    fn may_replay(&self, refusal: &Failure) -> bool {
        let refused_token = || {
            let challenge = refusal.answer.as_ref().and_then(|answer| answer.headers.get(WWW_AUTHENTICATE));
            challenge.and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("invalid_token"))
        };
        self.operation.retry_class() != Retry::Never || refused_token()
    }

    fn pause_before_retry(&self, failure: &Failure) -> Option<Duration> {
        if self.attempts >= self.inner.retry.max_attempts() || !self.may_repeat(failure) {
            return None;
        }
        let pause = self.inner.retry.pause(self.attempts, failure.retry_after, &self.inner.seam)?;
        let fits = Instant::now() + pause < self.deadline;
        (fits && self.inner.budget.spend()).then_some(pause)
    }

    fn may_repeat(&self, failure: &Failure) -> bool {
        match (&failure.kind, self.operation.retry_class()) {
            (Kind::Transport(error), _) if error.is_permanent() => false,
            (Kind::Transport(error), _) if error.phase() == Phase::NotSent => true,
            (Kind::Transport(_), class) => class != Retry::Never,
            (Kind::Status, Retry::Safe) => failure.is_transient(),
            // With a key, a 500 is the provider's stored answer: asking again brings the same.
            (Kind::Status, Retry::Keyed) => {
                failure.is_transient() && failure.status() != Some(StatusCode::INTERNAL_SERVER_ERROR)
            }
            _ => false,
        }
    }
}

/// The token as a header that is marked so that nothing logs it.
fn bearer(token: &Token) -> Result<HeaderValue, TransportError> {
    let mut value = HeaderValue::try_from(format!("Bearer {}", token.access().expose())).map_err(|_| {
        TransportError::new(Phase::NotSent, "the token holds characters that no header may hold").permanent()
    })?;
    value.set_sensitive(true);
    Ok(value)
}
