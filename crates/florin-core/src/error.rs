//! The one error of every call.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::answered::{Answered, Empty};
use crate::failure::{Answer, Cause, Extent, Failure, Kind};
use crate::media_type::MediaType;
use crate::read_success::effect_of_success;
use crate::response::request_id;
use crate::transport::Phase;
use crate::{Effect, FromAnswer, IdempotencyKey, Operation, Response, Retry, TokenError};

/// A call that didn't bring what it should. `E` is the provider's error body.
///
/// Ask it what you need to decide: what kind of failure it was (`is_…`), whether anything may have happened at the
/// provider ([`effect`](Self::effect)), and what the provider said ([`body`](Self::body),
/// [`raw_body`](Self::raw_body)).
///
/// `Display` is one line for a log: operation, cause, status, request id and effect. Neither it nor `Debug` ever shows
/// a body, a secret or personal data; `{:#}` adds the causes, under the same rule.
///
/// ```
/// use florin_core::{Effect, Error};
///
/// fn log<E>(error: &Error<E>) {
///     if error.effect() == Effect::MaybeApplied {
///         eprintln!("look before you repeat: {error:#}");
///     }
/// }
/// ```
pub struct Error<E = serde_json::Value> {
    failure: Box<Failure>,
    body: Option<Box<E>>,
}

impl<E> Error<E> {
    /// The request isn't what the operation takes; it was refused here and not sent.
    ///
    /// `message` names the parameter or field and never its value.
    #[must_use]
    pub fn invalid_request(operation: &Operation, message: impl Into<String>) -> Self {
        Self::bare(Failure::new(
            operation,
            Kind::InvalidRequest(message.into()),
            Effect::NotSent,
        ))
    }

    /// The request was refused here for what `source` says, and not sent.
    ///
    /// For code that stands in front of a call and fails in its own way: `source` comes back from
    /// [`source`](StdError::source), to be told apart by its type. What it displays is shown in place of a message; its
    /// `Debug` is not.
    #[must_use]
    pub fn refused_because(
        operation: &Operation,
        source: impl StdError + Send + Sync + 'static,
    ) -> Self {
        let kind = Kind::RefusedBecause(Cause(Box::new(source)));
        Self::bare(Failure::new(operation, kind, Effect::NotSent))
    }

    /// The provider answered with success, and the answer doesn't say what it should.
    ///
    /// For code that reads meaning out of open answers. `message` names the place and never a value. Unless the operation
    /// is safe to repeat, its effect is [`Effect::MaybeApplied`]: success was said, and what it was can't be told.
    #[must_use]
    pub fn unusable_answer(operation: &Operation, message: impl Into<String>) -> Self {
        Self::bare(Failure::new(
            operation,
            Kind::Meaning(message.into()),
            effect_of_success(operation),
        ))
    }

    /// Something that was waited for didn't come within `limit`.
    ///
    /// For code that polls: each poll was answered, so the effect is [`Effect::Answered`].
    #[must_use]
    pub fn deadline(operation: &Operation, limit: Duration) -> Self {
        Self::bare(Failure::new(
            operation,
            Kind::Deadline(limit),
            Effect::Answered,
        ))
    }

    /// Adds what was found out about it afterwards: a part of the sentence that `Display` writes.
    ///
    /// For code that looks into a failure before it hands it on. `note` names fields and never a value.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.failure.note = Some(note.into());
        self
    }

    /// The same error with the effect [`Effect::MaybeApplied`].
    ///
    /// For code that looks into a failure and can't rule out that something happened. There is no way back: doubt isn't
    /// taken away.
    #[must_use]
    pub fn in_doubt(mut self) -> Self {
        self.failure.effect = Effect::MaybeApplied;
        self
    }

    /// Adds the [idempotency key](Self::idempotency_key) that the call went out under.
    ///
    /// For code that puts the key into a field of the body, which the session knows nothing of.
    #[must_use]
    pub fn with_idempotency_key(mut self, key: IdempotencyKey) -> Self {
        self.failure.key = Some(key);
        self
    }

    pub(crate) fn bare(failure: Failure) -> Self {
        Self {
            failure: Box::new(failure),
            body: None,
        }
    }

    /// The `operationId` of the call that failed.
    #[must_use]
    pub fn operation(&self) -> &str {
        &self.failure.operation
    }

    /// What the call may have done at the provider.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.failure.effect
    }

    /// How many times the request was sent, or tried to.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.failure.attempts
    }

    /// The idempotency key of the call: ask again with it, and it is done once.
    ///
    /// `None` where the operation takes no key, and where the request was [refused here](Self::is_invalid_request).
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.failure.key.as_ref()
    }

    /// The HTTP status, where one came back.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.failure.status()
    }

    /// The response headers, where an answer came back: whole, or the part of a refusal.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.failure.answer.as_ref().map(|answer| &answer.headers)
    }

    /// The provider's identifier of the exchange, to name when you write to its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// The provider's error, where it came in the shape that the spec describes.
    #[must_use]
    pub fn body(&self) -> Option<&E> {
        self.body.as_deref()
    }

    /// The provider's error, where it came in the shape that the spec describes.
    #[must_use]
    pub fn into_body(self) -> Option<E> {
        self.body.map(|body| *body)
    }

    /// The bytes of the answer as they came. They may hold personal data: mind where you put them.
    ///
    /// Of a refusal that broke off it is what came, and of one that is larger than the
    /// [limit](crate::Limits::response_bytes) the first 64 KiB at most; `Display` then says so.
    #[must_use]
    pub fn raw_body(&self) -> Option<&Bytes> {
        self.failure.answer.as_ref().map(|answer| &answer.body)
    }

    /// How long the provider asked to wait (`Retry-After`), uncapped. Where no token could be had: how long until it is
    /// worth asking for one again.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.failure.retry_after
    }

    /// Why no token could be had, where the call was not sent for want of one, or not sent again with another one. It knows
    /// what the token endpoint answered.
    #[must_use]
    pub fn token_error(&self) -> Option<&TokenError> {
        match &self.failure.kind {
            Kind::Token(error) => Some(error),
            _ => self.failure.no_token.as_ref(),
        }
    }

    /// In a success that can't be read: the way to the field, such as `items[3].amount`.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match &self.failure.kind {
            Kind::Decode(error) => Some(error.path()),
            _ => None,
        }
    }

    /// The credentials or the token were refused, or lack a permission (401, 403).
    #[must_use]
    pub fn is_auth(&self) -> bool {
        match &self.failure.kind {
            Kind::Token(error) => error.is_refused(),
            Kind::Status => matches!(
                self.status(),
                Some(StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
            ),
            _ => false,
        }
    }

    /// Time ran out, here or at a gateway.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.failure.is_timeout()
    }

    /// No connection could be made; nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        matches!(&self.failure.kind, Kind::Transport(error) if error.phase() == Phase::NotSent)
    }

    /// The request was refused here, before it was sent.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        matches!(
            self.failure.kind,
            Kind::InvalidRequest(_) | Kind::RefusedBecause(_)
        )
    }

    /// The provider answered with success, and the answer can't be read or used.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        matches!(self.failure.kind, Kind::Decode(_) | Kind::Meaning(_))
    }

    /// The provider knows no such thing (404, 410).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(
            self.status(),
            Some(StatusCode::NOT_FOUND | StatusCode::GONE)
        )
    }

    /// The request collides with what is there (409).
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.status() == Some(StatusCode::CONFLICT)
    }

    /// The provider is still processing the first request under the same idempotency key, and was still at it when the call
    /// was given up. Ask again later, with [the same key](Self::idempotency_key): a new one would be a new request.
    #[must_use]
    pub fn is_in_progress(&self) -> bool {
        self.failure.in_progress
    }

    /// Too many requests (429).
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.status() == Some(StatusCode::TOO_MANY_REQUESTS)
    }

    /// The same call may be made again without harm, and could succeed.
    ///
    /// True only where the failure is of the moment *and* a repetition does nothing twice: the operation is safe to
    /// repeat, or the request was not sent, or it was refused for load (429). For a failure in doubt it is false, also where
    /// there is an [idempotency key](Self::idempotency_key): the same call made again would get a new one.
    /// [`is_transient`](Self::is_transient) looks at the cause alone.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let harmless = match self.effect() {
            Effect::NotSent => true,
            Effect::Answered => self.is_rate_limited(),
            Effect::MaybeApplied => false,
        };
        self.is_transient() && (harmless || self.failure.retry == Retry::Safe)
    }

    /// The failure is of the moment: the network, load, a server that is down. Says nothing about the effect.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        self.failure.is_transient()
    }

    /// The same error without the typed body, for code that holds errors of several providers.
    #[must_use]
    pub fn without_body(self) -> Error<()> {
        Error {
            failure: self.failure,
            body: None,
        }
    }
}

impl<E: FromAnswer> Error<E> {
    /// Reads the provider's error body, where there is one of that shape.
    pub(crate) fn read(failure: Failure) -> Self {
        let body = match (&failure.kind, &failure.answer) {
            // What was cut off may still read as something, and as something else than it was.
            (Kind::Status, Some(answer)) if !answer.is_cut() => {
                provider_error(answer.status, &answer.headers, &answer.body)
            }
            _ => None,
        };
        Self {
            failure: Box::new(failure),
            body,
        }
    }

    /// The same error with the answer that it is about: its status, headers and bytes, the provider's error where the
    /// bytes are one, and what it took to get it.
    ///
    /// For code that finds a refusal in what came as a success, see [`unusable_answer`](Self::unusable_answer).
    #[must_use]
    pub fn with_answer<T>(mut self, answer: &Response<T>) -> Self {
        let body = answer.raw_body().clone();
        self.body = provider_error(answer.status(), answer.headers(), &body);
        self.failure.key = answer.idempotency_key().cloned();
        self.failure.attempts = answer.attempts();
        self.failure.answer = Some(Answer {
            status: answer.status(),
            headers: answer.headers().clone(),
            body,
            extent: Extent::Whole,
        });
        self
    }
}

/// The provider's error, where the answer is one.
fn provider_error<E: FromAnswer>(
    status: StatusCode,
    headers: &HeaderMap,
    body: &Bytes,
) -> Option<Box<E>> {
    let answered = Answered::new(status, MediaType::of(headers), body, Empty::Nothing);
    E::from_answer(&answered).ok().map(Box::new)
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.failure, f)?;
        if f.alternate() {
            let mut source = self.source();
            while let Some(cause) = source {
                write!(f, ": {cause}")?;
                source = cause.source();
            }
        }
        Ok(())
    }
}

impl<E> fmt::Debug for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("operation", &self.failure.operation)
            .field("kind", &self.failure.kind)
            .field("effect", &self.failure.effect)
            .field("attempts", &self.failure.attempts)
            .field("answer", &self.failure.answer)
            .field("note", &self.failure.note)
            .field("typed_body", &self.body.is_some())
            .finish()
    }
}

impl<E> StdError for Error<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.failure.source()
    }
}
