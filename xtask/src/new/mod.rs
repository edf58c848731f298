//! `cargo xtask new`: one more provider, with all that the others have.
//!
//! Everything is planned first, as a list of [`Change`](plan::Change)s, and carried out at once or not at all.

mod auth;
mod change;
mod entry;
mod lock;
pub mod plan;
mod splice;
