//! How much one spec may be of: far more than any is, and less than what fills the memory or never ends.

use crate::error::Error;

pub(super) const FILES: usize = 10_000;
pub(super) const BYTES: u64 = 64 << 20;
/// How many values may be copied out of files into the one document.
pub(super) const VALUES: usize = 3_000_000;
/// How often what is copied may itself be a copy.
pub(super) const DEPTH: usize = 16;
/// How many references may follow upon each other.
pub(super) const STEPS: usize = 32;

pub(super) fn exceeded(wrong: String) -> Error {
    Error::file(wrong, "split it into several specs, each with a client")
}
