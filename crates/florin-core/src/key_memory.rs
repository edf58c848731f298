//! Which idempotency key went with which request.
//!
//! A provider takes whatever comes under a known key for a repeat, and what comes under a key that it has forgotten for
//! something new. The first makes a second payment vanish, the second makes one payment two. So a session remembers its keys.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::key_entry::Entry;
use crate::key_in_use::KeyInUse;
use crate::key_refused::Refused;
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
/// by the caller, together with when it was made or first sent, see
/// [`Request::idempotency_key_made`](crate::Request::idempotency_key_made) and
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

/// What a caller says of its key's age.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Dates {
    /// When it was made.
    pub(crate) made: Option<DateTime<Utc>>,
    /// When it was first sent, elsewhere.
    pub(crate) sent: Option<DateTime<Utc>>,
}

impl KeyMemory {
    /// Lets a request go under a key, or says why not. In one step: of two at once with different requests, one is refused.
    pub(crate) fn admit(
        &self,
        key: &IdempotencyKey,
        fingerprint: Fingerprint,
        dates: Dates,
        seam: &Seam,
    ) -> Result<KeyInUse, Refused> {
        let now = Moment::now(seam);
        let mut known = self.lock();
        let entry = known.entries.get(key);
        if entry.is_some_and(|entry| entry.fingerprint != fingerprint) {
            return Err(Refused::Taken);
        }
        // Of what went out elsewhere nobody knows what became of it.
        let in_doubt = dates.sent.is_some() || entry.is_some_and(Entry::is_in_doubt);
        let moment = |date: Option<DateTime<Utc>>| match date {
            Some(date) => now.since(date).map(Some).ok_or(Refused::Ahead { in_doubt }),
            None => Ok(None),
        };
        let older = |known: Option<Moment>, said: Option<Moment>| {
            let both = [known, said].into_iter().flatten();
            both.max_by_key(|then| then.age(now))
        };
        let first = older(entry.and_then(|entry| entry.first), moment(dates.sent)?);
        let made = older(entry.and_then(|entry| entry.made), moment(dates.made)?);
        if older(first, made).is_some_and(|then| then.age(now) >= LIFETIME) {
            return Err(Refused::TooOld { in_doubt });
        }
        let entry = known.entries.entry(key.clone());
        let entry = entry.or_insert_with(|| Entry::new(fingerprint));
        entry.users += 1;
        (entry.first, entry.made) = (first, made);
        if dates.sent.is_some() {
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

    const TOO_OLD: Option<Refused> = Some(Refused::TooOld { in_doubt: true });

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
        memory.admit(&key("k"), request(body), Dates::default(), seam)
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
        assert_eq!(
            admit(&memory, "a", &noon()).err(),
            Some(Refused::TooOld { in_doubt: false })
        );
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
        assert_eq!(admit(&memory, "a", &seam).err(), TOO_OLD);
        tokio::time::advance(LIFETIME * 100).await;
        assert_eq!(admit(&memory, "a", &seam).err(), TOO_OLD);
        assert_eq!(admit(&memory, "b", &seam).err(), Some(Refused::Taken));
    }

    #[tokio::test(start_paused = true)]
    async fn the_clock_that_says_more_counts() {
        // The machine slept: only the calendar has gone on.
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::InDoubt);
        let later = seam("2026-01-02T11:00:00Z");
        assert_eq!(admit(&memory, "a", &later).err(), TOO_OLD);

        // The calendar was set back.
        let memory = KeyMemory::default();
        send(&memory, "a", &noon(), Fate::InDoubt);
        tokio::time::advance(LIFETIME).await;
        assert_eq!(admit(&memory, "a", &noon()).err(), TOO_OLD);
    }

    #[tokio::test(start_paused = true)]
    async fn a_key_from_elsewhere_has_the_age_that_is_said_and_is_in_doubt() {
        let (memory, seam) = (KeyMemory::default(), noon());
        let since = |date: &str| {
            let sent = Some(date.parse().unwrap());
            memory.admit(&key("k"), request("a"), Dates { sent, made: None }, &seam)
        };
        assert_eq!(since("2025-12-31T13:00:00Z").err(), TOO_OLD);
        assert_eq!(
            since("2026-01-01T13:00:01Z").err(),
            Some(Refused::Ahead { in_doubt: true })
        );
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
        assert_eq!(admit(&memory, "a", &noon()).err(), TOO_OLD);
    }

    #[tokio::test(start_paused = true)]
    async fn a_dated_key_ages_from_its_date_though_nothing_was_sent_and_is_in_no_doubt() {
        let (memory, seam) = (KeyMemory::default(), noon());
        let made = |date: &str| {
            let made = Some(date.parse().unwrap());
            memory.admit(&key("k"), request("a"), Dates { made, sent: None }, &seam)
        };
        let in_doubt = false;
        let too_old = Some(Refused::TooOld { in_doubt });
        assert_eq!(made("2025-12-31T13:00:00Z").err(), too_old);
        let ahead = Some(Refused::Ahead { in_doubt });
        assert_eq!(made("2026-01-01T13:00:01Z").err(), ahead);
        let held = made("2025-12-31T14:00:00Z").ok().unwrap();
        assert!(!held.is_in_doubt());
        assert_eq!(held.left(&seam), Duration::from_secs(3600));
        // An attempt that doesn't leave, or does, makes it no younger.
        held.goes_out(&seam).ends(Fate::NotSent);
        assert_eq!(held.left(&seam), Duration::from_secs(3600));
        held.goes_out(&seam).ends(Fate::InDoubt);
        tokio::time::advance(Duration::from_secs(3600)).await;
        assert_eq!(held.left(&seam), Duration::ZERO);
        assert_eq!(made("2025-12-31T14:00:00Z").err(), TOO_OLD);
    }

    #[tokio::test(start_paused = true)]
    async fn the_key_that_has_not_been_in_use_for_longest_is_forgotten_first() {
        let (memory, seam) = (KeyMemory::default(), noon());
        let send = |name: &str| {
            let held = memory.admit(&key(name), request("a"), Dates::default(), &seam);
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
            let held = memory
                .admit(&key, request("a"), Dates::default(), &seam)
                .ok()
                .unwrap();
            held.goes_out(&seam).ends(Fate::InDoubt);
        }
        assert_eq!(
            format!("{memory:?}"),
            format!("KeyMemory {{ keys: {CAPACITY} }}")
        );
    }
}
