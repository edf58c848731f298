//! Which idempotency key went with which request.
//!
//! A provider takes whatever comes under a known key for a repeat, and what comes under a key that it has forgotten for
//! something new. The first makes a second payment vanish, the second makes one payment two. So a session remembers its keys.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::key_in_use::KeyInUse;
use crate::moment::Moment;
use crate::{Fingerprint, IdempotencyKey, Seam};

/// How long after it was first sent a key may be sent again: what providers promise to remember it for, which is 24 hours,
/// less an hour for clocks that differ and requests that are long on their way.
pub(crate) const LIFETIME: Duration = Duration::from_secs(23 * 60 * 60);

/// Keys that are remembered. A key takes some 200 bytes.
const CAPACITY: usize = 32_768;

/// What a session remembers of its idempotency keys: which request each one went with, when it was first sent, and
/// whether that may have been carried out.
///
/// From it, a session
///
/// - refuses another request under a known key before it is sent, also while the first one is still on its way;
/// - lets the same request through under the same key until that is 23 hours old, and then refuses it, since the provider
///   forgets keys after 24 hours and would do the same once more;
/// - says [`Effect::MaybeApplied`](crate::Effect::MaybeApplied) of each later failure under a key that may have done
///   something in an earlier call.
///
/// A key that was never sent is not remembered. It holds 32,768 keys; of more, those are forgotten that have not been in
/// use for longest, and are new keys from then on. It ends with the process: a key that has to outlast it is written down
/// by the caller, together with when it was first sent, see
/// [`Request::idempotency_key_since`](crate::Request::idempotency_key_since).
///
/// Each session has one of its own. Keys are unique to a user of the provider, so sessions that act for the same user
/// should be given clones of one, which share what they remember.
#[derive(Clone, Default)]
pub struct KeyMemory(Arc<Mutex<Known>>);

#[derive(Default)]
pub(crate) struct Known {
    entries: HashMap<IdempotencyKey, Entry>,
    /// Keys that are in no call, the one first that has been in none for longest. Some may be in one again.
    idle: VecDeque<IdempotencyKey>,
}

/// What is known of one key.
pub(crate) struct Entry {
    fingerprint: Fingerprint,
    /// Calls that hold it.
    users: u32,
    /// Attempts that have been sent, or may have been.
    pub(crate) sent: u32,
    /// Those of them whose end isn't known yet.
    pub(crate) open: u32,
    /// Since when there is one.
    pub(crate) first: Option<Moment>,
    /// One of them may have been carried out.
    pub(crate) in_doubt: bool,
    /// Stands in the line of those that may be forgotten.
    is_idle: bool,
}

/// Why a request can't go under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The key belongs to another request.
    Taken,
    /// The provider may have forgotten it.
    TooOld,
    /// It is said to come from the future.
    Ahead,
}

impl KeyMemory {
    /// Lets a request go under a key, or says why not. In one step: of two at once with different requests, one is refused.
    pub(crate) fn admit(
        &self,
        key: &IdempotencyKey,
        fingerprint: Fingerprint,
        since: Option<DateTime<Utc>>,
        seam: &Seam,
    ) -> Result<KeyInUse, Refused> {
        let now = Moment::now(seam);
        let since = match since {
            Some(date) => Some(now.since(date).ok_or(Refused::Ahead)?),
            None => None,
        };
        let mut known = self.lock();
        let entry = known.entries.get(key);
        if entry.is_some_and(|entry| entry.fingerprint != fingerprint) {
            return Err(Refused::Taken);
        }
        let first = entry.and_then(|entry| entry.first);
        let first = [first, since].into_iter().flatten();
        let first = first.max_by_key(|first| first.age(now));
        if first.is_some_and(|first| first.age(now) >= LIFETIME) {
            return Err(Refused::TooOld);
        }
        let entry = known.entries.entry(key.clone()).or_insert(Entry {
            fingerprint,
            users: 0,
            sent: 0,
            open: 0,
            first: None,
            in_doubt: false,
            is_idle: false,
        });
        entry.users += 1;
        entry.first = first;
        if since.is_some() {
            // It went out before, and nobody knows what became of it.
            entry.sent = entry.sent.max(1);
            entry.in_doubt = true;
        }
        Ok(KeyInUse::new(self.clone(), key.clone()))
    }

    /// Looks at a key that is in use, or changes what is known of it.
    pub(crate) fn with<T>(
        &self,
        key: &IdempotencyKey,
        f: impl FnOnce(&mut Entry) -> T,
    ) -> Option<T> {
        self.lock().entries.get_mut(key).map(f)
    }

    /// A call gives its key back.
    pub(crate) fn release(&self, key: &IdempotencyKey) {
        let known = &mut *self.lock();
        let Some(entry) = known.entries.get_mut(key) else {
            return;
        };
        entry.users = entry.users.saturating_sub(1);
        if entry.users > 0 {
            return;
        }
        if entry.sent == 0 {
            known.entries.remove(key);
            return;
        }
        if !entry.is_idle {
            entry.is_idle = true;
            known.idle.push_back(key.clone());
        }
        known.forget_beyond(CAPACITY);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn forget_beyond(&mut self, capacity: usize) {
        while self.idle.len() > capacity {
            let Some(key) = self.idle.pop_front() else {
                return;
            };
            match self.entries.get_mut(&key) {
                // Gets back in line when its call ends.
                Some(entry) if entry.users > 0 => entry.is_idle = false,
                _ => drop(self.entries.remove(&key)),
            }
        }
    }
}

/// Shows how many keys it holds, and none of them.
impl fmt::Debug for KeyMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyMemory")
            .field("keys", &self.lock().entries.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::Operation;
    use crate::key_in_use::Fate;

    fn seam(start: &str) -> Seam {
        Seam::without_chance(start.parse().unwrap(), 0.0)
    }

    fn noon() -> Seam {
        seam("2026-01-01T12:00:00Z")
    }

    fn request(body: &str) -> Fingerprint {
        let url = "https://api.example.com/".parse().unwrap();
        let operation = Operation::custom(Method::POST, "/");
        Fingerprint::of(&operation, &url, Some(body.as_bytes()))
    }

    fn key(text: &str) -> IdempotencyKey {
        IdempotencyKey::new(text).unwrap()
    }

    /// Whether `body` may go under `k`, and not whether it was sent.
    fn admit(memory: &KeyMemory, body: &str, seam: &Seam) -> Result<KeyInUse, Refused> {
        memory.admit(&key("k"), request(body), None, seam)
    }

    fn send(memory: &KeyMemory, body: &str, seam: &Seam, fate: Fate) {
        let held = admit(memory, body, seam).ok().unwrap();
        held.goes_out(seam).ends(fate);
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_goes_with_one_request() {
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::Refused);
        assert!(admit(&memory, "a", &noon()).is_ok());
        assert_eq!(admit(&memory, "b", &noon()).err(), Some(Refused::Taken));
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_is_taken_while_it_is_in_use_and_free_again_if_nothing_was_sent() {
        let memory = KeyMemory::default();
        let held = admit(&memory, "a", &noon()).ok().unwrap();
        let again = admit(&memory, "a", &noon()).ok().unwrap();
        drop(held);
        assert_eq!(admit(&memory, "b", &noon()).err(), Some(Refused::Taken));
        again.goes_out(&noon()).ends(Fate::NotSent);
        drop(again);
        assert!(admit(&memory, "b", &noon()).is_ok());
        assert_eq!(format!("{memory:?}"), "KeyMemory { keys: 0 }");
    }

    #[tokio::test(start_paused = true)]
    async fn an_attempt_that_did_not_leave_takes_nothing_back_of_one_that_did() {
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::Refused);
        send(&memory, "a", &noon(), Fate::NotSent);
        assert_eq!(admit(&memory, "b", &noon()).err(), Some(Refused::Taken));
        tokio::time::advance(LIFETIME).await;
        assert_eq!(admit(&memory, "a", &noon()).err(), Some(Refused::TooOld));
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_is_as_old_as_the_first_attempt_that_left() {
        let (memory, seam) = (KeyMemory::default(), noon());
        let held = admit(&memory, "a", &seam).ok().unwrap();
        held.goes_out(&seam).ends(Fate::NotSent);
        tokio::time::advance(LIFETIME).await;
        assert_eq!(held.left(&seam), LIFETIME);
        held.goes_out(&seam).ends(Fate::Refused);
        held.goes_out(&seam).ends(Fate::NotSent);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(held.left(&seam), LIFETIME - Duration::from_secs(1));
    }

    #[tokio::test(start_paused = true)]
    async fn doubt_stays_with_the_key() {
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::Refused);
        assert!(!admit(&memory, "a", &noon()).ok().unwrap().is_in_doubt());
        send(&memory, "a", &noon(), Fate::InDoubt);
        send(&memory, "a", &noon(), Fate::Refused);
        assert!(admit(&memory, "a", &noon()).ok().unwrap().is_in_doubt());
    }

    #[tokio::test(start_paused = true)]
    async fn an_attempt_that_nobody_saw_the_end_of_is_in_doubt() {
        let memory = KeyMemory::default();
        let held = admit(&memory, "a", &noon()).ok().unwrap();
        drop(held.goes_out(&noon()));
        drop(held);
        assert!(admit(&memory, "a", &noon()).ok().unwrap().is_in_doubt());
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_is_in_doubt_while_it_is_on_its_way() {
        let memory = KeyMemory::default();
        let held = admit(&memory, "a", &noon()).ok().unwrap();
        let same = admit(&memory, "a", &noon()).ok().unwrap();
        let first = held.goes_out(&noon());
        let second = held.goes_out(&noon());
        first.ends(Fate::Refused);
        assert!(same.is_in_doubt());
        second.ends(Fate::NotSent);
        assert!(!same.is_in_doubt());
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_may_be_sent_for_23_hours_after_it_was_first_sent() {
        let (memory, seam) = (KeyMemory::default(), noon());
        send(&memory, "a", &seam, Fate::InDoubt);
        tokio::time::advance(LIFETIME - Duration::from_secs(1)).await;
        let held = admit(&memory, "a", &seam).ok().unwrap();
        assert_eq!(held.left(&seam), Duration::from_secs(1));
        // That it is sent again doesn't make it younger.
        held.goes_out(&seam).ends(Fate::InDoubt);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(held.left(&seam), Duration::ZERO);
        drop(held);
        assert_eq!(admit(&memory, "a", &seam).err(), Some(Refused::TooOld));
        tokio::time::advance(LIFETIME * 100).await;
        assert_eq!(admit(&memory, "a", &seam).err(), Some(Refused::TooOld));
        assert_eq!(admit(&memory, "b", &seam).err(), Some(Refused::Taken));
    }

    #[tokio::test(start_paused = true)]
    async fn the_clock_that_says_more_counts() {
        // The machine slept: only the calendar has gone on.
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::InDoubt);
        let later = seam("2026-01-02T11:00:00Z");
        assert_eq!(admit(&memory, "a", &later).err(), Some(Refused::TooOld));

        // The calendar was set back.
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::InDoubt);
        tokio::time::advance(LIFETIME).await;
        assert_eq!(admit(&memory, "a", &noon()).err(), Some(Refused::TooOld));
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_from_elsewhere_has_the_age_that_is_said_and_is_in_doubt() {
        let (memory, seam) = (KeyMemory::default(), noon());
        let since = |date: &str| {
            let date = Some(date.parse().unwrap());
            memory.admit(&key("k"), request("a"), date, &seam)
        };
        assert_eq!(since("2025-12-31T13:00:00Z").err(), Some(Refused::TooOld));
        assert_eq!(since("2026-01-01T13:00:01Z").err(), Some(Refused::Ahead));
        let held = since("2025-12-31T14:00:00Z").ok().unwrap();
        assert!(held.is_in_doubt());
        assert_eq!(held.left(&seam), Duration::from_secs(3600));
        drop(held);
        // A younger date doesn't make it younger, and neither does a calendar that was set back.
        assert_eq!(
            since("2026-01-01T13:00:00Z").ok().unwrap().left(&seam),
            Duration::from_secs(3600)
        );
        tokio::time::advance(Duration::from_secs(3600)).await;
        assert_eq!(admit(&memory, "a", &noon()).err(), Some(Refused::TooOld));
    }

    #[tokio::test(start_paused = true)]
    async fn the_key_that_has_not_been_in_use_for_longest_is_forgotten_first() {
        let (memory, seam) = (KeyMemory::default(), noon());
        let send = |name: &str| {
            let held = memory.admit(&key(name), request("a"), None, &seam);
            let held = held.ok().unwrap();
            held.goes_out(&seam).ends(Fate::InDoubt);
            held
        };
        for name in ["in use", "first", "second"].map(|name| name.replace(' ', "-")) {
            send(&name);
        }
        let held = send("in-use");
        memory.lock().forget_beyond(1);
        let knows = |name: &str| memory.lock().entries.contains_key(&key(name));
        assert!(knows("in-use") && !knows("first") && knows("second"));
        drop(held);
        assert_eq!(memory.lock().idle, [key("second"), key("in-use")]);
    }

    #[tokio::test(start_paused = true)]
    async fn memory_is_bounded() {
        let (memory, seam) = (KeyMemory::default(), noon());
        for _ in 0..CAPACITY + 10 {
            let key = IdempotencyKey::random(&seam).unwrap();
            let held = memory.admit(&key, request("a"), None, &seam).ok().unwrap();
            held.goes_out(&seam).ends(Fate::InDoubt);
        }
        assert_eq!(
            format!("{memory:?}"),
            format!("KeyMemory {{ keys: {CAPACITY} }}")
        );
    }
}
