#![doc = include_str!("../README.md")]

mod altered;
mod body;
mod clock;
mod contract;
mod door;
mod fault;
pub mod financeit;
mod identifiers;
pub mod monetago;
pub mod monoova;
pub mod nemuru;
pub mod plain;
mod post;
mod provider;
mod received;
pub mod samples;
mod sandbox;
mod server;
mod service;
mod steer;
mod storm;
pub mod tradevest;
mod wire;

pub use altered::gzip_bomb;
pub use clock::{Clock, ManualClock};
pub use contract::ContractError;
pub use fault::{Fault, UnknownOperation};
pub use received::Received;
pub use sandbox::{Sandbox, SandboxBuilder, StartError};
pub use storm::{Storm, Struck};
