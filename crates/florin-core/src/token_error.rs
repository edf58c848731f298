//! Why there is no token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The longest message that is kept.
const MESSAGE: usize = 200;

/// No token could be had. The call that needed one was not sent.
///
/// Cheap to clone: everybody who waited for the same token request gets the same error.
#[derive(Clone, Debug)]
pub struct TokenError {
    cause: Arc<Cause>,
    /// How long ago the source was asked, and how long until it is asked again.
    remembered: Option<(Duration, Duration)>,
}

#[derive(Debug)]
struct Cause {
    kind: Kind,
    message: String,
    retry_after: Option<Duration>,
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

    /// Anything else, such as an answer without a token in it. For `message` see [`refused`](Self::refused).
    #[must_use]
    pub fn failed(message: impl AsRef<str>) -> Self {
        Self::new(Kind::Failed, message.as_ref())
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
            source: None,
        })
    }

    fn of(cause: Cause) -> Self {
        Self {
            cause: Arc::new(cause),
            remembered: None,
        }
    }

    /// Adds the error behind this one. It must not show a secret either.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let Cause {
            kind,
            ref message,
            retry_after,
            ..
        } = *self.cause;
        Self::of(Cause {
            kind,
            message: message.clone(),
            retry_after,
            source: Some(source.into()),
        })
    }

    /// Adds how long the token endpoint asks to wait. Only a transient error is tried again.
    #[must_use]
    pub fn with_retry_after(mut self, wait: Duration) -> Self {
        // Nobody else holds an error that is being made. Where somebody does, a hint is lost and no more.
        if let Some(cause) = Arc::get_mut(&mut self.cause) {
            cause.retry_after = Some(wait);
        }
        self
    }

    pub(crate) fn remembered(&self, ago: Duration, left: Duration) -> Self {
        Self {
            cause: Arc::clone(&self.cause),
            remembered: Some((ago, left)),
        }
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

    /// How long to wait before asking again: what is left of a remembered failure's pause, or what the endpoint asked for.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.remembered
            .map(|(_, left)| left)
            .or(self.cause.retry_after)
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
