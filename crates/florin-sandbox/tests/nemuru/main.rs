//! Nemuru's stand-in, over HTTP and as a client sees it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod callbacks;
mod clock;
mod conditions;
mod contract;
mod files;
mod loans;
mod operations;
mod receiver;
mod shop;
mod tokens;
mod webhooks;
