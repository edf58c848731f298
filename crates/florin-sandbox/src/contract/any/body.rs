//! The body of a request of any spec, in whatever media type it comes.

use std::sync::Arc;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value};

use super::lazy::Lazy;
use super::texts::{nested, typed};
use crate::contract::parts::{self, Part};
use crate::contract::{PARTS, Violation};
use crate::samples::Way;

pub(super) struct Body {
    required: bool,
    /// By media type, without its parameters and in small letters.
    content: Vec<(String, Lazy)>,
}

/// What a body holds: its value, and the parts that are files.
type Held = (Value, Vec<Part>);

impl Body {
    pub(super) fn read(document: &Arc<Value>, body: &Value) -> Self {
        let content = body["content"].as_object().into_iter().flatten();
        let content = content.map(|(media_type, content)| {
            let schema = Lazy::new(document, &content["schema"], Way::Sent);
            (bare(media_type), schema)
        });
        Self {
            required: body["required"] == true,
            content: content.collect(),
        }
    }

    pub(super) fn check(
        &self,
        document: &Value,
        headers: &HeaderMap,
        body: &[u8],
        violations: &mut Vec<Violation>,
    ) -> Result<Held, (StatusCode, Vec<Violation>)> {
        let sent = headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let sent = sent.unwrap_or_default();
        if body.is_empty() && sent.is_empty() {
            if self.required {
                violations.push(Violation::new("body", "", "is required"));
            }
            return Ok((Value::Null, Vec::new()));
        }
        let media_type = bare(sent);
        let Some(schema) = self.schema(&media_type) else {
            let known: Vec<_> = self
                .content
                .iter()
                .map(|(known, _)| known.as_str())
                .collect();
            let message = format!(
                "is {sent:?}, but this operation takes {}",
                known.join(" or ")
            );
            let wrong = Violation::new("header content-type", "", message);
            return Err((StatusCode::UNSUPPORTED_MEDIA_TYPE, vec![wrong]));
        };
        let (value, files) = match media_type.as_str() {
            "application/x-www-form-urlencoded" => {
                let pairs = url::form_urlencoded::parse(body).into_owned();
                (
                    typed(document, schema.schema(), nested(pairs).into(), 0),
                    Vec::new(),
                )
            }
            PARTS => {
                let parts = parts::all(sent, body, violations);
                (of_parts(document, schema.schema(), &parts), parts)
            }
            json if is_json(json) => match serde_json::from_slice(body) {
                Ok(value) => (value, Vec::new()),
                Err(error) => {
                    let why = format!("is not JSON: {error}");
                    violations.push(Violation::new("body", "", why));
                    return Ok((Value::Null, Vec::new()));
                }
            },
            text if text.starts_with("text/") && !text.ends_with("/xml") => {
                let text = Value::from(String::from_utf8_lossy(body));
                (typed(document, schema.schema(), text, 0), Vec::new())
            }
            // Nothing here reads XML, images and the like.
            _ => return Ok((Value::Null, Vec::new())),
        };
        for (pointer, fault) in schema.faults(&value) {
            violations.push(Violation::new("body", pointer, fault));
        }
        Ok((value, files))
    }

    /// The schema of a media type: its own, or that of a range that it is in.
    fn schema(&self, media_type: &str) -> Option<&Lazy> {
        let family = media_type.split('/').next().unwrap_or_default();
        let ranges = [
            media_type.to_owned(),
            format!("{family}/*"),
            "*/*".to_owned(),
        ];
        ranges.iter().find_map(|range| {
            let mut content = self.content.iter();
            content
                .find(|(known, _)| known == range)
                .map(|(_, schema)| schema)
        })
    }
}

/// A media type without its parameters.
pub(crate) fn bare(media_type: &str) -> String {
    let bare = media_type.split(';').next().unwrap_or_default();
    bare.trim().to_ascii_lowercase()
}

/// Whether a media type is JSON, by whatever name.
pub(crate) fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || media_type == "text/json" || media_type.ends_with("+json")
}

/// Parts as an object: what JSON ones hold, texts as their schema wants them, and the names of files.
fn of_parts(document: &Value, schema: &Value, parts: &[Part]) -> Value {
    let mut fields: Map<String, Value> = Map::new();
    for part in parts {
        let text = || String::from_utf8_lossy(&part.content).into_owned();
        let value = match &part.file_name {
            Some(name) => Value::from(name.as_str()),
            None if is_json(&part.media_type) => {
                serde_json::from_slice(&part.content).unwrap_or_else(|_| Value::from(text()))
            }
            None => text().into(),
        };
        match fields.get_mut(&part.name) {
            None => {
                fields.insert(part.name.clone(), value);
            }
            Some(Value::Array(all)) => all.push(value),
            Some(known) => *known = vec![known.take(), value].into(),
        }
    }
    typed(document, schema, fields.into(), 0)
}
