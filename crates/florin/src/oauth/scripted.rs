//! A network for tests: keeps what is sent and answers what it was told to.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use florin_core::http::{HeaderMap, StatusCode, header::AUTHORIZATION};
use florin_core::{Bytes, Incoming, Outgoing, Phase, Transport, TransportError};

/// Clones share the script.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scripted {
    answers: Arc<Mutex<VecDeque<(u16, String)>>>,
    sent: Arc<Mutex<Vec<Sent>>>,
}

/// A request as it left.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) authorization: Option<String>,
    pub(crate) body: String,
}

impl Scripted {
    /// Answers the next request that has no answer yet. Status 0: no connection.
    pub(crate) fn answer(&self, status: u16, body: impl Into<String>) -> &Self {
        self.answers
            .lock()
            .unwrap()
            .push_back((status, body.into()));
        self
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }

    /// This one, as builders want it.
    pub(crate) fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(self.clone())
    }
}

impl Transport for Scripted {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        self.sent.lock().unwrap().push(Sent {
            method: request.operation.method().to_string(),
            url: request.url.to_string(),
            authorization: request
                .headers
                .get(AUTHORIZATION)
                .map(|value| text(value.as_bytes())),
            body: request.body.as_deref().map(text).unwrap_or_default(),
        });
        let answer = match self.answers.lock().unwrap().pop_front() {
            Some((0, _)) => Err(TransportError::new(Phase::NotSent, "no connection")),
            Some((status, body)) => Ok(Incoming {
                status: StatusCode::from_u16(status).unwrap(),
                headers: HeaderMap::new(),
                body: Bytes::from(body),
            }),
            None => {
                Err(TransportError::new(Phase::NotSent, "the script is at its end").permanent())
            }
        };
        Box::pin(async {
            // Gives other tasks a turn, as a network would.
            tokio::task::yield_now().await;
            answer
        })
    }
}
