//! `cargo xtask new`: one more provider, with all that the others have.
//!
//! Everything is planned first, as a list of [`Change`](plan::Change)s, and carried out at once or not at all. What comes
//! behind that (the snapshots of requests, README's table) is made of what is there then; where it fails, all is put back, and
//! where it is killed, the next errand puts it back.

mod auth;
mod change;
mod documents;
mod entry;
mod facade;
mod journal;
mod krate;
mod lock;
mod names;
pub mod plan;
mod removal;
pub mod requests;
pub mod sandbox;
mod servers;
mod shared;
mod splice;
mod template;
pub mod verb;

pub use journal::put_right;
