//! A request as it leaves the session: complete, authorised, ready for the wire.

use std::fmt;

use bytes::Bytes;
use http::HeaderMap;
use url::Url;

use crate::Operation;

/// A complete request, as a [`Transport`](crate::Transport) gets it.
///
/// Its `Debug` shows the method and the URL template and nothing that a caller supplied.
pub struct Outgoing<'a> {
    /// The operation that it belongs to; it also says which values must not be shown.
    pub operation: &'a Operation,
    /// The whole URL, with the query.
    pub url: Url,
    /// The query parameter that says who sends, if one does. Its value is a secret, whatever the operation says of it.
    pub key_parameter: Option<&'a str>,
    /// All headers, with the token.
    pub headers: HeaderMap,
    /// The body, if there is one.
    pub body: Option<Bytes>,
    /// Bytes of the response body that may be read.
    pub response_bytes: usize,
}

impl fmt::Debug for Outgoing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outgoing")
            .field("method", self.operation.method())
            .field("template", &self.operation.template())
            .finish_non_exhaustive()
    }
}
