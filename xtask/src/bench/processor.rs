//! Processor time, as Linux keeps it.

use std::fs;
use std::time::Duration;

/// What the processes that this one has started and waited for have used together.
///
/// Linux keeps it in `/proc/self/stat`, in hundredths of a second; elsewhere it would take unsafe code.
pub(crate) fn time_of_children() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in parentheses and may hold anything; the 13th and 14th word after it are meant.
    let (_, words) = stat.rsplit_once(')')?;
    let mut words = words.split_whitespace().skip(13);
    let user: u64 = words.next()?.parse().ok()?;
    let system: u64 = words.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}
