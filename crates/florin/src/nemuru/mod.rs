//! Nemuru point of sale: invite a customer to pay by loan, and follow the loan until the money is there.

pub use florin_nemuru::{operations, types};
