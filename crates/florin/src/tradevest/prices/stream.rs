//! The stream of live prices.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use florin_core::{Backoff, ConfigError, Limits, Seam, TokenCache};
use futures_core::Stream;
use tokio::sync::oneshot;

use super::dial::{Dialer, PATH};
use super::reconnect::Pauses;
use super::shared::Shared;
use super::socket::Link;
use super::task::Task;
use super::web::Web;
use super::{Markets, PricesError, PricesHandle, Reason, Update};

/// Data or a sign of life is due each second (documented), so so much silence is no accident.
const IDLE: Duration = Duration::from_secs(5);

/// From the connection to the answer.
const HANDSHAKE: Duration = Duration::from_secs(15);

/// More than a message about all markets should take.
const MESSAGE_BYTES: usize = 4 << 20;

/// More than there are markets.
const MARKETS: usize = 10_000;

/// Live prices, as a [`Stream`] of [`Update`]s that goes on until it is dropped; see the [module](super) for what it does meanwhile.
///
/// Settings are made before it is polled for the first time, which must happen within a tokio runtime. That starts a task, which
/// reads the socket whether or not anybody takes what it brings. Dropping the stream ends the task and closes the socket.
#[must_use = "nothing is subscribed to before the stream is polled"]
pub struct Prices {
    shared: Arc<Shared>,
    /// What the task is made from, until it is started.
    settings: Option<Settings>,
    /// Dropped with the stream; then the task stops.
    stop: Option<oneshot::Sender<()>>,
}

/// What the client gives to each stream.
pub(super) struct Source {
    pub(super) base_url: Result<String, ConfigError>,
    pub(super) tokens: TokenCache,
    pub(super) seam: Seam,
}

struct Settings {
    source: Source,
    sends_token: bool,
    path: String,
    idle: Duration,
    handshake: Duration,
    backoff: Result<Backoff, ConfigError>,
    message_bytes: usize,
    link: Option<Box<dyn Link>>,
}

impl Prices {
    pub(super) fn new(markets: Markets, source: Source) -> Self {
        let seam = source.seam.clone();
        Self {
            shared: Arc::new(Shared::new(markets, MARKETS, IDLE, seam)),
            settings: Some(Settings {
                source,
                sends_token: true,
                path: PATH.to_owned(),
                idle: IDLE,
                handshake: HANDSHAKE,
                backoff: Backoff::new(Duration::from_secs(1), Duration::from_secs(30)),
                message_bytes: MESSAGE_BYTES,
                link: None,
            }),
            stop: None,
        }
    }

    fn set(mut self, set: impl FnOnce(&mut Settings)) -> Self {
        if let Some(settings) = &mut self.settings {
            set(settings);
        }
        self
    }

    /// The path of the socket on the host of prices. Unless said `/websocket/prices`, as the reference has it, and where nothing is
    /// there `/websockets/prices`, as the guide has it. With another path than these two, no other is tried.
    pub fn path(self, path: impl Into<String>) -> Self {
        let path = path.into();
        self.set(|settings| settings.path = path)
    }

    /// Whether the client's bearer token is sent when connecting. It is, unless said: how the socket is protected isn't documented,
    /// and who doesn't ask for a token ignores it.
    pub fn send_token(self, sends: bool) -> Self {
        self.set(|settings| settings.sends_token = sends)
    }

    /// After so long without prices or a sign of life the connection counts as lost, and prices as no longer live. 5 seconds unless
    /// said; one is due each second.
    pub fn idle_timeout(self, limit: Duration) -> Self {
        if self.settings.is_some() {
            self.shared.idle(limit);
        }
        self.set(|settings| settings.idle = limit)
    }

    /// How long an attempt to connect may take, up to the server's answer. 15 seconds unless said; the client's limits are for calls.
    /// The time to get a token isn't part of it.
    pub fn handshake_timeout(self, limit: Duration) -> Self {
        self.set(|settings| settings.handshake = limit)
    }

    /// The pauses between attempts to connect: 1 second, doubling up to 30, unless said. Each is shortened by up to a half at random,
    /// so that many who lost their connections together don't come back together.
    pub fn backoff(self, backoff: Backoff) -> Self {
        self.set(|settings| settings.backoff = Ok(backoff))
    }

    /// The largest message that is read, in bytes. 4 MiB unless said. A larger one ends the connection.
    pub fn message_bytes(self, limit: usize) -> Self {
        self.set(|settings| settings.message_bytes = limit)
    }

    /// How many markets are kept for a reader that doesn't keep up, each with its latest price. 10,000 unless said. Beyond it, and
    /// beyond 64 MiB for all of them with their [raw texts](super::Price::raw), the price that has waited longest is dropped, and counted
    /// in [`Counters::displaced`](super::Counters::displaced). One price that is larger by itself, which takes larger
    /// [messages](Self::message_bytes), is kept alone.
    pub fn capacity(self, markets: usize) -> Self {
        if self.settings.is_some() {
            self.shared.capacity(markets);
        }
        self
    }

    #[cfg(test)]
    pub(super) fn link(self, link: impl Link) -> Self {
        self.set(|settings| settings.link = Some(Box::new(link)))
    }

    /// Changes the markets while the stream is read, and tells how it goes.
    #[must_use]
    pub fn handle(&self) -> PricesHandle {
        PricesHandle(Arc::clone(&self.shared))
    }

    /// The next update. `None` after an error, which ends the stream.
    ///
    /// Dropping the future loses nothing.
    ///
    /// # Errors
    /// Where going on can't help: a setting can't work, or the server has refused the connection for good, or no token can be had,
    /// before any prices came. Once they have come, all of that is tried again like any other failure, and told as a
    /// [`Gap`](super::Gap).
    pub async fn next(&mut self) -> Option<Result<Update, PricesError>> {
        poll_fn(|cx| self.poll_update(cx)).await
    }

    fn poll_update(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Update, PricesError>>> {
        if let Some(settings) = self.settings.take() {
            match settings.start(&self.shared) {
                Ok(stop) => self.stop = Some(stop),
                Err(error) => {
                    let error = PricesError::new(Reason::Settings(error), None);
                    self.shared.end(Some(error));
                }
            }
        }
        self.shared.poll(cx)
    }
}

impl Settings {
    /// Starts the task; it runs until what is returned is dropped.
    fn start(self, shared: &Arc<Shared>) -> Result<oneshot::Sender<()>, ConfigError> {
        for (name, is_zero) in [
            ("idle_timeout", self.idle.is_zero()),
            ("handshake_timeout", self.handshake.is_zero()),
            ("message_bytes", self.message_bytes == 0),
        ] {
            if is_zero {
                return Err(ConfigError::new(
                    name,
                    "is zero, so that no price could ever come; give it a positive value",
                ));
            }
        }
        let base_url = self.source.base_url?;
        let link = match self.link {
            Some(link) => link,
            None => {
                let limits = Limits::default().connect(self.handshake);
                let web = Web::new(&base_url, &self.path, &limits, self.message_bytes)?;
                Box::new(web) as Box<dyn Link>
            }
        };
        let tokens = self.sends_token.then_some(self.source.tokens);
        let runtime = tokio::runtime::Handle::try_current().map_err(|_| {
            ConfigError::new(
                "runtime",
                "is missing; poll the stream within a tokio runtime",
            )
        })?;
        let (stop, stopped) = oneshot::channel();
        let task = Task {
            shared: Arc::clone(shared),
            dialer: Dialer::new(link, tokens, self.path, self.handshake),
            pauses: Pauses::new(self.backoff?),
            idle: self.idle,
            stop: stopped,
            base_url: base_url.trim_end_matches('/').to_owned(),
        };
        runtime.spawn(task.run());
        Ok(stop)
    }
}

impl Stream for Prices {
    type Item = Result<Update, PricesError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_update(cx)
    }
}

impl fmt::Debug for Prices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prices")
            .field("is_started", &self.settings.is_none())
            .field("markets", &self.shared.markets())
            .finish_non_exhaustive()
    }
}
