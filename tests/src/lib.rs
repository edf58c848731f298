//! Workspace tests.

pub mod monetago;
pub mod quickstart;

/// The examples of the README compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
