#![doc = include_str!("../README.md")]

#[cfg(any(
    feature = "financeit",
    feature = "monetago",
    feature = "monoova",
    feature = "nemuru",
    feature = "tradevest-base"
))]
mod credential_parts;
#[cfg(any(
    feature = "financeit",
    feature = "monetago",
    feature = "monoova",
    feature = "nemuru",
    feature = "tradevest-base"
))]
mod env_variables;
#[cfg(feature = "financeit")]
pub mod financeit;
#[cfg(feature = "monoova")]
pub mod ledger;
#[cfg(feature = "monetago")]
pub mod monetago;
#[cfg(feature = "monoova")]
pub mod monoova;
#[cfg(feature = "nemuru")]
pub mod nemuru;
#[cfg(all(
    any(feature = "monetago", feature = "tradevest-base"),
    not(any(feature = "financeit", feature = "monoova"))
))]
mod oauth;
#[cfg(any(feature = "financeit", feature = "monoova"))]
pub mod oauth;
#[cfg(any(
    feature = "financeit",
    feature = "monoova",
    feature = "nemuru",
    feature = "tradevest-base"
))]
mod path_overrides;
pub mod poll;
#[cfg(feature = "redis")]
mod redis_store;
#[cfg(any(feature = "monoova", feature = "nemuru"))]
mod refresh_first;
#[cfg(any(
    feature = "financeit",
    feature = "monetago",
    feature = "monoova",
    feature = "nemuru",
    feature = "tradevest-base"
))]
mod setting_names;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "tradevest-base")]
pub mod tradevest;
#[cfg(any(
    feature = "financeit",
    feature = "monetago",
    feature = "monoova",
    feature = "nemuru",
    feature = "tradevest-base"
))]
mod tuning;
#[cfg(any(feature = "nemuru", feature = "tradevest-base"))]
mod uuid_text;
#[cfg(any(feature = "nemuru", feature = "tradevest-base"))]
pub mod webhook;

pub use florin_core as core;
pub use florin_core::{Decimal, Effect, Error, Fraction, Limits, Percent, RetryPolicy, Secret};
#[cfg(feature = "redis")]
pub use redis_store::RedisStore;
