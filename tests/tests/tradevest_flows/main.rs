//! A partner's business with Tradevest from end to end, over real sockets against the sandbox.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod changelogs;
mod changes;
mod deliveries;
mod documents;
mod doubt;
mod external_ids;
mod following;
mod hearing;
mod invalid;
mod listing;
mod onboarding;
mod onboarding_company;
mod onboarding_failures;
mod onboarding_resumed;
mod orders;
mod prices;
mod requestors;
mod senders;
mod tokens;

#[path = "../tradevest_desk/mod.rs"]
mod desk;
