//! What a spec says of itself, for the documentation of the client.

use serde_json::Value;

use crate::markdown;
use crate::spec::{self, Object, Spec};

/// Its `info`.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) description: String,
    /// Title and reason of each operation that is known of and left out.
    pub(crate) unsupported: Vec<(String, String)>,
}

impl About {
    pub(crate) fn of(spec: &Spec) -> Self {
        let empty = Object::new();
        let info = spec
            .root
            .get("info")
            .and_then(Value::as_object)
            .unwrap_or(&empty);
        let said = |object: &Object, key: &str| {
            markdown::escape(spec::text(object, key).unwrap_or_default())
        };
        let unsupported = info
            .get("x-unsupported")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        Self {
            title: said(info, "title"),
            version: said(info, "version"),
            description: said(info, "description"),
            unsupported: unsupported
                .filter_map(Value::as_object)
                .map(|left_out| (said(left_out, "title"), said(left_out, "reason")))
                .collect(),
        }
    }
}
