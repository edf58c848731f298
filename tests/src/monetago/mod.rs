//! What the tests of MonetaGo share.

pub mod in_memory;
pub mod invoice;
pub mod lender;
