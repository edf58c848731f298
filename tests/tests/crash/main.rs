//! A program that is killed (SIGKILL) between a request and its answer, or anywhere else, and started again from what it has
//! stored: it comes to its end, with one effect for each thing that it wanted.
//!
//! The program is this one, started once more (`child`). It is written as a user would write it, with nothing but what Florin
//! offers: a ledger, handles, positions and external ids in files. The sandbox is in the parent, so its books outlive every
//! child; between the two there is a wire (`wire`) that can stop after any byte, and lose what was under way or bring it late.
//! What is wanted and what there is are compared at the end (`story`).
//!
//! - `at_each_request` kills once at every request of every story: before it is carried out, for good or with the request
//!   arriving after all once the next process is through, and after; and once before and after each thing that is stored.
//! - `at_random` kills again and again, also while it recovers. `CRASH_RUNS` says how many stories are told, `CRASH_SEED` where
//!   the chance begins.
//! - `careless` shows that a program that stores after it sends is found out.
//! - `torn` damages what was stored: nothing is sent then, and the file is named.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "what a test relies on fails the test, and tells where"
)]

mod at_each_request;
mod at_random;
mod careless;
mod chance;
mod child;
mod financeit;
mod ledger;
mod life;
mod monetago;
mod monetago_feed;
mod monoova;
mod nemuru;
mod scene;
mod story;
mod torn;
mod tradevest_changelog;
mod tradevest_onboarding;
mod tradevest_order;
mod wire;

#[path = "../tradevest_desk/mod.rs"]
mod desk;
