//! A parameter of any spec: read in its style, and held against its schema.
//!
//! Where a schema has alternatives, each is tried: what a text means depends on which one was meant.

use std::sync::Arc;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::lazy::Lazy;
use super::texts::{nested, typed};
use crate::contract::Violation;
use crate::samples::Way;
use crate::samples::pointed::resolved;
use crate::samples::shape::{Shape, shape};

/// How many alternatives of a schema are tried.
const ALTERNATIVES: usize = 4;

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

impl Place {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// Name and value as they were sent, still percent-encoded in a path and a query.
pub(super) type Sent = (String, String);

pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) place: Place,
    required: bool,
    style: String,
    explode: bool,
    is_json: bool,
    judge: Lazy,
    shapes: Vec<Shape>,
}

impl Parameter {
    /// `None` for what has no place in a request, or no name.
    pub(super) fn read(document: &Arc<Value>, parameter: &Value) -> Option<Self> {
        let place = match parameter["in"].as_str()? {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            "cookie" => Place::Cookie,
            _ => return None,
        };
        let usual = match place {
            Place::Query | Place::Cookie => "form",
            Place::Path | Place::Header => "simple",
        };
        let style = parameter["style"].as_str().unwrap_or(usual).to_owned();
        let content = parameter["content"].as_object();
        let content = content.and_then(|content| content.iter().next());
        let schema = match content {
            Some((_, content)) => &content["schema"],
            None => &parameter["schema"],
        };
        Some(Self {
            name: parameter["name"].as_str()?.to_owned(),
            place,
            required: parameter["required"] == true || place == Place::Path,
            explode: parameter["explode"].as_bool().unwrap_or(style == "form"),
            style,
            is_json: content.is_some_and(|(media_type, _)| media_type.contains("json")),
            judge: Lazy::new(document, schema, Way::Sent),
            shapes: shapes(document, schema),
        })
    }

    /// Whether a query parameter that was sent is this one, or a part of it.
    pub(super) fn covers(&self, sent: &str) -> bool {
        let of_object = |shape: &Shape| {
            let is_spread = self.style == "form" && self.explode && !self.is_json;
            is_spread
                && shape.kind() == "object"
                && (shape.is_open() || shape.names().any(|name| name == sent))
        };
        sent == self.name
            || sent
                .strip_prefix(self.name.as_str())
                .is_some_and(|rest| rest.starts_with('['))
            || self.shapes.iter().any(of_object)
    }

    /// Checks what was sent in its place.
    pub(super) fn check(&self, document: &Value, sent: &[Sent], violations: &mut Vec<Violation>) {
        let place = format!("{} {}", self.place.name(), self.name);
        let mut faults = None;
        let mut is_there = false;
        for (nth, shape) in self.shapes.iter().enumerate() {
            let Some(value) = self.value(shape, sent) else {
                continue;
            };
            is_there = true;
            if self.place == Place::Path && value == "" {
                violations.push(Violation::new(place, "", "is empty"));
                return;
            }
            let value = match value {
                Value::String(text) if self.is_json => match serde_json::from_str(&text) {
                    Ok(value) => value,
                    Err(error) => {
                        let why = format!("is not JSON: {error}");
                        violations.push(Violation::new(place, "", why));
                        return;
                    }
                },
                value => typed(document, self.judge.schema(), value, nth),
            };
            let found = self.judge.faults(&value);
            if found.is_empty() {
                return;
            }
            faults.get_or_insert(found);
        }
        if !is_there && self.required {
            violations.push(Violation::new(&place, "", "is required"));
        }
        for (pointer, fault) in faults.unwrap_or_default() {
            violations.push(Violation::new(&place, pointer, fault));
        }
    }

    /// What was sent as the style has it: texts, in lists and objects. `None` where nothing was.
    fn value(&self, shape: &Shape, sent: &[Sent]) -> Option<Value> {
        let own: Vec<&str> = sent
            .iter()
            .filter(|(name, _)| *name == self.name)
            .map(|(_, value)| value.as_str())
            .collect();
        let text = |raw: &str| -> Value { self.decoded(raw).into() };
        if self.is_json {
            return own.first().map(|raw| text(raw));
        }
        let in_brackets = |name: &str| {
            let rest = name.strip_prefix(self.name.as_str());
            rest.is_some_and(|rest| rest.starts_with('['))
        };
        if sent.iter().any(|(name, _)| in_brackets(name)) {
            let own = sent.iter().filter(|(name, _)| in_brackets(name));
            let pairs = own.map(|(name, raw)| (name.clone(), self.decoded(raw)));
            return nested(pairs).remove(&self.name);
        }
        let is_form = self.style == "form" && self.place == Place::Query;
        match shape.kind() {
            "object" if is_form && self.explode => {
                let own = sent.iter().filter(|(name, _)| {
                    shape.names().any(|known| known == name)
                        || (shape.is_open() && *name != self.name)
                });
                let fields = nested(own.map(|(name, raw)| (name.clone(), self.decoded(raw))));
                (!fields.is_empty()).then(|| fields.into())
            }
            "array" if is_form && self.explode => {
                (!own.is_empty()).then(|| own.iter().map(|raw| text(raw)).collect())
            }
            kind @ ("array" | "object") => {
                let parts = self.parts(own.first()?);
                Some(match kind {
                    "array" => parts.iter().map(|raw| text(raw)).collect(),
                    _ => self.fields(&parts).into(),
                })
            }
            _ => own.first().map(|raw| text(self.bare(raw))),
        }
    }

    /// What stands in front of a value in the styles of paths, taken off.
    fn bare<'a>(&self, raw: &'a str) -> &'a str {
        match self.style.as_str() {
            "label" => raw.strip_prefix('.').unwrap_or(raw),
            "matrix" => {
                let raw = raw.strip_prefix(';').unwrap_or(raw);
                raw.split_once('=').map_or(raw, |(_, value)| value)
            }
            _ => raw,
        }
    }

    /// The values of a list, or the names and values of an object, still encoded.
    fn parts(&self, raw: &str) -> Vec<String> {
        let split = |text: &str, between: &str| text.split(between).map(str::to_owned).collect();
        match (self.style.as_str(), self.explode) {
            ("label", true) => split(raw.strip_prefix('.').unwrap_or(raw), "."),
            ("matrix", true) => {
                let own = format!("{}=", self.name);
                let parts = raw.split(';').filter(|part| !part.is_empty());
                parts
                    .map(|part| part.strip_prefix(&own).unwrap_or(part).to_owned())
                    .collect()
            }
            ("spaceDelimited", _) => split(&self.decoded(raw), " "),
            ("pipeDelimited", _) => split(&self.decoded(raw), "|"),
            _ => {
                let bare = self.bare(raw);
                if bare.contains(',') {
                    split(bare, ",")
                } else {
                    split(&self.decoded(bare), ",")
                }
            }
        }
    }

    fn fields(&self, parts: &[String]) -> Map<String, Value> {
        let name = |raw: &str| self.decoded(raw);
        let value = |raw: &str| -> Value { self.decoded(raw).into() };
        let pair = |part: &String| {
            let (key, raw) = part.split_once('=')?;
            Some((name(key), value(raw)))
        };
        if self.explode {
            return parts.iter().filter_map(pair).collect();
        }
        let pairs = parts.chunks(2).filter_map(|pair| match pair {
            [key, raw] => Some((name(key), value(raw))),
            _ => None,
        });
        pairs.collect()
    }

    fn decoded(&self, raw: &str) -> String {
        let raw = raw.trim();
        match self.place {
            Place::Query => {
                let spaced = raw.replace('+', " ");
                percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
            }
            Place::Path => percent_decode_str(raw).decode_utf8_lossy().into_owned(),
            Place::Header => raw.to_owned(),
            Place::Cookie => percent_decode_str(raw.trim_matches('"'))
                .decode_utf8_lossy()
                .into_owned(),
        }
    }
}

/// The shapes that a value may have: one, or that of each alternative.
fn shapes(document: &Value, schema: &Value) -> Vec<Shape> {
    let found = resolved(document, schema);
    let count = ["oneOf", "anyOf"]
        .iter()
        .filter_map(|union| found[*union].as_array())
        .map(Vec::len)
        .max();
    (0..count.unwrap_or(1).clamp(1, ALTERNATIVES))
        .map(|nth| shape(document, schema, nth))
        .collect()
}
