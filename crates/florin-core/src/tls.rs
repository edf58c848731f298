//! TLS for the client's own connections: rustls on ring, and the operating system's trust store.
//!
//! The provider is set per client. Florin installs no process-wide default, so it can live beside any other choice.

use std::sync::{Arc, OnceLock};

use rustls_platform_verifier::BuilderVerifierExt;

use crate::ConfigError;

/// The settings for one client. The trust store is read once per process: a hundred certificates take their time.
pub(crate) fn config() -> Result<rustls::ClientConfig, ConfigError> {
    static READ: OnceLock<rustls::ClientConfig> = OnceLock::new();
    if let Some(config) = READ.get() {
        return Ok(config.clone());
    }
    let config = read()?;
    Ok(READ.get_or_init(|| config).clone())
}

fn read() -> Result<rustls::ClientConfig, ConfigError> {
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
