//! What has come in lately, and who waits for it.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use florin_core::Seam;
use tokio::time::Instant;

use super::facts::name;
use super::watcher::Queue;
use super::{EventType, Notification, Watcher};

/// Hands each notification to whoever waits for its object. Cheap to clone; clones are one.
///
/// What came in before anybody waited is kept for a while, since a notification can be faster than the answer that tells
/// the object's identifier. How many of each type, how many bytes and for how long is bounded, see
/// [`WebhooksBuilder`](super::WebhooksBuilder); nothing is taken away by being handed out, so that two who wait for one
/// object both get all of it.
///
/// ```no_run
/// # async fn f(webhooks: florin::tradevest::Webhooks) {
/// use florin::tradevest::EventType;
///
/// let mut watcher = webhooks.arrivals().watch(EventType::Customer, "a customer's id");
/// let notification = watcher.next().await;
/// # }
/// ```
#[derive(Clone)]
pub struct Arrivals(Arc<Shared>);

struct Shared {
    seam: Seam,
    keep: Keep,
    state: Mutex<State>,
}

/// How much is kept for those who come later.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keep {
    /// Of each type.
    pub(super) notifications: usize,
    /// Of the bodies of each type.
    pub(super) bytes: usize,
    pub(super) age: Duration,
}

#[derive(Default)]
struct State {
    /// By type, so that a type that comes often doesn't drive out the others.
    kept: HashMap<EventType, Kept>,
    /// By type and object; those without an object get all of their type.
    waiting: HashMap<(EventType, Option<String>), Vec<Arc<Queue>>>,
}

#[derive(Default)]
struct Kept {
    bytes: usize,
    notifications: VecDeque<(Instant, Arc<Notification>)>,
}

impl Arrivals {
    pub(super) fn new(seam: Seam, keep: Keep) -> Self {
        Self(Arc::new(Shared {
            seam,
            keep,
            state: Mutex::default(),
        }))
    }

    /// Waits for notifications of this type about this object. Those that are kept come first, in the order in which they
    /// came in; of those that look the same there is one, at the place of the last.
    ///
    /// Where a payload is undocumented, those count that have the identifier anywhere in them.
    pub fn watch(&self, event_type: EventType, object_id: &str) -> Watcher {
        self.enter(event_type, Some(name(object_id)), Since::Kept)
    }

    /// As [`watch`](Self::watch), without what came in before `since`: for a change of an object that others may have
    /// changed just before.
    pub fn watch_since(&self, event_type: EventType, object_id: &str, since: Instant) -> Watcher {
        self.enter(event_type, Some(name(object_id)), Since::Moment(since))
    }

    /// Waits for all notifications of this type, those that are kept first. For those that name no object, such as
    /// [`EventType::LabelsUpdate`].
    pub fn watch_all(&self, event_type: EventType) -> Watcher {
        self.enter(event_type, None, Since::Kept)
    }

    /// As [`watch_all`](Self::watch_all), without what came in before `since`.
    pub fn watch_all_since(&self, event_type: EventType, since: Instant) -> Watcher {
        self.enter(event_type, None, Since::Moment(since))
    }

    /// How many wait.
    #[must_use]
    pub fn watching(&self) -> usize {
        self.lock().waiting.values().map(Vec::len).sum()
    }

    /// Hands one to those who wait, and keeps it for those who come later.
    pub(super) fn arrived(&self, notification: &Arc<Notification>) {
        let now = self.0.seam.instant();
        let mut state = self.lock();
        let event = notification.event_type();
        let mut queues: Vec<&Arc<Queue>> = Vec::new();
        let names = notification.names().iter().cloned().map(Some);
        for name in names.chain([None]) {
            queues.extend(
                state
                    .waiting
                    .get(&(event.clone(), name))
                    .into_iter()
                    .flatten(),
            );
        }
        queues.iter().for_each(|queue| queue.put(notification));
        let kept = state.kept.entry(event.clone()).or_default();
        kept.forget_older(now, self.0.keep.age);
        kept.keep(now, notification, self.0.keep);
    }

    fn enter(&self, event: EventType, object: Option<String>, since: Since) -> Watcher {
        let now = self.0.seam.instant();
        let queue = Arc::new(Queue::default());
        let mut state = self.lock();
        if let Some(kept) = state.kept.get_mut(&event) {
            kept.forget_older(now, self.0.keep.age);
            let recent = kept.notifications.iter().filter(|(at, _)| match since {
                Since::Kept => true,
                Since::Moment(since) => *at >= since,
            });
            recent
                .map(|(_, notification)| notification)
                .filter(|notification| match &object {
                    Some(object) => notification.names().contains(object),
                    None => true,
                })
                .for_each(|notification| queue.put(notification));
        }
        let place = (event, object);
        let waiting = state.waiting.entry(place.clone()).or_default();
        waiting.push(Arc::clone(&queue));
        drop(state);
        Watcher::new(self.clone(), place, queue)
    }

    /// Who is dropped waits no more.
    pub(super) fn leave(&self, place: &(EventType, Option<String>), queue: &Arc<Queue>) {
        let mut state = self.lock();
        if let Some(waiting) = state.waiting.get_mut(place) {
            waiting.retain(|other| !Arc::ptr_eq(other, queue));
            if waiting.is_empty() {
                state.waiting.remove(place);
            }
        }
    }

    /// Whoever panicked while holding the lock left it whole, but for one notification.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Clone, Copy)]
enum Since {
    Kept,
    Moment(Instant),
}

impl Kept {
    fn forget_older(&mut self, now: Instant, age: Duration) {
        while let Some((at, _)) = self.notifications.front()
            && now.saturating_duration_since(*at) > age
        {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        if let Some((_, oldest)) = self.notifications.pop_front() {
            self.bytes -= oldest.raw().len();
        }
    }

    fn keep(&mut self, now: Instant, notification: &Arc<Notification>, keep: Keep) {
        let is_kept = |(_, other): &(Instant, Arc<Notification>)| other.is_same(notification);
        if let Some(at) = self.notifications.iter().position(is_kept)
            && let Some((_, first)) = self.notifications.remove(at)
        {
            // Came in now, too. The first one goes on to be what is kept, since it is no repeat to one who hasn't had it.
            self.notifications.push_back((now, first));
            return;
        }
        let bytes = notification.raw().len();
        if bytes > keep.bytes || keep.notifications == 0 {
            return;
        }
        while self.notifications.len() >= keep.notifications || self.bytes + bytes > keep.bytes {
            self.forget_oldest();
        }
        self.bytes += bytes;
        self.notifications
            .push_back((now, Arc::clone(notification)));
    }
}

impl fmt::Debug for Arrivals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrivals")
            .field("keep", &self.0.keep)
            .field("watching", &self.watching())
            .finish_non_exhaustive()
    }
}
