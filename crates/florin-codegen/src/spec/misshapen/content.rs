//! Bodies and answers: by media type, what they hold.

use serde_json::{Value, json};

use super::kind::{Kind, keep, said};
use super::schema;
use crate::spec::Object;
use crate::spec::told::Told;

pub(super) fn body(slot: &mut Value, told: &mut Told) {
    let Value::Object(body) = slot else {
        let wrong = format!("the body is {}, and has to be an object", said(slot));
        told.add(wrong, "it is any JSON");
        *slot = json!({ "content": { "application/json": { "schema": {} } } });
        return;
    };
    let kinds = [
        ("$ref", Kind::Text),
        ("description", Kind::Text),
        ("required", Kind::Truth),
    ];
    keep(body, &kinds, told);
    content(body, told);
    // One that is there and empty says that there is no body.
    if !body.contains_key("$ref") && !body.contains_key("content") {
        told.add("the body has no media type", "it is any JSON");
        let any = json!({ "application/json": { "schema": {} } });
        body.insert("content".into(), any);
    }
}

pub(super) fn response(slot: &mut Value, told: &mut Told) {
    let Value::Object(response) = slot else {
        if !slot.is_null() && !slot.is_string() {
            let wrong = format!("the answer is {}, and has to be an object", said(slot));
            told.add(wrong, "its body is not read");
        }
        *slot = json!({ "description": slot.as_str().unwrap_or_default() });
        return;
    };
    let kinds = [
        ("$ref", Kind::Text),
        ("description", Kind::Text),
        ("headers", Kind::Unused),
        ("links", Kind::Unused),
        ("examples", Kind::Unused),
    ];
    keep(response, &kinds, told);
    if !response.contains_key("$ref") {
        response.entry("description").or_insert_with(|| "".into());
    }
    content(response, told);
}

/// The media types of a holder. A schema that stands beside them, as Swagger 2 has it, is that of JSON.
pub(super) fn content(holder: &mut Object, told: &mut Told) {
    if let Some(Value::String(media)) = holder.get("content") {
        let content = json!({ media: {} });
        holder.insert("content".into(), content);
    }
    keep(holder, &[("content", Kind::Object)], told);
    if !holder.contains_key("content")
        && !holder.contains_key("$ref")
        && let Some(schema) = holder.remove("schema")
    {
        told.add(
            "the schema stands outside of `content`",
            "it is taken for that of `application/json`",
        );
        let content = json!({ "application/json": { "schema": schema } });
        holder.insert("content".into(), content);
    }
    let Some(Value::Object(content)) = holder.get_mut("content") else {
        return;
    };
    content.retain(|media, _| !media.starts_with("x-"));
    for (media, slot) in content {
        told.within("content", |told| {
            told.within(media, |told| media_type(media, slot, told));
        });
    }
}

/// Any but `Content-Type`, which the encoding says in another word.
fn has_headers(encoding: &Object) -> bool {
    let headers = encoding.get("headers").and_then(Value::as_object);
    let mut names = headers.into_iter().flat_map(Object::keys);
    names.any(|name| !name.eq_ignore_ascii_case("content-type"))
}

fn tell_of_headers(told: &mut Told) {
    let wrong = "the part of a form has headers of its own";
    told.add(wrong, "it is sent without them");
}

fn media_type(name: &str, slot: &mut Value, told: &mut Told) {
    let Value::Object(media) = slot else {
        if !slot.is_null() {
            let wrong = format!("the media type is {}, and has to be an object", said(slot));
            told.add(wrong, "it is taken as one without a schema");
        }
        *slot = json!({});
        return;
    };
    let kinds = [
        ("encoding", Kind::Object),
        ("example", Kind::Unused),
        ("examples", Kind::Unused),
    ];
    keep(media, &kinds, told);
    if let Some(Value::Object(encoding)) = media.get_mut("encoding") {
        encoding.retain(|_, said| said.is_object());
        let is_of_parts = name.to_ascii_lowercase().starts_with("multipart/");
        for (part, said) in encoding {
            let Some(said) = said.as_object_mut() else {
                continue;
            };
            if is_of_parts && has_headers(said) {
                told.within("encoding", |told| told.within(part, tell_of_headers));
            }
            let kinds = [
                ("contentType", Kind::Text),
                ("style", Kind::Text),
                ("explode", Kind::Truth),
                ("allowReserved", Kind::Truth),
                ("headers", Kind::Unused),
            ];
            keep(said, &kinds, told);
        }
    }
    match media.get_mut("schema") {
        Some(Value::Null) => {
            media.remove("schema");
        }
        Some(schema) => told.within("schema", |told| schema::repair(schema, told)),
        None => {}
    }
}
