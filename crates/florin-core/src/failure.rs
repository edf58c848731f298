//! What a failed call is made of, before it gets the type of the provider's error body.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::decode::DecodeError;
use crate::response::request_id;
use crate::transport::{Incoming, Phase, TransportError};
use crate::{Effect, IdempotencyKey, Operation, Retry, TokenError};

#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) operation: String,
    pub(crate) retry: Retry,
    pub(crate) kind: Kind,
    pub(crate) effect: Effect,
    pub(crate) attempts: u32,
    pub(crate) answer: Option<Answer>,
    pub(crate) retry_after: Option<Duration>,
    /// What somebody found out who looked into it afterwards.
    pub(crate) note: Option<String>,
    /// The key that it was sent with, or would have been.
    pub(crate) key: Option<IdempotencyKey>,
    /// The provider is still at the first request under the same key.
    pub(crate) in_progress: bool,
    /// Why it could not be asked again.
    pub(crate) no_token: Option<TokenError>,
}

#[derive(Debug)]
pub(crate) enum Kind {
    /// Refused here: the request isn't what the operation takes.
    InvalidRequest(String),
    /// Refused here, for what somebody else's error says.
    RefusedBecause(Cause),
    /// No token could be had.
    Token(TokenError),
    /// The way there or back failed.
    Transport(TransportError),
    /// The whole call ran out of time.
    Deadline(Duration),
    /// The provider answered with a status that isn't success.
    Status,
    /// A success that can't be read.
    Decode(DecodeError),
    /// A success that can be read and doesn't say what it should.
    Meaning(String),
}

impl Kind {
    /// The `error.type` of a trace.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::InvalidRequest(_) | Self::RefusedBecause(_) => "invalid_request",
            Self::Token(_) => "token",
            Self::Transport(error) if error.is_timeout() => "timeout",
            Self::Transport(_) => "transport",
            Self::Deadline(_) => "deadline",
            Self::Status => "status",
            Self::Decode(_) | Self::Meaning(_) => "decode",
        }
    }
}

/// An error of somebody else. Debug shows what it says of itself, since its own may show anything.
pub(crate) struct Cause(pub(crate) Box<dyn StdError + Send + Sync>);

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.to_string())
    }
}

/// What came back, kept for who asks.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) extent: Extent,
}

/// How much of a body is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    /// Its beginning: the rest was lost on the way.
    BrokenOff,
    /// Its beginning: it is larger than what may be read.
    TooLarge,
}

impl Answer {
    pub(crate) fn new(incoming: Incoming) -> Self {
        Self {
            status: incoming.status,
            headers: incoming.headers,
            body: incoming.body,
            extent: Extent::Whole,
        }
    }

    /// A refusal whose body isn't all there, or the error that it stays.
    pub(crate) fn cut(error: TransportError) -> Result<Self, TransportError> {
        let extent = if error.is_permanent() {
            Extent::TooLarge
        } else {
            Extent::BrokenOff
        };
        let answer = error.refusal().map(Self::new)?;
        Ok(Self { extent, ..answer })
    }

    pub(crate) fn is_cut(&self) -> bool {
        self.extent != Extent::Whole
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl Failure {
    pub(crate) fn new(operation: &Operation, kind: Kind, effect: Effect) -> Self {
        Self {
            operation: operation.id().to_owned(),
            retry: operation.retry_class(),
            kind,
            effect,
            attempts: 0,
            answer: None,
            retry_after: None,
            note: None,
            key: None,
            in_progress: false,
            no_token: None,
        }
    }

    pub(crate) const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Adds why there was no token to try again with.
    pub(crate) fn without_token(mut self, reason: Self) -> Self {
        if let Kind::Token(error) = reason.kind {
            self.note = Some(format!("no other token can be had: {error}"));
            self.no_token = Some(error);
        }
        self
    }

    /// Puts a note in place of what was noted before.
    pub(crate) fn noted(mut self, note: &str) -> Self {
        self.note = Some(note.to_owned());
        self
    }

    pub(crate) fn key(mut self, key: Option<IdempotencyKey>) -> Self {
        self.key = key;
        self
    }

    pub(crate) fn answered(mut self, answer: Answer) -> Self {
        self.answer = Some(answer);
        self
    }

    pub(crate) fn status(&self) -> Option<StatusCode> {
        match (&self.answer, &self.kind) {
            (Some(answer), _) => Some(answer.status),
            (None, Kind::Transport(error)) => match error.phase() {
                Phase::Answering(status) => Some(status),
                Phase::NotSent | Phase::Sent => None,
            },
            (None, _) => None,
        }
    }

    pub(crate) fn is_broken_off(&self) -> bool {
        let answer = self.answer.as_ref();
        answer.is_some_and(|answer| answer.extent == Extent::BrokenOff)
    }

    /// What an answer that isn't success comes to.
    fn verdict(&self) -> &'static str {
        match self.status() {
            Some(status) if status.is_server_error() && leaves_doubt(status) => {
                "the provider failed"
            }
            // A read isn't done or not done.
            Some(status) if leaves_doubt(status) && self.retry != Retry::Safe => {
                "the provider didn't say whether it was done"
            }
            _ => "the provider refused",
        }
    }

    pub(crate) fn is_timeout(&self) -> bool {
        match &self.kind {
            Kind::Deadline(_) => true,
            Kind::Transport(error) => error.is_timeout(),
            Kind::Token(error) => error.is_timeout(),
            Kind::Status => matches!(
                self.status(),
                Some(StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT)
            ),
            _ => false,
        }
    }

    /// Whether the same call could succeed later, whatever it may have done now.
    pub(crate) fn is_transient(&self) -> bool {
        match &self.kind {
            Kind::Deadline(_) => true,
            Kind::Transport(error) => !error.is_permanent(),
            Kind::Token(error) => error.is_transient(),
            Kind::Status => self.in_progress || self.status().is_some_and(is_transient_status),
            Kind::InvalidRequest(_) | Kind::RefusedBecause(_) => false,
            Kind::Decode(_) | Kind::Meaning(_) => false,
        }
    }

    pub(crate) fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.kind {
            Kind::Token(error) => Some(error),
            // What it says stands in the sentence itself.
            Kind::Transport(error) => error.source(),
            Kind::Decode(error) => Some(error),
            Kind::RefusedBecause(cause) => Some(&*cause.0),
            Kind::InvalidRequest(_) | Kind::Deadline(_) | Kind::Status | Kind::Meaning(_) => None,
        }
    }
}

/// Statuses that don't say whether the request was carried out. Only those from 400 on refuse it; of them, 408 gives up
/// waiting, and 499 notes that somebody on the way did. Of those from 500 on, 501 alone refuses: the server has no such
/// function (RFC 9110, section 15.6.2). A redirect may well be how a write that is done is answered.
pub(crate) fn leaves_doubt(status: StatusCode) -> bool {
    match status.as_u16() {
        408 | 499 => true,
        501 => false,
        _ => !status.is_client_error(),
    }
}

/// Statuses that speak of the moment and not of the request.
pub(crate) fn is_transient_status(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.operation)?;
        match &self.kind {
            Kind::InvalidRequest(message) => write!(f, "invalid request: {message}")?,
            // `{:#}` goes through the causes anyway.
            Kind::RefusedBecause(Cause(error)) if !f.alternate() => {
                write!(f, "invalid request: {error}")?;
            }
            Kind::RefusedBecause(_) => f.write_str("invalid request")?,
            Kind::Token(error) if !f.alternate() => write!(f, "no token to send it with: {error}")?,
            Kind::Token(_) => f.write_str("no token to send it with")?,
            Kind::Transport(error) => write!(f, "{error}")?,
            Kind::Deadline(limit) => write!(f, "time ran out after {limit:?}")?,
            Kind::Status if self.in_progress => f.write_str("the provider is still at it")?,
            Kind::Status => f.write_str(self.verdict())?,
            Kind::Decode(_) => f.write_str("the answer can't be read")?,
            Kind::Meaning(message) => write!(f, "the answer can't be used: {message}")?,
        }
        if let Some(status) = self.status() {
            write!(f, ", status {status}")?;
            if status.is_redirection() {
                f.write_str(" (redirects aren't followed; check the base URL)")?;
            }
        }
        if self.answer.as_ref().is_some_and(Answer::is_cut) {
            f.write_str(" (its text is cut off)")?;
        }
        if let Some(id) = self
            .answer
            .as_ref()
            .and_then(|answer| request_id(&answer.headers))
        {
            write!(f, ", request id {id}")?;
        }
        if let Some(note) = &self.note {
            write!(f, ": {note}")?;
        }
        // A read that got no answer has no effect to tell of, and was not answered either.
        let is_lost = matches!(self.kind, Kind::Transport(_) | Kind::Deadline(_));
        let is_told = self.effect != Effect::Answered || self.answer.is_some() || !is_lost;
        match (is_told, self.attempts) {
            (true, 0 | 1) => write!(f, "; {}", self.effect),
            (true, attempts) => write!(f, "; {} after {attempts} attempts", self.effect),
            (false, 0 | 1) => Ok(()),
            (false, attempts) => write!(f, "; after {attempts} attempts"),
        }
    }
}
