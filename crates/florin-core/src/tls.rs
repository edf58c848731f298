//! TLS for the client's own connections: rustls on ring, and the operating system's trust store.
//!
//! The provider is set per client. Florin installs no process-wide default, so it can live beside any other choice.

use std::sync::Arc;

use rustls_platform_verifier::BuilderVerifierExt;

use crate::ConfigError;

pub(crate) fn config() -> Result<rustls::ClientConfig, ConfigError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_platform_verifier())
        .map(|builder| builder.with_no_client_auth())
        .map_err(|error| {
            ConfigError::new(
                "tls",
                format!("can't be set up with the system's trust store: {error}"),
            )
        })
}
