//! Why there is no token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;

use crate::Error;
use crate::token_answer::TokenAnswer;

/// The longest message that is kept.
const MESSAGE: usize = 200;

/// No token could be had. The call that needed one was not sent.
///
/// Cheap to clone: everybody who waited for the same token request gets the same error.
///
/// # What the token endpoint said
///
/// Where it answered, [`status`](Self::status) has the HTTP status, [`code`](Self::code) the code of OAuth 2.0 and
/// [`raw_body`](Self::raw_body) the whole text: `error_description`, a provider's own list of errors, a gateway's HTML.
/// `Display` and `Debug` show the status and the code at most. Of a call that failed for want of a token, all this is behind
/// [`Error::token_error`](crate::Error::token_error): the call itself was not sent and has no answer.
///
/// ```
/// fn explain(error: &florin_core::Error) {
///     if let Some(refusal) = error.token_error() {
///         eprintln!("{refusal}: {:?} {:?}", refusal.status(), refusal.code());
///     }
/// }
/// ```
///
/// # When the endpoint is asked again
///
/// [`retry_after`](Self::retry_after) says it, from the first failure on. What [may pass](Self::is_transient) is asked again
/// soon. Whatever else is wrong, from refused credentials to a wrong address, is not asked again for a while, which grows
/// with each failure: providers lock accounts that keep failing. See
/// [`TokenCacheBuilder::refused_pause`](crate::TokenCacheBuilder::refused_pause).
#[derive(Clone, Debug)]
pub struct TokenError {
    cause: Arc<Cause>,
    /// How long ago the source was asked, and how long until it is asked again.
    remembered: Option<(Duration, Duration)>,
    /// Of a failure that isn't remembered: how long until the source is asked again.
    pause: Option<Duration>,
}

#[derive(Debug)]
struct Cause {
    kind: Kind,
    message: String,
    retry_after: Option<Duration>,
    answer: Option<TokenAnswer>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Refused,
    Transient,
    Timeout,
    Failed,
}

impl TokenError {
    /// The provider refused the credentials. They won't be tried again for a while.
    ///
    /// `message` ends up in logs: one line that says what was refused and why, without any secret. It is cut to 200
    /// characters.
    #[must_use]
    pub fn refused(message: impl AsRef<str>) -> Self {
        Self::new(Kind::Refused, message.as_ref())
    }

    /// The token endpoint couldn't be reached or was busy; asking again soon may help. For `message` see
    /// [`refused`](Self::refused).
    #[must_use]
    pub fn transient(message: impl AsRef<str>) -> Self {
        Self::new(Kind::Transient, message.as_ref())
    }

    /// Anything else, such as an answer without a token in it. It isn't asked again for a while either. For `message` see [`refused`](Self::refused).
    #[must_use]
    pub fn failed(message: impl AsRef<str>) -> Self {
        Self::new(Kind::Failed, message.as_ref())
    }

    /// A header would carry more than the token.
    pub(crate) fn unsendable() -> Self {
        Self::failed(
            "it is empty or holds characters that no header may hold; check where it comes from",
        )
    }

    pub(crate) fn timed_out(limit: Duration) -> Self {
        Self::new(
            Kind::Timeout,
            &format!("the token source gave no answer within {limit:?}"),
        )
    }

    fn new(kind: Kind, message: &str) -> Self {
        let message = message
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(MESSAGE)
            .collect();
        Self::of(Cause {
            kind,
            message,
            retry_after: None,
            answer: None,
            source: None,
        })
    }

    fn of(cause: Cause) -> Self {
        Self {
            cause: Arc::new(cause),
            remembered: None,
            pause: None,
        }
    }

    /// Adds the error behind this one. It must not show a secret either.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let Cause {
            kind,
            ref message,
            retry_after,
            ref answer,
            ..
        } = *self.cause;
        Self::of(Cause {
            kind,
            message: message.clone(),
            retry_after,
            answer: answer.clone(),
            source: Some(source.into()),
        })
    }

    /// Adds how long the token endpoint asks to wait. Only a transient error is tried again.
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        self.with(|cause| cause.retry_after = Some(wait))
    }

    /// Adds what the token endpoint answered. Whoever holds the error can read it; it is never shown.
    #[must_use]
    pub fn with_answer(self, status: StatusCode, body: impl Into<Bytes>) -> Self {
        let answer = TokenAnswer::new(status, Some(body.into()));
        self.with(|cause| cause.answer = Some(answer))
    }

    /// Adds the failed call behind this one: as its [source](Self::with_source), with its answer and with how long it was
    /// asked to wait.
    #[must_use]
    pub fn with_call<E>(self, error: Error<E>) -> Self {
        let status = error.status();
        let answer = status.map(|status| TokenAnswer::new(status, error.raw_body().cloned()));
        let wait = error.retry_after();
        self.with_source(error.without_body()).with(|cause| {
            cause.answer = answer.or(cause.answer.take());
            cause.retry_after = wait.or(cause.retry_after);
        })
    }

    fn with(mut self, change: impl FnOnce(&mut Cause)) -> Self {
        // Nobody else holds an error that is being made. Where somebody does, a hint is lost and no more.
        if let Some(cause) = Arc::get_mut(&mut self.cause) {
            change(cause);
        }
        self
    }

    pub(crate) fn remembered(&self, ago: Duration, left: Duration) -> Self {
        Self {
            cause: Arc::clone(&self.cause),
            remembered: Some((ago, left)),
            pause: None,
        }
    }

    pub(crate) fn paused(mut self, pause: Duration) -> Self {
        self.pause = (!pause.is_zero()).then_some(pause);
        self
    }

    /// Whether the provider refused the credentials. Trying again won't help until somebody mends them.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.cause.kind == Kind::Refused
    }

    /// Whether trying again soon may help. A time-out counts.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        matches!(self.cause.kind, Kind::Transient | Kind::Timeout)
    }

    /// Whether the token source took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.cause.kind == Kind::Timeout
    }

    /// Whether this is the outcome of an earlier try, repeated without asking the provider.
    #[must_use]
    pub const fn is_remembered(&self) -> bool {
        self.remembered.is_some()
    }

    /// How long to wait before asking again: what is left of the pause that the cache makes, or what the endpoint asked for
    /// where that is longer.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self.remembered {
            Some((_, left)) => Some(left),
            None => self.pause.max(self.cause.retry_after),
        }
    }

    /// The HTTP status of the token endpoint's answer, where one came. Some refuse with 200.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.cause.answer.as_ref().map(|answer| answer.status)
    }

    /// The code of OAuth 2.0 in the token endpoint's answer, such as `invalid_client`: its `error`, unless that is a word
    /// that no standard knows. That stands in [`raw_body`](Self::raw_body) alone, since it may be anything.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.cause.answer.as_ref()?.code.as_deref()
    }

    /// The bytes of the token endpoint's answer as they came. They may hold personal data, quote credentials or even hold a
    /// token: mind where you put them.
    #[must_use]
    pub fn raw_body(&self) -> Option<&Bytes> {
        self.cause.answer.as_ref()?.body.as_ref()
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = &self.cause.message;
        match self.cause.kind {
            Kind::Refused => write!(f, "the credentials were refused: {message}")?,
            Kind::Transient | Kind::Timeout | Kind::Failed => {
                write!(f, "no token could be had: {message}")?
            }
        }
        match self.remembered {
            Some((ago, left)) => {
                write!(
                    f,
                    " (asked {:.1} s ago; not asked again for {:.1} s)",
                    ago.as_secs_f64(),
                    left.as_secs_f64()
                )
            }
            None => Ok(()),
        }
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_answers_its_predicates() {
        let flags =
            |error: &TokenError| (error.is_refused(), error.is_transient(), error.is_timeout());
        assert_eq!(flags(&TokenError::refused("x")), (true, false, false));
        assert_eq!(flags(&TokenError::transient("x")), (false, true, false));
        assert_eq!(flags(&TokenError::failed("x")), (false, false, false));
        assert_eq!(
            flags(&TokenError::timed_out(Duration::from_secs(1))),
            (false, true, true)
        );
    }

    #[test]
    fn display_is_one_short_line() {
        let shown = TokenError::refused(format!("a\r\nb{}", "c".repeat(1000))).to_string();
        assert!(!shown.contains(['\r', '\n']), "{shown}");
        assert!(shown.chars().count() < 250, "{shown}");
    }

    #[test]
    fn a_remembered_error_says_so_and_keeps_its_kind_and_source() {
        let error = TokenError::refused("invalid_client").with_source("status 401");
        let again = error.remembered(Duration::from_secs(12), Duration::from_secs(18));
        assert_eq!(
            again.to_string(),
            "the credentials were refused: invalid_client (asked 12.0 s ago; not asked again for 18.0 s)"
        );
        assert!(again.is_refused() && again.is_remembered() && !error.is_remembered());
        assert_eq!(
            again.source().map(ToString::to_string).as_deref(),
            Some("status 401")
        );
        assert_eq!(again.retry_after(), Some(Duration::from_secs(18)));
    }

    #[test]
    fn the_answer_can_be_read_and_is_not_shown() {
        let body = r#"{"error":"invalid_client","error_description":"Jane is locked"}"#;
        let status = StatusCode::UNAUTHORIZED;
        for error in [
            TokenError::refused("invalid_client")
                .with_answer(status, body)
                .with_source("x"),
            TokenError::refused("invalid_client")
                .with_source("x")
                .with_answer(status, body),
        ] {
            let again = error.remembered(Duration::from_secs(12), Duration::from_secs(18));
            for error in [&error, &again] {
                assert_eq!(error.status(), Some(status));
                assert_eq!(error.code(), Some("invalid_client"));
                assert_eq!(error.raw_body().unwrap(), body);
                assert!(!format!("{error} {error:?}").contains("Jane"));
            }
        }
        assert_eq!(TokenError::refused("x").status(), None);
    }

    #[test]
    fn the_source_and_the_wait_come_in_any_order() {
        let wait = Duration::from_secs(3);
        for error in [
            TokenError::transient("busy")
                .with_retry_after(wait)
                .with_source("503"),
            TokenError::transient("busy")
                .with_source("503")
                .with_retry_after(wait),
        ] {
            assert_eq!(error.retry_after(), Some(wait));
            assert!(error.source().is_some());
        }
    }
}
