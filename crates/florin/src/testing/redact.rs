//! Replaces what must not be shown, by what the spec says of the operation.

use florin_core::{Operation, Outgoing, Place, Sensitivity};
use serde_json::Value;

use super::Recorded;

/// What stands in a recording instead of the value.
const fn placeholder(kind: Sensitivity) -> &'static str {
    match kind {
        Sensitivity::Secret => "[secret]",
        Sensitivity::Personal => "[personal]",
    }
}

/// `outgoing` as it may be shown.
pub(super) fn recorded(outgoing: &Outgoing<'_>) -> Recorded {
    let operation = outgoing.operation;
    let kind_of = |place, name: &str| {
        let values = operation.sensitive_values().iter();
        values.filter(|value| value.place == place).find(|value| value.path.eq_ignore_ascii_case(name)).map(|v| v.kind)
    };
    let query = outgoing.url.query_pairs().map(|(name, value)| {
        let value = kind_of(Place::Query, &name).map_or_else(|| value.into_owned(), |kind| placeholder(kind).to_owned());
        (name.into_owned(), value)
    });
    let headers = outgoing.headers.iter().map(|(name, value)| {
        let shown = match kind_of(Place::Header, name.as_str()) {
            Some(kind) => placeholder(kind).to_owned(),
            None if name == "authorization" => scheme_only(value.as_bytes()),
            None if value.is_sensitive() => "[secret]".to_owned(),
            None => String::from_utf8_lossy(value.as_bytes()).into_owned(),
        };
        (name.as_str().to_owned(), shown)
    });
    let mut headers: Vec<_> = headers.collect();
    headers.sort();
    Recorded {
        operation: operation.id().to_owned(),
        method: operation.method().to_string(),
        origin: outgoing.url.origin().ascii_serialization(),
        path: path(operation, outgoing.url.path()),
        query: query.collect(),
        headers,
        body: outgoing.body.as_ref().map(|body| shown_body(operation, body)),
    }
}

fn scheme_only(value: &[u8]) -> String {
    let scheme = value.split(|byte| *byte == b' ').next().unwrap_or_default();
    format!("{} [secret]", String::from_utf8_lossy(scheme))
}

/// The path, with sensitive parameters replaced. The template tells which segment is which.
fn path(operation: &Operation, path: &str) -> String {
    let template: Vec<&str> = operation.template().split('/').collect();
    let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
    // The base URL may have a path of its own, so the template is laid against the end.
    let skipped = segments.len().saturating_sub(template.len().saturating_sub(1));
    for (segment, pattern) in segments[skipped..].iter_mut().zip(template.iter().skip(1)) {
        for value in operation.sensitive_values().iter().filter(|value| value.place == Place::Path) {
            if pattern.contains(&format!("{{{}}}", value.path)) {
                *segment = placeholder(value.kind).to_owned();
            }
        }
    }
    segments.join("/")
}

fn shown_body(operation: &Operation, body: &[u8]) -> Value {
    let Ok(mut json) = serde_json::from_slice::<Value>(body) else {
        return match std::str::from_utf8(body) {
            // Text can't be taken apart, so it is hidden whole where anything in it must not be shown.
            Ok(text) if operation.sensitive_values().iter().all(|value| value.place != Place::Body) => text.into(),
            _ => format!("[{} bytes]", body.len()).into(),
        };
    };
    for value in operation.sensitive_values().iter().filter(|value| value.place == Place::Body) {
        let steps: Vec<&str> = value.path.split('/').skip(1).collect();
        replace(&mut json, &steps, placeholder(value.kind));
    }
    json
}

/// Replaces what the pointer leads to; `*` stands for every element or field.
fn replace(value: &mut Value, steps: &[&str], placeholder: &str) {
    let Some((step, rest)) = steps.split_first() else {
        if !value.is_null() {
            *value = placeholder.into();
        }
        return;
    };
    match value {
        Value::Array(items) if *step == "*" => items.iter_mut().for_each(|item| replace(item, rest, placeholder)),
        Value::Object(fields) if *step == "*" => fields.values_mut().for_each(|field| replace(field, rest, placeholder)),
        Value::Object(fields) => {
            if let Some(field) = fields.get_mut(&step.replace("~1", "/").replace("~0", "~")) {
                replace(field, rest, placeholder);
            }
        }
        _ => {}
    }
}
