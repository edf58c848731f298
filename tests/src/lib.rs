//! Workspace tests.

pub mod financeit;
pub mod in_memory;
pub mod monetago;
pub mod monoova;
pub mod nemuru;
pub mod quickstart;
pub mod storm;
pub mod tradevest;

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// So does that of what to store, and when.
#[cfg(doctest)]
#[doc = include_str!("../../docs/after-a-crash.md")]
pub struct AfterACrash;
