//! Who waits for what: the pollers that an event can wake.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::Wake;

/// The waiting pollers, by the names that an event may give what they wait for.
#[derive(Clone)]
pub(crate) struct WakeList(Arc<Mutex<Waiting>>);

struct Waiting {
    next: u64,
    /// Between the turns of two newcomers.
    spread: Duration,
    next_turn: Instant,
    wakes: BTreeMap<u64, Wake>,
    by_name: HashMap<String, Vec<u64>>,
}

/// Takes a poller off the list when it is dropped.
pub(crate) struct Place {
    list: WakeList,
    id: u64,
    names: Vec<String>,
}

impl WakeList {
    /// Nobody waits yet. Newcomers get their first turns `spread` apart.
    pub(crate) fn new(spread: Duration) -> Self {
        let (wakes, by_name) = (BTreeMap::new(), HashMap::new());
        Self(Arc::new(Mutex::new(Waiting {
            next: 0,
            spread,
            next_turn: Instant::now(),
            wakes,
            by_name,
        })))
    }

    /// Puts a poller on the list, and says when it may ask for the first time.
    pub(crate) fn enter(&self, wake: Wake, names: Vec<String>) -> (Place, Instant) {
        let mut waiting = self.lock();
        let turn = waiting.next_turn.max(Instant::now());
        waiting.next_turn = turn + waiting.spread;
        let id = waiting.next;
        waiting.next += 1;
        waiting.wakes.insert(id, wake);
        for name in &names {
            waiting.by_name.entry(name.clone()).or_default().push(id);
        }
        drop(waiting);
        (
            Place {
                list: self.clone(),
                id,
                names,
            },
            turn,
        )
    }

    pub(crate) fn len(&self) -> usize {
        self.lock().wakes.len()
    }

    /// Wakes those who wait for one of these names. False where there is nobody.
    pub(crate) fn wake_named(&self, names: &[String]) -> bool {
        let waiting = self.lock();
        let mut woken = false;
        for id in names
            .iter()
            .filter_map(|name| waiting.by_name.get(name))
            .flatten()
        {
            if let Some(wake) = waiting.wakes.get(id) {
                wake.wake();
                woken = true;
            }
        }
        woken
    }

    /// Wakes the one that comes after `last`, in the order of arrival; `None` when all have had their turn.
    #[cfg(feature = "monetago")]
    pub(crate) fn wake_after(&self, last: Option<u64>) -> Option<u64> {
        let waiting = self.lock();
        let from = last.map_or(0, |last| last + 1);
        let (id, wake) = waiting.wakes.range(from..).next()?;
        wake.wake();
        Some(*id)
    }

    /// Whoever panicked while holding the lock left a list that is still whole: every step below keeps it so.
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut waiting = self.list.lock();
        waiting.wakes.remove(&self.id);
        for name in &self.names {
            if let Some(ids) = waiting.by_name.get_mut(name) {
                ids.retain(|id| *id != self.id);
                if ids.is_empty() {
                    waiting.by_name.remove(name);
                }
            }
        }
    }
}
