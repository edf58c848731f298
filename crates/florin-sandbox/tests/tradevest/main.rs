//! Tradevest's stand-in, over HTTP and as a client sees it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod changes;
mod companies;
mod documents;
mod lists;
mod money;
mod onboarding;
mod orders;
mod partner;
mod people;
mod prices;
mod receiver;
mod requests;
mod securities;
mod tokens;
mod webhooks;
