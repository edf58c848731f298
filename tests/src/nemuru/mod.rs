//! What the tests of Nemuru share.

pub mod in_memory;
pub mod invitation;
pub mod shop;
