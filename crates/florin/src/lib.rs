#![doc = include_str!("../README.md")]

#[cfg(feature = "_provider")]
mod credential_parts;
#[cfg(feature = "_provider")]
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
#[cfg(feature = "_tokens")]
mod no_json;
#[cfg(all(feature = "_oauth", not(feature = "_authorization-code")))]
mod oauth;
#[cfg(feature = "_authorization-code")]
pub mod oauth;
#[cfg(feature = "_paths")]
mod path_overrides;
pub mod poll;
#[cfg(feature = "redis")]
mod redis_store;
#[cfg(feature = "_refresh-first")]
mod refresh_first;
#[cfg(feature = "_provider")]
mod setting_names;
mod state_file;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "tradevest-base")]
pub mod tradevest;
#[cfg(feature = "_provider")]
mod tuning;
#[cfg(feature = "_uuid")]
mod uuid_text;
#[cfg(feature = "_webhook")]
pub mod webhook;

pub use florin_core as core;
pub use florin_core::{Decimal, Effect, Error, Fraction, Limits, Percent, RetryPolicy, Secret};
#[cfg(feature = "redis")]
pub use redis_store::RedisStore;
pub use state_file::{StateFile, StateFileError};
