//! What a spec says of itself, for the documentation of the client.

use serde_json::Value;

use crate::finding::Finding;
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
    /// Place and reason of each operation that could not be taken.
    pub(crate) left_out: Vec<(String, String)>,
    /// Place and reason of all else that could not be taken as it is written.
    pub(crate) loosened: Vec<(String, String)>,
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
            left_out: Vec::new(),
            loosened: Vec::new(),
        }
    }

    /// Takes up what could not be taken as it is written.
    pub(crate) fn found(&mut self, findings: &[Finding]) {
        for finding in findings {
            let list = match finding.is_left_out() {
                true => &mut self.left_out,
                false => &mut self.loosened,
            };
            list.push((
                finding.location().replace('`', "'"),
                markdown::escape(&finding.reason()),
            ));
        }
    }
}
