//! The Nemuru client against a scripted network: what it sends, and what it makes of the answers.
#![cfg(feature = "nemuru")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod create;
mod errors;
mod follow;
mod manage;
mod scripted;
mod tokens;
mod upload;
mod webhooks;
