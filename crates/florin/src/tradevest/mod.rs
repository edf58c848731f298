//! Tradevest: onboard customers, open products, trade and move money, for a partner of the platform.

mod builder;
mod client;
mod connection;
mod credentials;
mod environment;
mod requestor;
mod token_endpoint;
mod uuid_text;

pub use florin_tradevest::{operations, types};

pub use builder::ClientBuilder;
pub use client::Client;
pub use credentials::Credentials;
pub use environment::Environment;
pub use requestor::{InvalidRequestorId, RequestorId};
pub use token_endpoint::TokenEndpoint;

/// The error of every Tradevest call.
pub type Error = florin_core::Error<types::AuthError>;
