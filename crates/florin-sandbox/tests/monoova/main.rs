//! Monoova's stand-in, over HTTP and as a client sees it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod background;
mod beneficiaries;
mod contract;
mod deals;
mod desk;
mod keys;
mod languages;
mod lists;
mod payments;
mod processing;
mod quotes;
mod rates;
mod scopes;
mod spellings;
mod sub_customers;
mod tokens;
