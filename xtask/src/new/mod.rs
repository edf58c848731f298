//! `cargo xtask new`: one more provider, with all that the others have.
//!
//! Everything is planned first, as a list of [`Change`](plan::Change)s, and carried out at once or not at all. `--remove` plans
//! the same again from what lies in `specs`, and undoes it: so it knows what has been edited since, and nothing has to be kept
//! for it.

mod auth;
mod change;
mod documents;
mod entry;
mod facade;
mod krate;
mod lock;
mod names;
pub mod plan;
pub mod requests;
pub mod sandbox;
mod servers;
mod shared;
mod splice;
mod template;
pub mod verb;
