//! The right to write in a folder, which one run has at a time: the folder itself, locked.
//!
//! It is given back when the run ends, and taken back by the system from one that is killed. Closing the folder would not
//! be enough to give it back: a process that is just being started holds everything that is open here for a moment, locks
//! included.

use std::fs::{File, TryLockError};
use std::path::Path;

/// Held until it is dropped.
#[derive(Debug)]
pub(crate) struct Alone {
    /// `None` on a system that can't lock a folder.
    folder: Option<File>,
}

impl Alone {
    /// `None` where another run has it.
    pub(crate) fn in_folder(folder: &Path) -> Option<Self> {
        let folder = File::open(folder).ok();
        match folder.as_ref().map(File::try_lock) {
            Some(Err(TryLockError::WouldBlock)) => None,
            Some(Err(TryLockError::Error(_))) | None => Some(Self { folder: None }),
            Some(Ok(())) => Some(Self { folder }),
        }
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // Where this fails, closing it does what can be done.
            let _ = folder.unlock();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_it_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = Alone::in_folder(folder.path());
        assert!(first.is_some());
        assert!(Alone::in_folder(folder.path()).is_none());
        drop(first);
        assert!(Alone::in_folder(folder.path()).is_some());
    }

    #[test]
    fn it_is_given_back_though_a_process_that_is_being_started_still_holds_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let first = Alone::in_folder(folder.path()).unwrap();
        // What a process has between fork and exec.
        let inherited = first.folder.as_ref().unwrap().try_clone().unwrap();
        drop(first);
        assert!(Alone::in_folder(folder.path()).is_some());
        drop(inherited);
    }
}
