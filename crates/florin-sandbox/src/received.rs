//! What a sandbox was sent.

use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use tokio::sync::watch;

/// One request as it arrived, whatever came of it.
///
/// Headers and body are kept as they were sent, credentials included: they are the sandbox's own and open nothing else.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// The operation of the spec that the request names by host, method and path, or the stand-in's name for a route that the
    /// spec does not have; `None` if there is none.
    pub operation: Option<String>,
    /// The provider's host that it came to: `api`, or the `x-name` of another server in the spec, such as `auth`.
    pub host: &'static str,
    /// The method.
    pub method: Method,
    /// The path as sent, still percent-encoded, with the base path of the host (`/v1/activity`).
    pub path: String,
    /// The query as sent, still percent-encoded, without the question mark.
    pub query: Option<String>,
    /// The headers as sent.
    pub headers: HeaderMap,
    /// The body as sent.
    pub body: Bytes,
    /// The status that it was answered with. `None` while it is being worked on, and for ever if the connection was cut
    /// before there was an answer.
    pub answered: Option<StatusCode>,
}

impl Received {
    /// The body as JSON.
    ///
    /// # Errors
    ///
    /// The body is not JSON.
    pub fn json(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::from_slice(&self.body)
    }

    /// The query parameters, decoded, in the order in which they were sent.
    #[must_use]
    pub fn query_pairs(&self) -> Vec<(String, String)> {
        url::form_urlencoded::parse(self.query.as_deref().unwrap_or_default().as_bytes())
            .into_owned()
            .collect()
    }

    /// The value of a header, if it is there once and is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }
}

/// The place of a request in the [`Log`], valid until the log is cleared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    generation: usize,
    index: usize,
}

#[derive(Debug, Default)]
struct Pages {
    generation: usize,
    requests: Vec<Received>,
}

/// Every request, in the order in which they arrived whole.
#[derive(Debug, Default)]
pub(crate) struct Log {
    pages: Mutex<Pages>,
    count: watch::Sender<usize>,
}

impl Log {
    pub(crate) fn add(&self, request: Received) -> Entry {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = Entry {
            generation: pages.generation,
            index: pages.requests.len(),
        };
        pages.requests.push(request);
        self.count.send_replace(pages.requests.len());
        entry
    }

    pub(crate) fn answered(&self, entry: Entry, status: StatusCode) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.generation == entry.generation
            && let Some(request) = pages.requests.get_mut(entry.index)
        {
            request.answered = Some(status);
        }
    }

    pub(crate) fn all(&self) -> Vec<Received> {
        self.pages
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .requests
            .clone()
    }

    pub(crate) fn clear(&self) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.generation += 1;
        pages.requests.clear();
        self.count.send_replace(0);
    }

    pub(crate) async fn at_least(&self, count: usize) {
        let mut seen = self.count.subscribe();
        // The sender lives as long as this log does, so the wait ends only when the count is reached.
        let _ = seen.wait_for(|seen| *seen >= count).await;
    }
}
