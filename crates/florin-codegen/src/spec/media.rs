//! What a media type means for a body: how it is typed, and what is sent as its `Content-Type`.

use serde_json::Value;

use super::{Object, Spec, text};

/// How a body is typed and written. The order is that in which an operation that takes several is named after one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`.
    Multipart,
    Text,
    Bytes,
}

/// What of `application/…` is text, whatever a schema says that it means.
const TEXTS: [&str; 14] = [
    "csv",
    "ecmascript",
    "graphql",
    "javascript",
    "jose",
    "json-seq",
    "jwt",
    "ndjson",
    "sql",
    "x-ndjson",
    "x-yaml",
    "xml",
    "xml-dtd",
    "yaml",
];

/// Without its parameters, in lower case.
pub(crate) fn bare(media_type: &str) -> String {
    let bare = media_type.split(';').next().unwrap_or_default();
    bare.trim().to_ascii_lowercase()
}

impl Kind {
    /// `None` of a form of several parts that is no `form-data`: nobody but its writer knows the boundary.
    pub(crate) fn of(spec: &Spec, media_type: &str, schema: Option<&Value>) -> Option<Self> {
        let schema = schema.and_then(|schema| spec.resolve(schema).as_object());
        let binary = schema.is_some_and(is_binary);
        let bare = bare(media_type);
        let (range, subtype) = bare.split_once('/').unwrap_or(("application", &bare));
        Some(match (range, subtype) {
            ("application", "x-www-form-urlencoded") => Self::Form,
            ("multipart", "form-data" | "*") => Self::Multipart,
            ("multipart", _) => return None,
            (_, "json") => Self::Json,
            (_, subtype) if subtype.ends_with("+json") => Self::Json,
            ("*" | "application", "*") if !binary => Self::Json,
            ("text", _) if !binary => Self::Text,
            (_, subtype) if subtype.ends_with("+xml") && range != "image" && !binary => Self::Text,
            ("application", subtype) if TEXTS.contains(&subtype) && !binary => Self::Text,
            _ => Self::Bytes,
        })
    }
}

/// What is sent as the `Content-Type`: what the spec says, unless it says no more than a range.
pub(crate) fn sent(kind: Kind, media_type: &str) -> String {
    let whole = media_type.trim();
    let is_one = !whole.contains('*') && whole.contains('/') && whole.is_ascii();
    let is_one = is_one && !whole.contains(|c: char| c.is_ascii_control());
    match kind {
        Kind::Form => "application/x-www-form-urlencoded".into(),
        Kind::Multipart => "multipart/form-data".into(),
        _ if is_one => whole.to_owned(),
        Kind::Json => "application/json".into(),
        Kind::Text => "text/plain".into(),
        Kind::Bytes => "application/octet-stream".into(),
    }
}

/// A string of bytes: a file, in a form. The last is Swagger 2's word for it, which is still met.
pub(crate) fn is_binary(schema: &Object) -> bool {
    text(schema, "type") == Some("string") && text(schema, "format") == Some("binary")
        || text(schema, "type") == Some("file")
}
