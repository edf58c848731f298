//! What the tests of Financeit share.

pub mod browser;
pub mod in_memory;
pub mod invite;
pub mod office;
