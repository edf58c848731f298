//! Workspace tests.

pub mod quickstart;
