//! Where in a document something stands: a walk that knows a schema from a property that is called like a keyword.
//!
//! Runs over documents as they were published, in which parameters, bodies and answers are still components, and schemas
//! stand in places that OpenAPI 3.0 doesn't have.

use serde_json::Value;

use crate::spec::{METHODS, Object, escape};

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Callback,
    /// A header, too.
    Parameter,
    Body,
    Response,
    Media,
    Encoding,
    Schema,
}

/// How many of a kind stand under a key.
#[derive(Clone, Copy)]
enum Many {
    One,
    List,
    Named,
}

/// Visits everything that has a kind, inner ones before outer ones, with its JSON pointer.
pub(super) fn each(root: &mut Value, f: &mut dyn FnMut(Kind, &mut Value, &str)) {
    visit(root, Kind::Document, &mut String::from("#"), f);
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
        Kind::Schema,
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
    kind: Kind,
    pointer: &mut String,
    f: &mut dyn FnMut(Kind, &mut Value, &str),
) {
    let length = pointer.len();
    for (key, inner) in value.as_object_mut().into_iter().flatten() {
        let Some((many, kind)) = inside(kind, key, inner) else {
            continue;
        };
        pointer.push('/');
        pointer.push_str(&escape(key));
        let outer = pointer.len();
        match (many, inner) {
            (Many::One, inner) => visit(inner, kind, pointer, f),
            (Many::List, Value::Array(list)) => {
                for (i, inner) in list.iter_mut().enumerate() {
                    pointer.push_str(&format!("/{i}"));
                    visit(inner, kind, pointer, f);
                    pointer.truncate(outer);
                }
            }
            (Many::Named, Value::Object(named)) => {
                for (name, inner) in named {
                    pointer.push('/');
                    pointer.push_str(&escape(name));
                    visit(inner, kind, pointer, f);
                    pointer.truncate(outer);
                }
            }
            _ => {}
        }
        pointer.truncate(length);
    }
    f(kind, value, pointer);
}

fn inside(kind: Kind, key: &str, inner: &Value) -> Option<(Many, Kind)> {
    use Kind::{
        Body, Callback, Components, Document, Encoding, Media, Operation, Parameter, PathItem,
        Response, Schema,
    };
    use Many::{List, Named, One};
    Some(match (kind, key) {
        (Document, "components") => (One, Components),
        (Document, "paths" | "webhooks") | (Components, "pathItems") => (Named, PathItem),
        (Document, "$defs" | "definitions") | (Components, "schemas") => (Named, Schema),
        (Components, "parameters" | "headers") | (Response | Encoding, "headers") => {
            (Named, Parameter)
        }
        (Components, "requestBodies") => (Named, Body),
        (Components, "responses") | (Operation, "responses") => (Named, Response),
        (Components, "callbacks") | (Operation, "callbacks") => (Named, Callback),
        (Components, "mediaTypes") => (Named, Media),
        (PathItem | Operation, "parameters") => (List, Parameter),
        (PathItem, "additionalOperations") => (Named, Operation),
        (PathItem, _) if METHODS.contains(&key) || key == "query" => (One, Operation),
        (Operation, "requestBody") => (One, Body),
        (Callback, _) if !key.starts_with("x-") && key != "$ref" => (One, PathItem),
        (Parameter | Body | Response, "content") => (Named, Media),
        (Parameter, "schema") | (Media, "schema" | "itemSchema") => (One, Schema),
        (Media, "encoding") => (Named, Encoding),
        (
            Schema,
            "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas",
        ) => (Named, Schema),
        (Schema, "allOf" | "oneOf" | "anyOf" | "prefixItems") => (List, Schema),
        (Schema, "items") if inner.is_array() => (List, Schema),
        (
            Schema,
            "items"
            | "additionalItems"
            | "additionalProperties"
            | "not"
            | "if"
            | "then"
            | "else"
            | "contains"
            | "propertyNames"
            | "unevaluatedItems"
            | "unevaluatedProperties"
            | "contentSchema",
        ) => (One, Schema),
        _ => return None,
    })
}

/// The pieces of a pointer that stand for schemas around a place, the nearest first.
pub(super) fn around<'a>(pointer: &'a str) -> impl Iterator<Item = &'a str> {
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
