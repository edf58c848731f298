//! Financeit: quote a loan, invite a customer to apply, and follow the application until it is funded.

pub use florin_financeit::{operations, types};
