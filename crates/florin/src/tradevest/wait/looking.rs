//! Looking for a change until it shows.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use florin_core::Error as CoreError;
use tokio::time::Instant;

use super::heard::{About, Heard};
use super::thing::Look;
use super::{Created, Readable, UpdateRefused};
use crate::poll::{Poll, Poller, Progress, Reading, may_pass};
use crate::tradevest::{Error, Webhooks};

/// Whether a change shows.
type IsMade<T> = Box<dyn Fn(&T) -> bool + Send + Sync>;

/// Looks for a change. The states on the way are the thing as read. Made by
/// [`Submitted::look_again_until`](super::Submitted::look_again_until).
pub struct Looking<T> {
    thing: Created<T>,
    since: Instant,
    is_made: IsMade<T>,
    heard: Heard,
    last: Mutex<Option<T>>,
}

/// What has become of a change, as far as can be told.
#[derive(Clone, Debug)]
#[must_use = "a change may not have been made"]
pub enum Change<T> {
    /// It shows.
    Seen(T),
    /// A notification says that a change was refused, and it didn't show afterwards. No reading can confirm that.
    #[non_exhaustive]
    Refused {
        /// The thing as it was read after that.
        object: T,
        /// Why.
        refusal: UpdateRefused,
    },
    /// It didn't show in time. It is late, or it was refused: the thing as it was read last doesn't tell.
    Unseen(T),
}

impl<T: Readable> Looking<T> {
    pub(super) fn new(thing: Created<T>, since: Instant, is_made: IsMade<T>) -> Self {
        Self {
            thing,
            since,
            is_made,
            heard: Heard::default(),
            last: Mutex::default(),
        }
    }
}

impl<T: Readable> Poll for Looking<T> {
    type State = T;
    type Outcome = Change<T>;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        // What is heard while it is being read may be older than what is read, and the change may show in the next reading.
        let refusal = self.heard.refusal();
        let object = match T::look(&self.thing).await? {
            Look::There(object) => object,
            Look::Absent(error) => return Err(error),
        };
        if (self.is_made)(&object) {
            return Ok(Progress::Done(Change::Seen(object)));
        }
        if let Some(refusal) = refusal {
            return Ok(Progress::Done(Change::Refused { object, refusal }));
        }
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(object.clone());
        Ok(Progress::Pending(object))
    }

    fn is_transient(error: &Error) -> bool {
        may_pass(error) || error.is_not_found() || error.is_decode()
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        CoreError::deadline(T::operation(), limit)
    }

    fn at_last(&self) -> Option<Change<T>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.clone().map(Change::Unseen)
    }
}

impl<T: Readable> Poller<Looking<T>> {
    /// Also listens for notifications about the thing, from the sending of the change on: each is a reason to look, and one that
    /// tells a refusal ends it, unless the change shows all the same. It goes on looking by itself as well.
    pub fn hear(self, webhooks: &Webhooks) -> Self {
        let target = self.target();
        let (heard, thing, since) = (target.heard.clone(), target.thing.clone(), target.since);
        let about = About {
            events: T::EVENTS,
            id: thing.id(),
            since: Some(since),
        };
        heard.listen(self, webhooks, &about)
    }
}

impl<T> fmt::Debug for Looking<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Looking")
            .field("thing", &self.thing)
            .finish_non_exhaustive()
    }
}
