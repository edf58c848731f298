//! A successful answer: the value, with the status and headers that it came with.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::IdempotencyKey;

/// A successful answer. Reads like the value inside it.
///
/// ```
/// # fn show(response: florin_core::Response<String>) -> String {
/// println!("{} characters, status {}", response.len(), response.status());
/// response.into_inner()
/// # }
/// ```
pub struct Response<T> {
    value: T,
    status: StatusCode,
    headers: HeaderMap,
    raw: Bytes,
    key: Option<IdempotencyKey>,
    attempts: u32,
}

impl<T> Response<T> {
    /// Puts an answer together. For tests: a session makes its own.
    #[must_use]
    pub const fn new(value: T, status: StatusCode, headers: HeaderMap) -> Self {
        Self {
            value,
            status,
            headers,
            raw: Bytes::new(),
            key: None,
            attempts: 0,
        }
    }

    /// The bytes that the value was read from.
    pub(crate) fn with_raw(mut self, raw: Bytes) -> Self {
        self.raw = raw;
        self
    }

    /// The key that it was asked for with.
    pub(crate) fn with_key(mut self, key: Option<IdempotencyKey>) -> Self {
        self.key = key;
        self
    }

    /// The idempotency key that the request went with, where the operation takes one.
    #[must_use]
    pub const fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.key.as_ref()
    }

    /// How many times the request was sent.
    pub(crate) const fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// How many times the request was sent, or tried to, until this came. 0 where it was put together elsewhere.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The HTTP status; always a success of the operation.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The response headers.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The identifier that the provider gave this exchange, where it names one in a header that is used for that.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// Another value, the same status and headers.
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Response<U> {
        Response {
            value: f(self.value),
            status: self.status,
            headers: self.headers,
            raw: self.raw,
            key: self.key,
            attempts: self.attempts,
        }
    }

    /// The bytes that the value was read from; none where it was put together elsewhere. They may hold personal data: mind
    /// where you put them.
    #[must_use]
    pub const fn raw_body(&self) -> &Bytes {
        &self.raw
    }
}

/// Headers that name an exchange, the usual one first.
pub(crate) const REQUEST_IDS: [&str; 6] = [
    "x-request-id",
    "request-id",
    "x-correlation-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-trace-id",
];

/// Looks for the provider's identifier of an exchange under the names in use. It goes into logs, so what is no identifier, by
/// its length or its characters, is left out, and so is what [`hush`](crate::echo::hush) has found to be something else.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let id = REQUEST_IDS.iter().find_map(|name| headers.get(*name));
    id.filter(|id| shows(id)).and_then(|id| id.to_str().ok())
}

/// Whether it looks like an identifier, and wasn't found to be something else.
pub(crate) fn shows(id: &HeaderValue) -> bool {
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:=+/~".contains(byte);
    !id.is_sensitive() && id.len() <= 128 && id.as_bytes().iter().all(fits)
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Shows the status and the value as the value shows itself. Headers may hold cookies, so they are left out.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
