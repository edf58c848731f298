//! Which authorisations have been exchanged, so that none is exchanged twice.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many are remembered. Somebody who copies a redirect tries it soon, and a state is refused for its age anyway.
const REMEMBERED: usize = 4096;

/// The states that have been exchanged lately.
#[derive(Debug, Default)]
pub(super) struct UsedStates(Mutex<VecDeque<String>>);

impl UsedStates {
    /// Marks `state` as used. False where it was used already.
    pub(super) fn take(&self, state: &str) -> bool {
        let mut used = self.used();
        if used.iter().any(|known| known == state) {
            return false;
        }
        if used.len() == REMEMBERED {
            used.pop_front();
        }
        used.push_back(state.to_owned());
        true
    }

    /// Takes the mark away: its exchange never left this machine.
    pub(super) fn give_back(&self, state: &str) {
        self.used().retain(|known| known != state);
    }

    /// Each change is complete before anything can panic, so a poisoned lock guards a sound list.
    fn used(&self) -> MutexGuard<'_, VecDeque<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_taken_once_unless_it_is_given_back() {
        let used = UsedStates::default();
        assert!(used.take("a") && used.take("b"));
        assert!(!used.take("a"));
        used.give_back("a");
        assert!(used.take("a") && !used.take("b"));
    }

    #[test]
    fn memory_is_bounded_and_the_oldest_goes_first() {
        let used = UsedStates::default();
        for number in 0..=REMEMBERED {
            assert!(used.take(&number.to_string()));
        }
        assert_eq!(used.used().len(), REMEMBERED);
        assert!(!used.take("1") && used.take("0"));
    }
}
