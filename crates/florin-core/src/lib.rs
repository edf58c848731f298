#![doc = include_str!("../README.md")]

mod config_error;
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
mod session;
mod session_builder;
mod tls;
mod trace;
mod transport;
mod web;

pub use bytes::Bytes;
pub use http;

pub use config_error::ConfigError;
pub use effect::Effect;
pub use error::Error;
pub use limits::Limits;
pub use operation::{
    Certainty, Operation, Place, Provenance, Retry, Sensitive, Sensitivity,
};
pub use outgoing::Outgoing;
pub use request::Request;
pub use response::Response;
pub use session::Session;
pub use session_builder::SessionBuilder;
pub use transport::{Incoming, Phase, Transport, TransportError};
