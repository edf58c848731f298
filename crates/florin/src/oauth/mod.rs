//! OAuth 2.0, as the providers speak it.
//!
//! The flows come from the `oauth2` crate; it speaks through a [`Session`](florin_core::Session) of its own, so that a
//! token request has the same TLS, limits and redaction as every other, and follows no redirect.

mod client_credentials;
mod exchange;

pub(crate) use client_credentials::ClientCredentialsFlow;
pub(crate) use exchange::BodyStyle;
