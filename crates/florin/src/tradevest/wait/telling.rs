//! Following a thing by what is told of it alone.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use florin_core::Error as CoreError;

use super::goal::Verdict;
use super::heard::told_status;
use super::status::shown;
use super::told::ToldOnly;
use super::{Created, Goal, Outcome, Reason, Status};
use crate::poll::{Poll, Poller, Progress, Reading, Wake};
use crate::tradevest::{Error, Notification, Webhooks};

/// It asks nobody, so there is no reason to look for itself.
const NEVER: Duration = Duration::from_secs(30 * 24 * 3600);

/// Follows something by what is told of it. The states on the way are the thing as it was told last, if it was. Made by
/// [`Created::told`].
pub struct Telling<T> {
    created: Created<T>,
    goal: Goal,
    unread: Arc<Mutex<VecDeque<Arc<Notification>>>>,
    so_far: Mutex<SoFar<T>>,
}

struct SoFar<T> {
    or_unknown: bool,
    last: Option<T>,
    status: Option<Status>,
}

impl<T: ToldOnly> Created<T> {
    /// Waits until it is told to have come as far as `goal`, or not to be able to any more. Nothing is sent: no operation that
    /// reads it is documented.
    ///
    /// **What is told isn't proof**, here less than anywhere: there is no reading to confirm it, and a notification that was lost
    /// isn't made up for. Look through the undelivered ones
    /// ([`Client::undelivered_webhooks`](crate::tradevest::Client::undelivered_webhooks)) where one is missing. What came in before
    /// counts too, as long as it is kept. It waits for a day unless a [deadline](Poller::deadline) says otherwise.
    ///
    /// A cancellation that fails is told to nobody: wait for [`Goal::Canceled`] with a deadline, and take its end for "not known to
    /// be canceled".
    pub fn told(&self, goal: Goal, webhooks: &Webhooks) -> Poller<Telling<T>> {
        let unread = Arc::<Mutex<VecDeque<_>>>::default();
        let wake = Wake::default();
        let target = Telling {
            created: self.clone(),
            goal,
            unread: Arc::clone(&unread),
            so_far: Mutex::new(SoFar {
                or_unknown: false,
                last: None,
                status: None,
            }),
        };
        let poller = self.client().poller(target).at_once().safety_net(NEVER);
        let poller = poller.woken_by(wake.clone());
        T::EVENTS.iter().fold(poller, |poller, event| {
            let mut watcher = webhooks.arrivals().watch(event.clone(), self.id());
            let (unread, wake) = (Arc::clone(&unread), wake.clone());
            poller.alongside(async move {
                loop {
                    let notification = watcher.next().await;
                    lock(&unread).push_back(notification);
                    wake.wake();
                }
            })
        })
    }
}

impl<T: ToldOnly> Telling<T> {
    /// What a notification comes to; `None` where it goes on.
    fn outcome(&self, notification: &Arc<Notification>) -> Option<Outcome<T>> {
        // One without a status is about a change that was refused, and the thing is as it was.
        let status = told_status(notification)?;
        let thing = T::told(Some(status.clone()), Arc::clone(notification));
        let or_unknown = {
            let mut so_far = lock(&self.so_far);
            so_far.last = Some(thing.clone());
            so_far.status = Some(status.clone());
            so_far.or_unknown
        };
        let reason = notification.refusal().map(Reason::from);
        Some(match self.goal.verdict(T::course(), &status) {
            Verdict::Reached => Outcome::Reached(thing),
            Verdict::OnTheWay => return None,
            Verdict::Unknown if !or_unknown => return None,
            Verdict::Unknown | Verdict::Ended => Outcome::Ended {
                object: thing,
                status,
            },
            Verdict::Invalid => Outcome::Invalid {
                object: Some(thing),
                reason,
                external_id: self.created.external_id().cloned(),
            },
            Verdict::Rejected => Outcome::Rejected {
                object: thing,
                reason,
            },
        })
    }
}

impl<T: ToldOnly> Poll for Telling<T> {
    type State = Option<T>;
    type Outcome = Outcome<T>;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        if let Some(problem) = self.goal.problem(T::course()) {
            return Err(CoreError::invalid_request(T::notice(), problem));
        }
        // In the order in which they came: the first that ends it counts, whatever comes late after it.
        loop {
            let next = lock(&self.unread).pop_front();
            let Some(notification) = next else { break };
            if let Some(outcome) = self.outcome(&notification) {
                return Ok(Progress::Done(outcome));
            }
        }
        Ok(Progress::Pending(lock(&self.so_far).last.clone()))
    }

    fn is_transient(_: &Error) -> bool {
        false
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        let error = CoreError::deadline(T::notice(), limit);
        match &lock(&self.so_far).status {
            Some(status) => error.with_note(format!(
                "it was last told to be {}; what is told may get lost, see the undelivered notifications",
                shown(status)
            )),
            None => error.with_note(
                "nothing was told of it; see whether its event type is registered, and the undelivered notifications",
            ),
        }
    }
}

impl<T: ToldOnly> Poller<Telling<T>> {
    /// Also ends at any status that isn't documented, with [`Outcome::Ended`], for the caller to look into.
    pub fn or_unknown(self) -> Self {
        lock(&self.target().so_far).or_unknown = true;
        self
    }
}

/// Whoever panicked while holding the lock left it whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<T> fmt::Debug for Telling<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Telling")
            .field("created", &self.created)
            .field("goal", &self.goal)
            .finish_non_exhaustive()
    }
}
