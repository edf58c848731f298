//! Why a callback is turned away.

use std::fmt;

use florin_core::http::StatusCode;

/// Why a callback is turned away, and the status that says so. It shows nothing of the callback.
///
/// With the feature `axum` it is a response, without a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejection {
    /// A header that says who sends it, such as `Authorization`, is missing, there twice, or not what it has to be. 401.
    Unauthorized,
    /// The address that it was sent to stands for no kind of event. 404.
    UnknownEvent,
    /// The body isn't an event, or broke off. 400.
    Unreadable,
    /// The body is longer than this many bytes. 413.
    TooLarge(usize),
}

impl Rejection {
    /// The status to answer with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::UnknownEvent => StatusCode::NOT_FOUND,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unauthorized => f.write_str("the callback isn't authorised as it has to be"),
            Self::UnknownEvent => f.write_str("no kind of event is expected at this address"),
            Self::Unreadable => f.write_str("the callback's body isn't an event"),
            Self::TooLarge(limit) => {
                write!(f, "the callback's body is longer than {limit} bytes")
            }
        }
    }
}

impl std::error::Error for Rejection {}

#[cfg(feature = "axum")]
impl axum_core::response::IntoResponse for Rejection {
    fn into_response(self) -> axum_core::response::Response {
        self.status().into_response()
    }
}
