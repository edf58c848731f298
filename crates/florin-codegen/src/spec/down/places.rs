//! A walk over what stands where in a document, with pointers, and from the inside out.
//!
//! Runs over documents as they were published, in which parameters, bodies and answers are still components, and schemas
//! stand in places that OpenAPI 3.0 doesn't have.

use serde_json::Value;

pub(super) use crate::spec::place::Kind;
use crate::spec::place::Place;
use crate::spec::{Object, escape};

/// Visits everything that has a kind, inner ones before outer ones, with its JSON pointer.
pub(super) fn each(root: &mut Value, f: &mut dyn FnMut(Kind, &mut Value, &str)) {
    visit(root, Place::One(Kind::Document), &mut String::from("#"), f);
}

/// Visits every schema, inner ones before outer ones, with its JSON pointer.
pub(super) fn each_schema(root: &mut Value, f: &mut dyn FnMut(&mut Object, &str)) {
    each(root, &mut |kind, value, pointer| {
        if let (Kind::Schema, Some(schema)) = (kind, value.as_object_mut()) {
            f(schema, pointer);
        }
    });
}

/// Visits a schema and all inside it, inner ones before outer ones.
pub(super) fn each_inside(schema: &mut Value, f: &mut dyn FnMut(&mut Object)) {
    visit(
        schema,
        Place::One(Kind::Schema),
        &mut String::new(),
        &mut |_, value, _| {
            if let Some(schema) = value.as_object_mut() {
                f(schema);
            }
        },
    );
}

fn visit(
    value: &mut Value,
    place: Place,
    pointer: &mut String,
    f: &mut dyn FnMut(Kind, &mut Value, &str),
) {
    let place = place.holding(value);
    let length = pointer.len();
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                let place = place.inner(key);
                if place != Place::Value {
                    pointer.push('/');
                    pointer.push_str(&escape(key));
                    visit(inner, place, pointer, f);
                    pointer.truncate(length);
                }
            }
        }
        Value::Array(list) if matches!(place, Place::List(_)) => {
            for (i, inner) in list.iter_mut().enumerate() {
                pointer.push_str(&format!("/{i}"));
                visit(inner, place.inner(""), pointer, f);
                pointer.truncate(length);
            }
        }
        _ => {}
    }
    if let Place::One(kind) = place {
        f(kind, value, pointer);
    }
}

/// The pieces of a pointer that stand for schemas around a place, the nearest first.
pub(super) fn around(pointer: &str) -> impl Iterator<Item = &str> {
    let cuts = pointer.rmatch_indices('/').map(|(at, _)| &pointer[..at]);
    std::iter::once(pointer).chain(cuts)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::each_schema;

    #[test]
    fn a_property_that_is_called_like_a_keyword_is_a_property() {
        let mut root = json!({
            "paths": { "/a": { "get": {
                "parameters": [{ "schema": { "items": { "type": "string" } } }],
                "responses": { "200": { "content": { "m": { "schema": { "properties": { "items": { "items": {} } } } } } } },
            } } },
            "components": { "schemas": { "schemas": {
                "properties": { "properties": { "type": "object" } }, "example": { "items": {} }, "if": {},
            } } },
        });
        let mut seen = Vec::new();
        each_schema(&mut root, &mut |_, pointer| seen.push(pointer.to_owned()));
        let get = "#/paths/~1a/get";
        let body = "responses/200/content/m/schema";
        assert_eq!(
            seen,
            [
                "#/components/schemas/schemas/if".to_owned(),
                "#/components/schemas/schemas/properties/properties".into(),
                "#/components/schemas/schemas".into(),
                format!("{get}/parameters/0/schema/items"),
                format!("{get}/parameters/0/schema"),
                format!("{get}/{body}/properties/items/items"),
                format!("{get}/{body}/properties/items"),
                format!("{get}/{body}"),
            ]
        );
    }
}
