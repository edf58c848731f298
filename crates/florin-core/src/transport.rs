//! The seam between a session and the network.
//!
//! A session speaks to a [`Transport`]. The one it makes for itself sends over HTTP; tests and recordings put their own
//! in its place, and so see exactly what would have been sent.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::Outgoing;

/// Carries one request to a provider and brings the answer back, once: no retries, no redirects.
pub trait Transport: fmt::Debug + Send + Sync + 'static {
    /// Sends `request` and reads the whole answer, up to `request.response_bytes` of body.
    ///
    /// The session bounds the time. Dropping the future gives the request up.
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>>;
}

/// An answer as it came: any status, undecoded.
pub struct Incoming {
    /// The HTTP status.
    pub status: StatusCode,
    /// The response headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

/// Shows the status and the size; a body may hold anything.
impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// How far a request came before the transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The connection was never made: no byte left.
    NotSent,
    /// It may have been sent, and no status came back.
    Sent,
    /// A status came back, and then the answer broke off or grew too large.
    Answering(StatusCode),
}

/// A request or its answer was lost on the way.
#[derive(Debug)]
pub struct TransportError {
    phase: Phase,
    timeout: bool,
    permanent: bool,
    message: &'static str,
    /// What came of the answer.
    part: Option<Box<Incoming>>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// `message` says what went wrong, in words that hold for any request.
    #[must_use]
    pub const fn new(phase: Phase, message: &'static str) -> Self {
        Self {
            phase,
            timeout: false,
            permanent: false,
            message,
            part: None,
            source: None,
        }
    }

    /// Marks it as time running out.
    #[must_use]
    pub const fn timed_out(mut self) -> Self {
        self.timeout = true;
        self
    }

    /// Marks it as something that would happen again, so that no retry is tried.
    #[must_use]
    pub const fn permanent(mut self) -> Self {
        self.permanent = true;
        self
    }

    /// Adds what lies behind it. Its `Display` must not hold a body, a secret or a URL with a query.
    #[must_use]
    pub fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Adds what came of an answer that broke off or grew too large. Of one that isn't success, a session makes the
    /// provider's refusal that it is; of a success, a part is no use.
    #[must_use]
    pub fn with_part(mut self, part: Incoming) -> Self {
        self.part = Some(Box::new(part));
        self
    }

    /// The part of a refusal, which is one also when it is cut off.
    pub(crate) fn refusal(self) -> Result<Incoming, Self> {
        match self.part {
            Some(part) if !part.status.is_success() => Ok(*part),
            _ => Err(self),
        }
    }

    /// How far the request came.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the same request would fail the same way.
    #[must_use]
    pub const fn is_permanent(&self) -> bool {
        self.permanent
    }

    /// Whether time ran out.
    #[must_use]
    pub const fn is_timeout(&self) -> bool {
        self.timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
