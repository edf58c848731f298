//! Whatever foreign text can do to this workspace, tried: a target for each thing that reads some.
//!
//! A [`Target`] is a function over bytes that panics where a promise is broken. The short run on stable (`tests/short_run`)
//! and the long one under libFuzzer (`libfuzzer/`) call the same ones, over the same kept inputs (`corpus/<target>/`).
#![allow(
    clippy::panic,
    reason = "a target that finds something says so by a panic"
)]

pub mod answers;
pub mod call;
pub mod canary;
pub mod mutate;
pub mod numbers;
pub mod operations;
pub mod parts;
pub mod targets;
pub mod time_limit;

pub use targets::{ALL, Target};
