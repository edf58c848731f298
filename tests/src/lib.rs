//! Workspace tests.

pub mod monetago;
pub mod quickstart;
