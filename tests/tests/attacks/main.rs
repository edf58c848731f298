//! Attacks, one file each: what a stranger, a browser, a caller's input or the provider itself may try, over real sockets and
//! with the real clients.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod authorization_code;
mod constant_time;
mod downgrade;
mod header_injection;
mod hostile_provider;
mod path_traversal;
mod redirects;
mod stranger;
mod webhooks;

#[path = "../tradevest_desk/mod.rs"]
mod desk;
#[allow(
    dead_code,
    reason = "shared with the token storm, which needs all of it"
)]
#[path = "../token_storm/house.rs"]
mod house;
#[allow(dead_code, reason = "shared with the flows, which need all of it")]
#[path = "../nemuru_flows/receiver.rs"]
mod receiver;

use std::time::Duration;

use florin::core::MemoryStore;

/// A client of a provider's, with tokens of its own.
fn caller(house: &house::House) -> house::Caller {
    house
        .facts()
        .caller(house.source, MemoryStore::default(), None)
}

/// What a broken client never gets to, without a test that hangs.
async fn soon<T>(waiting: impl Future<Output = T>) -> T {
    let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
    waited.unwrap_or_else(|_| panic!("it never happens"))
}
