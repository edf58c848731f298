//! What a spec says of the field of a body by which the provider knows a repeat.

use serde_json::Value;

use crate::error::Error;
use crate::operation::Retry;
use crate::spec::idempotency_key;
use crate::spec::media::Kind;
use crate::spec::request_bodies;
use crate::spec::{Operation, Spec, is_true};

/// The word that names the field.
pub(crate) const WORD: &str = "x-key-field";

/// The path of the field, with a dot before what is inside.
pub(crate) fn of(
    spec: &Spec,
    operation: &Operation<'_>,
    retry: Retry,
) -> Result<Option<String>, Error> {
    let Some(said) = operation.body.get(WORD) else {
        return Ok(None);
    };
    let refuse = |wrong: String, remedy: &str| Err(operation.error(wrong, remedy));
    let Some(path) = said.as_str().filter(|path| !path.is_empty()) else {
        return refuse(
            format!("`{WORD}: {said}` is no name"),
            "write the name of a field of the body",
        );
    };
    if retry != Retry::Keyed {
        return refuse(
            format!("it has `{WORD}: {path}`, and isn't repeated under a key"),
            "say `x-retry: keyed` beside it, or leave it out",
        );
    }
    let parameters = operation.body.get("parameters").and_then(Value::as_array);
    let parameters = parameters
        .into_iter()
        .flatten()
        .filter_map(Value::as_object);
    if parameters
        .into_iter()
        .any(|parameter| is_true(parameter, idempotency_key::WORD))
    {
        return refuse(
            format!(
                "it has `{WORD}: {path}` and a header with `{}`",
                idempotency_key::WORD
            ),
            "leave it at the one that the provider goes by",
        );
    }
    let body = request_bodies::chosen(spec, operation);
    let body = body.filter(|(kind, ..)| matches!(kind, Kind::Json | Kind::Multipart));
    let Some((kind, schema)) = body.and_then(|(kind, _, media)| Some((kind, media.get("schema")?)))
    else {
        return refuse(
            format!("it has `{WORD}: {path}`, and no body of JSON that could have the field"),
            "leave it out",
        );
    };
    let Some(field) = field(spec, schema, path) else {
        let remedy = match kind {
            Kind::Multipart => "write the part's name and the field's, as in `document.externalId`",
            _ => "write the name of a field of the body, and a dot before what is inside",
        };
        return refuse(format!("`{WORD}: {path}` is no field of the body"), remedy);
    };
    match is_text(spec, field, 0) {
        true => Ok(Some(path.to_owned())),
        false => refuse(
            format!("`{WORD}: {path}` is no text"),
            "name a field of `type: string`",
        ),
    }
}

/// The schema of the field that the path leads to.
pub(crate) fn field<'a>(spec: &'a Spec, schema: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.')
        .try_fold(schema, |schema, name| property(spec, schema, name, 0))
}

fn is_text(spec: &Spec, schema: &Value, depth: usize) -> bool {
    let schema = spec.resolve(schema);
    let parts = schema.get("allOf").and_then(Value::as_array);
    schema.get("type").is_some_and(|kind| kind == "string")
        || depth < 16
            && parts
                .into_iter()
                .flatten()
                .any(|part| is_text(spec, part, depth + 1))
}

/// The schema of a property, its own or that of a part or a variant.
fn property<'a>(spec: &'a Spec, schema: &'a Value, name: &str, depth: usize) -> Option<&'a Value> {
    let schema = spec.resolve(schema);
    let own = schema.get("properties").and_then(|all| all.get(name));
    if let Some(own) = own {
        return Some(spec.resolve(own));
    }
    if depth > 16 {
        return None;
    }
    let parts = ["allOf", "oneOf", "anyOf"]
        .into_iter()
        .filter_map(|part| schema.get(part)?.as_array())
        .flatten();
    parts
        .into_iter()
        .find_map(|part| property(spec, part, name, depth + 1))
}
