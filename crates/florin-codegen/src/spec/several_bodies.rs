//! A request body of several media types: an operation for each.
//!
//! What a builder takes is one type, and what goes out has one `Content-Type`. The first of JSON, form, form of several
//! parts, text and bytes keeps the operation's id; each further one that is of another kind or schema is another operation
//! `{id}_as_form`, `_as_multipart`, `_as_text`, `_as_xml`, `_as_<subtype>` on the same method and path. Two of JSON, or of XML,
//! that have the same schema are one.
//!
//! `paths` has no room for two operations of one method and path. The path of each further one therefore ends in a note, which
//! [`route`] takes off again: the statics of the operations, the documentation, the messages and the mocks have the path alone.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::media::{Kind, bare, sent};
use super::{Object, Spec, description, text};
use crate::error::Error;
use crate::key_field;
use crate::mark;
use crate::rust_name;

/// The word of the note.
const NOTE: &str = "body";

/// The path of an operation as it is sent.
pub(crate) fn route(path: &str) -> String {
    mark::strip(path)
}

/// One way to send the body.
struct Way {
    kind: Kind,
    /// As in the spec.
    media_type: String,
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let mut taken: BTreeSet<String> = named
        .operations()
        .filter_map(|operation| operation.id().map(rust_name::of_builder))
        .collect();
    let mut further = Vec::new();
    for operation in named.operations() {
        let Some(body) = operation.body.get("requestBody") else {
            continue;
        };
        let body = named.resolve(body);
        let content = body.get("content");
        let at = (operation.path, operation.method);
        let Some(content) = content.and_then(Value::as_object).filter(|c| !c.is_empty()) else {
            // Of a body without content there is nothing to send; one of another form is told of later.
            let is_none = body.is_object() && content.is_none_or(Value::is_object);
            if let (true, Some(operation)) = (is_none, operation_mut(spec, at)) {
                operation.remove("requestBody");
            }
            continue;
        };
        let mut ways = ways(&named, content).into_iter();
        let Some(first) = ways.next() else {
            let offered: Vec<_> = content.keys().map(String::as_str).collect();
            let wrong = format!(
                "the request body is `{}`, whose parts nothing but their own writer can tell apart",
                offered.join("`, `")
            );
            spec.leave_out(operation.method, operation.path, &wrong);
            continue;
        };
        if content.len() == 1 {
            continue;
        }
        if let Some(slot) = operation_mut(spec, at) {
            keep(slot, body, &first.media_type);
        }
        for way in ways {
            let id = free_id(operation.id().unwrap_or_default(), &way, &mut taken);
            let mut twin = operation.body.clone();
            keep(&mut twin, body, &way.media_type);
            tell(&mut twin, &way);
            unkey(&named, &mut twin, &way, content);
            twin.insert("operationId".into(), id.clone().into());
            let mut path = operation.path.to_owned();
            mark::put_note(NOTE, &json!(id), &mut path);
            let mut item = operation.item.clone();
            item.retain(|key, _| matches!(key.as_str(), "servers" | "parameters"));
            item.insert(operation.method.into(), twin.into());
            further.push((path, item));
        }
    }
    if let Some(paths) = spec.root.get_mut("paths").and_then(Value::as_object_mut) {
        paths.extend(further.into_iter().map(|(path, item)| (path, item.into())));
    }
    Ok(())
}

fn operation_mut<'a>(spec: &'a mut Spec, at: (&str, &str)) -> Option<&'a mut Object> {
    let paths = spec.root.get_mut("paths")?;
    paths.get_mut(at.0)?.get_mut(at.1)?.as_object_mut()
}

/// The ways that differ, the one that keeps the id first.
fn ways(spec: &Spec, content: &Object) -> Vec<Way> {
    let mut ways: Vec<_> = content
        .iter()
        .filter_map(|(media_type, media)| {
            let kind = Kind::of(spec, media_type, media.get("schema"))?;
            let media_type = media_type.clone();
            Some(Way { kind, media_type })
        })
        .collect();
    ways.sort_by_key(|way| (way.kind, unusual(&way.media_type), way.media_type.clone()));
    let schema = |way: &Way| content.get(&way.media_type).and_then(|m| m.get("schema"));
    let mut differing: Vec<Way> = Vec::new();
    for way in ways {
        let is_same = differing.iter().any(|known| {
            known.kind == way.kind
                && match way.kind {
                    Kind::Json => schema(known) == schema(&way),
                    Kind::Form | Kind::Multipart => true,
                    Kind::Text => word(known) == word(&way),
                    Kind::Bytes => {
                        sent(known.kind, &known.media_type) == sent(way.kind, &way.media_type)
                    }
                }
        });
        if !is_same {
            differing.push(way);
        }
    }
    differing
}

/// The plainest of a kind is 0.
fn unusual(media_type: &str) -> u8 {
    match media_type {
        "application/json" | "application/octet-stream" | "text/plain" | "application/xml" => 0,
        other if bare(other) == "application/json" => 1,
        other if !other.contains('*') => 2,
        _ => 3,
    }
}

/// What a way is called.
fn word(way: &Way) -> String {
    let bare = bare(&way.media_type);
    let subtype = bare.split_once('/').map_or(&*bare, |(_, subtype)| subtype);
    match (way.kind, subtype) {
        (Kind::Form, _) => "form".into(),
        (Kind::Multipart, _) => "multipart".into(),
        (Kind::Text, "plain" | "*") => "text".into(),
        (Kind::Bytes, "octet-stream" | "*") => "bytes".into(),
        (Kind::Json, "*") => "json".into(),
        (_, subtype) => rust_name::of_method(subtype).trim_matches('_').to_owned(),
    }
}

fn free_id(id: &str, way: &Way, taken: &mut BTreeSet<String>) -> String {
    let mut free = format!("{id}_as_{}", word(way));
    if taken.contains(&rust_name::of_builder(&free)) {
        free = format!("{id}_as_{}", rust_name::of_method(&bare(&way.media_type)));
    }
    while !taken.insert(rust_name::of_builder(&free)) {
        free.push_str("_body");
    }
    free
}

/// Leaves one media type. The body may be one that several operations have.
fn keep(operation: &mut Object, body: &Value, media_type: &str) {
    let mut body = body.clone();
    let content = body.get_mut("content").and_then(Value::as_object_mut);
    if let Some(content) = content {
        content.retain(|key, _| key == media_type);
    }
    operation.insert("requestBody".into(), body);
}

/// Without the field by which the provider knows a repeat, nobody would.
fn unkey(spec: &Spec, operation: &mut Object, way: &Way, content: &Object) {
    let Some(path) = text(operation, key_field::WORD) else {
        return;
    };
    let schema = content
        .get(&way.media_type)
        .and_then(|media| media.get("schema"));
    let has_field = schema.is_some_and(|schema| key_field::field(spec, schema, path).is_some());
    if !(has_field && matches!(way.kind, Kind::Json | Kind::Multipart)) {
        operation.remove(key_field::WORD);
        operation.remove("x-replays");
        operation.remove("x-in-progress");
        operation.insert("x-retry".into(), "never".into());
    }
}

fn tell(operation: &mut Object, way: &Way) {
    let id = text(operation, "operationId").unwrap_or_default();
    let said = format!(
        "As `{}`, with a body of `{}`.",
        rust_name::of_method(id),
        sent(way.kind, &way.media_type)
    );
    let description = description(operation);
    let gap = if description.is_empty() { "" } else { "\n\n" };
    *description = format!("{said}{gap}{description}");
}
