//! `cargo xtask refresh`: getting a spec from wherever it is, and putting it in the place of the one that is there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

mod corrections;
mod fetching;
mod inside;
mod lender;
mod real;
mod server;
mod split;
mod stopped;
mod verb;
mod whereto;
