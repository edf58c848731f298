//! Headers that a session adds to requests of the operations that take them from their client.
//!
//! Where a provider wants to know in a header for whom each request is made, it is the same for all requests of a client, and
//! no business of the operations that don't take it.

use http::header::{HeaderMap, HeaderName, HeaderValue};

use crate::ConfigError;

/// Each with its value.
#[derive(Clone, Default)]
pub(crate) struct DefaultHeaders(HeaderMap);

impl DefaultHeaders {
    /// Sets one, instead of what was set under the name before.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), ConfigError> {
        let refuse = |problem: &str| ConfigError::new(format!("default_header {name:?}"), problem);
        let header =
            HeaderName::from_bytes(name.as_bytes()).map_err(|_| refuse("isn't a header name"))?;
        let value = HeaderValue::from_str(value)
            .map_err(|_| refuse("has a value that no header may hold"))?;
        self.0.insert(header, value);
        Ok(())
    }

    pub(crate) fn get(&self, name: &HeaderName) -> Option<&HeaderValue> {
        self.0.get(name)
    }
}
