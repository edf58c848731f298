//! What the tests of Monoova share.

pub mod answer;
pub mod in_memory;
pub mod order;
