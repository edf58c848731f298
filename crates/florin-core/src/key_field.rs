//! Whether a body has the field by which the provider knows a repeat.

use serde_json::Value;

use crate::{Operation, Retry};

/// Whether the field is there, and neither `null` nor empty. `path` has a dot before what is inside.
pub(crate) fn is_in(json: &[u8], path: &str) -> bool {
    let Ok(body) = serde_json::from_slice::<Value>(json) else {
        return false;
    };
    let field = path.split('.').try_fold(&body, |value, key| value.get(key));
    match field {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(_) => true,
    }
}

/// The operation as it is for a body that hasn't got the field: nobody would know a repeat. `None` where it stays as it is.
pub(crate) fn unkeyed(operation: &Operation, has_field: bool) -> Option<Operation> {
    let is_missing = operation.idempotency_field().is_some() && !has_field;
    (is_missing && operation.retry_class() == Retry::Keyed)
        .then(|| operation.clone().retry(Retry::Never))
}

#[cfg(test)]
mod tests {
    use super::is_in;

    #[test]
    fn a_field_is_there_if_it_has_a_value() {
        for (json, path, there) in [
            (r#"{"id":"a"}"#, "id", true),
            (r#"{"id":7}"#, "id", true),
            (r#"{"id":""}"#, "id", false),
            (r#"{"id":null}"#, "id", false),
            (r#"{"inner":{"id":"a"}}"#, "id", false),
            (r#"{"inner":{"id":"a"}}"#, "inner.id", true),
            (r#"{"inner":"a"}"#, "inner.id", false),
            (r#"["id"]"#, "id", false),
            ("", "id", false),
        ] {
            assert_eq!(is_in(json.as_bytes(), path), there, "{json} {path}");
        }
    }
}
