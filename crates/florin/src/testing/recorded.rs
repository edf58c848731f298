//! A request as it would have left.

use std::fmt;

use serde_json::Value;

/// A request as it would have left, with what must not be shown replaced by `[secret]` or `[personal]`.
///
/// `Display` writes it for a snapshot: method and path, query parameters, headers, and the body as indented JSON.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Recorded {
    /// The `operationId`.
    pub operation: String,
    /// The HTTP method.
    pub method: String,
    /// Scheme, host and port.
    pub origin: String,
    /// The path, decoded no further than it was sent.
    pub path: String,
    /// The query parameters in the order sent, decoded.
    pub query: Vec<(String, String)>,
    /// The headers, sorted by name.
    pub headers: Vec<(String, String)>,
    /// The body: parsed where it is JSON, as text otherwise; `None` where there is none.
    pub body: Option<Value>,
}

impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}{}", self.method, self.origin, self.path)?;
        for (name, value) in &self.query {
            writeln!(f, "? {name} = {value}")?;
        }
        for (name, value) in &self.headers {
            writeln!(f, "{name}: {value}")?;
        }
        match &self.body {
            None => Ok(()),
            Some(Value::String(text)) => write!(f, "\n{text}"),
            Some(json) => write!(f, "\n{json:#}"),
        }
    }
}
