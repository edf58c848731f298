//! A door that lets so many requests through at once: a thousand tasks on one machine need fewer sockets than it has.

use std::pin::Pin;
use std::sync::Arc;

use florin::core::{Incoming, Outgoing, Session, Transport, TransportError};
use tokio::sync::Semaphore;

#[derive(Debug)]
pub(crate) struct Gate {
    door: Semaphore,
    web: Arc<dyn Transport>,
}

impl Gate {
    pub(crate) fn of(at_once: usize) -> Arc<dyn Transport> {
        let anybody = Session::builder("http://127.0.0.1:1").anonymous();
        Arc::new(Self {
            door: Semaphore::new(at_once),
            web: anybody.build().unwrap().transport(),
        })
    }
}

impl Transport for Gate {
    fn send<'a>(
        &'a self,
        request: Outgoing<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<Incoming, TransportError>> + Send + 'a>> {
        Box::pin(async move {
            let _inside = self.door.acquire().await.unwrap();
            self.web.send(request).await
        })
    }
}
