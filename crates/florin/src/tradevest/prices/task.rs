//! The task behind a stream: connects, subscribes once, reads until something ends it, and begins again.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, timeout, timeout_at};

use super::dial::Dialer;
use super::message::{self, Message};
use super::moment::Moment;
use super::reconnect::Pauses;
use super::shared::Shared;
use super::socket::Socket;
use super::{Markets, PricesError, Reason};

/// How long a goodbye may take.
const GOODBYE: Duration = Duration::from_secs(1);

/// Connections that are made because the markets were changed are at least so far apart.
const CHANGES: Duration = Duration::from_secs(1);

pub(super) struct Task {
    pub(super) shared: Arc<Shared>,
    pub(super) dialer: Dialer,
    pub(super) pauses: Pauses,
    pub(super) idle: Duration,
    /// Resolves when the stream is dropped.
    pub(super) stop: oneshot::Receiver<()>,
    /// The base URL, for errors.
    pub(super) base_url: String,
}

/// Says that nothing comes any more, however the task ends: also with the runtime, or by a bug.
struct AtTheEnd(Arc<Shared>);

impl Drop for AtTheEnd {
    fn drop(&mut self) {
        self.0.end(Some(PricesError::new(Reason::Stopped, None)));
    }
}

/// How a connection, or the attempt to have one, ended.
enum Ending {
    /// The stream was dropped.
    Stopped,
    /// The markets were changed.
    Changed,
    Failed {
        reason: Reason,
        /// How long it was up, where it brought prices.
        lived: Option<Duration>,
    },
}

/// What came first.
enum First<T> {
    Done(T),
    Changed,
    Stopped,
}

impl Task {
    pub(super) async fn run(mut self) {
        let _at_the_end = AtTheEnd(Arc::clone(&self.shared));
        let mut wanted = self.shared.follow_markets();
        let mut was_ever_live = false;
        // No change of the markets makes the next attempt come earlier.
        let mut not_before = self.shared.seam.instant();
        loop {
            let markets = wanted.borrow_and_update().clone();
            if markets.is_none() {
                self.shared.lost(Reason::NoMarkets, false);
                let for_ever = std::future::pending::<()>();
                match first(for_ever, &mut wanted, &mut self.stop).await {
                    First::Stopped => return,
                    First::Changed | First::Done(()) => continue,
                }
            }
            let pause = not_before.saturating_duration_since(self.shared.seam.instant());
            if !pause.is_zero() {
                let pause = self.shared.seam.sleep(pause);
                match first(pause, &mut wanted, &mut self.stop).await {
                    First::Stopped => return,
                    First::Changed => continue,
                    First::Done(()) => {}
                }
            }
            let began = Instant::now();
            let (ending, socket) = self.connection(&markets, &mut wanted).await;
            let pause = match ending {
                Ending::Stopped => {
                    goodbye(socket).await;
                    return;
                }
                Ending::Changed => {
                    self.shared.lost(Reason::MarketsChanged, false);
                    CHANGES.saturating_sub(began.elapsed())
                }
                Ending::Failed { reason, lived } => {
                    was_ever_live |= lived.is_some();
                    if !was_ever_live && reason.is_lasting() {
                        let url = format!("{}{}", self.base_url, self.dialer.path());
                        self.shared.end(Some(PricesError::new(reason, Some(url))));
                        return;
                    }
                    tracing::debug!(reason = %reason, "no live prices; connecting again");
                    self.shared.lost(reason, lived.is_none());
                    self.pauses.next(lived, &self.shared.seam)
                }
            };
            // Told first: a goodbye may take a while.
            goodbye(socket).await;
            not_before = self.shared.seam.instant() + pause;
        }
    }

    /// One connection from its beginning to its end, with the socket where one is left to be closed.
    async fn connection(
        &mut self,
        markets: &Markets,
        wanted: &mut watch::Receiver<Markets>,
    ) -> (Ending, Option<Box<dyn Socket>>) {
        let dialed = first(self.dialer.dial(), wanted, &mut self.stop).await;
        let mut socket = match dialed {
            First::Done(Ok(socket)) => socket,
            First::Done(Err(reason)) => {
                return (
                    Ending::Failed {
                        reason,
                        lived: None,
                    },
                    None,
                );
            }
            First::Changed => return (Ending::Changed, None),
            First::Stopped => return (Ending::Stopped, None),
        };
        let connection = self.shared.opened();
        let opened = Instant::now();
        let reading = listen(&mut *socket, markets, &self.shared, connection, self.idle);
        let read = first(reading, wanted, &mut self.stop).await;
        let was_live = self.shared.is_live_on(connection);
        if was_live {
            self.dialer.succeeded();
        }
        let ending = match read {
            First::Done(reason) => Ending::Failed {
                reason,
                lived: was_live.then(|| opened.elapsed()),
            },
            First::Changed => Ending::Changed,
            First::Stopped => Ending::Stopped,
        };
        (ending, Some(socket))
    }
}

/// Subscribes and reads until there is a reason to stop.
async fn listen(
    socket: &mut dyn Socket,
    markets: &Markets,
    shared: &Shared,
    connection: u64,
    idle: Duration,
) -> Reason {
    let sent = timeout(idle, socket.send(message::subscription(markets))).await;
    match sent {
        Ok(Ok(())) => {}
        Ok(Err(reason)) => return reason,
        Err(_) => return Reason::Silent(idle),
    }
    // Only prices and the documented sign of life count: a server that talks about something else, or answers pings, isn't one
    // whose prices are live.
    let mut last = Moment::now(&shared.seam);
    let mut silent_at = Instant::now() + idle;
    loop {
        let bytes = match timeout_at(silent_at, socket.next()).await {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(reason)) => return reason,
            Err(_) => return Reason::Silent(idle),
        };
        let now = Moment::now(&shared.seam);
        match message::parse(&bytes, connection, now.date) {
            Some(Message::Prices(entries)) => {
                // It has waited in the socket for nobody knows how long, while this process stood still.
                if last.age(now) > idle {
                    return Reason::Silent(idle);
                }
                shared.heard(connection, entries, now);
                last = now;
                silent_at = Instant::now() + idle;
            }
            Some(Message::Error(error)) => return Reason::Provider(error),
            Some(Message::Unknown) => shared.heard_unknown(),
            None => shared.heard_ill_formed(now),
        }
    }
}

/// Whoever can't be told is gone already.
async fn goodbye(socket: Option<Box<dyn Socket>>) {
    if let Some(mut socket) = socket {
        let _ = timeout(GOODBYE, socket.close()).await;
    }
}

/// Works until that is done, or the markets are changed, or the stream is dropped.
async fn first<T>(
    work: impl Future<Output = T>,
    wanted: &mut watch::Receiver<Markets>,
    stop: &mut oneshot::Receiver<()>,
) -> First<T> {
    let mut work = pin!(work);
    // Its other end is in our own hands.
    let mut changed = pin!(async move { drop(wanted.changed().await) });
    poll_fn(|cx| {
        if Pin::new(&mut *stop).poll(cx).is_ready() {
            return Poll::Ready(First::Stopped);
        }
        if changed.as_mut().poll(cx).is_ready() {
            return Poll::Ready(First::Changed);
        }
        work.as_mut().poll(cx).map(First::Done)
    })
    .await
}
