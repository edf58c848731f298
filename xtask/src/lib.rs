//! What `cargo xtask` does, verb by verb: a module each, and what they share.
//!
//! A library as well as a program, so that tests and fuzzers get at what reads foreign text.

mod alone;
pub mod answer;
pub mod carry;
pub mod check;
pub mod command;
pub mod coverage;
pub mod diff;
pub mod large_spec;
pub mod new;
pub mod overlay;
pub mod provider;
pub mod refresh;
pub mod source;
pub mod spec;
pub mod surface;
pub mod workspace;
pub mod yaml;
