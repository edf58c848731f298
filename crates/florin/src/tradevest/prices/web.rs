//! Sockets of real life: WebSocket over the connections that sessions are made of.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use florin_core::{
    Bytes, ConfigError, Limits, Phase, Token, TransportError, Upgrade, Upgraded, Upgrader,
};
use futures_core::Stream as _;
use futures_sink::Sink as _;
use tokio_websockets::{ClientBuilder, Error, Limits as MessageLimits, Message, WebSocketStream};

use super::handshake::Handshake;
use super::socket::{Link, Pending, Socket};
use super::{Reason, Refusal};

/// More than any refusal has to say.
const REFUSAL_BYTES: usize = 64 << 10;

/// Connects to the host of prices.
pub(super) struct Web {
    upgrader: Upgrader,
    message_bytes: usize,
}

impl Web {
    pub(super) fn new(
        base_url: &str,
        path: &str,
        limits: &Limits,
        message_bytes: usize,
    ) -> Result<Self, ConfigError> {
        let upgrader = Upgrader::new("environment.prices", base_url, limits)?;
        upgrader.url(path)?;
        Ok(Self {
            upgrader,
            message_bytes,
        })
    }

    async fn connect(&self, path: &str, token: Option<&Token>) -> Result<Box<dyn Socket>, Reason> {
        let (handshake, headers) = Handshake::begin(token)?;
        let upgrade = self.upgrader.get(path, headers, REFUSAL_BYTES).await;
        match upgrade.map_err(unconnected)? {
            Upgrade::Answered(answer) => Err(Reason::Refused(Refusal::read(&answer))),
            Upgrade::Switched { headers, stream } => {
                handshake.check(&headers)?;
                let limits = MessageLimits::default().max_payload_len(Some(self.message_bytes));
                Ok(Box::new(Ws {
                    stream: ClientBuilder::new().limits(limits).take_over(stream),
                    code: None,
                }))
            }
        }
    }
}

impl Link for Web {
    fn open<'a>(&'a self, path: &'a str, token: Option<&'a Token>) -> Pending<'a, Box<dyn Socket>> {
        Box::pin(self.connect(path, token))
    }
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Web")
            .field("upgrader", &self.upgrader)
            .finish_non_exhaustive()
    }
}

struct Ws {
    stream: WebSocketStream<Upgraded>,
    /// What the server said when it closed.
    code: Option<u16>,
}

impl Ws {
    async fn send_text(&mut self, text: String) -> Result<(), Reason> {
        poll_fn(|cx| Pin::new(&mut self.stream).poll_ready(cx))
            .await
            .map_err(broken)?;
        Pin::new(&mut self.stream)
            .start_send(Message::text(text))
            .map_err(broken)?;
        poll_fn(|cx| Pin::new(&mut self.stream).poll_flush(cx))
            .await
            .map_err(broken)
    }

    async fn next_data(&mut self) -> Result<Bytes, Reason> {
        loop {
            let message = poll_fn(|cx| Pin::new(&mut self.stream).poll_next(cx)).await;
            let message = match message {
                Some(Ok(message)) => message,
                Some(Err(error)) => return Err(broken(error)),
                None => return Err(Reason::Closed { code: self.code }),
            };
            if message.is_text() || message.is_binary() {
                return Ok(message.into_payload().into());
            }
            // Pings are answered, and a goodbye is returned, when the stream is polled again.
            if let Some((code, _)) = message.as_close() {
                self.code = Some(code.into());
            }
        }
    }

    async fn say_goodbye(&mut self) -> Result<(), Reason> {
        poll_fn(|cx| Pin::new(&mut self.stream).poll_close(cx))
            .await
            .map_err(broken)
    }
}

impl Socket for Ws {
    fn send(&mut self, text: String) -> Pending<'_, ()> {
        Box::pin(self.send_text(text))
    }

    fn next(&mut self) -> Pending<'_, Bytes> {
        Box::pin(self.next_data())
    }

    fn close(&mut self) -> Pending<'_, ()> {
        Box::pin(self.say_goodbye())
    }
}

fn unconnected(error: TransportError) -> Reason {
    match error.phase() {
        Phase::NotSent => Reason::Unreachable(Arc::new(error)),
        Phase::Sent => Reason::Broken(Arc::new(error)),
        // Whatever follows it, the status says that this is no socket.
        Phase::Answering(status) => Reason::Refused(Refusal::bare(status)),
    }
}

fn broken(error: Error) -> Reason {
    match error {
        Error::PayloadTooLong { max_len, .. } => Reason::MessageTooLarge(max_len),
        Error::Protocol(_) => Reason::NotWebSocket("it sent what no frame may be"),
        other => Reason::Broken(Arc::new(other)),
    }
}
