//! Following a thing by reading it, and by being told that it is worth reading.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use florin_core::Error as CoreError;

use super::goal::Verdict;
use super::heard::{About, Failure, Heard};
use super::status::shown;
use super::thing::Look;
use super::{Created, Goal, Outcome, Readable, Reason, Status};
use crate::poll::{Poll, Poller, Progress, Reading, may_pass};
use crate::tradevest::{Error, Webhooks};

/// How long the reason of a failure is waited for, after the failure was read.
const REASON_WITHIN: Duration = Duration::from_secs(30);

/// How often one who hears asks by itself: notifications get lost.
const NET: Duration = Duration::from_secs(5 * 60);

/// Follows something that was created. The states on the way are the thing as read. Made by [`Created::poller`].
pub struct Following<T> {
    created: Created<T>,
    goal: Goal,
    heard: Heard,
    track: Mutex<Track<T>>,
}

struct Track<T> {
    or_unknown: bool,
    reason_within: Duration,
    /// It was read at least once.
    was_seen: bool,
    /// So many readings in a row didn't find it.
    absences: u32,
    status: Option<Status>,
    /// A failure that was read, while its reason is waited for.
    failed: Option<Outcome<T>>,
}

impl<T: Readable> Following<T> {
    pub(super) fn new(created: Created<T>, goal: Goal) -> Self {
        Self {
            created,
            goal,
            heard: Heard::default(),
            track: Mutex::new(Track {
                or_unknown: false,
                reason_within: REASON_WITHIN,
                was_seen: false,
                absences: 0,
                status: None,
                failed: None,
            }),
        }
    }

    /// What the thing as it was read means to who waits.
    async fn progress(&self, thing: T) -> Progress<T, Outcome<T>> {
        let status = thing.status();
        let or_unknown = {
            let mut track = self.track();
            track.was_seen = true;
            track.absences = 0;
            track.status.clone_from(&status);
            track.or_unknown
        };
        // One that doesn't say where it stands is on its way.
        let Some(status) = status else {
            return Progress::Pending(thing);
        };
        Progress::Done(match self.goal.verdict(T::course(), &status) {
            Verdict::Reached if thing.has_what_is_wanted(&self.goal) => Outcome::Reached(thing),
            Verdict::Reached | Verdict::OnTheWay => return Progress::Pending(thing),
            Verdict::Unknown if !or_unknown => return Progress::Pending(thing),
            Verdict::Unknown | Verdict::Ended => Outcome::Ended {
                object: thing,
                status,
            },
            Verdict::Invalid => self.invalid(Some(thing)).await,
            Verdict::Rejected => {
                let reason = Reason::in_words(thing.own_words());
                let outcome = Outcome::Rejected {
                    object: thing,
                    reason,
                };
                self.with_reason(Failure::Rejected, outcome).await
            }
        })
    }

    /// It isn't found. That may be because it is new, or because it is gone.
    async fn absent(&self, error: Error) -> Reading<Self> {
        let was_told = self.heard.is_invalid();
        let past = {
            let mut track = self.track();
            track.absences += 1;
            // One reading alone may have been answered by a server that doesn't know it yet.
            if track.absences < 2 || !(track.was_seen || was_told) {
                return Err(error);
            }
            let status = track.status.clone();
            status.filter(|status| *status != Status::RECEIVED && *status != Status::INVALID)
        };
        Ok(Progress::Done(match past {
            Some(status) if !was_told => Outcome::Gone {
                status: Some(status),
            },
            _ => self.invalid(None).await,
        }))
    }

    async fn invalid(&self, thing: Option<T>) -> Outcome<T> {
        let words = thing.as_ref().and_then(|thing| thing.own_words());
        let outcome = Outcome::Invalid {
            reason: Reason::in_words(words),
            object: thing,
            external_id: self.created.external_id().cloned(),
        };
        self.with_reason(Failure::Invalid, outcome).await
    }

    async fn with_reason(&self, failure: Failure, outcome: Outcome<T>) -> Outcome<T> {
        let within = {
            let mut track = self.track();
            track.failed = Some(outcome.clone());
            match outcome.reason() {
                Some(_) => Duration::ZERO,
                None => track.reason_within,
            }
        };
        outcome.because(self.heard.reason(failure, within).await)
    }

    /// Whoever panicked while holding the lock left the track whole.
    fn track(&self) -> MutexGuard<'_, Track<T>> {
        self.track.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Readable> Poll for Following<T> {
    type State = T;
    type Outcome = Outcome<T>;
    type Error = Error;

    async fn read(&self) -> Reading<Self> {
        if let Some(problem) = self.goal.problem(T::course()) {
            return Err(CoreError::invalid_request(T::operation(), problem));
        }
        match T::look(&self.created).await? {
            Look::There(thing) => Ok(self.progress(thing).await),
            Look::Absent(error) => self.absent(error).await,
        }
    }

    /// What was created just now may not show at once, and a page of maintenance is no answer.
    fn is_transient(error: &Error) -> bool {
        may_pass(error) || error.is_not_found() || error.is_decode()
    }

    fn out_of_time(&self, limit: Duration) -> Error {
        let error = CoreError::deadline(T::operation(), limit);
        let Some(status) = self.track().status.clone() else {
            return error;
        };
        error.with_note(match self.goal.verdict(T::course(), &status) {
            Verdict::Unknown => format!(
                "it is {}, which isn't documented and wasn't waited for; or_unknown ends there",
                shown(&status)
            ),
            _ if status == Status::REVIEW => {
                "somebody at Tradevest reviews it, for which no time is known; resume it by its handle".to_owned()
            }
            _ => format!("it was {} when it was last read", shown(&status)),
        })
    }

    fn at_last(&self) -> Option<Outcome<T>> {
        self.track().failed.clone()
    }
}

impl<T: Readable> Poller<Following<T>> {
    /// Also listens for notifications about it; whichever brings news first counts.
    ///
    /// A notification proves nothing and comes late, twice, in any order or never. So it is only a reason to read again; a
    /// late one about an earlier status undoes nothing. One thing is taken from it, since nothing else tells it: the reason of a
    /// failure that a reading has shown, which is then waited for, see [`reason_within`](Self::reason_within).
    ///
    /// From then on it asks by itself only every 5 minutes or so, at most every 2 seconds when called, and waits for a day
    /// unless a [deadline](Self::deadline) says otherwise. How often it asks is said by whichever of this, [`pace`](Self::pace) and
    /// [`safety_net`](Self::safety_net) comes last; a deadline counts before and after.
    pub fn hear(self, webhooks: &Webhooks) -> Self {
        let target = self.target();
        let (heard, created) = (target.heard.clone(), target.created.clone());
        let about = About {
            events: T::EVENTS,
            id: created.id(),
            since: None,
        };
        heard.listen(self, webhooks, &about).safety_net(NET)
    }

    /// How long the reason of a failure is waited for once the failure was read, where notifications are
    /// [heard](Self::hear). 30 seconds unless said; the failure is told without a reason when they are over, or when the deadline
    /// is.
    pub fn reason_within(self, limit: Duration) -> Self {
        self.target().track().reason_within = limit;
        self
    }

    /// Also ends at any status that isn't documented, with [`Outcome::Ended`], for the caller to look into.
    pub fn or_unknown(self) -> Self {
        self.target().track().or_unknown = true;
        self
    }
}

impl<T> fmt::Debug for Following<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Following")
            .field("created", &self.created)
            .field("goal", &self.goal)
            .finish_non_exhaustive()
    }
}
