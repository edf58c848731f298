//! One who waits for notifications about an object.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use super::{Arrivals, EventType, Notification};

/// How many notifications wait for one who doesn't take them. The oldest go first: it is the newest that count.
const UNREAD: usize = 256;

/// Gets the notifications about one object, or of one type. Made by [`Arrivals::watch`]; dropping it ends the waiting.
#[must_use = "a watcher gets nothing that nobody takes"]
pub struct Watcher {
    arrivals: Arrivals,
    place: (EventType, Option<String>),
    queue: Arc<Queue>,
}

#[derive(Default)]
pub(super) struct Queue {
    unread: Mutex<VecDeque<Arc<Notification>>>,
    filled: Notify,
}

impl Watcher {
    pub(super) const fn new(
        arrivals: Arrivals,
        place: (EventType, Option<String>),
        queue: Arc<Queue>,
    ) -> Self {
        Self {
            arrivals,
            place,
            queue,
        }
    }

    /// The next notification, as soon as there is one. Those that look like one before come too, and
    /// [say so](Notification::is_repeat). Nothing is lost where this is
    /// dropped before it is done.
    ///
    /// One who takes none for long gets the newest 256.
    pub async fn next(&mut self) -> Arc<Notification> {
        loop {
            if let Some(notification) = self.try_next() {
                return notification;
            }
            self.queue.filled.notified().await;
        }
    }

    /// The next notification, if there is one.
    pub fn try_next(&mut self) -> Option<Arc<Notification>> {
        self.queue.take()
    }

    /// The type that is waited for.
    #[must_use]
    pub const fn event_type(&self) -> &EventType {
        &self.place.0
    }
}

impl Queue {
    pub(super) fn put(&self, notification: &Arc<Notification>) {
        let mut unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        if unread.len() == UNREAD {
            unread.pop_front();
        }
        unread.push_back(Arc::clone(notification));
        drop(unread);
        // Kept until somebody waits.
        self.filled.notify_one();
    }

    fn take(&self) -> Option<Arc<Notification>> {
        let mut unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        unread.pop_front()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.arrivals.leave(&self.place, &self.queue);
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watcher")
            .field("event_type", &self.place.0)
            .field("object_id", &self.place.1)
            .finish_non_exhaustive()
    }
}
