//! How a server said no to a connection.

use std::fmt;

use florin_core::Incoming;
use florin_core::http::StatusCode;
use serde_json::Value;

use super::message::text;
use super::reason::Plain;

/// The answer to a request for a connection, where it wasn't one.
///
/// Documented are 400 with an `ERROR` message and 403 with the error of the REST API.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    status: u16,
    error_code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    connection_id: Option<String>,
}

impl Refusal {
    pub(super) fn read(answer: &Incoming) -> Self {
        let mut body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
        let mut take = |name: &str| body.get_mut(name).map(Value::take).and_then(text);
        Self {
            status: answer.status.as_u16(),
            error_code: take("errorCode"),
            message: take("message").or_else(|| take("error")),
            request_id: take("requestId"),
            connection_id: take("connectionId"),
        }
    }

    /// An answer of which only the status is of use: the rest broke off, or had no end.
    pub(super) fn bare(status: StatusCode) -> Self {
        Self {
            status: status.as_u16(),
            error_code: None,
            message: None,
            request_id: None,
            connection_id: None,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The provider's code of what is wrong.
    #[must_use]
    pub fn error_code(&self) -> Option<&str> {
        self.error_code.as_deref()
    }

    /// The provider's text: mind where you put it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The identifier of the request, to quote to Tradevest's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The identifier of the connection, to quote to Tradevest's support.
    #[must_use]
    pub fn connection_id(&self) -> Option<&str> {
        self.connection_id.as_deref()
    }

    /// Whether the token was refused, missing, or gives no access (401, 403).
    #[must_use]
    pub const fn is_auth(&self) -> bool {
        matches!(self.status, 401 | 403)
    }

    /// Whether nothing is there (404): the path may be the other one.
    pub(super) const fn is_nowhere(&self) -> bool {
        self.status == 404
    }

    /// Whether it would be refused again: not where the server is busy or has failed.
    pub(super) const fn is_lasting(&self) -> bool {
        !matches!(self.status, 408 | 425 | 429 | 500..)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the server refused the connection ({}", self.status)?;
        for (name, value) in [
            ("code", &self.error_code),
            ("request", &self.request_id),
            ("connection", &self.connection_id),
        ] {
            if let Some(value) = value {
                write!(f, ", {name} {}", Plain(value))?;
            }
        }
        f.write_str(match self.status {
            401 | 403 => {
                "); check the credentials, and ask Tradevest whether they give access to prices"
            }
            404 => "); nothing is at this path, so give the right one to `path`",
            200..=399 => "); this is no price socket, so check the environment and the path",
            400 => "); check the markets and the path",
            408 | 425 | 429 | 500.. => "), which may pass",
            _ => "); ask Tradevest's support",
        })
    }
}

/// Leaves the provider's text out, and keeps its identifiers plain, as `Display` does.
impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |text: &'_ Option<String>| text.as_deref().map(|text| Plain(text).to_string());
        f.debug_struct("Refusal")
            .field("status", &self.status)
            .field("error_code", &plain(&self.error_code))
            .field("request_id", &plain(&self.request_id))
            .field("connection_id", &plain(&self.connection_id))
            .finish_non_exhaustive()
    }
}
