//! A form of several parts is an object whose fields go out one by one.
//!
//! progenitor knows no `multipart/form-data`. For it, such a body is JSON, and a file is a `florin_core::FilePart`;
//! `Request::multipart_of` makes a part of each field instead of writing them as one JSON: a text of a single value, JSON of an
//! object, a file of `format: binary`, and one part for each element of a list. `encoding` may say another media type: with one
//! of JSON, the whole value is one part. The headers that it may say are not sent;
//! `misshapen` has told of them.
//!
//! A form whose parts are not listed is a `florin_core::Multipart`, into which the caller puts them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::exact_decimals::replace;
use super::media::{Kind, is_binary};
use super::request_bodies::chosen;
use super::{Object, Spec, component, mentions, text};
use crate::error::Error;

/// The format that stands for `florin_core::FilePart`.
pub(crate) const FORMAT: &str = "x-florin-file";

/// The format that stands for `florin_core::Multipart`.
pub(crate) const ANY: &str = "x-florin-multipart";

/// The properties of an object, with those that `allOf` merges into it.
pub(crate) fn properties(spec: &Spec, schema: &Value) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    gather(spec, schema, 0, &mut all, &mut Vec::new());
    all
}

fn gather(
    spec: &Spec,
    schema: &Value,
    depth: usize,
    all: &mut BTreeMap<String, Value>,
    required: &mut Vec<Value>,
) {
    let schema = spec.resolve(schema);
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten().filter(|_| depth < 16) {
        gather(spec, part, depth + 1, all, required);
    }
    let own = schema.get("properties").and_then(Value::as_object);
    all.extend(
        own.into_iter()
            .flatten()
            .map(|(k, v)| (k.clone(), v.clone())),
    );
    let named = schema.get("required").and_then(Value::as_array);
    required.extend(named.into_iter().flatten().cloned());
}

/// Whether nothing says which parts there are.
pub(crate) fn is_any(spec: &Spec, schema: &Value) -> bool {
    let unions = ["oneOf", "anyOf", "additionalProperties"];
    let resolved = spec.resolve(schema);
    let says_more = unions.iter().any(|key| {
        resolved
            .get(*key)
            .is_some_and(|v| v.is_object() || v.is_array())
    });
    !says_more && properties(spec, schema).is_empty()
}

/// The media types that `encoding` gives to parts, the first that is no range, where it isn't the one that they have anyway. Of
/// several, a file says by itself which one it is of.
pub(crate) fn media_types(spec: &Spec, media: &Value, schema: &Value) -> Vec<(String, String)> {
    let properties = properties(spec, schema);
    let encodings = media.get("encoding").and_then(Value::as_object);
    let said = |(name, encoding): (&String, &Value)| {
        let types = text(encoding.as_object()?, "contentType")?;
        let property = properties.get(name)?;
        let usual = spec
            .resolve(property)
            .as_object()
            .is_some_and(|property| !is_binary(property) && property.contains_key("properties"));
        if types.contains(',') && is_file(spec, property) {
            return None;
        }
        let media_type = types
            .split(',')
            .map(str::trim)
            .find(|one| one.contains('/') && !one.contains('*') && one.is_ascii())?;
        (!(usual && media_type == "application/json"))
            .then(|| (name.clone(), media_type.to_owned()))
    };
    encodings.into_iter().flatten().filter_map(said).collect()
}

/// Whether it is a file, or a list of files.
fn is_file(spec: &Spec, property: &Value) -> bool {
    let property = spec.resolve(property);
    let items = property.get("items").map(|items| spec.resolve(items));
    let mut either = [Some(property), items].into_iter().flatten();
    either.any(|schema| schema.as_object().is_some_and(is_binary))
}

/// Runs the pass.
pub(crate) fn run(spec: &mut Spec) -> Result<(), Error> {
    let named = spec.clone();
    let elsewhere = used_elsewhere(&named);
    let mut in_place = Vec::new();
    for operation in named.operations() {
        let Some((Kind::Multipart, _, media)) = chosen(&named, &operation) else {
            continue;
        };
        let schema = media.get("schema").unwrap_or(&Value::Null);
        let schema = match place(&named, schema, &elsewhere) {
            _ if is_any(&named, schema) => json!({ "type": "string", "format": ANY }),
            Place::Own(name) => {
                in_place.push(name.to_owned());
                schema.clone()
            }
            Place::AsItIs => schema.clone(),
            Place::Alone(own) => own,
        };
        let slot = spec
            .root
            .get_mut("paths")
            .and_then(|paths| paths.get_mut(operation.path)?.get_mut(operation.method))
            .and_then(|operation| operation.get_mut("requestBody")?.get_mut("content"));
        if let Some(content) = slot {
            *content = json!({ "application/json": { "schema": schema } });
        }
    }
    for name in in_place {
        let schemas = spec.root.pointer_mut("/components/schemas");
        if let Some(schema) = schemas.and_then(|schemas| schemas.get_mut(&name)) {
            files(&named, schema);
        }
    }
    Ok(())
}

/// Where the type of a form is.
enum Place<'a> {
    /// The component alone is changed.
    Own(&'a str),
    /// There is nothing to change.
    AsItIs,
    /// A schema of its own.
    Alone(Value),
}

fn place<'a>(spec: &Spec, schema: &'a Value, elsewhere: &[String]) -> Place<'a> {
    let plain = alone(spec, schema);
    let mut own = plain.clone();
    files(spec, &mut own);
    let is_merged = spec.resolve(schema).get("allOf").is_some();
    match component(schema) {
        Some(_) if own == plain => Place::AsItIs,
        Some(name) if !is_merged && !elsewhere.iter().any(|other| other == name) => {
            Place::Own(name)
        }
        _ => Place::Alone(own),
    }
}

/// Whether the body is of the component that the spec says.
pub(crate) fn keeps_its_name(spec: &Spec, schema: &Value) -> bool {
    !matches!(place(spec, schema, &used_elsewhere(spec)), Place::Alone(_))
}

/// The schemas that are used for something else than a form. A type of which one is made may have files in it, which can't be
/// written as JSON.
fn used_elsewhere(spec: &Spec) -> Vec<String> {
    let mut elsewhere = Vec::new();
    for (_, schema) in spec.schemas() {
        mentions(schema, &mut elsewhere);
    }
    for operation in spec.operations() {
        let is_form = matches!(chosen(spec, &operation), Some((Kind::Multipart, ..)));
        for (key, said) in operation.body {
            if !(is_form && key == "requestBody") {
                mentions(said, &mut elsewhere);
            }
        }
    }
    elsewhere
}

/// The object in one piece, as a schema of its own.
fn alone(spec: &Spec, schema: &Value) -> Value {
    let mut all = BTreeMap::new();
    let mut required = Vec::new();
    gather(spec, schema, 0, &mut all, &mut required);
    let mut own = spec
        .resolve(schema)
        .as_object()
        .cloned()
        .unwrap_or_default();
    if all.is_empty() {
        return own.into();
    }
    own.remove("allOf");
    own.insert("type".into(), "object".into());
    own.insert(
        "properties".into(),
        Value::Object(all.into_iter().collect()),
    );
    if !required.is_empty() {
        required.sort_by_key(Value::to_string);
        required.dedup();
        own.insert("required".into(), required.into());
    }
    own.into()
}

/// Puts our type into the place of each file of a form.
fn files(named: &Spec, schema: &mut Value) {
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    if let Some(inner) = schema.get_mut("additionalProperties") {
        file(named, inner);
    }
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for property in properties.into_iter().flat_map(Object::values_mut) {
        file(named, property);
        // Through a `$ref` as well: the list may be used elsewhere.
        let resolved = named.resolve(property);
        let items = resolved.get("items").map(|items| named.resolve(items));
        if items.and_then(Value::as_object).is_some_and(is_binary) {
            let mut list = resolved.clone();
            if let Some(items) = list.get_mut("items") {
                file(named, items);
            }
            *property = list;
        }
    }
}

fn file(named: &Spec, schema: &mut Value) {
    if let Some(resolved) = named.resolve(schema).as_object().filter(|s| is_binary(s)) {
        let mut resolved = resolved.clone();
        replace(&mut resolved, FORMAT);
        *schema = resolved.into();
    }
}
