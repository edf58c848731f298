//! The traps of Tradevest's documentation, one by one, each by its number in our notes on the provider: `rest` for those of
//! its REST interface, `events` for those of its notifications, of what happens after an answer, and of its prices.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod events_changes;
mod events_payloads;
mod events_prices;
mod events_processes;
mod events_receiving;
mod rest_answers;
mod rest_paths;
mod rest_requests;
mod rest_values;
mod specs;
mod tokens;

#[path = "../tradevest_desk/mod.rs"]
mod desk;
