//! The inline schemas of which typify makes a type, and what it calls that.

use heck::ToSnakeCase;
use serde_json::Value;

use super::WORD;
use crate::rust_name;
use crate::spec::{Object, Operation, escape, is_true, text};

/// An inline schema that becomes a type.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where it is, without the `#`.
    pub(super) pointer: String,
    /// The Rust name that typify would give it.
    pub(super) wanted: String,
    /// Where it is by names that say nothing of the order in the file.
    pub(super) place: String,
    /// What it is.
    pub(super) what: &'static str,
    /// Whether typify would show its description at a field.
    pub(super) shows_words: bool,
}

/// A schema in its place.
#[derive(Clone)]
struct At {
    pointer: String,
    place: String,
    what: &'static str,
    shows_words: bool,
}

impl At {
    fn step(&self, step: &str, what: &'static str) -> Self {
        Self {
            pointer: format!("{}/{step}", self.pointer),
            place: format!("{}/{step}", self.place),
            what,
            shows_words: false,
        }
    }
}

/// What is inside a component of this Rust name. `place` is its JSON pointer.
pub(super) fn of_component(schema: &Value, place: &str, rust: &str, found: &mut Vec<Found>) {
    let Some(object) = schema.as_object() else {
        return;
    };
    if makes_type(object) && !is_true(object, "nullable") {
        within(schema, place, rust, found);
        return;
    }
    // typify wraps what may be `null` in a type of this name.
    let at = start(place, place);
    if makes_type(object) {
        put(object, at, &format!("{rust}Inner"), found);
    } else {
        look(schema, at, rust, found);
    }
}

/// What is inside a schema that becomes a type of this name.
pub(super) fn within(schema: &Value, place: &str, rust: &str, found: &mut Vec<Found>) {
    let at = start(place, place);
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, property) in properties.into_iter().flatten() {
        let step = format!("properties/{}", escape(name));
        let mut at = at.step(&step, "property");
        at.shows_words = true;
        look(
            property,
            at,
            &format!("{rust}_{}", name.to_snake_case()),
            found,
        );
    }
    if let Some(more) = schema.get("additionalProperties") {
        let at = at.step("additionalProperties", "value");
        look(more, at, &format!("{rust}_extraValue"), found);
    }
}

/// What is inside an operation, as progenitor takes it.
pub(super) fn of_operation(operation: &Operation<'_>, found: &mut Vec<Found>) {
    let id = operation.id().unwrap_or_default();
    let at = start(&operation.pointer(), &format!("operations/{}", escape(id)));
    let parameters = operation.body.get("parameters").and_then(Value::as_array);
    for (i, parameter) in parameters.into_iter().flatten().enumerate() {
        let name = parameter.get("name").and_then(Value::as_str);
        if let (Some(schema), Some(name)) = (parameter.get("schema"), name) {
            let kind = parameter
                .get("in")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let mut at = at.step(&format!("parameters/{i}/schema"), "parameter");
            at.place = format!("operations/{}/{kind}/{}", escape(id), escape(name));
            look(schema, at, &format!("{id}-{name}"), found);
        }
    }
    let body = operation.body.get("requestBody");
    if let Some((media, schema)) = body.and_then(|body| typed(body, is_body)) {
        let step = format!("requestBody/content/{}/schema", escape(media));
        look(schema, at.step(&step, "body"), &format!("{id}-body"), found);
    }
    let responses = operation.body.get("responses").and_then(Value::as_object);
    for (status, response) in responses.into_iter().flatten() {
        if let Some((media, schema)) = typed(response, is_json) {
            let step = format!("responses/{status}/content/{}/schema", escape(media));
            let at = at.step(&step, "response");
            look(schema, at, &format!("{id}-response"), found);
        }
    }
}

fn start(pointer: &str, place: &str) -> At {
    At {
        pointer: pointer.trim_start_matches('#').to_owned(),
        place: place.to_owned(),
        what: "",
        shows_words: false,
    }
}

/// The schema of the first media type that fits.
fn typed(holder: &Value, fits: fn(&str) -> bool) -> Option<(&str, &Value)> {
    let content = holder.get("content")?.as_object()?;
    let (media, said) = content.iter().find(|(media, _)| fits(media))?;
    Some((media, said.get("schema")?))
}

fn is_json(media: &str) -> bool {
    media == "application/json" || media.starts_with("application/json;")
}

fn is_body(media: &str) -> bool {
    is_json(media) || media.starts_with("application/x-www-form-urlencoded")
}

/// A schema that typify would call so, if it were to make a type of it.
fn look(schema: &Value, at: At, suggested: &str, found: &mut Vec<Found>) {
    let Some(object) = schema.as_object() else {
        return;
    };
    if makes_type(object) {
        put(object, at, suggested, found);
    } else if let Some(items) = object.get("items").filter(|_| is_of(object, "array")) {
        let at = at.step("items", "item");
        let suggested = format!("{}Item", rust_name::of_type(suggested));
        look(items, at, &suggested, found);
    } else if let Some(values) = object
        .get("additionalProperties")
        .filter(|_| is_of(object, "object"))
    {
        let at = at.step("additionalProperties", "value");
        look(values, at, &format!("{suggested}Value"), found);
    }
}

fn put(object: &Object, at: At, suggested: &str, found: &mut Vec<Found>) {
    let own = text(object, WORD).filter(|name| !name.is_empty());
    found.push(Found {
        wanted: rust_name::of_type(own.unwrap_or(suggested)),
        pointer: at.pointer,
        place: at.place,
        what: at.what,
        shows_words: at.shows_words,
    });
}

/// Whether typify makes a type of its own of it: an object with fields, a list of texts, a text with limits. What is put
/// together of others is no such thing.
fn makes_type(schema: &Object) -> bool {
    if PUT_TOGETHER.iter().any(|key| schema.contains_key(*key)) {
        return false;
    }
    let has = |key: &str| schema.get(key).is_some_and(|value| !value.is_null());
    let some = |key: &str| match schema.get(key) {
        Some(Value::Array(items)) => !items.is_empty(),
        Some(Value::Object(object)) => !object.is_empty(),
        _ => false,
    };
    if is_of(schema, "string") {
        return some("enum") || ["minLength", "maxLength", "pattern"].into_iter().any(has);
    }
    let is_closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
    is_object(schema) && (some("properties") || some("required") || is_closed)
}

const PUT_TOGETHER: [&str; 5] = ["$ref", "allOf", "oneOf", "anyOf", "not"];

pub(super) fn is_object(schema: &Object) -> bool {
    is_of(schema, "object") || !schema.contains_key("type") && schema.contains_key("properties")
}

fn is_of(schema: &Object, kind: &str) -> bool {
    text(schema, "type") == Some(kind)
}
