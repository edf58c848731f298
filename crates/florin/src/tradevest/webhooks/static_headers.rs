//! The headers that the provider is to send with each notification.

use std::collections::HashMap;

use florin_core::{ConfigError, Secret};

use super::EventType;

/// How many the provider takes with a registration.
const MOST: usize = 5;

/// What the HTTP of a request needs for itself.
const TAKEN: [&str; 6] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
];

pub(super) type Headers = Vec<(String, Secret)>;

/// For all event types, and for those that have their own.
#[derive(Clone, Debug, Default)]
pub(super) struct StaticHeaders {
    pub(super) for_all: Headers,
    pub(super) of: HashMap<EventType, Headers>,
}

impl StaticHeaders {
    pub(super) fn for_event(&self, event: &EventType) -> &[(String, Secret)] {
        self.of.get(event).unwrap_or(&self.for_all)
    }
}

/// Whether the provider can be told to send these. In errors only names are shown.
pub(super) fn check(headers: &[(String, Secret)]) -> Result<(), ConfigError> {
    if headers.len() > MOST {
        return Err(ConfigError::new(
            "callback headers",
            "are more than five, which is what the provider takes with a registration",
        ));
    }
    for (name, value) in headers {
        let refuse = |problem| {
            Err(ConfigError::new(
                format!("callback header {name:?}"),
                problem,
            ))
        };
        if TAKEN.iter().any(|taken| name.eq_ignore_ascii_case(taken)) {
            return refuse("is needed for the request itself; choose another name");
        }
        if !value.expose().is_ascii() {
            return refuse("isn't plain ASCII, so it could be sent in more than one way");
        }
    }
    Ok(())
}
