//! A network for tests: keeps what is sent and answers what it was told to.

use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use florin_core::http::{HeaderMap, StatusCode, header::AUTHORIZATION};
use florin_core::{Bytes, Incoming, Outgoing, Phase, Transport, TransportError};

/// Status and body for a request. Status 0: no connection.
type Answer = (u16, String);

type Answering = dyn Fn(&Sent) -> Answer + Send + Sync;

/// Clones share the script.
#[derive(Clone, Default)]
pub(crate) struct Scripted {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    otherwise: Option<Arc<Answering>>,
    sent: Arc<Mutex<Vec<Sent>>>,
}

/// A request as it left.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) operation: String,
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) authorization: Option<String>,
    /// The idempotency key.
    #[cfg_attr(not(feature = "monoova"), expect(dead_code))]
    pub(crate) key: Option<String>,
    /// The person in whose name it is sent.
    #[cfg_attr(not(feature = "tradevest-base"), expect(dead_code))]
    pub(crate) requestor: Option<String>,
    pub(crate) body: String,
}

impl Scripted {
    /// Answers by what is asked.
    pub(crate) fn answering(answer: impl Fn(&Sent) -> Answer + Send + Sync + 'static) -> Self {
        Self {
            otherwise: Some(Arc::new(answer)),
            ..Self::default()
        }
    }

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

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scripted")
    }
}

impl Transport for Scripted {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let sent = Sent {
            operation: request.operation.id().to_owned(),
            method: request.operation.method().to_string(),
            url: request.url.to_string(),
            authorization: request
                .headers
                .get(AUTHORIZATION)
                .map(|value| text(value.as_bytes())),
            key: request
                .headers
                .get("idempotency-key")
                .map(|value| text(value.as_bytes())),
            requestor: request
                .headers
                .get("requestor-id")
                .map(|value| text(value.as_bytes())),
            body: request.body.as_deref().map(text).unwrap_or_default(),
        };
        let next = self.answers.lock().unwrap().pop_front();
        let answer = next.or_else(|| self.otherwise.as_ref().map(|answer| answer(&sent)));
        self.sent.lock().unwrap().push(sent);
        let answer = match answer {
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
