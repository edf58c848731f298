//! One reader of the activity feed that wakes any number of pollers.
//!
//! Ten thousand pending registrations cost one request per interval this way, and a read of their own only when there
//! is something to read.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::task::AbortHandle;
use tokio::time::{Instant, timeout_at};

use super::feed::{Health, INTERVAL};
use super::{ActivityFeed, Checkpoint, Client, Event};
use crate::poll::{Poll, Poller, Wake, WakeList};

/// A poller that is woken still asks once in a while, should everything else fail.
const LAST_RESORT: Duration = Duration::from_secs(24 * 3600);

/// How far our clock may be ahead of the registry's without an event being missed at the start.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// Reads the activity feed in the background and wakes the pollers whose FVRs an event names.
///
/// What an event holds is undocumented, so two things keep a poller from sleeping through its outcome. An event that
/// names nothing that could be waited for wakes everybody, one after the other at a bounded rate. And everybody is woken
/// in turn, slowly, all the time.
///
/// It reads as long as it, a clone, or a poller attached to it exists.
///
/// ```no_run
/// # async fn f(monetago: florin::monetago::Client, registration: florin::monetago::Registration)
/// # -> Result<(), florin::monetago::Error> {
/// let watch = monetago.watch().start();
/// let outcome = registration.watched_by(&watch).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Watch(Arc<Watching>);

struct Watching {
    list: WakeList,
    health: Health,
    task: AbortHandle,
}

/// Settings of a [`Watch`].
#[must_use = "a builder does nothing until `start` is called"]
pub struct WatchBuilder {
    client: Client,
    interval: Duration,
    rounds: Rounds,
}

/// How fast everybody gets a turn.
#[derive(Clone, Copy)]
struct Rounds {
    /// Between two pollers, after an event that names nothing.
    quick: Duration,
    /// Between two pollers otherwise, at least.
    slow: Duration,
    /// For a whole slow round, at least.
    net: Duration,
}

impl Client {
    /// Starts a watch on the activity feed, for any number of pollers.
    pub fn watch(&self) -> WatchBuilder {
        let rounds = Rounds {
            quick: Duration::from_millis(100),
            slow: Duration::from_secs(1),
            net: Duration::from_secs(120),
        };
        WatchBuilder {
            client: self.clone(),
            interval: INTERVAL,
            rounds,
        }
    }
}

impl WatchBuilder {
    /// The pause between two readings of the feed. 30 seconds unless said.
    pub const fn interval(mut self, pause: Duration) -> Self {
        self.interval = pause;
        self
    }

    /// How long it takes at least to wake everybody once without any event: the safety net. 2 minutes unless said.
    ///
    /// With more than one poller per second of it the round takes longer, one second for each, so that it never costs
    /// more than a request per second. Give so many pollers a [deadline](Poller::deadline) that leaves them their turn.
    pub const fn safety_net(mut self, round: Duration) -> Self {
        self.rounds.net = round;
        self
    }

    /// The pause between two pollers that ask for another reason than an event that names them: one that names nobody, or
    /// their first reading, for what happened before anyone watched. 100 milliseconds unless said: ten requests a second.
    ///
    /// Pollers that are attached faster than that wait for their turn, and their deadline with them.
    pub const fn spread(mut self, pause: Duration) -> Self {
        self.rounds.quick = pause;
        self
    }

    /// Starts reading, from now on. Must be called within a tokio runtime.
    pub fn start(self) -> Watch {
        let now = self.client.api().session().seam().now();
        // An event too many only wakes somebody in vain, so our clock may be a few minutes ahead of the registry's.
        let start = now.checked_sub_signed(AHEAD).unwrap_or(now);
        let feed = self
            .client
            .activity(Checkpoint::from_now(start))
            .interval(self.interval);
        let list = WakeList::new(self.rounds.quick);
        let health = feed.health();
        let task = tokio::spawn(run(feed, list.clone(), self.rounds)).abort_handle();
        Watch(Arc::new(Watching { list, health, task }))
    }
}

impl Watch {
    /// How many pollers it can wake.
    #[must_use]
    pub fn attached(&self) -> usize {
        self.0.list.len()
    }

    /// Why the last reading of the feed failed; `None` when it didn't. While it fails, the safety net goes on.
    #[must_use]
    pub fn last_error(&self) -> Option<String> {
        self.0.health.last_error()
    }

    pub(super) fn attach<P: Poll>(&self, poller: Poller<P>, names: Vec<String>) -> Poller<P> {
        let wake = Wake::default();
        let (place, turn) = self.0.list.enter(wake.clone(), names);
        // The place goes first, the watch after it.
        poller
            .woken_by(wake)
            .safety_net(LAST_RESORT)
            .not_before(turn)
            .holding((place, self.clone()))
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Reads events and wakes; in between, gives everybody a turn.
async fn run(mut feed: ActivityFeed, list: WakeList, rounds: Rounds) {
    let mut quick = Round::default();
    let mut slow = Round::default();
    let mut next_quick = Instant::now();
    let mut slow_pause = slow_step(&list, rounds);
    let mut next_slow = Instant::now() + slow_pause;
    loop {
        let next = if quick.is_running() {
            next_quick.min(next_slow)
        } else {
            next_slow
        };
        // Giving up on `next` loses nothing: what it had begun is kept in the feed.
        match timeout_at(next, feed.next()).await {
            Ok(Ok(event)) => {
                if !wake(&event, &list) {
                    quick.start();
                }
            }
            Ok(Err(error)) => {
                tracing::warn!(error = %error, "the activity feed can't be read; trying again")
            }
            Err(_) if next == next_slow => {
                let step = slow_step(&list, rounds);
                if slow.step(&list) {
                    // Those who come make a round quicker. Those who go don't make it slower for those who stay.
                    slow_pause = slow_pause.min(step);
                } else {
                    slow.step(&list);
                    slow_pause = step;
                }
                next_slow = Instant::now() + slow_pause;
            }
            Err(_) => {
                quick.step(&list);
                next_quick = Instant::now() + rounds.quick;
            }
        }
    }
}

/// Wakes whom the event names. False where it can't be known whom it concerns.
fn wake(event: &Event, list: &WakeList) -> bool {
    list.wake_named(event.names()) || event.is_attributable()
}

fn slow_step(list: &WakeList, rounds: Rounds) -> Duration {
    let waiting = u32::try_from(list.len().max(1)).unwrap_or(u32::MAX);
    // A round of no time at all would turn without end.
    (rounds.net / waiting)
        .max(rounds.slow.min(rounds.net))
        .max(Duration::from_millis(1))
}

/// A turn for everybody, one at a time.
#[derive(Default)]
struct Round {
    running: bool,
    /// Something happened after the round had begun: those who had their turn before may have missed it.
    again: bool,
    last: Option<u64>,
}

impl Round {
    /// Begins, or sees to it that another round follows.
    const fn start(&mut self) {
        self.again |= self.running && self.last.is_some();
        self.running = true;
    }

    const fn is_running(&self) -> bool {
        self.running
    }

    /// Gives the next one a turn; false where the round is over.
    fn step(&mut self, list: &WakeList) -> bool {
        self.last = list.wake_after(self.last);
        if self.last.is_none() {
            self.running = self.again;
            self.again = false;
        }
        self.last.is_some()
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch")
            .field("attached", &self.attached())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for WatchBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WatchBuilder")
            .field("interval", &self.interval)
            .finish_non_exhaustive()
    }
}
