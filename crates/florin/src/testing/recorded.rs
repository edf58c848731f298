//! A request as it would have left.

use std::fmt;

use serde_json::Value;

/// A request as it would have left, with what must not be shown replaced by `[secret]` or `[personal]`.
///
/// `Display` writes it for a snapshot: method and URL, one line per query parameter and header, an empty line, and the
/// body as indented JSON. The same request gives the same text, in every run and with every version of this crate.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Recorded {
    /// The `operationId` of the spec; `custom` for an operation that no spec describes.
    pub operation: String,
    /// The HTTP method.
    pub method: String,
    /// Scheme, host and port.
    pub origin: String,
    /// The path as it was sent, percent-encoded.
    pub path: String,
    /// The query parameters in the order sent, decoded.
    pub query: Vec<(String, String)>,
    /// The headers, sorted by name. The version in this crate's own `user-agent` is left out.
    pub headers: Vec<(String, String)>,
    /// The body: parsed where it is JSON, with its fields in order; a line per field where it is a form; its parts,
    /// as one JSON, where it is a form of several parts; as text otherwise; `None` where there is none.
    pub body: Option<Value>,
}

impl Recorded {
    /// The value of a header, by its name in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.method, self.origin, self.path)?;
        for (name, value) in &self.query {
            write!(f, "\n? {name} = {value}")?;
        }
        for (name, value) in &self.headers {
            write!(f, "\n{name}: {value}")?;
        }
        match &self.body {
            None => Ok(()),
            Some(Value::String(text)) => write!(f, "\n\n{text}"),
            Some(json) => write!(f, "\n\n{json:#}"),
        }
    }
}
