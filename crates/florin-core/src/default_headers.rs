//! Headers that a session adds to requests of the operations that take them from their client.
//!
//! Where a provider wants to know in a header for whom each request is made, it is the same for all requests of a client, and
//! no business of the operations that don't take it.

use http::header::{HeaderMap, HeaderName, HeaderValue};

use crate::{ConfigError, Operation, Session};

/// Each with its value, and what is said of their values.
#[derive(Clone, Default)]
pub(crate) struct DefaultHeaders {
    values: HeaderMap,
    rules: Vec<HeaderRule>,
}

/// What is said of the values of a header.
#[derive(Clone)]
pub(crate) struct HeaderRule {
    pub(crate) name: &'static str,
    pub(crate) is_valid: fn(&str) -> bool,
    /// What to do about one that is missing or can't be.
    pub(crate) remedy: &'static str,
}

impl DefaultHeaders {
    /// None is set yet.
    pub(crate) fn ruled_by(rules: Vec<HeaderRule>) -> Self {
        Self {
            rules,
            ..Self::default()
        }
    }

    /// Sets one, instead of what was set under the name before.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), ConfigError> {
        let refuse = |problem: &str| ConfigError::new(format!("default_header {name:?}"), problem);
        let header =
            HeaderName::from_bytes(name.as_bytes()).map_err(|_| refuse("isn't a header name"))?;
        let value = HeaderValue::from_str(value)
            .map_err(|_| refuse("has a value that no header may hold"))?;
        match self.rule(name) {
            Some(rule) if !value.to_str().is_ok_and(rule.is_valid) => {
                return Err(refuse(&format!(
                    "has a value of another form; {}",
                    rule.remedy
                )));
            }
            _ => self.values.insert(header, value),
        };
        Ok(())
    }

    fn rule(&self, name: &str) -> Option<&HeaderRule> {
        let mut rules = self.rules.iter();
        rules.find(|rule| rule.name.eq_ignore_ascii_case(name))
    }
}

/// What the session adds to a request that hasn't got the header that its operation takes from the client, if anything.
///
/// Refused, with what to do, where the operation wants the header and the request would go out without it, or with an empty
/// one, and where there is a rule that its value breaks.
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
        None => session.default_headers.values.get(&name).cloned(),
    };
    if let Some(value) = &mut default {
        value.set_sensitive(is_sensitive(&name));
    }
    let sent = given.map(|(_, value)| value).or(default.as_ref());
    let sent = sent.or_else(|| session.inner.headers.get(&name));
    let is_set = sent.is_some_and(|value| !value.is_empty());
    let rule = session.default_headers.rule(header);
    if operation.requires_client_header() && !is_set {
        let remedy = rule.map_or(
            "set it on this request, or for all requests of the client with `default_header` of its session",
            |rule| rule.remedy,
        );
        return Err(format!("header {header} is missing; {remedy}"));
    }
    if let (Some(rule), Some(value)) = (rule, sent)
        && !value.to_str().is_ok_and(rule.is_valid)
    {
        return Err(format!(
            "header {header} has a value of another form; {}",
            rule.remedy
        ));
    }
    Ok(default.map(|value| (name, value)))
}
