//! No input may take long: what a stranger sends in a second mustn't cost a minute.

use std::time::{Duration, Instant};

/// Far more than anything needs, unoptimised on a busy machine; far less than what runs away.
const LIMIT: Duration = Duration::from_secs(20);

/// Runs something, and panics where it took too long.
///
/// # Panics
/// Where it took longer than 20 seconds.
pub fn in_time<T>(what: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let made = what();
    let taken = started.elapsed();
    assert!(taken < LIMIT, "it took {taken:?}");
    made
}
