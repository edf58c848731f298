//! One request body per operation, in a form that progenitor takes.
//!
//! progenitor knows JSON, forms, and a text or bytes whose schema is a plain string. A form of several parts is JSON for it,
//! and so is JSON by any other name; what is really sent stands in the facts ([`SentBody`]).
//!
//! In a form (`application/x-www-form-urlencoded`) a field is written in the style of its `encoding`. Without one, as OpenAPI has
//! it, a list repeats the name, and an object goes out as JSON under its own name. What has a style that can't say how deep it
//! is nested is taken for `deepObject`, and told.

use serde_json::{Value, json};

use super::form_parts;
use super::media::{Kind, sent};
use super::parameters::{is_deep, is_one_text, style_of};
use super::told::Told;
use super::{Operation, Spec, text};
use crate::error::Error;
use crate::operation::SentBody;

/// What is sent as the body of an operation.
pub(crate) fn of(spec: &Spec, operation: &Operation<'_>) -> Option<SentBody> {
    let (kind, media_type, media) = chosen(spec, operation)?;
    let schema = media.get("schema").unwrap_or(&Value::Null);
    Some(SentBody {
        kind,
        media_type: sent(kind, media_type),
        styles: match kind {
            Kind::Form => styles(spec, media, schema).0,
            _ => Vec::new(),
        },
        parts: match kind {
            Kind::Multipart => form_parts::media_types(spec, media, schema),
            _ => Vec::new(),
        },
        is_any_form: kind == Kind::Multipart && form_parts::is_any(spec, schema),
    })
}

/// The body of an operation: its kind, its media type, and what is said of it. After `several_bodies`, there is one.
pub(crate) fn chosen<'a>(
    spec: &Spec,
    operation: &Operation<'a>,
) -> Option<(Kind, &'a str, &'a Value)> {
    let content = operation.body.get("requestBody")?.get("content")?;
    let (media_type, media) = content.as_object()?.iter().next()?;
    let kind = Kind::of(spec, media_type, media.get("schema"))?;
    Some((kind, media_type, media))
}

/// The styles of the fields that have one, and the names of those that are nested deeper than theirs can say.
fn styles(
    spec: &Spec,
    media: &Value,
    schema: &Value,
) -> (Vec<(String, &'static str)>, Vec<String>) {
    let mut styles = Vec::new();
    let mut too_deep = Vec::new();
    for (name, property) in form_parts::properties(spec, schema) {
        let encoding = media.get("encoding").and_then(|all| all.get(&name));
        let encoding = encoding.and_then(Value::as_object);
        let has_style = encoding.is_some_and(|encoding| {
            ["style", "explode", "allowReserved"]
                .iter()
                .any(|key| encoding.contains_key(*key))
        });
        let is_json = encoding
            .and_then(|encoding| text(encoding, "contentType"))
            .is_some_and(|types| Kind::of(spec, types, None) == Some(Kind::Json));
        let style = match encoding {
            Some(encoding) if has_style => {
                let explode = encoding.get("explode").and_then(Value::as_bool);
                style_of(text(encoding, "style"), explode).or(Some("Form"))
            }
            _ if is_json => Some("Json"),
            _ => None,
        };
        let style = match style {
            Some("Form") if is_deep(spec, &property) => {
                too_deep.push(name.clone());
                Some("DeepObject")
            }
            Some("Form" | "Comma" | "Space" | "Pipe") if is_one_text(spec, &property) => None,
            style => style,
        };
        styles.extend(style.map(|style| (name, style)));
    }
    (styles, too_deep)
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let mut told = Told::default();
    for operation in named.operations() {
        if let Some((Kind::Form, _, media)) = chosen(&named, &operation) {
            let schema = media.get("schema").unwrap_or(&Value::Null);
            let (_, too_deep) = styles(&named, media, schema);
            if !too_deep.is_empty() {
                let wrong = match &too_deep[..] {
                    [one] => format!("the form's `{one}` is nested, and has"),
                    more => format!("the form's `{}` are nested, and have", more.join("`, `")),
                };
                let wrong = format!("{wrong} an `encoding` whose style can't say so");
                let pointer = format!("{}/requestBody", operation.pointer());
                told.at(&pointer, wrong, "it goes in brackets, as in `deepObject`");
            }
        }
    }
    told.tell(spec);
    spec.for_each_operation(|operation| {
        let content = operation
            .get_mut("requestBody")
            .and_then(|b| b.get_mut("content")?.as_object_mut());
        let Some(content) = content else {
            return Ok(());
        };
        let Some((media_type, media)) = content.iter().next() else {
            return Ok(());
        };
        let schema = media.get("schema").cloned();
        let kind = Kind::of(&named, media_type, schema.as_ref());
        let (kept, schema) = match kind {
            Some(Kind::Text) => ("text/plain", json!({ "type": "string" })),
            Some(Kind::Bytes) => (
                "application/octet-stream",
                json!({ "type": "string", "format": "binary" }),
            ),
            Some(Kind::Form) => (
                "application/x-www-form-urlencoded",
                schema.unwrap_or_else(|| json!({})),
            ),
            Some(Kind::Json | Kind::Multipart) | None => {
                ("application/json", schema.unwrap_or_else(|| json!({})))
            }
        };
        content.clear();
        content.insert(kept.into(), json!({ "schema": schema }));
        Ok(())
    })
}
