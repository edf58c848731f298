//! MonetaGo's stand-in, over HTTP and as a client sees it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod activity;
mod collisions;
mod contract;
mod desk;
mod documented;
mod faults;
mod life;
mod matches;
mod readings;
mod tokens;
