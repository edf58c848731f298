//! What was seen lately.

use std::collections::hash_map::RandomState;
use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, PoisonError};

/// Remembers the last so many keys, in bounded memory: for telling a repeated event from a new one.
///
/// It keeps 8 bytes of each key, keyed at random, so that nobody can make two events look the same. It forgets with the
/// process; whoever needs to know for longer keeps the keys in a database.
///
/// ```
/// use florin::webhook::Recent;
///
/// let seen = Recent::new(1000);
/// assert!(!seen.is_repeat(&("loan 1", "status_opened")));
/// assert!(seen.is_repeat(&("loan 1", "status_opened")));
/// ```
pub struct Recent {
    capacity: usize,
    keyed: RandomState,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    order: VecDeque<u64>,
    known: HashSet<u64>,
}

impl Recent {
    /// Remembers the last `capacity` keys; with none it takes everything for new.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            keyed: RandomState::new(),
            seen: Mutex::default(),
        }
    }

    /// Whether `key` was seen lately; from now on it was.
    pub fn is_repeat(&self, key: &impl Hash) -> bool {
        let key = self.keyed.hash_one(key);
        // Whoever panicked while holding the lock left it whole, but for one key.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if self.capacity == 0 {
            return false;
        }
        if !seen.known.insert(key) {
            return true;
        }
        if seen.order.len() == self.capacity
            && let Some(oldest) = seen.order.pop_front()
        {
            seen.known.remove(&oldest);
        }
        seen.order.push_back(key);
        false
    }
}

impl fmt::Debug for Recent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recent")
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeat_is_told_from_a_new_one_as_long_as_it_is_recent() {
        let seen = Recent::new(2);
        assert!(!seen.is_repeat(&"a"));
        assert!(!seen.is_repeat(&"b"));
        assert!(seen.is_repeat(&"a"));
        assert!(!seen.is_repeat(&"c"), "a is forgotten, it came first");
        assert!(seen.is_repeat(&"b"));
        assert!(!seen.is_repeat(&"a"));
    }

    #[test]
    fn it_holds_no_more_than_its_capacity() {
        let seen = Recent::new(100);
        for key in 0..100_000 {
            assert!(!seen.is_repeat(&key));
        }
        let seen = seen.seen.lock().unwrap();
        assert_eq!((seen.order.len(), seen.known.len()), (100, 100));
    }

    #[test]
    fn without_capacity_everything_is_new() {
        let seen = Recent::new(0);
        assert!(!seen.is_repeat(&1) && !seen.is_repeat(&1));
    }
}
