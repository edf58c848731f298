//! Financeit's stand-in, over HTTP and as a client sees it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod calculator;
mod consent;
mod contract;
mod invites;
mod loans;
mod matrix;
mod office;
mod partners;
mod spellings;
mod states;
mod tokens;
