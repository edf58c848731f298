//! One request body per operation, in a form that can be sent.
//!
//! progenitor panics at a body of several media types and refuses a text whose schema is more than a plain string. Where
//! an operation takes several, the first of JSON, form, form of several parts, text and bytes is kept.

use serde_json::{Value, json};

use super::{Operation, Spec};
use crate::error::Error;

type Fits = fn(&str) -> bool;

/// The media type of a form of several parts; see [`form_parts`](super::form_parts).
pub(crate) const FORM_DATA: &str = "multipart/form-data";

const SUPPORTED: [(&str, Fits); 5] = [
    ("application/json", |t| {
        t == "application/json" || t.ends_with("+json") && t.starts_with("application/")
    }),
    ("application/x-www-form-urlencoded", |t| {
        t == "application/x-www-form-urlencoded"
    }),
    (FORM_DATA, |t| t == FORM_DATA),
    ("text/plain", |t| t == "text/plain"),
    ("application/octet-stream", |t| {
        t == "application/octet-stream"
    }),
];

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    for operation in spec.operations() {
        let Some(content) = operation
            .body
            .get("requestBody")
            .and_then(|b| b.get("content")?.as_object())
        else {
            continue;
        };
        let offered: Vec<_> = content.keys().map(String::as_str).collect();
        if !offered.is_empty() && choose(&offered).is_none() {
            return Err(operation.error(
                format!("the request body is `{}`, a media type that is not supported", offered.join("`, `")),
                "offer it as `application/json`, `application/x-www-form-urlencoded`, `multipart/form-data`, `text/plain` or \
                 `application/octet-stream`, or leave the operation out",
            ));
        }
        let mut encoded = content
            .values()
            .filter_map(|m| m.get("encoding")?.as_object())
            .flatten();
        if let Some((name, _)) = encoded.next() {
            return Err(operation.error(
                format!(
                    "the request body gives an `encoding` for `{name}`, which is not supported"
                ),
                "remove the `encoding`, or leave the operation out",
            ));
        }
    }
    spec.for_each_operation(|operation| {
        let Some(content) = operation
            .get_mut("requestBody")
            .and_then(|b| b.get_mut("content")?.as_object_mut())
        else {
            return Ok(());
        };
        let offered: Vec<_> = content.keys().map(String::as_str).collect();
        let Some((offered, kept)) = choose(&offered) else {
            return Ok(());
        };
        let mut media = content.get(offered).cloned().unwrap_or_default();
        match kept {
            "text/plain" => media = json!({ "schema": { "type": "string" } }),
            "application/octet-stream" => {
                media = json!({ "schema": { "type": "string", "format": "binary" } })
            }
            _ => {
                if let Some(media) = media.as_object_mut() {
                    media.retain(|key, _| key == "schema");
                    media.entry("schema").or_insert_with(|| json!({}));
                }
            }
        }
        content.clear();
        content.insert(kept.into(), media);
        Ok(())
    })
}

/// Which kind of body is kept, and its schema.
pub(crate) fn chosen<'a>(operation: &Operation<'a>) -> Option<(&'static str, &'a Value)> {
    let content = operation.body.get("requestBody")?.get("content")?;
    let offered: Vec<_> = content.as_object()?.keys().map(String::as_str).collect();
    let (offered, kept) = choose(&offered)?;
    Some((kept, content.get(offered)?.get("schema")?))
}

pub(crate) fn choose<'a>(offered: &[&'a str]) -> Option<(&'a str, &'static str)> {
    SUPPORTED.iter().find_map(|(kept, fits)| {
        let bare = |t: &str| {
            t.split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase()
        };
        let of_kind = offered.iter().filter(|t| fits(&bare(t)));
        of_kind
            .min_by_key(|t| bare(t) != *kept)
            .map(|t| (*t, *kept))
    })
}
