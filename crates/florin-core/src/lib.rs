#![doc = include_str!("../README.md")]

mod backoff;
mod budget;
mod config_error;
mod decimal;
mod decimal_json;
pub mod decimal_string;
mod decimal_text;
mod decode;
mod effect;
mod endpoint;
mod error;
mod failure;
mod limits;
mod operation;
mod outgoing;
mod query;
mod request;
mod response;
mod retry_after;
mod retry_policy;
mod seam;
mod secret;
mod session;
mod session_builder;
mod tls;
mod token;
mod token_cache;
mod token_cache_builder;
mod token_error;
mod token_freshness;
mod token_renewal;
mod token_source;
mod token_store;
mod trace;
mod transport;
mod web;

pub use bytes::Bytes;
pub use http;

pub use backoff::Backoff;
pub use budget::Budget;
pub use config_error::ConfigError;
pub use decimal::Decimal;
pub use decimal_text::DecimalError;
pub use effect::Effect;
pub use error::Error;
pub use limits::Limits;
pub use operation::{
    Certainty, Operation, Place, Provenance, Retry, Sensitive, Sensitivity,
};
pub use outgoing::Outgoing;
pub use request::Request;
pub use response::Response;
pub use retry_policy::RetryPolicy;
pub use seam::Seam;
pub use secret::{Redacted, Secret};
pub use session::Session;
pub use session_builder::SessionBuilder;
pub use token::Token;
pub use token_cache::TokenCache;
pub use token_cache_builder::TokenCacheBuilder;
pub use token_error::TokenError;
pub use token_source::{StaticToken, TokenSource};
pub use token_store::{MemoryStore, TokenStore, TokenStoreError};
pub use transport::{Incoming, Phase, Transport, TransportError};
