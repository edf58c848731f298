//! Monoova: buy a currency, pay with it abroad, and follow the deal until it is settled.

pub use florin_monoova::{operations, types};

/// The error of every Monoova call.
pub type Error = florin_core::Error<types::ErrorResponse>;
