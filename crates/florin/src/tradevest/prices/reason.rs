//! Why there are no live prices.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use florin_core::{ConfigError, TokenError};

use super::Refusal;

/// Why a connection ended or none could be made. `Display` says what to do where something is to be done, and repeats no text of
/// the provider's.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing is subscribed to.
    NoMarkets,
    /// The markets were changed, which takes another connection.
    MarketsChanged,
    /// The server closed the connection, which it may do at any time (documented).
    Closed {
        /// What it said of why, by the numbers of RFC 6455, section 7.4.
        code: Option<u16>,
    },
    /// The connection broke, before the server had answered or later.
    Broken(Arc<dyn StdError + Send + Sync>),
    /// Neither prices nor a sign of life came for so long, or this process stood still for so long: it was stopped, its machine was
    /// suspended, or the runtime was blocked. What comes right after that may have waited in the socket, so it isn't taken for live.
    Silent(Duration),
    /// The server said `ERROR`.
    Provider(ProviderError),
    /// A message was larger than what is read, in bytes.
    MessageTooLarge(usize),
    /// The server didn't keep to the WebSocket protocol, while connecting or later.
    NotWebSocket(&'static str),
    /// The server can't be reached.
    Unreachable(Arc<dyn StdError + Send + Sync>),
    /// No whole answer came to the request for a connection in so long.
    NoAnswer(Duration),
    /// The server refused the connection.
    Refused(Refusal),
    /// There is no token to connect with.
    Token(TokenError),
    /// A setting can't work.
    Settings(ConfigError),
    /// What reads the socket has ended, with the runtime that it ran on.
    Stopped,
}

impl Reason {
    /// What the server's `ERROR` message said, where that is the reason.
    #[must_use]
    pub const fn provider_error(&self) -> Option<&ProviderError> {
        match self {
            Self::Provider(error) => Some(error),
            _ => None,
        }
    }

    /// How the server refused the connection, where that is the reason.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Whether the same attempt is bound to fail again, as far as one can tell where none has succeeded yet.
    pub(super) fn is_lasting(&self) -> bool {
        match self {
            Self::Settings(_) | Self::Stopped => true,
            Self::Refused(refusal) => refusal.is_lasting(),
            Self::Token(error) => !error.is_transient(),
            _ => false,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMarkets => f.write_str("no market is subscribed to; add one by the handle"),
            Self::MarketsChanged => f.write_str("the markets were changed"),
            Self::Closed { code: Some(code) } => {
                write!(f, "the server closed the connection (code {code})")
            }
            Self::Closed { code: None } => f.write_str("the server closed the connection"),
            Self::Broken(_) => f.write_str("the connection broke"),
            Self::Silent(limit) => write!(
                f,
                "neither prices nor a sign of life came for {limit:?}, where one is due each second, or this process stood still"
            ),
            Self::Provider(error) => error.fmt(f),
            Self::MessageTooLarge(limit) => write!(
                f,
                "a message is larger than {limit} bytes; subscribe to fewer markets, or raise message_bytes"
            ),
            Self::NotWebSocket(what) => {
                write!(f, "the server doesn't keep to WebSocket: {what}")
            }
            Self::Unreachable(_) => f.write_str("the server can't be reached"),
            Self::NoAnswer(limit) => write!(f, "the server gave no whole answer within {limit:?}"),
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Token(error) => write!(f, "no token can be had: {error}"),
            Self::Settings(error) => error.fmt(f),
            Self::Stopped => f.write_str(
                "what reads the socket has ended; keep the runtime up that the stream was first polled on",
            ),
        }
    }
}

/// What the server said before it closed: a message of the type `ERROR`.
#[derive(Clone, PartialEq, Eq)]
pub struct ProviderError {
    error: Option<String>,
    connection_id: Option<String>,
}

impl ProviderError {
    pub(super) const fn new(error: Option<String>, connection_id: Option<String>) -> Self {
        Self {
            error,
            connection_id,
        }
    }

    /// The provider's text. Its form is undocumented.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// The identifier of the connection, to quote to Tradevest's support.
    #[must_use]
    pub fn connection_id(&self) -> Option<&str> {
        self.connection_id.as_deref()
    }
}

/// Leaves the provider's text out, and keeps its identifier plain, as `Display` does.
impl fmt::Debug for ProviderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProviderError")
            .field("connection_id", &self.connection_id.as_deref().map(Plain))
            .finish_non_exhaustive()
    }
}

/// Names the connection and leaves the provider's text to who asks for it.
impl fmt::Display for ProviderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the server reported an error and closes; check the markets")?;
        match &self.connection_id {
            Some(id) => write!(f, ", or ask Tradevest about connection {}", Plain(id)),
            None => Ok(()),
        }
    }
}

/// The stream has ended, since going on can't help. Nothing was subscribed to, or no longer is.
#[derive(Clone, Debug)]
pub struct PricesError {
    reason: Reason,
    url: Option<String>,
}

impl PricesError {
    pub(super) const fn new(reason: Reason, url: Option<String>) -> Self {
        Self { reason, url }
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> &Reason {
        &self.reason
    }

    /// The credentials or the token were refused, or don't give access to prices.
    #[must_use]
    pub fn is_auth(&self) -> bool {
        match &self.reason {
            Reason::Refused(refusal) => refusal.is_auth(),
            Reason::Token(error) => error.is_refused(),
            _ => false,
        }
    }
}

impl fmt::Display for PricesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.url {
            Some(url) => write!(f, "live prices from {url}: {}", self.reason),
            None => write!(f, "live prices: {}", self.reason),
        }
    }
}

impl StdError for PricesError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.reason {
            Reason::Broken(error) | Reason::Unreachable(error) => Some(&**error),
            Reason::Token(error) => Some(error),
            Reason::Settings(error) => Some(error),
            _ => None,
        }
    }
}

/// An identifier of somebody else's in a log line: short, and of one line.
pub(super) struct Plain<'a>(pub(super) &'a str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let is_identifier = self.0.len() <= 64 && self.0.bytes().all(is_harmless);
        f.write_str(if is_identifier { self.0 } else { "?" })
    }
}

impl fmt::Debug for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}
