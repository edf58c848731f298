//! Headers that a session adds to requests of the operations that take them from their client.
//!
//! Where a provider wants to know in a header for whom each request is made, it is the same for all requests of a client, and
//! no business of the operations that don't take it.

use http::header::{HeaderMap, HeaderName, HeaderValue};

use crate::{ConfigError, Operation, Session};

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
}

/// What the session adds to a request that hasn't got the header that its operation takes from the client, if anything.
///
/// Refused, with what to do, where the operation wants the header and the request would go out without it, or with an empty
/// one.
pub(crate) fn added(
    operation: &Operation,
    session: &Session,
    own: &[(HeaderName, HeaderValue)],
    is_sensitive: impl FnOnce(&HeaderName) -> bool,
) -> Result<Option<(HeaderName, HeaderValue)>, String> {
    let Some(header) = operation.client_header() else {
        return Ok(None);
    };
    let name = HeaderName::from_bytes(header.as_bytes())
        .map_err(|_| format!("{header:?} can't be the name of a header"))?;
    let given = own.iter().find(|(given, _)| *given == name);
    let mut default = match given {
        Some(_) => None,
        None => session.default_headers.0.get(&name).cloned(),
    };
    if let Some(value) = &mut default {
        value.set_sensitive(is_sensitive(&name));
    }
    let sent = given.map(|(_, value)| value).or(default.as_ref());
    let is_set = sent
        .or_else(|| session.inner.headers.get(&name))
        .is_some_and(|value| !value.is_empty());
    if operation.requires_client_header() && !is_set {
        return Err(format!(
            "header {header} is missing; set it on this request, or for all requests of the client with \
             `default_header` of its session"
        ));
    }
    Ok(default.map(|value| (name, value)))
}
