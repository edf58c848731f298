//! One call: its attempts, the pauses between them, and what they leave in doubt.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::{
    AUTHORIZATION, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE,
};
use tokio::time::{Instant, timeout, timeout_at};
use url::Url;

use crate::api_key::ApiKey;
use crate::echo::{Sent, hush};
use crate::failure::{Answer, Failure, Kind, leaves_doubt};
use crate::key_in_use::{Fate, KeyInUse};
use crate::key_refused::Refused;
use crate::session::{Identity, Inner};
use crate::transport::{Incoming, Phase, TransportError};
use crate::{Effect, Operation, Outgoing, Retry, Token, TokenError, advice, retry_after, trace};

/// A request with all that each attempt at it is made from, and what the attempts so far have shown.
pub(crate) struct Call<'a> {
    inner: &'a Inner,
    operation: &'a Operation,
    url: Url,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Option<Bytes>,
    key: Option<KeyInUse>,
    deadline: Instant,
    attempts: u32,
    /// Attempts that found the first request under the same key in progress.
    waits: u32,
    /// An attempt may have been processed without our learning how.
    in_doubt: bool,
    /// A 401 has been answered with another token, which is done once; and once more where that one came from a store.
    reauthorised: u32,
}

/// A token, and the header that carries it.
struct Authorisation {
    token: Arc<Token>,
    header: HeaderValue,
}

impl<'a> Call<'a> {
    pub(crate) fn new(
        inner: &'a Inner,
        operation: &'a Operation,
        url: Url,
        headers: Vec<(HeaderName, HeaderValue)>,
        body: Option<Bytes>,
        key: Option<KeyInUse>,
    ) -> Self {
        let deadline = Instant::now() + inner.limits.total;
        Self {
            inner,
            operation,
            url,
            headers,
            body,
            key,
            deadline,
            attempts: 0,
            waits: 0,
            in_doubt: false,
            reauthorised: 0,
        }
    }

    /// Brings a successful answer and the number of attempts that it took.
    pub(crate) async fn run(mut self) -> Result<(u32, Answer), Failure> {
        let outcome = self.bring().await;
        outcome.map_err(|failure| match self.operation.idempotency_field() {
            Some(field) => advice::to_ask_again(failure, field),
            None if self.key.is_some() && !self.is_key_too_old() => {
                advice::to_ask_again(failure, "idempotency key")
            }
            None => failure,
        })
    }

    async fn bring(&mut self) -> Result<(u32, Answer), Failure> {
        let mut authorisation = self.authorise().await?;
        if self.is_key_too_old() {
            return Err(self.too_late());
        }
        loop {
            let failure = match self.attempt(authorisation.as_ref()).await {
                Ok(answer) if self.operation.succeeds_with(answer.status) => {
                    self.inner.budget.refund();
                    return Ok((self.attempts, answer));
                }
                Ok(answer) => self.refused(answer),
                Err(error) => self.lost(error),
            };
            if self.may_reauthorise(&failure, authorisation.as_ref()) {
                self.reauthorised += 1;
            } else if let Some(pause) = self.pause_before_retry(&failure) {
                trace::pausing(self.attempts, pause);
                self.inner.seam.sleep(pause).await;
            } else {
                return Err(failure);
            }
            authorisation = match self.authorise().await {
                Ok(authorisation) => authorisation,
                // What the provider said last comes first, and why it can't be asked again goes with it.
                Err(no_token) => return Err(failure.without_token(no_token)),
            };
            if self.is_key_too_old() {
                // As when the machine slept: nothing else takes that long.
                return Err(
                    failure.noted("its idempotency key has become too old to be sent again")
                );
            }
        }
    }

    /// A token, unless the operation takes none.
    async fn authorise(&self) -> Result<Option<Authorisation>, Failure> {
        let token =
            match &self.inner.identity {
                _ if self.operation.is_public() => return Ok(None),
                Identity::Nobody | Identity::Key(_) => return Ok(None),
                Identity::Bearer(token) => Ok(Arc::clone(token)),
                Identity::Tokens(tokens) => timeout_at(self.deadline, tokens.token())
                    .await
                    .map_err(|_| {
                        self.failure(Kind::Deadline(self.inner.limits.total), Effect::NotSent)
                    })?,
            };
        let authorised = token.and_then(|token| {
            let header = header(&token)?;
            Ok(Authorisation { token, header })
        });
        let error = match authorised {
            Ok(authorisation) => return Ok(Some(authorisation)),
            Err(error) => error,
        };
        let retry_after = error.retry_after();
        Err(Failure {
            retry_after,
            ..self.failure(Kind::Token(error), Effect::NotSent)
        })
    }

    /// Whether the provider may have forgotten the key. Asked right before each attempt: a process may stand still, or a token
    /// be long in coming.
    fn is_key_too_old(&self) -> bool {
        let left = self.key.as_ref().map(|key| key.left(&self.inner.seam));
        left.is_some_and(|left| left.is_zero())
    }

    /// Nothing was sent, and it is too late to.
    fn too_late(&self) -> Failure {
        let in_doubt = self.key.as_ref().is_some_and(KeyInUse::is_in_doubt);
        let message = Refused::TooOld { in_doubt }.message();
        let failure = self.failure(Kind::InvalidRequest(message.to_owned()), Effect::NotSent);
        failure.key(None)
    }

    async fn attempt(
        &mut self,
        authorisation: Option<&Authorisation>,
    ) -> Result<Answer, TransportError> {
        let started = Instant::now();
        let left = self.deadline.saturating_duration_since(started);
        if left.is_zero() {
            // The token came too late. Polling the transport even once could send something.
            return Err(
                TransportError::new(Phase::NotSent, "no time was left to send it").timed_out(),
            );
        }
        let key_left = self.key.as_ref().map(|key| key.left(&self.inner.seam));
        self.attempts += 1;
        let (url, headers) = self.identified(authorisation);
        let outgoing = Outgoing {
            operation: self.operation,
            url,
            key_parameter: self.api_key().and_then(ApiKey::parameter),
            headers,
            body: self.body.clone(),
            response_bytes: self.inner.limits.response_bytes,
        };
        let limit = self.inner.limits.attempt.min(left);
        let limit = key_left.map_or(limit, |left| limit.min(left));
        let on_the_wire = self.key.as_ref().map(|key| key.goes_out(&self.inner.seam));
        let outcome = timeout(limit, self.inner.transport.send(outgoing))
            .await
            .unwrap_or_else(|_| {
                Err(TransportError::new(Phase::Sent, "no whole answer came in time").timed_out())
            });
        let fate = self.fate(&outcome);
        if let Some(on_the_wire) = on_the_wire {
            on_the_wire.ends(fate);
        }
        self.in_doubt |= fate == Fate::InDoubt;
        let mut answer = match outcome {
            Ok(incoming) => Ok(Answer::new(incoming)),
            Err(error) => Answer::cut(error),
        };
        if let Ok(answer) = &mut answer {
            hush(&mut answer.headers, || {
                let (url, headers) = self.identified(authorisation);
                Sent {
                    url,
                    headers,
                    body: self.body.as_deref().unwrap_or_default(),
                    key: self.key.as_ref().map(|key| key.key().as_str()),
                }
            });
        }
        match &answer {
            Ok(answer) => trace::answered(self.attempts, answer.status, started.elapsed()),
            Err(error) => trace::lost(self.attempts, error, started.elapsed()),
        }
        answer
    }

    /// What is known of an attempt's effect. A success counts as doubt: reading it may fail, and a later call under the same
    /// key must not say that nothing was sent.
    fn fate(&self, outcome: &Result<Incoming, TransportError>) -> Fate {
        let status = match outcome {
            Ok(incoming) => incoming.status,
            Err(error) => match error.phase() {
                Phase::NotSent => return Fate::NotSent,
                Phase::Sent => return Fate::InDoubt,
                // Cut off or not, a refusal is one.
                Phase::Answering(status) => status,
            },
        };
        if status.is_success()
            || leaves_doubt(status)
            || advice::is_in_progress(self.operation, status)
        {
            Fate::InDoubt
        } else {
            Fate::Refused
        }
    }

    /// The URL and the headers of an attempt, with what says who sends it.
    fn identified(&self, authorisation: Option<&Authorisation>) -> (Url, HeaderMap) {
        let mut url = self.url.clone();
        let mut headers = self.headers(authorisation);
        if let Some(key) = self.api_key() {
            key.put(&mut url, &mut headers);
        }
        (url, headers)
    }

    fn api_key(&self) -> Option<&ApiKey> {
        match &self.inner.identity {
            Identity::Key(key) if !self.operation.is_public() => Some(key),
            _ => None,
        }
    }

    /// The request's own headers, then the session's where the request has none of that name, then the token.
    fn headers(&self, authorisation: Option<&Authorisation>) -> HeaderMap {
        let mut headers =
            HeaderMap::with_capacity(self.headers.len() + self.inner.headers.len() + 1);
        for (name, value) in &self.headers {
            headers.append(name, value.clone());
        }
        for (name, value) in &self.inner.headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        if let Some(authorisation) = authorisation {
            headers.insert(AUTHORIZATION, authorisation.header.clone());
        }
        headers
    }

    /// An answer that isn't success.
    fn refused(&mut self, answer: Answer) -> Failure {
        let status = answer.status;
        let in_progress = advice::is_in_progress(self.operation, status);
        self.waits += u32::from(in_progress);
        let asked = answer
            .headers
            .get(RETRY_AFTER)
            .and_then(|value| retry_after::parse(value, self.inner.seam.now()));
        let failure = self
            .failure(Kind::Status, Effect::Answered)
            .answered(answer);
        Failure {
            retry_after: asked,
            note: advice::on(self.operation, status).map(str::to_owned),
            in_progress,
            ..failure
        }
    }

    fn lost(&self, error: TransportError) -> Failure {
        let effect = match error.phase() {
            Phase::NotSent => Effect::NotSent,
            // Where one of the two is in doubt, the call is.
            Phase::Sent | Phase::Answering(_) => Effect::Answered,
        };
        if self.deadline <= Instant::now() {
            return self.failure(Kind::Deadline(self.inner.limits.total), effect);
        }
        self.failure(Kind::Transport(error), effect)
    }

    /// Doubt that one attempt leaves isn't taken away by a later one that failed otherwise. Neither is that of another call
    /// under the same key, an earlier one or one that is on its way.
    fn failure(&self, kind: Kind, effect: Effect) -> Failure {
        let is_key_in_doubt = self.key.as_ref().is_some_and(KeyInUse::is_in_doubt);
        let effect = match self.operation.retry_class() {
            _ if !self.in_doubt && !is_key_in_doubt => effect,
            // Nothing can have been applied by what changes nothing.
            Retry::Safe => Effect::Answered,
            Retry::Keyed | Retry::Never => Effect::MaybeApplied,
        };
        let key = self.key.as_ref().map(|key| key.key().clone());
        Failure::new(self.operation, kind, effect)
            .attempts(self.attempts)
            .key(key)
    }

    /// Gives up a token that was refused, and says whether to try again at once with another.
    ///
    /// That is done where repeating is harmless, or where nothing was done: the provider is known to look at the token
    /// first, or says that it refused the token itself, which comes before any processing (RFC 6750, section 3.1).
    fn may_reauthorise(&self, failure: &Failure, authorisation: Option<&Authorisation>) -> bool {
        let (Identity::Tokens(tokens), Some(authorisation), Kind::Status, Some(answer)) = (
            &self.inner.identity,
            authorisation,
            &failure.kind,
            &failure.answer,
        ) else {
            return false;
        };
        answer.status == StatusCode::UNAUTHORIZED
            && tokens.invalidate(&authorisation.token)
            // What another process has left may have been refused with ours, and says nothing of a new one.
            && self.reauthorised <= u32::from(authorisation.token.is_adopted())
            && (self.operation.retry_class() != Retry::Never
                || self.inner.checks_tokens_first
                || refuses_the_token(answer))
    }

    fn pause_before_retry(&self, failure: &Failure) -> Option<Duration> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        let key_left = self.key.as_ref().map(|key| key.left(&self.inner.seam));
        let left = key_left.map_or(left, |key_left| left.min(key_left));
        let policy = &self.inner.retry;
        if failure.in_progress {
            // Neither a failure that counts as a try, nor load that the provider can't bear: it says that it is at work.
            let pause = policy.wait(self.waits, failure.retry_after, &self.inner.seam)?;
            return (pause < left).then_some(pause);
        }
        if !self.may_repeat(failure) {
            return None;
        }
        let tries = self.attempts - self.waits;
        let pause = policy.pause(tries, failure.retry_after, &self.inner.seam)?;
        (pause < left && self.inner.budget.spend()).then_some(pause)
    }

    fn may_repeat(&self, failure: &Failure) -> bool {
        // A 500 that the provider has stored under the key comes again however often it is asked for, cut off or whole.
        let is_stored = failure
            .status()
            .is_some_and(|status| advice::is_stored(self.operation, status));
        match (&failure.kind, self.operation.retry_class()) {
            _ if is_stored => false,
            (Kind::Transport(error), _) if error.is_permanent() => false,
            (Kind::Transport(error), _) if error.phase() == Phase::NotSent => true,
            (Kind::Transport(_), class) => class != Retry::Never,
            // The rest of its text may say what to make of it.
            (Kind::Status, class) if failure.is_broken_off() => class != Retry::Never,
            (Kind::Status, Retry::Safe | Retry::Keyed) => failure.is_transient(),
            _ => false,
        }
    }
}

fn refuses_the_token(answer: &Answer) -> bool {
    answer
        .headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .any(|challenge| {
            challenge
                .to_str()
                .is_ok_and(|challenge| challenge.contains("invalid_token"))
        })
}

/// The token as a header that is marked so that nothing logs it.
fn header(token: &Token) -> Result<HeaderValue, TokenError> {
    token.header().ok_or_else(TokenError::unsendable)
}
