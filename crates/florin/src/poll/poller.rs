//! The poller: reads, pauses, reads again, until the answer is final.

use std::fmt;
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{self, Context, ready};
use std::time::Duration;

use florin_core::Seam;
use futures_core::Stream;
use tokio::time::Instant;

use super::pace::jittered;
use super::{Pace, Wake};

/// The most that a last look is ahead of the deadline.
const LAST_LOOK: Duration = Duration::from_secs(10);

/// Longer than anybody waits, and short enough to add to any moment.
const FOR_EVER: Duration = Duration::from_secs(30 * 365 * 24 * 3600);

type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// What one reading brings, or why it brings nothing.
pub type Reading<P> =
    Result<Progress<<P as Poll>::State, <P as Poll>::Outcome>, <P as Poll>::Error>;

/// Something that can be asked how far it is. Implement it to poll what Florin has no poller for.
pub trait Poll: Send + Sync + 'static {
    /// How far it is, while it is not done.
    type State: Send + 'static;
    /// What it comes to.
    type Outcome: Send + 'static;
    /// Why it can't be asked.
    type Error: Send + 'static;

    /// Asks once.
    fn read(&self) -> impl Future<Output = Reading<Self>> + Send
    where
        Self: Sized;

    /// Whether asking again may help.
    fn is_transient(error: &Self::Error) -> bool;

    /// The error for running out of time.
    fn out_of_time(&self, limit: Duration) -> Self::Error;

    /// What it has come to as far as is known, where time runs out while something is missing that isn't essential. Nothing,
    /// unless said: then running out of time is an [error](Self::out_of_time).
    fn at_last(&self) -> Option<Self::Outcome> {
        None
    }
}

/// How far something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress<S, O> {
    /// Still going.
    Pending(S),
    /// Done, with its outcome. Nothing follows.
    Done(O),
}

/// Asks until the answer is final. `.await` gives the outcome; as a [`Stream`] it gives every reading, the last one
/// being [`Progress::Done`] or an error.
///
/// Dropping it stops the asking and nothing else: what is polled goes on at the provider, and can be taken up again.
#[must_use = "a poller does nothing until it is awaited or polled as a stream"]
pub struct Poller<P: Poll> {
    target: Arc<P>,
    pace: Pace,
    seam: Seam,
    wake: Option<Wake>,
    net: Option<Duration>,
    /// A pace was given after the net.
    goes_by_its_pace: bool,
    breather: Option<Duration>,
    guard: Option<Box<dyn Send + Sync>>,
    companions: Vec<Boxed<()>>,
    turn: Option<Instant>,
    readings: u32,
    failures: u32,
    last_reading: Option<Instant>,
    /// Set at the first poll.
    ends: Option<Instant>,
    read_at_once: bool,
    step: Option<Boxed<Option<Reading<P>>>>,
    finished: bool,
}

impl<P: Poll> Poller<P> {
    /// A poller on `target`. The first reading is made after one pause; see [`at_once`](Self::at_once).
    pub fn new(target: P, seam: Seam) -> Self {
        Self {
            target: Arc::new(target),
            pace: Pace::default(),
            seam,
            wake: None,
            net: None,
            goes_by_its_pace: false,
            breather: None,
            guard: None,
            companions: Vec::new(),
            turn: None,
            readings: 0,
            failures: 0,
            last_reading: None,
            ends: None,
            read_at_once: false,
            step: None,
            finished: false,
        }
    }

    /// How often to ask, how many failures to tolerate, how long to wait.
    ///
    /// Of this and [`safety_net`](Self::safety_net), the last one says how often: a poller that is woken asks at its net only
    /// until it is given a pace. It is still one that is woken, and waits for a day unless the pace has a deadline.
    pub fn pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self.goes_by_its_pace = true;
        self
    }

    /// How long to wait for the outcome, counted from the first poll, or from its [turn](Self::not_before) if that is later.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.pace = self.pace.deadline(limit);
        self
    }

    /// Makes the first reading without a pause: for something that was started a while ago.
    pub const fn at_once(mut self) -> Self {
        self.read_at_once = true;
        self
    }

    /// Lets something else wake the poller: a webhook, a change feed. It goes on asking at its own pace as well.
    pub fn woken_by(mut self, wake: Wake) -> Self {
        self.wake = Some(wake);
        self
    }

    /// Once woken by something else, ask by itself only this often after the first reading: a safety net.
    pub const fn safety_net(mut self, pause: Duration) -> Self {
        self.net = Some(pause);
        self.goes_by_its_pace = false;
        self
    }

    /// However often it is woken, that causes no reading sooner than this after the last one, and none at all before the
    /// usual pause after a failure. For what strangers can cause: a flood of callbacks must not become a flood of requests.
    pub const fn at_most_every(mut self, pause: Duration) -> Self {
        self.breather = Some(pause);
        self
    }

    /// Keeps something alive as long as the poller: what wakes it.
    pub fn holding(mut self, guard: impl Send + Sync + 'static) -> Self {
        self.guard = Some(Box::new(guard));
        self
    }

    /// Makes the first reading no sooner than this, so that many pollers that start together don't read together.
    pub const fn not_before(mut self, turn: Instant) -> Self {
        self.turn = Some(turn);
        self
    }

    /// The next reading; `None` once the outcome, or the error that ended it, has been given.
    pub async fn next(&mut self) -> Option<Reading<P>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// What it asks.
    #[cfg(any(
        feature = "nemuru",
        feature = "tradevest-onboarding",
        feature = "tradevest-trading"
    ))]
    pub(crate) fn target(&self) -> &P {
        &self.target
    }

    /// Runs something along with the poller, for as long as it is polled itself: what listens for the news that wake it. Needs
    /// no task of its own.
    #[cfg(any(feature = "tradevest-onboarding", feature = "tradevest-trading"))]
    pub(crate) fn alongside(
        mut self,
        companion: impl Future<Output = ()> + Send + 'static,
    ) -> Self {
        self.companions.push(Box::pin(companion));
        self
    }

    /// How often to ask without being woken, for one that relies on that.
    fn net(&self) -> Option<Duration> {
        self.net.filter(|_| self.wake.is_some())
    }

    fn limit(&self) -> Duration {
        self.pace.limit(self.net().is_some())
    }

    fn step(&mut self) -> Boxed<Option<Reading<P>>> {
        let now = Instant::now();
        let begins = self.turn.map_or(now, |turn| turn.max(now));
        let ends = *self.ends.get_or_insert(begins + self.limit().min(FOR_EVER));
        let net = self.net();
        // The first reading finds what happened before anyone listened, so it isn't left to the waking.
        let pause = match net {
            _ if self.readings == 0 && self.failures == 0 => {
                let own = if self.read_at_once {
                    Duration::ZERO
                } else {
                    self.pace.pause(1, &self.seam)
                };
                own.max(begins - now)
            }
            _ if self.failures > 0 => self.pace.pause(self.failures, &self.seam),
            Some(net) if self.readings > 0 && !self.goes_by_its_pace => jittered(net, &self.seam),
            _ => self.pace.pause(self.readings + 1, &self.seam),
        };
        // Who was woken reads no sooner than this.
        let earliest = match (self.breather, self.last_reading) {
            (Some(_), Some(_)) if self.failures > 0 => Some(now + pause.min(FOR_EVER)),
            (Some(breather), Some(last)) => Some(last + breather.min(FOR_EVER)),
            // Whoever wakes many at once doesn't take their turns from them.
            (_, None) => self.turn,
            _ => None,
        };
        let wake = self.wake.clone();
        let target = Arc::clone(&self.target);
        // Who relies on being woken looks once more before giving up: what should have woken it may have failed.
        let margin = jittered((self.limit() / 10).min(LAST_LOOK), &self.seam);
        let latest = match ends.checked_sub(margin) {
            Some(last_look) if net.is_some() && now < last_look => last_look,
            _ => ends,
        };
        Box::pin(async move {
            let until = (now + pause.min(FOR_EVER)).min(latest);
            match wake {
                Some(wake) => {
                    let woken = tokio::time::timeout_at(until, wake.woken()).await;
                    if let (Ok(()), Some(earliest)) = (woken, earliest) {
                        tokio::time::sleep_until(earliest.min(until)).await;
                    }
                }
                None => tokio::time::sleep_until(until).await,
            }
            if Instant::now() >= ends && !pause.is_zero() {
                return None;
            }
            tokio::time::timeout_at(ends, target.read()).await.ok()
        })
    }
}

impl<P: Poll> Stream for Poller<P> {
    type Item = Reading<P>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> task::Poll<Option<Self::Item>> {
        loop {
            if self.finished {
                return task::Poll::Ready(None);
            }
            self.companions
                .retain_mut(|companion| companion.as_mut().poll(cx).is_pending());
            let mut step = match self.step.take() {
                Some(step) => step,
                None => self.step(),
            };
            let task::Poll::Ready(reading) = step.as_mut().poll(cx) else {
                self.step = Some(step);
                return task::Poll::Pending;
            };
            self.last_reading = Some(Instant::now());
            match reading {
                Some(Ok(progress)) => {
                    self.readings += 1;
                    self.failures = 0;
                    self.finished = matches!(progress, Progress::Done(_));
                    return task::Poll::Ready(Some(Ok(progress)));
                }
                Some(Err(error)) => {
                    self.failures += 1;
                    if P::is_transient(&error) && self.failures <= self.pace.errors_tolerated() {
                        continue;
                    }
                    self.finished = true;
                    return task::Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.finished = true;
                    return task::Poll::Ready(Some(match self.target.at_last() {
                        Some(outcome) => Ok(Progress::Done(outcome)),
                        None => Err(self.target.out_of_time(self.limit())),
                    }));
                }
            }
        }
    }
}

impl<P: Poll> Poller<P> {
    async fn outcome(mut self) -> Result<P::Outcome, P::Error> {
        // A poller polled to its end as a stream has no outcome left to give; it asks once more.
        self.finished = false;
        let mut poller = Pin::new(&mut self);
        let next = poll_fn(move |cx| {
            loop {
                match ready!(poller.as_mut().poll_next(cx)) {
                    Some(Ok(Progress::Pending(_))) => {}
                    Some(Ok(Progress::Done(outcome))) => {
                        return task::Poll::Ready(Some(Ok(outcome)));
                    }
                    Some(Err(error)) => return task::Poll::Ready(Some(Err(error))),
                    None => return task::Poll::Ready(None),
                }
            }
        })
        .await;
        match next {
            Some(outcome) => outcome,
            None => Err(self.target.out_of_time(self.limit())),
        }
    }
}

impl<P: Poll> IntoFuture for Poller<P> {
    type Output = Result<P::Outcome, P::Error>;
    type IntoFuture = Boxed<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.outcome())
    }
}

impl<P: Poll> Unpin for Poller<P> {}

impl<P: Poll> fmt::Debug for Poller<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poller")
            .field("readings", &self.readings)
            .field("pace", &self.pace)
            .field("holding", &self.guard.is_some())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// Never done; fails where it is told to; keeps the seconds at which it was asked.
    struct Kettle {
        started: Instant,
        asked: Arc<Mutex<Vec<u64>>>,
        fails_from: usize,
    }

    impl Poll for Kettle {
        type State = ();
        type Outcome = ();
        type Error = ();

        async fn read(&self) -> Reading<Self> {
            let mut asked = self.asked.lock().unwrap();
            asked.push(self.started.elapsed().as_secs());
            if asked.len() > self.fails_from {
                return Err(());
            }
            Ok(Progress::Pending(()))
        }

        fn is_transient((): &()) -> bool {
            true
        }

        fn out_of_time(&self, _: Duration) {}
    }

    /// The seconds at which it reads while it is woken ten times a second for a minute.
    async fn flooded(at_most_every: u64, fails_from: usize) -> Vec<u64> {
        let asked = Arc::default();
        let kettle = Kettle {
            started: Instant::now(),
            asked: Arc::clone(&asked),
            fails_from,
        };
        let wake = Wake::default();
        let seam = Seam::without_chance("2026-11-02T08:00:00Z".parse().unwrap(), 1.0);
        let poller = Poller::new(kettle, seam)
            .at_once()
            .woken_by(wake.clone())
            .safety_net(Duration::from_secs(600))
            .at_most_every(Duration::from_secs(at_most_every));
        let polling = tokio::spawn(poller.into_future());
        for _ in 0..600 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            wake.wake();
        }
        polling.abort();
        let asked = asked.lock().unwrap();
        asked.clone()
    }

    #[tokio::test(start_paused = true)]
    async fn a_flood_of_wakes_is_no_flood_of_readings() {
        assert_eq!(flooded(20, usize::MAX).await, [0, 20, 40]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_flood_of_wakes_doesnt_use_up_the_failures_that_are_tolerated() {
        assert_eq!(
            flooded(2, 1).await,
            [0, 2, 3, 5, 9, 17, 33],
            "doubled pauses after each failure"
        );
    }
}
